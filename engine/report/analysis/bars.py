"""Charts that compare members by name; shown only where somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.report.analysis.sentences import Wording
from coalcheck.engine.report.parts.cells import width

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Analysis, Group

_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
_FULL: Final = "█"
_LONGEST_NAME: Final = 34
_ROW, _BAR, _LEFT, _ALONG, _PAGE = 22, 14, 230, 400, 720


class Bar(NamedTuple):
    """One member, or a row of many heads that stand for it together."""

    name: str
    share: Fraction


def bars(group: Group, wording: Wording) -> tuple[Bar, ...]:
    """Each member's part of the power; a row of many heads with that of all of them."""
    if group.counted is None:
        return ()
    found: list[Bar] = []
    for row in group.counted.rows:
        found += [Bar(wording.name(each), row.share * wording.heads(each)) for each in row.members]
    return tuple(sorted(found, key=lambda bar: -bar.share))


def drawn(chart: tuple[Bar, ...], room: int, wording: Wording) -> Iterator[str]:
    """A chart for the screen, the longest bar as long as there is room."""
    if not chart or not chart[0].share:
        return
    names = [_cut(bar.name) for bar in chart]
    left = max(map(width, names))
    along = max(room - left - 12, 8)
    for bar, name in zip(chart, names, strict=True):
        eighths = int(bar.share / chart[0].share * along * 8)
        line = _FULL * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
        yield f"{name}{' ' * (left - width(name))}  {line} {wording.percent(bar.share)}"


def _cut(name: str) -> str:
    return name if width(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def svg(analysis: Analysis) -> str:
    """All charts as one picture, a chart for each group of decisions; readable without colour."""
    wording = Wording(analysis)
    parts: list[str] = []
    top = 28
    for group in analysis.groups:
        chart = bars(group, wording)
        if not chart:
            continue
        parts.append(f'<text x="10" y="{top}" font-weight="bold">{_safe(wording.title(group))}</text>')
        most = chart[0].share or Fraction(1)
        for bar in chart:
            top += _ROW
            long = int(bar.share / most * _ALONG)
            parts.append(
                f'<text x="{_LEFT - 8}" y="{top}" text-anchor="end">{_safe(_cut(bar.name))}</text>'
                f'<rect x="{_LEFT}" y="{top - _BAR + 3}" width="{long}" height="{_BAR}"/>'
                f'<text x="{_LEFT + long + 6}" y="{top}">{wording.percent(bar.share)}</text>'
            )
        top += 2 * _ROW
    heading = analysis.result.heading
    title = _safe(f"Power in {heading.name}" if heading is not None else "Power")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_PAGE}" height="{top}" viewBox="0 0 {_PAGE} {top}" '
        f'role="img" font-family="sans-serif" font-size="13" fill="#1f2937">\n<title>{title}</title>\n'
        f"<style>rect {{ fill: #2563a8 }}</style>\n{chr(10).join(parts)}\n</svg>\n"
    )


def _safe(text: str) -> str:
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text
