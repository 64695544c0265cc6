"""Numbers with marks that two readers read in two ways, or that no reader of YAML reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Scalar, Span
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.places import Place

# A number at the start of a value that is an amount: at most a currency before it, a few words after.
_AMOUNT: Final = re.compile(
    r"(?:[A-Z]{3} ?|[$€£¥] ?)?"
    r"(?P<number>\d+(?:[.,]\d+)+|[1-9]\d{0,2}(?:[ '’]\d{3})+)"
    r"(?P<percent> ?%| percent\b| per cent\b)?(?: ?[€$£¥])?(?:\s+[^\s\d]+){0,4}$",
    re.ASCII,
)
_LONGEST: Final = 80
_SENTENCES: Final = frozenset(
    {
        "about", "deal_breakers", "event", "goal_in_own_words", "name", "offers", "out_of_reach_when",
        "purpose", "reached_when", "reason", "role", "success", "wants", "what", "why_we_are_in_this",
    }
)  # fmt: skip
"""Keys of sentences for people: nothing in them is added up, so their numbers may look as they do at home."""
_MOST_ROWS: Final = 300
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:(?P<mark>[.,' ’])\d{3})(?:(?P=mark)\d{3})*", re.ASCII)
_NUMBER: Final = re.compile(r"[\d.]+", re.ASCII)
# What shows that the marks of a table are decimal marks: 0.563, 9.2, 83.4455.
_SURELY_DECIMAL: Final = re.compile(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})", re.ASCII)


def figures(draft: Draft, found: list[Place]) -> Iterator[Remedy]:
    """Amounts whose marks are not those of YAML."""
    for place in found:
        scalar = place.scalar
        if place.is_key or len(scalar.text) > _LONGEST or scalar.span.line != scalar.span.end_line:
            continue
        if _in_a_sentence(place):
            continue
        if amount := _AMOUNT.match(scalar.text):
            yield from _marks(draft, place, amount)


def _in_a_sentence(place: Place) -> bool:
    """Whether people read the number as part of a sentence: ``10,000 visitors`` under a success."""
    keys = [step for step in place.route if isinstance(step, str)]
    return bool(keys) and keys[-1] in _SENTENCES and any(map(str.isspace, place.scalar.text))


def _marks(draft: Draft, place: Place, amount: re.Match[str]) -> Iterator[Remedy]:
    number = amount["number"]
    span = place.scalar.span
    offset = draft.line(span.line).find(number, span.column - 1, span.end_column - 1)
    if offset < 0:  # written with escapes
        return
    where = Span(span.line, offset + 1, span.line, offset + 1 + len(number))
    readings = _readings(number)
    values = {"found": number}
    if len(readings) == 2:
        if amount["percent"] or _in_decimals(number, place):
            return
        values |= {"reading_one": readings[0], "reading_two": readings[1]}
        edit = Edit(span.line, where.column, where.end_column, readings[0])
        yield Remedy("ambiguous-number", where, (edit,), values, place.route, applies=False)
    elif readings and readings[0] != number:
        edit = Edit(span.line, where.column, where.end_column, readings[0])
        yield Remedy("number-marks", where, (edit,), {**values, "expected": readings[0]}, place.route)


def _readings(number: str) -> list[str]:
    """What a number can mean, as YAML writes it; empty for what is no number, such as 1.2.3."""
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        mark = max(".,", key=number.rfind)
        whole, decimals = number.rsplit(mark, 1)
        if mark in whole or not _GROUPS.fullmatch(whole):
            return []
        return [f"{re.sub(r'[.,]', '', whole)}.{decimals}"]
    grouped = _GROUPS.fullmatch(number)
    joined = re.sub(r"\D", "", number)
    if dots + commas != 1:
        return [joined] if grouped else []
    whole, decimals = re.split(r"[.,]", number)
    if grouped:
        fraction = decimals.rstrip("0")
        return [joined, f"{whole}.{fraction}" if fraction else whole]
    return [f"{whole}.{decimals}"]


def _in_decimals(number: str, place: Place) -> bool:
    """Whether this is one number of a table in which others show that a dot is a decimal mark."""
    if place.parent is None or place.scalar.text != number or "." not in number:
        return False
    values = [entry.value for entry in islice(place.parent.entries.values(), _MOST_ROWS)]
    texts = [value.text for value in values if isinstance(value, Scalar) and _NUMBER.fullmatch(value.text)]
    return len(texts) == len(values) and any(_SURELY_DECIMAL.fullmatch(text) for text in texts)
