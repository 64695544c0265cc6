"""Who votes on a decision: members, body, groups, weights and recusal put together, on a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from coalcheck.engine.roll.names import IN_GOOD_STANDING, SIGNED
from coalcheck.engine.threshold.electorate import Electorate, Row

if TYPE_CHECKING:
    # The parts of the model are loaded only for charters that have them.
    from coalcheck.engine.charter.model import (
        Body,
        Charter,
        Group,
        Member,
        MemberConcerned,
        StandingStretch,
        Stretch,
        Weight,
    )

_Version = TypeVar("_Version", "Body", "Group", "Weight")


def electorate(  # noqa: PLR0913  (each is a separate question about the same decision)
    charter: Charter,
    decision: str,
    *,
    quorum: bool = False,
    concerned: str | None = None,
    without: frozenset[str] = frozenset(),
    on: date | None = None,
) -> Electorate:
    """Say who is counted when a decision is judged.

    Args:
        charter: the charter.
        decision: the id of one of its decisions; an id it does not have is decided by all members.
        quorum: whether it is the quorum that is judged, for which recusal may count otherwise.
        concerned: the member that the decision is about.
        without: members that have left; their seats stay, vacant.
        on: the day; where not given, the members and versions that come last.

    """
    rules = charter.decisions.get(decision)
    body, switches = (rules.body, rules.member_concerned) if rules is not None else (None, None)
    membership = Membership(charter, without=without, on=on)
    return membership.electorate(body, switches, quorum=quorum, concerned=concerned)


class Membership:
    """The members of a charter on one day, from which the electorates of all its decisions are drawn.

    Decisions of the same people, with the same rights, share one electorate.
    """

    def __init__(
        self,
        charter: Charter,
        *,
        without: frozenset[str] = frozenset(),
        leaver: str | None = None,
        on: date | None = None,
    ) -> None:
        """Work out who the members are.

        Args:
            charter: the charter.
            without: members that have left; their seats stay, vacant.
            leaver: a member of which one has left: of a counted row one head, of another the whole.
            on: the day; where not given, the members and versions that come last.
        """
        self._charter = charter
        self._on = on
        self._heads = {
            member.id: heads
            for member in charter.members
            if member.id not in without and _belongs(member, on) and _status(member, on) != "suspended"
            if (heads := (member.count or 1) - (member.id == leaver)) > 0
        }
        self._entitled = [member for member in charter.members if member.id in self._heads]
        self._groups = groups_on(charter, on)
        self._weights, self._totals = _weights(charter, on, self._heads)
        self._bodies: dict[str | None, Electorate] = {}
        self._about: dict[tuple[str | None, str, bool, bool], Electorate] = {}

    def electorate(
        self,
        body: str | None,
        switches: MemberConcerned | None = None,
        *,
        quorum: bool = False,
        concerned: str | None = None,
    ) -> Electorate:
        """Who is counted where a body decides.

        Args:
            body: its name; the whole membership decides where there is none, or none of that name.
            switches: what a member may do when the decision is about itself.
            quorum: whether it is a quorum that is judged.
            concerned: the member that the decision is about.
        """
        body = body if body in self._charter.bodies else None
        if body not in self._bodies:
            self._bodies[body] = self._of_body(body)
        everyone = self._bodies[body]
        if concerned is None:
            return everyone
        # The switches and the quorum make a difference to nobody else.
        votes, counted = _switches(switches, quorum=quorum)
        key = (body, concerned, votes, counted)
        if key not in self._about:
            rows = tuple(
                replace(row, in_body=row.in_body and counted, votes=votes, concerned=True)
                if row.id == concerned
                else row
                for row in everyone.rows
            )
            self._about[key] = replace(everyone, rows=rows)
        return self._about[key]

    def _of_body(self, name: str | None) -> Electorate:
        """Who is counted where nothing is decided about one of them."""
        body = in_force(body_versions(self._charter, name), self._on)
        seats = _seats(self._charter, body, self._groups)
        rows = tuple(self._row(member, seats.get(member.id, 0)) for member in self._entitled)
        return Electorate(rows, _seat_count(body), self._totals, _classes(self._charter, seats))

    def _row(self, member: Member, seats: int) -> Row:
        return Row(
            id=member.id,
            count=self._heads[member.id],
            ballots=max(seats, 1),
            in_body=seats > 0,
            groups=frozenset([name for name, members in self._groups.items() if member.id in members]),
            classes=member.attributes,
            weights={
                name: values[member.id] for name, values in self._weights.items() if member.id in values
            },
        )


def _switches(switches: MemberConcerned | None, *, quorum: bool) -> tuple[bool, bool]:
    """Whether a member votes, and whether it is among those of whom a share is taken.

    "Members" are those entitled to vote on this: who does not vote leaves the base unless the charter
    says otherwise, and stays for the quorum unless the charter says otherwise (Robert's Rules).
    """
    if switches is None:
        return True, True
    votes = switches.votes is not False
    counted = votes if switches.counted is None else switches.counted
    return votes, (switches.for_quorum is not False) if quorum else counted


def _classes(charter: Charter, seats: Mapping[str, int]) -> dict[str, frozenset[str]]:
    """The values of each attribute among the members of the body, also those who have left or do not vote."""
    values: dict[str, set[str]] = {}
    for member in charter.members:
        if member.id in seats:
            for attribute, value in member.attributes.items():
                values.setdefault(attribute, set()).add(value)
    return {attribute: frozenset(found) for attribute, found in values.items()}


def covers(stretch: Stretch | StandingStretch | None, on: date) -> bool:
    """Tell whether a day lies in a stretch of time; both ends belong to it."""
    if stretch is None:
        return True
    return (stretch.from_ is None or stretch.from_ <= on) and (stretch.to is None or on <= stretch.to)


def in_force(versions: Sequence[_Version], on: date | None) -> _Version | None:
    """Return the version that holds on a day; without a day the last one."""
    held = [version for version in versions if on is None or covers(version.valid, on)]
    return held[-1] if held else None


def body_versions(charter: Charter, name: str | None) -> tuple[Body, ...]:
    """Return the body of that name, or nothing where the whole membership decides."""
    body = charter.bodies.get(name) if name is not None else None
    return () if body is None else (body,)


def _belongs(member: Member, on: date | None) -> bool:
    if not member.in_:
        return True
    return any(term.to is None if on is None else covers(term, on) for term in member.in_)


def _status(member: Member, on: date | None) -> str | None:
    for stretch in member.standing:
        if stretch.to is None if on is None else covers(stretch, on):
            return stretch.status
    return None


def groups_on(charter: Charter, on: date | None) -> dict[str, frozenset[str]]:
    """The members of every group of a charter on a day, and of those that it has by itself."""
    groups = {
        SIGNED: frozenset(m.id for m in charter.members if m.signed is not None),
        IN_GOOD_STANDING: frozenset(m.id for m in charter.members if _status(m, on) is None),
    }
    for name, versions in charter.groups.items():
        group = in_force(versions, on)
        groups[name] = frozenset(group.members if group is not None else ())
    return groups


def _weights(
    charter: Charter, on: date | None, heads: Mapping[str, int]
) -> tuple[dict[str, Mapping[str, Fraction]], dict[str, Fraction]]:
    """Weights by name and member, capped once of the total; and the totals that are declared.

    A total that is not declared is the sum of what these heads carry: who has left takes its weight along.
    """
    weights: dict[str, Mapping[str, Fraction]] = {}
    totals: dict[str, Fraction] = {}
    for name, versions in charter.weights.items():
        weight = in_force(versions, on)
        if weight is None:
            continue
        values: Mapping[str, Fraction] = weight.values
        if weight.total is not None:
            totals[name] = weight.total
        if weight.cap is not None:
            summed = (value * heads[member] for member, value in values.items() if member in heads)
            most = weight.cap * (weight.total if weight.total is not None else sum(summed, Fraction(0)))
            values = {member: min(value, most) for member, value in values.items()}
        weights[name] = values
    return weights, totals


def members_of(charter: Charter, body: Body | None, on: date | None = None) -> frozenset[str]:
    """Return the ids of the members that belong to a body; of all members where there is none."""
    return frozenset(_seats(charter, body, groups_on(charter, on)))


def _seats(charter: Charter, body: Body | None, groups: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """How many seats each member of the deciding body holds."""
    everyone = {member.id: 1 for member in charter.members}
    if body is None:
        return everyone
    listed = body.seats if isinstance(body.seats, tuple) else ()
    if listed:
        return _counted(seat.member for seat in listed if seat.member is not None)
    if not body.members or "all" in body.members:
        return everyone
    return dict.fromkeys(
        (member for name in body.members for member in sorted(groups.get(name, frozenset({name})))), 1
    )


def _counted(members: Iterable[str]) -> dict[str, int]:
    seats: dict[str, int] = {}
    for member in members:
        seats[member] = seats.get(member, 0) + 1
    return seats


def _seat_count(body: Body | None) -> int | None:
    if body is None or body.seats is None:
        return None
    return body.seats if isinstance(body.seats, int) else len(body.seats)
