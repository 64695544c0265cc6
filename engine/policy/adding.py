"""What is to be pasted, as keys that are added to a part of the file: what stands there is not touched."""

from __future__ import annotations

import re
import textwrap
from typing import Final

from coalcheck.engine.facts.written import below
from coalcheck.engine.policy.fill import UNKNOWN
from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Mapping, Node, Route, Scalar

_KEY: Final = re.compile(r"(?m)^([\w-]+):")


def added(stub: str, route: Route, root: Node | None) -> Mend | None:
    """The keys of a stub that are not in the file yet, and where they go; None where something is in the way.

    Args:
        stub: YAML to paste, from a policy, filled in.
        route: where the finding points.
        root: the file.
    """
    blocks = _blocks(stub)
    if not blocks or UNKNOWN in stub or not isinstance(root, Mapping):
        return None
    at = next((n for n, step in enumerate(route) if step in blocks), len(route))
    into, missing = _deepest(root, route[:at])
    if missing:
        # The part that the keys belong to is not there at all: it comes with them.
        return Mend(safe=False, into=into, adds=_inside(missing, "".join(blocks.values())))
    while True:
        node = below(root, into)
        if not isinstance(node, Mapping):
            return None
        there = [key for key in blocks if key in node.entries]
        only = next(iter(blocks))
        inner = _blocks(_below_key(blocks[only])) if len(blocks) == 1 == len(there) else {}
        if not inner or not isinstance(node.entries[only].value, Mapping):
            break
        into, blocks = (*into, only), inner
    new = [text for key, text in blocks.items() if key not in there]
    return Mend(safe=False, into=into, adds="".join(new)) if new and node.entries else None


def _deepest(root: Mapping, route: Route) -> tuple[Route, tuple[str, ...]]:
    """The mapping furthest along a route, and the keys behind it that are not there; none behind a text."""
    into: Route = ()
    for n, step in enumerate(route, 1):
        node = below(root, route[:n])
        if isinstance(node, Mapping):
            into = route[:n]
        elif node is None:
            rest = route[len(into) :]
            return into, tuple(each for each in rest if isinstance(each, str)) if n > len(into) else ()
        elif isinstance(node, Scalar):
            break
        del step
    return into, ()


def _inside(keys: tuple[str, ...], text: str) -> str:
    for key in reversed(keys):
        text = f"{key}:\n{textwrap.indent(text, '  ')}"
    return text


def _blocks(text: str) -> dict[str, str]:
    """The keys at the left edge of a text, each with all its lines; empty where it has none."""
    starts = [found.start() for found in _KEY.finditer(text)]
    if not starts or text[: starts[0]].strip():
        return {}
    ends = [*starts[1:], len(text)]
    parts = [text[start:end].rstrip("\n") + "\n" for start, end in zip(starts, ends, strict=True)]
    return {part.partition(":")[0]: part for part in parts}


def _below_key(block: str) -> str:
    """What stands below the key of a block, moved to the left edge; empty where it stands beside the key."""
    first, _, rest = block.partition("\n")
    return textwrap.dedent(rest) if first.partition("#")[0].rstrip().endswith(":") else ""
