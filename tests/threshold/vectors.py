"""The vectors of vectors.yaml: ballots of real bodies, recorded or constructed, and what their rules say."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from oracle import Answer, Row, World

ONE_BALLOT = "one ballot in favour"
"""What decides where the sentence is met and nobody voted for it: a guard, not words of the rule."""


@dataclass(frozen=True)
class Wrong:
    """A near reading that gives another answer: other words, or the same words read otherwise."""

    reading: str
    text: str
    counts: str
    silence: bool
    expected: Answer


@dataclass(frozen=True)
class Vector:
    """One vote under one sentence.

    ``counts`` is support (`expected` is then: adopted?) or attendance (then: is there a quorum?).
    ``because`` are the clauses that decide, in the words of the rule, or `ONE_BALLOT`; ``not_because`` those
    that fail as well and are not what decided.
    """

    name: str
    source: str
    text: str
    world: World
    expected: Answer
    because: tuple[str, ...]
    counts: str = "support"
    silence: bool = False
    not_because: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    note: str = ""


@dataclass
class _Entry:
    """A row as vectors.yaml writes it: groups as a list, numbers whole or as text, never as floats."""

    id: str
    count: int = 1
    seats: int = 1
    in_body: bool = True
    votes: bool = True
    concerned: bool = False
    groups: list[str] = field(default_factory=list)
    classes: dict[str, str] = field(default_factory=dict)
    weights: dict[str, Any] = field(default_factory=dict)

    def row(self) -> Row:
        return Row(**{**vars(self), "groups": set(self.groups), "weights": _exact(self.weights)})


def read_vectors() -> list[Vector]:
    """Read all vectors, in the order of the file; TypeError for a key that is not theirs."""
    text = Path(__file__).with_name("vectors.yaml").read_text(encoding="utf-8")
    return [_vector(dict(entry)) for entry in yaml.safe_load(text)["vectors"]]


def _vector(entry: dict[str, Any]) -> Vector:
    members = [_Entry(**row).row() for row in entry["world"]["members"]]
    facts = {**entry.pop("world"), "members": members}
    world = World(**{**facts, "totals": _exact(facts.get("totals", {}))}, ballots=entry.pop("ballots"))
    read_as = {
        "text": entry["text"],
        "counts": entry.get("counts", "support"),
        "silence": entry.get("silence", False),
    }
    wrong = tuple(Wrong(**{**read_as, **reading}) for reading in entry.pop("wrong", []))
    because, not_because = tuple(entry.pop("because")), tuple(entry.pop("not_because", ()))
    return Vector(**entry, because=because, not_because=not_because, world=world, wrong=wrong)


def _exact(numbers: dict[str, Any]) -> dict[str, Fraction]:
    if any(isinstance(number, float) for number in numbers.values()):
        raise TypeError(f"a float among {numbers}: write it in quotes")
    return {name: Fraction(number) for name, number in numbers.items()}
