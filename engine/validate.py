"""The pipeline: path to document to charter to facts to matches to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from coalcheck import __version__
from coalcheck.engine.batch import processes, shared
from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.facts.next_step import next_step
from coalcheck.engine.findings.result import Heading, Report, Result
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.findings.settle import settle
from coalcheck.engine.policy.apply import Asked, Profile, asked, findings
from coalcheck.engine.policy.example import findings_of as findings_of  # noqa: PLC0414  (is asked for here)
from coalcheck.engine.policy.example import profile_of
from coalcheck.engine.policy.in_order import in_order
from coalcheck.engine.policy.load import Own, own, shipped
from coalcheck.engine.policy.looked import OF_CHARTERS, OF_FILES, looked_for
from coalcheck.engine.policy.matcher import Matcher, Wanted, choose
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.files import SHOWN_AS_INPUT, STANDARD_INPUT, charters, shown
from coalcheck.engine.source.limits import MOST_BYTES
from coalcheck.engine.source.node import Document
from coalcheck.engine.source.read import read

MANY: Final = 100
"""So many charters are shared between processes; to share fewer takes longer than it saves."""

_Named: TypeAlias = tuple[str, bool]
"""A path to a charter, and whether the policies beside it are told of with it."""


class Unreadable(Exception):
    """A path that was named cannot be read; the message is a sentence for whoever typed it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)

    def __str__(self) -> str:
        path, reason = self.args
        return f"{path} cannot be read: {reason}."


class NothingToCheck(Exception):
    """No charter was found where one was looked for."""

    @classmethod
    def among(cls, paths: Sequence[str], settings: Settings = NONE) -> NothingToCheck:
        """What is said where none of some paths leads to a charter."""
        where = ", ".join(paths)
        left = " that is not excluded" if settings.exclude else ""
        return cls(
            f"There is no charter in {where}{left}; name a file, such as coalcheck validate charter.yaml."
        )


class Excluded(NothingToCheck):
    """Every file that was named is passed over, as whoever calls asked for: that is no failure."""

    exit_code = 0


class _Asking(NamedTuple):
    """How it is asked: by which matcher, on which day, whether anybody is excused, and what is settled."""

    matcher: Wanted
    as_of: date
    strict: bool = False
    settings: Settings = NONE


_Outcome: TypeAlias = tuple[list[Result], list[Unreadable]]


def validate(  # noqa: PLR0913  (each is one question of whoever asks)
    paths: Sequence[str],
    *,
    matcher: Wanted = "auto",
    as_of: date,
    stdin: Callable[[], bytes],
    strict: bool = False,
    settings: Settings = NONE,
) -> Report:
    """Check charters: files, folders, or ``-`` for standard input.

    When strict, every policy is asked, whatever a charter declares itself to be.

    Raises:
        Unreadable: none of the paths can be read; where some can, the report names the others.
        NothingToCheck: there is no charter among the paths.
        Excluded: there would be, and the settings pass over every one that is named.
        MatcherUnavailable: the matcher asked for does not run here.
        MatcherError: the rules engine failed; never to be read as "nothing found".
        Unfinished: a process that shared the work was ended from outside.
    """
    results: list[Result] = []
    unread: list[Unreadable] = []
    asking = _Asking(matcher, as_of, strict, settings)
    for found, lost in _outcomes(list(named(paths, settings)), asking, stdin):
        results += found
        unread += lost
    if unread and not results:
        raise unread[0]
    if not results:
        raise NothingToCheck.among(paths, settings)
    name = _matcher(matcher, shipped()).name
    return Report(tuple(results), as_of, __version__, name, tuple(map(str, unread)), strict)


def named(paths: Sequence[str], settings: Settings) -> Iterator[_Named]:
    """The charters among the paths, each with whether it is the first of its folder."""
    if settings.force_exclude:
        left = [path for path in paths if path == STANDARD_INPUT or not settings.excludes(path)]
        if paths and not left:
            raise Excluded("Nothing was checked: everything that is named here is excluded.")
        paths = left
    folders: set[Path | None] = {None}
    for path in charters(paths, settings.excludes if settings.exclude else None):
        folder = None if path == STANDARD_INPUT else Path(path).parent
        yield path, folder not in folders
        folders.add(folder)


def _outcomes(named: Sequence[_Named], asking: _Asking, stdin: Callable[[], bytes]) -> Iterator[_Outcome]:
    """What is said of these charters, in their order; many are shared between processes."""
    # What is read from here cannot be read from another process.
    number = processes() if len(named) >= MANY and (STANDARD_INPUT, False) not in named else 1
    # The first is checked here: it loads and compiles what the others then find ready.
    yield _outcome(named[: 1 if number > 1 else None], asking, stdin)
    if number > 1:
        yield from shared(partial(_outcome, asking=asking), named[1:], number)


