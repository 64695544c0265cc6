"""What text and plain say alike: the heading, the answer for each candidate, and how a reading sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing.lead import words
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.choose import Choice
    from coalcheck.engine.choosing.answer import Cell, Kind, Point, Reading, View

HEADINGS: Final[dict[Kind, str]] = {
    "settle": "Settle first",
    "ask": "Asked of you",
    "practice": "Good practice",
}
FOOTER: Final = (
    "coalcheck reads what you wrote; it adds nothing up, ranks nobody and keeps nothing. The choice is yours."
)
BLANK: Final = "None of the five criteria has been looked at yet."
ON_SCREEN: Final = 5
"""So many points of each are shown unless all are asked for."""


def line(text: str) -> str:
    """A text from the file on one line, and safe to show."""
    return " ".join(visible(text).split())


def heading(choice: Choice) -> str:
    """Say whose file this is, and that it is for nobody else."""
    answer = choice.answer
    if answer is None:
        return line(choice.result.file)
    whose = f"for {line(answer.ours)} alone" if answer.ours else "for nobody but you"
    return f"Choosing partners, {whose}: {counted(len(answer.views), 'candidate')}"


def of_the_file(choice: Choice) -> str:
    """Say that something is to be settled in the file itself; empty where nothing is."""
    errors = choice.result.count(Severity.ERROR)
    if not errors:
        return ""
    if choice.answer is None:
        return f"This file cannot be read yet: {counted(errors, 'point')} to settle first."
    return f"{counted(errors, 'point')} to settle in the file; what can be read is answered."


def summary(view: View) -> str:
    """Say in one sentence what is written of a candidate points to."""
    lead = view.lead
    if lead.question:
        said = "the criteria point to different models, and you say which matters more"
    elif lead.models:
        said = f"what you wrote points to {words(lead.models)}"
    else:
        said = "nothing that you wrote points to a model yet"
    pilot = "; begin with a small pilot" if lead.pilot else ""
    settle = len(view.of("settle")) - lead.pilot
    more = f"; {counted(settle, 'thing')} to settle first" if settle else ""
    return f"{line(view.name)}: {said}{pilot}{more}."


def pointing(reading: Reading) -> str:
    """Say to what a reading points, and why; or what is missing before it can point anywhere."""
    if reading.row is None:
        return _missing(reading)
    where = words(reading.points)
    said = f"points to {where}" if where else "points to no model"
    if reading.points == ("not structural",):
        said = "speaks against structural"
    assumed = f" {line(reading.assumed)}" if reading.assumed else ""
    return f"{_sentence(reading.row.says)}: {said}. {reading.row.why}{assumed}"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def head(reading: Reading) -> str:
    """What is read, with its score and the reason that is written."""
    score = "" if reading.score is None else f", {reading.score}"
    because = line(reading.because)
    return f"{reading.about}{score}{f': {because}' if because else ''}"


def is_blank(readings: tuple[Reading, ...]) -> bool:
    """Whether nothing at all is written of what could be read."""
    return all(reading.score is None and not reading.because for reading in readings)


def _missing(reading: Reading) -> str:
    if reading.asked:
        return "It takes no part until you have answered what is asked below."
    if reading.score is None:
        return (
            "No score is written, so it takes no part."
            if reading.because
            else "It has not been looked at yet."
        )
    return "No reason is written, so it takes no part."


def cell(score: Cell) -> str:
    """A score as the matrix shows it: in brackets where it takes no part, a dash where there is none."""
    if score.score is None:
        return "-"
    return str(score.score) if score.because else f"({score.score})"


def shown(points: tuple[Point, ...], *, show_all: bool) -> tuple[tuple[Point, ...], int]:
    """The points for the screen, and how many are kept back."""
    end = len(points) if show_all else ON_SCREEN
    return points[:end], max(0, len(points) - end)
