"""One measure of a sentence: what is compared with what."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from coalcheck.engine.threshold.cursor import Cursor
from coalcheck.engine.threshold.refuse import (
    counted_twice,
    half_plus_one,
    in_favour_of_what,
    majority_compared,
    without_base,
)
from coalcheck.engine.threshold.tree import (
    Amount,
    Base,
    Compare,
    Count,
    Everyone,
    Heads,
    Lead,
    Measure,
    Nobody,
    Number,
    Ratio,
    Root,
    Seats,
    Share,
    State,
    VotesCast,
    Weighted,
    Whom,
)
from coalcheck.engine.threshold.words import Word

_COUNTS = {
    count.value: count
    for count in (
        Count.SUPPORT,
        Count.OPPOSITION,
        Count.ABSTENTIONS,
        Count.VOTES,
        Count.TURNOUT,
        Count.ATTENDANCE,
    )
}
_COMPARES = (
    (("at", "least"), Compare.AT_LEAST),
    (("more", "than"), Compare.MORE_THAN),
    (("fewer", "than"), Compare.FEWER_THAN),
    (("less", "than"), Compare.FEWER_THAN),
    (("at", "most"), Compare.AT_MOST),
    (("exactly",), Compare.EXACTLY),
)
_STATES = (
    (("present", "and", "voting"), State.CAST),
    (("present", "not", "abstaining"), State.PRESENT_NOT_ABSTAINING),
    (("not", "abstaining"), State.NOT_ABSTAINING),
    (("present",), State.PRESENT),
    (("voting",), State.VOTING),
    (("cast",), State.CAST),
)
_SUFFIXES = (
    (("not", "in", "favour"), Count.NOT_IN_FAVOUR),
    (("in", "favour"), Count.SUPPORT),
    (("against",), Count.OPPOSITION),
    (("abstaining",), Count.ABSTENTIONS),
)
_Found = TypeVar("_Found", Compare, State, Count)
_NOUNS = ("member", "members")
_HALF = Fraction(1, 2)
_BARE_STATES = (State.CAST, State.VOTING)


def read_measure(cursor: Cursor) -> tuple[Measure, str | None]:
    """Read a measure; with it the group that it names in passing, as in ``2 permanent members``."""
    if cursor.at("no"):
        return _nobody(cursor)
    if cursor.at("all") or cursor.at("unanimity", "of"):
        return _everyone(cursor)
    if cursor.at("more", "in", "favour", "than", "against"):
        cursor.take(5)
        return Lead(Compare.MORE_THAN, Amount(Fraction(0))), None
    begin = cursor.index
    count = _count_word(cursor)
    compare = _first(cursor, _COMPARES)
    article = cursor.skip("a", "an")
    if cursor.at("simple", "majority") or cursor.at("absolute", "majority"):
        cursor.take()  # says nothing that the base does not say better
    if cursor.skip("majority"):
        if compare is not None:
            majority_compared(cursor, begin, compare)
        compare, amount = Compare.MORE_THAN, Amount(_HALF, "majority")
        _needs_comparison(cursor, begin, count, None)
        return _share(cursor, begin, count, compare, amount)
    _needs_comparison(cursor, begin, count, compare)
    if cursor.at("half"):
        half = cursor.take().text
        if cursor.at("plus") or cursor.at("+"):
            half_plus_one(cursor, begin)
        return _share(cursor, begin, count, compare or Compare.AT_LEAST, Amount(_HALF, half))
    word = cursor.here
    named_majority = word is not None and word.share and cursor.following("majority", "of")
    if word is None or word.value is None or (article and not named_majority):
        if word is not None and word.text[0].isdecimal():
            cursor.fail_here("threshold-number", found=word.text)
        cursor.unexpected("a number or a share, such as 2/3")
    cursor.take()
    if named_majority:
        cursor.take()  # "a two-thirds majority of" says no more than "two thirds of"
    if cursor.at("+") or cursor.at("plus"):
        half_plus_one(cursor, begin)
    compare = compare or Compare.AT_LEAST
    if cursor.at("times"):
        return _times(cursor, count, compare, word)
    if word.share:
        return _share(cursor, begin, count, compare, Amount(word.value or Fraction(0), word.text))
    return _number(cursor, begin, count, compare, word)


def _count_word(cursor: Cursor) -> Count | None:
    word = cursor.here
    if word is None or word.text not in _COUNTS:
        return None
    cursor.take()
    return _COUNTS[word.text]


def _needs_comparison(cursor: Cursor, begin: int, count: Count | None, compare: Compare | None) -> None:
    if count not in (None, Count.SUPPORT) and compare is None:
        word = cursor.words[begin]
        cursor.fail("threshold-without-comparison", word.start, cursor.last.end, found=word.text)


def _first(cursor: Cursor, table: tuple[tuple[tuple[str, ...], _Found], ...]) -> _Found | None:
    for words, found in table:
        if cursor.at(*words):
            cursor.take(len(words))
            return found
    return None


def _nobody(cursor: Cursor) -> tuple[Measure, str | None]:
    cursor.take()
    among = None if cursor.at("member") or cursor.at("members") else cursor.name("group")
    if not cursor.skip(*_NOUNS) and among is None:
        cursor.unexpected("member")
    if cursor.at("voting", "against"):
        cursor.take()
    word = cursor.here
    counts = {"against": Count.OPPOSITION, "abstaining": Count.ABSTENTIONS, "absent": Count.ABSENT}
    if word is None or word.text not in counts:
        cursor.unexpected("against, abstaining or absent")
    cursor.take()
    return Nobody(counts[word.text]), among


def _everyone(cursor: Cursor) -> tuple[Measure, str | None]:
    cursor.take()
    but = Amount(Fraction(0))
    if cursor.skip("but"):
        word = cursor.here
        if word is None or word.value is None or word.share or word.value.denominator != 1:
            cursor.unexpected("a whole number")
        cursor.take()
        but = Amount(word.value, word.text)
    cursor.skip("of")
    base, among = read_base(cursor)
    if isinstance(base, Heads) and base.state is None and cursor.at("in", "favour"):
        cursor.take(2)  # says again what "all" says
    return Everyone(cursor.default, but, base), among


def read_base(cursor: Cursor) -> tuple[Base, str | None]:
    """Read what a share is of; with it the group, where a group is the base."""
    if cursor.at("the", "other") or cursor.at("other"):
        cursor.take(2 if cursor.at("the") else 1)
        if not cursor.skip(*_NOUNS):
            cursor.unexpected("members")
        return Heads(Whom.OTHERS, _first(cursor, _STATES)), None
    while cursor.skip("the", "all"):
        pass
    if cursor.at("votes", "cast"):
        cursor.take(2)
        return VotesCast(), None
    if cursor.skip("seats"):
        return Seats(), None
    if cursor.at("coalition", "members") or cursor.at("coalition", "member"):
        cursor.take(2)
        return Heads(Whom.COALITION, _first(cursor, _STATES)), None
    if cursor.skip(*_NOUNS) or (
        cursor.at("those") and cursor.following_in(("present", "voting")) and cursor.take()
    ):
        return Heads(Whom.MEMBERS, _first(cursor, _STATES)), None
    word = cursor.here
    known = cursor.names.find(word.text) if word is not None else None
    if word is None or known is None or known[0] == "class":
        cursor.unexpected(
            "votes cast, members, members present, the other members, seats, or a declared name"
        )
    cursor.take()
    if known[0] == "weight":
        return Weighted(known[1], _first(cursor, _STATES)), None
    cursor.skip(*_NOUNS)
    return Heads(Whom.MEMBERS, _first(cursor, _STATES)), known[1]


def _share(
    cursor: Cursor, begin: int, count: Count | None, compare: Compare, amount: Amount
) -> tuple[Measure, str | None]:
    if not cursor.skip("of"):
        if cursor.following_in(("member", "members", "votes", "seats", "the")):
            cursor.unexpected("of")
        without_base(cursor, begin)
    base, among = read_base(cursor)
    counted = _suffixed(cursor, begin, count, base)
    return Share(counted, compare, amount, base), among


def _number(
    cursor: Cursor, begin: int, count: Count | None, compare: Compare, word: Word
) -> tuple[Measure, str | None]:
    value = word.value or Fraction(0)
    if value.denominator != 1:
        cursor.fail("threshold-number", word.start, word.end, found=word.text)
    number = Amount(value, word.text)
    if cursor.at("more", "in", "favour", "than", "against") and count is None:
        cursor.take(5)
        return Lead(compare, number), None
    if cursor.here is None or cursor.at("and") or cursor.at("or") or cursor.at(")"):
        without_base(cursor, begin)
    among = None
    if not (cursor.at("members") or cursor.at("member")):
        known = cursor.names.find(cursor.here.text)
        if known is None or known[0] != "group":
            cursor.unexpected("members, or a declared group")
        among = cursor.name("group")
    if not cursor.skip(*_NOUNS) and among is None:
        cursor.unexpected("members")
    before_state = cursor.index
    state = _first(cursor, _STATES)
    if state is not None and count is not None:
        counted_twice(cursor, begin, before_state, None)
    if state is None:
        return Number(_suffixed(cursor, begin, count, Heads(Whom.MEMBERS)), compare, number), among
    before_suffix = cursor.index
    suffix = _first(cursor, _SUFFIXES)
    if suffix is not None and state in _BARE_STATES:
        in_favour_of_what(cursor, begin, before_suffix, suffix)
    return Number(suffix, compare, number, state), among


def _times(cursor: Cursor, count: Count | None, compare: Compare, word: Word) -> tuple[Measure, str | None]:
    factor = Amount(word.value or Fraction(0), word.text)
    cursor.take()
    if cursor.at("as", "many", "in", "favour", "as", "against") and count is None:
        cursor.take(6)
        return Ratio(compare, factor), None
    if not cursor.at("the", "square", "root", "of"):
        cursor.unexpected("as many in favour as against, or the square root of members")
    cursor.take(4)
    of: Heads | Seats
    if cursor.skip("seats"):
        of = Seats()
    elif cursor.skip(*_NOUNS):
        of = Heads(Whom.MEMBERS)
    else:
        cursor.unexpected("members or seats")
    return Root(count or cursor.default, compare, factor, of), None


def _suffixed(cursor: Cursor, begin: int, count: Count | None, base: Base) -> Count:
    """Read what is counted from behind the base; refuse what would have two readings."""
    before = cursor.index
    suffix = _first(cursor, _SUFFIXES)
    if suffix is None:
        return count or cursor.default
    if count is not None:
        counted_twice(cursor, begin, before, suffix)
    state = State.CAST if isinstance(base, VotesCast) else getattr(base, "state", None)
    unclear = state in _BARE_STATES or (state is not None and suffix is Count.NOT_IN_FAVOUR)
    if unclear or (
        state in (State.NOT_ABSTAINING, State.PRESENT_NOT_ABSTAINING) and suffix is Count.ABSTENTIONS
    ):
        in_favour_of_what(cursor, begin, before, suffix)
    return suffix
