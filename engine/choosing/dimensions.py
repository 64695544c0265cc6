"""The eight dimensions: side by side, what lies far apart, and what nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing.answer import Cell, Line, Point
from coalcheck.engine.choosing.criteria import spoken
from coalcheck.engine.choosing.model import Dimensions
from coalcheck.engine.wording.listing import join, some
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.choosing.model import Choosing

FAR_APART: Final = 3
"""From this many points on two scores lie far apart."""
ENOUGH: Final = 5
"""So many of the eight should be looked at (N28)."""
MOST_NAMED: Final = 8
"""So many candidates are named in one sentence."""
CLASSIC: Final = ("risk_tolerance", "innovation")
"""What a partner is by itself, so that two can be compared in it, and what most often parts them."""

TO_AGREE: Final = {
    "strategic_vision": "Write down the one thing that you both want within the time, and nothing besides.",
    "culture": "Say how you work together day by day: who writes, who calls, how quickly one answers.",
    "complementary_resources": "Say what each brings, and what for, before anyone counts on it.",
    "decision_style": "Set the time to answer by the slower one, and name who may answer alone in between.",
    "risk_tolerance": "Agree what nobody does in the name of all, and what each may do in its own name.",
    "innovation": "Agree how much is tried out, on how small a scale, before all of you do it.",
    "history": "Talk about what happened, each in its own words, before you plan anything.",
    "exit_flexibility": "Agree on terms of leaving that the less free of the two can keep.",
}
"""What to agree on where two lie far apart."""

KEYS: Final = tuple(TO_AGREE)


def matrix(choosing: Choosing) -> tuple[Line, ...]:
    """Every dimension with all scores; nothing is added up."""
    candidates = choosing.candidates.values()
    return tuple(
        Line(
            spoken(key),
            _cell(choosing.our_dimensions, key),
            tuple(_cell(candidate.dimensions, key) for candidate in candidates),
        )
        for key in KEYS
    )


def _cell(dimensions: Dimensions | None, key: str) -> Cell:
    scored = getattr(dimensions, key) if dimensions else None
    return Cell(scored.score, scored.because or "") if scored else Cell()


def without_reason(dimensions: Dimensions | None) -> tuple[str, ...]:
    """The dimensions with a score and no reason."""
    cells = {key: _cell(dimensions, key) for key in KEYS}
    return tuple(spoken(key) for key, cell in cells.items() if cell.score is not None and not cell.because)


def _counted(dimensions: Dimensions | None) -> dict[str, int]:
    """The scores that take part: those with a reason."""
    cells = {key: _cell(dimensions, key) for key in KEYS}
    return {key: cell.score for key, cell in cells.items() if cell.score is not None and cell.because}


def far_apart(name: str, theirs: Dimensions | None, ours: Dimensions | None) -> Iterator[Point]:
    """Where a candidate and we lie far apart; risk and innovation first, which most often part people."""
    known, own = _counted(theirs), _counted(ours)
    for key in sorted(KEYS, key=lambda key: key not in CLASSIC):
        if key in known and key in own and abs(known[key] - own[key]) >= FAR_APART:
            says = f"You and {name} lie far apart on {spoken(key)}: {own[key]} and {known[key]}."
            yield Point("settle", says, TO_AGREE[key], "S3.dimensions")


def between(choosing: Choosing) -> Iterator[Point]:
    """Where candidates lie far apart on risk or innovation, which they would bring into one coalition."""
    names = {id_: candidate.name or id_ for id_, candidate in choosing.candidates.items()}
    scored = {id_: _counted(candidate.dimensions) for id_, candidate in choosing.candidates.items()}
    for key in CLASSIC:
        found = {id_: scores[key] for id_, scores in scored.items() if key in scores}
        low, high = min(found.values(), default=0), max(found.values(), default=0)
        # Everyone from whom somebody else is far apart.
        apart = [id_ for id_, score in found.items() if score <= high - FAR_APART or score >= low + FAR_APART]
        if apart:
            told = [f"{found[id_]} for {names[id_]}" for id_ in apart]
            who = join(*told) if len(told) <= MOST_NAMED else some(told, MOST_NAMED)
            says = f"These lie far apart on {spoken(key)}: {who}."
            yield Point("ask", says, f"If you want them together: {_low(TO_AGREE[key])}", "S3.dimensions")


def _low(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"


def own_missing(choosing: Choosing) -> Iterator[Point]:
    """Where candidates are scored on risk or innovation, and nothing of ourselves to compare with is."""
    own = _counted(choosing.our_dimensions)
    seen = {key for candidate in choosing.candidates.values() for key in _counted(candidate.dimensions)}
    open_ = [key for key in CLASSIC if key in seen and key not in own]
    if open_:
        says = f"Where do you stand yourselves on {join(*map(spoken, open_))}?"
        do = "Write our_dimensions with a score and a reason: partners often part where they differ in these."
        yield Point("ask", says, do, "S3.dimensions")


def too_few(name: str, dimensions: Dimensions | None) -> Iterator[Point]:
    """Fewer than five of the eight looked at, or only what they bring."""
    known = _counted(dimensions)
    missing = [spoken(key) for key in KEYS if key not in known]
    if tuple(known) == ("complementary_resources",):
        says = f"For {name} only what it brings has a score and a reason."
        do = f"A partner is more than its means. Look also at {join(*missing)}."
        yield Point("practice", says, do, "N28")
    elif len(known) < ENOUGH:
        number = (
            f"{in_words(len(known))} of the eight dimensions" if known else "none of the eight dimensions"
        )
        says = f"For {name} {number} {'have' if len(known) > 1 else 'has'} a score and a reason."
        yield Point(
            "practice", says, f"Look also at {join(*missing)}; five of the eight are enough to begin.", "N28"
        )
