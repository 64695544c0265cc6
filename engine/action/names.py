"""Names in an action that the charter does not have, and rows with more ballots than heads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.answers import ANSWERS
from coalcheck.engine.action.ballots import is_turned
from coalcheck.engine.action.register import GUEST, MEMBER
from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.marks import Names
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.charter.reference import below, unknown_names
from coalcheck.engine.charter.walk import walk
from coalcheck.engine.source.node import Mapping, Node, Problem, Route, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coalcheck.engine.action.ballots import Ballots
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.register import Register
    from coalcheck.engine.charter.reference import Named

WORDS: Final = {"in_name_of": ("coalition",), "proposed_by": ("coordinator",)}
"""What may stand under a key of the first level without being a name."""


def strange_names(action: Action, root: Mapping, register: Register) -> Iterator[Fault]:
    """Names that the charter does not declare, each with what may have been meant."""
    named = [*walk(action, Names), *_in_votes(root, register)]
    for fault in unknown_names(named, root, register.declared):
        yield _with_other_words(fault, register.called)
    yield from _strange_topics(root, register)


def _with_other_words(fault: Fault, called: dict[str, str]) -> Fault:
    """With what else may have been meant: a member by its full name, or a word that is no name."""
    problem, text = fault.problem, fault.problem.values["found"]

    def fill_in(values: dict[str, str]) -> None:
        if fault.fill_in is not None:
            fault.fill_in(values)
        member = called.get(text.lower(), "") if "a member" in values["expected"] else ""
        if member:
            values |= {"suggestion": f"Write {member}: that is its id in the charter.", "repair": member}
        elif not values["repair"]:
            from coalcheck.engine.charter.nearest import nearest

            word = nearest(text, WORDS.get(str(problem.route[0]), ()))
            if word:
                values |= {"suggestion": f"Did you mean {word}?", "repair": word}

    return Fault(problem, fill_in)


def _in_votes(root: Mapping, register: Register) -> Iterator[Named]:
    """What may be no member; ballots of members, which nearly all are, are passed over at once."""
    entries, members = root.entries, register.members
    for key in ("ballots", "boards"):
        if key in entries:
            yield from _in_ballots(entries[key].value, (key,), members)
    for key, names in (("electorate", MEMBER), ("present", GUEST)):
        if key in entries:
            yield from _in_heads(entries[key].value, (key,), names)
    yield from _in_tally(below(root, "tally"), ("tally",), register)
    vetoes = below(root, "vetoes")
    for i, veto in enumerate(vetoes.items if isinstance(vetoes, Sequence) else ()):
        yield from _in_ballots(below(veto, "override"), ("vetoes", i, "override"), members)
    also = below(root, "also")
    for body, entry in also.entries.items() if isinstance(also, Mapping) else ():
        yield from _in_ballots(below(entry.value, "ballots"), ("also", body, "ballots"), members)
        yield from _in_heads(below(entry.value, "present"), ("also", body, "present"), GUEST)
        yield from _in_tally(below(entry.value, "tally"), ("also", body, "tally"), register)


def _in_ballots(node: Node | None, route: Route, members: Collection[str]) -> Iterator[Named]:
    for key, entry in node.entries.items() if isinstance(node, Mapping) else ():
        if key in ANSWERS and not isinstance(entry.value, Mapping):
            yield from _in_heads(entry.value, (*route, key), MEMBER)
        elif (
            key not in members and not isinstance(entry.value, Sequence) and not _is_turned(key, entry.value)
        ):
            yield (*route, key), key, MEMBER


def _is_turned(key: str, node: Node) -> bool:
    return isinstance(node, Mapping) and is_turned(key, node.entries)


def _in_heads(node: Node | None, route: Route, names: Names) -> Iterator[Named]:
    if isinstance(node, Mapping):
        yield from (((*route, key), key, names) for key in node.entries)
    elif isinstance(node, Sequence):
        for i, item in enumerate(node.items):
            if isinstance(item, Scalar) and item.text:
                yield (*route, i), item.text, names
    elif isinstance(node, Scalar) and node.text:
        yield route, node.text, names


def _in_tally(node: Node | None, route: Route, register: Register) -> Iterator[Named]:
    for key, entry in node.entries.items() if isinstance(node, Mapping) else ():
        if isinstance(entry.value, Mapping):
            yield (*route, key), key, register.parts


def _strange_topics(root: Mapping, register: Register) -> Iterator[Fault]:
    """Topics that look like one of the scope with a slip in it; others are for the scope to judge."""
    ids = register.topics
    for route, text, _ in _in_heads(below(root, "topics"), ("topics",), GUEST):
        if text in ids:
            continue
        from coalcheck.engine.charter.nearest import nearest

        meant = nearest(text, ids)
        if meant:
            values = {"key": "topics", "found": text, "expected": "a matter of the charter's scope"}
            values |= {"suggestion": f"Did you mean {meant}?", "repair": meant}
            yield Fault(Problem("unknown-name", find(Place((), root), route).span, route, values))


def crowded_rows(action: Action, root: Mapping, register: Register) -> Iterator[Fault]:
    """Members and counted rows with more ballots than they have heads."""
    heads = register.heads(action.electorate)
    for key, ballots in (("ballots", action.ballots), ("boards", action.boards)):
        for row, given in too_many(ballots or {}, heads):
            yield crowded(find(Place((), root), (key, row)), row, given, heads[row])
    for row, votes in action.tally.of.items() if action.tally else ():
        given = sum(votes.values())
        if given > heads.get(row, given):
            yield crowded(find(Place((), root), ("tally", row)), row, given, heads[row])


def differing_counts(action: Action, root: Mapping, heads: dict[str, int]) -> Iterator[Fault]:
    """Answers of which a tally has another number than the ballots beside it."""
    if action.ballots is None or action.tally is None:
        return
    named: Counter[str] = Counter()
    for row, ballot in action.ballots.items():
        named.update(ballot.votes(heads.get(row, 1)))
    for answer, count in action.tally.votes.items():
        # Who is not named was absent, and who was there without a ballot need not be named.
        if answer not in ("absent", "present") and count != named[answer]:
            place = find(Place((), root), ("tally", answer))
            values = {"key": answer, "found": str(count), "detail": str(named[answer])}
            yield Fault(Problem("tally-differs", place.span, place.route, values))


def too_many(ballots: Ballots, heads: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The rows from which more ballots came than they have heads, each with how many came."""
    for row, ballot in ballots.items():
        if ballot.heads or ballot.split:
            given = sum(ballot.split.values()) + (ballot.heads or 0)
            if given > heads.get(row, given):
                yield row, given


def crowded(place: Place, row: str, given: int, heads: int) -> Fault:
    """More ballots than heads, at the row's name."""
    values = {"key": row, "found": str(given), "detail": row, "expected": str(heads)}
    return Fault(Problem("row-too-many", place.key_span, place.route, values))
