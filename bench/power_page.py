"""What the page says of counting voting power."""

from __future__ import annotations

import platform
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from bench.page import installed, processor
from bench.power import (
    OURS,
    Race,
    Record,
)
from bench.power_alone import Alone, Waited
from bench.power_analyze import MOST, Analyzed
from bench.power_growth import HEAVIEST, Curve
from bench.power_peers import BANZHAF, Index, Peer

FUND_SECONDS: Final = 30
FUND_MEBIBYTES: Final = 2_384  # 2.5 GB
FUND_RATIO: Final = 1_000
SLOW: Final = "powerindex"
"""The one whose answer for the Fund is right, and takes minutes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that the page says.

    Attributes:
        races: games counted by several; the last is the Fund's, counted by coalcheck alone.
        waits: what others took for the Fund's, by index and name.
        alone: both indices of the Fund's in a process of its own; None where that was left out.
        curves: how the time grows.
        analyzed: analyses beside validations.
        records: who is right how often.
    """

    races: Sequence[Race]
    waits: Mapping[Index, Mapping[str, Waited]]
    alone: Alone | None
    curves: Sequence[Curve]
    analyzed: Sequence[Analyzed]
    records: Sequence[Record]


def page(whole: Measured, others: Sequence[Peer], missing: Sequence[str]) -> Iterator[str]:
    """The lines of the page.

    Args:
        whole: what was measured.
        others: the peers that were asked.
        missing: the names of those that are not installed.
    """
    yield from _head(others, missing)
    yield from _summary(
        whole, {peer.name for peer in others} - {each.peer for each in whole.records if each.wrong}
    )
    for each in whole.races:
        yield from _raced(each)
    yield from _fund(whole)
    yield from _analyzed(whole.analyzed)
    for line in whole.curves:
        yield from _grown(line)
    yield from _answers(whole.records)


def _head(others: Sequence[Peer], missing: Sequence[str]) -> Iterator[str]:
    yield "# Counting voting power"
    yield ""
    yield (
        "The same games by the libraries on PyPI that count voting power, inside one process, by turns, in "
        "time of the processor, from the weights to a number for each member. coalcheck's numbers are exact, "
        "and choosing the way to count is in its time; the others give floats. Everyone is held against what "
        "is known of a game in the same run, to nine digits. Written by `just bench-power`, "
        "which makes an environment for them."
    )
    yield ""
    yield f"- {processor()}, Python {platform.python_version()}"
    names = (OURS, "numpy", *(peer.name for peer in others))
    yield f"- {', '.join(f'{name} {version(name)}' for name in names if installed(name))}"
    if missing:
        yield f"- Not installed here, so not measured: {', '.join(missing)}."


def _kept(*, kept: bool) -> str:
    return "kept" if kept else "**missed**"


def _summary(whole: Measured, faultless: Collection[str]) -> Iterator[str]:
    """Every aim in one table: times as long as coalcheck takes the fastest of two sorts of peers."""
    yield ""
    yield "## What was aimed at"
    yield ""
    yield (
        "How many times as long as coalcheck the fastest of the others takes: of those who are right on this "
        "game, and of those who are wrong on no game of the last table."
    )
    yield ""
    yield "| what | aim | right here | | never wrong | |"
    yield "|---|---|---|---|---|---|"
    for each in whole.races:
        if each.course.least:
            cells = [
                cell
                for fastest in (each.fastest(), each.fastest(faultless))
                for cell in (
                    ("none takes it", "")
                    if fastest is None
                    else (
                        f"{fastest[1]:,.1f} times, {fastest[0]}",
                        _kept(kept=fastest[1] >= each.course.least),
                    )
                )
            ]
            yield f"| {each.course.title} | at least {each.course.least:.0f} times | {' | '.join(cells)} |"
    mine = whole.races[-1].took[OURS].median
    slow = whole.waits[BANZHAF].get(SLOW)
    if slow is not None and not slow.wrong:
        more = "" if slow.ended else "more than "
        said = f"{more}{slow.seconds / mine:,.0f} times, {SLOW}"
        kept = _kept(kept=slow.seconds / mine >= FUND_RATIO)
        yield f"| {whole.races[-1].course.title} | at least {FUND_RATIO:,} times | {said} | {kept} | | |"
    if whole.alone is not None:
        for what, taken, most, unit in _limits(whole.alone):
            said = f"{taken:,.1f} {unit}"
            yield f"| The Fund, {what} | below {most:,} {unit} | {said} | {_kept(kept=taken < most)} | | |"
    for one in whole.analyzed:
        if one.aimed:
            kept = _kept(kept=one.ratio <= MOST)
            said = f"at most {MOST:.1f} times | {one.ratio:.2f} times"
            yield f"| analyze beside validate, {one.title} | {said} | {kept} | | |"


