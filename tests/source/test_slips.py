"""Slips of the hand: each is named, placed and repaired, and the rest of the file is read."""

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
def test_a_slip_is_told_repaired_and_read_over(text: str, expected: list[Told], values: object) -> None:
    assert told(text) == expected
    assert value(text) == values
    assert document(text).complete


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
