"""One policy, explained: what it checks and why, when it speaks and when not, and its reasons."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.domain import ID, domain
from coalcheck.engine.policy.fill import fill, fill_lines
from coalcheck.engine.policy.load import UnknownPolicy, manual, shipped
from coalcheck.engine.policy.model import MODELS
from coalcheck.engine.policy.table import TABLE
from coalcheck.engine.report.manual.condition import outline
from coalcheck.engine.report.manual.related import related
from coalcheck.engine.report.parts.answer import LABELS
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.validate import findings_of
from coalcheck.engine.wording.article import with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coalcheck.engine.facts.fact import Property
    from coalcheck.engine.findings.finding import Finding, Severity
    from coalcheck.engine.policy.model import Example, Policy

__all__ = ["UnknownPolicy", "page", "page_of"]

_MARGIN = " " * 3
_MARK = re.compile(r"[ \t]*# expect: (?P<code>[A-Z][0-9]{3})\b.*")

_SUBJECTS = {
    "file": "the file as it is written",
    "charter": "the charter as a whole",
    "member": "each member",
    "body": "each body",
    "decision": "each decision",
    "veto": "each veto",
    "clause": "each rule in words",
    "pair-of-decisions": "every two decisions, side by side",
    "action": "each action, and each clause of the charter that it meets",
    "record": "the record as a whole",
}


def page_of(wanted: str, width: int) -> str:
    """Render the page of a shipped policy, by its code or its name.

    Raises:
        UnknownPolicy: there is none; with a sentence for whoever typed it.
    """
    found = manual(wanted)
    return page(found, TABLE[found.subject], width, shipped())


def page(policy: Policy, known: Mapping[str, Property], width: int, others: Iterable[Policy] = ()) -> str:
    """Render the page of one policy; its texts read as they do of the example on the page.

    Args:
        policy: with its examples.
        known: the properties of the policy's subject, for saying what it looks at in words.
        width: columns of the screen that may be filled.
        others: among which related policies are looked for.
    """
    lines = (*_lines(policy, known, width), *_reasons(policy, width), *_beside(policy, others))
    return "\n".join(map(visible, lines)) + "\n"


def _lines(policy: Policy, known: Mapping[str, Property], width: int) -> Iterator[str]:
    yield f"{policy.title} ({policy.name}, {policy.code})"
    yield from _section("WHAT IT CHECKS")
    if isinstance(policy.when, Comparison) and policy.when.fact == "problem":
        # Its condition is only the name that the reader gave to what it stumbled over.
        yield from _wrapped(f"It looks at {_SUBJECTS[policy.subject]}.", width)
    else:
        yield from _wrapped(f"It looks at {_SUBJECTS[policy.subject]}, and speaks where:", width)
        yield from (f"{_MARGIN}  {line}" for line in outline(policy.when, known))
    said = _said(policy)
    yield from _wrapped(f"It then says: {said.message}", width)
    yield from _section("HOW MUCH IT MATTERS")
    yield from (f"{_MARGIN}{line}" for line in _weights(policy))
    yield from _section("WHY")
    yield from _wrapped(said.why, width)
    if said.write:
        yield from _section("WHAT TO WRITE")
        yield from _quoted(said.write)
    if said.fix:
        yield from _section("WHAT TO DO")
        yield from _wrapped(said.fix, width)
    for speaks in (True, False):
        example = _example(policy, speaks=speaks)
        if example:
            heading = (
                f"{with_article(example.kind).upper()} IN WHICH IT {'SPEAKS' if speaks else 'DOES NOT SPEAK'}"
            )
            yield from _section(f"{heading}: {example.name}")
            yield from _quoted(_MARK.sub(r"   # \g<code> speaks of this line", example.text))


def _reasons(policy: Policy, width: int) -> Iterator[str]:
    if policy.good:
        yield from _section(f"A GOOD CLAUSE FROM A REAL BODY: {policy.good.body}")
        yield from _quoted(policy.good.clause)
    yield from _section("WHERE IT COMES FROM")
    for source in policy.source:
        row = domain().row(source) if ID.fullmatch(source) else None
        yield from _wrapped(f"{row.about}. {row.what} (row {row.id})" if row else source, width)


def _beside(policy: Policy, others: Iterable[Policy]) -> Iterator[str]:
    near = related(policy, others, domain()) if others else []
    if near:
        yield from _section("RELATED RULES")
        yield from (f"{_MARGIN}{other.title} ({other.name}, {other.code})" for other in near)


class _Said(NamedTuple):
    """The texts of a policy with its fields replaced."""

    message: str
    why: str
    fix: str
    write: str


def _said(policy: Policy) -> _Said:
    """Give the texts as they read of the page's own example; without one, what is not known is left open."""
    example = _example(policy, speaks=True)
    for finding in _found(policy, example) if example else ():
        write = finding.fix if finding.write else ""
        return _Said(finding.message, finding.why, "" if finding.write else finding.fix, write)
    return _Said(
        message=fill(policy.message, {}),
        why=fill(policy.why, {}),
        fix=fill(policy.fix, {}),
        write=fill_lines(policy.write, {}),
    )


def _found(policy: Policy, example: Example) -> tuple[Finding, ...]:
    # The mark is ours: what is to be written for the line must not repeat it.
    unmarked = structs.replace(example, text=_MARK.sub("", example.text))
    if unmarked.kind == "charter":
        return findings_of(unmarked.text, (policy,), matcher="reference")
    if unmarked.kind in ("action", "record"):
        from coalcheck.engine.check import findings_of_files

        return findings_of_files(
            unmarked.files(), (policy,), matcher="reference", as_of=unmarked.as_of,
            record=unmarked.kind == "record",
        )  # fmt: skip
    if unmarked.kind == "test":
        from coalcheck.engine.scenario.examples import findings_of_tests

        return findings_of_tests(unmarked.files(), (policy,), matcher="reference")
    return ()


def _section(heading: str) -> tuple[str, str]:
    return ("", heading)


def _wrapped(text: str, width: int) -> Iterator[str]:
    for paragraph in text.rstrip().split("\n"):
        yield from textwrap.wrap(
            paragraph,
            width,
            initial_indent=_MARGIN,
            subsequent_indent=_MARGIN,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _quoted(text: str) -> Iterator[str]:
    return ((_MARGIN + line).rstrip() for line in text.rstrip("\n").split("\n"))


def _weights(policy: Policy) -> Iterator[str]:
    """Say how much it matters: in one line where all models agree, else in one line each."""
    models = {policy.severity[model] for model in MODELS}
    if len(models) == 1:
        yield f"In every coalition: {_weight(models.pop())}."
    else:
        yield from (f"{_whose(model)}: {_weight(policy.severity[model])}." for model in MODELS)
    yield from (f"{_whose(p)}: {_weight(s)}." for p, s in policy.severity.items() if p not in MODELS)
    if policy.stages:
        yield f"It is asked only at these stages: {', '.join(policy.stages)}."


def _whose(profile: str) -> str:
    return {"network": "In a network", "body": "In the rules of a standing body"}.get(
        profile, f"In {'an' if profile == 'opportunistic' else 'a'} {profile} coalition"
    )


def _weight(severity: Severity | None) -> str:
    return LABELS[severity] if severity else "not asked"


def _example(policy: Policy, *, speaks: bool) -> Example | None:
    found = (example for example in policy.examples if (_MARK.search(example.text) is not None) is speaks)
    return next(found, None)
