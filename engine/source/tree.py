"""Parser events to tree: anchors, merge keys, duplicate keys, and the limits of a file.

The tree is built straight from libyaml's events. Its composer is not used: deep
nesting crashes it, and it knows nothing of limits. Only the first document of a
stream is read.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, NoReturn

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from coalcheck.engine.source.anchors import Anchor, tag_at
from coalcheck.engine.source.built import Bare, Built, Fault
from coalcheck.engine.source.events import (
    STYLES,
    end_of,
    events_of,
    fault_of,
    span_of_scalar,
    start_of_collection,
)
from coalcheck.engine.source.limits import MOST_ALIKE, MOST_DEPTH, MOST_NODES, MOST_TEXT
from coalcheck.engine.source.nesting import Open
from coalcheck.engine.source.node import Entry, Mapping, Node, Problem, Route, Scalar, Sequence, Span
from coalcheck.engine.source.scalars import FIRST_OF_NUMBER, is_absurd


def build(text: str) -> Built:
    """Read the first document of a text, whose lines end in line feeds.

    Nothing is raised: what is wrong comes back as problems, and as a fault where
    the text stopped being YAML.
    """
    builder = _Builder(text)
    builder.read()
    return builder.built


class _Limit(Exception):
    """A limit was reached: the rest of the file is not read."""


class _Builder:
    """The state of one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.built = Built()
        self.stack: list[Open] = []
        self.anchors: dict[str, Anchor] = {}
        self.named: list[tuple[str, Anchor]] = []
        self.alike: dict[str, int] = {}
        self.nodes = 0
        self.last: Scalar | None = None
        self.end = (1, 1)

    def read(self) -> None:
        """Run over the events, and close what a fault or a limit left open."""
        built = self.built
        try:
            self._run()
        except _Limit:
            built.stopped = True
        except MarkedYAMLError as error:
            bracket = next(((each.line, each.column) for each in self.stack if each.flow), None)
            built.fault = fault_of(error, self.last, bracket)
        except YAMLError as error:
            # A character that YAML does not allow; the reader has replaced them all before.
            built.fault = Fault(str(error), *self.end, "", self.end, self.last, None)
        while self.stack:
            self._close(*self.end)
        lost = (pair for pair in self.named if pair[1].loses_text and not pair[1].used)
        for name, anchor in islice(lost, MOST_ALIKE + 1):
            built.problems.append(Problem("lost-ampersand", anchor.span, anchor.route, {"found": f"&{name}"}))

    def _run(self) -> None:
        next_event = events_of(self.text)
        stack, built = self.stack, self.built
        while (event := next_event()) is not None:
            built.events += 1
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                # Outside brackets the event lies behind the blank lines and notes that follow.
                self._close(*end_of(event) if stack[-1].flow else stack[-1].end)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._begin(event, mapping=kind is MappingStartEvent)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                if built.root is not None and not (isinstance(built.root, Scalar) and not built.root.text):
                    end_line, end = end_of(event)
                    built.problems.append(
                        Problem("several-documents", Span(end_line, max(1, end - 3), end_line, end))
                    )
                    return
                self.anchors.clear()

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        style = STYLES[event.style]
        special = event.anchor is not None or event.tag is not None
        if special or style == "block":
            span = span_of_scalar(event, self.text)
        else:  # nearly all of them: what the parser marks is what the eye marks
            start, stop = event.start_mark, event.end_mark
            span = Span(start.line + 1, start.column + 1, stop.line + 1, stop.column + 1)
        line, _, end_line, end_column = span
        if len(text) > MOST_TEXT:
            self._problem("too-large", span, detail=f"a text of more than {MOST_TEXT:,} characters")
            text = text[:MOST_TEXT]
        node = Scalar(text, span, style)
        if text or style != "plain":
            self.last = node
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._count(0, span)
        if style == "plain" and text[:1] in FIRST_OF_NUMBER and is_absurd(text):
            self._problem("absurd-number", span, found=text if len(text) <= 30 else f"{text[:27]}…")
        if special:
            self._properties(event, node, loses_text=style == "plain")
        elif style == "plain" and line != end_line:
            self.built.folded.append((node, self._route()))
        self._place(node, end_line, end_column, 1, 0)

    def _begin(self, event: Any, *, mapping: bool) -> None:
        line, column = start_of_collection(event, self.text, mapping=mapping)
        special = event.anchor is not None or event.tag is not None
        anchor = self._properties(event, None, loses_text=False) if special else None
        span = Span(line, column, line, column + 1)
        if len(self.stack) >= MOST_DEPTH:
            self._too_deep(span)
        self._count(1, span)
        self.stack.append(Open(line, column, mapping=mapping, flow=event.flow_style, anchor=anchor))

    def _close(self, end_line: int, end_column: int) -> None:
        opened = self.stack.pop()
        span = Span(opened.line, opened.column, end_line, end_column)
        node: Node
        if opened.entries is None:
            node = Sequence(opened.items, span, opened.flow)
        else:
            if opened.key is not None:  # only where the file broke off between a key and its value
                nothing = Scalar("", Span(end_line, end_column, end_line, end_column))
                opened.entries.setdefault(opened.key.text, Entry(opened.key, nothing))
            node = Mapping(opened.entries, span, opened.flow)
            if opened.bare:
                self.built.bare.append(Bare(node, opened.bare, self._route()))
            elif len(opened.entries) == 1:
                self._watch(node)
        height = opened.height + 1
        if opened.anchor is not None:
            opened.anchor.node, opened.anchor.size, opened.anchor.height = node, opened.size, height
        self._place(node, end_line, end_column, opened.size, height)

    def _alias(self, event: Any) -> None:
        start, stop = event.start_mark, event.end_mark
        span = Span(start.line + 1, start.column + 1, stop.line + 1, stop.column + 1)
        name: str = event.anchor
        anchor = self.anchors.get(name)
        if anchor is None or anchor.node is None:
            if anchor is None:
                self._problem("unknown-alias", span, found=f"*{name}", detail=name)
            else:
                anchor.used = True
                self._problem("alias-inside-itself", span, found=f"*{name}", first_line=str(anchor.span.line))
            # What is written stays as the value, so that nothing looks as if it had been left out.
            self._place(Scalar(f"*{name}", span), span.end_line, span.end_column, 1, 0)
            return
        anchor.used = True
        if len(self.stack) + anchor.height > MOST_DEPTH:
            self._too_deep(span)
        self._count(anchor.size, span)
        self._place(anchor.node, span.end_line, span.end_column, anchor.size, anchor.height)

    def _place(self, node: Node, end_line: int, end_column: int, size: int, height: int) -> None:
        """Put a finished node where it belongs; the end is where it is written, not where it comes from."""
        self.end = end = (end_line, end_column)
        if not self.stack:
            self.built.root = node
            return
        opened = self.stack[-1]
        opened.end = end
        opened.size += size
        if height > opened.height:  # noqa: PLR1730 -- max() costs more than all the rest of this function
            opened.height = height
        entries = opened.entries
        if entries is None:
            opened.items.append(node)
        elif opened.awaits_value:
            opened.awaits_value = False
            key, opened.key = opened.key, None
            if key is not None:
                if key.text in entries or key.text == "<<":
                    self._enter(opened, key, node)
                else:
                    entries[key.text] = Entry(key, node)
                if (
                    opened.flow
                    and isinstance(node, Scalar)
                    and not node.text
                    and node.span[:2] == key.span[2:]
                ):
                    opened.bare.append(key)
        else:
            opened.awaits_value = True
            if not isinstance(node, Scalar):
                self._problem("key-not-a-word", node.span, found=self._slice(node.span))
            elif not node.text and node.style == "plain":
                self._problem("value-without-key", node.span)
            else:
                opened.key = node

    def _enter(self, opened: Open, key: Scalar, value: Node) -> None:
        for refusal in opened.enter(key, value):
            if refusal.key:
                values = {"key": refusal.key, "first_line": refusal.first_line}
                self._problem(refusal.kind, refusal.span, refusal.key, **values)
            else:
                self._problem(refusal.kind, refusal.span, found=self._slice(refusal.span))

    def _watch(self, node: Mapping) -> None:
        """Note an item of a list that may be a sentence with a colon."""
        (entry,) = node.entries.values()
        item = bool(self.stack) and self.stack[-1].entries is None
        if item and " " in entry.key.text and entry.key.style == "plain" and isinstance(entry.value, Scalar):
            self.built.spaced.append((node, self._route()))

    def _properties(self, event: Any, node: Scalar | None, *, loses_text: bool) -> Anchor | None:
        """Take note of an anchor and a tag."""
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if event.tag is not None and self.alike.get("tag", 0) <= MOST_ALIKE:
            found, offset = tag_at(self.text, mark.index)
            span = Span(line, column + offset, line, column + offset + len(found))
            self._problem("tag", span, found=found)
        if event.anchor is None:
            return None
        name: str = event.anchor
        column += self.text.find("&", mark.index) - mark.index
        span = Span(line, column, line, column + 1 + len(name))
        anchor = Anchor(node, 1, span, self._route(), loses_text=loses_text)
        self.anchors[name] = anchor
        self.named.append((name, anchor))
        return anchor

    def _count(self, nodes: int, span: Span) -> None:
        self.nodes += nodes
        if self.nodes > MOST_NODES:
            self._problem("too-large", span, detail=f"more than {MOST_NODES:,} keys and values")
            raise _Limit

    def _too_deep(self, span: Span) -> NoReturn:
        self._problem("too-deep", span, expected=str(MOST_DEPTH))
        raise _Limit

    def _problem(self, kind: str, span: Span, *below: str, **values: str) -> None:
        alike = self.alike[kind] = self.alike.get(kind, 0) + 1
        if alike <= MOST_ALIKE + 1:  # the one too many says that there are more
            self.built.problems.append(Problem(kind, span, (*self._route(), *below), values))

    def _route(self) -> Route:
        """The way to what is being read."""
        return tuple(
            len(opened.items) if opened.entries is None else opened.key.text if opened.key is not None else ""
            for opened in self.stack
            if opened.entries is None or opened.key is not None
        )

    def _slice(self, span: Span) -> str:
        """The first line of what a span marks."""
        if not self.lines:
            self.lines = self.text.split("\n")
        line = self.lines[span.line - 1]
        return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None].rstrip()
