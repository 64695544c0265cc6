"""Braces in a policy's texts: plain replacement, and nothing that a screen would obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.policy.fill import LONGEST, fields, fill, fill_lines

VALUES: dict[str, Value] = {
    "name": "Local 9",
    "members": 3,
    "signed": True,
    "open": False,
    "odd": "a\x1b[31mred\x07 \u202eback\u202c\nnext\tline\x00",
    "field": "{name}",
    "lines": "one\n  two",
    "percent": "100 % \\1 \\g<0>",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{name} has {members}", "Local 9 has 3", id="text and number"),
        pytest.param("{signed}, {open}", "yes, no", id="yes and no"),
        pytest.param("{field}", "{name}", id="what is put in is not read again"),
        pytest.param("{percent}", "100 % \\1 \\g<0>", id="nor taken for a pattern"),
        pytest.param("{odd}", "a[31mred back next line", id="control characters are left out"),
        pytest.param("{lines}", "one   two", id="one line"),
        pytest.param("so {absent}", "so …", id="what is not known"),
        pytest.param("{starts: 2026-04-01}", "{starts: 2026-04-01}", id="YAML with a colon"),
        pytest.param("{}", "{}", id="empty braces"),
        pytest.param("[{id: a, about: b}, {c, d}]", "[{id: a, about: b}, {c, d}]", id="YAML with a comma"),
        pytest.param("no braces } here {", "no braces } here {", id="single braces"),
    ],
)
def test_fill(text: str, expected: str) -> None:
    assert fill(text, VALUES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("exit:\n  {lines}\n", "exit:\n  one\n    two\n", id="lines keep the indentation"),
        pytest.param("- about: {name}", "- about: Local 9", id="one line"),
        pytest.param("{members} {signed}", "3 yes", id="number, yes"),
        pytest.param("{odd}", "a[31mred back\nnext\tline", id="control characters are left out"),
    ],
)
def test_fill_lines(text: str, expected: str) -> None:
    assert fill_lines(text, VALUES) == expected


def test_a_long_value_is_cut_in_a_sentence_and_kept_in_text_to_paste() -> None:
    long = {"name": "x" * 1_000}

    assert fill("{name}", long) == "x" * (LONGEST - 1) + "…"
    assert fill_lines("{name}", long) == "x" * 1_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{name} and {members}", ["name", "members"], id="in order"),
        pytest.param(
            "{Name} {first name} {a-b} {a.b}", ["Name", "first name", "a-b", "a.b"], id="likely slips"
        ),
        pytest.param("{ends: 2026} {} {a, b} {'a'} {[1]}", [], id="YAML"),
    ],
)
def test_fields(text: str, expected: list[str]) -> None:
    assert list(fields(text)) == expected


@given(
    st.text(max_size=60),
    st.dictionaries(st.sampled_from(["a", "b"]), st.text() | st.integers() | st.booleans()),
)
def test_a_sentence_never_breaks_nor_carries_control_characters(text: str, values: dict[str, Value]) -> None:
    for template in ("{a} {b}", "{a}{b}{c}"):
        filled = fill(template, values)
        assert len(filled.splitlines()) <= 1
        assert all(
            character.isprintable() or character.isspace() or ord(character) > 127 for character in filled
        )
    assert fill(text.replace("{", ""), values) == text.replace("{", "")
