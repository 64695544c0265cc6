"""How each day stands, what comes first, and the one next step."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from coalition_at import CHARTER, standing
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.history.due import dues
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.report.standing import sentences
from coalcheck.engine.standing.days import days
from coalcheck.engine.standing.points import Points

TALK = "happened: meeting\ndate: 2026-01-10"
REVIEW = "happened: review\ndate: 2026-03-28"
RENEWAL = "renewal: {every: 12 months, at_latest: 15 months, at_most: 3}\n"


def promise(due: str, key: str = "leaflet", day: str = "2026-01-20") -> str:
    return f"happened: promise\nid: {key}\ndate: {day}\npromise: {{what: The {key}, due: {due}}}"


@pytest.mark.parametrize(
    ("entries", "as_of", "extra", "what", "state"),
    [
        pytest.param([TALK], "2026-03-01", "", "first-review", "later", id="more than a month ahead"),
        pytest.param([TALK], "2026-03-02", "", "first-review", "soon", id="thirty days ahead"),
        pytest.param([TALK], "2026-03-31", "", "first-review", "soon", id="tomorrow"),
        pytest.param([TALK], "2026-04-01", "", "first-review", "now", id="today"),
        pytest.param([TALK], "2026-04-02", "", "first-review", "overdue", id="since yesterday"),
        pytest.param([TALK, REVIEW], "2026-04-02", "", "first-review", "done", id="held"),
        pytest.param([], "2026-04-02", "", "first-review", "passed", id="no record, so nobody can tell"),
        pytest.param([TALK], "2026-12-31", RENEWAL, "renewal", "soon", id="a renewal tomorrow"),
        pytest.param([TALK], "2027-01-01", RENEWAL, "renewal", "now", id="its time runs"),
        pytest.param([TALK], "2027-04-01", RENEWAL, "renewal", "now", id="its last day"),
        pytest.param([TALK], "2027-04-02", RENEWAL, "renewal", "overdue", id="past its last day"),
        pytest.param([TALK], "2027-10-31", "", "decision-on-end", "soon", id="61 days before the end"),
        pytest.param([TALK], "2027-11-01", "", "decision-on-end", "now", id="60 days before the end"),
        pytest.param([TALK], "2028-01-01", "", "decision-on-end", "passed", id="the end has decided"),
        pytest.param([TALK], "2028-01-01", "", "end", "passed", id="an end comes by itself"),
        pytest.param([promise("2026-02-01")], "2026-02-01", "", "promise", "now", id="promised for today"),
        pytest.param([promise("2026-02-01")], "2026-02-02", "", "promise", "overdue", id="promised"),
    ],
)
def test_how_a_day_stands(
    *, tmp_path: Path, entries: list[str], as_of: str, extra: str, what: str, state: str
) -> None:
    status = standing(tmp_path, entries, as_of, extra)
    assert next(each.state for each in status.days if each.what == what) == state


def test_what_is_overdue_comes_worst_first(tmp_path: Path) -> None:
    """What a policy weighs more goes before what is longer overdue; what none asks for comes last."""
    extra = "value: {portfolios: {breathe: {financial: less}}, review: {every: quarter}}\n"
    later = CHARTER.replace("first_review: 2026-04-01", "first_review: 2026-04-20")
    entries = [TALK, promise("2026-02-25", "table"), promise("2026-01-25")]
    status = standing(tmp_path, entries, "2026-05-01", extra, later)

    assert [(each.what, str(each.deadline), each.severity) for each in status.of("overdue")] == [
        ("first-review", "2026-04-20", Severity.WARNING),
        ("value-review", "2026-04-01", Severity.INFO),
        ("promise", "2026-01-25", None),
        ("promise", "2026-02-25", None),
    ]


@pytest.mark.parametrize(
    ("entries", "as_of", "extra", "said"),
    [
        pytest.param(
            [TALK], "2026-04-05", "", "The first review. Agree on a day within the next two weeks",
            id="the worst of what is overdue, with what its point says",
        ),
        pytest.param(
            [promise("2026-02-01")], "2026-02-05", "",
            "What was promised: The leaflet. Do it, or agree on a new day and write that down.",
            id="overdue, and no policy says what to do",
        ),
        pytest.param(
            [TALK, REVIEW], "2027-11-20", "",
            "A decision on whether to end, to go on or to change. Put it on the agenda now",
            id="the end is near",
        ),
        pytest.param([TALK], "2026-04-01", "", "The first review, today.", id="today"),
        pytest.param(
            [TALK, REVIEW], "2027-01-15", RENEWAL, "The talk on whether to go on, by 1 April 2027.",
            id="its time runs",
        ),
        pytest.param([TALK], "2026-02-01", "", "The first review, on 1 April 2026.", id="what comes next"),
        pytest.param(
            [TALK, "action: letter\ntitle: Letter\nnotice: 2026-02-01\ndate: 2026-02-10\nstatus: proposed"],
            "2026-02-02", "", 'The decision on "Letter", on 10 February 2026.', id="a proposal comes first",
        ),
        pytest.param(
            [TALK, REVIEW], "2028-01-05", "",
            "The term ended on 31 December 2027: wind up what is left, or decide to go on.", id="it is over",
        ),
    ],
)  # fmt: skip
def test_the_one_next_step(tmp_path: Path, entries: list[str], as_of: str, extra: str, said: str) -> None:
    status = standing(tmp_path, entries, as_of, extra)
    assert status.next_step.said.startswith(said)


def test_the_next_step_of_an_ended_coalition_without_days(tmp_path: Path) -> None:
    ended = CHARTER.replace("stage: signed", "stage: ended").replace(
        "term: {starts: 2026-01-01, ends: 2027-12-31, first_review: 2026-04-01}\n", ""
    )
    status = standing(tmp_path, [TALK], charter=ended)
    assert status.next_step.said == "Wind up what is left, or decide to go on."
    assert sentences.term(status) == "it has ended"


@pytest.mark.parametrize(
    ("entries", "as_of", "term", "said"),
    [
        pytest.param([], "2025-12-31", "", "it begins in 1 day", id="before it begins"),
        pytest.param([], "2027-12-30", "", "1 day left", id="a day before its end"),
        pytest.param([], "2027-12-31", "", "its last day is today", id="its last day"),
        pytest.param([], "2028-01-01", "", "it ended 1 day ago", id="over"),
        pytest.param([], "2027-12-31", "{starts: 2026-01-01}", "without an end", id="no end"),
        pytest.param([], "2027-12-31", "{ends: 2027-12-31}", "until 31 December 2027", id="no start"),
        pytest.param(
            ["action: renew\ndate: 2027-10-01\nuntil: 2028-06-30\n"
             "ballots: {for: [breathe, dockers, parents]}"],
            "2027-12-31", "", "renewed until 30 June 2028: 182 days left", id="renewed",
        ),
    ],
)  # fmt: skip
def test_the_term(tmp_path: Path, entries: list[str], as_of: str, term: str, said: str) -> None:
    usual = "{starts: 2026-01-01, ends: 2027-12-31, first_review: 2026-04-01}"
    status = standing(tmp_path, entries, as_of, charter=CHARTER.replace(usual, term or usual))
    assert said in sentences.term(status)


@pytest.mark.parametrize(
    ("entries", "as_of", "said"),
    [
        pytest.param([TALK], "2026-02-01", "the first review, 1 April 2026", id="the first"),
        pytest.param([TALK], "2026-04-02", "the first review, overdue since 1 April 2026", id="overdue"),
        pytest.param([TALK, REVIEW], "2026-04-02", "none has a day", id="held, and no other has a day"),
    ],
)
def test_the_next_review(tmp_path: Path, entries: list[str], as_of: str, said: str) -> None:
    assert sentences.next_review(standing(tmp_path, entries, as_of)) == said


@pytest.mark.parametrize(
    ("entry", "what", "said"),
    [
        pytest.param("happened: meeting\ndate: 2026-06-09", "meeting", "a meeting", id="without a title"),
        pytest.param(
            "happened: exercise\ntitle: A quarrel\ndate: 2026-06-09", "exercise", 'an exercise, "A quarrel"',
            id="with one",
        ),
        pytest.param("happened: leaving\ndate: 2026-06-09", "leaving", "a departure", id="in our words"),
        pytest.param(
            "action: letter\ntitle: Letter\ndate: 2026-06-09\nstatus: proposed", "decision",
            'the decision on "Letter"', id="a proposal",
        ),
        pytest.param(
            "action: letter\ntitle: Letter\nopened: 2026-05-20\ncloses: 2026-06-09\n"
            "ballots: {for: [parents]}",
            "vote", 'the end of the vote on "Letter"', id="a vote",
        ),
        pytest.param(
            "action: letter\ntitle: Letter\nopened: 2026-05-20\ncloses: 2026-06-09\ndate: 2026-06-09\n"
            "ballots: {for: [parents]}",
            "vote", 'the end of the vote on "Letter"', id="a vote that decides on its last day, once",
        ),
    ],
)  # fmt: skip
def test_what_is_planned(tmp_path: Path, entry: str, what: str, said: str) -> None:
    status = standing(tmp_path, [REVIEW, entry])
    planned = [each for each in status.of("soon") if each.day == date(2026, 6, 9)]
    assert [(each.what, each.said) for each in planned] == [(what, said)]


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("happened: meeting\ndate: 2026-05-09", id="a meeting that was"),
        pytest.param("action: letter\ndate: 2026-05-09\nballots: {for: [breathe, parents]}", id="decided"),
        pytest.param("action: letter\nstatus: proposed", id="without a day"),
        pytest.param("happened: conflict\ndate: 2026-06-09", id="what nobody plans"),
        pytest.param(
            "action: letter\ndate: 2026-06-09\nballots: {for: [breathe, parents]}",
            id="decided, on a later day",
        ),
        pytest.param("happened: meeting\ndate: 2027", id="a year is no day"),
    ],
)
def test_what_has_no_day_ahead_is_not_planned(tmp_path: Path, entry: str) -> None:
    status = standing(tmp_path, [REVIEW, entry])
    assert {each.what for each in status.days} <= {"first-review", "decision-on-end", "end"}


# Laws

DAYS = st.dates(date(2026, 1, 1), date(2028, 6, 30))
WHOLE = (
    "model: structural\nstage: signed\nterm: {starts: 2026-01-01, ends: 2027-12-31}\n"
    "renewal: {every: 12 months, at_latest: 15 months}\ncheck_ins: {every: month}\n"
    "value: {review: {every: quarter}}\nfirst_win: {what: A leaflet, by: 2026-03-01}\n"
)
HAPPENED = st.lists(
    st.tuples(st.sampled_from(["review", "meeting", "result", "exercise"]), DAYS), min_size=1, max_size=6
)


@given(HAPPENED, DAYS)
def test_every_due_thing_is_there_once_and_stands_as_its_days_say(
    happened: list[tuple[str, date]], as_of: date
) -> None:
    """Told again from the days alone, without the room that tells it."""
    entries = [f"happened: {what}\ndate: {day}" for what, day in happened]
    record = recorded(*entries, charter=WHOLE, as_of=as_of.isoformat())
    found = days(record, Points(record, shipped(), "reference"), {})
    known = {(each.what, each.day, each.said): each for each in dues(record)}
    told = {key: each for each in found if (key := (each.what, each.day, each.said)) in known}
    assert set(told) == set(known)
    assert len({each.key for each in told.values()}) == len(told)
    for key, each in told.items():
        one = known[key]
        assert (each.state == "done") is (one.done is not None)
        if each.state == "overdue":
            assert record.entries
            assert one.deadline < as_of
        if each.state == "now":
            assert one.day <= as_of <= one.deadline
        if each.state == "soon":
            assert as_of < one.day <= as_of + timedelta(days=30)
        if each.state == "later":
            assert one.day > as_of + timedelta(days=30)
        assert bool(each.points) <= (each.state in ("overdue", "now"))
    assert list(found) == sorted(found, key=lambda each: each.day)
