"""Trying a case: the same action with other votes, without some members, or on another day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import PydanticCustomError

from coalcheck.engine.action.answers import ANSWERS, Answer, answer_of, meant
from coalcheck.engine.action.ballots import Ballot, Ballots
from coalcheck.engine.action.moment import ZONE, Moment, Year, moment_of
from coalcheck.engine.action.register import zone_in
from coalcheck.engine.wording.listing import join, some

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.charter import Charter

ValueT = TypeVar("ValueT")


class CannotTry(Exception):
    """A change that cannot be made of this action; the message is a sentence for whoever asked for it."""


def with_ballots(action: Action, ballots: Ballots) -> Action:
    """The same action with these ballots, such as those of a sheet, in place of its own."""
    return action.model_copy(update={"ballots": dict(ballots)})


def vote_of(text: str) -> tuple[str, Answer]:
    """A vote as it stands on a command line: ``local-9=for``.

    Raises:
        CannotTry: it is none.
    """
    member, sign, answer = (part.strip() for part in text.partition("="))
    if not (member and sign and answer):
        msg = f'"{text}" is no vote. Write the member, an equals sign and the answer, such as local-9=for.'
        raise CannotTry(msg)
    return member, _answer(answer)


def with_edits(  # noqa: PLR0913  (each is one option of the command line)
    action: Action,
    *,
    votes: Mapping[str, str] | None = None,
    absent: Iterable[str] = (),
    without: Iterable[str] = (),
    date: Moment | str | None = None,
    charter: Charter | None = None,
) -> Action:
    """The same action, to be judged as if this were so; what the minutes recorded is left out of it.

    A vote stands in place of the member's own. An action without votes is read as if the vote had ended with
    those given here; with absences alone it stays a proposal.

    Args:
        action: stays as it is.
        votes: member or group -> its answer.
        absent: members and groups that stay away, and so do the proxies they hold.
        without: members and groups that are left out as if they were no members.
        date: when it is decided; a text is read as in the file.
        charter: gives the members and groups that may be named, and the time zone of the date.

    Raises:
        CannotTry: a name, an answer or the date is unknown, or the action has counts and no names.
    """
    edited = action if date is None else _on(action, date, charter)
    named = _Named(charter, edited.date)
    answers = {member: _answer(said) for name, said in (votes or {}).items() for member in named(name)}
    answers |= {member: "absent" for name in absent for member in named(name)}
    gone = tuple(dict.fromkeys(member for name in without for member in named(name)))
    if edited.tally is not None and (answers or gone):
        msg = "This action gives counts and no names, so it cannot be tried with another vote of one member."
        raise CannotTry(msg)
    if answers:
        edited = _answered(edited, answers, voted=bool(votes))
    if gone:
        edited = _left_out(edited, gone)
    if edited is action:
        return action
    return edited.model_copy(update={"recorded": None})


def _answered(action: Action, answers: Mapping[str, Answer], *, voted: bool) -> Action:
    changes: dict[str, Any] = {}
    proposed = action.status == "proposed" or (action.status is None and action.ballots is None)
    if proposed:
        changes["status"] = "closed" if voted else "proposed"
    changes["ballots"] = {**(action.ballots or {}), **{who: Ballot(said) for who, said in answers.items()}}
    away = {member for member, answer in answers.items() if answer == "absent"}
    if action.present is not None:
        changes["present"] = _less(action.present, away)
    # Who votes itself needs no proxy; who is away can neither come by one nor hold one.
    changes["proxies"] = {
        member: by for member, by in action.proxies.items() if member not in answers and by not in away
    }
    return action.model_copy(update=changes)


def _left_out(action: Action, gone: tuple[str, ...]) -> Action:
    changes: dict[str, Any] = {
        key: _less(values, gone)
        for key in ("ballots", "present", "electorate", "boards")
        if (values := getattr(action, key)) is not None
    }
    changes["proxies"] = {member: by for member, by in action.proxies.items() if not {member, by} & set(gone)}
    return action.model_copy(update=changes).leaving_out(gone)


def _less(values: Mapping[str, ValueT], names: Iterable[str]) -> dict[str, ValueT]:
    out = set(names)
    return {name: value for name, value in values.items() if name not in out}


def _on(action: Action, said: Moment | str, charter: Charter | None) -> Action:
    try:
        moment = moment_of(said, {ZONE: zone_in(charter)}) if isinstance(said, str) else said
    except PydanticCustomError as error:
        suggestion = (error.context or {}).get("suggestion", "")
        msg = f'"{said}" is not a date that can be told. {suggestion}'
        raise CannotTry(msg) from error
    return action.model_copy(update={"date": moment, "at": None})


def _answer(text: str) -> Answer:
    try:
        return answer_of(text.lower())
    except PydanticCustomError as error:
        near = meant(text)
        advice = f"Did you mean {near}?" if near else f"It can be {join(*ANSWERS, last='or')}."
        msg = f'"{text}" is no answer. {advice}'
        raise CannotTry(msg) from error


class _Named:
    """The members that a name on the command line stands for."""

    def __init__(self, charter: Charter | None, when: Moment | None) -> None:
        self._charter = charter
        self._when = when

    def __call__(self, name: str) -> tuple[str, ...]:
        charter = self._charter
        if charter is None or any(member.id == name for member in charter.members):
            return (name,)
        if name in charter.groups:
            return self._group(name, charter)
        from coalcheck.engine.charter.nearest import nearest

        known = (*(member.id for member in charter.members), *charter.groups)
        near = nearest(name, known)
        advice = f"Did you mean {near}?" if near else f"There are {some(known, 12)}."
        msg = f'No member and no group is called "{name}". {advice}'
        raise CannotTry(msg)

    def _group(self, name: str, charter: Charter) -> tuple[str, ...]:
        versions = charter.groups[name]
        if len(versions) > 1:
            day = _day(self._when)
            if day is None:
                msg = f'The group "{name}" has changed over time. Say on which day: --date 2026-04-14.'
                raise CannotTry(msg)
            versions = tuple(each for each in versions if _holds(each.valid, day))
        return tuple(member for version in versions for member in version.members)


def _day(when: Moment | None) -> date | None:
    if when is None or isinstance(when, Year):
        return None
    return when.date() if isinstance(when, datetime) else when


def _holds(stretch: Any, day: date) -> bool:
    if stretch is None:
        return True
    return not (stretch.from_ and day < stretch.from_) and not (stretch.to and day > stretch.to)
