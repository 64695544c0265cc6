"""Where a coalition stands, for other programs; its shape is ``docs/schema/status-1.json`` and only grows."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import in_digits
from coalcheck.engine.report.json import finding_of
from coalcheck.engine.report.standing import sentences
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.ways import ways

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.checking.checked import Place
    from coalcheck.engine.findings.result import Heading
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.standing.status import Coming, Open, Purse, Status, VetoCount

SCHEMA = 1
_NOTHING: Final = Fraction(0)


def render(status: Status, options: Options) -> str:
    """Render everything that is known; the same files and day give the same text."""
    whole = {
        "schema": SCHEMA,
        "version": status.version,
        "as_of": status.as_of.isoformat(),
        "matcher": status.matcher,
        "charter": _charter(status),
        "record": _record(status),
        "answer": sentences.answer(status),
        "next": {"said": status.next_step.said, "point": status.next_step.point or None},
        "term": _term(status),
        "days": [_coming(each, status.as_of) for each in status.days],
        "open": [_open(each, options) for each in status.opened],
        "money": [_purse(each) for each in status.money],
        "vetoes": [_veto(each) for each in status.vetoes],
        "unsettled": [
            {"file": each.place.file, "finding": finding_of(each.point)} for each in status.unsettled
        ],
        "findings": [finding_of(each) for each in status.charter.findings],
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _charter(status: Status) -> dict[str, object]:
    heading: Heading | None = status.heading
    return {
        "file": status.charter.file,
        "name": heading.name if heading else None,
        "kind": (heading.kind if heading else "") or None,
        "model": (heading.model if heading else "") or None,
        "stage": (heading.stage if heading else "") or None,
        "members": heading.members if heading else None,
    }


def _record(status: Status) -> dict[str, object]:
    kept = status.kept
    return {
        "entries": kept.entries,
        "ahead": kept.ahead,
        "undated": kept.undated,
        "first": _day(kept.first),
        "read_in_part": list(kept.in_part),
        "not_read": list(status.unread),
    }


def _term(status: Status) -> dict[str, object]:
    term = status.term
    last = term.last_day
    return {
        "starts": _day(term.starts),
        "ends": _day(term.ends),
        "renewed_until": _day(term.renewed),
        "days_left": None if last is None or term.over else (last - status.as_of).days,
        "over": term.over,
        **_place(term.place),
    }


def _coming(each: Coming, as_of: date) -> dict[str, object]:
    return {
        "what": each.what,
        "said": each.said,
        "day": each.day.isoformat(),
        "until": _day(each.until),
        "state": each.state,
        "days": (each.deadline - as_of).days,
        "last": _day(each.last),
        "done": _day(each.done),
        **_place(each.place),
        "findings": [finding_of(point) for point in each.points],
    }


def _open(each: Open, options: Options) -> dict[str, object]:
    checked = each.checked
    verdict = shown(checked, options)
    return {
        "title": checked.asked.title,
        "file": checked.result.file,
        "day": _day(each.day),
        "closes": _day(each.closes),
        "ahead": each.ahead,
        "status": checked.asked.stands,
        "verdict": verdict.outcome if verdict else None,
        "decided_by": (verdict.decision if verdict else "") or None,
        "rule": [clause.text for clause in verdict.clauses if clause.part == "rule"] if verdict else [],
        "missing": list(verdict.missing) if verdict else [],
        "ways": [
            {"what": way.what, "who": one.who, "said": one.said}
            for way in (ways(checked, verdict, show_all=True) if verdict else ())
            for one in way.ways
        ],
        "findings": [finding_of(point) for point in checked.result.findings],
    }


def _purse(each: Purse) -> dict[str, object]:
    stretch = each.stretch
    return {
        "whose": each.whose,
        "currency": each.currency,
        "agreed": in_digits(each.agreed),
        "perhaps": in_digits(each.perhaps),
        "endless": each.endless,
        "limit": None if each.limit is None else in_digits(each.limit.amount),
        "left": None if each.left is None else in_digits(max(each.left, _NOTHING)),
        "beyond": None if each.left is None else in_digits(max(-each.left, _NOTHING)),
        "from": None if stretch is None else stretch.begins.isoformat(),
        "to": None if stretch is None else stretch.ends.isoformat(),
        **_place(each.place),
    }


def _veto(each: VetoCount) -> dict[str, object]:
    return {
        "over": each.over,
        "held_by": each.held_by,
        "holders": each.holders,
        "together": each.together,
        "used": each.used,
        "used_up": each.used_up,
        "beyond": each.beyond,
        "since": each.since,
        "limit": each.limit or None,
        **_place(each.place),
    }


def _place(place: Place | None) -> dict[str, object]:
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "path": place.path if place else None,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
