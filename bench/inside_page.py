"""What the page says of calls inside one process: verdicts, how they grow, and the search for changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bench.actions import BATCH, DECIDE, MOST, RULES, SINGLE, Judging
from bench.changes import ALIKE, Of, Search
from bench.inside import Calls

NOT_THE_SAME_WORK = (
    "coalcheck reads the ballots, counts them under the charter's rule and quorum, asks body, term, limits, "
    "notice and vetoes, and says of each clause which numbers it compared and of each member how it counted. "
    "cedarpy cannot count: it is given how many voted for and against and whether a veto counts, compares "
    "these numbers, and answers allow or deny. durable-rules compares a number with a constant: it is given "
    "how many votes there were beyond what was needed. What prepares their numbers is not in their time. All "
    "come to the same answer whether a vote is adopted, or the run ends with an error."
)


def judged(judging: Judging) -> Iterator[str]:
    """One action, by each."""
    outcomes = ", ".join(f"{number} {outcome}" for outcome, number in judging.outcomes.items())
    yield ""
    yield "## One action"
    yield ""
    yield (
        f"A vote of {judging.members} members under a charter with a veto, inside one process, by turns, in "
        f"time of the processor; the charter is bound once, and no two votes are alike ({outcomes}). The "
        "veto asks for a reason, within 48 hours, twice a year at most."
    )
    yield ""
    yield NOT_THE_SAME_WORK
    yield ""
    others = [name for name in (BATCH, SINGLE, RULES) if name in judging.calls]
    yield f"| who | median (fastest to slowest) | {' | '.join(f'to {name}' for name in others)} | aim |"
    yield f"|---|---|{'---|' * len(others)}---|"
    for name, calls in judging.calls.items():
        ratios = ["" if name in others else f"{judging.ratio(name, other):.2f}" for other in others]
        aim = ""
        if name == DECIDE:
            aim = f"at most {MOST:.0f} µs: {'kept' if calls.median <= MOST else '**missed**'}"
        yield f"| {name} | {calls} | {' | '.join(ratios)} | {aim} |"
    for sentence in judging.left_out:
        yield ""
        yield sentence


def members_grown(growth: Mapping[int, Calls]) -> Iterator[str]:
    """How a verdict grows with those who vote."""
    yield ""
    yield "## One action with more and more members"
    yield ""
    yield "| members | median (fastest to slowest) | each further one |"
    yield "|---|---|---|"
    before: int | None = None
    for size, calls in growth.items():
        step = ""
        if before is not None:
            step = f"{(calls.median - growth[before].median) / (size - before):.2f} µs"
        yield f"| {size:,} | {calls} | {step} |"
        before = size


def searched(found: Sequence[tuple[Of, str, Sequence[Search]]]) -> Iterator[str]:
    """How long the search for the smallest change takes."""
    yield ""
    yield "## The smallest change of a lost vote"
    yield ""
    yield (
        f"No two members, or classes of {ALIKE} alike members, have the same weight. Where it is not proven "
        "that nothing smaller does, or that nothing does at all, the search has ended at its limit and says "
        "so."
    )
    for of, rule, searches in found:
        yield ""
        yield f"### {of.capitalize()}, under “{rule}”"
        yield ""
        yield f"| {of} | median (fastest to slowest) | heads that must answer otherwise | proven |"
        yield "|---|---|---|---|"
        for each in searches:
            heads = f"{each.heads:,}" if each.heads else "none found"
            yield f"| {each.size} | {each.calls} | {heads} | {'yes' if each.proven else 'no'} |"
