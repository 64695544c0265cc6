"""Records for measuring, and how the time of ``check --record`` grows with them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from bench.measure import SCRIPTS, Timing, in_turns

SIZES = (100, 1_000, 10_000)
MOST_SECONDS = 2
MOST_MEMORY = 200
START, DAYS = date(2024, 1, 8), 1_000

CHARTER = """\
coalcheck: 1
name: Clean Air and Fair Work
kind: alliance
model: values-bridge
stage: signed
purpose: Clean air in the port of Ardent.
term: {starts: 2024-01-01, ends: 2027-12-31}
members:
"""
RULES = """\
decisions:
  statement: {covers: [speak], passes: at least 2/3 of votes cast, quorum: more than half of members}
  money: {covers: [spend], passes: more than half of votes cast}
  change: {covers: [amend, widen-scope, admit, expel, dissolve, renew], passes: all members}
vetoes:
  - {holders: [m1, m2], over: [money], needs: [reason], within: 7 days, limit: 2 per year}
scope:
  inside:
    - {id: engines, about: Ship engines at night, words: [engine, ship]}
    - {id: lorries, about: Lorries on the quay, words: [lorry, quay]}
  outside: [{id: housing, about: Housing and rents, words: [rent, housing]}]
  money: {one_decision: 5000 EUR, in_all: 90000000 EUR}
  widen: change
"""
MEMBERS = 8

START_UP = "start-up: one entry"
OURS = "coalcheck check --record"
IN_C = "the same YAML by PyYAML in C"
IN_PYTHON = "the same YAML by PyYAML in Python"
_PARSED = (
    "import sys, yaml, pathlib\n"
    "for path in sorted(pathlib.Path(sys.argv[1]).glob('decisions/*.yaml')):\n"
    "    yaml.load(path.read_bytes(), yaml.{})\n"
)


def write(folder: Path, size: int) -> Path:
    """Write a charter and so many entries over three years; the same in every run."""
    place = folder / f"record-{size}"
    (place / "decisions").mkdir(parents=True)
    members = "".join(f"  - {{id: m{number}, name: Member Number {number}}}\n" for number in range(1, 9))
    (place / "charter.yaml").write_text(CHARTER + members + RULES, encoding="utf-8")
    for number in range(size):
        day = START + timedelta(days=number * DAYS // size)
        (place / "decisions" / f"{number:05}.yaml").write_text(entry(number, day), encoding="utf-8")
    return place


def entry(number: int, day: date) -> str:
    """One entry: of ten, two meetings, four letters and four sums; what it is hangs on its number only."""
    head = f"id: e{number}\ndate: {day}\n"
    if number % 10 < 2:
        return f"happened: meeting\ntitle: Check-in {number}\n{head}"
    answers = ("for", "for", "for", "against", "abstain")
    votes = ", ".join(f"m{each}: {answers[(number * 7 + each * each) % 5]}" for each in range(1, MEMBERS + 1))
    head += f"ballots: {{{votes}}}\n"
    if number % 10 < 6:
        return (
            f"action: statement\ntitle: Letter {number} on ship engines\nabout: Ship engines at night\n"
            f"topics: [engines]\ntext: Letter {number} asks to keep the night ban on ship engines.\n{head}"
        )
    text = f"action: spend\ntitle: Posters {number}\nabout: Lorries on the quay\ntopics: [lorries]\n{head}"
    if number % 100 == 6:
        text += f"vetoes: [{{by: m1, date: {day}, reason: It is for the port to pay}}]\n"
    return f"{text}amount: {10 + number * 37 % 900} EUR\n"


def measured(folder: Path, rounds: int) -> dict[int, Mapping[str, Timing]]:
    """For each size, our command beside two that only parse the same files, in turns."""
    one = write(folder, 1)
    found: dict[int, Mapping[str, Timing]] = {}
    for size in SIZES:
        place = write(folder, size)
        found[size] = in_turns(
            {
                START_UP: _ours(one),
                OURS: _ours(place),
                IN_C: [sys.executable, "-c", _PARSED.format("CSafeLoader"), str(place)],
                IN_PYTHON: [sys.executable, "-c", _PARSED.format("SafeLoader"), str(place)],
            },
            rounds,
        )
    return found


def _ours(place: Path) -> list[str]:
    return [
        str(SCRIPTS / "coalcheck"),
        "check",
        "--record",
        str(place),
        "--as-of",
        "2027-01-01",
        "--exit-zero",
    ]


def section(folder: Path, rounds: int) -> str:
    """The section of the page, in markdown."""
    return "\n".join(_lines(measured(folder, rounds))) + "\n"


def _lines(found: Mapping[int, Mapping[str, Timing]]) -> Iterator[str]:
    yield ""
    yield "## A record with more and more entries"
    yield ""
    yield (
        "`coalcheck check --record`: every entry judged with what came before it, and the record as a whole; "
        f"{MEMBERS} members, each entry a file of its own."
    )
    yield ""
    yield (
        "| entries | median (fastest to slowest) | beyond start-up | each entry | memory at most "
        "| the same YAML by PyYAML in C | in Python |"
    )
    yield "|---|---|---|---|---|---|---|"
    for size, timings in found.items():
        ours = timings[OURS]
        beyond = ours.median - timings[START_UP].median
        parsed = " | ".join(f"{timings[name].median:.2f} s" for name in (IN_C, IN_PYTHON))
        cost = f"{beyond:.2f} s | {1e6 * beyond / size:,.0f} µs | {ours.peak:.0f} MiB"
        yield f"| {size:,} | {ours} | {cost} | {parsed} |"
    size, timings = max(found.items())
    beyond = timings[OURS].median - timings[START_UP].median
    memory = timings[OURS].peak
    yield ""
    yield (
        f"Aims for {size:,} entries: at most {MOST_SECONDS} s beyond start-up: "
        f"{'kept' if beyond <= MOST_SECONDS else '**missed**'}; less than {MOST_MEMORY} MiB: "
        f"{'kept' if memory < MOST_MEMORY else '**missed**'}."
    )
