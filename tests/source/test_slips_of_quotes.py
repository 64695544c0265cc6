"""Quotes and brackets: each slip is named, placed and repaired, and the rest of the file is read."""

from __future__ import annotations

import pytest

from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

Told = tuple[str, tuple[int, int], str]
"""Kind, line and column, and the repaired line; empty where only the author can repair it."""


@pytest.mark.parametrize(
    ("text", "expected", "values"),
    [
        pytest.param(
            'name: "Clean Air\nkind: x\n',
            [("unclosed-quote", (1, 7), 'name: "Clean Air"')],
            {"name": "Clean Air", "kind": "x"},
            id="a quote never closed",
        ),
        pytest.param(
            'name: "Clean Air\nkind: "x"\nb: c\n',
            [("unclosed-quote", (1, 7), 'name: "Clean Air"')],
            {"name": "Clean Air", "kind": "x", "b": "c"},
            id="a quote closed by the next one",
        ),
        pytest.param(
            "name: 'Tis time\nkind: don't\n",
            [("unclosed-quote", (1, 7), 'name: "\'Tis time"')],
            {"name": "'Tis time", "kind": "don't"},
            id="an apostrophe that opens",
        ),
        pytest.param(
            'a: {b: "Clean Air, c: d}\ne: f\n',
            [("unclosed-quote", (1, 8), 'a: {b: "Clean Air", c: d}')],
            {"a": {"b": "Clean Air", "c": "d"}, "e": "f"},
            id="a quote never closed in braces",
        ),
        pytest.param(
            "a: [x, y\nb: c\n",
            [("unclosed-bracket", (1, 4), "a: [x, y]")],
            {"a": ["x", "y"], "b": "c"},
            id="a bracket never closed",
        ),
        pytest.param(
            "a: [x,\n  y\nb: c\n",
            [("unclosed-bracket", (1, 4), "  y]")],
            {"a": ["x", "y"], "b": "c"},
            id="a bracket over two lines never closed",
        ),
        pytest.param(
            "a: {x: y\nb: c\n",
            [("unclosed-bracket", (1, 4), "a: {x: y}")],
            {"a": {"x": "y"}, "b": "c"},
            id="a brace never closed",
        ),
        pytest.param(
            "a: [x}\nb: c\n",
            [("unclosed-bracket", (1, 4), "a: [x]")],
            {"a": ["x"], "b": "c"},
            id="a bracket closed by a brace",
        ),
        pytest.param(
            "a: [b, {c: d]\ne: f\n",
            [("unclosed-bracket", (1, 8), "a: [b, {c: d}]")],
            {"a": ["b", {"c": "d"}], "e": "f"},
            id="the inner brace not closed",
        ),
        pytest.param(
            'name: "Clean" Air\nb: c\n',
            [("text-after-quote", (1, 15), "name: '\"Clean\" Air'")],
            {"name": '"Clean" Air', "b": "c"},
            id="text behind a quote",
        ),
        pytest.param(
            "name: 'don't'\n",
            [("text-after-quote", (1, 12), 'name: "don\'t"')],
            {"name": "don't"},
            id="an apostrophe inside single quotes",
        ),
        pytest.param(
            'a: "S:\\papers"\nb: c\n',
            [("unknown-escape", (1, 7), 'a: "S:\\\\papers"')],
            {"a": "S:\\papers", "b": "c"},
            id="a backslash",
        ),
        pytest.param(
            "a: \u201cGas: new\u201d\nb: \u201cc\u201d\n",
            [("colon-in-prose", (1, 8), 'a: "\u201cGas: new\u201d"'), ("smart-quotes", (2, 4), 'b: "c"')],
            {"a": "\u201cGas: new\u201d", "b": "c"},
            id="curled quotes",
        ),
        pytest.param(
            "a: {b: \u201cGas, coal\u201d}\nc: [\u201cd, e\u201d]\n",
            [("smart-quotes", (1, 8), 'a: {b: "Gas, coal"}'), ("smart-quotes", (2, 5), 'c: ["d, e"]')],
            {"a": {"b": "Gas, coal"}, "c": ["d, e"]},
            id="curled quotes around commas",
        ),
    ],
)
def test_slips_of_quotes_and_brackets_are_told_repaired_and_read_over(
    text: str, expected: list[Told], values: object
) -> None:
    document = read(text, "charter.yaml")

    assert [
        (each.kind, each.span[:2], each.values.get("repair", "")) for each in document.problems
    ] == expected
    assert document.root is not None
    assert plain(document.root) == values
    assert document.complete
