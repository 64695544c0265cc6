"""Checks made by hand, one an outcome, for the tests of what is said of them."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from coalcheck.engine.checking.checked import Asked, Check, Checked, Cure, Ground, Place, Topic
from coalcheck.engine.decide.verdict import Change, Consulted, Counted, Edit, Verdict, VetoRead
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.source.node import Route, Span

DAY = date(2026, 4, 14)
NAMES = {"breathe": "Breathe Easy Network", "local-9": "Local 9", "parents": "Parents for Clean Schools"}
PASSES: Route = ("decisions", "joint-statement", "passes")
QUORUM: Route = ("decisions", "joint-statement", "quorum")
NOTICE: Route = ("decisions", "joint-statement", "notice")
COVERS: Route = ("decisions", "joint-statement", "covers")
ENDS: Route = ("term", "ends")
VETO: Route = ("vetoes", 0)
PLACES = {
    PASSES: Place("charter.yaml", 34, "decisions.joint-statement.passes"),
    QUORUM: Place("charter.yaml", 35, "decisions.joint-statement.quorum"),
    NOTICE: Place("charter.yaml", 36, "decisions.joint-statement.notice"),
    COVERS: Place("charter.yaml", 33, "decisions.joint-statement.covers"),
    ENDS: Place("charter.yaml", 9, "term.ends"),
    VETO: Place("charter.yaml", 41, "vetoes[local-9]"),
}
MERIDIAN = Topic(
    "meridian",
    "What the Meridian deal does to air quality and to jobs",
    Place("charter.yaml", 43, "scope.inside[meridian]"),
)
GROUND = Ground("charter.yaml", NAMES, PLACES, topics=(MERIDIAN,), has_scope=True, own_name=True)
ASKED = Asked("Joint letter to the trade committee", "14 April 2026")
LINES = ("action: joint-statement", "date: 2026-04-14", "notice: 2026-04-13", "recorded: adopted")

COVERED = Consulted(
    "authority", True, "speak, event, spend", "joint-statement covers speaking in public", COVERS
)
RULE = Consulted(
    "rule", False, "at least 2/3 of votes cast",
    "1 of 2 is a half. Two thirds of 2 is one and a third, so 2 were needed", PASSES, decides=True,
)  # fmt: skip
HELD = Consulted("quorum", True, "more than half of members", "3 of 3 present, more than half is 2", QUORUM)
TOLD = Consulted("notice", True, "2 clear days", "sent 11 April, two clear days (12 and 13 April)", NOTICE)
FOR = Counted("breathe", NAMES["breathe"], 1, {"for": 1}, "counted for")
AGAINST = Counted("local-9", NAMES["local-9"], 1, {"against": 1}, "counted against")
ABSTAINS = Counted(
    "parents", NAMES["parents"], 1, {"abstain": 1},
    "not a vote cast, so not in the count; present for the quorum",
)  # fmt: skip
WAYS = (
    Change((Edit("parents", "abstain", "for"),), "adopted", "2 of 3 votes, exactly two thirds"),
    Change((Edit("local-9", "against", "for"),), "adopted", "2 of 2 votes"),
    Change((Edit("local-9", "against", "abstain"),), "adopted", "1 of 1 vote", instead=("absent",)),
)
REJECTED = Verdict(
    "rejected", "joint-statement", DAY,
    clauses=(COVERED, RULE, HELD, TOLD), members=(FOR, AGAINST, ABSTAINS), to_pass=WAYS,
)  # fmt: skip


def one(verdict: Verdict | None, ground: Ground = GROUND, *findings: Finding, **asked: object) -> Checked:
    result = Result("letter.yaml", "action", findings, lines=LINES)
    return Checked(result, replace(ASKED, **asked), ground, verdict)


def check(*checked: Checked) -> Check:
    return Check((), checked, DAY, "0.1.0", "reference")


def point(code: str, name: str, message: str, line: int, fix: str) -> Finding:
    return Finding(
        code, name, Severity.ERROR, message, "Whoever reads the minutes relies on them.", fix, False,
        "letter.yaml", LINES[line - 1].partition(":")[0], Span(line, 1, line, 9), "f" * 32,
        f"https://coalcheck.dev/policies/{name}",
    )  # fmt: skip


def rejected() -> Check:
    return check(one(REJECTED))


def consensus() -> Check:
    """A body that asks that nobody objects: nobody is told that it lost."""
    rule = replace(RULE, text="no member against", said="1 member against; none may be")
    ground = replace(GROUND, consensus=True, topics=(), own_name=False)
    change = Change((Edit("local-9", "against", "abstain"),), "adopted", "none against")
    verdict = replace(REJECTED, clauses=(rule, HELD), to_pass=(change,))
    return check(one(verdict, ground))


def adopted() -> Check:
    rule = replace(RULE, met=True, said="2 of 3 votes cast, exactly two thirds; 2 were needed")
    stops = Change(
        (Edit("breathe", "for", "against"),), "rejected", "1 of 3 votes", any_of=("breathe", "parents")
    )
    verdict = replace(
        REJECTED, outcome="adopted", clauses=(COVERED, rule, HELD, TOLD), to_pass=(), to_block=(stops,),
        members=(FOR, AGAINST, replace(ABSTAINS, votes={"for": 1}, effect="counted for")),
        notes=("Days of notice are counted as clear days, as the charter says.",),
    )  # fmt: skip
    return check(one(verdict))


def no_quorum() -> Check:
    """Two were absent: counted, and named only where names are asked for."""
    away = "absent: not a vote cast, so not in the count"
    rows = (
        FOR,
        Counted("local-9", NAMES["local-9"], 1, {"absent": 1}, away),
        Counted("parents", NAMES["parents"], 1, {"absent": 1}, away),
    )
    quorum = replace(HELD, met=False, said="1 of 3 present; 2 were needed", decides=True)
    rule = replace(RULE, met=True, said="1 of 1 votes cast; 1 was needed", decides=False)
    change = Change(
        (Edit("parents", "absent", "abstain"),), "adopted", "2 of 3 present",
        any_of=("local-9", "parents"), instead=("for",),
    )  # fmt: skip
    verdict = replace(
        REJECTED, outcome="no-quorum", clauses=(COVERED, quorum, rule, TOLD), members=rows, to_pass=(change,)
    )
    return check(one(verdict))


def vetoed() -> Check:
    veto = VetoRead(
        "local-9", True,
        "raised 15 April, within two days; a reason is given, and whether it is a good one is for you",
        VETO,
    )  # fmt: skip
    spent = VetoRead("parents", False, "the charter gives it no veto on this")
    rule = replace(RULE, met=True, said="2 of 3 votes cast; 2 were needed", decides=False)
    verdict = replace(
        REJECTED, outcome="vetoed", clauses=(COVERED, rule, HELD, TOLD), to_pass=(), vetoes=(veto, spent),
        members=(FOR, AGAINST, replace(ABSTAINS, votes={"for": 1}, effect="counted for")),
    )  # fmt: skip
    return check(one(verdict, replace(GROUND, has_vetoes=True)))


def by_a_group() -> Check:
    """A veto that stands in the rule itself, as of permanent members."""
    rule = replace(
        RULE, text="at least 9 members and no permanent member against",
        said="14 members in favour; 9 were needed; and 1 permanent member against; none may be",
    )  # fmt: skip
    rows = (
        Counted("states", "Fourteen states", 14, {"for": 14}, "counted for"),
        replace(AGAINST, member="france", name="France"),
    )
    verdict = replace(REJECTED, outcome="vetoed", clauses=(rule,), members=rows, to_pass=())
    ground = replace(
        GROUND, names={"france": "France"}, topics=(), has_scope=False, own_name=False, veto_in_rule=True
    )
    return check(one(verdict, ground, title="Draft S/1", day="30 May 2020"))


def unauthorised() -> Check:
    term = Consulted(
        "term", False, "2026-10-31", "the coalition ended on 31 October 2026, and this is of 2 November 2026",
        ENDS, decides=True, cure="none", remedy="Only winding up is left: pay, return, report, announce",
    )  # fmt: skip
    body = Consulted(
        "body", False, "all members", "the board decided this, and all members have to", COVERS, decides=True,
        cure="ratify", remedy="All members can ratify it by joint-statement",
    )  # fmt: skip
    verdict = replace(
        REJECTED,
        outcome="unauthorised",
        also=("rejected",),
        clauses=(COVERED, body, term, RULE, HELD),
        to_pass=(),
    )
    findings = (
        point("D404", "outside-the-term", "The coalition ended on 31 October 2026", 2, "Wind up."),
        point("D400", "recorded-otherwise", "The minutes say carried", 4, "Correct the minutes."),
    )
    cures = (Cure(body), Cure(term, "outside-the-term, D404"))
    return check(replace(one(verdict, GROUND, *findings), cures=cures))


def proposed() -> Check:
    rows = tuple(
        replace(row, votes={"absent": 1}, effect="absent: not in favour") for row in (FOR, AGAINST, ABSTAINS)
    )
    ways = tuple(
        Change((Edit(a, "absent", "for"), Edit(b, "absent", "for")), "adopted", "2 of 2 votes")
        for a, b in (("breathe", "local-9"), ("breathe", "parents"), ("local-9", "parents"))
    )
    rule = replace(RULE, met=None, said="nobody has voted yet", decides=False)
    quorum = replace(HELD, met=None, said="nobody is there yet; 2 are needed")
    verdict = replace(
        REJECTED, outcome="pending", clauses=(COVERED, rule, quorum, TOLD), members=rows, to_pass=ways
    )
    return check(one(verdict, stands="proposed"))


def still_open() -> Check:
    rows = (FOR, AGAINST, replace(ABSTAINS, votes={}, effect="may still vote"))
    rule = replace(RULE, met=None, said="1 of 2 votes cast so far", decides=False)
    window = Consulted("window", None, "7 days", "votes are taken until 21 April 2026", decides=True)
    verdict = replace(
        REJECTED,
        outcome="pending",
        clauses=(COVERED, rule, HELD, TOLD, window),
        members=rows,
        to_pass=WAYS[:1],
    )
    return check(one(verdict, stands="open"))


def settled() -> Check:
    rows = (
        FOR,
        replace(AGAINST, votes={"for": 1}, effect="counted for"),
        replace(ABSTAINS, votes={}, effect=""),
    )
    rule = replace(RULE, met=True, said="2 of 2 votes cast so far; 2 of 3 would do", decides=False)
    verdict = replace(
        REJECTED, outcome="pending", settled=True, clauses=(rule, HELD), members=rows, to_pass=()
    )
    return check(one(verdict, stands="open"))


def not_said() -> Check:
    rule = replace(RULE, text="at least two thirds", met=None, said="of what is not said")
    verdict = replace(
        REJECTED, outcome="indeterminate", clauses=(COVERED, rule, HELD), to_pass=(),
        missing=(
            'Two thirds of what is not said in "at least two thirds"; the members can agree on it',
            "The hour at which the papers were sent; whoever sent them can say it.",
        ),
    )  # fmt: skip
    return check(one(verdict))


def recorded() -> Check:
    """The minutes say otherwise; and what is tried is never held against them."""
    found = point(
        "D400", "recorded-otherwise", "The minutes say carried; by the charter it was not", 4, "Put it right."
    )
    tried = replace(
        one(REJECTED, GROUND, recorded="adopted"), asked=replace(ASKED, tried=("Local 9 votes against",))
    )
    return check(
        one(REJECTED, GROUND, found, recorded="adopted"), tried, one(REJECTED, GROUND, recorded="rejected")
    )


def unread() -> Check:
    found = point("C110", "wrong-type", "This is no answer", 3, "Write for, against or abstain.")
    return check(
        replace(one(REJECTED, GROUND, found), unread=1), replace(one(None, Ground("charter.yaml"), found))
    )


def assembly() -> Check:
    """Many members, a counted row, late votes, and commands to the screen in a name."""
    rows = tuple(
        Counted(f"m{n}", f"Member {n}", 1, {"for" if n % 3 else "against": 1}, "counted") for n in range(24)
    )
    rows += (
        Counted(
            "people", "The people \x1b[2J連合", 900, {"for": 12, "against": 3, "absent": 800}, "each counts"
        ),
        Counted("late", "Latecomer", 1, {"for": 1}, "answered after the time", late=True),
        Counted("gone", "Gone", 1, {}, "not a member on that day", eligible=False),
    )
    change = Change((Edit("people", "against", "for", 3),), "adopted", "31 of 40", smallest=False)
    late = Change((Edit("m0", "against", "for"), Edit("late", "absent", "abstain")), "adopted", "30 of 40")
    verdict = replace(REJECTED, members=rows, to_pass=(change, late) * 4)
    ground = replace(GROUND, names={row.member: row.name for row in rows}, topics=())
    return check(one(verdict, ground))


def record() -> Check:
    """A record of seven: what is as the minutes have it takes a line."""
    clean = [one(REJECTED, GROUND, recorded="rejected", title=f"Motion {n}") for n in range(1, 7)]
    return check(*clean[:3], one(REJECTED, GROUND, title="Motion without minutes"), *clean[3:])
