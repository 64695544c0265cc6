"""Words inside braces that lost their colon: a comma in a number or a sentence, most of the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.built import Bare
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Scalar, Span
from coalcheck.engine.source.prose import quoted
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.smart_quotes import unwrapped

_TIGHT_COLON: Final = re.compile(r"[A-Za-z_][\w-]*(?P<mark>:|[ \t]*[\uff1a\ufe55\ua789])(?=[^\s/\\])")
_THOUSANDS: Final = re.compile(
    r"(?P<before>(?:\D.*\D)?[1-9]\d{0,2}(?:,\d{3})*),(?P<after>\d{3}(?!\d).*)", re.ASCII
)
_DECIMALS: Final = re.compile(r"(?P<before>\d+),(?P<after>\d{1,2}(?!\d).*)", re.ASCII)


def bare_keys(draft: Draft, found: list[Bare]) -> Iterator[Remedy]:
    """Remedies for each mapping in braces that holds a word without a colon."""
    for bare in found:
        keys = {id(key) for key in bare.keys}
        entries = list(bare.mapping.entries.values())
        if all(id(entry.key) in keys for entry in entries) and not any(_tight(key) for key in bare.keys):
            yield from _list_in_braces(draft, bare)
            continue
        before: Scalar | None = None
        run: list[Scalar] = []
        for entry in entries:
            key, value = entry.key, entry.value
            if id(key) in keys and not _tight(key):
                run.append(key)
                continue
            yield from _joined(draft, before, run, bare)
            run = []
            if id(key) in keys:
                yield from _apart(key, bare)
                before = key
            else:
                before = value if isinstance(value, Scalar) else None
        yield from _joined(draft, before, run, bare)


def _tight(key: Scalar) -> bool:
    return key.style == "plain" and bool(_TIGHT_COLON.match(key.text))


def _apart(key: Scalar, bare: Bare) -> Iterator[Remedy]:
    """``about:Gas``: a space behind the colon."""
    colon = _TIGHT_COLON.match(key.text)
    if colon is None:
        return
    line, start = key.span.line, key.span.column + colon.start("mark")
    end = key.span.column + colon.end("mark")
    wide = colon["mark"] != ":"
    name = key.text[: colon.start("mark")]
    values = {"found": colon["mark"].strip()} if wide else {"found": ":", "key": name}
    span = Span(line, end - 1, line, end)
    kind = "wide-colon" if wide else "missing-space"
    yield Remedy(kind, span, (Edit(line, start, end, ": "),), values, bare.route)


def _joined(draft: Draft, before: Scalar | None, run: list[Scalar], bare: Bare) -> Iterator[Remedy]:
    """A value, a comma, and words without a colon: one text in quotes, or one number."""
    if not run:
        return
    last = run[-1]
    if before is None or before.span.line != last.span.end_line or before.style == "block":
        for key in run:
            yield Remedy("missing-value", key.span, (), {"key": key.text}, (*bare.route, key.text))
        return
    line = before.span.line
    span = Span(line, before.span.column, line, last.span.end_column)
    written = draft.line(line)[span.column - 1 : span.end_column - 1]
    if before.style == "quoted":
        written = before.text + draft.line(line)[before.span.end_column - 1 : span.end_column - 1]
    new, kind = quoted(written), "comma-in-braces"
    if (inner := unwrapped(written)) is not None:
        new, kind = quoted(inner), "smart-quotes"
    elif number := _THOUSANDS.fullmatch(written):
        new = number["before"].replace(",", "") + number["after"]
    elif number := _DECIMALS.fullmatch(written):
        new = f"{number['before']}.{number['after']}"
    values = {"found": written, "key": last.text}
    yield Remedy(kind, span, (Edit(line, span.column, span.end_column, new),), values, bare.route)


def _list_in_braces(draft: Draft, bare: Bare) -> Iterator[Remedy]:
    """``{speak, event}``: square brackets."""
    span = bare.mapping.span
    opening, closing = (span.line, span.column), (span.end_line, span.end_column - 1)
    around = draft.line(span.line)[max(0, span.column - 2) : span.column]
    if around == "{{" or draft.line(closing[0])[closing[1] - 1 : closing[1]] != "}":
        return
    edits = (Edit(*opening, opening[1] + 1, "["), Edit(*closing, closing[1] + 1, "]"))
    yield Remedy("list-in-braces", span, edits, {"found": bare.keys[0].text}, bare.route)
