"""Clauses whose words may bind what members do in their own name, beyond what they do together.

Words do not say how far a clause reaches: it is shown, and asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.source.node import Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_NO: Final = r"\b(?:no|not|never|nobody|neither|silent|silence|refrain\w*)\b[^.;]{0,50}?"
_REST: Final = r"\bother (?:subject|matter|issue|topic|question)s?\b"
_BINDING: Final = (
    r"\bexclusivity\b"
    r"|\bexclusive(?:ly)? (?:partner|member|alliance|coalition|co-?operation|relation|with|through)\w*",
    r"\bnon-?compet\w+|\b(?:not|never) (?:to )?compete\b",
    rf"{_NO}\b(?:other|another) (?:\w+ )?(?:coalition|alliance|campaign|network)s?\b",
    rf"{_NO}{_REST}",
)
"""To work with these partners alone, not to compete, to join no other alliance, to be silent on the rest."""

_FREEING: Final = (
    r"\b(?:nothing|prevent|keep|stop|hinder|bar|bind|limit|restrict|need|non-exclusiv|not exclusiv)"
)
"""What stands before such words where they say the opposite: nothing keeps a member from another alliance."""

_NEEDLES: Final = ("exclusiv", "compet", "other")
"""Every match has one of these in it, and few texts have: patterns are for those alone."""


class Clause(NamedTuple):
    """A clause that may bind, with its place.

    Attributes:
        words: the words that may.
        route: where the clause stands.
    """

    words: str
    route: Route


def binding_clause(charter: Charter) -> Clause | None:
    """The first such clause in the order of the charter; None where there is none."""
    for route, text in _duties(charter):
        small = text.lower()
        if not any(needle in small for needle in _NEEDLES):
            continue
        # What nobody says needs no further no.
        patterns = (*_BINDING, _REST) if "nobody_says" in route else _BINDING
        found = next((match for pattern in patterns if (match := re.search(pattern, small))), None)
        if found and not re.search(_FREEING, small[: found.end()]):
            return Clause(text[found.start() : found.end()], route)
    return None


def _duties(charter: Charter) -> Iterator[tuple[Route, str]]:
    """Every text that says what members owe, with its place."""
    for route, said in _where(charter):
        if isinstance(said, str):
            yield route, said
        elif said:
            yield from (((*route, number), text) for number, text in enumerate(said))


def _where(charter: Charter) -> Iterator[tuple[Route, str | tuple[str, ...] | None]]:
    for row, member in enumerate(charter.members):
        yield ("members", row, "role"), member.role
        if member.commits is not None:
            yield ("members", row, "commits", "in_kind"), member.commits.in_kind
            yield ("members", row, "commits", "in_words"), member.commits.in_words
    yield ("agreement_floor",), charter.agreement_floor
    if charter.scope is not None:
        yield ("scope", "in_words"), charter.scope.in_words
    if charter.messaging is not None:
        yield ("messaging", "nobody_says"), charter.messaging.nobody_says
        yield ("messaging", "in_words"), charter.messaging.in_words
    if charter.exit is not None:
        yield ("exit", "continues_after"), charter.exit.continues_after
        yield ("exit", "in_words"), charter.exit.in_words
    breach = charter.breach
    for size, level in (("minor", breach.minor), ("major", breach.major)) if breach is not None else ():
        yield ("breach", size, "is"), level.is_ if level is not None else ()
