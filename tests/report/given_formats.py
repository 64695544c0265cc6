"""Reports and checks with everything in them that a format could stumble over, made by hand."""

from __future__ import annotations

from given_checks import check, one, unauthorised
from given_checks import point as found
from given_reports import ERROR, HEADING, INFO, WARNING, point, report, several
from msgspec.structs import replace

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.findings.finding import Related
from coalcheck.engine.findings.result import Report, Result
from coalcheck.engine.source.node import Span

HOSTILE = (
    "100%, 50%25: a | b `c` ]]> <b>&amp;</b>\r\n::error file=x::forged\n\n# not a heading\x1b[31m\x00\u202e "
    "@team #12 {0} {name} [link](https://example.org/) ![i](x) 𝄞 \ud83d \ufffe ``` ~~~ \\ ${{ secrets.X }}"
)
"""Signs that mean something to some format, characters that no file may hold, and forged commands."""
NAMES = (
    "a b/100%,c:d#e?f&g=é𝄞'\"<x>`|]]>.charter.yaml",
    "line\r\nend::error::x\t\x1b.charter.yaml",
    "half \udce9.charter.yaml",
    "../outside/charter.yaml",
    "/absolutely/charter.yaml",
    "<stdin>",
)
LINES = ("name: " + HOSTILE.replace("\n", " ").replace("\r", " "), "purpose: ```", "decisions: {}")


def hostile() -> Report:
    """A file for each name, each with a finding in which every text is hostile."""
    results = []
    for number, name in enumerate(NAMES):
        severity = (ERROR, WARNING, INFO)[number % 3]
        finding = point(
            f"hostile-{number} L00{number + 1}", severity, HOSTILE, Span(1, 7, 1, 12),
            f"members[{HOSTILE}].a", why=HOSTILE, fix=HOSTILE, file=name, write=number % 2 == 0,
            related=(Related("b|`]]>.yaml", HOSTILE, Span(2, 1, 3, 1), HOSTILE),),
        )  # fmt: skip
        heading = replace(HEADING, name=HOSTILE)
        finding = replace(
            finding, fingerprint=f"{number:032x}", url=f"https://coalcheck.dev/policies/hostile-{number}"
        )
        results.append(Result(name, "charter", (finding,), heading, (HOSTILE,), HOSTILE, (HOSTILE,), LINES))
    return replace(report(*results), unread=(f"{NAMES[1]} cannot be read: {HOSTILE}.",))


def not_all_read() -> Report:
    """Three charters, and two paths that could not be read."""
    lost = (
        "nowhere.yaml cannot be read: no such file or directory.",
        "secret.yaml cannot be read: permission denied.",
    )
    return replace(several(), unread=lost)


def hostile_check() -> Check:
    """An action without authority whose title, members and finding are hostile."""
    from given_checks import GROUND

    verdict = unauthorised().checked[0].verdict
    ground = replace(GROUND, names={key: f"{name} {HOSTILE}" for key, name in GROUND.names.items()})
    finding = replace(found("D900", "hostile", HOSTILE, 2, HOSTILE), file=NAMES[0])
    checked = one(verdict, ground, finding, title=HOSTILE, tried=(HOSTILE,))
    whole = check(replace(checked, result=replace(checked.result, file=NAMES[0])))
    return replace(whole, unread=(f"{NAMES[1]} cannot be read: {HOSTILE}.",))
