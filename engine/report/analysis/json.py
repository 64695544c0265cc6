"""The analysis for other programs; its shape is ``docs/schema/analysis-1.json`` and only ever grows.

Fractions, and counts that numbers of other programs may not hold, are texts: ``"2/3"``, ``"17706644"``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coalcheck.engine.report.json import finding_of

if TYPE_CHECKING:
    from fractions import Fraction

    from coalcheck.engine.analysis.model import (
        Analysis,
        Answers,
        Bloc,
        Committing,
        Counted,
        Governance,
        Group,
        Listed,
        Proven,
        Row,
        Shown,
    )
    from coalcheck.engine.report.parts.options import Options

SCHEMA = 1


def render(analysis: Analysis, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything that is known."""
    whole = {
        "schema": SCHEMA,
        "version": analysis.version,
        "file": analysis.result.file,
        "budget": analysis.budget,
        "members": [
            {"id": member, "name": name, "heads": analysis.heads[member]}
            for member, name in analysis.names.items()
        ],
        "groups": [_group(group) for group in analysis.groups],
        "not_counted": [{"decision": each.decision, "reason": each.reason} for each in analysis.not_counted],
        "committing": None if analysis.committing is None else _committing(analysis.committing),
        "governance": None if analysis.governance is None else _governance(analysis.governance),
        "properties": [_proven(each) for each in analysis.properties],
        "findings": [finding_of(finding) for finding in analysis.result.findings],
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _group(group: Group) -> dict[str, object]:
    standing = group.standing
    return {
        "decisions": list(group.decisions),
        "bodies": list(group.bodies),
        "everyone": group.everyone,
        "voters": group.n,
        "kinds": [
            {"members": list(members), "heads": size}
            for members, size in zip(group.kinds, group.sizes, strict=True)
        ],
        "about": group.about or None,
        "carried": standing.carried,
        "carried_against_all": standing.free,
        "decide_alone": list(group.ids(standing.decide)),
        "stop_alone": list(group.ids(standing.stop)),
        "decide_in_twos": [list(pair) for pair in standing.decide_in_twos],
        "stop_in_twos": [list(pair) for pair in standing.stop_in_twos],
        "without_effect": list(group.ids(standing.without_effect)) if group.counted is not None else None,
        "counted": None if group.counted is None else _counted(group.counted),
        "minimal_winning": _listed(group.winning),
        "minimal_blocking": _listed(group.blocking),
        "with_abstentions": [_answers(each) for each in group.answers],
        "blocs": [_bloc(each) for each in group.blocs],
        "notes": list(group.notes),
    }


def _counted(counted: Counted) -> dict[str, object]:
    return {
        "way": counted.way,
        "winning": str(counted.winning),
        "power_to_act": str(counted.act),
        "members": [_row(row) for row in counted.rows],
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "members": list(row.members),
        "heads": row.heads,
        "swings": str(row.swings),
        "banzhaf": str(row.banzhaf),
        "banzhaf_normalised": str(row.share),
        "shapley_shubik": _fraction(row.shapley),
        "coleman_prevent": str(row.prevent),
        "coleman_initiate": str(row.initiate),
    }


def _listed(listed: Listed | None) -> dict[str, object] | None:
    if listed is None:
        return None
    return {
        "count": None if listed.count is None else str(listed.count),
        "fewest": listed.fewest,
        "sets": [list(each) for each in listed.sets],
    }


def _answers(answers: Answers) -> dict[str, object]:
    return {
        "decisions": list(answers.decisions),
        "ballots": str(answers.ballots),
        "adopted": str(answers.adopted),
        "undecided": str(answers.undecided),
        "abstaining_helps": list(answers.abstaining_helps),
    }


def _bloc(bloc: Bloc) -> dict[str, object]:
    return {
        "payer": bloc.payer,
        "paid": list(bloc.paid),
        "voters": bloc.n,
        "winning": str(bloc.winning),
        "banzhaf_normalised": str(bloc.share),
        "banzhaf_normalised_apart": str(bloc.apart),
        "shapley_shubik": _fraction(bloc.shapley),
        "decides": bloc.decides,
        "stops": bloc.stops,
    }


def _committing(committing: Committing) -> dict[str, object]:
    return {
        "decisions": committing.decisions,
        "fewest": committing.fewest,
        "by": list(committing.by),
        "votes_on": dict(committing.votes_on),
        "without_a_vote": list(committing.without_a_vote),
        "alone": {member: list(decisions) for member, decisions in committing.alone.items()},
    }


def _governance(governance: Governance) -> dict[str, object]:
    return {
        "declared": governance.declared or None,
        "computed": governance.computed,
        "agrees": governance.agrees,
        "more_than_half": governance.holder or None,
    }


def _proven(proven: Proven) -> dict[str, object]:
    answer = proven.answer
    return {
        "property": answer.property,
        "subject": list(answer.subject),
        "answer": answer.status,
        "says": answer.said,
        "by_design": answer.by_design,
        "members": list(answer.members),
        "decisions": list(answer.decisions),
        "number": answer.number,
        "path": ".".join(map(str, answer.at)),
        "cases": answer.cases,
        "shown": [_shown(each) for each in proven.shown],
    }


def _shown(shown: Shown) -> dict[str, object]:
    return {
        "decision": shown.decision,
        "action": shown.action,
        "without": list(shown.without),
        "newcomers": shown.newcomers,
        "outcome": shown.outcome,
    }


def _fraction(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
