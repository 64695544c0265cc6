"""The sentences around the points: heading, answer, what is kept back, what is due."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Heading, Report, Result
from coalcheck.engine.report import formats, renderer
from coalcheck.engine.report.parts.answer import answer, summary
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.footer import next_line
from coalcheck.engine.report.parts.heading import heading_line
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.order import choose, kept_back, points_of, worst_first
from coalcheck.engine.source.node import Span

LETTERS = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}


def finding(severity: Severity, code: str = "D301", line: int = 1, path: str = "decisions.a") -> Finding:
    return Finding(
        code,
        "a-point",
        severity,
        "A point",
        "Why not",
        "do: it",
        True,
        "c.yaml",
        path,
        Span(line, 1, line, 2),
        "0",
        "",
    )


def unlike(letters: str) -> tuple[Finding, ...]:
    """Findings of these severities, each with a reason of its own."""
    found = enumerate(map(LETTERS.__getitem__, letters))
    return tuple(replace(finding(severity), why=f"Reason {number}") for number, severity in found)


def result(letters: str, heading: Heading | None, file: str = "c.yaml") -> Result:
    return Result(file, "charter", unlike(letters), heading)


def heading(
    stage: str = "draft", kind: str = "coalition", model: str = "opportunistic", members: int = 3
) -> Heading:
    return Heading("Clean Air", kind, model, stage, members)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        pytest.param(heading(), "Clean Air, draft of an opportunistic coalition, 3 members", id="draft"),
        pytest.param(
            heading("signed", "alliance", "structural"),
            "Clean Air, signed charter of a structural alliance, 3 members",
            id="signed",
        ),
        pytest.param(
            heading("pilot", "network", "values-bridge"),
            "Clean Air, pilot of a values-bridge network, 3 members",
            id="pilot",
        ),
        pytest.param(heading("", "", "", 1), "Clean Air, a coalition, 1 member", id="nothing declared"),
        pytest.param(heading("", "", "", 0), "Clean Air, a coalition, no members yet", id="nobody"),
        pytest.param(heading("", "party", "loose"), "Clean Air, a coalition, 3 members", id="unknown words"),
        pytest.param(heading("signed", "body"), "Clean Air, rules of a standing body, 3 members", id="body"),
        pytest.param(
            heading(members=1234), "Clean Air, draft of an opportunistic coalition, 1,234 members", id="many"
        ),
        pytest.param(
            Heading(" ", "body", "", "", 2), "c.yaml, rules of a standing body, 2 members", id="no name"
        ),
        pytest.param(None, "c.yaml", id="unreadable"),
    ],
)
def test_heading(given: Heading | None, line: str) -> None:
    assert heading_line(result("", given)) == line


@pytest.mark.parametrize(
    ("stage", "letters", "sentence"),
    [
        ("draft", "eeeww", "Not ready to sign yet: 3 points to settle, 2 worth a talk."),
        ("draft", "e", "Not ready to sign yet: 1 point to settle."),
        ("draft", "ei", "Not ready to sign yet: 1 point to settle."),
        ("draft", "ww", "Ready to sign: nothing to settle, 2 worth a talk."),
        ("draft", "i", "Ready to sign: nothing to settle, 1 point of good practice."),
        ("draft", "", "Ready to sign: nothing to settle."),
        ("", "e", "Not ready to sign yet: 1 point to settle."),
        ("exploring", "ew", "Still exploring: 1 point to settle before signing, 1 worth a talk."),
        ("exploring", "w", "Still exploring: nothing to settle, 1 worth a talk."),
        ("pilot", "ee", "In the pilot: 2 points to settle before signing."),
        ("pilot", "", "In the pilot: nothing to settle."),
        ("signed", "ee", "Signed, with 2 points to settle."),
        ("signed", "", "Signed and in order: nothing to settle."),
        ("ended", "e", "Ended, with 1 point to settle."),
        ("ended", "", "Ended: nothing to settle."),
    ],
)
def test_answer(stage: str, letters: str, sentence: str) -> None:
    assert answer(result(letters, heading(stage))) == sentence


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("draft", "NEXT, once signed: a review."),
        ("", "NEXT, once signed: a review."),
        ("exploring", "NEXT: a review."),
        ("pilot", "NEXT: a review."),
        ("signed", "NEXT: a review."),
    ],
)
def test_what_is_due_waits_for_the_signing_only_where_that_is_next(stage: str, line: str) -> None:
    assert next_line(replace(result("", heading(stage)), next_step="a review.")) == line


@pytest.mark.parametrize("stage", ["draft", "signed", ""])
def test_the_rules_of_a_body_are_never_signed(stage: str) -> None:
    assert answer(result("ew", heading(stage, "body"))) == "1 point to settle in these rules, 1 worth a talk."
    assert answer(result("", heading(stage, "body"))) == "Nothing to settle in these rules."


def test_a_file_that_is_no_charter() -> None:
    unreadable = replace(result("e", None), lines=("[",))
    own = replace(unreadable, kind="policy", file="policies/own.yaml")
    assert answer(unreadable) == "This file does not read as a charter yet: 1 point to settle first."
    assert answer(own) == "1 point to settle."
    both = Report((own, result("w", heading())), date(2026, 7, 1), "0", "reference")
    assert summary(both) == (
        "In both files together: 1 point to settle, 1 worth a talk; nothing to settle in one of them."
    )


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        pytest.param(["", ""], "In both charters: nothing to settle.", id="in order"),
        pytest.param(
            ["e", "ew"], "In both charters together: 2 points to settle, 1 worth a talk.", id="both open"
        ),
        pytest.param(
            ["ee", "ew", "eeeew"],
            "In all 3 charters together: 7 points to settle, 2 worth a talk.",
            id="unlike numbers are a sum",
        ),
        pytest.param(
            ["e", "", "ew"],
            "In all 3 charters together: 2 points to settle, 1 worth a talk; "
            "nothing to settle in one of them.",
            id="one in order",
        ),
        pytest.param(
            ["e", "w", "i"],
            "In all 3 charters together: 1 point to settle, 1 worth a talk; "
            "nothing to settle in two of them.",
            id="two without anything to settle",
        ),
        pytest.param(
            ["", "", "i"],
            "In all 3 charters: nothing to settle, 1 point of good practice.",
            id="good practice",
        ),
    ],
)
def test_summary(letters: list[str], sentence: str) -> None:
    results = tuple(result(each, heading()) for each in letters)
    assert summary(Report(results, date(2026, 7, 1), "0", "reference")) == sentence


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("", ""),
        ("i", "1 more, good practice"),
        ("iii", "3 more, all good practice"),
        ("ee", "2 more, all to settle"),
        ("ewwii", "5 more (1 to settle, 2 worth a talk, 2 good practice)"),
    ],
)
def test_kept_back(letters: str, said: str) -> None:
    assert kept_back(points_of(unlike(letters))) == said


def test_worst_first() -> None:
    ordered = [
        finding(Severity.ERROR, "C101", 9),
        finding(Severity.ERROR, "E501", 2),
        finding(Severity.ERROR, "D301", 3),
        finding(Severity.ERROR, "D301", 7),
        finding(Severity.ERROR, "L001", 1),
        finding(Severity.WARNING, "C150", 1),
        finding(Severity.INFO, "C160", 1),
    ]
    assert worst_first(reversed(ordered)) == ordered


def test_what_is_missing_comes_in_the_order_in_which_charters_are_read() -> None:
    ordered = [finding(Severity.ERROR, "C153", 1, key) for key in ("purpose", "members", "decisions", "exit")]
    assert worst_first(reversed(ordered)) == ordered


SEVERITIES = st.sampled_from(list(Severity))
TEXT = st.text(max_size=60)
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["C101", "E501", "L007"]), name=st.just("a-name"), severity=SEVERITIES, message=TEXT,
    why=TEXT, fix=TEXT, write=st.booleans(), file=st.just("c.yaml"), path=st.sampled_from(["exit", "a.b[c]"]),
    span=st.builds(Span, st.integers(1, 9), st.integers(1, 40), st.integers(1, 9), st.integers(1, 40)),
    fingerprint=st.just("0"), url=st.just(""),
)  # fmt: skip
HEADINGS = st.none() | st.builds(Heading, TEXT, TEXT, TEXT, TEXT, st.integers(0, 10))
RESULTS = st.builds(
    Result, st.just("c.yaml"), st.just("charter"), st.lists(FINDINGS, max_size=9).map(tuple), HEADINGS,
    st.lists(TEXT, max_size=6).map(tuple), TEXT, st.lists(TEXT, max_size=2).map(tuple),
    st.lists(TEXT, max_size=9).map(tuple),
)  # fmt: skip
REPORTS = st.builds(
    Report,
    st.lists(RESULTS, min_size=1, max_size=3).map(tuple),
    st.dates(),
    st.just("0"),
    st.just("reference"),
)
OPTIONS = st.builds(Options, st.integers(60, 110), st.booleans(), st.booleans(), st.booleans())


@given(REPORTS, OPTIONS)
def test_every_format_renders_every_report(report: Report, options: Options) -> None:
    for name in formats():
        page = renderer(name)(report, options)
        assert page.endswith("\n")
        assert "\x1b" not in page.replace("\x1b[", "" if name == "text" and options.colour else "\x1b[")
        page.encode("utf-8")


@given(st.lists(FINDINGS, max_size=12), st.booleans())
def test_nothing_is_lost_between_what_is_shown_and_kept_back(findings: list[Finding], show_all: bool) -> None:
    shown = choose(findings, show_all=show_all)
    points = [*shown.points, *shown.rest]
    told = [each for first, others in points for each in (first, *others)]
    assert sorted(map(id, told)) == sorted(map(id, findings))
    assert len(shown.points) == (len(points) if show_all else min(5, len(points)))
    assert points == sorted(points, key=lambda point: -point.first.severity)
    for first, others in points:
        assert {(each.code, each.why, each.fix) for each in others} <= {(first.code, first.why, first.fix)}


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=30).map(" ".join)


@given(WORDS, WORDS, WORDS, st.integers(60, 110))
def test_no_sentence_is_wider_than_the_page(message: str, why: str, advice: str, page: int) -> None:
    point = Finding(
        "D301",
        "a-name",
        Severity.ERROR,
        message,
        why,
        advice,
        False,
        "c.yaml",
        "exit",
        Span(1, 1, 1, 2),
        "0",
        "",
    )
    one = Result("c.yaml", "charter", (point,), heading(), (why,), message, (), (message,))
    text = renderer("text")(Report((one,), date(2026, 7, 1), "0", "reference"), Options(width=page))
    assert max(map(width, text.splitlines())) <= page


@pytest.mark.parametrize("name", ["", "Text", "parts", "manual", "__init__", "json.py", "../text"])
def test_what_is_no_format(name: str) -> None:
    with pytest.raises(KeyError):
        renderer(name)


def test_formats_are_found_by_their_files() -> None:
    assert {"json", "plain", "text"} <= set(formats())
    assert not {"parts", "manual", "__init__"} & set(formats())
