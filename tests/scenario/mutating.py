"""Small charters for the tests of mutation, and every set of ballots that there can be under them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from suites import OWN, loaded

from coalcheck.engine.action.model import Action, of
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Outcome
from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.scenario.mutation.mutant import Mutant
from coalcheck.engine.scenario.run import Under

DAY = "2026-05-01"
ANSWERS = ("for", "against", "abstain", "present", "absent")


def written(decision: str, members: int = 3, more: str = "") -> str:
    """A charter of one decision, called joint, over members a, b, c and so on."""
    who = "\n".join(f"  - {{id: {chr(97 + n)}, side: {('left', 'right')[n % 2]}}}" for n in range(members))
    return (
        "coalcheck: 1\nname: Small\nkind: body\npurpose: Decide.\nterm: {starts: 2026-01-01}\n"
        f"members:\n{who}\ndecisions:\n  joint: {{covers: [speak], {decision}}}\n{more}"
    )


def under(text: str) -> Under:
    found = Annexed(loaded(text))
    problems = [each for each in found.loaded.problems if each.kind != "attribute-unused"]
    assert not problems, problems
    return Under(found, OWN)


def changes(text: str) -> list[Mutant]:
    return list(mutants(under(text).charter))


def every_ballot(charter: Charter, *, subject: str | None = None) -> Iterator[Action]:
    """Each member does each of five things; about one of them where that is asked for."""
    ids = [member.id for member in charter.members]
    for did in product(ANSWERS, repeat=len(ids)):
        ballots = {member: answer for member, answer in zip(ids, did, strict=True) if answer != "absent"}
        values: dict[str, object] = {
            "action": "joint",
            "date": DAY,
            "notice": "2026-03-01",
            "proposed_by": ids[0],
            "status": "closed",
            "ballots": ballots,
        }
        yield of({**values, "subject": [subject]} if subject is not None else values)


def outcomes(charter: Charter, *, subject: str | None = None) -> list[Outcome]:
    """What all ballots come to, one after the other."""
    bindings = Bindings(charter)
    return [
        decide(bindings, action, changes=False).outcome for action in every_ballot(charter, subject=subject)
    ]
