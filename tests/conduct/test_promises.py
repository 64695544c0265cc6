"""What was promised: kept or not, money beyond it, steps before their time, more credits than there are."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values
from hypothesis import given
from hypothesis import strategies as st

PROMISE = "happened: promise\ndate: 2026-06-20\npromise: {{what: The report, due: 2026-06-10, {}}}\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param("kept: no, told: no", False, id="not a word"),
        pytest.param("kept: no, told: 2026-06-11", False, id="a word afterwards"),
        pytest.param("kept: 2026-06-12, told: no", False, id="done late, not a word"),
        pytest.param("kept: no, told: 2026-06-10", True, id="a word on the day"),
        pytest.param("kept: 2026-06-12, told: 2026-06-01", True, id="done late, with a word before"),
        pytest.param("kept: no", None, id="whether there was a word is not on record"),
        pytest.param("kept: no, told: yes", None, id="a word, on a day that is not on record"),
    ],
)
def test_a_promise_that_was_missed(lines: str, told: bool | None) -> None:
    found = values(act_of("", PROMISE.format(lines)), "promise-missed")
    assert found.get("told_before") is told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROMISE.format("kept: 2026-06-10"), id="on the day"),
        pytest.param(PROMISE.format("kept: yes"), id="kept"),
        pytest.param(PROMISE.format("told: 2026-06-01"), id="only that it was told"),
        pytest.param(
            PROMISE.format("kept: no, told: 2026-06-01, new_day: 2026-07-01"), id="a new day agreed in time"
        ),
        pytest.param(
            PROMISE.format("kept: no").replace("06-20", "06-05"), id="said before the day has passed"
        ),
        pytest.param("happened: promise\ndate: 2026-06-20\npromise: {what: It, kept: no}\n", id="no day"),
    ],
)
def test_a_promise_that_is_in_order(text: str) -> None:
    assert names(act_of("", text)) == []


def test_a_word_given_in_an_earlier_entry_counts() -> None:
    word = "happened: promise\nid: word\ndate: 2026-06-02\npromise: {what: The report, told: yes}\n"
    missed = f"{PROMISE.format('kept: no')}follows: [word]\n"

    assert values(act_of("", missed, [word]), "promise-missed")["told_before"] is True
    assert "told_before" not in values(act_of("", missed), "promise-missed")


def members(*promised: str) -> str:
    rows = (
        f"  - {{id: {name}, commits: {{money: {sum_}}}}}\n"
        for name, sum_ in zip("abc", promised, strict=False)
    )
    return f"members:\n{''.join(rows)}" + "".join(f"  - {{id: {name}}}\n" for name in "abc"[len(promised) :])


SPENDS = f"action: spend\ndate: 2026-06-01\n{ALL_FOR}"


@pytest.mark.parametrize(
    ("promised", "lines", "charter", "missed"),
    [
        pytest.param(("300 EUR", "200 EUR"), "amount: 501 EUR\n", "", True, id="more than all together"),
        pytest.param(("30 EUR a month",), "amount: 31 EUR a month\n", "", True, id="more each month"),
        pytest.param(("300 EUR", "200 EUR"), "amount: 500 EUR\n", "", False, id="just that"),
        pytest.param(
            ("300 EUR", "200 USD"), "amount: 900 EUR\n", "", False, id="two currencies are not compared"
        ),
        pytest.param(
            ("30 EUR a month",), "amount: 900 EUR\n", "", False, id="by the month and in all are not either"
        ),
        pytest.param(
            ("300 EUR",), "amount: 900 EUR\nincome: 800 EUR\n", "", False, id="money comes in with it"
        ),
        pytest.param(("300 EUR",), "amount: 900 EUR\n", "fund: {held_by: a}\n", False, id="there is a fund"),
        pytest.param((), "amount: 900 EUR\n", "", False, id="nobody promised money"),
        pytest.param(
            ("300 EUR",), "amount: 900 EUR\nin_name_of: [a]\n", "", False, id="a member's own money"
        ),
    ],
)
def test_what_costs_more_than_was_promised(
    promised: tuple[str, ...], lines: str, charter: str, missed: bool
) -> None:
    act = act_of(charter, SPENDS + lines, members=members(*promised))
    assert names(act) == ["costs-beyond-promises"] * missed


@pytest.mark.parametrize(
    ("charter", "uses", "missed"),
    [
        pytest.param("stage: pilot\n", "[the logo of all]", True, id="nothing is written"),
        pytest.param(
            "stage: pilot\nownership: {name_and_logo: only on the web page}\n", "name", True, id="beyond it"
        ),
        pytest.param("stage: pilot\nownership: {name_and_logo: names}\n", "names", False, id="just that"),
        pytest.param("stage: pilot\n", "[mailing list]", False, id="no name"),
        pytest.param("stage: signed\n", "[logo]", False, id="no pilot"),
    ],
)
def test_names_in_a_pilot(charter: str, uses: str, missed: bool) -> None:
    act = act_of(charter, f"{SPENDS}uses: {uses}\n")
    assert names(act) == ["pilot-uses-names"] * missed


STEPS = "commit_in_steps:\n  - {what: A second staff post for the campaign, after: the first win}\n"
RAISES = f"action: commit-staff\ntitle: A second post for the campaign\ndate: 2026-06-01\n{ALL_FOR}"
WIN = "happened: result\ndate: 2026-05-20\nresult: The fact sheet is out\n"


@pytest.mark.parametrize(
    ("charter", "action", "past", "missed"),
    [
        pytest.param(STEPS, RAISES, [], True, id="no result on record"),
        pytest.param(
            STEPS.replace("after: the first win", "from: 2026-06-02"), RAISES, None, True, id="a day early"
        ),
        pytest.param(STEPS, RAISES, [WIN], False, id="the first win is there"),
        pytest.param(STEPS, RAISES, ["happened: review\ndate: 2026-05-20\n"], False, id="a review is there"),
        pytest.param(STEPS, RAISES, None, False, id="without a record nobody knows"),
        pytest.param(
            STEPS.replace("after: the first win", "from: 2026-06-01"), RAISES, None, False, id="on the day"
        ),
        pytest.param(
            STEPS, RAISES.replace("A second post for the campaign", "New chairs"), [], False, id="another act"
        ),
        pytest.param(STEPS, RAISES.replace("for:", "against:"), [], False, id="not carried"),
        pytest.param("", RAISES, [], False, id="no steps"),
    ],
)
def test_a_step_before_its_time(charter: str, action: str, past: list[str] | None, missed: bool) -> None:
    assert names(act_of(charter, action, past)) == ["step-too-early"] * missed


PROJECT = """\
integration:
  sprints: [{id: sprint-1, from: 2026-05-01, to: 2026-06-10}]
  big_projects: [{id: winter-placement, about: The winter placement of families, needs: sprint-1}]
