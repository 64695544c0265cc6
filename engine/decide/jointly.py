"""What several inequalities that must all hold need together: more than each of them alone.

A sum of the inequalities, each any number of times, holds wherever all do. The better the numbers are chosen,
the more heads the sum is seen to need; a bad choice proves less, and never anything false.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd
from operator import mul
from typing import Final

from coalcheck.engine.decide.needs import Step, effect
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear

ROUNDS: Final = 80
"""How often the numbers are mended."""

UNIT: Final = 1 << 12
"""What is counted as one, so that numbers can be mended by less than one."""


def strengthened(condition: Condition, start: Sequence[int], steps: Sequence[Step]) -> Condition:
    """Add to a condition what its parts need together; it holds for the same votes within reach as before."""
    return _with_sums(_tightened(condition, start, steps), (), start, steps)


def _tightened(condition: Condition, start: Sequence[int], steps: Sequence[Step]) -> Condition:
    """Let each inequality ask for the first value within reach: where all steps are even, none is odd."""
    if isinstance(condition, AtLeast):
        parts = tuple(_tightened(part, start, steps) for part in condition.parts)
        return AtLeast(condition.number, parts)
    if not isinstance(condition, Linear):
        return condition
    stride = gcd(*(effect(condition, step) for step in steps))
    if not stride:
        return condition
    now = condition.constant + sum(map(mul, condition.coefficients, start))
    least = int(condition.strict)
    least += (now - least) % stride
    return Linear(condition.coefficients, condition.constant - least, strict=False)


def _with_sums(
    condition: Condition, context: tuple[Linear, ...], start: Sequence[int], steps: Sequence[Step]
) -> Condition:
    own = tuple(dict.fromkeys(_all_of(condition)))
    together = tuple(dict.fromkeys((*context, *own)))
    inner = _within(condition, together, start, steps)
    if len(together) < 2 or len(together) == len(context):
        return inner
    return AtLeast(2, (inner, _summed(together, start, steps)))


def _within(
    condition: Condition, together: tuple[Linear, ...], start: Sequence[int], steps: Sequence[Step]
) -> Condition:
    """Add sums where one of several ways is enough: to each way, with what must hold anyhow."""
    if not isinstance(condition, AtLeast):
        return condition
    choice = condition.number < len(condition.parts)
    deeper = _with_sums if choice else _within
    parts = tuple(deeper(part, together, start, steps) for part in condition.parts)
    return AtLeast(condition.number, parts)


def _all_of(condition: Condition) -> Iterator[Linear]:
    """The inequalities without which the condition cannot hold."""
    if isinstance(condition, Linear):
        if any(condition.coefficients):
            yield condition
    elif isinstance(condition, AtLeast) and condition.number == len(condition.parts):
        for part in condition.parts:
            yield from _all_of(part)


def _summed(together: Sequence[Linear], start: Sequence[int], steps: Sequence[Step]) -> Linear:
    """The sum that is seen to need the most heads."""
    effects = [[effect(leaf, step) for step in steps] for leaf in together]
    scales = [max((abs(gain) for gain in each), default=0) or 1 for each in effects]
    short = [
        leaf.strict - leaf.constant - sum(a * b for a, b in zip(leaf.coefficients, start, strict=True))
        for leaf in together
    ]
    largest = max(scales) * UNIT
    shares = [UNIT] * len(together)
    best, chosen = (-1, 1), list(shares)
    for turn in range(ROUNDS):
        times = [share * (largest // scale) for share, scale in zip(shares, scales, strict=True)]
        heads, lacking = _needed(times, effects, short, steps)
        if heads[0] * best[1] > best[0] * heads[1]:
            best, chosen = heads, times
        # What is still lacking counts for more from here on, what is met by far for less; ever more slowly.
        off = [UNIT * lack // scale for lack, scale in zip(lacking, scales, strict=True)]
        whole = sum(map(abs, off)) or 1
        stride = 2 * UNIT * len(together) // (turn + 2)
        shares = [max(0, share + stride * each // whole) for share, each in zip(shares, off, strict=True)]
        if not any(shares):
            break
    columns = zip(*(leaf.coefficients for leaf in together), strict=True)
    constant = sum(n * (leaf.constant - leaf.strict) for n, leaf in zip(chosen, together, strict=True))
    sums = tuple(sum(n * a for n, a in zip(chosen, column, strict=True)) for column in columns)
    return Linear(sums, constant, strict=False)


def _needed(
    times: Sequence[int], effects: Sequence[Sequence[int]], short: Sequence[int], steps: Sequence[Step]
) -> tuple[tuple[int, int], list[int]]:
    """How many heads the sum needs, as a fraction; and what each inequality lacks after those."""
    best: dict[int, tuple[int, int]] = {}
    for place, step in enumerate(steps):
        gain = sum(n * each[place] for n, each in zip(times, effects, strict=True))
        if gain > best.get(step.kind, (0, 0))[0]:
            best[step.kind] = (gain, place)
    left = sum(n * each for n, each in zip(times, short, strict=True))
    lacking, heads = list(short), 0
    for gain, place in sorted(best.values(), reverse=True):
        if left <= 0:
            break
        taken = min(steps[place].most, -(-left // gain))
        lacking = [lack - taken * each[place] for lack, each in zip(lacking, effects, strict=True)]
        if gain * taken >= left:
            return (heads * gain + left, gain), lacking
        heads += taken
        left -= gain * taken
    # Not even everybody is enough: nothing needs more.
    return ((heads, 1) if left <= 0 else (1 << 60, 1)), lacking
