"""Three ways on from an act that is not within what was agreed: decide, make it smaller, do it apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.mission.standing import Smaller, Standing, Widen


def ways_on(checked: Checked, standing: Standing) -> Iterator[tuple[str, str]]:
    """Give the three ways: what to do, and how."""
    yield _widen(checked, standing)
    yield _smaller(standing)
    yield _apart(standing)


def _widen(checked: Checked, standing: Standing) -> tuple[str, str]:
    widen = standing.widen
    if widen is None or not widen.decision:
        return "Widen first.", "The charter has no decision for that; those who may change it can write one."
    place = checked.ground.places.get(widen.route) if widen.route is not None else None
    where = f" (line {place.line})" if place is not None else ""
    needs = f" It needs {line(widen.rule)}{where}." if widen.rule else ""
    what, first = ("Agree to it now.", "") if checked.asked.done else ("Widen, then do it.", " first")
    beyond = {each.meets for each in standing.against} & {"term", "money"}
    look = "" if beyond else " Look at time and money too."
    return (
        what,
        f"Put it to {line(widen.decision)}{first}.{needs}{_votes(widen)}{look}",
    )


def _votes(widen: Widen) -> str:
    """Whether the same votes would carry it; nothing where nobody has voted, or where that is not known."""
    if widen.outcome == "adopted":
        return " The same votes would carry it."
    if widen.outcome in ("rejected", "no-quorum", "vetoed"):
        return " The same votes would not be enough for that."
    return ""


def _smaller(standing: Standing) -> tuple[str, str]:
    smaller = standing.smaller
    inside = [f'"{line(each.about)}"' for each in standing.listed if each.meets == "inside"]
    if smaller is None:
        keep = f" Begin again from {join(*inside, last='or')}." if inside else ""
        return (
            "Make it smaller.",
            f"As it stands, nothing that could be kept would be within what you agreed.{keep}",
        )
    return (
        "Make it smaller.",
        f"{' '.join(_left(smaller))} The rest is within what you agreed (judged again).",
    )


def _left(smaller: Smaller) -> Iterator[str]:
    if smaller.leave_out:
        yield f"Leave out {line(join(*smaller.leave_out))}."
    if smaller.drop:
        keep, drop = _numbers(smaller.keep), _numbers(smaller.drop)
        dropped = " ".join(f'"{line(smaller.sentences[number - 1])}"' for number in smaller.drop)
        yield f"Of the text send only {keep}, without {drop}: {dropped}"


def _numbers(numbers: Sequence[int]) -> str:
    noun = "sentence" if len(numbers) == 1 else "sentences"
    return f"{noun} {join(*map(str, numbers))}"


def _apart(standing: Standing) -> tuple[str, str]:
    if standing.own_name:
        return (
            "Do it apart.",
            "With its own means, and in its own name alone, each of you may do it without asking.",
        )
    return (
        "Do it apart.",
        "Each of you may do it in its own name and with its own means without asking, or form a second "
        "coalition for it.",
    )
