"""What is known of the policies that spoke, for formats that keep rules apart from findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.policy.load import manual, shipped
from coalcheck.engine.policy.model import MODELS
from coalcheck.engine.policy.table import TABLE
from coalcheck.engine.report.manual.explain import example, marked, page, said
from coalcheck.engine.report.parts.markup import escaped, fenced, paragraphs
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.article import with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.findings.finding import Finding, Severity
    from coalcheck.engine.policy.model import Policy

_WIDTH = 100


class Rule(Struct, frozen=True):
    """One policy, as a finding of it is explained to somebody who sees only the finding.

    Attributes:
        code: such as ``E501``.
        name: such as ``missing-exit-terms``.
        title: what it is about, in one line.
        why: why it matters, as it reads of the policy's own example.
        severity: how much it matters where nobody is excused.
        family: the folder that it is kept in, such as ``decisions``; ``own`` for a coalition's own.
        url: the manual page.
        text: the whole manual page, for a screen.
        markdown: the same in short, for a page: why, what to write, and an example either way.
    """

    code: str
    name: str
    title: str
    why: str
    severity: Severity
    family: str
    url: str
    text: str
    markdown: str


def rules(findings: Iterable[Finding]) -> tuple[Rule, ...]:
    """The policies that spoke, by code, each once."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    known = {policy.code: policy for policy in shipped()}
    return tuple(_rule(first[code], known.get(code)) for code in sorted(first))


def _rule(finding: Finding, policy: Policy | None) -> Rule:
    """A coalition may have its own policy under a shipped code; the title then tells it apart."""
    if policy is None or finding.name != policy.name or finding.title not in ("", policy.title):
        return _own(finding)
    whole = manual(policy.code)
    graver = [severity for severity in map(whole.severity.get, MODELS) if severity is not None]
    return Rule(
        code=policy.code,
        name=policy.name,
        title=policy.title,
        why=visible(said(whole).why),
        severity=max(graver, default=finding.severity),
        family=policy.file.split("/")[-2],
        url=finding.url,
        text=page(whole, TABLE[whole.subject], _WIDTH, shipped()),
        markdown=_page(_explained(whole)),
    )


def _own(finding: Finding) -> Rule:
    """Of a coalition's own policy what its finding says is all that is known here."""
    title = visible(finding.title) or finding.name.replace("-", " ").capitalize()
    parts = [f"{title} ({finding.name}, {finding.code})", visible(finding.why), visible(finding.fix)]
    return Rule(
        code=finding.code,
        name=finding.name,
        title=title,
        why=visible(finding.why) or title,
        severity=finding.severity,
        family="own",
        url=finding.url,
        text="\n\n".join(part.strip() for part in parts if part.strip()) + "\n",
        markdown=_page(_of_finding(finding, title)),
    )


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _explained(policy: Policy) -> Iterator[str]:
    texts = said(policy)
    yield f"**{escaped(policy.title)}**"
    yield from paragraphs(texts.why)
    if texts.write:
        yield "**What to write**"
        yield fenced(texts.write, "yaml")
    if texts.fix:
        yield "**What to do**"
        yield escaped(texts.fix)
    for speaks in (True, False):
        found = example(policy, speaks=speaks)
        if found:
            kind = with_article(found.kind)
            how = "speaks" if speaks else "does not speak"
            yield f"**{kind[0].upper()}{kind[1:]} in which it {how}:** {escaped(found.name)}"
            yield fenced(marked(found).strip("\n"), "yaml")


def _of_finding(finding: Finding, title: str) -> Iterator[str]:
    yield f"**{escaped(title)}**"
    yield from paragraphs(finding.why)
    if finding.write and finding.fix:
        yield "**What to write**"
        yield fenced(finding.fix, "yaml")
    elif finding.fix:
        yield "**What to do**"
        yield escaped(finding.fix)
