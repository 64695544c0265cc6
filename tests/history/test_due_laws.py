"""What holds of everything that is due, whatever is on record."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, review

from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.due import NEVER_OVERDUE, WHAT, Due, dues

LONG = "term: {starts: 2026-01-01, ends: 2029-12-31}\n"
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
EVENTS = st.lists(
    st.tuples(st.sampled_from(["review", "value", "renewal", "exercise", "meeting", "result"]), DAYS),
    max_size=8,
)
WHOLE = LONG + (
    "renewal: {every: 12 months, at_latest: 18 months}\nvalue: {review: {every: quarter}}\n"
    "conflict: {exercise: {every: 12 months}}\ncheck_ins: {every: month}\n"
    "first_win: {what: A leaflet, by: 2026-03-01}\n"
)


def entry(kind: str, day: date) -> str:
    if kind in ("value", "renewal"):
        return review(day.isoformat(), kind)
    return f"happened: {kind}\ndate: {day.isoformat()}"


def told(each: Due) -> tuple[object, ...]:
    return (
        each.what,
        each.day,
        each.until,
        each.done and each.done.first,
        each.said,
        each.last and each.last.first,
    )


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(events: list[tuple[str, date]], random: object) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types it as object
    one, other = (
        recorded(*(entry(*each) for each in every), charter=WHOLE, as_of="2029-01-01")
        for every in (events, shuffled)
    )
    assert [told(each) for each in dues(one)] == [told(each) for each in dues(other)]


@given(EVENTS, DAYS)
def test_what_comes_back_is_counted_from_nothing(events: list[tuple[str, date]], as_of: date) -> None:
    """The next day of each, by looking at every event that has been by then."""
    record = recorded(*(entry(*each) for each in events), charter=WHOLE, as_of=as_of.isoformat())
    been = [(kind, day) for kind, day in events if day <= as_of]

    def last(*kinds: str) -> date | None:
        return max((day for kind, day in been if kind in kinds), default=None)

    start = date(2026, 1, 1)
    renewed = last("renewal") or start
    expected = {
        ("renewal", months_later(renewed, 12), months_later(renewed, 18)),
        ("value-review", months_later(last("value") or start, 3), None),
        ("exercise", months_later(last("exercise") or start, 12), None),
    }
    if (talk := last("meeting")) is not None:
        day = months_later(talk, 1)
        expected.add(("check-in", day, months_later(day, 1)))
    end = date(2029, 12, 31)
    comes_back = {what for what, *_ in expected} | {"check-in"}
    found = {(each.what, each.day, each.until) for each in dues(record) if each.what in comes_back}
    assert found == {each for each in expected if each[1] <= end}

    first = next(each for each in dues(record) if each.what == "first-review")
    looked = any(kind in ("review", "renewal") for kind, _ in been)
    assert (first.done is not None) is looked
    assert first.overdue(as_of) is (not looked and as_of > date(2026, 4, 1))


@given(EVENTS, DAYS)
def test_something_is_overdue_from_the_day_after_its_last_day(
    events: list[tuple[str, date]], as_of: date
) -> None:
    record = recorded(*(entry(*each) for each in events), charter=WHOLE, as_of=as_of.isoformat())
    for each in dues(record):
        assert each.what in WHAT
        assert each.day <= each.deadline
        assert not each.overdue(each.deadline)
        if each.what in NEVER_OVERDUE or each.done is not None:
            assert not each.overdue(date(2040, 1, 1))
        else:
            assert each.overdue(each.deadline + timedelta(days=1))
    assert [each.day for each in dues(record)] == sorted(each.day for each in dues(record))
