"""Matches to findings: severity by profile, place, texts and fingerprint; done once, here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from coalcheck.engine.facts.fact import Fact, Shown, Subject, Value
from coalcheck.engine.findings.finding import Finding, Related, Severity, in_file_order
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.policy.adding import added
from coalcheck.engine.policy.fill import fill, fill_lines
from coalcheck.engine.policy.fitting import fitted
from coalcheck.engine.policy.matcher import Match
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.node import Document, Route, Span

MANUAL: Final = "https://coalcheck.dev/policies/"
_NOT_IN_A_CHARTER: Final = frozenset({"file", "action", "record"})
HERE: Final = "here"
"""The place of the subject itself."""

Asked: TypeAlias = Mapping[str, tuple[Policy, Severity]]
"""The policies that apply to one charter, by code, each with how much it matters there."""


SAID_TOGETHER: Final = "left-for-later"
"""What a one-page agreement is excused from, said in one; when strict, each of it is asked by itself."""


class Profile(NamedTuple):
    """What a charter declares of itself, empty where it does not; strict if that excuses it from nothing."""

    kind: str = ""
    model: str = ""
    stage: str = ""
    strict: bool = False


def asked(policies: Iterable[Policy], profile: Profile) -> Asked:
    """The policies that apply to a charter of this profile, by code, each with how much it matters there."""
    kind, model, stage, strict = profile
    found: dict[str, tuple[Policy, Severity]] = {}
    for policy in policies:
        if not strict:
            severity = policy.severity_for(kind, model, stage)
        else:
            severity = None if policy.name == SAID_TOGETHER else policy.strictest(stage)
        if severity is not None:
            found[policy.code] = (policy, severity)
    return found


def findings(
    matches: Iterable[Match],
    facts: Sequence[Fact],
    policies: Asked,
    document: Document,
    *,
    mending: bool = False,
) -> tuple[Finding, ...]:
    """Make a finding of each match whose policy is asked, in the order of the file.

    With ``mending`` each says also what would put it right, as far as a program can.
    """
    places = Places(document)
    found = [
        _Placed(
            _finding(policies[code], facts[index], places, document, mending=mending), facts[index].subject
        )
        for code, index in sorted(matches)
        if code in policies
    ]
    found.sort(key=lambda one: in_file_order(one.finding))
    made = _fingerprinted(found)
    return _certain(made) if any(one.fixable == "safe" for one in made) else made


class _Placed(NamedTuple):
    """A finding, and the kind of fact of which it speaks."""

    finding: Finding
    subject: Subject

    def known_by(self) -> str:
        """The logical place; of two decisions side by side both, whichever stands first."""
        finding = self.finding
        paths = {finding.path}
        if self.subject == "pair-of-decisions":
            paths |= {other.path for other in finding.related if other.file == finding.file}
        return " and ".join(sorted(paths))


def _finding(
    asked: tuple[Policy, Severity], fact: Fact, places: Places, document: Document, *, mending: bool
) -> Finding:
    policy, severity = asked
    file, root = document.name, document.root
    route, span = _place(policy.at, fact, places)
    values = dict(fact.values)
    stub = fill_lines(policy.write, values) if policy.write else ""
    mend = fact.mend if mending else None
    if mending and stub and policy.stub and fact.subject not in _NOT_IN_A_CHARTER:
        mend = added(stub, route, root)
    return Finding(
        code=policy.code,
        name=policy.name,
        severity=severity,
        message=fill(policy.message, values),
        why=_paragraphs(policy.why, values),
        fix=fitted(stub, route, root) if policy.write else fill(policy.fix, values),
        write=bool(policy.write),
        file=file,
        path=places.path(route),
        span=span,
        fingerprint="",
        url=f"{MANUAL}{policy.name}",
        related=(
            *(
                Related(file, places.path(at), places.span(at), fill(words, values))
                for name, words in policy.related.items()
                if (at := fact.places.get(name)) is not None
            ),
            *map(_seen, fact.seen_in),
        ),
        title=policy.title,
        mend=mend,
    )


def _certain(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same, without certainty where a line is not understood even with its slip mended."""
    open_lines = {
        line
        for one in found
        if one.severity is Severity.ERROR
        and one.fixable != "safe"
        and one.code.startswith("C")
        # What is missing is no fault of the line that it is told at.
        and one.name != "missing-key"
        for line in range(one.span.line, one.span.end_line + 1)
    }
    return tuple(
        replace(one, mend=replace(mend, safe=False))
        if (mend := one.mend)
        and mend.safe
        and one.name != "tab"
        and any(edit.line in open_lines for edit in mend.edits)
        else one
        for one in found
    )


def _seen(shown: Shown) -> Related:
    """An entry of the record, as another place that the finding speaks of."""
    places = Places(shown.document)
    return Related(shown.document.name, places.path(shown.route), places.span(shown.route), shown.said)


def _paragraphs(text: str, values: dict[str, Value]) -> str:
    """Fill a longer text; a value of several lines keeps its lines."""
    return fill_lines(text, values) if "\n" in "".join(map(str, values.values())) else fill(text, values)


def _place(at: str, fact: Fact, places: Places) -> tuple[Route, Span]:
    route = route_of(at, fact)
    exact = fact.span if at == HERE else None
    return route, exact or places.span(route)


def route_of(at: str, fact: Fact) -> Route:
    """Where ``at`` of a policy leads from a fact: to itself, to one of its named places, or below it."""
    if at == HERE:
        return fact.route
    named = fact.places.get(at)
    return named if named is not None else (*fact.route, *at.split("."))


def _fingerprinted(found: list[_Placed]) -> tuple[Finding, ...]:
    """Give each finding a name that stays when lines move: of its rule, file and logical place.

    Where one rule speaks twice of one place, the second is told apart by its number.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for one in found:
        place = one.known_by()
        key = (one.finding.code, one.finding.file, place)
        seen[key] += 1
        text = "\n".join((*key, str(seen[key])) if seen[key] > 1 else key)
        fingerprint = sha256(text.encode()).hexdigest()[:32]
        result.append(replace(one.finding, fingerprint=fingerprint, known_by=place))
    return tuple(result)
