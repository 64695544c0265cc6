"""What the page says of counting voting power; written to ``bench/power-results.md``."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Collection, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.page import installed, processor
from bench.power import (
    COUNCIL,
    ELECTORAL_COLLEGE,
    FUND,
    OURS,
    UNITED_SIX,
    VECTORS,
    Course,
    Race,
    Record,
    known,
    race,
    records,
)
from bench.power_growth import HEAVIEST, Curve, Fund, curve, fund
from bench.power_peers import BANZHAF, SHAPLEY, Peer, as_documented, peers

RESULTS: Final = Path(__file__).parent / "power-results.md"
SIZES: Final = (10, 20, 50, 100, 200, 500, 1_000)
FUND_SECONDS: Final = 30
FUND_MEBIBYTES: Final = 2_384  # 2.5 GB
FUND_RATIO: Final = 1_000
SLOW: Final = "powerindex"
"""The one whose answer for the Fund is right, and takes minutes."""


def measure(*, quick: bool, long: bool) -> str:
    """Measure everything, and say it; written unless it is quick."""
    others, missing = peers()
    rounds = 3 if quick else 9
    races = [race(course, others, rounds) for course in _courses()]
    races.append(race(_great(), [], rounds))
    patience = 1.0 if quick else 6.0
    sizes = SIZES[:5] if quick else SIZES
    curves = [curve(sizes, index, others, rounds if quick else 3, patience) for index in (BANZHAF, SHAPLEY)]
    with tempfile.TemporaryDirectory(prefix="coalcheck-bench-") as name:
        slow = [peer for peer in others if peer.name == SLOW] if long else []
        great = None if quick else fund(Path(name), slow)
    found = records([*others, *([also] if (also := as_documented()) else [])])
    spotless = {peer.name for peer in others} - {each.peer for each in found if each.wrong}
    lines = [*_head(others, missing)]
    for each in races:
        lines += _raced(each, spotless)
    if great is not None:
        lines += _fund(great, races[-1])
    for line in curves:
        lines += _grown(line)
    text = "\n".join([*lines, *_answers(found), ""])
    if not quick:
        RESULTS.write_text(text, encoding="utf-8")
    return text


def _courses() -> list[Course]:
    """What everyone counts, and by how much the others are to be slower."""
    college = known(VECTORS[ELECTORAL_COLLEGE])
    both = (BANZHAF, SHAPLEY)
    council = "The EU Council of 27 with its full rule and exact populations, both indices"
    return [
        Course("The six of 1958, both indices", known(VECTORS[UNITED_SIX]), both),
        Course("The Electoral College of 2024, Banzhaf", college, (BANZHAF,), 50),
        Course("The Electoral College of 2024, Shapley and Shubik", college, (SHAPLEY,), 30),
        Course(council, known(VECTORS[COUNCIL]), both, 20),
    ]


def _great() -> Course:
    return Course("The Monetary Fund, 190 members at 85 %, Banzhaf", known(VECTORS[FUND]), (BANZHAF,))


def _head(others: Sequence[Peer], missing: Sequence[str]) -> Iterator[str]:
    yield "# Counting voting power"
    yield ""
    yield (
        "The same games by the libraries on PyPI that count voting power, inside one process, by turns, in "
        "time of the processor, from the weights to a number for each member. coalcheck's numbers are exact, "
        "and choosing the way to count is in its time; the others give floats. Everyone is held against what "
        "is known of a game in the same run, to nine digits. Written by `just bench --power`."
    )
    yield ""
    yield f"- {processor()}, Python {platform.python_version()}"
    names = (OURS, "numpy", *(peer.name for peer in others))
    yield f"- {', '.join(f'{name} {version(name)}' for name in names if installed(name))}"
    if missing:
        yield f"- Not installed here, so not measured: {', '.join(missing)}."


def _raced(each: Race, spotless: Collection[str]) -> Iterator[str]:
    yield ""
    yield f"## {each.course.title}"
    yield ""
    yield "| who | median (fastest to slowest) | times as long as coalcheck | answer |"
    yield "|---|---|---|---|"
    mine = each.took[OURS].median
    for name, took in each.took.items():
        answer = f"exact, by {each.way}" if name == OURS else each.wrong.get(name, "right")
        yield f"| {name} | {took} | {took.median / mine:.1f} | {answer} |"
    for name in each.wrong.keys() - each.took.keys():
        yield f"| {name} |  |  | {each.wrong[name]} |"
    fastest = each.fastest()
    if not each.course.least or fastest is None:
        return
    name, ratio = fastest
    kept = "kept" if ratio >= each.course.least else "**missed**"
    yield ""
    yield (
        f"The fastest that is right here, {name}, takes {ratio:.1f} times as long; "
        f"at least {each.course.least:.0f}: {kept}."
    )
    faultless = each.fastest(spotless)
    if faultless is not None and faultless != fastest:
        yield (
            f"The fastest that is wrong on no game of the last table, {faultless[0]}, takes "
            f"{faultless[1]:.0f} times as long."
        )


def _fund(great: Fund, banzhaf: Race) -> Iterator[str]:
    mine = banzhaf.took[OURS].median
    for name, (seconds, wrong) in great.others.items():
        ratio = seconds / mine
        kept = "kept" if ratio >= FUND_RATIO else "**missed**"
        yield ""
        yield (
            f"{name} takes {seconds:,.1f} s, once, {ratio:,.0f} times as long; its answer is "
            f"{wrong or 'right'}; at least {FUND_RATIO:,}: {kept}."
        )
    if not great.others:
        yield ""
        yield f"{SLOW} takes minutes; `just bench --power --long` waits for it."
    yield ""
    yield "Both indices, exact, in a process of its own from start to end:"
    yield ""
    yield "| what | taken | at most | |"
    yield "|---|---|---|---|"
    for what, taken, most, unit in (
        ("time of the processor", great.seconds, FUND_SECONDS, "s"),
        ("memory", great.peak, FUND_MEBIBYTES, "MiB"),
    ):
        kept = "kept" if taken < most else "**missed**"
        yield f"| {what} | {taken:,.1f} {unit} | {most:,} {unit} | {kept} |"


def _grown(line: Curve) -> Iterator[str]:
    names = [OURS, *dict.fromkeys(name for each in line.sizes for name in each.took if name != OURS)]
    yield ""
    yield f"## {line.index}'s index with more and more members"
    yield ""
    yield f"Weights from 1 to {HEAVIEST}, drawn by chance; more than half of all weights is needed."
    yield ""
    yield f"| members | {' | '.join(names)} | way | expected / taken | memory expected |"
    yield f"|---|{'---|' * len(names)}---|---|---|"
    for each in line.sizes:
        mine = each.took.get(OURS)
        cells = [str(each.took[name]) if name in each.took else "" for name in names]
        if mine is None:
            cells[0] = f"about {each.estimate:,.0f} s, not measured"
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
