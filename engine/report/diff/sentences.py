"""What a comparison says, in sentences: the same in every format for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.named import as_words, capital, listed
from coalcheck.engine.report.diff import places
from coalcheck.engine.report.diff.votes import case, thresholds
from coalcheck.engine.report.diff.votes import title as decision_title
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted, in_words

if TYPE_CHECKING:
    from coalcheck.engine.diff.model import Clause, Compared, Difference, Power, Relation

FOOTER: Final = "coalcheck reads these charters and counts; it does not give legal advice."
MOST: Final = 5
"""So many sentences of one section are shown where not everything is asked for."""

_SHORTENED: Final = ("WHO CAN DO WHAT", "OTHER CLAUSES")
_LONGEST: Final = 140
_RELATIONS: Final[dict[Relation, str]] = {
    "stricter": "harder to carry",
    "looser": "easier to carry",
    "incomparable": "easier to carry with some votes and harder with others",
}
_ABILITIES: Final = {
    "decide": ("can now decide on {} alone", "can no longer decide on {} alone"),
    "stop": ("can now stop {} alone", "can no longer stop {} alone"),
    "veto": ("now {has} a veto over {}", "no longer {has} a veto over {}"),
    "count": ("can now change a result of {} by voting", "can no longer change any result of {} by voting"),
}


class Section(NamedTuple):
    """A heading, and one sentence or several a point."""

    title: str
    points: tuple[str, ...]

    def shown(self, *, every: bool) -> tuple[str, ...]:
        """The points, or the first of them and how many more there are."""
        if every or self.title not in _SHORTENED or len(self.points) <= MOST + 1:
            return self.points
        return (*self.points[:MOST], f"{len(self.points) - MOST} more: --all.")


def heading(difference: Difference) -> str:
    """Whose charter it is, and which files."""
    name = visible(" ".join(difference.name.split()))
    if difference.old == difference.new:
        return f"{name}: {visible(difference.new)}, before and after"
    return f"{name}: {visible(difference.old)} and {visible(difference.new)}"


def answer(difference: Difference) -> str:
    """The answer in a sentence or two."""
    if difference.equivalent:
        return "Nothing differs: both charters come to the same, decision by decision and clause by clause."
    said = [_decisions_answer(difference)]
    rest = [*_members_answer(difference), *_others_answer(difference)]
    if rest:
        said.append(f"{capital(join(*rest))}.")
    return " ".join(said)


def _decisions_answer(difference: Difference) -> str:
    changed = difference.changed
    if not changed:
        return "Whatever was carried is carried as before: no decision is easier or harder to carry."
    counts: dict[str, int] = {}
    for each in changed:
        said = _RELATIONS.get(each.relation, "not known to be the same")
        counts[said] = counts.get(said, 0) + 1
    if len(changed) == 1:
        return f"One decision changed: it is {next(iter(counts))}."
    number = capital(in_words(len(changed)))
    if len(counts) == 1:
        return (
            f"{number} decisions changed: {'both' if len(changed) == 2 else 'all'} are {next(iter(counts))}."
        )
    verbs = ("is" if number == 1 else "are" for number in counts.values())
    parts = [
        f"{in_words(number)} {verb} {said}"
        for (said, number), verb in zip(counts.items(), verbs, strict=True)
    ]
    return f"{number} decisions changed: {join(*parts)}."


def _members_answer(difference: Difference) -> Iterator[str]:
    members = difference.members
    if members.joined:
        yield f"{_many(len(members.joined), 'member')} joined"
    if members.left:
        yield f"{_many(len(members.left), 'member')} left"


def _others_answer(difference: Difference) -> Iterator[str]:
    if difference.added:
        yield f"{_many(len(difference.added), 'way')} of deciding {_is(len(difference.added))} new"
    if difference.dropped:
        yield f"{_many(len(difference.dropped), 'way')} of deciding {_was(len(difference.dropped))} dropped"
    if difference.clauses:
        yield f"{_many(len(difference.clauses), 'other clause')} changed"
    if difference.problems:
        yield "not everything could be read"


def _many(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun}{'' if number == 1 else 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def sections(difference: Difference, *, every: bool) -> Iterator[Section]:
    """Everything that differs, those parts left out of which there is nothing to say.

    Args:
        difference: what was found.
        every: whether long texts and the shares of power are wanted too.
    """
    names = difference.names
    made = (
        Section("NOT READ", tuple(map(visible, difference.problems))),
        Section("THE CHANGE ITSELF", tuple(_amendment(difference))),
        Section("DECISIONS", tuple(_decisions(difference))),
        Section("WHO CAN DO WHAT", tuple(_powers(difference, every=every))),
        Section("MEMBERS", tuple(_members(difference))),
        Section("OTHER CLAUSES", tuple(clause(each, names, every=every) for each in difference.clauses)),
        Section("THE RECORD", tuple(_replay(difference))),
    )
    yield from (section for section in made if section.points)


def _decisions(difference: Difference) -> Iterator[str]:
    for each in difference.changed:
        yield decision(each, difference)
    for name in difference.added:
        yield f"{as_words(name)}: new."
    for name in difference.dropped:
        yield f"{as_words(name)}: dropped."
    for each in difference.decisions:
        if each.relation == "equivalent" and each.was != each.now:
            yield f"{decision_title(each)}: {thresholds(each)}. In other words; the same votes carry."


def decision(each: Compared, difference: Difference) -> str:
    """What changed of one decision, with votes that show it."""
    known = _RELATIONS.get(each.relation)
    words = thresholds(each) or "the words are the same, and who is counted or who may stop it is not"
    if known is None:
        ending = f"whether that is easier or harder is not known. {visible(each.reason)}"
    else:
        ending = f"{known}."
    found = [f"{decision_title(each)}: {words}: {ending}"]
    found += [case(one, difference) for one in (each.gained, each.lost) if one is not None]
    return " ".join(found)


def clause(each: Clause, names: Mapping[str, str], *, every: bool = True) -> str:
    """One clause that changed."""
    where = places.place(each.route, names)
    was, now = (
        _short(places.named(text, each.route, names), every=every).rstrip(".")
        for text in (each.was, each.now)
    )
    if not was:
        return f"{where}: new: {now}."
    return f"{where}: was {was}, is {now}." if now else f"{where}: dropped; it was {was}."


def _short(text: str, *, every: bool) -> str:
    if every or len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _powers(difference: Difference, *, every: bool) -> Iterator[str]:
    found: dict[tuple[str, int, tuple[str, ...]], list[str]] = {}
    for each in difference.power:
        for direction, changes in enumerate((each.gained, each.lost)):
            for thing in _ABILITIES:
                members = _worth_telling(thing, changes, difference, direction)
                if members:
                    found.setdefault((thing, direction, members), []).append(as_words(each.after))
    for (thing, direction, members), decisions in found.items():
        verb = "has" if len(members) == 1 else "have"
        can = _ABILITIES[thing][direction].format(listed(decisions), has=verb)
        who = listed(difference.names.get(member, member) for member in members)
        each_of = "each of " if len(members) > 1 and thing in ("decide", "stop") else ""
        yield visible(capital(f"{each_of}{who} {can}.".replace("have a veto", "have each a veto")))
    for each in difference.power:
        yield from _pairs(each)
        if every:
            yield from _shares(each, difference)
    if difference.not_counted:
        yield f"Not counted: {listed(map(as_words, difference.not_counted))}."


def _worth_telling(
    thing: str, changes: Mapping[str, tuple[str, ...]], difference: Difference, direction: int
) -> tuple[str, ...]:
    """Members of whom it has to be said: that who came votes, and who left does not, is clear."""
    members = changes.get(thing, ())
    if thing == "count":
        moved = difference.members.joined if direction == 0 else difference.members.left
        return tuple(member for member in members if member not in moved)
    if thing == "stop":
        # Who has a veto can stop it; once is enough to say so.
        return tuple(member for member in members if member not in changes.get("veto", ()))
    return members


def _pairs(each: Power) -> Iterator[str]:
    for what, (was, now) in each.pairs.items():
        if was == now:
            continue
        verb = "decide on" if what == "decide" else "stop"
        before = f"before it was {in_words(was)}" if was else "before no two could"
        if now:
            many = "One pair of members" if now == 1 else f"{capital(in_words(now))} pairs of members"
            yield f"{many} can {verb} {as_words(each.after)} together, neither of them alone; {before}."
        else:
            yield f"No two members can {verb} {as_words(each.after)} together any more; {before}."


def _shares(each: Power, difference: Difference) -> Iterator[str]:
    for share in each.shares:
        if share.was != share.now:
            was, now = (
                "no vote" if part is None else f"{percent(part)} percent" for part in (share.was, share.now)
            )
            name = visible(difference.names.get(share.member, share.member))
            yield f"{name}, part of the power in {as_words(each.after)}: was {was}, is {now}."


def percent(part: Fraction) -> str:
    """A part of a whole in hundredths, to one place, half of one rounded up."""
    tenths = (part * 2000 + 1) // 2
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else f"{tenths // 10}"


def _members(difference: Difference) -> Iterator[str]:
    members, names = difference.members, difference.names
    if members.joined:
        yield visible(f"Joined: {_all(members.joined, names)}.")
    if members.left:
        yield visible(f"Left: {_all(members.left, names)}.")
    for member, was, now in members.resized:
        yield visible(f"{capital(names.get(member, member))}: was {was:,}, is {now:,}.")
    if members.joined or members.left or members.resized:
        yield "In the votes shown, a member of only one of the two charters is counted in that one alone."


def _all(members: Iterable[str], names: Mapping[str, str]) -> str:
    return join(*(names.get(member, member) for member in members))


def _amendment(difference: Difference) -> Iterator[str]:
    given = difference.amendment
    if given is None:
        return
    from coalcheck.engine.report.diff.judged import judged

    yield from judged(given, difference)


def _replay(difference: Difference) -> Iterator[str]:
    given = difference.replay
    if given is None:
        return
    from coalcheck.engine.report.diff.judged import flipped

    number = len(given.flipped)
    what = counted(given.judged, "recorded decision")
    if number == given.judged == 1:
        yield "The one recorded decision comes out otherwise."
    elif number:
        yield f"Of {what} {in_words(number)} {'comes' if number == 1 else 'come'} out otherwise."
    elif given.judged:
        yield (
            f"All of {what} come out as before."
            if given.judged > 1
            else "The recorded decision comes out as before."
        )
    yield from map(flipped, given.flipped)
    yield from (f"Not judged: {visible(each)}" for each in given.unread)
