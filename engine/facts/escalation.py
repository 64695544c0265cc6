"""The way of a conflict through its steps: where it starts, what follows, and how it ends.

Each kind of conflict may start elsewhere. A step that does not say what follows is followed by the next one
in the list, as one reads it, unless the way has come by there already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from coalcheck.engine.facts.named import as_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Conflict, Step

KINDS: Final = ("goal", "process", "relationship")
"""What a conflict can be about: what is wanted, how things are done, how people get on."""

End: TypeAlias = Literal["stops", "round", "elsewhere", "unknown"]
"""No step follows; a step comes again; words say what follows; the name of what follows is not known."""


class Way(NamedTuple):
    """The way of one kind of conflict.

    Attributes:
        kind: goal, process or relationship; empty where the steps are the same for all.
        steps: positions of its steps, in the order in which they are taken.
        end: how it ends.
        back: for ``round`` the position of the step that comes again.
    """

    kind: str
    steps: tuple[int, ...]
    end: End
    back: int = -1


def step_name(step: Step, position: int) -> str:
    """What to call a step: its id as words, or its number with who takes part."""
    if step.id:
        return as_words(step.id)
    who = f" ({step.who.strip(' .')})" if step.who else ""
    return f"step {position + 1}{who}"


def ways_of(conflict: Conflict) -> tuple[Way, ...]:
    """The way of each kind of conflict that has a route; of all together where none has."""
    places = {step.id: position for position, step in reversed([*enumerate(conflict.steps)]) if step.id}
    ways = []
    for kind in KINDS:
        route = getattr(conflict.kinds, kind, None)
        if route is not None and route.route:
            ways.append(_follow(conflict.steps, places, kind, route.route, route.if_still_open))
    if not ways and conflict.steps:
        ways.append(_follow(conflict.steps, places, "", None, None))
    return tuple(ways)


def _follow(
    steps: tuple[Step, ...], places: dict[str, int], kind: str, route: str | None, if_still_open: str | None
) -> Way:
    here = 0 if route is None else _target(route, places)
    taken: list[int] = []
    while isinstance(here, int):
        taken.append(here)
        said = if_still_open if if_still_open and len(taken) == 1 else steps[here].then
        if said:
            here = _target(said, places)
            if isinstance(here, int) and here in taken:
                return Way(kind, tuple(taken), "round", here)
        else:
            # Nobody wrote that the way goes back: where the next one was taken already, it stops.
            here = here + 1 if here + 1 < len(steps) and here + 1 not in taken else "stops"
    return Way(kind, tuple(taken), here)


def _target(said: str, places: dict[str, int]) -> int | End:
    if said in places:
        return places[said]
    if said.strip().lower() == "ends":
        return "stops"
    return "elsewhere" if " " in said.strip() else "unknown"


def in_words(conflict: Conflict, way: Way) -> str:
    """A way as a sentence says it: ``talk, then mediation, then talk again``."""
    names = [step_name(conflict.steps[position], position) for position in way.steps]
    if way.end == "round":
        names.append(f"{step_name(conflict.steps[way.back], way.back)} again")
    return ", then ".join(names)


def unreached(conflict: Conflict, ways: tuple[Way, ...]) -> tuple[int, ...]:
    """Positions of the steps to which no way leads; none where one of the ways is not known."""
    if any(way.end == "unknown" for way in ways):
        return ()
    taken = {position for way in ways for position in way.steps}
    return tuple(position for position in range(len(conflict.steps)) if position not in taken)
