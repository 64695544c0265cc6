"""The page about the life of a coalition shows the files that its outputs are of."""

from __future__ import annotations

import re
from pathlib import Path

from coalcheck.engine.action.happenings.breach import Breach
from coalcheck.engine.action.happenings.leaving import Leaving
from coalcheck.engine.action.happenings.statement import Statement

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/life.md").read_text("utf-8")


def test_what_is_shown_is_what_is_checked() -> None:
    shown = re.findall(r"<!-- file: (\S+) -->\n\n```yaml\n(.*?)```", PAGE, re.DOTALL)

    assert len(shown) == 5
    for name, text in shown:
        assert (ROOT / name).read_text("utf-8") == text


def test_the_keys_that_it_names_are_there() -> None:
    known = {key for block in (Leaving, Breach, Statement) for key in block.model_fields}
    named = {key for row in re.findall(r"(?m)^\| (`.*?) \| ", PAGE) for key in re.findall(r"`(\w+)`", row)}
    in_prose = {"tells_of", "credits", "agreed_time"}

    assert named - known == set()
    assert in_prose <= known
    assert set(Leaving.model_fields) - named == set()
