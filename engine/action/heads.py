"""How many: counts of members, of ballots, and of those of a counted row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias

from pydantic_core import PydanticCustomError

from coalcheck.engine.action.reading import Faults, ReadIn

A_COUNT: Final = "a whole number, such as 0 or 14"

Heads: TypeAlias = dict[str, int | None]
"""Members and counted rows, each with how many of it; None: the one member, or as many as the row has."""


def count_of(value: object) -> int:
    """A count: a whole number, 0 or more.

    Raises:
        PydanticCustomError: it is none.
    """
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return int(value)
    from coalcheck.engine.charter.unclear import EXPECTED, explain

    error = explain(str(value) if isinstance(value, (bool, int)) else value, "number")
    values = {name: str(text) for name, text in (error.context or {}).items()}
    if not values["repair"].isdigit():
        values |= {"repair": "", "suggestion": f"What can stand here is {A_COUNT}."}
    values["suggestion"] = values["suggestion"].replace(EXPECTED["number"], A_COUNT)
    raise PydanticCustomError(error.type, "no count", {**values, "expected": A_COUNT})


def named(value: object) -> str:
    """What a member, or whoever else was there, is called; a number counts as its digits.

    Raises:
        PydanticCustomError: it is no text.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise PydanticCustomError("id_type", "a name")
    return str(value)


def heads_of(value: object, context: Mapping[str, Any]) -> Heads:
    """Members as a list, or counted rows as a mapping with their counts; a single one is a list of one.

    Raises:
        ValidationError: with every fault and the steps that lead there.
    """
    del context
    found: Heads = {}
    faults = Faults()
    if isinstance(value, dict):
        for row, count in value.items():
            try:
                found[str(row)] = count_of(count)
            except PydanticCustomError as error:
                faults.add(error, row)
    else:
        for i, item in enumerate(value if isinstance(value, (list, tuple)) else [value]):
            steps = (i,) if isinstance(value, (list, tuple)) else ()
            try:
                member = named(item)
            except PydanticCustomError as error:
                faults.add(error, *steps)
                continue
            if member in found:
                faults.add(twice(member), *steps)
            found[member] = None
    faults.tell("heads")
    return found


HeadsText: TypeAlias = Annotated[dict[str, int | None], ReadIn(heads_of)]


def twice(member: str, first: str = "", second: str = "") -> PydanticCustomError:
    """The error for a member that is named a second time."""
    detail = f'once with "{first}" and once with "{second}"' if first != second else "twice"
    return PydanticCustomError("ballot-twice", "named twice", {"found": member, "detail": detail})
