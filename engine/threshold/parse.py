"""Words to a rule: recursive descent, one reading or a fault with its exact place."""

from __future__ import annotations

from fractions import Fraction
from typing import NoReturn

from coalcheck.engine.threshold import tree
from coalcheck.engine.threshold.cursor import Cursor
from coalcheck.engine.threshold.fault import Fault, FaultError
from coalcheck.engine.threshold.measure import read_measure
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.tree import Amount, Clause, Count, Each, Rule, Some
from coalcheck.engine.threshold.words import split

_ALONE = ("unanimity", "unanimous", "unanimously", "consensus", "consent", "everyone", "everybody")


def parse(text: str, names: Names | None = None, default: Count = Count.SUPPORT) -> Rule | Fault:
    """Read a threshold.

    Args:
        text: the sentence, such as ``at least 2/3 of votes cast``.
        names: the groups, weights and attributes it may use.
        default: what is counted where nothing is said: support, or attendance in a quorum.

    Returns:
        The rule; or the first fault, with places in ``text``.

    """
    try:
        return _parse(text, names or Names(), default)
    except FaultError as error:
        return error.fault
    except RecursionError:
        return Fault("threshold-bracket", 0, len(text), {"found": "("})


def _parse(text: str, names: Names, default: Count) -> Rule:
    cursor = Cursor(text, tuple(split(text)), names, default)
    if not cursor.words:
        cursor.fail("threshold-empty", 0, len(text))
    for index, word in enumerate(cursor.words):
        with_base = word.text == "unanimity" and [w.text for w in cursor.words[index + 1 : index + 2]] == [
            "of"
        ]
        if word.text in _ALONE and not with_base:
            cursor.fail("threshold-unanimity-alone", word.start, word.end, found=word.text)
    rule = _rule(cursor)
    if cursor.here is not None:
        if cursor.at(")"):
            cursor.fail_here("threshold-bracket", found=")")
        cursor.unexpected("and, or, or the end of the sentence")
    return rule


def _rule(cursor: Cursor) -> Rule:
    begin = cursor.index
    parts, joints = [_term(cursor)], []
    while cursor.at("and") or cursor.at("or"):
        joints.append(cursor.index)
        cursor.take()
        parts.append(_term(cursor))
    if not joints:
        return parts[0]
    joiners = {cursor.words[joint].text for joint in joints}
    if len(joiners) > 1:
        _mixed(cursor, begin, joints)
    return (tree.All if joiners == {"and"} else tree.Any)(tuple(parts))


def _mixed(cursor: Cursor, begin: int, joints: list[int]) -> NoReturn:
    """Show both readings: with ``and`` binding tighter, and with ``or``."""
    edges = [begin, *(joint + 1 for joint in joints)]
    ends = [*joints, cursor.index]
    pieces = [cursor.slice(start, end) for start, end in zip(edges, ends, strict=True)]
    joiners = [cursor.words[joint].text for joint in joints]

    def reading(tight: str) -> str:
        groups: list[list[str]] = [[pieces[0]]]
        for joiner, piece in zip(joiners, pieces[1:], strict=True):
            if joiner == tight:
                groups[-1].append(piece)
            else:
                groups.append([piece])
        loose = "or" if tight == "and" else "and"
        bracketed = [f"({f' {tight} '.join(group)})" if len(group) > 1 else group[0] for group in groups]
        return f" {loose} ".join(bracketed)

    cursor.fail(
        "threshold-mixes-and-or",
        cursor.words[begin].start,
        cursor.words[cursor.index - 1].end,
        reading_one=reading("and"),
        reading_two=reading("or"),
    )


def _term(cursor: Cursor) -> Rule:
    if not cursor.at("("):
        return _clause(cursor)
    bracket = cursor.take()
    rule = _rule(cursor)
    if not cursor.at(")"):
        if cursor.here is None:
            cursor.fail("threshold-bracket", bracket.start, bracket.end, found="(")
        cursor.unexpected("and, or, or a closing bracket")
    cursor.take()
    return rule


def _clause(cursor: Cursor) -> Clause:
    begin = cursor.index
    measure, among = read_measure(cursor)
    if cursor.at("among"):
        word = cursor.take()
        group = cursor.name("group")
        cursor.skip("members", "member")
        if among is not None:
            cursor.fail("threshold-group-twice", word.start, cursor.last.end, found=among, expected=group)
        among = group
    spread = _spread(cursor)
    unit = measure.of if isinstance(measure, tree.Root) else getattr(measure, "base", None)
    if isinstance(unit, tree.Seats) and (among or spread):
        cursor.fail("threshold-seats-narrowed", cursor.words[begin].start, cursor.last.end)
    return Clause(measure, among, spread)


def _spread(cursor: Cursor) -> Each | Some | None:
    if cursor.at("in", "each"):
        cursor.take(2)
        return Each(cursor.name("class"))
    if not cursor.at("in", "at", "least"):
        return None
    cursor.take(3)
    number = _whole(cursor)
    of = None
    if cursor.at("of"):
        cursor.take()
        cursor.skip("the")
        of = _whole(cursor)
    return Some(number, of, cursor.name("class"))


def _whole(cursor: Cursor) -> Amount:
    word = cursor.here
    if word is None or word.value is None or word.share or word.value.denominator != 1:
        cursor.unexpected("a whole number")
    cursor.take()
    return Amount(Fraction(word.value), word.text)
