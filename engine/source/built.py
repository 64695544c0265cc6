"""What one pass over a text gives: a tree, and where the pass ran into something.

Plain classes, since they are made once a reading and cost nothing to define.
"""

from __future__ import annotations

from typing import NamedTuple

from coalcheck.engine.source.node import Mapping, Node, Problem, Route, Scalar


class Fault(NamedTuple):
    """Where the grammar of YAML was left, in libyaml's words; lines and columns are 1-based.

    Attributes:
        said: what the parser did not find, or found.
        line: where it noticed.
        column: where it noticed.
        inside: what it was reading; empty where it does not say.
        opened: where that began, as line and column; the place of the fault itself where it does not say.
        last: the value or key read last before it, passing over empty ones.
        bracket: where the outermost open bracket stands, as line and column; None outside brackets.
    """

    said: str
    line: int
    column: int
    inside: str
    opened: tuple[int, int]
    last: Scalar | None
    bracket: tuple[int, int] | None


class Bare(NamedTuple):
    """A mapping in braces that holds keys without a colon, such as ``{amount: 1,200 EUR}``."""

    mapping: Mapping
    keys: list[Scalar]
    route: Route


class Built:
    """What was read, and what was noted on the way.

    Attributes:
        root: the tree, as far as it was read; None where the text holds nothing.
        problems: what was met on the way, in order.
        fault: where the text stopped being YAML; None where it never did.
        stopped: True where a limit was reached.
        events: how many events were read.
        bare: mappings in braces with keys that have no colon, and those keys.
        spaced: mappings of one key, with a space in it, that are items of a list.
        folded: unquoted texts of more than one line.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.fault: Fault | None = None
        self.stopped = False
        self.events = 0
        self.bare: list[Bare] = []
        self.spaced: list[tuple[Mapping, Route]] = []
        self.folded: list[tuple[Scalar, Route]] = []
