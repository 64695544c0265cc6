"""Measure everything and write ``bench/results.md``; with ``--quick`` fewer runs, on the screen only.

With ``--power`` counting voting power alone, beside other libraries, into ``bench/power-results.md``; it
takes a quarter of an hour, most of which is waiting for the slowest of them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench import actions, changes
from bench.charters import Size
from bench.compare import growth, many_charters, one_charter
from bench.inside_page import judged, members_grown, searched
from bench.mutation import section as mutation
from bench.page import page
from bench.power_page import SLOW
from bench.power_run import WAITING, measure
from bench.record import section as record
from bench.scenarios import section as scenarios

RESULTS = Path(__file__).parent / "results.md"
SIZES: dict[Size, tuple[int, ...]] = {
    "members": (10, 100, 1_000, 10_000),
    "decisions": (10, 30, 100),
    "clauses": (10, 100, 1_000),
}
VOTERS = (15, 100, 1_000, 10_000)
SEARCHES: tuple[tuple[changes.Of, str, tuple[int, ...]], ...] = (
    ("classes", changes.BOTH, (4, 8, 12, 16, 20, 30, 50)),
    ("members", changes.BOTH, (8, 12, 16, 24, 40, 80)),
    ("members", changes.EXACT, (8, 12, 16, 24, 40)),
    ("members", changes.NEVER, (8, 12, 16, 20)),
)
"""Who is told apart, under which rule, and how many of them there are."""


def main() -> None:
    """Run the series that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="just bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, 100 charters, nothing written")
    parser.add_argument("--power", action="store_true", help="counting voting power alone")
    parser.add_argument(
        "--waiting", type=int, default=WAITING, metavar="SECONDS",
        help=f"with --power: how long {SLOW} may count the Monetary Fund's votes (default: %(default)s)",
    )  # fmt: skip
    asked = parser.parse_args()
    quick = asked.quick
    if asked.power:
        print(measure(quick=quick, waiting=asked.waiting))
        return
    with tempfile.TemporaryDirectory(prefix="coalcheck-bench-") as name:
        folder = Path(name)
        comparisons = [
            one_charter(folder, 7 if quick else 31),
            many_charters(folder, 1, 100) if quick else many_charters(folder, 5),
        ]
        on_record = record(folder, 1 if quick else 5)
        tested = scenarios(folder, 1 if quick else 7) + mutation(folder, 1 if quick else 3)
        growths = [growth(folder, 3 if quick else 5, what, sizes) for what, sizes in SIZES.items()]
        one_action = judged(actions.judging(folder, 5 if quick else 31))
        voters = members_grown(actions.growth(folder, 3 if quick else 7, VOTERS))
    found = [(of, rule, changes.searches(of, rule, sizes, 1 if quick else 3)) for of, rule, sizes in SEARCHES]
    inside = [*one_action, *voters, *searched(found), ""]
    text = page(comparisons, growths) + on_record + tested + "\n".join(inside)
    print(text)
    if not quick:
        RESULTS.write_text(text, encoding="utf-8")


main()
