"""All traps of one reading, asked in an order in which the first remedy does not undo the next.

A trap is imported when a file holds something it could be made of: most files
need none, and reading them is what every run pays for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from coalcheck.engine.source.built import Built
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.node import Node

if TYPE_CHECKING:
    from coalcheck.engine.source.remedy import Remedy

# Texts are looked into only where a file holds what a trap could be made of. Each pattern begins
# with the rarest sign, so that a file without it costs next to nothing.
_HASH: Final = re.compile(r"#(?<=[ \t]#)(?:\w| \d)")
_FIGURE: Final = re.compile(r"[.,'’ ](?<=\d.)(?:\d{3}(?!\d)|\d+[.,]\d|(?<=,)\d)")
_DATE: Final = re.compile(r"[/.-](?<=\d.)(?!(?<=\d{4}-)\d\d-\d\d)\d{1,2}[/.-]\d")
_SMART: Final = re.compile("[\u2018\u201a\u201b\u201c-\u201f\u2033]|\u2019[^\u2019\\s]*\u2019")
_TIGHT_COLON: Final = re.compile(r":(?:(?<=[a-z_-]:)[^\s:/\\]|(?<=\d:)[^\s\d:/\\])")
_TIGHT_DASH: Final = re.compile(r"-(?<=\s-)(?:[^\W\d]|[\"'\[{])")
_LOOKS_SO: Final = re.compile("[\uff1a\ufe55\ua789\u2010-\u2015\u2022\u2212\u25aa\u25cf\u00b7]")


def find(built: Built, draft: Draft) -> Iterator[Remedy]:
    """Remedies for what is good YAML and yet not what its author meant."""
    if built.problems:
        from coalcheck.engine.source.traps.marks import mark

        yield from (mark(draft, problem) for problem in built.problems)
    if not draft.is_handwritten():
        return
    if built.bare:
        from coalcheck.engine.source.traps.braces import bare_keys

        yield from _some(bare_keys(draft, built.bare))
    if built.folded or built.spaced:
        from coalcheck.engine.source.traps.lists import sentences, swallowed_items

        yield from _some(swallowed_items(draft, built.folded))
        yield from _some(sentences(draft, built.spaced))
    if built.root is not None:
        yield from _in_texts(built.root, draft)


def may_hold_any(text: str) -> bool:
    """Whether the texts of a file must be looked into: where not, ``find`` finds nothing in them."""
    return bool(
        _is_tight(text)
        or _FIGURE.search(text)
        or _DATE.search(text)
        or _HASH.search(text)
        or (not text.isascii() and _SMART.search(text))
    )


def _is_tight(text: str) -> bool:
    """Whether a space may be missing somewhere, or a mark only looks like a colon or a dash."""
    return bool(
        _TIGHT_COLON.search(text)
        or _TIGHT_DASH.search(text)
        or (not text.isascii() and _LOOKS_SO.search(text))
    )


def _in_texts(root: Node, draft: Draft) -> Iterator[Remedy]:
    text = draft.text
    hash_, figure, date = (sign.search(text) for sign in (_HASH, _FIGURE, _DATE))
    tight = _is_tight(text)
    smart = None if text.isascii() else _SMART.search(text)
    if not (hash_ or figure or date or tight or smart):
        return
    from coalcheck.engine.source.traps.places import places

    found = places(root)
    if tight:
        from coalcheck.engine.source.traps.lists import tight_lines

        yield from _some(tight_lines(draft, found))
    if smart:
        from coalcheck.engine.source.traps.smart_quotes import smart_quotes

        yield from _some(smart_quotes(draft, found))
    if hash_:
        from coalcheck.engine.source.traps.notes import cut_by_hash

        yield from _some(cut_by_hash(draft, found))
    if figure:
        from coalcheck.engine.source.traps.figures import figures

        yield from _some(figures(draft, found))
    if date:
        from coalcheck.engine.source.traps.dates import dates

        yield from _some(dates(draft, found))


def _some(remedies: Iterator[Remedy]) -> Iterator[Remedy]:
    """As many as are told one by one, and one to know that there are more."""
    return islice(remedies, MOST_ALIKE + 1)
