"""How much of each charter is tried, for lcov: a line for each clause, a branch for each state."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.scenario.coverage.model import Coverage, Item
    from coalcheck.engine.scenario.testing import Run


def render(run: Run, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render what of each charter is tried."""
    return "".join(
        f"{line}\n" for each in run.charters if each.coverage is not None for line in _lines(each.coverage)
    )


def _lines(coverage: Coverage) -> Iterator[str]:
    by_line: dict[int, list[Item]] = defaultdict(list)
    for item in coverage.items:
        by_line[item.line].append(item)
    hits = {line: len({case for item in items for case in item.cases}) for line, items in by_line.items()}
    yield "TN:"
    yield f"SF:{visible(coverage.file)}"
    for line, items in sorted(by_line.items()):
        for number, item in enumerate(items):
            taken = str(len(item.cases)) if hits[line] else "-"
            yield f"BRDA:{line},0,{number},{taken}"
    yield f"BRF:{len(coverage.items)}"
    yield f"BRH:{coverage.covered}"
    for line, count in sorted(hits.items()):
        yield f"DA:{line},{count}"
    yield f"LF:{len(hits)}"
    yield f"LH:{sum(count > 0 for count in hits.values())}"
    yield "end_of_record"
