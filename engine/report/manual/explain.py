"""One policy, explained: what it checks and why, when it speaks and when not, and its reasons."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from coalcheck.engine.facts.mending import KINDS, RESPELT, REWRITTEN, SAFE
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

__all__ = ["Said", "UnknownPolicy", "example", "marked", "page", "page_of", "said"]

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
    texts = said(policy)
    yield from _wrapped(f"It then says: {texts.message}", width)
    yield from _section("HOW MUCH IT MATTERS")
    yield from (f"{_MARGIN}{line}" for line in _weights(policy))
    yield from _section("WHY")
    yield from _wrapped(texts.why, width)
    if texts.write:
        yield from _section("WHAT TO WRITE")
        yield from _quoted(texts.write)
    if texts.fix:
        yield from _section("WHAT TO DO")
        yield from _wrapped(texts.fix, width)
    if policy.name in KINDS:
        yield from _section("WHAT CAN BE MENDED FOR YOU")
        certain = policy.name in SAFE or RESPELT.get(policy.name) or REWRITTEN.get(policy.name)
        where = "Where only one thing can be meant" if certain else "As a suggestion"
        yield from _wrapped(
            f"{where}: coalcheck validate {'--fix' if certain else '--unsafe-fixes'} charter.yaml", width
        )
    for speaks in (True, False):
        found = example(policy, speaks=speaks)
        if found:
            heading = (
                f"{with_article(found.kind).upper()} IN WHICH IT {'SPEAKS' if speaks else 'DOES NOT SPEAK'}"
            )
            yield from _section(f"{heading}: {found.name}")
            yield from _quoted(marked(found))


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


class Said(NamedTuple):
    """The texts of a policy with its fields replaced."""

    message: str
    why: str
    fix: str
    write: str


@lru_cache(maxsize=1)  # of one policy it is asked more than once; its example is judged for it
def said(policy: Policy) -> Said:
    """Give the texts as they read of the page's own example; without one, what is not known is left open."""
    speaks = example(policy, speaks=True)
    for finding in _found(policy, speaks) if speaks else ():
        write = finding.fix if finding.write else ""
        return Said(finding.message, finding.why, "" if finding.write else finding.fix, write)
    return Said(
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


def example(policy: Policy, *, speaks: bool) -> Example | None:
    """The first example in which a policy speaks, or does not; None where there is none."""
    return next((each for each in policy.examples if (_MARK.search(each.text) is not None) is speaks), None)


def marked(shown: Example) -> str:
    """The text of an example; a remark for people says which line is spoken of."""
    return _MARK.sub(r"   # \g<code> speaks of this line", shown.text)
