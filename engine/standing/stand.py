"""The pipeline of where a coalition stands: from a folder to what is due, what is used up, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck import __version__
from coalcheck.engine.action.load import LoadedAction, is_charter
from coalcheck.engine.action.register import Register
from coalcheck.engine.batch import Unfinished, all_kept
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import with_annexes
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.checked import Place
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.files import NoCharter, Unclear, named
from coalcheck.engine.checking.foreseeing import foreseen
from coalcheck.engine.checking.gathering import Under, gathered
from coalcheck.engine.checking.given import Given
from coalcheck.engine.checking.reading import own_policies, read_path
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.findings.result import Heading, Result
from coalcheck.engine.history.looking_back import end_of
from coalcheck.engine.history.replay import replay
from coalcheck.engine.history.tenure import members_on_the_day
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.matcher import MatcherUnavailable
from coalcheck.engine.source.node import Mapping
from coalcheck.engine.standing.days import days
from coalcheck.engine.standing.money import purses
from coalcheck.engine.standing.next_step import next_step
from coalcheck.engine.standing.opened import in_order, opened
from coalcheck.engine.standing.points import Points
from coalcheck.engine.standing.status import Kept, Next, Status, Term
from coalcheck.engine.standing.vetoes import counts
from coalcheck.engine.validate import NothingToCheck, Unreadable

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.policy.load import Own
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.source.node import Document

__all__ = ["NOT_UNDERSTOOD", "NothingToCheck", "stand"]

NOT_UNDERSTOOD: Final = (Unreadable, Unclear, MatcherUnavailable, Unfinished)
"""Why there is no answer, each with a sentence for whoever asked."""

_SETTLE: Final = Next("Settle what keeps the charter from being read in full; it is listed here.")
_RECORD: Final = "decisions"
_FIRST_KEYS: Final = frozenset({"action", "happened"})
"""One of these every file of a record has."""


@all_kept()
def stand(path: str = ".", *, record: str | None = None, matcher: Wanted = "auto", as_of: date) -> Status:
    """Say where a coalition stands on a day.

    Args:
        path: the folder of the charter, or the charter's file.
        record: the folder of the record; ``decisions`` beside the charter where not said.
        matcher: what compares policies with facts.
        as_of: the day.

    Raises:
        Unreadable: the charter cannot be read.
        NothingToCheck: there is no charter.
        Unclear: what was typed does not say what is meant.
        ChapterFailed: something of the record could not be examined: a fault of this program.
        Unfinished: a process that shared the work was ended from outside.
    """
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    try:
        where = named([path], record or folder)
    except NoCharter as error:
        msg = f"There is no charter in {path}; name the folder that holds it: coalcheck status our-coalition."
        raise NothingToCheck(msg) from error
    document = read_path(where.charter, bytes)
    if _is_of_a_record(document):
        msg = f"{document.name} is an entry of a record; name the folder of its charter."
        raise Unclear(msg)
    annexed = with_annexes(load(document), where.charter)
    loaded = annexed.loaded
    extra = own_policies(Path(where.charter).parent)
    asking = Asking(annexed, extra, matcher, Given(), day=as_of)
    # Where the record has a folder of its own all of it is meant; beside a charter lie other files too.
    own_folder = record is not None or (Path(folder) / _RECORD).is_dir()
    beside = None if own_folder else Path(folder)
    files, unread = _files(where.record or (), loaded.charter, beside)
    result = _of_charter(asking, loaded.charter)
    if loaded.charter is None or asking.bindings is None:
        # Nothing can be counted under a charter that cannot be read.
        return Status(result, as_of, __version__, asking.matcher, Kept(), _SETTLE, unread=unread)
    foresee = partial(foreseen, asking.bindings, as_of)
    replayed = replay(asking.bindings, document, files, as_of, doubt=in_doubt, foresee=foresee)
    return _stands(asking, extra, replayed, files, result, unread, matcher)


def _stands(  # noqa: PLR0913, PLR0917  (what was read, and how it is asked)
    asking: Asking,
    extra: Own,
    record: Record,
    files: Sequence[LoadedAction],
    result: Result,
    unread: tuple[str, ...],
    matcher: Wanted,
) -> Status:
    charter, as_of = record.charter, record.as_of
    waiting = opened(asking, record, files)
    points = Points(record, extra.over(shipped()), matcher)
    status = Status(
        charter=_on_the_day(result, record),
        as_of=as_of,
        version=__version__,
        matcher=asking.matcher,
        kept=_kept(record, files),
        next_step=Next(""),
        term=_term(record),
        days=days(record, points, waiting),
        opened=in_order(waiting, as_of),
        money=purses(record),
        vetoes=counts(record),
        unsettled=points.unsettled,
        unread=unread,
    )
    if result.findings:
        return replace(status, next_step=_SETTLE)
    return replace(status, next_step=next_step(charter, status))


def _of_charter(asking: Asking, charter: Charter | None) -> Result:
    result = asking.of_charter()
    if charter is None:
        return result
    heading = Heading(
        name=charter.name,
        kind=charter.kind or "",
        model=charter.model or "",
        stage=charter.stage or "",
        members=sum(member.count or 1 for member in charter.members),
    )
    return replace(result, heading=heading)


def _on_the_day(result: Result, record: Record) -> Result:
    """The same with as many members as there are on the day, without those who left or are still to come."""
    heading = result.heading
    if heading is None:
        return result
    return replace(result, heading=replace(heading, members=members_on_the_day(record)))


def _files(
    paths: Sequence[str], charter: Charter | None, beside: Path | None
) -> tuple[list[LoadedAction], tuple[str, ...]]:
    """The files of the record, and a sentence for each that cannot be read.

    Where it has no folder of its own only entries are read that lie in the folder of the charter itself.
    """
    if beside is not None:
        paths = [path for path in paths if Path(path).parent == beside]
    unread: list[Unreadable] = []
    register = None if charter is None else Register(charter)
    wanted = _is_of_a_record if beside is not None else _any
    loaded = gathered(paths, Under(register, wanted), unread)
    return loaded, tuple(map(str, unread))


def _any(_document: Document) -> bool:
    return True


def _is_of_a_record(document: Document) -> bool:
    root = document.root
    return isinstance(root, Mapping) and bool(_FIRST_KEYS & set(root.entries)) and not is_charter(document)


def _kept(record: Record, files: Sequence[LoadedAction]) -> Kept:
    dated = [each for each in record.entries if each.first is not None]
    return Kept(
        entries=len(record.entries),
        ahead=len(record.ahead),
        undated=len(record.entries) - len(dated),
        first=dated[0].first if dated else None,
        in_part=tuple(_in_part(files)),
    )


def _in_part(files: Sequence[LoadedAction]) -> Iterator[str]:
    return (each.document.name for each in files if not each.whole)


def _term(record: Record) -> Term:
    charter, as_of = record.charter, record.as_of
    if charter.kind == "body" or charter.term is None:
        return Term(over=charter.stage == "ended")
    written = days_of(charter)
    last = end_of(record)
    places = Places(record.document)
    place = Place(record.document.name, places.span(("term",)).line, places.path(("term",)))
    return Term(
        starts=written.starts,
        ends=written.ends,
        renewed=last if last != written.ends else None,
        place=place,
        over=charter.stage == "ended" or (last is not None and last < as_of),
    )
