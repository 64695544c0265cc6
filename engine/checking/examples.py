"""Some policies asked of files that stand in a policy's own examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.days import Days
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.given import Given
from coalcheck.engine.findings.baseline import NAME as BASELINE
from coalcheck.engine.findings.baseline import read as read_baseline
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.history.replay import days_on_record, replay
from coalcheck.engine.policy.load import Own
from coalcheck.engine.source.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.policy.model import Policy

_CHARTER: Final = "charter.yaml"
_RECORD: Final = "decisions/"


class _Files(NamedTuple):
    """The files of an example: those on record, the others, and sheets by name."""

    on_record: list[LoadedAction]
    others: list[LoadedAction]
    sheets: dict[str, str]


def findings_of_files(
    files: Mapping[str, str],
    policies: Sequence[Policy],
    *,
    matcher: Wanted = "auto",
    as_of: date | None = None,
    record: bool = False,
) -> tuple[Finding, ...]:
    """Run some policies on an action or on a record, for their own examples.

    Args:
        files: name to text: ``charter.yaml`` is the charter, if there is one; a name that ends in ``.csv`` a
            sheet of ballots; ``coalcheck-baseline.json`` what was there before; one under ``decisions/`` an
            entry of the record; any other the action.
        policies: only these are asked.
        matcher: what compares policies with facts.
        as_of: the day from which it is looked at; the latest on record where it is not said, and for an
            action its own day.
        record: whether it is the record that is asked about: with an action, what is on record before it
            only tells what came before.
    """
    loaded = load(read(files.get(_CHARTER, ""), _CHARTER))
    before = files.get(BASELINE)
    settings = NONE if before is None else Settings(baseline=read_baseline(before))
    own = Own(tuple(policies), ())
    asking = Asking(Annexed(loaded), own, matcher, Given(), alone=True, settings=settings, day=as_of)
    known = _loaded(files, asking)
    found: list[Finding] = []
    if record:
        whole = _record(known.on_record, asking, as_of)
        results = asking.of_record(whole) if whole is not None else ()
        return tuple(finding for result in results for finding in result.findings)
    for name, text in known.sheets.items():
        found += asking.of_sheet(text.encode(), name)[1].findings
    for action in known.others:
        found += asking.checked(action, Days(as_of, date.max), known.on_record or None).result.findings
    return tuple(found)


def _loaded(files: Mapping[str, str], asking: Asking) -> _Files:
    known = _Files([], [], {})
    for name, text in files.items():
        if name.endswith(".csv"):
            known.sheets[name] = text
        elif name not in (_CHARTER, BASELINE):
            action = load_action(read(text, name), asking.loaded.charter)
            (known.on_record if name.startswith(_RECORD) else known.others).append(action)
    return known


def _record(on_record: Iterable[LoadedAction], asking: Asking, as_of: date | None) -> Record | None:
    """What is on record up to a day; up to the latest day on record where none is said."""
    bindings = asking.bindings
    if bindings is None:
        return None
    every = list(on_record)
    zone = bindings.charter.time_zone
    days = [days_on_record(each.action, zone) for each in every if each.action is not None]
    day = as_of or max((each[1] for each in days if each is not None), default=date.max)
    return replay(bindings, asking.loaded.document, every, day, doubt=in_doubt)
