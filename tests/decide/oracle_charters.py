"""Small charters for the oracle, written from a few words."""

from __future__ import annotations

RECUSED = "member_concerned: {{votes: {votes}, counted: {counted}, for_quorum: {quorum}}}"


def members(number: int, extra: dict[int, str] | None = None) -> str:
    rows = [f"  - {{id: m{n}, name: Member {n}{(extra or {}).get(n, '')}}}\n" for n in range(number)]
    return "members:\n" + "".join(rows)


def one(decision: str, number: int = 4, more: str = "", extra: dict[int, str] | None = None) -> str:
    return f"{members(number, extra)}{more}decisions:\n  act: {{covers: [speak], {decision}}}\n"


def recused(*, votes: bool = False, counted: bool, quorum: bool) -> str:
    said = RECUSED.format(votes=votes, counted=counted, quorum=quorum).replace("True", "true")
    return said.replace("False", "false")
