"""The answer for other programs; its shape is ``docs/schema/choice-1.json`` and only ever grows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coalcheck.engine.report.json import finding_of

if TYPE_CHECKING:
    from coalcheck.engine.choose import Choice
    from coalcheck.engine.choosing.answer import Answer, Cell, Lead, Line, Point, Reading, View
    from coalcheck.engine.report.parts.options import Options

SCHEMA = 1


def render(choice: Choice, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything that is known; there is no sum in it and no order but that of the file."""
    whole = {
        "schema": SCHEMA,
        "version": choice.version,
        "file": choice.result.file,
        "answer": None if choice.answer is None else _answer(choice.answer),
        "findings": [finding_of(finding) for finding in choice.result.findings],
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "ours": answer.ours,
        "needs": [_reading(need) for need in answer.needs],
        **_lead(answer.lead),
        "candidates": [_view(view) for view in answer.views],
        "dimensions": [_line(line, answer) for line in answer.matrix],
        "points": [_point(point) for point in answer.points],
    }


def _view(view: View) -> dict[str, object]:
    return {
        "id": view.id,
        "name": view.name,
        "criteria": [_reading(reading) for reading in view.readings],
        **_lead(view.lead),
        "points": [_point(point) for point in view.points],
    }


def _lead(lead: Lead) -> dict[str, object]:
    return {
        "models": list(lead.models),
        "question": lead.question,
        "pilot_first": lead.pilot,
        "not_structural": lead.not_structural,
    }


def _reading(reading: Reading) -> dict[str, object]:
    row = reading.row
    return {
        "about": reading.about,
        "score": reading.score,
        "because": reading.because,
        "says": row.says if row else "",
        "points_to": list(reading.points),
        "why": row.why if row else "",
        "source": row.source if row else "",
        "asked": reading.asked,
        "assumed": reading.assumed,
    }


def _line(line: Line, answer: Answer) -> dict[str, object]:
    candidates = zip(answer.views, line.candidates, strict=True)
    return {
        "about": line.about,
        "ours": _cell(line.ours),
        "candidates": {view.id: _cell(cell) for view, cell in candidates},
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {"score": cell.score, "because": cell.because}


def _point(point: Point) -> dict[str, object]:
    return {"kind": point.kind, "says": point.says, "do": point.do, "source": point.source}
