"""Colons and spaces: each slip is named, placed and repaired, and the rest of the file is read."""

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
            "about: Gas: new plants\nb: c\n",
            [("colon-in-prose", (1, 11), 'about: "Gas: new plants"')],
            {"about": "Gas: new plants", "b": "c"},
            id="a colon in prose",
        ),
        pytest.param(
            'about: Gas: the "new" plants\n',
            [("colon-in-prose", (1, 11), "about: 'Gas: the \"new\" plants'")],
            {"about": 'Gas: the "new" plants'},
            id="with quotes inside",
        ),
        pytest.param(
            "about: Gas: members' plants  # why\n",
            [("colon-in-prose", (1, 11), 'about: "Gas: members\' plants"  # why')],
            {"about": "Gas: members' plants"},
            id="with an apostrophe and a note",
        ),
        pytest.param(
            "about: Gas:\nb: c\n",
            [("colon-in-prose", (1, 11), 'about: "Gas:"')],
            {"about": "Gas:", "b": "c"},
            id="at the end of a line",
        ),
        pytest.param(
            "about: Gas: new\n  and old plants\nb: c\n",
            [("colon-in-prose", (1, 11), 'about: "Gas: new\n  and old plants"')],
            {"about": "Gas: new and old plants", "b": "c"},
            id="over two lines, on the first",
        ),
        pytest.param(
            "about: Gas plants\n  before the vote: now\nb: c\n",
            [("colon-in-prose", (2, 18), 'about: "Gas plants\n  before the vote: now"')],
            {"about": "Gas plants before the vote: now", "b": "c"},
            id="over two lines, on the second",
        ),
        pytest.param(
            "a: {about: Gas: new, b: c}\n",
            [("colon-in-prose", (1, 15), 'a: {about: "Gas: new", b: c}')],
            {"a": {"about": "Gas: new", "b": "c"}},
            id="inside braces",
        ),
        pytest.param(
            "a:\n  - Joint texts: none\n  - b\n",
            [("colon-in-prose", (2, 16), '  - "Joint texts: none"')],
            {"a": ["Joint texts: none", "b"]},
            id="in a list",
        ),
        pytest.param(
            "a: [joint texts: none, b]\n",
            [("colon-in-prose", (1, 16), 'a: ["joint texts: none", b]')],
            {"a": ["joint texts: none", "b"]},
            id="in a list in brackets",
        ),
        pytest.param(
            "name:Clean Air\nb: c\n",
            [("missing-space", (1, 5), "name: Clean Air")],
            {"name": "Clean Air", "b": "c"},
            id="no space behind a colon, first",
        ),
        pytest.param(
            "b: c\nname:Clean Air\nd: e\n",
            [("missing-space", (2, 5), "name: Clean Air")],
            {"b": "c", "name": "Clean Air", "d": "e"},
            id="no space behind a colon, later",
        ),
        pytest.param(
            "m:\n  in_all:600 EUR\n  one:200 EUR\n",
            [("missing-space", (2, 9), "  in_all: 600 EUR"), ("missing-space", (3, 6), "  one: 200 EUR")],
            {"m": {"in_all": "600 EUR", "one": "200 EUR"}},
            id="no space behind all colons of a group",
        ),
        pytest.param(
            "m:\n  - id:breathe\n",
            [("missing-space", (2, 7), "  - id: breathe")],
            {"m": [{"id": "breathe"}]},
            id="no space behind a colon in a list",
        ),
        pytest.param(
            "m: {id: a, about:Gas}\n",
            [("missing-space", (1, 17), "m: {id: a, about: Gas}")],
            {"m": {"id": "a", "about": "Gas"}},
            id="no space behind a colon in braces",
        ),
        pytest.param(
            "c:\n  -speak\n  -event\nd: e\n",
            [("missing-space", (2, 3), "  - speak"), ("missing-space", (3, 3), "  - event")],
            {"c": ["speak", "event"], "d": "e"},
            id="no space behind dashes",
        ),
        pytest.param(
            "c:\n  - speak\n  -event\n",
            [("missing-space", (3, 3), "  - event")],
            {"c": ["speak", "event"]},
            id="no space behind the last dash",
        ),
        pytest.param(
            "c:\n  -speak  # one\n  - event\n",
            [("missing-space", (2, 3), "  - speak  # one")],
            {"c": ["speak", "event"]},
            id="no space behind the first dash",
        ),
        pytest.param(
            "name\uff1aClean Air\nb: c\n",
            [("wide-colon", (1, 5), "name: Clean Air")],
            {"name": "Clean Air", "b": "c"},
            id="a wide colon",
        ),
    ],
)
def test_slips_of_colons_are_told_repaired_and_read_over(
    text: str, expected: list[Told], values: object
) -> None:
    document = read(text, "charter.yaml")

    assert [
        (each.kind, each.span[:2], each.values.get("repair", "")) for each in document.problems
    ] == expected
    assert document.root is not None
    assert plain(document.root) == values
    assert document.complete