def _limits(alone: Alone) -> tuple[tuple[str, float, int, str], ...]:
    return (
        ("both indices in a process of its own: time of the processor", alone.seconds, FUND_SECONDS, "s"),
        ("both indices in a process of its own: memory", alone.peak, FUND_MEBIBYTES, "MiB"),
    )


def _raced(each: Race) -> Iterator[str]:
    yield ""
    yield f"## {each.course.title}"
    yield ""
    yield "| who | median (fastest to slowest) | times as long as coalcheck | answer |"
    yield "|---|---|---|---|"
    mine = each.took[OURS].median
    for name, took in each.took.items():
        answer = f"exact, by {each.way}" if name == OURS else _answer(each.wrong.get(name, ""))
        yield f"| {name} | {took} | {took.median / mine:.1f} | {answer} |"
    for name in each.wrong.keys() - each.took.keys():
        yield f"| {name} |  |  | {_answer(each.wrong[name])} |"


def _answer(wrong: str) -> str:
    return f"**wrong**: {wrong}" if wrong else "right"


def _fund(whole: Measured) -> Iterator[str]:
    mine = whole.races[-1].took[OURS].median
    for index, waits in whole.waits.items():
        if not waits:
            continue
        yield ""
        yield (
            f"{index} by others, each once in a process of its own, in time of the processor; "
            f"who does not end is stopped."
        )
        yield ""
        yield "| who | taken | times as long as coalcheck | answer |"
        yield "|---|---|---|---|"
        for name, each in waits.items():
            ratio = ""
            if index == BANZHAF and not each.wrong:
                ratio = f"{'' if each.ended else 'more than '}{each.seconds / mine:,.0f}"
            yield f"| {name} | {each} | {ratio} | {_answer(each.wrong) if each.ended else 'none'} |"


def _analyzed(charters: Sequence[Analyzed]) -> Iterator[str]:
    yield ""
    yield "## An analysis beside a validation"
    yield ""
    yield (
        "Whole processes from start to exit, by turns on the same charter. An analysis does what a "
        "validation does, counts who can decide and who can stop what, and proves or "
        "disproves some twenty properties of its rules."
    )
    yield ""
    yield "| charter | validate | analyze | times as long |"
    yield "|---|---|---|---|"
    for each in charters:
        yield f"| {each.title} | {each.validate} | {each.analyze} | {each.ratio:.2f} |"


def _grown(line: Curve) -> Iterator[str]:
    names = [OURS, *dict.fromkeys(name for each in line.sizes for name in each.took if name != OURS)]
    yield ""
    yield f"## {line.index}'s index with more and more members"
    yield ""
    yield (
        f"Weights from 1 to {HEAVIEST}, drawn by chance; more than half of all weights is needed. The others "
        f"are held against coalcheck's numbers."
    )
    yield ""
    yield f"| members | {' | '.join(names)} | way | expected / taken | memory expected |"
    yield f"|---|{'---|' * len(names)}---|---|---|"
    for each in line.sizes:
        mine = each.took.get(OURS)
        cells = [str(each.took[name]) if name in each.took else "" for name in names]
        if mine is None:
            cells[0] = f"about {each.estimate:,.0f} s, not measured"
        elif len(mine.seconds) == 1:
            cells[0] = f"{mine.median:,.1f} s, once"
        expected = f"{each.estimate / mine.median:.1f}" if mine else ""
        memory = f"{each.mebibytes:,.1f} MiB"
        yield f"| {each.members:,} | {' | '.join(cells)} | {each.way} | {expected} | {memory} |"
    if line.stopped:
        yield ""
        yield f"Not asked any further: {'; '.join(f'{name} {why}' for name, why in line.stopped.items())}."


def _answers(asked: Sequence[Record]) -> Iterator[str]:
    first = asked[0] if asked else None
    yield ""
    yield "## Who is right"
    yield ""
    if first is not None:
        games = first.right + first.refused + len(first.wrong)
        yield f"{games} games of 1 to 180 members, of both indices; coalcheck is right on all."
    yield ""
    yield "| who | index | right | not taken | wrong | for example |"
    yield "|---|---|---|---|---|---|"
    for each in asked:
        example = f"{each.wrong[-1][0]}: {each.wrong[-1][1]}" if each.wrong else ""
        yield (
            f"| {each.peer} | {each.index} | {each.right} | {each.refused} | {len(each.wrong)} | {example} |"
        )