def _outcome(named: Iterable[_Named], asking: _Asking, stdin: Callable[[], bytes] | None = None) -> _Outcome:
    """What is said of some charters, one after the other."""
    results: list[Result] = []
    unread: list[Unreadable] = []
    for path, first in named:
        extra = _NONE if path == STANDARD_INPUT else _own(Path(path).parent)
        own_files = _own_results(extra, asking) if first else []
        results += (each for each in own_files if each.everything)
        try:
            document = _read(path, stdin or _no_input)
        except Unreadable as error:
            unread.append(error)
            continue
        # What is left out of a file of which there is nothing to say is counted with the charter.
        ignored = sum(each.ignored for each in own_files if not each.everything)
        checked = _checked(document, extra, asking)
        results.append(replace(checked, ignored=checked.ignored + ignored) if ignored else checked)
    return results, unread


def validate_file(
    path: Path, *, matcher: Wanted = "auto", as_of: date | None = None, strict: bool = False
) -> Result:
    """Check one charter, with the policies beside it."""
    document = _read(str(path), _no_input)
    return _checked(document, _own(path.parent), _Asking(matcher, as_of or date.today(), strict))


def read_charter(path: str | Path) -> Document:
    """Read the file of a charter.

    Raises:
        Unreadable: it cannot be opened.
    """
    return _read(str(path), _no_input)


def validate_loaded(  # noqa: PLR0913  (each is one question of whoever asks)
    loaded: Loaded,
    own: Sequence[Policy] = (),
    *,
    matcher: Wanted = "auto",
    as_of: date | None = None,
    strict: bool = False,
    settings: Settings = NONE,
) -> Result:
    """Check a charter that has been loaded, with a coalition's own policies."""
    asking = _Asking(matcher, as_of or date.today(), strict, settings)
    return _of_loaded(loaded, Own(tuple(own), ()), asking)


def facts_of(path: str, *, stdin: Callable[[], bytes]) -> tuple[Fact, ...]:
    """Return what is known of a charter; ``-`` for standard input."""
    return collect(load(_read(path, stdin))).facts


def _checked(document: Document, extra: Own, asking: _Asking) -> Result:
    return _of_loaded(load(document), extra, asking)


def _of_loaded(loaded: Loaded, extra: Own, asking: _Asking) -> Result:
    document = loaded.document
    known = collect(loaded)
    profile = profile_of(loaded)._replace(strict=asking.strict)
    applied, matcher = _applied(asking.matcher, extra.policies, profile)
    matches = matcher.match(known.facts)
    found, set_aside, ignored = settle(
        findings(matches, known.facts, applied, document, mending=True),
        document,
        asking.settings,
        asking.as_of,
        looked_for(extra.over(shipped()), OF_CHARTERS, applied, matcher, document),
    )
    charter = loaded.charter
    heading = None
    if charter is not None:
        heading = Heading(
            name=charter.name,
            kind=charter.kind or "",
            model=charter.model or "",
            stage=charter.stage or "",
            members=sum(member.count or 1 for member in charter.members),
        )
    return Result(
        file=document.name,
        kind="charter",
        findings=found,
        heading=heading,
        in_order=in_order(applied, known, matches, document) if charter is not None else (),
        next_step=next_step(charter, asking.as_of) if charter is not None else "",
        notes=known.notes,
        lines=document.lines,
        set_aside=set_aside,
        ignored=ignored,
    )


def _own_results(extra: Own, asking: _Asking) -> list[Result]:
    """One result for each of the coalition's own policy files."""
    results = []
    for document in extra.documents:
        facts = file_facts(document.problems)
        matcher, every = _matcher(asking.matcher, shipped()), asked(shipped(), Profile())
        found = findings(matcher.match(facts), facts, every, document) if facts else ()
        looked = looked_for(shipped(), OF_FILES, every, matcher, document)
        settled = settle(found, document, asking.settings, asking.as_of, looked)
        results.append(settled.result(document, "policy"))
    return results


_NONE = Own((), ())


@lru_cache(maxsize=64)
def _own(folder: Path) -> Own:
    try:
        return own(folder)
    except OSError as error:
        path = error.filename or folder
        raise Unreadable(str(path), (error.strerror or "it cannot be opened").lower()) from error


@lru_cache(maxsize=32)
def _applied(wanted: Wanted, others: tuple[Policy, ...], profile: Profile) -> tuple[Asked, Matcher]:
    """What is asked of charters of one profile, with a coalition's own policies, and the matcher for that."""
    policies = Own(others, ()).over(shipped()) if others else shipped()
    applied = asked(policies, profile)
    return applied, _matcher(wanted, tuple(policy for policy, _ in applied.values()))


@lru_cache(maxsize=32)
def _matcher(wanted: Wanted, policies: tuple[Policy, ...]) -> Matcher:
    return choose(wanted, policies)


def _read(path: str, stdin: Callable[[], bytes]) -> Document:
    if path == STANDARD_INPUT:
        return read(stdin(), SHOWN_AS_INPUT)
    try:
        with Path(path).open("rb") as file:
            # One byte more than is read, so that the reader can say that the file is too large.
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(path, (error.strerror or "it cannot be opened").lower()) from error
    return read(data, shown(path))


def _no_input() -> bytes:
    return b""
