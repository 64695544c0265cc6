"""Test files for measuring, and how the time of ``coalcheck test`` grows with their cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.measure import SCRIPTS, Timing, in_turns
from bench.record import CHARTER, MEMBERS, RULES

SIZES = (50, 500, 2_000)
AIM = 500
"""So many cases may take three times as long as ``validate`` of the same charter, and a second."""
TIMES, SECONDS = 3, 1.0

VALIDATE = "coalcheck validate"
TEST = "coalcheck test"
COVERAGE = "coalcheck test --coverage"
ANSWERS = ("for", "against", "abstain", "absent")
HEAD = """\
test: How we decide
as_of: 2026-05-02
given: {date: 2026-05-01, topics: [engines]}
cases:
"""


def write(folder: Path, size: int) -> Path:
    """Write a charter and a test file of so many cases; the same in every run."""
    place = folder / f"tests-{size}"
    (place / "tests").mkdir(parents=True)
    members = "".join(
        f"  - {{id: m{number}, name: Member Number {number}}}\n" for number in range(1, MEMBERS + 1)
    )
    (place / "charter.yaml").write_text(CHARTER + members + RULES, encoding="utf-8")
    cases = "".join(case(number) for number in range(size))
    (place / "tests" / "decisions.yaml").write_text(HEAD + cases, encoding="utf-8")
    return place


def case(number: int) -> str:
    """One case: who votes what hangs on its number only, and what is expected on who votes what."""
    answers = [ANSWERS[(number * 7 + each * each + number // 11) % 4] for each in range(1, MEMBERS + 1)]
    who = {
        word: [f"m{each}" for each, answer in enumerate(answers, start=1) if answer == word]
        for word in ANSWERS
    }
    yes, no = len(who["for"]), len(who["against"])
    there = MEMBERS - len(who["absent"])
    verdict = "no-quorum" if 2 * there <= MEMBERS else "adopted" if yes and yes >= 2 * no else "rejected"
    votes = "".join(f"    {word}: [{', '.join(names)}]\n" for word, names in who.items() if names)
    by = "quorum" if verdict == "no-quorum" else "passes"
    expect = f"{{verdict: {verdict}, by: {by}}}"
    return f"  - id: case-{number}\n    action: statement\n{votes}    expect: {expect}\n"


def measured(folder: Path, rounds: int) -> dict[int, Mapping[str, Timing]]:
    """For each size, the tests beside ``validate`` of the same charter, in turns."""
    found: dict[int, Mapping[str, Timing]] = {}
    for size in SIZES:
        place = write(folder, size)
        tool = str(SCRIPTS / "coalcheck")
        found[size] = in_turns(
            {
                VALIDATE: [tool, "validate", "--exit-zero", str(place / "charter.yaml")],
                TEST: [tool, "test", str(place / "tests")],
                COVERAGE: [tool, "test", "--coverage", str(place / "tests")],
            },
            rounds,
        )
    return found


def section(folder: Path, rounds: int) -> str:
    """The section of the page, in markdown."""
    return "\n".join(_lines(measured(folder, rounds))) + "\n"


def _lines(found: Mapping[int, Mapping[str, Timing]]) -> Iterator[str]:
    yield ""
    yield "## Tests of a charter with more and more cases"
    yield ""
    yield (
        f"`coalcheck test`: {MEMBERS} members, every case with its votes by name, a verdict and the clause "
        "that decides; then the same with what no case tries."
    )
    yield ""
    yield "| cases | validate | test, median (fastest to slowest) | with coverage | memory at most |"
    yield "|---|---|---|---|---|"
    for size, timings in found.items():
        yield (
            f"| {size:,} | {1000 * timings[VALIDATE].median:,.0f} ms | {timings[TEST]} | {timings[COVERAGE]} "
            f"| {timings[COVERAGE].peak:.0f} MiB |"
        )
    timings = found[AIM]
    most = TIMES * timings[VALIDATE].median + SECONDS
    yield ""
    yield (
        f"Aim for {AIM} cases: at most {TIMES} times as long as `validate` of the same charter, and "
        f"{SECONDS:.0f} s: {'kept' if timings[TEST].median <= most else '**missed**'}."
    )
