"""How a comment that sets points aside is read: what it names, why, until when, and for which line."""

from __future__ import annotations

from datetime import date

import pytest

from coalcheck.engine.findings.settle import mentioned
from coalcheck.engine.findings.suppression import Directive, directives

CODES = {"v402": "V402", "veto-over-messages": "V402", "e501": "E501", "missing-exit-terms": "E501"}


def read(text: str) -> list[Directive]:
    lines = text.split("\n")
    return directives(lines, mentioned(lines))


def only(text: str) -> Directive:
    (directive,) = read(text)
    return directive


@pytest.mark.parametrize(
    ("comment", "written", "reason", "until"),
    [
        pytest.param('ignore[V402] reason="agreed"', ("V402",), "agreed", None, id="a code"),
        pytest.param(
            'ignore[veto-over-messages] reason="x"', ("veto-over-messages",), "x", None, id="a name"
        ),
        pytest.param('ignore[V402, E501] reason="x"', ("V402", "E501"), "x", None, id="several"),
        pytest.param('ignore[V402,V402] reason="x"', ("V402",), "x", None, id="one of them twice"),
        pytest.param("ignore[V402]", ("V402",), "", None, id="no reason"),
        pytest.param('ignore[V402] reason=""', ("V402",), "", None, id="an empty reason"),
        pytest.param(
            'ignore[V402] reason="x" until=2026-12-31', ("V402",), "x", date(2026, 12, 31), id="a last day"
        ),
        pytest.param(
            "ignore[V402] until=\"2026-12-31\" reason='x y'",
            ("V402",),
            "x y",
            date(2026, 12, 31),
            id="turned round",
        ),
        pytest.param(
            "ignore[V402] reason=“as agreed”", ("V402",), "as agreed", None, id="quotes of an office"
        ),
        pytest.param("ignore[V402] reason=agreed", ("V402",), "agreed", None, id="one word without quotes"),
        pytest.param('IGNORE [v402] Reason = "x"', ("v402",), "x", None, id="capitals and blanks"),
        pytest.param('ignore[V402] reason="see # 3"', ("V402",), "see # 3", None, id="a sign in the reason"),
        pytest.param(
            'ignore[V402] reason="x"  # and more', ("V402",), "x", None, id="another comment behind"
        ),
    ],
)
def test_what_it_says(comment: str, written: tuple[str, ...], reason: str, until: date | None) -> None:
    found = only(f"a: b  # coalcheck: {comment}")
    assert found.understood
    assert (found.written, found.reason, found.until) == (written, reason, until)


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        pytest.param(": ingore[V402]", "ignore[V402]", id="a slip of the hand"),
        pytest.param(": ignore V402", "ignore[V402]", id="no brackets"),
        pytest.param(": ignore[V402", "ignore[V402]", id="one bracket"),
        pytest.param(": ignore", "ignore[V401]", id="nothing named"),
        pytest.param(": ignore[]", "ignore[V401]", id="nothing in brackets"),
        pytest.param(' ignore[V402] reason="x"', 'ignore[V402] reason="x"', id="no colon"),
        pytest.param(": ignore[V402] we agreed", "ignore[V402]", id="words without a name"),
        pytest.param(": ignore[V402] because=x", "ignore[V402]", id="another name"),
        pytest.param(": ignore[V402] reason=x reason=y", "ignore[V402]", id="two reasons"),
        pytest.param(': ignore[V402] reason="never closed', "ignore[V402]", id="a quote left open"),
        pytest.param(": ignore[V402] until=tomorrow", "ignore[V402]", id="no day"),
        pytest.param(": ignore[V402] until=2026-02-30", "ignore[V402]", id="a day that is not"),
        pytest.param(": ignore[V402] until=20261231", "ignore[V402]", id="a day without dashes"),
        pytest.param(": off", "ignore[V401]", id="off"),
    ],
)
def test_what_it_may_have_meant(comment: str, meant: str) -> None:
    found = only(f"a: b  # coalcheck{comment}")
    assert not found.understood
    assert meant in found.meant
    assert only(f"a: b  {found.meant}").understood, "what is proposed is understood"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b  # a comment", id="another comment"),
        pytest.param("# coalcheck: 1\na: b", id="the format, taken out"),
        pytest.param("# coalcheck validate says it is ready\na: b", id="words about us"),
        pytest.param('a: "# coalcheck: ignore[V402]"', id="in quotes"),
        pytest.param("a: |\n  # coalcheck: ignore[V402]", id="in a block"),
        pytest.param("coalcheck: 1", id="the format"),
        pytest.param("a: b  # expect: V402", id="a mark of our examples"),
        pytest.param("a: b#coalcheck: ignore[V402]", id="inside a word"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        pytest.param("a: b  # coalcheck: ignore[V402]\nc: d", 1, id="its own line"),
        pytest.param("# coalcheck: ignore[V402]\na: b\nc: d", 2, id="the next line"),
        pytest.param("# coalcheck: ignore[V402]\n# why\n  # so\na: b", 4, id="below other comments"),
        pytest.param("# coalcheck: ignore[V402]\n\na: b", 2, id="not beyond an empty line"),
        pytest.param("a: |  # coalcheck: ignore[V402]\n  b", 1, id="the first line of a block"),
        pytest.param("a: b\n# coalcheck: ignore[V402]", 3, id="nothing below"),
    ],
)
def test_for_which_line(text: str, covers: int) -> None:
    assert only(text).covers == covers


def test_a_comment_longer_than_anybody_writes_is_not_understood() -> None:
    assert only(f'a: b  # coalcheck: ignore[V402] reason="{"x" * 400}"').understood
    assert not only(f'a: b  # coalcheck: ignore[V402] reason="{"x" * 600}"').understood


def test_where_it_stands() -> None:
    found = only('a: b  # first # coalcheck: ignore[V402] reason="x"   # last')
    line = 'a: b  # first # coalcheck: ignore[V402] reason="x"   # last'
    assert line[found.span.column - 1 : found.span.end_column - 1] == '# coalcheck: ignore[V402] reason="x"'


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("V402", "V402", id="code"),
        pytest.param("v402", "V402", id="small letters"),
        pytest.param("missing-exit-terms", "E501", id="name"),
        pytest.param("Missing-Exit-Terms", "E501", id="capitals"),
        pytest.param("E5", "", id="not the beginning of a code"),
        pytest.param("E502", "", id="not another code"),
        pytest.param("missing", "", id="not the beginning of a name"),
    ],
)
def test_which_rule_is_meant(written: str, code: str) -> None:
    assert list(only(f"a: b # coalcheck: ignore[{written}]").rules(CODES)) == [(written, code)]
