"""Every charter of the fixtures, through both matchers: the same findings, to the last field."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalcheck.engine.policy.matcher import chosen
from coalcheck.engine.validate import validate_file

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHARTERS = sorted(FIXTURES.rglob("*charter.yaml"))
pytestmark = pytest.mark.skipif(
    chosen("auto").name != "durable", reason="durable-rules cannot be installed for this Python"
)


def test_there_are_charters() -> None:
    assert len(CHARTERS) >= 20


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_both_matchers_find_the_same(path: Path) -> None:
    durable, reference = (validate_file(path, matcher=name) for name in ("durable", "reference"))
    assert durable == reference
