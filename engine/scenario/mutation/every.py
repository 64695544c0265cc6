"""All changes of a charter, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.scenario.mutation.deadlines import of_deadlines
from coalcheck.engine.scenario.mutation.exceptions import of_exceptions
from coalcheck.engine.scenario.mutation.limits import of_limits
from coalcheck.engine.scenario.mutation.people import of_bodies, of_classes, of_groups
from coalcheck.engine.scenario.mutation.reach import Reach
from coalcheck.engine.scenario.mutation.rights import of_vetoes
from coalcheck.engine.scenario.mutation.thresholds import of_thresholds

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.scenario.mutation.mutant import Mutant

_MAKERS = (of_thresholds, of_exceptions, of_deadlines, of_vetoes, of_groups, of_classes, of_bodies, of_limits)


def mutants(charter: Charter) -> Iterator[Mutant]:
    """Every change of a charter, by the order of its decisions and then by what was changed.

    What nobody can vote on is left alone: of a charter without decisions there are none.
    """
    reach = Reach(charter)
    for make in _MAKERS:
        yield from (each for each in make(reach) if each.decisions)
