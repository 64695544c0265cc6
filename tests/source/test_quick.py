"""What is read at once is what the tree would say; where the reader has a word to say, it gives up."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coalcheck.engine.charter.place import Values
from coalcheck.engine.source import later as later_module
from coalcheck.engine.source.node import Document, Mapping
from coalcheck.engine.source.quick import MOST_BYTES, MOST_DEPTH, Quick, read_quickly, values_of
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import WrittenInt

ROOT: Final = Path(__file__).parents[2]
FILES: Final = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "fixtures").rglob("*")
    if path.suffix in (".yaml", ".yml")
)
RECORD: Final = sorted((ROOT / "fixtures" / "records" / "both-banks" / "decisions").glob("*.yaml"))
_SPEC = importlib.util.spec_from_file_location("hostile_to_quick", Path(__file__).with_name("hostile.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
HOSTILE: Final = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(HOSTILE)

ENTRY: Final = """\
action: spend
title: Posters 299  # for the quay
about: "Lorries on the quay"
topics: [lorries, 'night work']
date: 2024-11-02
text: |
  We ask for a ban.
  It is for the port to pay.
reason: it is long
  and goes on
ballots: {m1: abstain, m2: for, m3: {vote: for, heads: 007}}
vetoes:
  - {by: m1, date: 2024-11-02, reason: "yes: we do"}
  - by: m2
    reason: no
amount: 273 EUR
share: 1.50
"""


def shape(value: object) -> object:
    """A value with the type of each part and the way each number is written."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    return type(value), str(value), value


def agree(data: bytes) -> dict[str, object] | None:
    """Hold both ways of reading against each other."""
    found = values_of(data)
    if found is None:
        return None
    document = read(data, "a.yaml")
    values = Values()
    assert document.problems == ()
    assert document.complete
    assert isinstance(document.root, Mapping)
    assert shape(found) == shape(values.of(document.root, ()))
    assert list(found) == list(document.root.entries)
    assert (values.empty, values.gaps) == ([], [])
    return dict(found)


@pytest.mark.parametrize("name", FILES)
def test_every_file_we_have(name: str) -> None:
    agree((ROOT / name).read_bytes())


@pytest.mark.parametrize("name", list(HOSTILE.INPUTS))
def test_whatever_is_hostile(name: str) -> None:
    data = HOSTILE.INPUTS[name]()
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    agree(data)


def test_nearly_all_of_a_real_record_is_read_at_once() -> None:
    found = [agree(path.read_bytes()) for path in RECORD]
    assert len(found) > 50
    assert sum(each is not None for each in found) >= 0.9 * len(found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("a: b\n", {"a": "b"}, id="a key and a text"),
        pytest.param("a: b", {"a": "b"}, id="the last line not ended"),
        pytest.param("a: |\n  b", {"a": "b\n"}, id="the last line of a block not ended"),
        pytest.param("# note\na: b # c\n\n", {"a": "b"}, id="notes"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="the marks of a document"),
        pytest.param("a: {}\nb: []\n", {"a": {}, "b": []}, id="nothing in brackets"),
        pytest.param("a: 'no'\nb: no\nc: yes\n", {"a": "no", "b": "no", "c": "yes"}, id="words are words"),
        pytest.param("a: true\nb: 12\n", {"a": True, "b": 12}, id="a truth and a number"),
        pytest.param("a: 2024-05-01\nb: 14:30\n", {"a": "2024-05-01", "b": "14:30"}, id="a day and a time"),
        pytest.param("a: Zürich, 10 €\n", {"a": "Zürich, 10 €"}, id="letters of other alphabets"),
        pytest.param("a: [b, {c: d}]\n", {"a": ["b", {"c": "d"}]}, id="one in another"),
        pytest.param('a: "b\\u200bc"\n', {"a": "b\u200bc"}, id="a sign by its number"),
        pytest.param("a: b\n  c\n", {"a": "b c"}, id="a text on two lines"),
    ],
)
def test_this_is_read_at_once(text: str, values: dict[str, object]) -> None:
    assert agree(text.encode()) == values


