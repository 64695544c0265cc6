"""How an act stands to the scope, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.mission.standing import Reason, Smaller, Standing, Widen
    from coalcheck.engine.source.node import Route


def standing(scope: Standing, checked: Checked) -> dict[str, object]:
    """The answer, every reason, what is left open, and the three ways on."""
    return {
        "answer": scope.answer,
        "own_name": scope.own_name,
        "reasons": [_reason(each, checked) for each in scope.reasons],
        "left_open": list(scope.left_open),
        "widen": None if scope.widen is None else _widen(scope.widen, checked),
        "smaller": None if scope.smaller is None else _smaller(scope.smaller),
        "notes": list(scope.notes),
    }


def _reason(reason: Reason, checked: Checked) -> dict[str, object]:
    return {
        "why": reason.why,
        "meets": reason.meets,
        "answer": reason.answer,
        "said": reason.said,
        "charter": reason.charter,
        **_at(reason.route, checked),
        "key": str(reason.key[0]) if reason.key else None,
        "sentence": reason.sentence,
        "words": list(reason.words),
    }


def _widen(widen: Widen, checked: Checked) -> dict[str, object]:
    return {
        "decision": widen.decision or None,
        "rule": widen.rule,
        "outcome": widen.outcome or None,
        **_at(widen.route, checked),
    }


def _smaller(smaller: Smaller) -> dict[str, object]:
    return {
        "leave_out": list(smaller.leave_out),
        "drop": list(smaller.drop),
        "keep": list(smaller.keep),
        "sentences": list(smaller.sentences),
    }


def _at(route: Route | None, checked: Checked) -> dict[str, object]:
    place = checked.ground.places.get(route) if route is not None else None
    if place is None:
        return {"file": None, "line": None, "path": None}
    return {"file": place.file, "line": place.line, "path": place.path}
