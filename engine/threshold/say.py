"""A rule back in words, in the one normal form: ``parse(say(rule)) == rule``."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from coalcheck.engine.threshold.names import plural, singular
from coalcheck.engine.threshold.tree import (
    All,
    Amount,
    Any,
    Base,
    Clause,
    Compare,
    Count,
    Each,
    Everyone,
    Heads,
    Lead,
    Measure,
    Nobody,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    Some,
    VotesCast,
    Weighted,
    Whom,
)

_SUFFIX = {
    Count.SUPPORT: "in favour",
    Count.OPPOSITION: "against",
    Count.ABSTENTIONS: "abstaining",
    Count.NOT_IN_FAVOUR: "not in favour",
    Count.ABSENT: "absent",
}


def say(rule: Rule, default: Count = Count.SUPPORT) -> str:
    """Return the sentence that means exactly this rule.

    Args:
        rule: any rule.
        default: what is counted where nothing is said: support, or attendance in a quorum.

    """
    match rule:
        case All(rules):
            return " and ".join(_inner(part, default) for part in rules)
        case Any(rules):
            return " or ".join(_inner(part, default) for part in rules)
        case Clause(measure, among, spread):
            text, group_said = _measure(measure, among, default)
            if among is not None and not group_said:
                text += f" among {among}"
            return text + _spread(spread)
        case _:
            assert_never(rule)


def _inner(rule: Rule, default: Count) -> str:
    text = say(rule, default)
    return text if isinstance(rule, Clause) else f"({text})"


def _spread(spread: Each | Some | None) -> str:
    match spread:
        case None:
            return ""
        case Each(attribute):
            return f" in each {singular(attribute)}"
        case Some(number, of, attribute):
            total = f" of {spell(of)}" if of is not None else ""
            name = attribute if (of or number).value == 1 else _several(attribute)
            return f" in at least {spell(number)}{total} {name}"
        case _:
            assert_never(spread)


def _several(name: str) -> str:
    """Return a name that stands for many; one that is a plural already stays as it is."""
    return name if singular(name) != name else plural(name)


def spell(amount: Amount) -> str:
    """Return a number as it was spelled, else exactly: ``2/3``, ``9``."""
    return amount.spelling or str(amount.value)


def _measure(measure: Measure, among: str | None, default: Count) -> tuple[str, bool]:
    """Return the words of a measure, and whether they name the group already."""
    match measure:
        case Share(count, compare, amount, base):
            before, after = _counted(count, default, base)
            if spell(amount) == "majority" and compare is Compare.MORE_THAN and not before:
                share = "a majority"
            else:
                share = f"{_compare(compare, share=True)} {_half(amount)}"
            words, said = _base(base, among)
            return f"{before}{share} of {words}{after}", said
        case Number(count, compare, number, state):
            before, after = ("", "") if count is None else _counted(count, default, None)
            if state is not None and count is not None:
                before, after = "", f" {_SUFFIX[count]}"
            group = "" if among is None else f"{singular(among)} "
            noun = "member" if number.value == 1 else "members"
            within = "" if state is None else f" {state.value}"
            return (
                f"{before}{_compare(compare)} {spell(number)} {group}{noun}{within}{after}",
                among is not None,
            )
        case Root(count, compare, factor, of):
            before = "" if count is default else f"{count.value} "
            noun = "seats" if isinstance(of, Seats) else "members"
            words = f"{before}{_compare(compare)} {spell(factor)} times the square root of {noun}"
            return words, False
        case Lead(compare, margin):
            if compare is Compare.MORE_THAN and margin.value == 0:
                return "more in favour than against", False
            return f"{_compare(compare)} {spell(margin)} more in favour than against", False
        case Ratio(compare, factor):
            return f"{_compare(compare)} {spell(factor)} times as many in favour as against", False
        case Nobody(count):
            group = "" if among is None else f"{singular(among)} "
            return f"no {group}member {_SUFFIX[count]}", among is not None
        case Everyone(_, all_but, base):
            words, said = _base(base, among)
            if all_but.value:
                return f"all but {spell(all_but)} of {words}", said
            return f"all {words}", said
        case _:
            assert_never(measure)


def _compare(compare: Compare, *, share: bool = False) -> str:
    return "less than" if share and compare is Compare.FEWER_THAN else compare.value


def _half(amount: Amount) -> str:
    if amount.value == Fraction(1, 2) and amount.spelling in ("", "majority"):
        return "half"
    return spell(amount)


def _counted(count: Count, default: Count, base: Base | None) -> tuple[str, str]:
    """Return the word before and the words after; at most one of them is not empty."""
    if count is default:
        return "", ""
    narrowed = isinstance(base, VotesCast) or (isinstance(base, Heads | Weighted) and base.state is not None)
    if count in _SUFFIX and count is not Count.SUPPORT and not narrowed:
        return "", f" {_SUFFIX[count]}"
    # After "present" or "cast" a suffix would read as part of the base.
    return f"{count.value} ", ""


def _base(base: Base, among: str | None) -> tuple[str, bool]:
    match base:
        case VotesCast():
            return "votes cast", False
        case Seats():
            return "seats", False
        case Weighted(weight, state):
            return weight if state is None else f"{weight} {state.value}", False
        case Heads(whom, state):
            named = among is not None and whom is Whom.MEMBERS
            noun = str(among) if named else whom.value
            return noun if state is None else f"{noun} {state.value}", named
        case _:
            assert_never(base)
