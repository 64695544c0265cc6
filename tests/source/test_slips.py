"""What only the author can repair, what is in order, what is left out, and many slips at once."""

from __future__ import annotations

import pytest

from coalcheck.engine.source.node import Document, Mapping
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

Told = tuple[str, tuple[int, int], str]
"""Kind, line and column, and the repaired line; empty where only the author can repair it."""


def document(text: str) -> Document:
    return read(text, "charter.yaml")


def told(text: str) -> list[Told]:
    return [(each.kind, each.span[:2], each.values.get("repair", "")) for each in document(text).problems]


def value(text: str) -> object:
    root = document(text).root
    return None if root is None else plain(root)


@pytest.mark.parametrize(
    ("text", "expected", "values"),
    [
        pytest.param(
            "a: Local #9\n",
            [("cut-by-hash", (1, 10), 'a: "Local #9"')],
            {"a": "Local"},
            id="a hash before a number",
        ),
        pytest.param(
            "a: our #CleanAir day\n",
            [("cut-by-hash", (1, 8), 'a: "our #CleanAir day"')],
            {"a": "our"},
            id="a hash before a word",
        ),
        pytest.param(
            "a: #1 of all\n",
            [("cut-by-hash", (1, 4), 'a: "#1 of all"')],
            {"a": None},
            id="a hash before it all",
        ),
        pytest.param(
            "a: Local # 9\n", [("cut-by-hash", (1, 10), 'a: "Local # 9"')], {"a": "Local"}, id="a hash apart"
        ),
        pytest.param(
            "a: 5.000 EUR\n",
            [("ambiguous-number", (1, 4), "a: 5000 EUR")],
            {"a": "5.000 EUR"},
            id="five thousand?",
        ),
        pytest.param(
            "a: EUR 5,000\n",
            [("ambiguous-number", (1, 8), "a: EUR 5000")],
            {"a": "EUR 5,000"},
            id="currency first",
        ),
        pytest.param(
            "a: 01/02/2026\n",
            [("ambiguous-date", (1, 4), "a: 2026-02-01")],
            {"a": "01/02/2026"},
            id="February?",
        ),
        pytest.param(
            "a: minute of\n  1/2/2026\n",
            [("ambiguous-date", (2, 3), "  2026-02-01")],
            {"a": "minute of 1/2/2026"},
            id="a date in a sentence",
        ),
        pytest.param(
            "a: &co Breathe\n",
            [("lost-ampersand", (1, 4), 'a: "&co Breathe"')],
            {"a": "Breathe"},
            id="an ampersand",
        ),
        pytest.param(
            "a: {b, c: d}\n",
            [("missing-value", (1, 5), "")],
            {"a": {"b": None, "c": "d"}},
            id="a word without value",
        ),
    ],
)
def test_where_only_the_author_knows_the_text_stays(text: str, expected: list[Told], values: object) -> None:
    assert told(text) == expected
    assert value(text) == values


SILENT = [
    ("notes", "kind: coalition   # coalition | alliance\n"),
    ("a note after one space", "stage: draft # not signed yet\n"),
    ("a note without a space", "stage: draft  #todo\n"),
    ("a note behind a key", "members: # the founding three\n  - id: a\n"),
    ("a note of ours", "a: b #coalcheck: ignore\nc: d # coalcheck: ignore[E501]\n"),
    ("a note with a number", "passes: all members # 3 of 3\n"),
    ("a note on a line of its own", "a: b\n#1\n# 2\nc: d\n"),
    ("a hash in quotes", "a: \"Local #9\"\nb: 'Local #9'\n"),
    ("a hash in a block", "a: |\n  Local #9\n  # not a note\n"),
    ("a colon in quotes", 'a: "Gas: new"\n'),
    ("a colon in a block", "a: >\n  Gas: new\n"),
    ("a time", "a: at 10:00 sharp\nb: 10:30\nc:\n  - 10:30\n"),
    ("an address", "a: https://example.org/x\nb:\n  - https://example.org\n  - mailto:a@example.org\n"),
    ("a folder", "a:\n  - c:\\papers\n"),
    ("a name with a colon", "a: urn:isbn:12\nb:\n  - isbn:12\n"),
    ("numbers as YAML has them", "a: 5000 EUR\nb: 0.500\nc: 12.5 hours\nd: 1200.50\ne: -3\n"),
    ("versions and chapters", "a: 1.2.3\nb: bylaw 7.200\nc: chapters 4,7\nd: 1.2.3.4\n"),
    ("percents", "a: 62.500%\nb: 66.667 percent\n"),
    ("numbers in sentences", "a: 1,200 members signed the petition for clean air\nb: some 1.200 people\n"),
    ("a table of decimals", "w: {DE: 83.445, FR: 67.9}\n"),
    ("dates as YAML has them", "a: 2026-04-01\nb: 30 September 2026\nc: 2026-04-03T14:00+02:00\n"),
    ("fractions", "a: at least 2/3 of votes cast\nb: 1/3\nc: 3/4 of 2/3\n"),
    ("no dates", "a: 99/99/2026\nb: file 12/13/14/15\nc: 2026-13-40\n"),
    (
        "quotes in sentences",
        "a: the clinic\u2019s \u201cshare\u201d of it\nb: \u201cFair work\u201d for all\n",
    ),
    ("a long dash in a sentence", "a: Gas \u2013 all of it\nb:\n  - Gas\n  - \u2013\n"),
    ("a wide colon in a sentence", "a: \u4fdd\u6301\uff1a\u73b0\u5728\n"),
    ("a space that does not break", "a: 20\u00a0hours\nb: \u00abPourquoi\u00a0?\u00bb\n"),
    ("tabs in text", "a: b\tc\nd: 'e\tf'\n"),
    ("tabs in a block", "a: |\n  b\n  \tc\n"),
    ("tabs before a note", "a: b\t# c\n"),
    ("a dash in a sentence", "a: Gas\n  - and coal\n"),
    ("numbers below nought", "a:\n  - -5\n"),
    ("words with dashes", "a: well-known\nb:\n  - widen-scope\n"),
    ("words of no", "a: NO\nb: on\nc: yes\n"),
    ("brackets over lines", "a: [b,\n  c,\n]\nd: {\n  e: f,\n}\n"),
    ("empty brackets", "a: []\nb: {}\n"),
    ("a value that is empty on purpose", "a: {b: , c: ''}\n"),
    ("keys in quotes", '{"a":1, "b": [2]}\n'),
    ("references", "a: &x {b: c}\nd: *x\n"),
    ("lists not set in", "a:\n- b\n- c: d\n  e: f\n"),
    ("lists in lists", "a:\n  - - b\n    - c\n"),
    ("blanks at ends", "a: b   \n  \nc: d\n"),
    ("no line end at the end", "a: b"),
    ("one key of two words in braces", "a: [{b c: d}]\n"),
    ("one key of one word in a list", "a:\n  - id: b\n"),
    ("signs inside", "a: 50% of [all] @ the {port} & *more* `x` | > !\n"),
    (
        "letters of other scripts",
        "\u043d\u0430\u0437\u0432\u0430: \u0427\u0438\u0441\u0442\u0435\na: \u062a\u062d\u0627\u0644\u0641\n",
    ),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SILENT])
