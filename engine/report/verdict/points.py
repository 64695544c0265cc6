"""The findings beside an answer, without those that the answer itself has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.report.verdict.scope import points

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.findings.result import Result


def points_beside(checked: Checked) -> Result:
    """The result with the findings that are still to be told on a page."""
    told = {cure.point for cure in checked.cures}
    if checked.verdict is not None:
        told |= {*points(checked, checked.verdict)}
    kept = tuple(each for each in checked.result.findings if f"{each.name}, {each.code}" not in told)
    return replace(checked.result, findings=kept)
