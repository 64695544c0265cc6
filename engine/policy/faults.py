"""Mistakes in a policy file: collected as problems, each with the policy that speaks of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from coalcheck.engine.source.node import Mapping, Node, Problem, Route, Scalar, Sequence, Span


class Faults(Struct):
    """What is wrong with one policy file, in the order in which it was noticed."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: str, span: Span, route: Route, **values: str) -> None:
        """Note one mistake; ``values`` are the texts that its policy may use."""
        self.problems.append(Problem(kind, span, route, values))

    def wrong_type(self, node: Node, route: Route, expected: str, repair: str) -> None:
        """Note a value that is something else than is expected here."""
        self.add(
            "policy-wrong-type",
            node.span,
            route,
            key=last_word(route),
            found=described(node),
            expected=expected,
            repair=repair,
        )

    def unknown(self, kind: str, word: Scalar, route: Route, known: Iterable[str], detail: str = "") -> None:
        """Note a word that is none of those known here, and those that it may stand for."""
        words = list(known)
        near = nearest(word.text, words, most=5)
        values = {
            "key": last_word(route),
            "found": shortened(word.text),
            "expected": ", ".join(words if len(words) <= _MOST_WORDS else near),
            "suggestion": near[0] if near else "",
            "detail": detail,
        }
        self.problems.append(
            Problem(kind, word.span, route, {key: text for key, text in values.items() if text})
        )


_MOST_WORDS = 20
"""The longest list of words that is given in full."""


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words most like this one, by edits in proportion to length, most like first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word.casefold(), list(known), scorer=OSA.normalized_similarity, limit=most)
    return [candidate for candidate, _, _ in found]


def described(node: Node) -> str:
    """A value as the reader knows it: what is written, or what shape it has."""
    if isinstance(node, Mapping):
        return "keys and values"
    if isinstance(node, Sequence):
        return "a list"
    return shortened(node.text) or "nothing"


def shortened(text: str) -> str:
    """At most 60 code points of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def last_word(route: Route) -> str:
    """The innermost key of a route; positions in lists are not words."""
    return next((part for part in reversed(route) if isinstance(part, str)), "")
