"""Of two it is said as of two: either, or the one or the other."""

from __future__ import annotations

from datetime import date

import pytest

from coalcheck.engine.checking.checked import Asked, Checked, Ground
from coalcheck.engine.decide.verdict import Answer, Change, Counted, Edit, Verdict
from coalcheck.engine.findings.result import Result
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.ways import ways

NAMES = {"a": "Alpha", "b": "Beta", "c": "Gamma", "d": "Delta"}


def change(*members: str, any_of: tuple[str, ...] = (), before: Answer = "against") -> Change:
    return Change(tuple(Edit(each, before, "for") for each in members), "adopted", "so many", any_of=any_of)


def said(*changes: Change, away: dict[str, bool]) -> tuple[str, list[str]]:
    """The note above the ways, and the ways; ``away``: who did not vote, and whether it was late."""
    rows = tuple(_row(each, away) for each in NAMES)
    verdict = Verdict("rejected", "act", date(2026, 4, 14), members=rows, to_pass=changes)
    checked = Checked(Result("x.yaml", "action", ()), Asked("X"), Ground("c.yaml", NAMES), verdict)
    page = shown(checked, Options())
    assert page is not None
    (found,) = ways(checked, page, show_all=True)
    return found.note, [way.who for way in found.ways]


def _row(member: str, away: dict[str, bool]) -> Counted:
    late = away.get(member)
    answer: Answer = "against" if late is None else "for" if late else "absent"
    return Counted(member, NAMES[member], 1, {answer: 1}, "", late=bool(late))


SMALLEST = "Recalculated; nothing smaller does"
ONE = change("a", any_of=("a", "b"))


@pytest.mark.parametrize(
    ("changes", "away", "note", "who"),
    [
        pytest.param((ONE,), {}, SMALLEST, ["Alpha or Beta votes for"], id="of-two"),
        pytest.param((change("a", any_of=("a", "b", "c")),), {}, SMALLEST,
                     ["Any one of Alpha, Beta or Gamma votes for"], id="of-three"),
        pytest.param((change("a", "b", any_of=("a", "b", "c")),), {}, SMALLEST,
                     ["Any two of Alpha, Beta and Gamma vote for"], id="two-of-three"),
        pytest.param((ONE,), {"a": False, "b": False}, SMALLEST,
                     ["Either of the two that were absent votes for"], id="of-two-who-were-absent"),
        pytest.param((ONE,), {"a": True, "b": False}, SMALLEST,
                     ["Either of the two that were absent or late votes for"], id="one-absent-one-late"),
        pytest.param((ONE,), {"a": True}, SMALLEST,
                     ["Beta or one that was late votes for"], id="a-name-and-one-who-was-late"),
        pytest.param((change("a"), change("b")), {},
                     "Either of these is enough (each recalculated; nothing smaller does)",
                     ["Alpha votes for", "Beta votes for"], id="two-ways"),
        pytest.param((change("a"), change("b"), change("c")), {},
                     "Any one of these is enough (each recalculated; nothing smaller does)",
                     ["Alpha votes for", "Beta votes for", "Gamma votes for"], id="three-ways"),
    ],
)  # fmt: skip
def test_of_how_many_it_is_said(
    changes: tuple[Change, ...], away: dict[str, bool], note: str, who: list[str]
) -> None:
    assert said(*changes, away=away) == (note, who)
