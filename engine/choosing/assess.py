"""From a private file to an answer: each candidate by itself, in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing import concerns, dimensions
from coalcheck.engine.choosing.answer import Answer, Point, View
from coalcheck.engine.choosing.criteria import readings
from coalcheck.engine.choosing.lead import lead
from coalcheck.engine.choosing.needs import against, against_all, needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.choosing.answer import Lead, Reading
    from coalcheck.engine.choosing.model import Candidate, Choosing

_ORDER: Final = ("settle", "ask", "practice")


def assess(choosing: Choosing, told: Iterable[Point] = ()) -> Answer:
    """Say what each part of a private file points to.

    Args:
        choosing: the file.
        told: what else there is to say of the file as a whole, such as where it lies.
    """
    ours = needs(choosing.we_need)
    need_lead = lead(ours)
    views = tuple(
        _view(id_, candidate, choosing, ours, need_lead) for id_, candidate in choosing.candidates.items()
    )
    points = [*told, *_of_file(choosing, ours, need_lead)]
    return Answer(choosing.ours or "", ours, need_lead, views, dimensions.matrix(choosing), _ordered(points))


def _view(
    id_: str, candidate: Candidate, choosing: Choosing, ours: tuple[Reading, ...], need_lead: Lead
) -> View:
    name = candidate.name or id_
    read = readings(candidate.criteria, choosing.we_need)
    led = lead(read)
    alone = [reading.about for reading in read if reading.score is not None and not reading.because]
    apart = list(against(name, ours, read))
    points = [
        *concerns.deal_breakers(name, choosing.our_deal_breakers, candidate),
        *concerns.red_flags(name, candidate.red_flags),
        *concerns.criteria(name, read, led),
        *(apart or against_all(name, need_lead, led)),
        *concerns.supporters(name, candidate.supporters),
        *dimensions.far_apart(name, candidate.dimensions, choosing.our_dimensions),
        *concerns.without_reason(name, (*alone, *dimensions.without_reason(candidate.dimensions))),
        *dimensions.too_few(name, candidate.dimensions),
        *concerns.looked_at(name, candidate.assessed, led),
    ]
    return View(id_, name, read, led, _ordered(points))


def _of_file(choosing: Choosing, ours: tuple[Reading, ...], need_lead: Lead) -> Iterator[Point]:
    if choosing.kept_private is None:
        says = "Does this file stay with you?"
        yield Point("ask", says, "Write kept_private: yes, and pass it to nobody you write about.", "D1")
    elif not choosing.kept_private:
        says = "The file says that it is not kept private."
        do = "Scores that are passed round can end a partnership before it begins. Write kept_private: yes."
        yield Point("settle", says, do, "D1")
    if not choosing.ours:
        yield Point(
            "ask", "Whose file is this?", "Write ours, with the short name of your organisation.", "D1"
        )
    elif choosing.ours in choosing.candidates:
        says = f"{choosing.ours} is your own organisation, and stands among the candidates."
        yield Point("ask", says, "Write where you stand yourselves under our_dimensions.", "S3.dimensions")
    if not choosing.our_deal_breakers:
        says = "What could you not accept in any partner?"
        yield Point("ask", says, "Write our_deal_breakers before you talk with anyone.", "N3")
    if choosing.we_need is None:
        yield Point(
            "ask", "What do you need yourselves?", "Write we_need: overlap, horizon and easy_exit.", "D1"
        )
    else:
        yield from (Point("ask", reading.asked, "", "D1") for reading in ours if reading.asked)
    if need_lead.question:
        yield Point("ask", f"What you need points to different models. {need_lead.question}", "", "D1")
    yield from dimensions.own_missing(choosing)
    yield from dimensions.between(choosing)


def _ordered(points: Iterable[Point]) -> tuple[Point, ...]:
    """What is to be settled before what is asked; otherwise as they came."""
    return tuple(sorted(points, key=lambda point: _ORDER.index(point.kind)))
