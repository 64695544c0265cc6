"""A file that is read at once makes the same action, with the same said of it, as one read with its tree."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coalcheck.engine.action.load import is_charter, load
from coalcheck.engine.action.model import Action
from coalcheck.engine.action.register import Register
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.charter.shape import keys_of
from coalcheck.engine.source import later as later_module
from coalcheck.engine.source.node import Document
from coalcheck.engine.source.quick import Quick, read_quickly
from coalcheck.engine.source.read import read

ROOT: Final = Path(__file__).parents[2]
CHARTER: Final = """\
name: X
time_zone: Europe/Madrid
members: [{id: ana, name: Ana Soler}, {id: bruno, count: 3}, {id: carme}, {id: 0012}]
groups: {north: [ana, bruno]}
bodies: {board: {members: [ana]}}
decisions: {joint: {covers: [speak], passes: all members}}
scope: {inside: [{id: trains, about: Night trains}], outside: [{id: roads, about: Roads}]}
"""
RECORD: Final = ROOT / "fixtures" / "records" / "both-banks"
FILES: Final = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("fixtures/actions", "fixtures/records", "fixtures/coalitions")
    for path in (ROOT / folder).rglob("*.yaml")
)


def register_of(text: bytes) -> Register:
    charter = load_charter(read(text, "charter.yaml")).charter
    assert charter is not None
    return Register(charter)


OURS: Final = register_of(CHARTER.encode())
THEIRS: Final = register_of((RECORD / "charter.yaml").read_bytes())


def same(text: bytes) -> None:
    quick, slow = read_quickly(text, "a.yaml"), read(text, "a.yaml")
    assert is_charter(quick) == is_charter(slow)
    for register in (OURS, THEIRS, None):
        found, expected = load(quick, register), load(slow, register)
        assert (found.action, *found[2:]) == (expected.action, *expected[2:])
        if found.action is not None and expected.action is not None:
            assert found.action.model_fields_set == expected.action.model_fields_set


@pytest.mark.parametrize("name", FILES)
def test_files_as_people_write_them(name: str) -> None:
    same((ROOT / name).read_bytes())


ROWS: Final = [
    pytest.param("ballots: {ana: for, bruno: against}", "", id="members"),
    pytest.param("ballots: {for: [ana, carme], against: bruno}", "", id="members, by answer"),
    pytest.param("ballots: {for: [ana], bruno: against}", "", id="both forms"),
    pytest.param("ballots: {ana: for, brno: against}", "unknown-name", id="a member misspelt"),
    pytest.param("ballots: {for: [ana, crme]}", "unknown-name", id="one misspelt behind its answer"),
    pytest.param("ballots: {for: Ana Soler}", "unknown-name", id="a member by its name"),
    pytest.param("ballots: {ana: for, for: [ana]}", "ballot-twice", id="a member twice"),
    pytest.param("ballots: {ana: fr}", "not-one-of", id="an answer misspelt"),
    pytest.param("ballots: {0012: for}", "", id="a member called by a number"),
    pytest.param("ballots: {for: [0012]}", "", id="one so called behind its answer"),
    pytest.param("ballots: {bruno: {vote: for, heads: 2}}", "", id="some heads"),
    pytest.param("ballots: {bruno: {vote: for, heads: 4}}", "row-too-many", id="more heads than there are"),
    pytest.param("ballots: {bruno: {for: 2, against: 2}}", "row-too-many", id="more in all than there are"),
    pytest.param("boards: {bruno: {vote: for, heads: 4}}", "row-too-many", id="the same of their boards"),
    pytest.param("boards: {dora: for}", "unknown-name", id="a board of nobody"),
    pytest.param("ballots: {for: {ana: 2}}", "wrong-type", id="rows turned about"),
    pytest.param("present: [ana, Dora Puig]", "", id="a guest"),
    pytest.param("present: [ana, dora]", "", id="a guest of one word"),
    pytest.param("present: [ana, brunoo]", "unknown-name", id="a member there, misspelt"),
    pytest.param("present: {ana: 1}", "", id="heads that were there"),
    pytest.param("electorate: [ana, dora]", "unknown-name", id="an electorate"),
    pytest.param("topics: [trains]", "", id="a matter"),
    pytest.param("topics: trains", "", id="a matter alone"),
    pytest.param("topics: [boats]", "", id="another matter"),
    pytest.param("topics: [trans]", "unknown-name", id="a matter misspelt"),
    pytest.param("tally: {for: 3, against: 1}", "", id="a tally"),
    pytest.param("tally: {for: 3}\nballots: {ana: for}", "tally-differs", id="a tally that differs"),
    pytest.param("tally: {west: {for: 3}}", "unknown-name", id="a tally of strangers"),
    pytest.param("vetoes: [{by: ana, override: {dora: for}}]", "unknown-name", id="an override by strangers"),
    pytest.param("vetoes: {by: ana, override: {dora: for}}", "", id="one veto and no list"),
    pytest.param("also: {board: {ballots: {dora: for}}}", "unknown-name", id="strangers elsewhere"),
    pytest.param("proposed_by: dora", "unknown-name", id="a stranger proposes"),
    pytest.param("proposed_by: a friend of ours", "", id="a sentence proposes"),
    pytest.param("proxies: {ana: dora}", "unknown-name", id="a stranger stands in"),
    pytest.param("date: 2026-04-03\nat: 2026-04-03T10:00", "", id="a day and a time of it"),
    pytest.param("date: 2026-04-03\nat: 2026-04-04T10:00", "time-unclear", id="a day and a time of another"),
    pytest.param(
        "vetoes: [{by: ana, date: 2026-04-03, at: 2026-04-04T10:00}]", "time-unclear", id="the same in a list"
    ),
    pytest.param("at: 2026-03-29T02:30", "time-unclear", id="a time that was not"),
    pytest.param("happened: meeting", "", id="something that happened"),
    pytest.param("happened: meeting\nballots: {ana: for}", "told-and-decided", id="something both ways"),
    pytest.param("id: 007", "", id="a number for a name"),
    pytest.param("nonsense: 1", "unknown-key", id="a key that is none of ours"),
    pytest.param("members: [ana]", "unknown-key", id="a key of charters"),
]


@pytest.mark.parametrize(("text", "kind"), ROWS)
def test_what_is_said_of_it_is_said_all_the_same(text: str, kind: str) -> None:
    data = f"title: A letter\n{text}\n".encode()
    assert isinstance(read_quickly(data, "a.yaml"), Quick)
    same(data)
    kinds = {problem.kind for problem in load(read_quickly(data, "a.yaml"), OURS).problems}
    assert kind in kinds if kind else not kinds


def test_nearly_all_of_a_real_record_needs_no_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(data: bytes, name: str) -> Document:
        asked.append(name)
        return read(data, name)

    monkeypatch.setattr(later_module, "read", noted)
    files = sorted((RECORD / "decisions").glob("*.yaml"))
    for path in files:
        load(read_quickly(path.read_bytes(), path.name), THEIRS)

    assert len(files) > 50
    assert len(asked) <= 0.1 * len(files)


VALUES = st.sampled_from(
    [
        "for", "ana", "brno", "0012", "joint", "2026-04-03", "2026-04-03T14:00", "007", "1.50", "true", "no",
        "10 EUR", "", "x y", "~", "trains", "trans", "north", "board",
    ]
)  # fmt: skip
TREES = st.recursive(
    VALUES,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(VALUES, below, max_size=3),
    max_leaves=9,
)


@given(st.dictionaries(st.sampled_from(keys_of(Action)) | VALUES, TREES, max_size=5))
@settings(max_examples=300)
def test_whatever_stands_there(tree: dict[str, object]) -> None:
    same(yaml.safe_dump(tree, sort_keys=False).encode())
    same(yaml.safe_dump(tree, sort_keys=False).replace("'", "").encode())