def test_a_number_stays_as_it_is_written() -> None:
    found = agree(b"a: 007\nb: 0x10\n")
    assert found is not None
    assert [(type(each), str(each)) for each in found.values()] == [(WrittenInt, "007"), (WrittenInt, "0x10")]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"a\n", id="one text"),
        pytest.param(b"- a\n", id="a list"),
        pytest.param(b"a: b\n---\nc: d\n", id="two documents"),
        pytest.param(b"a: b\n...\nc: d\n", id="something after the end"),
        pytest.param(b"a: b\na: c\n", id="a key twice"),
        pytest.param(b"a: &x b\nc: *x\n", id="an anchor and an alias"),
        pytest.param(b"&x a: b\n", id="an anchor at a key"),
        pytest.param(b"&x {a: b}\n", id="an anchor at the root"),
        pytest.param(b"a: &x [b]\n", id="an anchor at a list"),
        pytest.param(b"a: !x b\n", id="a tag"),
        pytest.param(b"a: !x [b]\n", id="a tag at a list"),
        pytest.param(b"!x a: b\n", id="a tag at a key"),
        pytest.param(b"a: {b: c, <<: {d: e}}\n", id="a merge key"),
        pytest.param(b"a:\n", id="an empty value"),
        pytest.param(b"a: ''\n", id="an empty text"),
        pytest.param(b"a: ~\n", id="nothing, by its sign"),
        pytest.param(b"a: null\n", id="nothing, by its word"),
        pytest.param(b"a: [b, '']\n", id="an empty item"),
        pytest.param(b"a: {b, c}\n", id="keys without a colon"),
        pytest.param(b"'': b\n", id="an empty key"),
        pytest.param(b"? [a]\n: b\n", id="a list for a key"),
        pytest.param(b"- no texts on faith: they divide us\n", id="a sentence with a colon"),
        pytest.param(b"a:\n  - no texts on faith: they divide us\n", id="such a sentence in a list"),
        pytest.param(b"a:\n  - b\n    - c\n", id="an item indented too far"),
        pytest.param(b"a: .inf\n", id="a number that is none"),
        pytest.param(b"a: 1e999\n", id="a number that cannot be counted with"),
        pytest.param(b"1e999: a\n", id="such a number for a key"),
        pytest.param(b"a: 1,200 EUR\n", id="a mark in a number"),
        pytest.param(b"a: 1/2/2026\n", id="a date in two readings"),
        pytest.param(b"a: Local #9\n", id="a sentence cut by a sign"),
        pytest.param(b"a:b\nc: d\n", id="a space missing"),
        pytest.param("a: “b”\n".encode(), id="curled quotes"),
        pytest.param("a: b\u00a0c\n".encode(), id="an odd space"),
        pytest.param("a: b\u200bc\n".encode(), id="a sign without width"),
        pytest.param(b"a: b\r\n", id="line ends of Windows"),
        pytest.param(b"\xef\xbb\xbfa: b\n", id="a mark at the beginning"),
        pytest.param("a: b\n".encode("utf-16"), id="another encoding"),
        pytest.param("a: ü\n".encode("latin-1"), id="letters that are no UTF-8"),
        pytest.param(b"a: b\x07\n", id="a control character"),
        pytest.param(b"a: [b\n", id="a bracket left open"),
        pytest.param(b"a:\n\t- b\n", id="a tab"),
        pytest.param(b"a: " + b"[" * MOST_DEPTH + b"b" + b"]" * MOST_DEPTH + b"\n", id="too many levels"),
        pytest.param(b"a: " + b"b" * MOST_BYTES + b"\n", id="too large"),
    ],
)
def test_this_is_left_to_the_reader(data: bytes) -> None:
    assert agree(data) is None
    assert type(read_quickly(data, "a.yaml")) is Document


