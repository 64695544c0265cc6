"""A charter that differs from another in one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from coalcheck.engine.scenario.mutation.kinds import Kind

if TYPE_CHECKING:
    from pydantic import BaseModel

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route


class Mutant(Struct, frozen=True):
    """One change of a charter.

    Attributes:
        kind: what was changed.
        route: the place of the charter that reads otherwise now.
        said: the change in words: "at least half of members became more than half of members".
        charter: the charter as it is then.
        decisions: ids of the decisions that it can touch, in the charter's order.
        ballots: whether ballots are all that can tell it from the charter, so that it makes no difference
            where no ballots do; False where days, sums or papers count as well.
        on: a day on which it makes a difference, where it does not on every day.
    """

    kind: Kind
    route: Route
    said: str
    charter: Charter
    decisions: tuple[str, ...]
    ballots: bool = True
    on: date | None = None


def put(charter: Charter, route: Sequence[str | int], value: object) -> Charter:
    """The same charter with another value at one place; nothing else of it is read again.

    Args:
        charter: the charter.
        route: keys and positions as the model has them.
        value: what stands there instead; of an item of a list or of a mapping None takes it away.
    """
    changed: Charter = _put(charter, tuple(route), value)
    return changed


def _put(part: Any, route: tuple[str | int, ...], value: object) -> Any:
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(part, dict):
        return _in_keys(part, step, rest, value)
    if isinstance(part, tuple):
        return _in_items(part, int(step), rest, value)
    field = _field(part, str(step))
    return part.model_copy(update={field: _put(getattr(part, field), rest, value)})


def _in_keys(part: dict[Any, Any], step: str | int, rest: tuple[str | int, ...], value: object) -> object:
    if not rest and value is None:
        return {key: each for key, each in part.items() if key != step}
    return {key: _put(each, rest, value) if key == step else each for key, each in part.items()}


def _in_items(part: tuple[Any, ...], step: int, rest: tuple[str | int, ...], value: object) -> object:
    instead = () if not rest and value is None else (_put(part[step], rest, value),)
    return (*part[:step], *instead, *part[step + 1 :])


def _field(part: BaseModel, key: str) -> str:
    """The field of a key; some keys, such as ``if``, are no names in Python."""
    fields = type(part).model_fields
    return key if key in fields else f"{key}_"
