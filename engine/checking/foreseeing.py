"""How acts of a long record stand to what was agreed; another process works that out as they are judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Final

from coalcheck.engine.batch import ahead, processes
from coalcheck.engine.decide.scope import Presumed, presume

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.decide.bindings import Bindings

MANY: Final = 1000
"""So many acts are worth another process."""
AT_ONCE: Final = 50
"""Acts of which the answers are sent together."""


@contextmanager
def foreseen(
    bindings: Bindings, as_of: date, actions: Sequence[Action]
) -> Iterator[Iterator[Presumed | None]]:
    """Give for each act, in order, how it stands if nothing before it makes a difference; None where unknown.

    Args:
        bindings: the charter.
        as_of: the day from which they are judged.
        actions: the acts, in the order in which they will be judged.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    if bindings.charter.scope is None or len(actions) < MANY or processes() == 1:
        yield repeat(None)
        return
    # Made ready before there is another process, so that it has it too.
    _ = bindings.agreed
    with ahead(partial(_presumed, bindings, as_of), actions, AT_ONCE) as answers:
        yield answers


def _presumed(bindings: Bindings, as_of: date, actions: Sequence[Action]) -> list[Presumed | None]:
    return [presume(bindings, each, as_of) for each in actions]
