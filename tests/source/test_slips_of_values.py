"""Signs, numbers and dates: each slip is named, placed and repaired, and the rest of the file is read."""

from __future__ import annotations

import pytest

from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

Told = tuple[str, tuple[int, int], str]
"""Kind, line and column, and the repaired line; empty where only the author can repair it."""


@pytest.mark.parametrize(
    ("text", "expected", "values"),
    [
        *(
            pytest.param(
                f"a: {sign}\nb: c\n",
                [("special-opening", (1, 4), f'a: "{sign}"')],
                {"a": sign, "b": "c"},
                id=f"begins with {sign[0]}",
            )
            for sign in (
                "@home",
                "`x` y",
                "%x",
                "* see",
                "& more",
                "> text",
                "| text",
                "[draft] x",
                "? b",
                "}",
                "*a b",
            )
        ),
        pytest.param(
            "a: {{name}}\n",
            [("special-opening", (1, 4), 'a: "{{name}}"')],
            {"a": "{{name}}"},
            id="a place to be filled in",
        ),
        pytest.param(
            "a: Local #9 is\n  on strike\nb: c\n",
            [("cut-by-hash", (1, 10), 'a: "Local #9 is\n  on strike"')],
            {"a": "Local #9 is on strike", "b": "c"},
            id="a hash above a further line",
        ),
        pytest.param(
            "a: !now b\n", [("tag", (1, 4), 'a: "!now b"')], {"a": "!now b"}, id="an exclamation mark"
        ),
        pytest.param("a: !!int 5\n", [("tag", (1, 4), "a: 5")], {"a": 5}, id="a type"),
        pytest.param(
            "a: &x !!set {b: c}\n", [("tag", (1, 7), "a: &x {b: c}")], {"a": {"b": "c"}}, id="a label too"
        ),
        pytest.param(
            "a: *b\n", [("unknown-alias", (1, 4), 'a: "*b"')], {"a": "*b"}, id="a star that refers to nothing"
        ),
        pytest.param(
            "a: &b\n", [("lost-ampersand", (1, 4), 'a: "&b"')], {"a": "&b"}, id="an ampersand alone"
        ),
        pytest.param(
            "a: {m: 1,200 EUR}\n",
            [("comma-in-braces", (1, 8), "a: {m: 1200 EUR}")],
            {"a": {"m": "1200 EUR"}},
            id="a comma in a number in braces",
        ),
        pytest.param(
            "a: {m: 12,5%}\n",
            [("comma-in-braces", (1, 8), "a: {m: 12.5%}")],
            {"a": {"m": "12.5%"}},
            id="a decimal comma in braces",
        ),
        pytest.param(
            "a: {b: Gas, coal, and jobs, c: d}\n",
            [("comma-in-braces", (1, 8), 'a: {b: "Gas, coal, and jobs", c: d}')],
            {"a": {"b": "Gas, coal, and jobs", "c": "d"}},
            id="commas in a sentence in braces",
        ),
        pytest.param(
            "a: {b, c}\n", [("list-in-braces", (1, 4), "a: [b, c]")], {"a": ["b", "c"]}, id="a list in braces"
        ),
        pytest.param(
            "a: 1.200,50 EUR\n",
            [("number-marks", (1, 4), "a: 1200.50 EUR")],
            {"a": "1200.50 EUR"},
            id="marks in a number",
        ),
        pytest.param(
            "a: 25/12/2026\n",
            [("date-format", (1, 4), "a: 2026-12-25")],
            {"a": "2026-12-25"},
            id="a day first",
        ),
    ],
)
def test_slips_of_values_are_told_repaired_and_read_over(
    text: str, expected: list[Told], values: object
) -> None:
    document = read(text, "charter.yaml")

    assert [
        (each.kind, each.span[:2], each.values.get("repair", "")) for each in document.problems
    ] == expected
    assert document.root is not None
    assert plain(document.root) == values
    assert document.complete
