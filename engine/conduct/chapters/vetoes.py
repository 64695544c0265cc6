"""Vetoes that were raised and do not count, by what each of them lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import is_done, terms_of
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Raised
    from coalcheck.engine.charter.model import Veto
    from coalcheck.engine.charter.quantity import Period
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.decide.verdict import VetoRead
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "veto-not-given": "Somebody raised a veto to whom the charter gives none on this.",
    "veto-without-needed": "A veto was raised without what it needs to count, such as a reason.",
    "veto-late": "A veto came after the time for it.",
    "veto-by-too-few": "A veto that several must raise together was raised by fewer.",
    "veto-beyond-limit": "A veto was raised more often than it may be.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    veto_why="Why the veto does not count, in words.",
)
"""What its matters tell."""

_TOO_FEW: Final = "that must act together did"
_USED: Final = "used "
"""How a verdict says of a joint veto that too few used it, and of any how often it was used before."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; a veto that was taken back or set aside is no matter."""
    if act.verdict is None or not act.action.vetoes:
        return
    for row, raised in enumerate(act.action.vetoes):
        if is_done(raised.withdrawn):
            continue
        for holder in raised.by:
            read = _read(act, holder)
            if read is not None:
                yield from _lacking(act, read, raised, ("vetoes", row))


def _read(act: Act, holder: str) -> VetoRead | None:
    """What became of the veto of a holder: that it does not count; None where one of its vetoes does."""
    reads = [each for each in act.verdict.vetoes if each.holder == holder] if act.verdict is not None else []
    if not reads or any(each.counts is not False or each.overridden for each in reads):
        return None
    return reads[0]


def _lacking(act: Act, read: VetoRead, raised: Raised, route: Route) -> Iterator[Matter]:
    if read.route is None:
        yield told(act, "veto-not-given", route, {"veto_why": read.why}, None)
        return
    row = read.route[1]
    veto = act.charter.vetoes[row] if isinstance(row, int) else None
    if veto is None:
        return
    lacks: list[tuple[str, str, str, str, Route]] = []
    missing = _missing(veto, raised)
    if missing:
        lacks.append(("veto-without-needed", missing, "needs", ", ".join(veto.needs), route))
    late = _late(act, veto.within, raised) if veto.within is not None else ""
    if late:
        lacks.append(("veto-late", late, "within", str(veto.within), (*route, "date")))
    if read.beyond:
        used = next((each for each in read.why.split("; ") if each.startswith(_USED)), str(veto.limit))
        lacks.append(("veto-beyond-limit", used.partition(" (")[0], "limit", str(veto.limit), route))
    few = next((each for each in read.why.split("; ") if each.endswith(_TOO_FEW)), "")
    if few and not lacks:
        jointly = "yes" if veto.jointly is True else str(veto.jointly)
        lacks.append(("veto-by-too-few", few, "jointly", jointly, route))
    for name, why, key, text, at in lacks:
        yield told(act, name, at, {"veto_why": why}, clause(f"{key}: {text}", *read.route, key))


_LACKS: Final = {
    "reason": "no reason is on record",
    "explanation": "no reason is on record",
    "seconds": "nobody seconded it",
    "notice": "no notice of it is on record",
}


def _missing(veto: Veto, raised: Raised) -> str:
    """What it needs and has not, in words; empty where it has all."""
    given = {
        "reason": bool((raised.reason or "").strip()),
        "explanation": bool((raised.reason or "").strip()),
        "seconds": len(raised.by) > 1,
        "notice": raised.date is not None,
    }
    return join(*dict.fromkeys(_LACKS[need] for need in veto.needs if not given[need]))


def _late(act: Act, within: Period, raised: Raised) -> str:
    """How late it came, in words; empty where it did not, or where that is not known."""
    from coalcheck.engine.decide.case import case_of
    from coalcheck.engine.decide.timing import deadline_under
    from coalcheck.engine.decide.veto_uses import announced

    if raised.date is None:
        return ""
    terms = terms_of(act.charter)
    start = announced(case_of(act.charter, act.action, act.as_of, terms))
    reckoned = deadline_under(terms, start, within, raised.date)
    return reckoned.said if reckoned.met is False else ""
