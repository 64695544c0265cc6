"""Suspending or expelling: grounds, hearing, what came before, an end, the vote of the member concerned."""

from __future__ import annotations

import pytest
from acting import act_of, names, values

BREACH = """\
breach:
  major:
    is: [money withheld for 60 days, public statement against the coalition]
    done: Meeting of all members within 14 days; the member is heard first.
"""
HEARD = "breach: {what: [money withheld for 60 days], heard: 2026-05-01}\n"
EXPELS = "action: expel\ndate: 2026-05-10\nsubject: [c]\nballots: {for: [a, b]}\n"
SUSPENDS = EXPELS.replace("expel", "suspend")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("", ["removal-unheard", "removal-without-grounds"], id="neither reason nor hearing"),
        pytest.param(
            "reason: It wears the wrong hats.\n",
            ["removal-on-other-grounds", "removal-unheard"],
            id="a reason that is not listed",
        ),
        pytest.param("breach: {what: [money withheld], heard: no}\n", ["removal-unheard"], id="not heard"),
        pytest.param(
            "breach: {what: [money withheld], heard: 2026-05-11}\n", ["removal-unheard"], id="heard later"
        ),
        pytest.param(HEARD, [], id="a reason of the list, and heard before"),
        pytest.param(
            "breach: {heard: yes}\nreason: It has withheld its money.\n", [], id="heard, day not known"
        ),
        pytest.param("breach: {what: [money withheld], heard: 2026-05-10}\n", [], id="heard that day"),
    ],
)
def test_grounds_and_hearing(lines: str, expected: list[str]) -> None:
    assert names(act_of(BREACH, EXPELS + lines)) == expected


def test_what_is_not_on_record_is_told_apart_from_what_was_not_done() -> None:
    unknown = act_of(BREACH, f"{EXPELS}reason: Money was withheld.\n")
    known = act_of(BREACH, f"{EXPELS}breach: {{what: [money withheld], heard: no}}\n")

    assert values(unknown, "removal-unheard")["hearing_known"] is False
    assert values(known, "removal-unheard")["hearing_known"] is True


@pytest.mark.parametrize(
    ("charter", "action"),
    [
        pytest.param(
            BREACH, EXPELS.replace("ballots: {for: [a, b]}", "reason: Money was withheld."), id="proposed"
        ),
        pytest.param(
            BREACH, EXPELS.replace("for: [a, b]", "against: [a, b]") + "reason: Money.\n", id="not carried"
        ),
        pytest.param("", f"{EXPELS}reason: It left the room.\n", id="no hearing is asked for"),
        pytest.param(BREACH, "action: speak\ndate: 2026-05-10\nballots: {for: [a, b]}\n", id="another kind"),
    ],
)
def test_where_nothing_is_asked(charter: str, action: str) -> None:
    assert names(act_of(charter, action)) == []


def test_a_right_to_speak_is_a_hearing() -> None:
    decisions = (
        "decisions:\n  removal: {covers: [expel], passes: more than half of the other members,"
        " member_concerned: {may_speak: yes, votes: no}}\n"
    )
    act = act_of("", f"{EXPELS}reason: Money.\n", decisions=decisions)

    assert names(act) == ["removal-unheard"]
    assert values(act, "removal-unheard")["clause"] == "may speak: yes"


@pytest.mark.parametrize(
    ("past", "missed"),
    [
        pytest.param([], True, id="nothing before"),
        pytest.param(
            ["happened: breach\ndate: 2026-04-01\nbreach: {who: [c], what: [money]}\n"],
            False,
            id="it was found",
        ),
        pytest.param(
            ["happened: breach\ndate: 2026-04-01\nbreach: {who: [b], what: [money]}\n"], True, id="of another"
        ),
        pytest.param(
            ["happened: breach\ndate: 2026-04-01\nbreach: {what: [money]}\n"], False, id="of whom is not said"
        ),
        pytest.param(["happened: breach\ndate: 2026-05-11\nbreach: {who: [c]}\n"], True, id="only later"),
    ],
)
def test_something_stands_before_it_on_record(past: list[str], missed: bool) -> None:
    action = f"{EXPELS}reason: It has withheld its money.\n"
    charter = "breach: {major: {is: [money withheld for 60 days]}}\n"
    assert names(act_of(charter, action, past)) == ["removal-without-step"] * missed
    assert names(act_of(charter, action)) == []
    assert names(act_of(charter, action + HEARD, past)) == []


REST = "decisions:\n  rest: {{covers: [suspend], passes: more than half of the other members{}}}\n"


@pytest.mark.parametrize(
    ("lasts", "until", "expected"),
    [
        pytest.param("", "", ["suspension-open"], id="no end anywhere"),
        pytest.param("", "until: 2026-06-01\n", [], id="the decision has an end"),
        pytest.param(", lasts: 60 days", "", [], id="the charter has one"),
        pytest.param(", lasts: until the next meeting", "", [], id="in words"),
        pytest.param(", lasts: as long as it takes", "", ["suspension-open"], id="words without an end"),
        pytest.param(", lasts: at most 60 days", "until: 2026-07-09\n", [], id="to the day"),
        pytest.param(
            ", lasts: at most 60 days", "until: 2026-07-10\n", ["suspension-too-long"], id="a day longer"
        ),
        pytest.param(
            ", lasts: until the next meeting", "until: 2027-07-10\n", [], id="words are not reckoned"
        ),
    ],
)
def test_a_suspension_has_an_end(lasts: str, until: str, expected: list[str]) -> None:
    action = f"{SUSPENDS}reason: Money was withheld.\n{until}"
    assert names(act_of("", action, decisions=REST.format(lasts))) == expected


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        pytest.param("more than half of members", True, id="its vote is counted"),
        pytest.param(
            "more than half of members, member_concerned: {votes: no}", False, id="it does not vote"
        ),
    ],
)
def test_the_member_concerned_votes(rule: str, counts: bool) -> None:
    decisions = f"decisions:\n  removal: {{covers: [expel], passes: {rule}}}\n"
    action = "action: expel\ndate: 2026-05-10\nsubject: [c]\nreason: Money.\n"
    action += "ballots: {for: [a, b], against: [c]}\n"
    act = act_of("", action, decisions=decisions)

    assert names(act) == ["concerned-votes"]
    assert values(act, "concerned-votes")["own_vote_counts"] is counts
    assert names(act_of("", action.replace(", against: [c]", ""), decisions=decisions)) == []