"""
BEGINS = f"action: event\ntitle: Winter placement\ndate: 2026-05-10\n{ALL_FOR}"


@pytest.mark.parametrize(
    ("lines", "past", "missed"),
    [
        pytest.param("done: 2026-06-10\n", None, True, id="on its last day"),
        pytest.param("done: yes\n", None, True, id="done on the day it was decided"),
        pytest.param("topics: [winter-placement]\ndone: 2026-06-01\n", None, True, id="by its id"),
        pytest.param("done: 2026-06-11\n", None, False, id="the day after"),
        pytest.param("", None, False, id="only decided"),
        pytest.param(
            "done: 2026-06-01\n",
            ["happened: sprint\ndate: 2026-05-05\ntitle: Sprint 1\n"],
            False,
            id="it was over sooner",
        ),
    ],
)
def test_a_big_project_before_its_sprint(lines: str, past: list[str] | None, missed: bool) -> None:
    explained = "explaining: {a: Air., b: Air., c: Air.}\n"
    assert names(act_of(PROJECT + explained, BEGINS + lines, past)) == ["project-before-sprint"] * missed
    other = BEGINS.replace("Winter placement", "Summer party")
    assert names(act_of(PROJECT + explained, other + lines.replace("winter-placement", "x"), past)) == []


def credit(day: int, **lines: object) -> str:
    inside = ", ".join(f"{key}: {value}" for key, value in lines.items())
    return f"happened: credit\ndate: 2026-06-{day:02}\ncredit: {{{inside}}}\n"


def test_credits_that_are_used_are_there() -> None:
    given_two = credit(1, given_by="a", given_to="b", number=2)
    used_one = credit(2, redeemed_by="b")
    now = credit(9, redeemed_by="b", number=2)

    assert names(act_of("", now, [given_two])) == []
    assert names(act_of("", now, [given_two, used_one])) == ["credits-overdrawn"]
    assert values(act_of("", now, [given_two, used_one]), "credits-overdrawn")["credits_left"] == 1
    assert names(act_of("", now)) == []
    assert names(act_of("", given_two, [])) == []


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 3)), max_size=6), st.integers(1, 4))
def test_a_balance_is_what_was_given_less_what_was_used(before: list[tuple[bool, int]], wanted: int) -> None:
    past = [
        credit(day, **({"given_to": "b"} if given_ else {"redeemed_by": "b"}), number=number)
        for day, (given_, number) in enumerate(before, 1)
    ]
    left = sum(number if given_ else -number for given_, number in before)

    found = names(act_of("", credit(20, redeemed_by="b", number=wanted), past))

    assert (found == ["credits-overdrawn"]) is (wanted > left)
