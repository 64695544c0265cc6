"""What can be changed in a charter to see whether its scenarios notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "strictness", "base", "number", "side", "parts", "class", "quorum", "veto", "deadline", "exception",
    "seat", "limit",
]  # fmt: skip

KINDS: Final[Mapping[Kind, str]] = {
    "strictness": "at least and more than",
    "base": "of whom a share is taken",
    "number": "numbers and shares",
    "side": "in favour, not against, taking part",
    "parts": "and and or, and what stands between them",
    "class": "groups, and what is asked of each class",
    "quorum": "who must be there",
    "veto": "vetoes and what limits them",
    "deadline": "days and hours",
    "exception": "second ways, silence, ties, proxies, the member concerned",
    "seat": "who decides",
    "limit": "money and the term",
}
"""Each kind of change in words."""
