"""The scenarios that are shipped with the fixtures: all as expected, everything tried, changes noticed.

Changing each clause of all of them takes a while: every run leaves the largest three out, and
``COALCHECK_EXAMPLES=2``, as in ``just deep``, does each.
"""

from __future__ import annotations

import os
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from coalcheck.engine.scenario import tested as files
from coalcheck.engine.scenario.coverage.measure import measure
from coalcheck.engine.scenario.mutation.run import mutate
from coalcheck.engine.scenario.run import Ran, run

FIXTURES: Final = Path(__file__).parents[2] / "fixtures"
DEEP: Final = int(os.environ.get("COALCHECK_EXAMPLES", "1")) > 1
COPIES: Final = frozenset(
    (
        "records/both-banks-kept",
        *(f"scope/{n}" for n in "clean-air cyber dignity health-five home-and-health".split()),
    )
)
"""The rules of another fixture once more, beside other words or another record."""
CHARTERS: Final = sorted(
    path.parent
    for path in FIXTURES.glob("*/*/charter.yaml")
    if path.parent.relative_to(FIXTURES).as_posix() not in COPIES
)
FAULTY: Final = sorted((FIXTURES / "coalitions").glob("*/tests/faulty.yaml"))
LARGE: Final = frozenset(("eu-council", "imf", "fsc"))
"""Of these each clause is changed in ``just deep`` only."""
LEAST: Final = Fraction(95, 100)


def name_of(folder: Path) -> str:
    return folder.name


@cache
def of_folder(folder: Path) -> tuple[files.Tested, tuple[Ran, ...]]:
    """The healthy charter of a folder, and what its cases come to."""
    found = files.find([str(folder / "tests")])
    (healthy,) = (each for each in found.tested if Path(each.path).name == "charter.yaml")
    assert found.unread == ()
    assert healthy.under is not None
    place = healthy.under
    return healthy, tuple(run(case, place) for suite in healthy.suites for case in suite.cases)


def test_there_are_fixtures_and_each_has_scenarios() -> None:
    assert len(CHARTERS) == 27
    assert [folder.name for folder in CHARTERS if not list((folder / "tests").glob("*.yaml"))] == []
    assert len(FAULTY) == 6
    assert {folder.name for folder in CHARTERS} > LARGE


@pytest.mark.parametrize("folder", CHARTERS, ids=name_of)
def test_every_case_comes_out_as_expected(folder: Path) -> None:
    found, ran = of_folder(folder)
    assert [suite.problems for suite in found.suites if suite.problems] == []
    assert [(each.case.id, each.differences) for each in ran if not each.passed] == []
    assert len(ran) >= 10


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.parent.parent.name)
def test_what_the_faults_of_a_draft_come_to(path: Path) -> None:
    (found,) = files.find([str(path)]).tested
    assert Path(found.path).name == "faulty.charter.yaml"
    assert found.under is not None
    ran = [run(case, found.under) for suite in found.suites for case in suite.cases]
    assert [suite.problems for suite in found.suites if suite.problems] == []
    assert [(each.case.id, each.differences) for each in ran if not each.passed] == []
    assert len(ran) >= 2


@pytest.mark.parametrize("folder", CHARTERS, ids=name_of)
def test_everything_is_tried(folder: Path) -> None:
    found, ran = of_folder(folder)
    assert found.under is not None
    coverage = measure(found.under, ran, found.suites)
    assert [each.said for each in coverage.open] == []
    assert coverage.percent == 100


@pytest.mark.parametrize("folder", [each for each in CHARTERS if DEEP or each.name not in LARGE], ids=name_of)
def test_changes_are_noticed(folder: Path) -> None:
    found, ran = of_folder(folder)
    assert found.under is not None
    mutation = mutate(found.under, ran)
    assert mutation.score is not None
    assert mutation.score >= LEAST, [each.said for each in mutation.ended("unnoticed")]
