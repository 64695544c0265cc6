"""What of the charter a matter speaks of: its words, and the place to look at."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.matter import Matter, Shown
from coalcheck.engine.history.discreet import line_of, without_names
from coalcheck.engine.source.node import Route

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.facts.fact import Value

LONGEST_QUOTE: Final = 90
"""Characters of the charter's own words that a line of ours repeats."""


class Clause(NamedTuple):
    """A place of the charter.

    Attributes:
        text: what it says there, as a reader would quote it.
        route: where it stands.
        is_quote: whether the text is the charter's own, and not only what the place is about.
    """

    text: str
    route: Route
    is_quote: bool = True


def clause(text: object, *route: str | int) -> Clause:
    """What the charter says at a place; what is no text is written as it stands in the file."""
    return Clause(" ".join(str(text).split()), route)


def about(text: str, *route: str | int) -> Clause:
    """A place of the charter by what it is about, where it is too long to quote."""
    return Clause(text, route, is_quote=False)


def told(  # noqa: PLR0913  (each is one thing that a matter says of itself)
    act: Act, name: str, route: Route, values: AbstractMapping[str, Value], at: Clause | None, *, of: str = ""
) -> Matter:
    """A matter with the clause of the charter that it rests on, which the reader can look up.

    Args:
        act: of which it is said.
        name: the matter.
        route: where it shows in the act's own file; a line that names whom it concerns is not pointed at.
        values: what is known of it.
        at: the clause; None where the charter has none for it.
        of: the reader's word for it where there are several of a name.
    """
    route = without_names(act.document, route)
    if at is None:
        return Matter(name, values, route, id=of)
    document = act.charter_document
    place = f"{document.name}, line {line_of(document, at.route)}"
    words = at.text if len(at.text) <= LONGEST_QUOTE else f"{at.text[: LONGEST_QUOTE - 1].rstrip()}…"
    said = f'the charter has "{words.rstrip(".")}"' if at.is_quote else words
    shown = (Shown(document, at.route, said),)
    return Matter(name, {**values, "clause": at.text, "clause_at": place}, route, seen_in=shown, id=of)
