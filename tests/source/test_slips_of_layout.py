"""What is set in, and lists: each slip is named, placed and repaired, and the rest of the file is read."""

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
            "c:\n  \u2013 speak\n  \u2022 event\n",
            [("list-mark", (2, 3), "  - speak"), ("list-mark", (3, 3), "  - event")],
            {"c": ["speak", "event"]},
            id="marks of a word processor",
        ),
        pytest.param(
            "c:\n  * speak\n  * event\n",
            [("list-mark", (2, 3), "  - speak"), ("list-mark", (3, 3), "  - event")],
            {"c": ["speak", "event"]},
            id="stars for dashes",
        ),
        pytest.param(
            "c: - speak\nd: e\n",
            [("list-on-key-line", (1, 4), "c: [speak]")],
            {"c": ["speak"], "d": "e"},
            id="a list beside its key",
        ),
        pytest.param(
            "m:\n  - id: a\n   name: x\n  - id: b\n",
            [("uneven-indent", (3, 1), "    name: x")],
            {"m": [{"id": "a", "name": "x"}, {"id": "b"}]},
            id="one space short",
        ),
        pytest.param(
            "m:\n  - id: a\n     name: x\n  - id: b\n",
            [("uneven-indent", (3, 1), "    name: x")],
            {"m": [{"id": "a", "name": "x"}, {"id": "b"}]},
            id="one space too far",
        ),
        pytest.param(
            "a:\n  b: c\n d:\n   e: f\n",
            [("uneven-indent", (3, 1), "  d:")],
            {"a": {"b": "c", "d": {"e": "f"}}},
            id="what belongs to a line moves with it",
        ),
        pytest.param(
            "  a: b\n  c: d\ne: f\n",
            [("uneven-indent", (1, 1), "a: b")],
            {"a": "b", "c": "d", "e": "f"},
            id="the first lines set in",
        ),
        pytest.param(
            "c:\n  - a\n   - b\n",
            [("swallowed-item", (3, 1), "  - b")],
            {"c": ["a", "b"]},
            id="an item set in further",
        ),
        pytest.param(
            "a:\n\tb: c\n\td:\n\t\te: f\n",
            [("tab", (2, 1), "  b: c"), ("tab", (3, 1), "  d:"), ("tab", (4, 1), "    e: f")],
            {"a": {"b": "c", "d": {"e": "f"}}},
            id="tabs",
        ),
        pytest.param(
            "a:\n    b: c\n\td: e\n",
            [("tab", (3, 1), "    d: e")],
            {"a": {"b": "c", "d": "e"}},
            id="a tab among four spaces",
        ),
        pytest.param("a:\n  -\tb\n", [("tab", (2, 4), "  - b")], {"a": ["b"]}, id="a tab behind a dash"),
        pytest.param(
            "a: b\nnotice 7 days\nc: d\n",
            [("missing-colon", (2, 1), "notice: 7 days")],
            {"a": "b", "notice": "7 days", "c": "d"},
            id="no colon",
        ),
        pytest.param(
            "name = Clean Air\nb: c\n",
            [("missing-colon", (1, 1), "name: Clean Air")],
            {"name": "Clean Air", "b": "c"},
            id="an equals sign",
        ),
        pytest.param(
            "p: Stop the deal\nbefore the vote in September\nc: d\n",
            [("stray-line", (2, 1), "  before the vote in September")],
            {"p": "Stop the deal before the vote in September", "c": "d"},
            id="a sentence that goes on",
        ),
        pytest.param(
            "a:\u00a0b\n",
            [("non-breaking-space", (1, 3), "a: b")],
            {"a": "b"},
            id="another space behind a colon",
        ),
        pytest.param(
            "a:\n\u00a0\u00a0b: c\n",
            [("non-breaking-space", (2, 1), "  b: c")],
            {"a": {"b": "c"}},
            id="other spaces before a key",
        ),
    ],
)
def test_slips_of_layout_are_told_repaired_and_read_over(
    text: str, expected: list[Told], values: object
) -> None:
    document = read(text, "charter.yaml")

    assert [
        (each.kind, each.span[:2], each.values.get("repair", "")) for each in document.problems
    ] == expected
    assert document.root is not None
    assert plain(document.root) == values
    assert document.complete
