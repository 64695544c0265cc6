"""Where an act stands to what was agreed to be done: each reason why it is not within that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import Clause, about, clause, told
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.facts.matter import Matter
    from coalcheck.engine.mission.standing import Reason, Standing, Why

MATTERS: Final[Mapping[str, str]] = {
    "scope-unlisted": "It is about something that neither list of the scope has.",
    "scope-in-passing": "It says what the coalition works on, and names more than was agreed.",
    "scope-outside": "It names as its own a matter that was left outside, or is of its kind.",
    "scope-set-aside": "It names as its own a matter that was set aside.",
    "scope-outside-words": "It has words of a matter that was left outside.",
    "scope-set-aside-words": "It has words of a matter that was set aside.",
    "scope-own-end": "What belongs to all is used for the end of one member, or of somebody else.",
    "scope-joint-means": "A member acts in its own name with what belongs to all.",
    "scope-gain": "Somebody gains from it besides the coalition.",
    "scope-partner": "Somebody takes part, gives or gains who is of a kind that was left outside.",
    "scope-place": "It takes place where the charter does not say that the coalition works.",
    "scope-end": "It goes on after the end, or comes back without a last day.",
    "scope-conditions": "Others ask something in return.",
    "scope-after-goal": "It comes after the day of the goal, and nobody has said what became of that.",
    "scope-permanence": "It makes permanent what was founded for a time.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    scope="How it stands to what was agreed: ask or out.",
    scope_said="Why, as a part of a sentence: what it does, and what the charter has of that.",
    scope_sentence="The words of it in which that is seen, in quotation marks.",
    scope_words="The words in that sentence that tell, in quotation marks.",
    scope_widen="The decision that widens the scope, by its name; else those who may change the charter.",
    scope_smaller="What to leave out, so that the rest is within what was agreed.",
)
"""What its matters tell."""

_TOLD_BY_OTHERS: Final[frozenset[Why]] = frozenset(("money",))
"""Reasons that are findings already: a limit of money is a clause of every decision."""
_BY_WORDS: Final[frozenset[Why]] = frozenset(
    ("unlisted", "outside-words", "set-aside-words", "in-passing", "permanence", "own-end")
)
_NAMED: Final[frozenset[Why]] = frozenset(("outside", "set-aside"))
_ADD_NOTHING: Final[frozenset[Why]] = frozenset(("outside-words", "set-aside-words", "partner"))
"""What is not said beside the plain fact that an act names a matter of the same line of the charter."""
_NOBODY: Final = "those who may change the charter"


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; several places of one reason are one matter."""
    standing = act.verdict.scope if act.verdict is not None else None
    if standing is None:
        return
    seen: set[tuple[Why, object]] = set()
    named = {each.route for each in standing.against if each.why in _NAMED}
    for reason in sorted(standing.against, key=_title_last):
        if reason.why in _ADD_NOTHING and reason.route in named:
            # The act itself says that it is about that matter; its words or a partner say it once more.
            continue
        # A matter that is spoken of in several places is one matter; two places or partners are two.
        which = reason.said if reason.why in _BY_WORDS else reason.key
        if reason.why in _TOLD_BY_OTHERS or (reason.why, which) in seen:
            continue
        seen.add((reason.why, which))
        yield told(act, f"scope-{reason.why}", reason.key, _values(reason, standing), _clause(reason))


def _title_last(reason: Reason) -> bool:
    """The words of a text or of what it is about say more than a heading."""
    return reason.key == ("title",)


def _clause(reason: Reason) -> Clause | None:
    if reason.route is None:
        return None
    if reason.charter:
        return clause(reason.charter, *reason.route)
    return about("what the charter has of that", *reason.route)


def _values(reason: Reason, standing: Standing) -> dict[str, Value]:
    values: dict[str, Value] = {"scope": reason.answer, "scope_said": reason.said, "scope_widen": _NOBODY}
    if reason.sentence:
        values["scope_sentence"] = f'"{" ".join(reason.sentence.split())}"'
    if reason.words:
        values["scope_words"] = join(*(f'"{each}"' for each in reason.words))
    widen, smaller = standing.widen, standing.smaller
    if widen is not None and widen.decision:
        values["scope_widen"] = widen.decision
    if smaller is not None:
        sentences = [f'"{smaller.sentences[number - 1]}"' for number in smaller.drop]
        values["scope_smaller"] = join(*smaller.leave_out, *sentences)
    return values
