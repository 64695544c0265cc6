"""The page about checking shows the files that its outputs are of."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_action_shown_is_the_one_that_is_checked() -> None:
    page = (ROOT / "docs/checking.md").read_text("utf-8")
    shown = re.findall(r"<!-- file: (\S+) -->\n\n```yaml\n(.*?)```", page, re.DOTALL)

    assert shown
    for name, text in shown:
        assert (ROOT / name).read_text("utf-8") == text
