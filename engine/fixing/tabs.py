"""Whether tabs at the start of lines can be meant in one way only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

WIDTHS: Final = (2, 4, 8)
"""How wide editors show a tab."""
_TABBED: Final = re.compile(r"[ ]*\t[ \t]*(?=[^\s#])")


def one_way(lines: Sequence[str]) -> bool:
    """Whether a file says the same however wide its tabs are meant; a width at which it is no YAML is not."""
    trees: list[Any] = []
    for width in WIDTHS:
        text = "\n".join(_widened(each, width) for each in lines)
        document = read(f"{text}\n", "")
        if document.root is not None and document.complete and not _is_repaired(document.problems):
            trees.append(plain(document.root))
    return all(tree == trees[0] for tree in trees[1:])


def _widened(line: str, width: int) -> str:
    tabs = _TABBED.match(line)
    return line if tabs is None else tabs[0].replace("\t", " " * width) + line[tabs.end() :]


def _is_repaired(problems: Sequence[Any]) -> bool:
    return any(problem.kind == "uneven-indent" for problem in problems)
