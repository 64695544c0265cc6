"""How much of each charter is tried, on one page: its lines, each with what is tried there and what is not.

The page has no script and asks for nothing from elsewhere. What a colour says, a word says too.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.scenario.sentences import FOOTER, answer, exercised, gate, not_exercised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.scenario.coverage.model import Coverage, Item
    from coalcheck.engine.scenario.testing import CharterRun, Run

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; }
th, td { padding: .1rem .6rem; text-align: left; vertical-align: top; }
tbody th { font-weight: normal; text-align: right; }
code, pre { font: .9rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
pre { border-left: .25rem solid; padding-left: .75rem; }
.tried { background: #2e7d3226; }
.partly { background: #b8860b33; }
.open { background: #b71c1c26; }"""
_WORDS: Final = {"tried": "tried", "partly": "partly tried", "open": "not tried"}
_STATES: Final = {
    "carried": "carried",
    "not-carried": "not carried",
    "met": "met",
    "not-met": "not met",
    "just-below": "one step short",
    "just-enough": "exactly enough",
    "just-above": "one step more",
}


def render(run: Run, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render what of each charter is tried."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    names = ", ".join(each.name for each in run.charters if each.name)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>What is tried: {_text(names)}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield "<h1>What your tests try of your charter</h1>"
    yield f"<p>{_text(answer(run))}</p>"
    yield from (f"<p>{_text(said)}</p>" for said in gate(run))
    for charter in run.charters:
        if charter.coverage is not None:
            yield from _charter(charter, charter.coverage)
    yield "</main>"
    yield f"<footer><p>{_text(FOOTER)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _charter(charter: CharterRun, coverage: Coverage) -> Iterator[str]:
    yield f"<h2>{_text(charter.name)}</h2>"
    yield f"<p>{_text(exercised(coverage))}.</p>"
    every = not_exercised(coverage)
    if every:
        yield "<h3>Not tried yet</h3>"
        yield "<ol>"
        for each in every:
            yield f"<li>{'<br>'.join(map(_text, each.sentences))}"
            if each.paste:
                yield f"<pre>{_text(each.paste.rstrip())}</pre>"
            yield "</li>"
        yield "</ol>"
    if coverage.left_out:
        yield "<h3>Left out, for no votes can show it</h3>"
        yield "<ul>"
        for left in coverage.left_out:
            yield f"<li>{_text(left.said)} ({_text(left.path)}, line {left.line})</li>"
        yield "</ul>"
    yield "<h3>Line by line</h3>"
    yield "<table>"
    yield f"<caption>{_text(coverage.file)}</caption>"
    yield (
        '<thead><tr><th scope="col">Line</th><th scope="col">Text</th><th scope="col">Tried</th></tr></thead>'
    )
    yield "<tbody>"
    by_line: dict[int, list[Item]] = defaultdict(list)
    for item in coverage.items:
        by_line[item.line].append(item)
    for number, line in enumerate(coverage.lines, start=1):
        yield _row(number, line, by_line.get(number, []))
    yield "</tbody>"
    yield "</table>"


def _row(number: int, line: str, items: list[Item]) -> str:
    start = f'<th scope="row">{number}</th><td><code>{_text(line) or "&nbsp;"}</code></td>'
    if not items:
        return f"<tr>{start}<td></td></tr>"
    covered = sum(item.covered for item in items)
    state = "tried" if covered == len(items) else "partly" if covered else "open"
    missing = dict.fromkeys(_STATES[item.state] for item in items if not item.covered)
    said = f"{_WORDS[state]}: {covered} of {len(items)}"
    if missing:
        said += f"; still open: {', '.join(missing)}"
    return f'<tr class="{state}">{start}<td>{_text(said)}</td></tr>'


def _text(text: str) -> str:
    return escape(visible(text))
