"""The libraries on PyPI that count voting power, each asked in its own way and held against what is known."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from fractions import Fraction
from io import StringIO
from typing import Any, Final, Literal, TypeAlias

Index: TypeAlias = Literal["Banzhaf", "Shapley–Shubik"]
Rule: TypeAlias = Mapping[str, Any]
"""``{"type": "weighted", "quota": …, "weights": […]}``, or ``and``, ``or`` of several of them."""

BANZHAF: Final[Index] = "Banzhaf"
SHAPLEY: Final[Index] = "Shapley–Shubik"

_CLOSE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a game, exactly.

    Attributes:
        name: in words.
        rule: its rule.
        swings: of each member.
        shapley: of each member.
    """

    name: str
    rule: Rule
    swings: tuple[int, ...]
    shapley: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """A library, and how it is asked.

    Attributes:
        name: its name on PyPI.
        asks: by index, what gives a number for each member.
        shares: whether its Banzhaf numbers come to one; else each is a chance.
        members: the most that it takes.
        combines: whether it takes rules that are not one weight and a quota.
        close: how far a number may lie from the true one.
    """

    name: str
    asks: Mapping[Index, Callable[[Rule], Sequence[float]]] = field(repr=False)
    shares: bool = False
    members: int = 10**6
    combines: bool = False
    close: float = _CLOSE

    def takes(self, rule: Rule, members: int) -> bool:
        """Whether a rule can be put to it at all."""
        return members <= self.members and (self.combines or rule["type"] == "weighted")

    def judged(self, index: Index, known: Known) -> str:
        """Ask it, and say what is wrong with its answer, in a few words; nothing where it is right."""
        try:
            found = [float(each) for each in self.asks[index](known.rule)]
        except Exception as error:  # noqa: BLE001 - whatever stops a peer is what is told of it
            return f"ends with {type(error).__name__}"
        true = self._expected(index, known)
        if len(found) != len(true):
            return f"gives {len(found)} numbers for {len(true)} members"
        wrong = [(a, b) for a, b in zip(found, true, strict=True) if not abs(a - b) <= self.close]
        if not wrong:
            return ""
        return f"says {wrong[0][0]:.4g}, which is {wrong[0][1]:.4g}"

    def _expected(self, index: Index, known: Known) -> list[float]:
        if index == SHAPLEY:
            return [float(each) for each in known.shapley]
        whole = sum(known.swings) if self.shares else 2 ** (len(known.swings) - 1)
        return [float(Fraction(each, whole or 1)) for each in known.swings]


def _powerindex(method: str, answer: str) -> Callable[[Rule], Sequence[float]]:
    module = importlib.import_module("powerindex.powerindex")

    def ask(rule: Rule) -> Sequence[float]:
        game = module.Game(rule["quota"], list(rule["weights"]))
        getattr(game, method)()
        found: Sequence[float] = getattr(game, answer)
        return found

    return ask


def _powerindices(function: str) -> Callable[[Rule], Sequence[float]]:
    module = importlib.import_module("powerindices")
    # It changes the list that it is given.
    return lambda rule: getattr(module, function)(rule["quota"], list(rule["weights"]))


def _power_bdd(method: str) -> Callable[[Rule], Sequence[float]]:
    module = importlib.import_module("power_bdd.bdd")

    def diagram(rule: Rule) -> Any:
        if rule["type"] == "weighted":
            return module.BDD(module.WeightedGame(rule["quota"], list(rule["weights"])))
        first, *others = map(diagram, rule["of"])
        for other in others:
            first = first & other if rule["type"] == "and" else first | other
        return first

    def ask(rule: Rule) -> Sequence[float]:
        with redirect_stdout(StringIO()):  # it prints how far it has come
            found: Sequence[float] = getattr(diagram(rule), method)()
        return found

    return ask


def _coopgame(function: str) -> Callable[[Rule], Sequence[float]]:
    module = importlib.import_module("coopgame")

    def ask(rule: Rule) -> Sequence[float]:
        found: Sequence[float] = getattr(module, function)(
            module.Game.weighted_voting(rule["weights"], rule["quota"])
        )
        return found

    return ask


def _tucoopy(place: str, function: str) -> Callable[[Rule], Sequence[float]]:
    ask = getattr(importlib.import_module(f"tucoopy.power.{place}"), function)
    return lambda rule: ask(rule["weights"], quota=rule["quota"])


def _calculator(function: str) -> Callable[[Rule], Sequence[float]]:
    ask = getattr(importlib.import_module("power_index_calculator"), function)
    return lambda rule: list(ask(rule["weights"], rule["quota"]))


def _all() -> Mapping[str, tuple[str, Callable[[], Peer]]]:
    """By name on PyPI: what is imported, and how it is asked, which imports it."""
    return {
        "powerindex": (
            "powerindex",
            lambda: Peer(
                "powerindex",
                {
                    BANZHAF: _powerindex("calc_banzhaf", "banzhaf"),
                    SHAPLEY: _powerindex("calc_shapley_shubik", "shapley_shubik"),
                },
                shares=True,
            ),
        ),
        "powerindices": (
            "powerindices",
            lambda: Peer(
                "powerindices",
                {BANZHAF: _powerindices("compute_pbi"), SHAPLEY: _powerindices("compute_ssi")},
            ),
        ),
        "power-bdd": (
            "power_bdd",
            lambda: Peer(
                "power-bdd",
                {BANZHAF: _power_bdd("calc_banzhaf"), SHAPLEY: _power_bdd("calc_shapley")},
                combines=True,
            ),
        ),
        "coopgame-py": (
            "coopgame",
            lambda: Peer(
                "coopgame-py",
                {BANZHAF: _coopgame("banzhaf"), SHAPLEY: _coopgame("shapley")},
                members=30,
            ),
        ),
        "tucoopy": (
            "tucoopy",
            lambda: Peer(
                "tucoopy",
                {
                    BANZHAF: _tucoopy("banzhaf", "banzhaf_index_weighted_voting"),
                    SHAPLEY: _tucoopy("shapley_shubik", "shapley_shubik_index_weighted_voting"),
                },
                shares=True,
            ),
        ),
        "power-index-calculator": (
            "power_index_calculator",
            lambda: Peer(
                "power-index-calculator",
                {BANZHAF: _calculator("banzhaf"), SHAPLEY: _calculator("shapley")},
                shares=True,
                members=16,  # it goes through all coalitions, as lists
                close=5.1e-4,  # it rounds to three digits
            ),
        ),
    }


def peers() -> tuple[list[Peer], list[str]]:
    """The peers that are installed, and the names of those that are not."""
    there, missing = [], []
    for name, (module, made) in _all().items():
        if importlib.util.find_spec(module) is None:
            missing.append(name)
        else:
            there.append(made())
    return there, missing


def as_documented() -> Peer | None:
    """The way in which powerindex's manual counts both indices at once; None where it is not installed."""
    if importlib.util.find_spec("powerindex") is None:
        return None
    both = {BANZHAF: _powerindex("calc", "banzhaf"), SHAPLEY: _powerindex("calc", "shapley_shubik")}
    return Peer("powerindex, by calc()", both, shares=True)
