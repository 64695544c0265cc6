"""The pipeline of an analysis: a charter to games, counts, proofs and what its policies demand of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coalcheck import __version__
from coalcheck.engine.analysis.commit import committing, governance
from coalcheck.engine.analysis.counting import Ask, BadBudget, Counting, seconds
from coalcheck.engine.analysis.demanded import only_computed
from coalcheck.engine.analysis.groups import groups_of
from coalcheck.engine.analysis.model import Analysis
from coalcheck.engine.analysis.proving import proven
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.reading import own_policies, read_path
from coalcheck.engine.facts.named import member_name
from coalcheck.engine.policy.load import Own, shipped
from coalcheck.engine.policy.matcher import MatcherUnavailable
from coalcheck.engine.source.files import STANDARD_INPUT
from coalcheck.engine.validate import Unreadable, validate_loaded

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.policy.matcher import Wanted

NOT_UNDERSTOOD: Final = (Unreadable, BadBudget, MatcherUnavailable)
"""What is wrong with what was typed, each with a sentence for whoever typed it."""


def analyze(  # noqa: PLR0913  (each is one question of whoever asks)
    path: str | Path,
    *,
    budget: str | float | None = None,
    ask: Ask | None = None,
    matcher: Wanted = "auto",
    as_of: date | None = None,
    stdin: Callable[[], bytes] = bytes,
) -> Analysis:
    """Count who can decide and who can stop what, and prove what can be proven of the rules.

    Args:
        path: the charter; ``-`` for standard input.
        budget: seconds that may be spent on one count, a number or its text; the usual ones where not said.
        ask: asked whether more may be spent; without it what costs more is left out, and that is said.
        matcher: what compares policies with the charter.
        as_of: the day from which its policies see it; today where it is not said.
        stdin: reads standard input.

    Raises:
        BadBudget: the budget is no number of seconds.
        Unreadable: the file cannot be opened.
        MatcherError: the rules engine failed; never to be read as "nothing found".
        NotReplayed: a case that is to show that something fails is judged otherwise by ``decide``: a fault
            of this program.
    """
    counting = Counting(seconds(budget), ask)
    loaded = load(read_path(str(path), stdin))
    extra = Own((), ()) if str(path) == STANDARD_INPUT else own_policies(Path(path).parent)
    every = validate_loaded(loaded, extra.policies, matcher=matcher, as_of=as_of)
    result = only_computed(every, extra.over(shipped()), complete=loaded.document.complete)
    charter = loaded.charter
    if charter is None:
        return Analysis(
            result, {}, {}, (), (), None, None, (), costly=False, budget=counting.budget, version=__version__
        )
    groups, lacking = groups_of(charter, counting)
    return Analysis(
        result=result,
        names={member.id: member_name(member) for member in charter.members},
        heads={member.id: member.count or 1 for member in charter.members},
        groups=groups,
        not_counted=lacking,
        committing=committing(charter, groups),
        governance=governance(charter, groups),
        properties=proven(charter, None if budget is None else counting.budget),
        costly=counting.costly,
        budget=counting.budget,
        version=__version__,
    )
