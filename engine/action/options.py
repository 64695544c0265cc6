"""An action given on the command line, without a file: read as if each option were a line of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.action.load import LoadedAction, load
from coalcheck.engine.source.node import Document, Entry, Node, Scalar, Sequence, Span
from coalcheck.engine.source.node import Mapping as Keys

if TYPE_CHECKING:
    from coalcheck.engine.charter.charter import Charter

SHOWN_AS_OPTIONS: Final = "<command line>"

Option: TypeAlias = "str | Iterable[str] | Mapping[str, str] | None"
"""A text, several, or names with a text each; what is None or empty was not given."""


def from_options(options: Mapping[str, Option], charter: Charter | None = None) -> LoadedAction:
    """Make an action of options; what is wrong with one is a problem in a line that shows it.

    Nothing of it is read as YAML: a title is the text that was typed, whatever signs are in it.

    Args:
        options: by the keys of an action file, such as ``action``, ``topics`` or ``with``.
        charter: as in `load`.
    """
    lines: list[str] = []
    entries: dict[str, Entry] = {}
    for key, option in options.items():
        if not option:
            continue
        line = len(lines) + 1
        made = _Line(line, key)
        node = made.value(option)
        entries[key] = Entry(Scalar(key, Span(line, 1, line, len(key) + 1)), node)
        lines.append(made.text)
    end = len(lines[-1]) + 1 if lines else 1
    root = Keys(entries, Span(1, 1, max(len(lines), 1), end))
    return load(Document(SHOWN_AS_OPTIONS, tuple(lines), root), charter)


class _Line:
    """One line in the making; every value notes where it begins and ends."""

    def __init__(self, number: int, key: str) -> None:
        self.text = f"{key}: "
        self._number = number

    def value(self, option: str | Iterable[str] | Mapping[str, str]) -> Node:
        if isinstance(option, str):
            return self._scalar(option)
        before = len(self.text)
        if isinstance(option, Mapping):
            self.text += "{"
            entries: dict[str, Entry] = {}
            for i, (name, value) in enumerate(option.items()):
                self.text += ", " if i else ""
                key = self._scalar(name)
                self.text += ": "
                entries[name] = Entry(key, self._scalar(value))
            self.text += "}"
            return Keys(entries, self._since(before), flow=True)
        self.text += "["
        items: list[Node] = []
        for i, value in enumerate(option):
            self.text += ", " if i else ""
            items.append(self._scalar(value))
        self.text += "]"
        return Sequence(items, self._since(before), flow=True)

    def _scalar(self, text: str) -> Scalar:
        before = len(self.text)
        shown = " ".join(text.split())
        self.text += shown
        number = shown.isascii() and shown.isdigit()
        return Scalar(text, self._since(before), "plain" if number else "quoted")

    def _since(self, before: int) -> Span:
        return Span(self._number, before + 1, self._number, len(self.text) + 1)
