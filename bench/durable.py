"""durable-rules called directly, as its manual does, on what one fact can say of a vote.

It compares a property of a fact with a number: counts, shares and days are worked out before it is asked, and
come to it as how many votes there were beyond what was needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, Final

from bench.inside import Work
from bench.measure import Unexpected
from bench.votes import Tally

RULES: Final = "bench-vote"


def facts(tallies: Sequence[Tally]) -> Work:
    """Each vote as one event, posted to one ruleset."""
    from durable.lang import m, post, ruleset, when_all

    came: list[str] = []

    def note(outcome: str) -> Callable[[Any], None]:
        return lambda _context: came.append(outcome)

    with ruleset(RULES):
        enough = (m.cast > 0) & (m.beyond >= 0) & (m.beyond_quorum > 0)
        when_all(enough & (m.vetoed == False))(note("adopted"))  # noqa: E712  (the comparison is the rule)
        when_all(enough & (m.vetoed == True))(note("vetoed"))  # noqa: E712
        when_all((m.beyond < 0) & (m.beyond_quorum > 0))(note("rejected"))
        when_all(m.beyond_quorum <= 0)(note("no-quorum"))
    numbers = count()

    def run() -> None:
        came.clear()
        for each in tallies:
            post(RULES, {"id": f"{next(numbers)}", "sid": "1", **_told(each)})
        if [each == "adopted" for each in came] != [each.adopted for each in tallies]:
            msg = "durable-rules and coalcheck come to different answers, so that their times mean nothing."
            raise Unexpected(msg)

    return Work(run, len(tallies))


def _told(tally: Tally) -> dict[str, int | bool]:
    cast = tally.in_favour + tally.against
    return {
        "cast": cast,
        "beyond": 3 * tally.in_favour - 2 * cast,
        "beyond_quorum": 2 * tally.present - tally.members,
        "vetoed": tally.vetoed,
    }
