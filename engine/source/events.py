"""What libyaml's parser says, and where the eye sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal

from yaml.error import MarkedYAMLError

from coalcheck.engine.source.anchors import behind_properties
from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.node import Scalar, Span

try:
    from yaml._yaml import CParser
except ImportError as absent:
    raise ImportError(
        "coalcheck reads YAML with libyaml, which this PyYAML was built without: "
        "install PyYAML from a wheel (python -m pip install --force-reinstall --only-binary :all: pyyaml)"
    ) from absent

STYLES: Final[dict[str | None, Literal["plain", "quoted", "block"]]] = {
    None: "plain",
    "": "plain",
    "'": "quoted",
    '"': "quoted",
    "|": "block",
    ">": "block",
}
"""Ways to write a text, by libyaml's sign for each."""


def events_of(text: str) -> Callable[[], Any]:
    """A function that gives the next event of a text, and None behind the last.

    Raises, when called:
        yaml.YAMLError: where the text is not YAML.
    """
    get_event: Callable[[], Any] = CParser(text).get_event
    return get_event


def tokens_of(text: str) -> Callable[[], Any]:
    """A function that gives the next token of a text, and None behind the last.

    Raises, when called:
        yaml.YAMLError: where the text cannot be cut into tokens.
    """
    get_token: Callable[[], Any] = CParser(text).get_token
    return get_token


def end_of(event: Any) -> tuple[int, int]:
    """The line and column behind what an event stands for."""
    mark = event.end_mark
    return mark.line + 1, mark.column + 1


def span_of_scalar(event: Any, text: str) -> Span:
    """What the eye marks of a scalar: not its anchor or tag, nor the empty lines below it."""
    start, stop = event.start_mark, event.end_mark
    line, column = start.line + 1, start.column + 1
    end_line, end_column = stop.line + 1, stop.column + 1
    if event.style in ("|", ">"):
        seen = text[start.index : stop.index].rstrip(" \t\n")
        breaks = seen.count("\n")
        end_line = line + breaks
        end_column = len(seen) - seen.rfind("\n") if breaks else column + len(seen)
    if event.anchor is not None or event.tag is not None:
        behind = behind_properties(text, start.index, line, column)
        line, column = min(behind, (end_line, end_column))
    return Span(line, column, end_line, end_column)


def start_of_collection(event: Any, text: str, *, mapping: bool) -> tuple[int, int]:
    """Where a list or mapping begins, behind its anchor and tag."""
    mark = event.start_mark
    if event.anchor is None and event.tag is None:
        return mark.line + 1, mark.column + 1
    # The end of the opening is where the content begins, except that it lies behind a bracket,
    # and behind the dash of a list that is not indented.
    mark = event.end_mark
    behind = event.flow_style or (not mapping and text[mark.index : mark.index + 1] != "-")
    return mark.line + 1, mark.column + (0 if behind else 1)


def fault_of(error: MarkedYAMLError, last: Scalar | None, bracket: tuple[int, int] | None) -> Fault:
    """Where and how a text stopped being YAML.

    Args:
        error: what libyaml raised.
        last: the text read last.
        bracket: where the outermost bracket that is still open stands.
    """
    mark, begun = error.problem_mark, error.context_mark
    opened = (begun.line + 1, begun.column + 1) if begun is not None else (1, 1)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else opened
    return Fault(
        said=error.problem or "",
        line=line,
        column=column,
        inside=error.context or "",
        opened=opened if begun is not None else (line, column),
        last=last,
        bracket=bracket,
    )
