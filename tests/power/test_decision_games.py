"""A decision as a game says what `check` says of every way in which all who can vote are for or against."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.power.decision import Deciding, DecisionGame
from coalcheck.engine.power.game import Undecidable
from coalcheck.engine.source.read import read

ROOT: Final = Path(__file__).parents[2]
FIXTURES: Final = sorted((ROOT / "fixtures").glob("*/*/charter.yaml"))
MOST: Final = 8


def charter_of(path: Path) -> Charter:
    charter = load(read(path.read_bytes(), path.name)).charter
    assert charter is not None
    return charter


def games() -> list[Any]:
    found = []
    for path in FIXTURES:
        charter = charter_of(path)
        deciding = Deciding(charter, on=day_of(charter))
        for name, decision in charter.decisions.items():
            try:
                game = deciding.game(name)
            except Undecidable:
                continue
            # Other bodies, a fallback and a second call need a record of their own, and one of two dates.
            plain = not (decision.also or decision.otherwise or decision.second_call or decision.applies_if)
            plain = plain and decision.member_concerned is None and "other" not in (decision.passes or "")
            if plain and game.game.n <= MOST and decision.valid is None:
                found.append(pytest.param(charter, game, id=f"{path.parent.name}-{name}"))
    return found


def start_of(charter: Charter) -> date:
    return charter.term.starts if charter.term and charter.term.starts else date(2026, 1, 1)


def day_of(charter: Charter) -> date:
    """Late enough for any notice, and within the term."""
    return start_of(charter) + timedelta(days=70)


def judged(charter: Charter, played: DecisionGame, chosen: dict[str, str]) -> str:
    starts, day = start_of(charter), day_of(charter)
    can_be_set_aside = any(veto.override for veto in charter.vetoes)
    vetoes = [
        {
            "by": holder,
            "date": str(day),
            "reason": "said",
            **({"override": chosen} if can_be_set_aside else {}),
        }
        for holder, answer in chosen.items()
        if answer == "against" and any(_over(veto.over, played.decision, charter) for veto in charter.vetoes)
    ]
    values = {
        "action": played.decision, "notice": str(starts), "opened": str(starts), "date": str(day),
        "ballots": chosen, "status": "closed", "explained": {"date": str(day)},
        "vetoes": vetoes,
    }  # fmt: skip
    return decide(charter, of(values), as_of=day + timedelta(days=300), changes=False).outcome


def _over(over: tuple[str, ...], decision: str, charter: Charter) -> bool:
    return not over or bool({decision, "all", *charter.decisions[decision].covers} & set(over))


@pytest.mark.parametrize(("charter", "played"), games())
def test_check_says_the_same(charter: Charter, played: DecisionGame) -> None:
    members = [member for kind in played.game.members for member in kind]
    assert len(members) == played.game.n
    outcomes = set()
    for answers in product(("for", "against"), repeat=len(members)):
        chosen = dict(zip(members, answers, strict=True))
        kinds = [sum(chosen[each] == "for" for each in kind) for kind in played.game.members]
        outcome = judged(charter, played, chosen)
        outcomes.add(outcome)
        assert outcome in {"adopted", "rejected", "vetoed"}, (chosen, outcome)
        assert (outcome == "adopted") is played.game.wins(kinds), (chosen, outcome)
    assert "adopted" in outcomes


def test_enough_of_them_are_looked_at() -> None:
    assert len(games()) >= 15


BY_KIND = """
name: By kind
purpose: Try.
members: [{id: a}, {id: b}, {id: c}, {id: d}]
bodies: {trio: {members: [a, b, c]}}
decisions:
  routine: {covers: [spend, speak], passes: at least 2 members}
  change: {covers: [amend, admit], passes: at least 2/3 of votes cast, body: trio}
vetoes:
  - {holders: [a], over: [spend, amend]}
  - {holders: [b, c], over: [speak], override: at least 3 members}
  - {holders: [b], over: [admit], by: vote}
"""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("routine", "spend"), ("routine", "speak"), ("change", "amend"), ("change", "admit")],
)
def test_a_veto_over_some_kinds_is_counted_on_these(name: str, kind: str) -> None:
    charter = load(read(BY_KIND, "charter.yaml")).charter
    assert charter is not None
    played = Deciding(charter).game(name, kind=kind)
    members = sorted(member for each in played.game.members for member in each)
    differs = False
    whole = Deciding(charter).game(name).game
    for answers in product(("for", "against"), repeat=len(members)):
        chosen = dict(zip(members, answers, strict=True))
        vetoes = [
            {"by": holder, "date": "2026-03-12", "reason": "said", "override": chosen}
            for holder, answer in chosen.items()
            if answer == "against"
            and any(holder in veto.holders and kind in veto.over and not veto.by for veto in charter.vetoes)
        ]
        action = {"action": kind, "date": "2026-03-12", "ballots": chosen, "status": "closed",
                  "vetoes": vetoes, "amount": "1 EUR"}  # fmt: skip
        outcome = decide(charter, of(action), as_of=date(2027, 1, 1), changes=False).outcome
        assert outcome in {"adopted", "rejected", "vetoed"}, (chosen, outcome)
        wins, as_whole = (
            game.wins([sum(chosen[each] == "for" for each in ids) for ids in game.members])
            for game in (played.game, whole)
        )
        assert (outcome == "adopted") is wins, (chosen, outcome)
        # Counted over all kinds at once, a decision is stopped by whichever veto is over one of them.
        assert wins or not as_whole
        differs = differs or wins is not as_whole
    assert differs
