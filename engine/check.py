"""The pipeline of actions: a charter and actions to verdicts, facts, matches and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coalcheck import __version__
from coalcheck.engine.action.edits import CannotTry
from coalcheck.engine.action.load import LoadedAction, is_charter
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.action.options import from_options
from coalcheck.engine.action.register import Register
from coalcheck.engine.batch import Unfinished, all_kept
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import with_annexes
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.checked import Check
from coalcheck.engine.checking.days import Days
from coalcheck.engine.checking.examples import findings_of_files
from coalcheck.engine.checking.files import NoCharter, Unclear, named
from coalcheck.engine.checking.gathering import Under, gathered
from coalcheck.engine.checking.given import Given
from coalcheck.engine.checking.on_record import of_whole_record
from coalcheck.engine.checking.reading import own_policies, read_path
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.policy.matcher import MatcherUnavailable
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.validate import NothingToCheck, Unreadable

if TYPE_CHECKING:
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.source.node import Document

__all__ = ["NOT_UNDERSTOOD", "Given", "NothingToCheck", "check", "findings_of_files"]

NOT_UNDERSTOOD: Final = (Unreadable, Unclear, CannotTry, MatcherUnavailable, Unfinished)
"""Why there is no answer, each with a sentence for whoever asked."""


@all_kept()
def check(  # noqa: PLR0913  (each is one question of whoever asks)
    paths: Sequence[str],
    *,
    given: Given | None = None,
    record: str | None = None,
    matcher: Wanted = "auto",
    as_of: date | None = None,
    today: date,
    stdin: Callable[[], bytes],
    brief_above: int | None = None,
    settings: Settings = NONE,
) -> Check:
    """Say what a charter says of actions.

    Args:
        paths: the charter or its folder, then actions: files, folders, or ``-`` for standard input.
        given: what was given beside them.
        record: the folder of the record: the actions are judged with what is in it, or, where none is
            named, the record as a whole. Without any path it holds the charter too.
        matcher: what compares policies with facts.
        as_of: the day from which it is judged; for each action its own day where it is not said.
        today: the day for an action that has none.
        stdin: reads standard input.
        brief_above: of more actions, what would change those in order is not looked for; no page shows it.
        settings: what counts of what is found, and which files of folders are passed over.

    Raises:
        Unreadable: the charter, or every action, cannot be read; where some can, the answer names the rest.
        NothingToCheck: no charter, or no action, was named or found.
        Unclear: what was typed does not say what is to be checked.
        CannotTry: the case to try cannot be made of the action.
        Unfinished: a process that shared the work was ended from outside.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    given = given or Given()
    try:
        where = named(paths, record, settings)
    except NoCharter as error:
        raise NothingToCheck(str(error)) from error
    document = read_path(where.charter, stdin)
    if is_action(document):
        name = document.name
        raise Unclear(f"{name} is an action; name its charter first: coalcheck check charter.yaml {name}.")
    annexed = with_annexes(load(document), where.charter)
    loaded = annexed.loaded
    register = None if loaded.charter is None else Register(loaded.charter)
    extra = own_policies(Path(where.charter).parent)
    asking = Asking(annexed, extra, matcher, given, settings=settings, day=as_of or today)
    actions: list[LoadedAction] = []
    unread: list[Unreadable] = []
    for group in where.groups:
        found = list(_actions(group.paths, register, stdin, unread))
        actions += sorted(found, key=_by_day) if group.folder else found
    days = Days(as_of, today)
    on_record = None
    if where.record is not None:
        on_record = gathered(where.record, Under(register, _is_entry), unread)
    if given.options:
        if where.groups:
            raise Unclear("An action is given by a file or by options such as --action, not by both.")
        actions.append(from_options({**given.options, "date": given.date}, loaded.charter))
    if on_record and not actions:
        return _check_record(asking, on_record, days, given, tuple(map(str, unread)))
    if not actions:
        if unread:
            raise unread[0]
        where_to = "name one, such as letter.yaml, or use --action"
        msg = f"There is no action to check under {where.charter}; {where_to}."
        raise NothingToCheck(msg)
    brief = brief_above is not None and len(actions) > brief_above
    return _check(asking, actions, days, given.ballots, tuple(map(str, unread)), on_record, brief=brief)


def _check_record(
    asking: Asking, loaded: Sequence[LoadedAction], days: Days, given: Given, unread: tuple[str, ...]
) -> Check:
    """The record as a whole, then every entry of it in order."""
    if given != Given():
        msg = "A record is taken as it is; a case is tried with one action, named after the charter."
        raise Unclear(msg)
    as_of = days.as_of or days.today
    record, checked = of_whole_record(asking, loaded, as_of)
    return Check(
        beside=tuple(asking.beside()),
        checked=checked,
        as_of=as_of,
        version=__version__,
        matcher=asking.matcher,
        unread=unread,
        record=record,
    )


def _check(  # noqa: PLR0913, PLR0917  (each is one thing that was typed)
    asking: Asking,
    actions: Sequence[LoadedAction],
    days: Days,
    sheet: str,
    unread: tuple[str, ...],
    on_record: Sequence[LoadedAction] | None,
    *,
    brief: bool,
) -> Check:
    """All answers, in the order given."""
    beside = asking.beside()
    if sheet:
        if len(actions) > 1:
            raise Unclear("A sheet of ballots goes with one action; name just that one.")
        action, result = asking.with_sheet(actions[0])
        actions = (action,)
        beside.append(result)
    answers = tuple(asking.checked(each, days, on_record, brief=brief) for each in actions)
    judged = [each.verdict.as_of for each in answers if each.verdict is not None]
    return Check(
        beside=tuple(each for each in beside if each.findings),
        checked=answers,
        as_of=days.as_of or max(judged, default=days.today),
        version=__version__,
        matcher=asking.matcher,
        unread=unread,
    )


def _by_day(loaded: LoadedAction) -> tuple[str, str]:
    when = loaded.action.date if loaded.action is not None else None
    return (str(when or ""), loaded.document.name)


def is_action(document: Document) -> bool:
    """Whether a file is an action, or something that happened, and no charter."""
    root = document.root
    named = isinstance(root, Keys) and {"action", "happened"} & set(root.entries)
    return bool(named) and not is_charter(document)


def _actions(
    paths: Iterable[str], register: Register | None, stdin: Callable[[], bytes], unread: list[Unreadable]
) -> Iterator[LoadedAction]:
    """Those that can be read; the others are noted."""
    for path in paths:
        try:
            yield _action(path, register, stdin)
        except Unreadable as error:
            unread.append(error)


def _is_entry(document: Document) -> bool:
    """Whether it is an entry of a record; what is another thing is refused."""
    if is_charter(document):
        msg = f"{document.name} is a charter; one charter comes first, and then actions under it."
        raise Unclear(msg)
    return True


def _action(path: str, register: Register | None, stdin: Callable[[], bytes]) -> LoadedAction:
    document = read_path(path, stdin)
    _is_entry(document)
    return load_action(document, register)
