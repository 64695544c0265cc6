"""What the heading or the name of a decision says of its rule, held against the rule itself."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.ballots import ballots_in_words
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.threshold.apart import shares_apart
from coalcheck.engine.threshold.differing import Way, differing
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import (
    Amount,
    Base,
    Clause,
    Compare,
    Count,
    Everyone,
    Heads,
    Nobody,
    Number,
    Rule,
    Seats,
    Share,
    State,
    VotesCast,
    Weighted,
    Whom,
)

if TYPE_CHECKING:
    from coalcheck.engine.facts.examination import Examination

_PARTS: Final = {
    "two thirds": Fraction(2, 3), "two-thirds": Fraction(2, 3), "2/3": Fraction(2, 3),
    "three quarters": Fraction(3, 4), "three-quarters": Fraction(3, 4), "3/4": Fraction(3, 4),
    "three fifths": Fraction(3, 5), "three-fifths": Fraction(3, 5), "3/5": Fraction(3, 5),
    "four fifths": Fraction(4, 5), "four-fifths": Fraction(4, 5), "4/5": Fraction(4, 5),
}  # fmt: skip
_PART: Final = re.compile(rf"(?<!\w)({'|'.join(_PARTS)}|\d{{1,3}}(?:\.\d+)? ?%)(?!\w)")
_EVERYONE: Final = re.compile(r"\b(unanim(?:ous|ously|ity)|consensus)\b")
_MAJORITY: Final = re.compile(r"\b(?:(?:a|the|simple|ordinary) )*majority\b")
_GREATER: Final = re.compile(
    r"\b(?:super|qualified|special|large|great|strong|enhanced|absolute|double|triple|relative|reinforced)"
    r"[ -]?majority"
)
"""A majority of another kind: how large it is the word does not say."""
_UNLESS: Final = re.compile(r"\b(minus|without|no|not|failing|unless|or|if|after|blocking)\b")
"""Words that turn round what stands beside them."""


def heading_values(
    examination: Examination, key: str, rule: Rule, roll: Electorate, *, everyone: bool
) -> dict[str, Value]:
    """What the heading, or else the name, says and the rule does not; nothing where they agree.

    Args:
        examination: the charter.
        key: the decision's id.
        rule: its rule.
        roll: who votes.
        everyone: whether the rule needs everyone's yes, or nobody's no.
    """
    title = examination.charter.decisions[key].title
    for text, where in ((title, "heading"), (as_words(key), "name")):
        if not text:
            continue
        said = _said(text.lower()) if not _UNLESS.search(text.lower()) else None
        if said is None:
            continue
        words, asked = said
        if asked is None:
            # A rule of everyone may stand first, and another way after it.
            return (
                {}
                if everyone
                else {
                    "heading_says": words,
                    "heading": text,
                    "heading_where": where,
                    "heading_example": "By the rule, some can decide against the others.",
                }
            )
        example = _example(examination, key, rule, roll, asked)
        if example:
            return {
                "heading_says": words,
                "heading": text,
                "heading_where": where,
                "heading_example": example,
            }
        return {}
    return {}


def _said(text: str) -> tuple[str, tuple[Compare, Fraction] | None] | None:
    """The words of a text that speak of a rule, and the share that they mean; None for everyone."""
    if part := _PART.search(text):
        written = part[1]
        share = _PARTS.get(written) or Fraction(written.rstrip(" %")) / 100
        return (written, (Compare.AT_LEAST, share)) if 0 < share < 1 else None
    if every := _EVERYONE.search(text):
        return every[1], None
    if _GREATER.search(text):
        return None
    if majority := _MAJORITY.search(text):
        return majority[0], (Compare.MORE_THAN, Fraction(1, 2))
    return None


def _example(
    examination: Examination, key: str, rule: Rule, roll: Electorate, asked: tuple[Compare, Fraction]
) -> str:
    """Ballots on which heading and rule come to different results; empty where there are none."""
    base = _base(rule)
    if base is None:
        return ""
    share = Share(Count.SUPPORT, asked[0], Amount(asked[1]), base)
    quorum = examination.rule("decisions", key, "quorum")
    decision = examination.charter.decisions[key]
    counted = examination.roll(key, quorum=True, concerned=examination.concerned(decision, rule))
    heading, text = (Way(each, roll, quorum, counted) for each in (Clause(share), rule))
    found = differing(heading, text)
    ballots = found.first or found.second
    if ballots is not None:
        words = ballots_in_words(examination.charter, roll, ballots, alike=found.alike)
        one, other = ("the heading", "the rule") if found.first else ("the rule", "the heading")
        return f"With {words}, it is carried by {one} and not by {other}."
    if found.complete or not isinstance(rule, Clause) or not isinstance(rule.measure, Share):
        return ""
    apart = shares_apart(share, rule.measure)
    if apart is None:
        return ""
    one, other = ("the heading", "the rule") if apart.first_asks_less else ("the rule", "the heading")
    return f"With {apart.votes:,} votes, {apart.enough:,} for are enough for {one} and not for {other}."


def _base(rule: Rule) -> Base | None:
    """What a share in the heading would be of, were it the rule; None where the rule is of another make."""
    if not isinstance(rule, Clause) or rule.among is not None or rule.spread is not None:
        return None
    match rule.measure:
        case Share(Count.SUPPORT, _, _, base) | Everyone(Count.SUPPORT, _, base):
            known: Heads | Weighted | VotesCast | Seats = base
            return known
        case Number(Count.SUPPORT, _, _, None):
            return Heads(Whom.MEMBERS)
        case Number(Count.SUPPORT, _, _, state):
            return Heads(Whom.MEMBERS, state)
        case Nobody(Count.OPPOSITION):
            return Heads(Whom.MEMBERS, State.CAST)
        case _:
            return None
