"""Vetoes with a limit over a record: the same as counted again from nothing."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said
from recounting import Veto, effective

from coalcheck.engine.history.chapters import vetoes as chapter
from coalcheck.engine.history.record import Record

START = date(2026, 1, 5)
LIMITS = ("1 per year", "2 per year", "1 per quarter", "1 in 6 months", "2 in 3 months", "2")


def charter(limit: str) -> str:
    limit = f'"{limit}"' if " " in limit else limit
    return f"""
    name: Clean Air
    members: [{{id: a}}, {{id: b}}, {{id: c}}]
    decisions:
      money: {{covers: [spend], passes: more than half of members}}
      change: {{covers: [amend], passes: all members}}
    vetoes:
      - {{holders: [a, b], over: [money], needs: [reason], within: 10 days, limit: {limit}}}
    """


@st.composite
def records(draw: st.DrawFn) -> list[Veto]:
    """Decisions over two years, each with a veto within two weeks; several may cross."""
    names = draw(st.permutations([f"v{number}" for number in range(9)]))
    return [
        Veto(
            name,
            day := START + timedelta(days=draw(st.sampled_from((0, 3, 7, 90, 92, 180, 250, 363, 370, 500)))),
            day + timedelta(days=draw(st.integers(0, 12))),
            draw(st.sampled_from("ab")),
            reason=draw(st.integers(0, 4)) > 0,
            withdrawn=draw(st.integers(0, 6)) == 0,
        )
        for name in names[: draw(st.integers(1, 9))]
    ]


def of(vetoes: list[Veto], limit: str, as_of: str = "2028-12-31") -> Record:
    return recorded(*(each.yaml() for each in vetoes), charter=charter(limit), as_of=as_of)


def counted(record: Record) -> dict[str, bool | None]:
    return {
        each.action.id or "": each.verdict.vetoes[0].counts
        for each in record.entries
        if each.verdict is not None
    }


@given(records(), st.sampled_from(LIMITS))
def test_a_veto_counts_where_a_recount_says_so(vetoes: list[Veto], limit: str) -> None:
    record = of(vetoes, limit)

    assert counted(record) == effective(vetoes, limit)
    for entry in record.entries:
        assert entry.verdict is not None
        stopped = effective(vetoes, limit)[entry.action.id or ""]
        assert entry.verdict.outcome == ("vetoed" if stopped else "adopted")


@given(records(), st.sampled_from(LIMITS), st.randoms(use_true_random=False))
def test_the_order_of_the_files_is_nothing(vetoes: list[Veto], limit: str, chance: random.Random) -> None:
    shuffled = list(vetoes)
    chance.shuffle(shuffled)

    assert counted(of(shuffled, limit)) == counted(of(vetoes, limit))


@given(records(), st.sampled_from(LIMITS))
def test_the_limit_is_told_where_it_was_passed_and_nowhere_else(vetoes: list[Veto], limit: str) -> None:
    """Beyond the limit is what had everything else that it must have, and did not count."""
    found = chapter.uses_by_holder(of(vetoes, limit))
    beyond = {use.entry.action.id for uses in found.values() for use in uses if use.beyond}
    sound = {
        each.id
        for each in vetoes
        if each.reason and not each.withdrawn and each.raised <= each.day + timedelta(days=10)
    }
    ineffective = {name for name, counts in effective(vetoes, limit).items() if not counts}

    assert beyond == sound & ineffective
    told = {shown.document.name for matter in chapter.matters(of(vetoes, limit)) for shown in matter.seen_in}
    documents = {each.action.id: each.document.name for each in of(vetoes, limit).entries}
    assert {documents[name] for name in beyond} <= told


FIRST = Veto("v1", date(2026, 5, 4), date(2026, 5, 5), "a")


@pytest.mark.parametrize(
    ("second", "counts"),
    [
        pytest.param(Veto("v2", date(2026, 9, 7), date(2026, 9, 8), "a"), False, id="twice in a year"),
        pytest.param(Veto("v2", date(2027, 1, 4), date(2027, 1, 5), "a"), True, id="in the next year"),
        pytest.param(Veto("v2", date(2026, 9, 7), date(2026, 9, 8), "b"), True, id="another holder"),
        pytest.param(
            Veto("v2", date(2026, 12, 28), date(2027, 1, 3), "a"), True, id="raised in the next year"
        ),
        pytest.param(
            Veto("v2", date(2026, 5, 1), date(2026, 5, 6), "a"), False, id="raised second, decided first"
        ),
        pytest.param(Veto("v2", date(2026, 5, 1), date(2026, 5, 4), "a"), True, id="raised first"),
    ],
)
def test_what_a_limit_counts(second: Veto, counts: bool) -> None:
    assert counted(of([FIRST, second], "1 per year"))["v2"] is counts


def test_what_the_file_itself_says_was_before_is_counted_too() -> None:
    second = Veto("v2", date(2026, 9, 7), date(2026, 9, 8), "a").yaml()
    elsewhere = second.replace("reason:", "earlier: [2026-02-01], reason:")
    here = second.replace("reason:", "earlier: [2026-05-05], reason:")

    assert counted(recorded(FIRST.yaml(), elsewhere, charter=charter("2 per year")))["v2"] is False
    assert counted(recorded(FIRST.yaml(), here, charter=charter("2 per year")))["v2"] is True


def test_one_matter_for_each_stretch_with_all_that_is_in_it() -> None:
    days = [date(2026, 2, 2), date(2026, 6, 1), date(2026, 10, 5), date(2027, 2, 1), date(2027, 9, 6)]
    record = of([Veto(f"v{at}", day, day, "a") for at, day in enumerate(days)], "1 per year")

    assert said(chapter, record, "veto_uses", "veto_limit", "veto_over") == [
        ("veto-over-its-limit", 3, "1 per year", "money"),
        ("veto-over-its-limit", 2, "1 per year", "money"),
    ]
    assert [len(each.seen_in) for each in chapter.matters(record)] == [3, 2]
