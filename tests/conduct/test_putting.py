"""Who puts something to a decision, what waits too long, what stands by silence, and when it is entered."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values

LETTER = f"action: speak\ndate: 2026-06-01\n{ALL_FOR}"


@pytest.mark.parametrize(
    ("may", "by", "missed"),
    [
        pytest.param("a", "b", True, id="only another may"),
        pytest.param("a or Beta", "c", True, id="two others may"),
        pytest.param("board", "c", True, id="a body of others"),
        pytest.param("only a", "[a, b]", True, id="one of them may not"),
        pytest.param("a", "a", False, id="it may"),
        pytest.param("a and b", "b", False, id="one of two"),
        pytest.param("board", "a", False, id="one of the body"),
        pytest.param("any member", "c", False, id="anybody"),
        pytest.param("whoever has read the papers", "c", False, id="words that name nobody"),
        pytest.param("board", "coordinator", False, id="who that is cannot be told"),
    ],
)
def test_who_may_put_something_forward(may: str, by: str, missed: bool) -> None:
    charter = f"agenda: {{may_propose: {may}}}\nbodies: {{board: {{members: [a, b]}}}}\n"
    assert names(act_of(charter, f"{LETTER}proposed_by: {by}\n")) == ["proposed-by-another"] * missed
    assert names(act_of(charter, LETTER)) == []


ASKING = "decisions:\n  speaking: {{covers: [speak], passes: all members, {}}}\n"
OPEN = "action: speak\nnotice: 2026-06-01\nopened: 2026-06-01\ndate: 2026-06-30\nballots: {for: [a]}\n"


@pytest.mark.parametrize(
    ("rule", "action", "as_of", "missed"),
    [
        pytest.param(
            "answer_within: 7 days", f"{OPEN}status: open\n", "2026-06-09", True, id="still open a day later"
        ),
        pytest.param(
            "answer_within: 7 days", "action: speak\nnotice: 2026-06-01\n", "2026-06-09", True, id="proposed"
        ),
        pytest.param("window: 7 days", f"{OPEN}status: open\n", "2026-06-09", True, id="the vote ran on"),
        pytest.param(
            "answer_within: 7 days", f"{OPEN}status: open\n", "2026-06-08", False, id="on the last day"
        ),
        pytest.param("answer_within: 7 days", OPEN, "2026-06-09", False, id="closed"),
        pytest.param(
            "window: at least 7 days", f"{OPEN}status: open\n", "2026-06-30", False, id="it may run on"
        ),
        pytest.param("expires: 7 days", f"{OPEN}status: open\n", "2026-06-30", False, id="no time is named"),
        pytest.param(
            "answer_within: 7 days", "action: speak\ndate: 2026-06-01\n", "2026-06-30", False, id="from when?"
        ),
    ],
)
def test_what_waits_too_long(rule: str, action: str, as_of: str, missed: bool) -> None:
    act = act_of("", action, as_of=as_of, decisions=ASKING.format(rule))
    assert names(act) == ["waiting-too-long"] * missed


def test_what_holds_where_nobody_agrees_is_said_with_it() -> None:
    rules = ("answer_within: 7 days, if_no_agreement: Each speaks alone.", "answer_within: 7 days")
    acts = [
        act_of("", f"{OPEN}status: open\n", as_of="2026-06-09", decisions=ASKING.format(rule))
        for rule in rules
    ]

    assert (
        values(acts[0], "waiting-too-long")["then"] == "The charter says what holds then: Each speaks alone."
    )
    assert str(values(acts[1], "waiting-too-long")["then"]).startswith("Set a last day")


SLOW = "members:\n  - {id: a}\n  - {id: b, how_we_work: {decides_in: 10 days}}\n"
SILENT = "decisions:\n  quietly: {covers: [speak], passes: no member against, silence: adopts}\n"
QUIET = "action: speak\nproposed_by: a\nnotice: 2026-06-01\nopened: 2026-06-01\n"


@pytest.mark.parametrize(
    ("members", "lines", "missed"),
    [
        pytest.param(
            SLOW, "closes: 2026-06-05\nballots: {for: [a]}\n", True, id="five days, and ten are needed"
        ),
        pytest.param(SLOW, "closes: 2026-06-11\nballots: {for: [a]}\n", False, id="enough time"),
        pytest.param(SLOW, "closes: 2026-06-05\nballots: {for: [a, b]}\n", False, id="it answered"),
        pytest.param(
            SLOW.replace("10 days", "10 days, delegate_alone: [texts]"),
            "closes: 2026-06-05\nballots: {for: [a]}\n",
            False,
            id="its delegate may answer",
        ),
        pytest.param(
            SLOW.replace(", how_we_work: {decides_in: 10 days}", ""),
            "closes: 2026-06-05\nballots: {for: [a]}\n",
            False,
            id="how long it needs is not said",
        ),
    ],
)
def test_silence_of_a_member_that_had_no_time(members: str, lines: str, missed: bool) -> None:
    act = act_of("", f"{QUIET}{lines}status: closed\n", as_of="2026-06-20", members=members, decisions=SILENT)
    assert act.verdict is not None
    assert act.verdict.outcome == "adopted"
    assert names(act) == ["silent-unable"] * missed


@pytest.mark.parametrize(
    ("charter", "entered", "missed"),
    [
        pytest.param("", "2026-06-09", True, id="a day after a week"),
        pytest.param("", "2026-06-08", False, id="within a week"),
        pytest.param("records: {within: 2 days}\n", "2026-06-04", True, id="the charter asks for less"),
        pytest.param("records: {within: 30 days}\n", "2026-06-20", False, id="the charter leaves more"),
    ],
)
def test_when_a_decision_is_entered(charter: str, entered: str, missed: bool) -> None:
    assert names(act_of(charter, f"{LETTER}entered: {entered}\n")) == ["entered-late"] * missed
    assert names(act_of(charter, LETTER)) == []


BOARD = "bodies:\n  board: {members: [a, b], explains: {says: [what was decided, what input came]}}\n"
BY_BOARD = "decisions:\n  speaking: {covers: [speak], body: board, passes: all members}\n"


@pytest.mark.parametrize(
    ("says", "missed"),
    [
        pytest.param("[what was decided, why]", True, id="nothing on views"),
        pytest.param("[what was decided, what became of the comments]", False, id="what became of them"),
        pytest.param("[]", False, id="what it holds is not on record"),
    ],
)
def test_an_explanation_speaks_of_the_views_that_came_in(says: str, missed: bool) -> None:
    action = "action: speak\ndate: 2026-06-01\nballots: {for: [a, b]}\n"
    action += f"explained: {{date: 2026-06-02, says: {says}}}\n"
    assert names(act_of(BOARD, action, decisions=BY_BOARD)) == ["explained-in-part"] * missed
