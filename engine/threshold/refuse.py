"""Sentences with two readings or none: refused, with the rewrites that have one."""

from __future__ import annotations

from typing import NoReturn

from coalcheck.engine.threshold.cursor import Cursor
from coalcheck.engine.threshold.tree import Compare, Count


def without_base(cursor: Cursor, begin: int) -> NoReturn:
    """Refuse a share or number that does not say of what."""
    while cursor.here is not None and cursor.here.text not in ("and", "or", ")"):
        cursor.take()
    found = cursor.slice(begin, cursor.index)
    cursor.fail("threshold-without-base", cursor.words[begin].start, cursor.last.end, found=found)


def majority_compared(cursor: Cursor, begin: int, compare: Compare) -> NoReturn:
    """Refuse "at least a majority": majority compares already."""
    end = cursor.last.end
    rest = f" {cursor.text[end:].strip()}" if cursor.here is not None else " of members"
    two = "at least 2/3" if compare in (Compare.AT_LEAST, Compare.MORE_THAN) else f"{compare.value} half"
    cursor.fail(
        "threshold-majority-compared",
        cursor.words[begin].start,
        end,
        found=cursor.slice(begin, cursor.index),
        reading_one=f"more than half{rest}",
        reading_two=f"{two}{rest}",
    )


def half_plus_one(cursor: Cursor, begin: int) -> NoReturn:
    """Refuse "50% + 1", which is not a number of people where the members are odd."""
    cursor.take(2 if cursor.index + 1 < len(cursor.words) else 1)
    end = cursor.last.end
    rest = cursor.text[end:].strip()
    cursor.fail(
        "threshold-half-plus-one",
        cursor.words[begin].start,
        end,
        found=cursor.slice(begin, cursor.index),
        reading_one=f"more than half {rest}" if rest.startswith("of") else "more than half of members",
    )


def counted_twice(cursor: Cursor, begin: int, end: int, suffix: Count | None) -> NoReturn:
    """Refuse a sentence that says before and behind the base what is counted."""
    cursor.fail(
        "threshold-counted-twice",
        cursor.words[begin].start,
        cursor.last.end,
        reading_one=cursor.slice(begin, end),
        reading_two=cursor.slice(begin + 1, cursor.index)
        if suffix is None or cursor.words[end - 1].text not in _STATES
        else _counted_before(suffix, cursor.slice(begin + 1, end)),
    )


def in_favour_of_what(cursor: Cursor, begin: int, suffix_at: int, suffix: Count) -> NoReturn:
    """Refuse "voting in favour": of those voting, or of all?"""
    words = cursor.slice(suffix_at, cursor.index)
    base_at = suffix_at
    while cursor.words[base_at - 1].text in _STATES:
        base_at -= 1
    noun = "members " if cursor.words[base_at - 1].text in ("of", "all", "the", "those") else ""
    narrowed = cursor.slice(begin, suffix_at)
    is_share = any(word.text == "of" for word in cursor.words[begin:suffix_at])
    cursor.fail(
        "threshold-in-favour-of-what",
        cursor.words[begin].start,
        cursor.last.end,
        found=words,
        reading_one=_counted_before(suffix, narrowed) if is_share else narrowed,
        reading_two=f"{cursor.slice(begin, base_at)} {noun}{words}".replace("those members", "members"),
    )


_STATES = ("voting", "cast", "votes", "present", "and", "not", "abstaining")
_COMPARATORS = ("at", "more", "fewer", "less", "exactly")


def _counted_before(suffix: Count, text: str) -> str:
    """Say first what is counted; after such a word a share needs its comparison."""
    if suffix is Count.SUPPORT:
        return text
    first = text.split(maxsplit=1)[0].lower()
    if first in ("majority", "a"):
        text = "more than half" + text[text.lower().index("majority") + len("majority") :]
    elif first not in _COMPARATORS:
        text = f"at least {text}"
    return f"{'abstentions' if suffix is Count.ABSTENTIONS else 'opposition'} {text}"
