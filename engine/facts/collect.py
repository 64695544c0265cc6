"""From a loaded charter to its facts: the door of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.facts.body import body_facts
from coalcheck.engine.facts.charter import charter_fact
from coalcheck.engine.facts.clause import clause_facts
from coalcheck.engine.facts.decision import decision_facts
from coalcheck.engine.facts.examination import Examination
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.facts.meant import as_meant
from coalcheck.engine.facts.member import member_facts
from coalcheck.engine.facts.pair import pair_facts
from coalcheck.engine.facts.power import Powers
from coalcheck.engine.facts.veto import veto_facts
from coalcheck.engine.facts.written import is_written

if TYPE_CHECKING:
    from coalcheck.engine.charter.load import Loaded
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route


class Collected(NamedTuple):
    """What is known of one charter.

    Attributes:
        facts: the file's first, then the charter's, then those of its parts in the order of the file.
        notes: what was not examined and why, one sentence each.
    """

    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


def collect(loaded: Loaded) -> Collected:
    """Work out every fact of one charter; the same charter gives the same facts in the same order.

    Of a file that was not read to its end only what stands in it is said: what seems to be missing may
    only be unread.
    """
    charter, document = loaded.charter, as_meant(loaded)
    facts = file_facts(
        problem
        for problem in loaded.problems
        if not (problem.kind == "missing-key" and is_written(document, *problem.route))
        and not (problem.kind == "empty-value" and charter and _asked_for(charter, problem.route))
    )
    if charter is None:
        return Collected(facts, ())
    examination = Examination(charter, document)
    if not document.complete:
        faulty = tuple(fact for fact in clause_facts(examination) if "problem" in fact.values)
        return Collected((*facts, *faulty), ("Only the part of the file that could be read was examined.",))
    powers = Powers(examination)
    parts = (
        *body_facts(charter, document),
        *decision_facts(examination, powers),
        *veto_facts(examination),
        *clause_facts(examination),
        *pair_facts(examination),
    )
    # What hangs on a member is known when all that it might hang on has been looked at.
    members = member_facts(charter, document, examination.needed_by)
    facts = (*facts, charter_fact(charter, document, powers.of_charter()), *members, *parts)
    return Collected(facts, tuple(dict.fromkeys(examination.notes)))


def _asked_for(charter: Charter, route: Route) -> bool:
    """Whether a question of its own is put where nothing stands at this place: one point is enough."""
    stage = charter.stage or "draft"
    if charter.kind == "body" or stage not in ("pilot", "draft", "signed"):
        return False
    key = route[-1]
    return route == ("exit",) or (
        len(route) == 3
        and route[0] == "members"
        and (key == "role" or (key == "signatory" and stage == "draft"))
    )
