"""Parts of verdicts that are alike in many entries of a record, kept once to save memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Answer, Consulted, Counted, Verdict


class Sharing:
    """Gives for each verdict an equal one, whose parts are those of earlier ones where these are equal."""

    def __init__(self) -> None:
        self._clauses: dict[Consulted, Consulted] = {}
        self._rows: dict[tuple[str, str, int, tuple[tuple[Answer, int], ...], str, bool, bool], Counted] = {}

    def shared(self, verdict: Verdict) -> Verdict:
        """The same verdict."""
        clauses = tuple(self._clauses.setdefault(each, each) for each in verdict.clauses)
        return replace(verdict, clauses=clauses, members=tuple(map(self._row, verdict.members)))

    def _row(self, row: Counted) -> Counted:
        votes = tuple(row.votes.items())
        key = (row.member, row.name, row.heads, votes, row.effect, row.eligible, row.late)
        return self._rows.setdefault(key, row)
