"""A record as a whole: every entry in its order, each judged with what came before it."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.batch import beside, processes
from coalcheck.engine.checking.checked import Checked, OnRecord
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.foreseeing import MANY, foreseen
from coalcheck.engine.findings.result import Result
from coalcheck.engine.history.replay import before, replay
from coalcheck.engine.history.telling import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coalcheck.engine.action.load import LoadedAction
    from coalcheck.engine.checking.asking import Asking


class Whole(NamedTuple):
    """A record as a whole, and each of its entries: first what holds nothing that could be judged."""

    record: OnRecord
    checked: tuple[Checked, ...]


def of_whole_record(asking: Asking, loaded: Sequence[LoadedAction], as_of: date) -> Whole:
    """Judge a record and every entry of it.

    Args:
        asking: the charter, with what is asked.
        loaded: the files of the record, in any order.
        as_of: the day from which it is looked at.

    Raises:
        ChapterFailed: a chapter could not be examined.
        Unfinished: a process that shared the work was ended from outside.
    """
    document = asking.loaded.document
    if asking.bindings is None:
        nothing = OnRecord(document.name, document.name, (Result(document.name, "record", ()),), as_of)
        return Whole(nothing, tuple(map(asking.unjudged, loaded)))
    foresee = partial(foreseen, asking.bindings, as_of)
    record = replay(asking.bindings, document, loaded, as_of, doubt=in_doubt, foresee=foresee)
    every = list(record.entries)
    files = {id(each.document): each for each in loaded}
    checked = [asking.unjudged(each) for each in loaded if each.action is None]
    few = len(every) < MANY or processes() == 1
    with nullcontext(partial(asking.of_record, record)) if few else beside(asking.of_record, record) as whole:
        for place, entry in enumerate(every):
            checked.append(asking.entry(entry, files[id(entry.document)], before(record, every, place)))
        results = whole()
    dated = [each for each in record.entries if each.first is not None]
    on_record = OnRecord(
        name=record.charter.name or document.name,
        charter=document.name,
        results=results,
        as_of=as_of,
        first=day_in_words(dated[0]) if dated else "",
        entries=len(record.entries),
        notes=tuple(_of_days(len(record.entries) - len(dated), len(record.ahead))),
    )
    return Whole(on_record, tuple(checked))


def _of_days(undated: int, ahead: int) -> Iterator[str]:
    if undated == 1:
        yield "One has no day; it stands after everything that has one."
    elif undated:
        yield f"{undated} have no day; they stand after everything that has one."
    if ahead:
        yield f"{ahead} more {'is' if ahead == 1 else 'are'} on record for a later day, and not looked at."
