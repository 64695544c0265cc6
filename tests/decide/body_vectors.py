"""Real bodies for the vectors: the rules of ``fixtures/bodies``, with their own or with other members."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.source.read import read

Plain = dict[str, Any]
BODIES = Path(__file__).parents[2] / "fixtures" / "bodies"
DAY = "2026-03-02"


@lru_cache(maxsize=256)
def parsed(text: str) -> Charter:
    loaded = load(read(text.encode(), "charter.yaml"))
    assert loaded.charter is not None
    assert [problem for problem in loaded.problems if problem.kind != "attribute-unused"] == []
    return loaded.charter


@lru_cache(maxsize=64)
def body_text(body: str) -> str:
    return (BODIES / body / "charter.yaml").read_text("utf-8")


def with_its_own(body: str, **blocks: Any) -> str:
    """The rules of a body over other members, weights or groups."""
    plain = yaml.safe_load(body_text(body))
    return yaml.safe_dump(plain | blocks, sort_keys=False)


def alone(passes: str, more: str = "", **blocks: Any) -> str:
    """A charter of one decision."""
    decision = (
        f"{{covers: [speak, spend, amend, dissolve, admit, expel, widen-scope], passes: {passes}{more}}}"
    )
    head = f"coalcheck: 1\nname: A body\nkind: body\npurpose: Decide.\ndecisions:\n  act: {decision}\n"
    return head + yaml.safe_dump(blocks, sort_keys=False)


def judge(text: str, action: Plain, as_of: date | None = None) -> Verdict:
    return decide(parsed(text), of({"date": DAY, "status": "closed", **action}), as_of=as_of, changes=False)


def check(verdict: Verdict, outcome: str, part: str, clause: str = "", said: str = "") -> None:
    told = [(each.part, each.met, each.text, each.said, each.decides) for each in verdict.clauses]
    assert verdict.outcome == outcome, (verdict.outcome, verdict.also, verdict.missing, told)
    deciding = [each for each in verdict.clauses if each.decides and each.part == part]
    assert deciding, told
    assert any(clause in each.text and said in each.said for each in deciding), told


def rows(**counts: int) -> list[Plain]:
    return [{"id": name, "name": name.title(), "count": count} for name, count in counts.items()]
