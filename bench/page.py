"""The page that says what was measured, where, and against what."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from bench.compare import OURS, Comparison, Growth

TOOLS = (
    "coalcheck",
    "yamllint",
    "check-jsonschema",
    "click",
    "pydantic",
    "PyYAML",
    "durable-rules",
    "cedarpy",
)


def page(comparisons: Sequence[Comparison], growths: Sequence[Growth]) -> str:
    """The whole page, in markdown."""
    return (
        "\n".join([*heading(), *(line for c in comparisons for line in compared(c)), *grown(growths)]) + "\n"
    )


def heading() -> Iterator[str]:
    """Where it was measured, and with which versions."""
    yield "# Speed"
    yield ""
    yield (
        "Whole processes from start to exit, tools in turns on the same files; a ratio compares the medians "
        "of one such series. Memory is that of the first process, or of all processes together where that is "
        "more, what they share counted once. Written by `just bench`; the charters are made by "
        "`bench/charters.py`."
    )
    yield ""
    yield f"- {processor()}, {os.cpu_count()} cores, {memory()}, {platform.system()} {platform.release()}"
    yield f"- Python {platform.python_version()}"
    yield f"- {', '.join(f'{name} {version(name)}' for name in TOOLS if installed(name))}"


def compared(comparison: Comparison) -> Iterator[str]:
    """One table of tools and how coalcheck stands beside them."""
    yield ""
    yield f"## {comparison.title}"
    yield ""
    yield "| tool | median (fastest to slowest) | runs | memory at most | coalcheck takes | aim |"
    yield "|---|---|---|---|---|---|"
    for name, timing in comparison.timings.items():
        ratio, aim = "", ""
        for target in comparison.targets:
            if target.other == name:
                ratio = f"{comparison.ratio(target):.2f} times as long"
                kept = comparison.ratio(target) <= target.factor
                aim = f"at most {target.factor:.2f}: {'kept' if kept else '**missed**'}"
        if name == OURS and comparison.peak is not None:
            aim = f"below {comparison.peak} MiB: {'kept' if timing.peak < comparison.peak else '**missed**'}"
        yield f"| {name} | {timing} | {len(timing.seconds)} | {timing.peak:.0f} MiB | {ratio} | {aim} |"


def grown(growths: Sequence[Growth]) -> Iterator[str]:
    """How time grows with size; the step is what each unit more costs between two rows."""
    for growth in growths:
        yield ""
        yield f"## One charter with more and more {growth.what}"
        yield ""
        yield f"| {growth.what} | median (fastest to slowest) | each further one | memory at most |"
        yield "|---|---|---|---|"
        before: int | None = None
        for size, timing in growth.timings.items():
            step = ""
            if before is not None:
                more = timing.median - growth.timings[before].median
                step = f"{1e6 * more / (size - before):,.0f} µs"
            yield f"| {size:,} | {timing} | {step} | {timing.peak:.0f} MiB |"
            before = size


def installed(name: str) -> bool:
    """Whether a library is there; durable-rules is not on every Python."""
    try:
        version(name)
    except ModuleNotFoundError:
        return False
    return True


def processor() -> str:
    """The processor's name where the system tells it."""
    table = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", table.read_text(encoding="utf-8")) if table.exists() else None
    return named[1].strip() if named else platform.processor() or platform.machine()


def memory() -> str:
    """The memory of the machine, in GiB."""
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
