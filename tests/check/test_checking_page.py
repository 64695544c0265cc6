"""The pages of the documents show the files that their outputs are of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = [
    pytest.param(file, text, id=f"{page.name}: {file}")
    for page in sorted((ROOT / "docs").glob("*.md"))
    for file, text in re.findall(
        r"<!-- file: (\S+) -->\n\n```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL
    )
]


@pytest.mark.parametrize(("file", "text"), SHOWN)
def test_the_file_shown_is_the_one_that_is_checked(file: str, text: str) -> None:
    assert (ROOT / file).read_text("utf-8") == text
