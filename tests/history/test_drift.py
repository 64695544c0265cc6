"""Where the work moves to: the last twelve months beside all that came before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import drift

CHARTER = """
name: Clean Air
purpose: Night ban on ship engines.
members: [{id: breathe}, {id: local-9}, {id: parents}]
decisions:
  letter: {covers: [speak], passes: more than half of members}
  change: {covers: [amend, renew, widen-scope], passes: all members}
scope:
  inside: [{id: engines, about: Ship engines at night}, {id: lorries, about: Lorries on the quay}]
  outside: [{id: rents, about: Rents}]
  set_aside: [{id: gas, about: The gas terminal}]
  widen: change
"""
ALL = "ballots: {for: [breathe, local-9, parents]}\nrecorded: adopted"
"""What lies outside nobody has a right to; but what the minutes have as carried was done."""
TOPICS = {"e": "engines", "l": "lorries", "b": "engines, lorries", "r": "rents", "g": "gas", "s": "schools"}
AS_OF = "2027-01-01"


def letter(day: str, topics: str, extra: str = ALL) -> str:
    return f"action: letter\ntitle: Letter\ntopics: [{topics}]\ndate: {day}\n{extra}"


def entries(before: str, now: str) -> list[str]:
    """Letters of 2025 and of 2026, one for each sign of their topics."""
    told = [*((2025, *each) for each in enumerate(before)), *((2026, *each) for each in enumerate(now))]
    return [letter(f"{year}-{1 + at // 28:02}-{2 + at % 27:02}", TOPICS[sign]) for year, at, sign in told]


def moved(name: str, *texts: str) -> list[tuple[Value, ...]]:
    properties = ("moved_before", "acts_before", "moved_now", "acts_now", "moved_shift", "moved_to")
    found = said(drift, recorded(*texts, charter=CHARTER, as_of=AS_OF), *properties)
    return [each[1:] for each in found if each[0] == name]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param(
            "eee", "lllll", ("3", 3, "none", 5, 100, "Ship engines at night"), id="from one to other"
        ),
        pytest.param(
            "lll", "eeee", ("3", 3, "none", 4, 100, "Lorries on the quay"), id="the other way round"
        ),
        pytest.param("eee", "bll", ("3", 3, "1", 3, 66, "Ship engines at night"), id="rounded down"),
        pytest.param(
            "eeeerrrr", "lllls", ("4", 4, "none", 4, 100, "Ship engines at night"), id="of those inside"
        ),
        pytest.param("elel", "elel", None, id="as before"),
        pytest.param("ell", "bbb", None, id="more of both"),
        pytest.param("", "eee", None, id="nothing before"),
        pytest.param("eee", "", None, id="nothing since"),
        pytest.param("eee", "rrr", None, id="nothing inside since"),
    ],
)
def test_a_topic_that_gave_way(before: str, now: str, expected: tuple[Value, ...] | None) -> None:
    found = moved("topic-gave-way", *entries(before, now))
    assert found == ([] if expected is None else [(*expected[:-1], f'on "{expected[-1]}"')])


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param("eeee", "sss", ("none", 4, "3", 3, 100), id="what neither list has"),
        pytest.param("eeer", "rrge", ("1", 4, "3", 4, 50), id="outside and set aside"),
        pytest.param("ers", "esr", None, id="as before"),
        pytest.param("rrr", "eee", None, id="back to what was agreed"),
        pytest.param("", "sss", None, id="nothing before"),
    ],
)
def test_more_work_elsewhere(before: str, now: str, expected: tuple[Value, ...] | None) -> None:
    found = moved("work-elsewhere", *entries(before, now))
    assert found == ([] if expected is None else [(*expected, "on matters that are not inside your scope")])


BEFORE = entries("eeee", "")


@pytest.mark.parametrize(
    ("last", "counts"),
    [
        pytest.param(letter("2026-01-02", "schools"), True, id="on the first of the twelve months"),
        pytest.param(letter("2026-01-01", "schools"), False, id="a day before"),
        pytest.param(letter("2026-06-01", "schools", ""), False, id="only proposed"),
        pytest.param(
            letter("2026-06-01", "schools", "ballots: {against: [breathe]}"), False, id="not carried"
        ),
        pytest.param(letter("2026-06-01", "schools", "done: yes"), True, id="done whatever the votes were"),
        pytest.param(
            letter("2026-06-01", "schools", "in_name_of: [breathe]\ndone: yes"), False, id="its own"
        ),
        pytest.param(letter("2025", "schools"), False, id="in the year before"),
        pytest.param(letter("2026", "schools"), False, id="in a year of which a day is before"),
        pytest.param(f"action: renew\ntitle: A year more\ndate: 2026-06-01\n{ALL}", False, id="about itself"),
    ],
)  # fmt: skip
def test_what_counts_as_done_since(last: str, *, counts: bool) -> None:
    assert bool(moved("work-elsewhere", *BEFORE, last)) is counts


@given(st.text("elrgs", max_size=12), st.text("elrgs", max_size=12))
def test_it_equals_counting_by_hand(before: str, now: str) -> None:
    def share(text: str) -> tuple[int, int]:
        return sum(each not in "el" for each in text), len(text)

    (was, of_before), (is_, of_now) = share(before), share(now)
    rises = bool(of_before and of_now) and is_ * of_before > was * of_now
    shift = (100 * is_ * of_before - 100 * was * of_now) // (of_before * of_now) if rises else 0
    found = moved("work-elsewhere", *entries(before, now))
    assert [each[1:5:2] + each[4:5] for each in found] == (
        [(of_before, of_now, shift)] if rises and shift else []
    )


def test_without_a_scope_there_is_nothing_to_move_from() -> None:
    assert said(drift, recorded(letter("2026-05-01", "x"))) == []
