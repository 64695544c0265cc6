"""What is left out of the questions before counting, and what is kept of the answers: as if all was asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from deciding import charter_of
from hypothesis import given
from hypothesis import strategies as st
from kept_charters import DATED, KINDS, actions, days

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.asking import Asking
from coalcheck.engine.decide.authority import _ASKED, authority
from coalcheck.engine.decide.case import case_of
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"

CHARTERS: dict[str, Charter] = {"dated": charter_of(DATED)}
for path in sorted([*FIXTURES.glob("coalitions/*/charter.yaml"), *FIXTURES.glob("bodies/*/charter.yaml")]):
    found = load(read(path.read_bytes(), path.name)).charter
    if found is not None:
        CHARTERS[path.parent.name] = found
NAMES = sorted({key for charter in CHARTERS.values() for key in charter.decisions} | set(KINDS))


@given(
    st.sampled_from(sorted(CHARTERS)),
    st.lists(st.tuples(actions, st.sampled_from(NAMES), days), min_size=1, max_size=6),
)
def test_what_is_left_out_and_what_is_kept_is_as_if_everything_was_asked(
    name: str, asked: list[tuple[dict[str, Any], str, date]]
) -> None:
    """Both ways of asking: with cause and kept, and every question of every action."""
    charter = CHARTERS[name]
    kept = Asking(charter)
    for values, action_name, as_of in asked:
        action = of({**values, "action": action_name})
        shortly = authority(charter, action, as_of, asking=kept)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Asking, "covered", lambda _, case, find: find(case))
            patch.setattr(Asking, "opening", lambda _, _case, every: ((), tuple(every)))
            assert shortly == authority(charter, action, as_of)


def _left(text: str, values: dict[str, Any]) -> tuple[bool, set[str]]:
    """Whether a part of the answers was kept, and the names of the questions that are asked all the same."""
    charter = charter_of(text)
    asking = Asking(charter)
    action = of({"action": "speak", "date": "2026-04-14", "notice": "2026-04-01", **values})
    case = case_of(charter, action, date(2026, 4, 14), asking.terms, kind="speak", key="speak")
    clauses, left = asking.opening(case, _ASKED)
    return bool(clauses), {ask.__name__ for _, ask in left}


FUND = "fund: {spending: [{up_to: 9 EUR, by: board}]}\n"
BARE = """\
members: [{id: a}, {id: b}]
bodies: {board: {members: [a]BODY}}
decisions:
  speak: {covers: [speak], body: board, passes: all membersKEYS}
"""


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(BARE.replace("KEYS", ", notice: 2 days"), "notice_points", id="notice"),
        pytest.param(
            BARE.replace("KEYS", ", deliberation: 2 days"), "deliberation_points", id="deliberation"
        ),
        pytest.param(
            BARE.replace("BODY", ", input: {at_least: 7 days before}"), "deliberation_points", id="input"
        ),
        pytest.param(BARE.replace("KEYS", ", window: 2 days"), "window_points", id="window"),
        pytest.param(BARE.replace("KEYS", ", needs: [reason]"), "needs_points", id="needs"),
        pytest.param(BARE.replace("KEYS", ", expires: 2 days"), "expiry_points", id="expires"),
        pytest.param(BARE.replace("KEYS", ", explain: 2 days"), "explanation_points", id="explain"),
        pytest.param(
            BARE.replace("BODY", ", explains: {within: 2 days}"), "explanation_points", id="a body explains"
        ),
        pytest.param(
            BARE.replace("{id: a}", "{id: a, signed: {date: 2026-01-02}}"), "signed_points", id="signed"
        ),
        pytest.param(BARE.replace("BODY", ", limits: {spend: 9 EUR}"), "limit_points", id="limits"),
        pytest.param(BARE.replace("BODY", ", limits: {spend: 9 EUR}"), "unknown_sum_points", id="limited"),
        pytest.param(BARE + "scope: {money: {in_all: 9 EUR}}\n", "scope_money_points", id="money"),
        pytest.param(BARE + "scope: {money: {in_all: 9 EUR}}\n", "unknown_sum_points", id="money, no sum"),
        pytest.param(BARE + FUND, "fund_points", id="a fund"),
        pytest.param(BARE + FUND, "unknown_sum_points", id="a fund, no sum"),
        pytest.param(BARE + "stage: pilot\n", "pilot_points", id="a pilot"),
        pytest.param(
            BARE.replace("{id: a}", "{id: a, sort: x}").replace("BODY", ", caps: {sort: 1/2}"),
            "composition_points",
            id="caps",
        ),
        pytest.param(BARE.replace("KEYS", ", answer_within: 5 days"), "answer_points", id="answers"),
    ],
)
def test_a_question_is_asked_where_the_charter_gives_cause(text: str, question: str) -> None:
    plain = BARE.replace("KEYS", "").replace("BODY", "")
    spends = {"amount": "5 EUR"}  # so that nothing is answered at once
    _, without = _left(plain, spends)
    _, asked = _left(text.replace("KEYS", "").replace("BODY", ""), spends)
    assert question in asked
    assert question not in without


@pytest.mark.parametrize(
    ("values", "questions"),
    [
        pytest.param({}, {"notice_points"}, id="an ordinary letter: the notice alone"),
        pytest.param({"amount": "400 EUR"}, {"body_points", "scope_money_points"}, id="a sum"),
        pytest.param({"date": "2026-12-24"}, {"term_points"}, id="after the term"),
        pytest.param({"body": "board"}, {"body_points"}, id="another body"),
        pytest.param({"amends": ["exit"]}, {"amending_points"}, id="what it changes"),
    ],
)
def test_the_short_way_is_taken_and_left(values: dict[str, Any], questions: set[str]) -> None:
    kept, left = _left(DATED, values)
    assert questions <= left
    assert kept is (not values)