def test_as_many_levels_as_anybody_writes() -> None:
    levels = MOST_DEPTH - 1
    assert agree(b"a: " + b"[" * levels + b"b" + b"]" * levels + b"\n") is not None


def test_all_else_is_read_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []

    def noted(data: bytes, name: str) -> Document:
        times.append(name)
        return read(data, name)

    monkeypatch.setattr(later_module, "read", noted)
    there = read(ENTRY.encode(), "a.yaml")
    document = read_quickly(ENTRY.encode(), "a.yaml")

    assert isinstance(document, Quick)
    assert (document.name, document.complete, times) == ("a.yaml", True, [])
    assert (document.lines, document.root, document.problems) == (there.lines, there.root, ())
    assert times == ["a.yaml"]


PIECES = st.sampled_from(
    [
        *"abc:,-#&*!|>%@?{}[]'\"\n \t0.1/~<", "\n  ", "\n- ", "\n  - ", ": ", ", ", " #", "# ", "...", "---",
        "\n---\n", "<<: ", "&x ", "*x", "!t ", "007", "1e5", "1e999", ".inf", "1,200", "3/4/2026", "“", "”",
        "’", "–", "é", "\u00a0", "\u200b", "\r\n", "\\u200b", "null", "true", "yes", "m1: for", "{a: b}",
        "[a, b]", "|\n  x\n", ">\n  x\n  y\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=600)
@example("a: - b\n")
@example("a: b\n c: d\n")
@example("? a\n: b\n")
@example('a: "b\n\n  c"\n')
@example("{a: b\n}\n")
def test_no_text_is_read_in_two_ways(text: str) -> None:
    agree(text.encode())


@given(st.data())
@settings(max_examples=400)
def test_nor_is_an_entry_with_something_changed_in_it(data: st.DataObject) -> None:
    text = ENTRY
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 0, 1, 1, 2, 9]))
        text = text[:start] + data.draw(PIECES) + text[end:]
    agree(text.encode())


LINES = st.sampled_from(
    [
        "a: b\n", "b: c d\n", "c: 12:30, to 14:00\n", "d: {x: y, z: 007}\n", "e: [x, y z]\n", "a: 'b'\n",
        "f: ~\n", "g: {x: y, x: z}\n", "h: true\n", "i: [null]\n", "j: 1e999\n", "k: {1e999: x}\n",
        "l: [x,y]\n", "m: a: b\n", "n: b#c\n", "o: b - c\n", "p: {x: y - z}\n", "q: b?! [c] {d} *e &f\n",
        "r: 2024-05-01\n", "s: b \n", "\n", "t:\n", " u: b\n", "v: 0x1F\n", "w: é\n", "x: b\\n\n", "y: b_c\n",
        "z: {_a: b}\n", "---\n", "no: yes\n", "a:\n", "  b: c\n", "  - d\n", "  - e: f\n", "    g: h\n",
        "  i: |\n", "    k\n",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=7).map("".join))
@settings(max_examples=300)
def test_nor_are_lines_one_below_the_other(text: str) -> None:
    agree(text.encode())


WORDS = st.sampled_from(
    [
        "for",
        "m1",
        "a b",
        "2026-04-03",
        "007",
        "1.50",
        "true",
        "no",
        "10 EUR",
        "",
        "~",
        "x: y",
        "# z",
        "é – ü",
        "-",
    ]
) | st.text(max_size=6)
TREES = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS, lambda below: st.lists(below, max_size=3) | st.dictionaries(WORDS, below, max_size=3)
    ),
    min_size=1,
    max_size=4,
)


@given(TREES, st.booleans(), st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([8, 30, 1000]))
@settings(max_examples=400)
def test_nor_is_what_another_program_writes(
    tree: dict[str, object],
    flow: bool,
    style: str | None,
    width: int,
) -> None:
    written = yaml.safe_dump(
        tree, default_flow_style=flow, default_style=style, width=width, allow_unicode=True, sort_keys=False
    )
    agree(written.encode("utf-8", "surrogatepass"))
