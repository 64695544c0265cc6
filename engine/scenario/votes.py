"""Votes in short: ``for: 7``, ``for: [breathe]`` or ``for: others`` become ballots, or a tally."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.place import Place
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.scenario.shape import wrong_type
from coalcheck.engine.source.node import Entry, Mapping, Problem, Route, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coalcheck.engine.charter.charter import Charter
    from coalcheck.engine.source.node import Node

SHORT: Final = ("for", "against", "abstain", "absent")
"""Keys of a case under which votes stand in short."""
WHOLE: Final = ("ballots", "tally")
"""Keys of an action under which they stand in full."""
OTHERS: Final = ("others", "everyone")
"""Words for all who decide and are not named beside."""
WHO: Final = "how many, such as 7; members, such as [breathe]; or others"

Keys: TypeAlias = "dict[str, tuple[Entry, Route]]"
"""What stands under each key of a case, and where that is written."""


class Votes:
    """What a case says of votes, put as an action says it.

    Attributes:
        keys: the keys of the case, with ballots or a tally in the place of votes in short.
        faults: what is wrong with the votes.
    """

    def __init__(self, keys: Keys, deciders: Deciders | None) -> None:
        self.keys = dict(keys)
        self.faults: list[Fault] = []
        self._deciders = deciders
        short: Keys = {key: self.keys.pop(key) for key in SHORT if key in self.keys}
        if not short:
            return
        written = next((key for key in WHOLE if key in self.keys), None)
        if written is not None:
            entry, route = next(iter(short.values()))
            values = {
                "key": str(route[-1]),
                "found": written,
                "detail": f"under {route[-1]} and under {written}",
            }
            self.faults.append(Fault(Problem("votes-twice", entry.key.span, route, values)))
            return
        self._put(short)

    def _put(self, short: Keys) -> None:
        counts = {key: each for key, each in short.items() if _is_count(each[0].value)}
        names = {key: each for key, each in short.items() if key not in counts}
        some = [key for key in counts if _text(counts[key][0].value).strip("0")]
        if names and some:
            entry, route = counts[some[0]]
            values = {"key": some[0], "found": _text(entry.value), "detail": next(iter(names))}
            self.faults.append(Fault(Problem("counts-and-names", entry.value.span, route, values)))
        elif names:
            self._ballots(names)
        else:
            self._tally(counts)

    def _tally(self, counts: Keys) -> None:
        entries = {key: entry for key, (entry, _) in counts.items()}
        if "present" in self.keys and _is_count(self.keys["present"][0].value):
            entries["present"] = self.keys.pop("present")[0]
        self._set("tally", entries, counts)

    def _ballots(self, names: Keys) -> None:
        entries: dict[str, Entry] = {}
        said = {each for entry, _ in names.values() for each in _members(entry.value)}
        rest: str | None = None
        for key, (entry, route) in names.items():
            node = entry.value
            if isinstance(node, Mapping):
                self.faults.append(wrong_type(Place(route, node, entry), WHO))
                continue
            if not _means_others(node):
                entries[key] = entry
            elif rest is None:
                rest = key
                items: list[Node] = [Scalar(each, node.span, "quoted") for each in self._others(said)]
                entries[key] = Entry(entry.key, Sequence(items, node.span, flow=True))
            else:
                values = {"key": key, "found": _text(node), "detail": f"under {rest} and under {key}"}
                self.faults.append(Fault(Problem("votes-twice", node.span, route, values)))
        self._set("ballots", entries, names)

    def _set(self, key: str, entries: dict[str, Entry], written: Keys) -> None:
        entry, route = next(iter(written.values()))
        span = entry.key.span
        made = Entry(Scalar(key, span), Mapping(entries, span, flow=True))
        self.keys[key] = (made, route[:-1])

    def _others(self, said: Collection[str]) -> list[str]:
        """Those who decide on it and are not named beside."""
        if self._deciders is None:
            return []
        words = {
            key: _text(self.keys[key][0].value) for key in ("action", "subject", "date") if key in self.keys
        }
        deciding = self._deciders.of(words.get("action", ""), words.get("subject", ""), words.get("date", ""))
        listed = self.keys.get("electorate")
        could = set(_members(listed[0].value)) if listed and isinstance(listed[0].value, Sequence) else None
        return [each for each in deciding if each not in said and (could is None or each in could)]


class Deciders:
    """Who decides on what, under one charter."""

    def __init__(self, charter: Charter) -> None:
        self._charter = charter
        self._known: dict[tuple[str, str, date | None], tuple[str, ...]] = {}

    def of(self, action: str, subject: str = "", day: str = "") -> tuple[str, ...]:
        """The ids of those who may vote.

        Args:
            action: the decision or the kind that a case names; empty where it names none.
            subject: the member that it is about; empty for none.
            day: the day of the case, as it is written; the latest members where it is not clear.
        """
        charter = self._charter
        keys = (action,) if action in charter.decisions else covering_keys(charter, action)
        if not action and len(charter.decisions) == 1:
            keys = tuple(charter.decisions)
        known = (keys[0] if keys else "", subject, _day(day))
        if known not in self._known:
            roll = electorate(charter, known[0], concerned=subject or None, on=known[2])
            self._known[known] = tuple(row.id for row in roll.rows if row.in_body and row.votes)
        return self._known[known]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _is_count(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style == "plain" and node.text.strip().isdigit()


def _means_others(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text in OTHERS


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _members(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    yield from (each.text for each in items if isinstance(each, Scalar) and each.text not in OTHERS)
