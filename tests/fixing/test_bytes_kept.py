"""What nobody mends stays as it was, byte for byte."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mending import READY, grave, judged, loaded_of, mended

from coalcheck.engine.fixing.lines import Insertion, Lines
from coalcheck.engine.source.node import Edit

SLIP = READY.replace("kind: coalition", "knd: coalition")
WITHOUT_EXIT = re.sub(r"exit:\n(?:  .*\n)+\n", "", READY)

SHAPES = [
    pytest.param(lambda text: text.encode(), id="as usual"),
    pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="Windows"),
    pytest.param(lambda text: text.replace("\n", "\r").encode(), id="an old Mac"),
    pytest.param(lambda text: codecs.BOM_UTF8 + text.encode(), id="with a mark"),
    pytest.param(lambda text: text.rstrip("\n").encode(), id="without a last line end"),
    pytest.param(lambda text: text.replace("\n", "\r\n", 3).encode(), id="mixed line ends"),
    pytest.param(lambda text: (text + "\n\n# end\t\n").encode(), id="blank lines and a note at the end"),
    pytest.param(lambda text: text.replace("name: Cl", "name:   Cl").encode(), id="blanks between"),
]


@pytest.mark.parametrize("shaped", SHAPES)
def test_a_slip_is_mended_and_nothing_else(shaped: object) -> None:
    assert callable(shaped)
    assert mended(shaped(SLIP)).data == shaped(READY)


@pytest.mark.parametrize("shaped", SHAPES)
def test_a_suggestion_ends_its_lines_as_the_file_does(shaped: object) -> None:
    assert callable(shaped)
    before = shaped(WITHOUT_EXIT)
    after = mended(before, unsafe=True).data

    assert b"# To settle" in after
    assert grave(after) == {}
    assert after.startswith(codecs.BOM_UTF8) == before.startswith(codecs.BOM_UTF8)
    assert before.endswith((b"\n", b"\r")) == after.endswith((b"\n", b"\r"))
    if b"\r" in before and before.count(b"\n") in (0, before.count(b"\r\n")):
        assert after.count(b"\n") == (after.count(b"\r") if b"\n" in before else 0)
    old = [line for line in re.split(rb"\r\n|\r|\n", before) if line.strip()]
    new = iter(re.split(rb"\r\n|\r|\n", after))
    assert all(line in new for line in old), "every line is there, in its order"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(READY.replace("knd", "k").encode("utf-16"), id="UTF-16"),
        pytest.param(SLIP.encode() + b"# caf\xe9\n", id="a Windows letter"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
    ],
)
def test_what_cannot_be_told_by_columns_stays(data: bytes) -> None:
    assert mended(data, unsafe=True).data == data


@given(st.text(alphabet="ab\n\r\t \u2028é", max_size=30), st.booleans())
def test_lines_are_the_file_again(text: str, mark: bool) -> None:
    data = (codecs.BOM_UTF8 if mark else b"") + text.encode()
    lines = Lines.of(data)

    assert lines is not None
    assert lines.data == data
    assert lines.with_edits(()).with_insertions(()).data == data


@given(st.text(alphabet="ab\n\r", min_size=1, max_size=20), st.integers(0, 20), st.text("xy", max_size=3))
def test_an_insertion_adds_its_lines_only(text: str, behind: int, new: str) -> None:
    lines = Lines.of(text.encode())
    assert lines is not None
    behind = min(behind, len(lines.texts))
    after = lines.with_insertions([Insertion(behind, (new, new))])

    assert after.texts == (*lines.texts[:behind], new, new, *lines.texts[behind:])
    assert bool(after.ends[-1]) == bool(lines.ends[-1])
    again = Lines.of(after.data)
    assert again is not None
    assert again.data == after.data


def test_edits_of_one_line_do_not_move_each_other() -> None:
    lines = Lines.of(b"abcdef\n")
    assert lines is not None

    assert lines.with_edits([Edit(1, 1, 2, "xyz"), Edit(1, 5, 7, "")]).data == b"xyzbcd\n"


@given(
    st.sampled_from(READY.splitlines()[1:]),
    st.sampled_from("\u00a0 \u200b \u2028 “ ” ’ \t".split(" ")),
    st.data(),
)
def test_a_character_that_strayed_in_is_mended_or_stays(line: str, stray: str, data: st.DataObject) -> None:
    """Wherever a character falls, mending makes nothing worse, changes no other line, and is done once."""
    at = data.draw(st.integers(0, len(line)))
    before = READY.replace(line, line[:at] + stray + line[at:], 1).encode()
    fixed = mended(before)

    assert not grave(fixed.data) - grave(before)
    assert mended(fixed.data).data == fixed.data
    changed = [
        (old, new)
        for old, new in zip(before.split(b"\n"), fixed.data.split(b"\n"), strict=True)
        if old != new
    ]
    assert len(changed) <= 1
    assert not changed or fixed.mended
    assert {each.code for each in judged(loaded_of(fixed.data))} <= {
        each.code for each in judged(loaded_of(before))
    }
