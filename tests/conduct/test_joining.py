"""A member comes in: decided, looked at, helped to find its way, and signed."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values

ASKS = """\
joining:
  asks: [wants and offers, deal-breakers]
  compatibility: All meet it twice.
  integration: A member goes with it for a month.
  recount: yes
"""
COMES = "happened: joining\nid: in\ndate: 2026-06-10\njoining:\n  who: Delta\n"
WHOLE = """\
  compatibility: yes
  integration: 2026-06-20
  recount: yes
  asked: [its wants and offers, its deal-breakers]
"""
ADMITTED = f"action: admission\nid: admit\ndate: 2026-06-01\n{ALL_FOR}"
REFUSED = "action: admission\nid: admit\ndate: 2026-06-01\nballots: {for: [a], against: [b, c]}\n"
KIND = ADMITTED.replace("action: admission", "action: admit")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "  compatibility: no\n  integration: yes\n  recount: yes\n",
            ["joining-left-out"],
            id="not looked at",
        ),
        pytest.param(
            "  compatibility: yes\n  recount: yes\n", ["joining-not-on-record"], id="one thing not on record"
        ),
        pytest.param("", ["joining-not-on-record"], id="nothing on record"),
        pytest.param(
            "  compatibility: yes\n  integration: no\n",
            ["joining-left-out", "joining-not-on-record"],
            id="both",
        ),
        pytest.param(
            WHOLE.replace(", its deal-breakers", ""), ["joining-not-on-record"], id="one question left"
        ),
        pytest.param(f"{WHOLE}  signed: no\n", ["joined-unsigned"], id="not signed"),
        pytest.param(f"{WHOLE}  signed: 2026-06-11\n", ["joined-unsigned"], id="signed a day later"),
        pytest.param(WHOLE, [], id="as the charter asks"),
        pytest.param(f"{WHOLE}  signed: 2026-06-10\n", [], id="signed that day"),
    ],
)
def test_what_the_charter_asks_when_somebody_comes_in(lines: str, expected: list[str]) -> None:
    assert names(act_of(ASKS, COMES + lines)) == expected


def test_without_a_way_to_join_nothing_is_asked() -> None:
    assert names(act_of("", COMES)) == []
    assert names(act_of("joining: All agree on it.\n", COMES)) == []


@pytest.mark.parametrize(
    ("past", "more", "missed"),
    [
        pytest.param([], "", True, id="no decision at all"),
        pytest.param([REFUSED], "", True, id="a decision that was not carried"),
        pytest.param([KIND], "", False, id="a decision before"),
        pytest.param([f"{KIND}subject: [b]\n"], "", True, id="a decision about another"),
        pytest.param([KIND], "follows: [admit]\n", False, id="the one it goes back to"),
        pytest.param([KIND], "follows: [other]\n", True, id="it goes back to one that is not there"),
        pytest.param(
            [REFUSED.replace("admission", "admit"), KIND.replace("id: admit", "id: again")],
            "follows: [admit]\n",
            True,
            id="it goes back to the one that failed",
        ),
    ],
)
def test_a_decision_stands_before_it(past: list[str], more: str, missed: bool) -> None:
    act = act_of("", COMES + more, past)
    assert names(act) == ["joined-without-decision"] * missed
    if missed:
        assert values(act, "joined-without-decision")["decision"] == "admission"


def test_without_a_record_nobody_knows_what_was_decided() -> None:
    assert names(act_of("", COMES)) == []
