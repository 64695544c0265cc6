"""The page about scope shows the files that its outputs are of."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_actions_shown_are_those_that_are_checked() -> None:
    page = (ROOT / "docs/scope.md").read_text("utf-8")
    shown = re.findall(r"<!-- file: (\S+) -->\n\n```yaml\n(.*?)```", page, re.DOTALL)

    assert len(shown) == 2
    for name, text in shown:
        assert (ROOT / name).read_text("utf-8") == text
