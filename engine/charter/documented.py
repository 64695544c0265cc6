"""The sentences beside the fields of the model, read from its source when someone asks for them.

They stand as strings below each field, where the interpreter passes over them: a
run that only checks a charter pays nothing for them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.charter.part import Part


_ENGINE = f"{__package__.rpartition('.')[0]}."
"""What the names of all modules of ours begin with; what they inherit from others is not described here."""


def about(part: type[Part]) -> str:
    """What a part is, in a sentence."""
    return " ".join(inspect.cleandoc(part.__doc__ or "").split("\n\n")[0].split())


def fields(part: type[Part]) -> dict[str, str]:
    """What each field of a part holds, by the field's name; its parents' fields included."""
    found: dict[str, str] = {}
    for base in reversed(part.__mro__):
        if base.__module__ in sys.modules and base.__module__.startswith(_ENGINE):
            found |= _of_module(base.__module__).get(base.__name__, {})
    return found


@cache
def _of_module(name: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: dict(_sentences(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _sentences(part: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(part.body, part.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            yield field.target.id, below.value.value
