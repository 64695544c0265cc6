"""A case that is tried: an action with what is assumed of it, and that in the words of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.answers import Answer
from coalcheck.engine.action.edits import vote_of, with_edits
from coalcheck.engine.action.register import zone_in
from coalcheck.engine.decide.calendar import moment_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.checking.given import Given

_DOES: Final[Mapping[str, str]] = {
    "for": "votes for",
    "against": "votes against",
    "abstain": "abstains",
    "blank": "hands in a blank vote",
    "spoilt": "hands in a spoilt vote",
    "present": "is present and does not vote",
    "absent": "stays away",
}


def edited(given: Given, action: Action, charter: Charter) -> tuple[Action, tuple[str, ...]]:
    """The action as it is tried, and what is assumed; nothing where that stands in its file.

    Args:
        given: what was asked for.
        action: what its file says.
        charter: the charter.
    """
    votes = dict(map(vote_of, given.votes))
    day = given.date if given.date and not given.options else None
    found = with_edits(
        action, votes=votes, absent=given.absent, without=given.without, date=day, charter=charter
    )
    # What was given by options alone stands in no file that could say otherwise.
    if found is action or given.options:
        return found, ()
    return found, tuple(tried(charter, found, votes, given.absent, given.without, moved=bool(given.date)))


def tried(  # noqa: PLR0913  (each is one thing that can be assumed)
    charter: Charter,
    action: Action,
    votes: Mapping[str, Answer],
    absent: Iterable[str],
    without: Iterable[str],
    *,
    moved: bool,
) -> Iterator[str]:
    """Give each assumption as a phrase: ``Local 9 votes for``.

    Args:
        charter: gives the members' names.
        action: as it is judged, with what is assumed.
        votes: member or group to its answer.
        absent: members or groups that stay away.
        without: members or groups that are left out.
        moved: whether it is judged as of another day.
    """
    names = {member.id: member.name or member.id for member in charter.members}
    for member, answer in votes.items():
        yield f"{names.get(member, member)} {_DOES[answer]}"
    yield from (f"{names.get(member, member)} stays away" for member in absent)
    yield from (f"{names.get(member, member)} is left out" for member in without)
    if moved and action.date is not None:
        yield f"it is decided on {moment_in_words(action.date, zone_in(charter))}"
