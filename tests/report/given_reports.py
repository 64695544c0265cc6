"""Reports made by hand, for the tests of how every format shows them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from coalcheck.engine.findings.finding import Finding, Related, Severity
from coalcheck.engine.findings.result import Heading, Report, Result
from coalcheck.engine.source.node import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

MODEL_CASE = Path(__file__).parents[2] / "fixtures/words/one-page-not-ready.charter.yaml"
LINES = tuple(MODEL_CASE.read_text(encoding="utf-8").splitlines())


def on(text: str, line: int, lines: tuple[str, ...] = LINES) -> Span:
    """Give the span of a text on a line."""
    column = lines[line - 1].index(text) + 1
    return Span(line, column, line, column + len(text))


def point(
    label: str, severity: Severity, message: str, span: Span, path: str, *, why: str = "", fix: str = "",
    write: bool = True, file: str = "charter.yaml", related: tuple[Related, ...] = (),
) -> Finding:  # fmt: skip
    name, code = label.split()
    print_, url = f"{code.lower()}0f", f"https://x/{code}"
    return Finding(code, name, severity, message, why, fix, write, file, path, span, print_, url, related)


EXIT = point(
    "missing-exit-terms E501",
    ERROR,
    "How a member leaves is not written",
    on("name", 2),
    "exit",
    why="In a short alliance easy leaving is a strength. Without terms, the first departure becomes a "
    "quarrel about names on letters and unspent money.",
    fix="exit:\n  notice: 7 days\n  in_writing_to: all members\n  money_back: unspent share\n",
)
BASE = point(
    "threshold-without-base D301",
    ERROR,
    '"At least two thirds" of what?',
    on("at least two thirds", 32),
    "decisions.joint-statement.passes",
    why="For the three of you it makes a difference:\n"
    "  of members        2 of you must say yes, always\n"
    "  of votes cast     1 yes is enough if the other two say nothing\n"
    "  of members present   2 yes when two or three come, 1 when only one comes\n",
    fix="passes: at least two thirds of members          (or one of the others: agree which)",
)
SIGNATORY = point(
    "signatory-missing P214",
    ERROR,
    "Who signs for Parents for Clean Schools?",
    on("id: parents", 23),
    "members[parents].signatory",
    why="The other two name a person who may sign. "
    "An agreement signed by someone who may not is no agreement.",
    fix="signatory: {position: chair}",
)
VETO = point(
    "veto-over-messages V402",
    WARNING,
    "One member can stop every joint statement",
    on("{holders: [local-9], over: [joint-statement]}", 38),
    "vetoes[local-9]",
    why="A right like this tends to silence a coalition in the week that counts, and partners come to resent "
    "it. There is usually a good reason behind the wish. Other ways to meet it: all see drafts 48 hours "
    "before; a list of subjects nobody speaks on; each speaks in its own voice at the same time.",
)
BOUNDARY = point(
    "no-boundary S601",
    WARNING,
    "Nothing says where the coalition stops",
    on("name", 2),
    "scope",
    why="Scope that grows unnoticed is the commonest way such alliances break.",
    fix="scope:\n  outside:\n    - {id: elections, about: Candidates and parties}\n  widen: change\n",
)
PRACTICE = tuple(
    point(label, INFO, message, on("name", 2), path, why=why, fix=fix, write=False)
    for label, message, path, why, fix in (
        (
            "no-quorum-stated D320", "How many must be there is not written", "quorum",
            "With nobody counted, two who stay late can decide for all.", "Say how many must take part.",
        ),
        (
            "no-first-review R801", "No date is set for a first look back", "term.first_review",
            "What is looked at early is mended while it is small.", "Name a day about three months in.",
        ),
        (
            "no-first-win R810", "No early result is planned", "first_win",
            "A small success that people can see keeps them together.", "Name one thing to show soon.",
        ),
    )
)  # fmt: skip

HEADING = Heading("Clean Air and Fair Work", "coalition", "opportunistic", "draft", 3)
IN_ORDER = (
    "the goal in one sentence", "the roles", "the end date", "the way to change the agreement",
    "the money of each",
)  # fmt: skip
NEXT = "a first review by 1 July 2026 (three months in), and a small visible first success before it."
MODEL = Result(
    "charter.yaml",
    "charter",
    (EXIT, BOUNDARY, *PRACTICE, SIGNATORY, BASE, VETO),
    HEADING,
    IN_ORDER,
    NEXT,
    ("The veto's window was not examined: no notice is written for joint-statement.",),
    LINES,
)
NOTHING = replace(MODEL, findings=(), notes=())


def report(*results: Result) -> Report:
    return Report(results, date(2026, 4, 2), "0.1.0", "reference")


def twelve() -> Report:
    """Five points to settle are on the screen, seven of all kinds are not."""
    more = [
        replace(
            BASE,
            code=f"D31{n}",
            name=f"threshold-number-{n}",
            path=f"decisions.d{n}",
            fix="",
            why="",
            related=(),
        )
        for n in range(4)
    ]
    return report(replace(MODEL, findings=(*MODEL.findings, *more)))


def several() -> Report:
    ready = replace(NOTHING, file="north/charter.yaml", heading=replace(HEADING, name="North"))
    open_points = replace(
        MODEL,
        file="south/charter.yaml",
        findings=tuple(replace(f, file="south/charter.yaml") for f in MODEL.findings),
        heading=replace(HEADING, name="South"),
    )
    return report(ready, open_points, replace(unreadable().results[0], file="west.charter.yaml"))


def unreadable() -> Report:
    lines = ("name: Clean Air", "members: [breathe, local-9", "decisions: {}")
    finding = point(
        "bracket-not-closed C112",
        ERROR,
        "A bracket is opened here and never closed",
        Span(2, 10, 2, 11),
        "members",
        why="What comes after it cannot be read.",
        fix="members: [breathe, local-9]",
    )
    return report(Result("charter.yaml", "charter", (finding,), lines=lines))


def signed() -> Report:
    heading = replace(HEADING, stage="signed")
    return report(
        replace(
            MODEL, findings=(BASE, PRACTICE[0]), heading=heading, next_step="the first review on 1 July 2026"
        )
    )


def body() -> Report:
    heading = Heading("Harbour Council", "body", "", "signed", 1)
    return report(replace(MODEL, findings=(VETO,), heading=heading, next_step=""))


def related() -> Report:
    near = Related("charter.yaml", "decisions.change.passes", on("all members", 35), "needs every one of you")
    far = Related("working-rules.yaml", "decisions.change", Span(4, 3, 4, 9), "says two thirds")
    said = (
        "the rule for changing this charter is listed here, and it asks for more than what it protects does"
    )
    long = Related("charter.yaml", "decisions.change.covers", on("amend", 34), said)
    finding = replace(BASE, message="Two places give two rules for one decision", related=(near, far, long))
    return report(replace(MODEL, findings=(finding,)))


def wide() -> Report:
    """Wide and combining characters, a tab, a long line, a place after the end, what would move a cursor."""
    lines = (
        "name: 連合",
        'purpose: "空気をきれいに" # 目的',
        "role: Cafe\u0301 owners decide",
        "\tnotice: 2 days",
        "success: " + "word " * 60 + "HERE " + "more " * 60,
        "exit: {notice: 7 days",
        "about: red\x1b[31m \u202eback",
    )
    places = (
        on("空気をきれいに", 2, lines), on("owners", 3, lines), on("2 days", 4, lines), on("HERE", 5, lines),
        Span(6, 22, 6, 22), on("back", 7, lines), on("word " * 59 + "word", 5, lines),
    )  # fmt: skip
    findings = tuple(
        point(
            f"place-{n} C10{n}",
            ERROR,
            f"Place {n}, with \x1b[2Jno way to command the screen",
            span,
            "members",
        )
        for n, span in enumerate(places)
    )
    heading = Heading("連合", "alliance", "structural", "pilot", 12)
    return report(Result("charter.yaml", "charter", findings, heading, lines=lines))


def lines_apart() -> Report:
    """A place over two lines, one over eight, and one that covers its lines wholly."""
    lines = (
        "name: X",
        "decisions:",
        "  change:",
        "    passes: >",
        *(f"      part {n} of the rule" for n in range(8)),
        "#",
    )
    spans = (Span(4, 13, 6, 13), Span(4, 13, 12, 26), Span(3, 3, 6, 1))
    findings = tuple(
        point(f"place-{n} C10{n}", WARNING, f"Place {n}", span, "decisions.change")
        for n, span in enumerate(spans)
    )
    heading = Heading("X", "network", "", "exploring", 0)
    return report(Result("charter.yaml", "charter", findings, heading, lines=lines))


def ended() -> Report:
    heading = replace(HEADING, stage="ended", model="", kind="")
    return report(replace(MODEL, findings=PRACTICE, heading=heading, in_order=(), next_step=""))
