"""Parts of a file written out again on one line, for lines to paste that keep what is there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as AbstractMapping
from typing import Final

from coalcheck.engine.source.node import Mapping, Node, Scalar, Sequence

# Compiled when first used: most charters have everything, and nothing is written out.
_PLAIN: Final = r"[^\W_](?:[\w ./()€$%+;'’–-]*[\w./()%)’])?"
_OTHER_THAN_TEXT: Final = r"(?i)[\d.+-]+|true|false|null|yes|no|on|off"


def flow(node: Node) -> str:
    """A part of the file as YAML on one line, such as ``{id: talk, within: 7 days}``."""
    if isinstance(node, Scalar):
        return node.text if node.style == "plain" and _is_plain(node.text) else quoted(node.text)
    if isinstance(node, Mapping):
        entries = node.entries.values()
        return "{" + ", ".join(f"{flow(entry.key)}: {flow(entry.value)}" for entry in entries) + "}"
    return "[" + ", ".join(map(flow, node.items)) + "]"


def quoted(text: str) -> str:
    """A text as YAML, in quotes where it would be read as something else without."""
    if _is_plain(text) and not re.fullmatch(_OTHER_THAN_TEXT, text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    return re.fullmatch(_PLAIN, text) is not None


def items_of(node: Node | None) -> list[Node]:
    """The items of a list; what stands there alone is a list of one."""
    if isinstance(node, Sequence):
        return list(node.items)
    return [] if node is None else [node]


def with_more(node: Node, more: AbstractMapping[str, str]) -> str:
    """An item of a list with more keys, on one line; the values are YAML already.

    A key that is there already is written anew; what has no keys stays as it is.
    """
    if not isinstance(node, Mapping):
        return f"- {flow(node)}"
    kept = [f"{flow(each.key)}: {flow(each.value)}" for key, each in node.entries.items() if key not in more]
    return "- {" + ", ".join([*kept, *(f"{key}: {value}" for key, value in more.items())]) + "}"
