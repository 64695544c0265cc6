"""Whether a veto changes any result, and whether to set it aside takes less than the vote: proven, not read.

Source of the terms: `coalcheck.engine.proof` (veto-matters, override-is-as-hard). ``coalcheck analyze``
proves the same with a larger budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto
    from coalcheck.engine.facts.examination import Examination
    from coalcheck.engine.proof.answer import Answer
    from coalcheck.engine.proof.answer import Property as Question

PROPERTIES: Final[Mapping[str, Property]] = texts(
    without_effect="Why no vote comes out otherwise with it than without, as a clause.",
    override_easier="How few set it aside, where that is fewer than carry: three where four carry it.",
    override_of="That decision, as words.",
)

MOST_CASES: Final = 1_000
"""So many cases are looked at for each question; ``coalcheck analyze`` looks at more."""

_NOT_TO_ITS_END: Final = (
    "Whether each veto changes a result was not examined to its end; coalcheck analyze does it."
)
_EFFECT: Final[tuple[Question, ...]] = ("veto-matters",)
_OVERRIDE: Final[tuple[Question, ...]] = ("override-is-as-hard",)


def veto_effects(examination: Examination) -> dict[int, dict[str, Value]]:
    """What is proven of each veto, by its place in the charter; nothing where it does what it is for.

    Args:
        examination: the charter; what is not examined is noted there.
    """
    charter = examination.charter
    # Whom or what a veto is over is read elsewhere; one over nothing that is known is said there.
    asked = [place for place, veto in enumerate(charter.vetoes) if _readable(charter, veto)]
    if not asked:
        return {}
    if len(charter.members) > MOST_KINDS_OF_MEMBERS:
        examination.notes.append(_NOT_TO_ITS_END)
        return {}
    from coalcheck.engine.proof.prove import prove

    found: dict[int, dict[str, Value]] = {}
    answers = prove(charter, only=(*_EFFECT, *_OVERRIDE), cases=MOST_CASES)
    for place in asked:
        mine = [each for each in answers if str(place) in each.subject[-1:]]
        if any(each.status == "unknown" and each.cases >= MOST_CASES for each in mine):
            examination.notes.append(_NOT_TO_ITS_END)
        found[place] = dict(_values(charter, place, mine))
    return found


def _readable(charter: Charter, veto: Veto) -> bool:
    known = {"all", *KINDS, *charter.kinds, *charter.decisions}
    return bool(veto.holders) and set(veto.over) <= known


def _values(charter: Charter, place: int, answers: Iterable[Answer]) -> Iterator[tuple[str, Value]]:
    for answer in answers:
        if answer.status != "fails":
            continue
        if answer.property == "veto-matters":
            yield "without_effect", _why(charter, place)
        else:
            fewer = _fewer(charter, place, answer.subject[0])
            if fewer is not None:
                yield "override_easier", f"{in_words(fewer[0])} where {in_words(fewer[1])} carry it"
                yield "override_of", as_words(answer.subject[0])
                return


def _fewer(charter: Charter, place: int, name: str) -> tuple[int, int] | None:
    """How few can set a veto aside and how few can carry the decision, all others against.

    None where the first are not fewer: other people, or another weight, may be asked then.
    """
    from coalcheck.engine.proof.budget import Budget, TooManyCases
    from coalcheck.engine.proof.logic import AGAINST, FOR, all_of
    from coalcheck.engine.proof.prove import Proving
    from coalcheck.engine.proof.search import fewest

    for put in Proving(charter, MOST_CASES).puts(name):
        box, over = put.room.box.only((FOR, AGAINST)), put.over
        for veto in put.vote.vetoes if not put.vote.concerned else ():
            if veto.index != place:
                continue
            try:
                carried = fewest(box, over.adopted(without=place), Budget(MOST_CASES))
                for asked in veto.overrides.values():
                    aside = fewest(box, all_of(over.used(veto), over.override(asked)), Budget(MOST_CASES))
                    if carried is not None and aside is not None and aside[0] < carried[0]:
                        return aside[0], carried[0]
            except TooManyCases:
                return None
    return None


def _why(charter: Charter, place: int) -> str:
    """For what reason a veto changes nothing, from the same question without its override."""
    veto = charter.vetoes[place]
    over = set(veto.over)
    named = bool(veto.over) and "all" not in veto.over
    if named and not any(over & {name, *each.covers} for name, each in charter.decisions.items()):
        return "no decision of this charter is one that it could stop"
    if veto.by != "vote" and veto.limit is not None and veto.limit.times == 0:
        return "its limit lets nobody use it"
    if veto.jointly is not True and _heads(charter, veto) < (veto.jointly or 1):
        return "too few members hold it"
    if veto.override is not None:
        from coalcheck.engine.proof.prove import prove

        bare = veto.model_copy(update={"override": None})
        vetoes = (*charter.vetoes[:place], bare, *charter.vetoes[place + 1 :])
        without = prove(charter.model_copy(update={"vetoes": vetoes}), only=_EFFECT, cases=MOST_CASES)
        if without[place].status != "fails":
            return "whoever can carry the decision can set it aside too"
    return "nothing is carried against those who hold it anyway"


def _heads(charter: Charter, veto: Veto) -> int:
    held = set(holders_of(charter, veto))
    return sum(member.count or 1 for member in charter.members if member.id in held)
