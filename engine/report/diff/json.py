"""The comparison for other programs; its shape is ``docs/schema/diff-1.json`` and only ever grows.

Fractions are texts: ``"2/3"``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.diff.model import Amendment, Case, Compared, Difference, Power, Replay
    from coalcheck.engine.report.parts.options import Options

SCHEMA = 1
_ANSWERS = ("for", "against", "abstain", "present")


def render(difference: Difference, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything that is known."""
    whole = {
        "schema": SCHEMA,
        "version": difference.version,
        "old": difference.old,
        "new": difference.new,
        "equivalent": difference.equivalent,
        "members": {
            "joined": list(difference.members.joined),
            "left": list(difference.members.left),
            "resized": [
                {"member": member, "was": was, "now": now} for member, was, now in difference.members.resized
            ],
        },
        "decisions": [_compared(each) for each in difference.decisions],
        "added": list(difference.added),
        "dropped": list(difference.dropped),
        "clauses": [
            {"path": [*each.route], "was": each.was or None, "now": each.now or None}
            for each in difference.clauses
        ],
        "power": [_power(each) for each in difference.power],
        "not_counted": list(difference.not_counted),
        "amendment": None if difference.amendment is None else _amendment(difference.amendment),
        "replay": None if difference.replay is None else _replay(difference.replay),
        "problems": list(difference.problems),
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _compared(each: Compared) -> dict[str, object]:
    return {
        "before": each.before,
        "after": each.after,
        "relation": each.relation,
        "was": dict(each.was),
        "now": dict(each.now),
        "carried_only_now": None if each.gained is None else _case(each.gained),
        "carried_only_before": None if each.lost is None else _case(each.lost),
        "reason": each.reason or None,
        "cases": each.cases,
    }


def _case(case: Case) -> dict[str, object]:
    return {
        "ballots": {
            member: {answer: number for answer, number in zip(_ANSWERS, votes, strict=True) if number}
            for member, votes in case.ballots.items()
        },
        "concerned": case.concerned,
        "before": dict(case.before),
        "after": dict(case.after),
        "was": case.was,
        "now": case.now,
    }


def _power(power: Power) -> dict[str, object]:
    return {
        "before": power.before,
        "after": power.after,
        "gained": {thing: list(members) for thing, members in power.gained.items()},
        "lost": {thing: list(members) for thing, members in power.lost.items()},
        "pairs": {thing: {"was": was, "now": now} for thing, (was, now) in power.pairs.items()},
        "banzhaf_normalised": [
            {"member": share.member, "was": _fraction(share.was), "now": _fraction(share.now)}
            for share in power.shares
        ],
    }


def _amendment(given: Amendment) -> dict[str, object]:
    return {
        "file": given.file,
        "verdict": None if given.verdict is None else _verdict(given.verdict),
        "beyond": list(given.beyond),
        "unread": given.unread or None,
    }


def _replay(replay: Replay) -> dict[str, object]:
    return {
        "judged": replay.judged,
        "flipped": [
            {
                "file": each.file,
                "title": each.title or None,
                "date": each.day or None,
                "was": _verdict(each.was),
                "now": _verdict(each.now),
            }
            for each in replay.flipped
        ],
        "unread": list(replay.unread),
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "outcome": verdict.outcome,
        "decision": verdict.decision or None,
        "as_of": verdict.as_of.isoformat(),
        "decided_by": [
            {
                "part": clause.part,
                "text": clause.text,
                "said": clause.said,
                "path": None if clause.route is None else [*clause.route],
            }
            for clause in verdict.clauses
            if clause.decides
        ],
    }


def _fraction(part: Fraction | None) -> str | None:
    return None if part is None else str(part)