def test_what_is_in_order_is_passed_over(text: str) -> None:
    assert told(text) == []
    assert document(text).complete


@pytest.mark.parametrize(
    ("text", "expected", "values"),
    [
        pytest.param(
            "a: b\n%c: d\ne: f\n",
            [("unreadable-line", (2, 1))],
            {"a": "b", "e": "f"},
            id="a line that is left out",
        ),
        pytest.param(
            "a: b\n: c\nd: e\n", [("value-without-key", (2, 1))], {"a": "b", "d": "e"}, id="a colon alone"
        ),
    ],
)
def test_what_is_left_out_is_said(
    text: str, expected: list[tuple[str, tuple[int, int]]], values: object
) -> None:
    read_ = document(text)

    assert [(each.kind, each.span[:2]) for each in read_.problems] == expected
    assert value(text) == values
    assert not read_.complete


def test_many_slips_of_one_file_are_all_told() -> None:
    text = (
        'name: "Clean Air\n'
        "kind:coalition\n"
        "purpose: Gas: none\n"
        "term: {starts: 01/02/2026, ends: 31/12/2026\n"
        "members:\n"
        "  -id: breathe\n"
        "    role: Leads: evidence\n"
        "  - id: local-9\n"
        "\trole: Leads\n"
        "money: {in_all: 6,000 EUR}\n"
    )

    assert [kind for kind, _, _ in told(text)] == [
        "unclosed-quote",
        "missing-space",
        "colon-in-prose",
        "unclosed-bracket",
        "ambiguous-date",
        "date-format",
        "missing-space",
        "colon-in-prose",
        "tab",
        "comma-in-braces",
    ]
    assert document(text).complete


@pytest.mark.parametrize(
    ("text", "route"),
    [
        pytest.param("a:\n  - b: c: d\n", ("a", 0, "b"), id="in a list"),
        pytest.param("a:\n  b: c\n d: e\n", ("a", "d"), id="the line that moved"),
        pytest.param("a: b\nc: {d: [e}\n", ("c", "d"), id="in braces"),
        pytest.param("a:\u00a0b\n", ("a",), id="a space"),
        pytest.param("a: b\n  \u200bc\n", ("a",), id="a character without width"),
    ],
)
def test_a_slip_has_its_logical_place(text: str, route: tuple[str | int, ...]) -> None:
    assert document(text).problems[0].route == route


def test_columns_are_those_of_the_file_behind_a_repair() -> None:
    root = document("a: {b: \u201cGas, coal\u201d, c:d, e: f}\nname: 'x\u200by' z\n").root
    assert isinstance(root, Mapping)
    braces = root.entries["a"].value
    assert isinstance(braces, Mapping)

    spans = {text: entry.value.span for text, entry in braces.entries.items()}

    assert spans == {"b": (1, 8, 1, 19), "c": (1, 23, 1, 24), "e": (1, 29, 1, 30)}
    assert root.entries["name"].value.span == (2, 7, 2, 14)
