"""Which slips of the hand can be mended, and which of them without asking: the one table of them.

Safe is what leaves no choice: the file already says it to everyone but a program (a tab, a typographic
quote, a date with its month in words), and mended it is read just as it was read before. Where another
reading could have been meant, a mend is a suggestion; where only the author can know, there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.source.node import Problem, Span

SAFE: Final = frozenset(
    {
        "colon-in-prose",  # the sentence as it stands, in quotes
        "date-format",  # one day only, read as that day already
        "hidden-character",  # what has no width is not read
        "list-in-braces",  # words without values: a list
        "list-mark",  # a bullet or a long dash for the dash of a list
        "lost-ampersand",  # the word as it stands, in quotes
        "missing-space",  # after the colon of a key, after the dash of an item
        "non-breaking-space",
        "number-marks",  # one reading only, counted with already
        "smart-quotes",
        "special-opening",  # the text as it stands, in quotes
        "tab",
        "text-after-quote",  # the text as it stands, in quotes
        "unknown-escape",  # the backslash as it stands
        "wide-colon",
    }
)
"""Slips that the reader repairs in the one way that there is."""

SUGGESTED: Final = frozenset(
    {
        "comma-in-braces",
        "cut-by-hash",
        "list-on-key-line",
        "missing-colon",
        "stray-line",
        "swallowed-item",
        "unclosed-bracket",
        "unclosed-quote",
        "uneven-indent",
    }
)
"""Slips that the reader repairs in the likeliest of several ways."""

RESPELT: Final = {
    # kind of problem: whether one candidate two letters away is certain (else only one that is spelt alike)
    "attribute-misspelt": False,
    "not-one-of": False,
    "unknown-key": True,
    "unknown-name": False,
}
"""Words in place of which another one was meant."""

REWRITTEN: Final = {"date-unclear": True, "number-with-separators": True, "quantity-unclear": False}
"""Values that can be read in another spelling, and whether that is certain where there is one reading."""

IN_A_RULE: Final = frozenset({"threshold-unknown-word"})
"""Slips in the sentence of a rule."""

KINDS: Final = SAFE | SUGGESTED | IN_A_RULE | set(RESPELT) | set(REWRITTEN)
"""Every problem of a file that can be mended; all others only their author can."""


def mend_of(problem: Problem) -> Mend | None:
    """What a problem offers to do; None where only its author can know."""
    kind, edits = problem.kind, problem.edits
    if edits and kind in SAFE:
        # Over more lines than one, where a sentence ends is a guess; tabs are one slip wherever they stand.
        return Mend(safe=kind == "tab" or len({edit.line for edit in edits}) == 1, edits=edits)
    if edits and kind in SUGGESTED:
        return Mend(safe=False, edits=edits)
    repair = problem.values.get("repair", "")
    if not repair or problem.span.line != problem.span.end_line:
        return None
    if kind in REWRITTEN and not problem.values.get("reading_two"):
        return Mend(safe=REWRITTEN[kind], edits=_instead(problem, repair))
    if kind in RESPELT and (candidates := _candidates(problem, repair)) != ():
        alike = _folded(problem.values["found"]) == _folded(repair)
        certain = alike or (RESPELT[kind] and candidates == (repair,))
        return Mend(safe=certain, edits=edits or _instead(problem, repair))
    return None


def mend_of_word(kind: str, found: str, meant: str, span: Span | None, lines: Sequence[str]) -> Mend | None:
    """What a rule offers in which one word is nearly one that is known: a suggestion, never more.

    The words of a rule are what was agreed on, so nobody changes one without being asked.
    """
    if kind not in IN_A_RULE or not meant or span is None or span.line != span.end_line:
        return None
    line, start, _, end = span
    written = lines[line - 1][start - 1 : end - 1] if line <= len(lines) else ""
    return Mend(safe=False, edits=(Edit(line, start, end, meant),)) if written == found else None


def _candidates(problem: Problem, repair: str) -> tuple[str, ...]:
    """Every word that may have been meant; the one that was found where the others are not known."""
    if problem.kind != "unknown-key":
        return (repair,)
    from coalcheck.engine.charter.nearest import nearest

    known = problem.values.get("expected", "").split(", ")
    # A word that stands for another key, such as aim for purpose, is not spelt like it: that is a guess.
    return tuple(key for key in known if nearest(problem.values["found"], (key,))) or (repair, repair)


def _instead(problem: Problem, new: str) -> tuple[Edit, ...]:
    line, start, _, end = problem.span
    return (Edit(line, start, end, new),)


def _folded(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")
