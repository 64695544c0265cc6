"""Sums and series of a record, held against limits: the same as counted again from nothing."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded
from recounting import CHARTER, Entry, outcomes

from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.history.outlays import spending
from coalcheck.engine.history.record import Record

START = date(2026, 1, 1)
LAST = "2027-12-31"


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    """Decisions on money and payments, some on one day, and payments of one decision."""
    names = draw(st.permutations([f"e{number}" for number in range(8)]))
    entries: list[Entry] = []
    for name in names[: draw(st.integers(1, 8))]:
        day = START + timedelta(days=draw(st.sampled_from((0, 1, 20, 31, 45, 59, 90, 200))))
        amount = draw(st.sampled_from((100, 400, 500, 900, 1500)))
        decided = [each.id for each in entries if not each.pays]
        if decided and draw(st.integers(0, 2)) == 0:
            currency = draw(st.sampled_from(("EUR", "EUR", "USD")))
            entries.append(Entry(name, day, amount, currency, pays=draw(st.sampled_from(decided[:2]))))
            continue
        series = draw(st.integers(0, 4)) == 0
        entries.append(
            Entry(
                name,
                day,
                amount,
                desk=draw(st.booleans()),
                carried=draw(st.integers(0, 2)) > 0,
                recorded=draw(st.sampled_from(("", "", "", "adopted", "rejected"))),
                done=draw(st.integers(0, 7)) == 0,
                monthly_until=day + timedelta(days=draw(st.integers(0, 130))) if series else None,
            )
        )
    return entries


def of(entries: list[Entry], as_of: str = LAST) -> Record:
    return recorded(*(each.yaml() for each in entries), charter=CHARTER, as_of=as_of)


def found(record: Record) -> dict[str, str]:
    return {each.action.id or "": each.verdict.outcome for each in record.entries if each.verdict is not None}


@given(records())
def test_what_a_record_comes_to_is_what_a_recount_comes_to(entries: list[Entry]) -> None:
    assert found(of(entries)) == outcomes(entries)


@given(records())
def test_it_is_so_on_every_day_of_it(entries: list[Entry]) -> None:
    """Looked at from some day, a record is what the files up to that day are."""
    for day in sorted({each.day for each in entries}):
        known = [each for each in entries if each.day <= day]
        assert found(of(entries, str(day))) == outcomes(known)


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_is_nothing(entries: list[Entry], chance: random.Random) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)

    assert verdicts(of(shuffled)) == verdicts(of(entries))
    assert spending(of(shuffled)).in_all("EUR") == spending(of(entries)).in_all("EUR")


def verdicts(record: Record) -> list[tuple[str | None, Verdict | None]]:
    return [(each.action.id, each.verdict) for each in record.entries]


# What counts, case by case

E = Entry("a", date(2026, 3, 2), 1500)
F = Entry("b", date(2026, 4, 6), 1500)
LATER = Entry("z", date(2026, 9, 7), 1500)


@pytest.mark.parametrize(
    ("before", "outcome"),
    [
        pytest.param([E], "adopted", id="exactly the limit"),
        pytest.param([E, F], "unauthorised", id="beyond it"),
        pytest.param([E, F._replace(carried=False)], "adopted", id="one was not carried"),
        pytest.param([E, F._replace(carried=False, recorded="adopted")], "unauthorised", id="but minuted so"),
        pytest.param([E, F._replace(recorded="rejected")], "adopted", id="minuted as not carried"),
        pytest.param(
            [E, F._replace(carried=False, done=True)], "unauthorised", id="carried out all the same"
        ),
        pytest.param([E, F._replace(day=date(2026, 9, 8))], "adopted", id="it came later"),
        pytest.param([E, F._replace(currency="USD")], "adopted", id="in another currency"),
        pytest.param([E, F._replace(pays="a")], "adopted", id="the payment of what was decided"),
        pytest.param(
            [E, F._replace(pays="a", amount=1501)], "unauthorised", id="a payment that goes beyond it"
        ),
        pytest.param(
            [E._replace(carried=False), F._replace(pays="a", amount=1501)],
            "unauthorised",
            id="the payment of what was refused",
        ),
        pytest.param([F._replace(pays="nothing", amount=1501)], "unauthorised", id="a payment of its own"),
        pytest.param(
            [
                E,
                F._replace(day=date(2026, 9, 8), carried=False, amount=500, id="z2"),
                Entry("y", date(2026, 10, 1), 500, pays="z2"),
            ],
            "adopted",
            id="paid, and decided later",
        ),
        pytest.param(
            [E, F._replace(carried=False, amount=500), Entry("y", date(2026, 10, 1), 500, pays="b")],
            "unauthorised",
            id="refused before, and paid later",
        ),
        pytest.param(
            [E, Entry("y", date(2026, 4, 1), 1000, pays="a"), Entry("x", date(2026, 5, 1), 501, pays="a")],
            "unauthorised",
            id="two payments that together go beyond it",
        ),
        pytest.param(
            [E._replace(amount=400, monthly_until=date(2026, 6, 1))], "adopted", id="three months of it"
        ),
        pytest.param(
            [E._replace(amount=400, monthly_until=date(2026, 6, 2))], "unauthorised", id="and a fourth"
        ),
    ],
)
def test_what_counts_against_a_limit(before: list[Entry], outcome: str) -> None:
    assert found(of([*before, LATER]))["z"] == outcome


def test_on_one_day_the_id_tells_who_comes_first() -> None:
    day = date(2026, 3, 2)
    for names in (("a", "b", "c"), ("b", "c", "a"), ("c", "b", "a")):
        assert found(of([Entry(name, day, 1500) for name in names]))["c"] == "unauthorised"


def test_who_comes_first_is_told_by_the_days() -> None:
    """The same three sums: whichever is last goes beyond the limit."""
    sums = [E, F, LATER]
    for last in range(3):
        days = [date(2026, 3 + (place == last), 2 + place) for place in range(3)]
        moved = [each._replace(day=day) for each, day in zip(sums, days, strict=True)]
        beyond = [name for name, outcome in found(of(moved)).items() if outcome == "unauthorised"]
        assert beyond == [sums[last].id]


def clause(record: Record, *route: str) -> str:
    last = record.entries[-1].verdict
    assert last is not None
    return next(each.said for each in last.clauses if each.route == route)


def test_the_sentence_says_what_is_added_up() -> None:
    assert clause(of([E, F, LATER]), "scope", "money", "in_all") == (
        "1500 EUR; with 3000 EUR that was decided before it comes to 4500 EUR; "
        "up to 3000 EUR may be spent in all"
    )
    assert clause(of([LATER]), "scope", "money", "in_all") == "1500 EUR; up to 3000 EUR may be spent in all"
    desk = [each._replace(desk=True, amount=500, day=date(2026, 5, n)) for n, each in ((4, E), (9, F))]
    assert clause(of(desk), "bodies", "desk", "limits", "spend") == (
        "500 EUR; with 500 EUR that was decided before in May 2026 it comes to 1000 EUR; "
        "desk may spend up to 900 EUR a month by its decisions together"
    )


UNKNOWN = "action: money\ndate: 2026-03-02\namount: 2000 EUR\n{}"
ENDLESS = "action: money\ndate: 2026-03-02\namount: 100 EUR\nevery: month\nballots: {for: [a, b, c]}"
NEXT = "action: money\ndate: 2026-05-04\namount: {} EUR\nballots: {{for: [a, b, c]}}"


@pytest.mark.parametrize(
    ("before", "amount", "outcome", "asks"),
    [
        pytest.param(
            UNKNOWN.format("ballots: {for: [a], stranger: for}"),
            1200,
            "indeterminate",
            "Was everything carried",
            id="nobody knows whether it was carried",
        ),
        pytest.param(
            UNKNOWN.format("ballots: {for: [a], stranger: for}"),
            1000,
            "adopted",
            "",
            id="it makes no difference",
        ),
        pytest.param(UNKNOWN.format(""), 3000, "adopted", "", id="only proposed"),
        pytest.param(
            ENDLESS,
            1200,
            "indeterminate",
            "Until when does what was decided before come back?",
            id="it comes back for ever",
        ),
    ],
)
def test_what_is_not_known_is_asked_where_the_answer_hangs_on_it(
    before: str, amount: int, outcome: str, asks: str
) -> None:
    from recording_in_doubt import doubtful

    verdict = doubtful(before, NEXT.format(amount), charter=CHARTER).entries[-1].verdict
    assert verdict is not None
    assert verdict.outcome == outcome
    assert any(each.startswith(asks) for each in verdict.missing) if asks else verdict.missing == ()
