"""Findings and the comments of their file: which are set aside, and what is wrong with the comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.findings.finding import Suppression
from coalcheck.engine.findings.suppression import Directive, directives
from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.node import Mapping, Problem, Route
from coalcheck.engine.source.route import route_at
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.settle import Looked
    from coalcheck.engine.source.node import Document


def by_comments(
    found: Sequence[Finding],
    document: Document,
    numbers: Sequence[int],
    day: date,
    looked: Callable[[], Looked],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], list[Problem]]:
    """Part findings into those that count and those that a comment sets aside; then what to say of comments.

    Args:
        found: what was found in the file.
        document: the file.
        numbers: the lines on which there may be such comments.
        day: the day on which a comment's time is over or not.
        looked: gives what was looked for.
    """
    written = directives(document.lines, numbers)
    if not written:
        return tuple(found), (), []
    judging = _Judging(found, document, looked(), day)
    for directive in written:
        judging.judge(directive)
    aside = judging.aside
    kept = tuple(each for place, each in enumerate(found) if place not in aside)
    set_aside = tuple(replace(found[place], suppression=why) for place, why in sorted(aside.items()))
    return kept, set_aside, judging.noticed


class _Judging:
    """Comments held against what was found.

    Attributes:
        aside: what is set aside, by its place among the findings.
        noticed: what is wrong with comments.
    """

    def __init__(self, found: Sequence[Finding], document: Document, known: Looked, day: date) -> None:
        self.aside: dict[int, Suppression] = {}
        self.noticed: list[Problem] = []
        self._found, self._document, self._known, self._day = found, document, known, day
        self._told: Counter[str] = Counter()
        self._routes: dict[int, Route] = {}
        self._codes = {word.lower(): code for code, name in known.names.items() for word in (name, code)}
        self._here: dict[tuple[int, str], list[int]] = {}
        for place, each in enumerate(found):
            self._here.setdefault((each.span.line, each.code), []).append(place)

    def judge(self, directive: Directive) -> None:
        """Note what one comment sets aside, and what is wrong with it."""
        if not directive.understood:
            self._tell("suppression-unclear", directive, repair=directive.meant)
            return
        over = directive.until is not None and directive.until < self._day
        unused, refused, past = [], [], []
        for written, code in directive.rules(self._codes):
            places = self._here.get((directive.covers, code), [])
            grave = [place for place in places if self._found[place].keeps_from_reading]
            if not code:
                self._unknown(directive, written)
            elif grave:
                refused.append(code)
            elif not places and code in self._known.named:
                unused.append(code)
            elif over:
                past.append(code)
            for place in () if over else places:
                if place not in grave:
                    suppression = Suppression(directive.span.line, directive.reason, directive.until)
                    self.aside.setdefault(place, suppression)
        # Whether something was looked for is known wherever it was; the rest is told in one place.
        if unused:
            self._tell("suppression-unused", directive, always=True, found=join(*unused))
        if refused:
            self._tell("suppression-refused", directive, always=True, found=join(*refused))
        if past and directive.until is not None:
            expected = in_words(directive.until)
            self._tell("suppression-expired", directive, found=join(*past), expected=expected)
        if not directive.reason:
            self._tell("suppression-without-reason", directive, found=join(*directive.written))

    def _unknown(self, directive: Directive, written: str) -> None:
        # Near names are sought only for what will be told.
        told = self._known.of_comments and self._told["suppression-unknown"] < MOST_ALIKE
        near = self._known.nearest(written) if told else ""
        self._tell("suppression-unknown", directive, found=written[:60], suggestion=near)

    def _tell(self, kind: str, directive: Directive, *, always: bool = False, **values: str) -> None:
        """Note what is wrong with a comment: once, however often its file is looked at, and not endlessly."""
        if not (always or self._known.of_comments):
            return
        self._told[kind] += 1
        if self._told[kind] <= MOST_ALIKE:
            self.noticed.append(Problem(kind, directive.span, self._about(directive), values))
        elif self._told[kind] == MOST_ALIKE + 1:
            values = {"expected": str(MOST_ALIKE)}
            self.noticed.append(Problem("many-alike", directive.span, self._about(directive), values))

    def _about(self, directive: Directive) -> Route:
        """The logical place that a comment is about, by which it is known again when lines have moved."""
        lines, root, line = self._document.lines, self._document.root, directive.covers
        if not isinstance(root, Mapping) or line > len(lines):
            return ()
        if line not in self._routes:
            text = lines[line - 1]
            self._routes[line] = route_at(root, (line, len(text) - len(text.lstrip()) + 1))
        return self._routes[line]
