"""What is known of a language beyond its stems: one module a language, the closed list is ``LANGUAGES``.

A new language is one module with its ``Language``, and its line here. Nothing in these lists is about the
matters of any coalition: what a charter is about, it says itself.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from coalcheck.engine.mission.languages.model import Language

Code: TypeAlias = Literal["en", "es", "fr", "de", "it", "pt", "nl"]
CODES: Final[tuple[Code, ...]] = get_args(Code)


@cache
def language(code: Code) -> Language:
    """The language of this code; only its own module is imported."""
    module = import_module(f"{__name__}.{code}")
    found: Language = module.LANGUAGE
    return found
