"""What no ballots tell apart: held against all ballots there are, judged one by one."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutating import outcomes, under, written

from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.scenario.mutation.telling import Telling

FACTOR = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
PASSES = (
    "at least 2/3 of votes cast",
    "more than half of votes cast",
    "more than half of members",
    "all members",
    "at least half of members present",
    "no member against",
    "at least 2 members and no member against",
    "all of votes cast",
    "at least 1 member in each side",
    "more in favour than against",
    "at least 2/3 of the other members",
    "at least 60% of members voting",
    "at least 2 members or all of votes cast",
    "no wise member against and at least 1 member",
    "at least 3/4 of members not abstaining",
)
QUORUMS = ("", "more than half of members", "at least 2 members", "turnout at least 2 members", "all members")
MORE = ("", "abstentions: against", "tie: fails", "member_concerned: {votes: false}", "silence: adopts",
        "otherwise: {if: objection, passes: more than half of members}")  # fmt: skip
VETOES = ("", "vetoes: [{holders: [a], over: [joint], by: vote}]\n",
          "vetoes: [{holders: [a, b], jointly: true, over: [joint], by: vote}]\n")  # fmt: skip


def text_of(passes: str, quorum: str, more: str, veto: str, members: int) -> str:
    parts = [f'passes: "{passes}"', f"quorum: {quorum}" if quorum else "", more]
    groups = "groups: {wise: [a]}\n" if "wise" in passes else ""
    return written(", ".join(filter(None, parts)), members, groups + veto)


def subject_of(text: str) -> str | None:
    return "b" if "the other members" in text or "member_concerned" in text else None


def held_against_all_ballots(text: str, *, only: int | None = None) -> tuple[int, int]:
    """Hold what is said of each change against all ballots.

    Returns:
        How many changes no ballots tell apart, and how many some do.
    """
    place = under(text)
    telling = Telling(place)
    every = [each for each in mutants(place.charter) if each.ballots]
    some = every if only is None else [every[only % len(every)]]
    subject = subject_of(text)
    before = outcomes(place.charter, subject=subject)
    alike = unlike = 0
    for mutant in some:
        told = telling.of(mutant, place.changed(mutant.charter))
        after = outcomes(mutant.charter, subject=subject)
        if told.looked_through:
            assert told.scenario is None
            assert before == after, (text, mutant.said)
            alike += 1
        elif before != after:
            assert told.scenario is not None, (text, mutant.said)
            unlike += 1
    return alike, unlike


@pytest.mark.parametrize("passes", PASSES)
def test_not_distinguished_is_right_on_small_charters(passes: str) -> None:
    alike, unlike = held_against_all_ballots(text_of(passes, "", "", "", 3))
    assert unlike
    assert alike + unlike


@pytest.mark.parametrize(
    ("text", "said", "alike"),
    [
        pytest.param(
            written("passes: more than half of members"),
            "more than half of members became at least half of members",
            True,
            id="of three no half",
        ),
        pytest.param(
            written("passes: more than half of members", 4),
            "more than half of members became at least half of members",
            False,
            id="of four a half",
        ),
        pytest.param(
            written("passes: at least 2/3 of members", 5),
            "at least 2/3 of members became more than 2/3 of members",
            True,
            id="of five no two thirds",
        ),
        pytest.param(
            written("passes: all members"),
            "abstentions began to count against",
            True,
            id="who abstains is not in favour either way",
        ),
        pytest.param(
            written("passes: at least 2/3 of votes cast"),
            "abstentions began to count against",
            False,
            id="who abstains casts no vote",
        ),
        pytest.param(
            written("passes: all members, quorum: at least 2 members"),
            "at least 2 members was dropped",
            False,
            id="not carried for another reason is another verdict",
        ),
        pytest.param(
            written(
                "passes: at least 2 members",
                4,
                "vetoes: [{holders: [a], over: [joint], by: notice, override: at least 2/3 of members}]\n",
            ),
            "at least 2/3 of members became more than 2/3 of members",
            True,
            id="of four no two thirds set a veto aside",
        ),
        pytest.param(
            written(
                "passes: at least 2 members",
                3,
                "vetoes: [{holders: [a], over: [joint], by: notice, override: at least 2/3 of members}]\n",
            ),
            "at least 2/3 of members became more than 2/3 of members",
            False,
            id="of three two set a veto aside",
        ),
        pytest.param(
            written("passes: all members", 3, "vetoes: [{holders: [a], over: [joint], by: notice}]\n"),
            "the veto of a was dropped",
            False,
            id="a veto by one who voted in favour",
        ),
    ],
)
def test_what_no_ballots_tell_apart(text: str, said: str, *, alike: bool) -> None:
    place = under(text)
    (mutant,) = (each for each in mutants(place.charter) if each.said == said)
    told = Telling(place).of(mutant, place.changed(mutant.charter))
    assert told.looked_through is alike
    assert (told.scenario is None) is alike


@settings(max_examples=12 * FACTOR, deadline=None)
@given(
    passes=st.sampled_from(PASSES),
    quorum=st.sampled_from(QUORUMS),
    more=st.sampled_from(MORE),
    veto=st.sampled_from(VETOES),
    members=st.integers(2, 3 if FACTOR == 1 else 5),
    only=st.integers(0, 99),
)
def test_any_change_of_any_small_charter(  # noqa: PLR0917  (each is one part of the charter)
    passes: str, quorum: str, more: str, veto: str, members: int, only: int
) -> None:
    held_against_all_ballots(text_of(passes, quorum, more, veto, members), only=only)


OVER_TIME = written(
    "passes: more than half of members",
    4,
    "groups: {wise: [{members: [a], valid: {to: 2026-06-30}}, "
    "{members: [a, b], valid: {from: 2026-07-01}}]}\n",
).replace("{id: d,", "{id: d, in: [{from: 2026-09-01}],")


def test_what_the_members_of_another_time_can_tell_is_told() -> None:
    """Of four a half is enough, of the three before no half is: the change shows only since September."""
    place = under(OVER_TIME)
    (mutant,) = (each for each in mutants(place.charter) if each.kind == "strictness")
    told = Telling(place).of(mutant, place.changed(mutant.charter))
    assert told.scenario is not None
    earlier = under(OVER_TIME.replace("in: [{from: 2026-09-01}]", "in: [{to: 2026-02-28}]"))
    (mutant,) = (each for each in mutants(earlier.charter) if each.kind == "strictness")
    told = Telling(earlier).of(mutant, earlier.changed(mutant.charter))
    assert told.scenario is not None
    assert "date: 2026-0" in told.scenario.text


def test_each_version_of_a_group_is_changed_on_a_day_of_its_own() -> None:
    text = OVER_TIME.replace("more than half of members", '"no wise member against"')
    place = under(text)
    telling = Telling(place)
    for mutant in (each for each in mutants(place.charter) if each.route[0] == "groups"):
        told = telling.of(mutant, place.changed(mutant.charter))
        assert told.scenario is not None, (mutant.said, mutant.on)
