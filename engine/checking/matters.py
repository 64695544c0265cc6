"""What the chapters see in acts and in records, as facts for policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from coalcheck.engine.conduct.chapters import CHAPTERS as CONDUCT
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.matter import MATTER
from coalcheck.engine.history.chapters import CHAPTERS as HISTORY
from coalcheck.engine.history.discreet import without_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.facts.fact import Subject
    from coalcheck.engine.facts.matter import Matter
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.source.node import Document

_T = TypeVar("_T")


class ChapterFailed(RuntimeError):
    """A chapter could not be examined: a fault of this program, never to be read as "nothing found"."""


class OfFile(NamedTuple):
    """Facts that show in one file."""

    document: Document
    facts: tuple[Fact, ...]


def facts_of_act(act: Act, title: str) -> tuple[Fact, ...]:
    """What there is to say of one act, chapter by chapter; all of it shows in the act's own file.

    Args:
        act: the act.
        title: what it is called, for a matter that has no word of its own.

    Raises:
        ChapterFailed: a chapter could not be examined.
    """
    found: list[Fact] = []
    chapter: object = None
    # One guard for all chapters: a long record asks twenty of them of each entry, and nearly all are silent.
    try:
        for chapter in CONDUCT:
            for matter in chapter.matters(act):
                found.append(_fact("action", matter, title))  # noqa: PERF401  (the chapter is named if it fails)
    except Exception as error:
        raise _failed(chapter, error) from error
    return tuple(found)


def facts_of_record(record: Record) -> tuple[OfFile, ...]:
    """What there is to say of a record, by the file in which it shows: the charter first.

    Raises:
        ChapterFailed: a chapter could not be examined.
    """
    by_file: dict[str, tuple[Document, list[Fact]]] = {record.document.name: (record.document, [])}
    title = record.charter.name or record.document.name
    for chapter in HISTORY:
        for matter in _asked(chapter, chapter.matters, record):
            document = matter.document or record.document
            _, facts = by_file.setdefault(document.name, (document, []))
            facts.append(fact_of_record(matter, title))
    return tuple(OfFile(document, tuple(facts)) for document, facts in by_file.values())


def _asked(chapter: object, ask: Callable[[_T], Iterable[Matter]], of: _T) -> tuple[Matter, ...]:
    try:
        return tuple(ask(of))
    except Exception as error:
        raise _failed(chapter, error) from error


def _failed(chapter: object, error: Exception) -> ChapterFailed:
    name = getattr(chapter, "__name__", type(chapter).__name__).rpartition(".")[2]
    return ChapterFailed(f"the chapter {name} could not be examined: {type(error).__name__}: {error}")


def fact_of_record(matter: Matter, title: str) -> Fact:
    """One matter of a record as a fact that may be passed round.

    Args:
        matter: the matter.
        title: what it is called where it has no word of its own.
    """
    return _fact("record", _passed_round(matter), title)


def _passed_round(matter: Matter) -> Matter:
    """The same as it may be passed round: no line that names whom it concerns, and none of them twice."""
    own = matter.document
    if own is None:
        return matter
    others = tuple(each for each in matter.seen_in if each.document is not own)
    return replace(matter, route=without_names(own, matter.route), seen_in=others)


def _fact(subject: Subject, matter: Matter, title: str) -> Fact:
    values = {MATTER: matter.name, **matter.values}
    return Fact(subject, matter.id or title, matter.route, values, seen_in=matter.seen_in)
