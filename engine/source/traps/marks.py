"""Signs that YAML takes for itself at the start of a value: ``*`` alias, ``&`` anchor, ``!`` tag."""

from __future__ import annotations

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Problem, Span
from coalcheck.engine.source.prose import end_in_brackets, end_of_text, quoting, value_column
from coalcheck.engine.source.remedy import Remedy


def mark(draft: Draft, problem: Problem) -> Remedy:
    """A remedy for a problem that was met while building the tree; without edits where none is to offer."""
    kind, span, values, route = problem.kind, problem.span, problem.values, problem.route
    if kind in ("unknown-alias", "lost-ampersand"):
        behind = draft.line(span.line)[span.end_column - 1 :].strip()
        is_key = behind == ":" or behind.startswith(": ")
        edits = quoting(draft, span if is_key else _stretch(draft, span))
        # A name that stands before a value may be an honest anchor; one that stands alone is a text.
        alone = not behind or is_key
        return Remedy(kind, span, edits, values, route, applies=kind == "lost-ampersand" and alone)
    if kind == "tag":
        found = values["found"]
        line = draft.line(span.line)
        if found.startswith("!!") or any(sign in found for sign in "/:<") or found == "!":
            gap = len(line) - len(line[span.end_column - 1 :].lstrip()) + 1
            return Remedy(kind, span, (Edit(span.line, span.column, gap, ""),), values, route)
        return Remedy(kind, span, quoting(draft, _stretch(draft, span)), values, route)
    if kind == "key-not-a-word" and draft.line(span.line)[span.column - 2 : span.column] == "{{":
        # A placeholder of a template, such as {{name}}, that was never filled in: text.
        line = draft.line(span.line)
        end = line.find("}}", span.column) + 3
        if end > 3:
            stretch = Span(span.line, span.column - 1, span.line, end)
            return Remedy("special-opening", stretch, quoting(draft, stretch), {"found": "{{"}, route)
    return Remedy(kind, span, (), values, route)


def _stretch(draft: Draft, span: Span) -> Span:
    line = draft.line(span.line)
    if value_column(line) == span.column:
        return Span(span.line, span.column, *end_of_text(draft, span.line, span.column))
    return Span(span.line, span.column, span.line, end_in_brackets(line, span.end_column))
