"""What is proven of a charter, every case that shows a failure judged again before anybody is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.model import of
from coalcheck.engine.analysis.model import Proven, Shown
from coalcheck.engine.decide.door import decide
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.proof.prove import prove

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.proof.answer import Answer
    from coalcheck.engine.proof.witness import Witness

CASES: Final = 5_000
"""So many cases may be looked at for one property where no budget is given: an answer in a second or two."""

CASES_A_SECOND: Final = 5_000
"""What a second of a budget allows; in cases, so that the same budget always gives the same answers."""

_NOT_CARRIED: Final = frozenset(("rejected", "no-quorum", "vetoed"))


class NotReplayed(Exception):
    """``decide`` judges a case otherwise than the proof that it is to show: a fault of this program."""


def proven(charter: Charter, budget: float | None) -> tuple[Proven, ...]:
    """Prove what can be proven, and judge every case that shows a failure.

    Args:
        charter: the charter.
        budget: seconds that were allowed; None where nothing was said.

    Raises:
        NotReplayed: a case is judged otherwise than it was proven.
    """
    cases = CASES if budget is None else max(int(budget * CASES_A_SECOND), 1)
    answers = prove(charter, cases=cases)
    return tuple(
        Proven(answer, _about(charter, answer), replayed(charter, answer), costly=answer.cases >= cases)
        for answer in answers
    )


def _about(charter: Charter, answer: Answer) -> tuple[str, ...]:
    """What an answer is about, as words: decisions, or the holders of a veto."""
    if answer.property == "veto-matters":
        holders = charter.vetoes[int(answer.subject[0])].holders
        names = {member.id: member.name or as_words(member.id) for member in charter.members}
        return (f"the veto of {listed(names.get(each) or as_words(each) for each in holders)}",)
    return tuple(as_words(each) for each in answer.subject[:1])


def replayed(charter: Charter, answer: Answer) -> tuple[Shown, ...]:
    """The cases of an answer, each with what ``decide`` says of it.

    Raises:
        NotReplayed: it says something else than the proof.
    """
    return tuple(_replayed(charter, answer, witness) for witness in answer.witnesses)


def _replayed(charter: Charter, answer: Answer, witness: Witness) -> Shown:
    case, written = witness.charter(charter), witness.action(charter)
    action = of(written)
    if witness.left_out:
        action = action.leaving_out(witness.left_out)
    outcome = decide(case, action, as_of=witness.as_of(charter), changes=False).outcome
    said = True if outcome == "adopted" else False if outcome in _NOT_CARRIED else None
    if said is not witness.adopted:
        msg = f"{answer.property} of {answer.subject}: proven to be {witness.adopted}, judged as {outcome}"
        raise NotReplayed(msg)
    return Shown(witness.decision, written, witness.left_out, witness.change.newcomers, outcome)
