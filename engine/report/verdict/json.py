"""The answer for other programs; its shape is that of every report, ``docs/schema/report-1.json``.

Who was absent or late has no name here either, unless names are asked for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.json import SCHEMA, findings_of
from coalcheck.engine.report.verdict.discreet import NOBODY, shown
from coalcheck.engine.report.verdict.scope_json import standing

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Check, Checked, Place
    from coalcheck.engine.decide.verdict import Change, Consulted, Counted, Edit, Verdict, VetoRead
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.source.node import Route

_OF_NO_ACTION: Final[dict[str, object]] = {"verdict": None, "scope": None, "decision": None}


def render(check: Check, options: Options) -> str:
    """Render everything that is known; the same check gives the same text, and no time of day is in it."""
    beside = [_result(each, _OF_NO_ACTION) for each in check.beside]
    if check.record is not None:
        first, *others = check.record.results
        results = (replace(first, notes=check.record.notes), *others)
        beside += [_result(each, _OF_NO_ACTION) for each in results]
    whole = {
        "schema": SCHEMA,
        "version": check.version,
        "as_of": check.as_of.isoformat(),
        "matcher": check.matcher,
        "strict": False,
        "results": [*beside, *(_result(each.result, _judged(each, options)) for each in check.checked)],
        "summary": {
            f"{severity.word}s": sum(result.count(severity) for result in check.results)
            for severity in sorted(Severity, reverse=True)
        },
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _result(result: Result, judged: dict[str, object]) -> dict[str, object]:
    return {
        "file": result.file,
        "kind": result.kind,
        **judged,
        "notes": list(result.notes),
        **findings_of(result),
    }


def _judged(checked: Checked, options: Options) -> dict[str, object]:
    verdict = shown(checked, options)
    if verdict is None:
        return _OF_NO_ACTION
    answer = verdict.scope.answer if verdict.scope is not None else None
    return {"verdict": verdict.outcome, "scope": answer, "decision": _decision(checked, verdict)}


def _decision(checked: Checked, verdict: Verdict) -> dict[str, object]:
    asked = checked.asked
    return {
        "outcome": verdict.outcome,
        "also": list(verdict.also),
        "decided_by": verdict.decision or None,
        "as_of": verdict.as_of.isoformat(),
        "title": asked.title,
        "status": asked.stands,
        "settled": verdict.settled,
        "recorded": asked.recorded,
        "what_if": list(asked.tried),
        "topics": [
            {"id": topic.id, "about": topic.about, **_place(topic.place)} for topic in checked.ground.topics
        ],
        "clauses": [_clause(each, checked) for each in verdict.clauses],
        "members": [_member(each) for each in verdict.members],
        "vetoes": [_veto(each, checked) for each in verdict.vetoes],
        "to_pass": [_change(each) for each in verdict.to_pass],
        "to_block": [_change(each) for each in verdict.to_block],
        "missing": list(verdict.missing),
        "notes": list(verdict.notes),
        "scope": None if verdict.scope is None else standing(verdict.scope, checked),
    }


def _clause(clause: Consulted, checked: Checked) -> dict[str, object]:
    return {
        "part": clause.part,
        "met": clause.met,
        "decides": clause.decides,
        "text": clause.text,
        "said": clause.said,
        "default": clause.default,
        "cure": clause.cure or None,
        "remedy": clause.remedy,
        **_at(clause.route, checked),
    }


def _member(row: Counted) -> dict[str, object]:
    return {
        "member": None if row.member == NOBODY else row.member,
        "name": None if row.member == NOBODY else row.name,
        "heads": row.heads,
        "votes": dict(row.votes),
        "effect": row.effect,
        "eligible": row.eligible,
        "late": row.late,
    }


def _veto(veto: VetoRead, checked: Checked) -> dict[str, object]:
    return {
        "holder": veto.holder,
        "counts": veto.counts,
        "overridden": veto.overridden,
        "why": veto.why,
        **_at(veto.route, checked),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "edits": [_edit(edit) for edit in change.edits],
        "any_of": [member or None for member in change.any_of],
        "instead": list(change.instead),
        "outcome": change.outcome,
        "said": change.said,
        "smallest": change.smallest,
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {"member": edit.member or None, "before": edit.before, "after": edit.after, "heads": edit.heads}


def _at(route: Route | None, checked: Checked) -> dict[str, object]:
    place = checked.ground.places.get(route) if route is not None else None
    return {"file": None, "line": None, "path": None} if place is None else _place(place)


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "path": place.path}
