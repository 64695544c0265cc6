"""In, ask or out: one act held against the scope of a charter.

Declared facts may say out; limits, and the words of a text, only ask. What a member does in its own name and
with its own means is nobody else's to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.mission.act import Act
from coalcheck.engine.mission.agreed import Agreed
from coalcheck.engine.mission.declared import joint_means, own_end, partners
from coalcheck.engine.mission.goal import after_the_goal
from coalcheck.engine.mission.limits import Sum, past_the_end, past_the_money, with_strings
from coalcheck.engine.mission.passing import in_passing
from coalcheck.engine.mission.permanence import becoming_permanent
from coalcheck.engine.mission.phrase import where
from coalcheck.engine.mission.place import elsewhere
from coalcheck.engine.mission.smaller import smaller
from coalcheck.engine.mission.standing import ANSWERS, Listed, Reason, Standing, Widen, gravest
from coalcheck.engine.mission.subject import listed, unlisted
from coalcheck.engine.mission.touched import named_topics, spoken_of

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter

_NEAR = 6
"""So many words before the coalition's name it is said as what one speaks."""


def judge(  # noqa: PLR0913  (each is one thing that is known of an act)
    charter: Charter | Agreed,
    action: Action,
    as_of: date,
    *,
    kinds: Iterable[str] = (),
    widens: bool = False,
    sums: Sequence[Sum] = (),
    goal_declared: bool = False,
    ways: bool = True,
) -> Standing | None:
    """Hold one act against what was agreed.

    Args:
        charter: the charter; or, for many acts under one, its ``Agreed``, made once.
        action: what is to be done, or was.
        as_of: the day from which it is judged, for an action without one of its own.
        kinds: the kinds of decision that it falls under; empty where that is not known.
        widens: whether it is put to the decision that widens the scope: then it is asked already.
        sums: limits of money that it passes, as its verdict has them.
        goal_declared: whether it is on record what became of the goal.
        ways: whether it is looked for what to leave out, where it is not in.

    Returns:
        The answer with its reasons and the ways on, all but the votes under the decision that widens; None
        where the charter has no scope against which anything could be held.
    """
    agreed = charter if isinstance(charter, Agreed) else Agreed(charter)
    if agreed.charter.scope is None:
        return None
    act = Act(agreed, action, as_of, tuple(kinds))
    if _is_own_business(act):
        return Standing("in", own_name=True)
    reasons = _ordered(_reasons(act, sums, goal_declared=goal_declared), widens=widens)
    answer = gravest(reasons)
    notes = tuple(_notes(act))
    if answer == "in":
        return Standing(answer, reasons, act.own_name, left_open=act.left_open, notes=notes)

    def again(edited: Action) -> bool:
        """Whether an act of which something has been left out would be in."""
        left = Act(agreed, edited, as_of, act.kinds)
        if _is_own_business(left):
            return True
        return gravest(tuple(_reasons(left, (), goal_declared=goal_declared))) == "in"

    return Standing(
        answer, reasons, act.own_name, tuple(_listed(agreed, reasons)), act.left_open,
        _widen(agreed), smaller(act, reasons, again) if ways else None, notes,
    )  # fmt: skip


def _reasons(act: Act, sums: Sequence[Sum], *, goal_declared: bool) -> Iterator[Reason]:
    yield from named_topics(act)
    yield from partners(act)
    used = tuple(own_end(act))
    if not any(each.why == "own-end" for each in used):
        used += tuple(joint_means(act))
    yield from used
    yield from past_the_end(act)
    yield from past_the_money(sums)
    yield from elsewhere(act)
    yield from with_strings(act)
    yield from after_the_goal(act, declared=goal_declared)
    yield from becoming_permanent(act)
    # Of what a member does in its own name only the use of what belongs to all is anybody else's to judge.
    if not act.internal and not (act.own_name and used):
        yield from unlisted(act)
        yield from spoken_of(act)
        yield from in_passing(act)
        yield from listed(act)


def _ordered(reasons: Iterator[Reason], *, widens: bool) -> tuple[Reason, ...]:
    """The gravest first; where the scope itself is being decided on, none of them stands against it."""
    found = [each for each in reasons if not widens or each.answer == "in"]
    if all(each.answer == "in" for each in found):
        return tuple(found)
    partners = {each.key for each in found if each.why == "partner"}
    found = [each for each in found if each.why == "partner" or each.key not in partners]
    return tuple(sorted(found, key=lambda each: -ANSWERS.index(each.answer)))


def _is_own_business(act: Act) -> bool:
    """Whether a member acts in its own name, with its own means, and does not speak for all."""
    return act.own_name and not act.action.uses and not _speaks_for_all(act)


def _speaks_for_all(act: Act) -> bool:
    """Whether a member's own text says that it speaks as a part of the coalition."""
    name, words = act.agreed.name, act.tongue.words
    if not name.stems:
        return False
    for passage in act.passages:
        for sentence in passage.sentences:
            for found in where(sentence.tokens, name):
                before = sentence.tokens[max(0, found.at - _NEAR) : found.at]
                if any(token.low in words.as_part for token in before):
                    return True
    return False


def _listed(agreed: Agreed, reasons: tuple[Reason, ...]) -> Iterator[Listed]:
    routes = {each.route for each in reasons if each.answer != "in"}
    for item in agreed.items:
        touched = item.route in routes and item.meets != "inside"
        yield Listed(item.meets, item.called, item.route, touched)


def _widen(agreed: Agreed) -> Widen:
    decision = agreed.charter.decisions.get(agreed.widen)
    if decision is None:
        return Widen("")
    return Widen(agreed.widen, decision.passes or "", ("decisions", agreed.widen, "passes"))


def _notes(act: Act) -> Iterator[str]:
    if act.foreign:
        theirs, ours = act.tongue.words.name, act.agreed.tongue.words.name
        yield (
            f"Its text is in {theirs} and the charter in {ours}, so its words could be compared only where "
            "they are the same in both."
        )
