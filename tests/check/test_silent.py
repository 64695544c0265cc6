"""What is known to be no matter for any policy is passed over, and nothing else is."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

from coalcheck.engine import check as engine
from coalcheck.engine.batch import all_kept
from coalcheck.engine.checking import silent
from coalcheck.engine.checking.facts import facts_of
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.verdict import renderer

ROOT = Path(__file__).parents[2]
DAY = date(2027, 1, 1)
OPTIONS = Options(100, False, True, True, True)


def shown(folder: str) -> str:
    found = engine.check([], record=str(ROOT / folder), as_of=DAY, today=DAY, stdin=bytes)
    return str(renderer("json")(found, OPTIONS))


@pytest.mark.parametrize(
    "folder", ["fixtures/records/both-banks", "fixtures/records/both-banks-kept", "docs/examples/record"]
)
def test_the_findings_are_those_without_it(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(*known: object) -> object:
        asked.append(1)
        return facts_of(*known)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(silent, "facts_of", counted)
    quick, few = shown(folder), len(asked)
    monkeypatch.setattr(silent.Silent, "facts", lambda _, *known: counted(*known))
    asked.clear()

    assert quick == shown(folder)
    assert 0 < few <= len(asked)


def test_it_forgets_rather_than_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silent, "MOST", 1)
    little = shown("fixtures/records/both-banks")
    monkeypatch.undo()

    assert little == shown("fixtures/records/both-banks")


def test_garbage_is_collected_again_afterwards() -> None:
    @all_kept()
    def fails() -> None:
        raise ValueError(gc.isenabled())

    with pytest.raises(ValueError, match="False"):
        fails()
    assert gc.isenabled()

    gc.disable()
    try:
        with all_kept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
