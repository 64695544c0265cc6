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
from coalcheck.engine.policy.fill import fill, fill_lines
from coalcheck.engine.policy.fitting import fitted
from coalcheck.engine.policy.matcher import Match
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.node import Document, Node, Route, Span

MANUAL: Final = "https://coalcheck.dev/policies/"
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
) -> tuple[Finding, ...]:
    """Make a finding of each match whose policy is asked, in the order of the file."""
    places = Places(document)
    found = [
        _Placed(_finding(*policies[code], facts[index], places, document), facts[index].subject)
        for code, index in sorted(matches)
        if code in policies
    ]
    found.sort(key=lambda one: in_file_order(one.finding))
    return _fingerprinted(found)


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


def _finding(policy: Policy, severity: Severity, fact: Fact, places: Places, document: Document) -> Finding:
    file, root = document.name, document.root
    route, span = _place(policy.at, fact, places)
    values = dict(fact.values)
    return Finding(
        code=policy.code,
        name=policy.name,
        severity=severity,
        message=fill(policy.message, values),
        why=_paragraphs(policy.why, values),
        fix=fitted(fill_lines(policy.write, values), route, root)
        if policy.write
        else fill(policy.fix, values),
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
    )


def _seen(shown: Shown) -> Related:
    """An entry of the record, as another place that the finding speaks of."""
    places = Places(shown.document)
    return Related(shown.document.name, places.path(shown.route), places.span(shown.route), shown.said)


def _to_paste(policy: Policy, values: dict[str, Value], route: Route, root: Node | None) -> str:
    return fitted(fill_lines(policy.write, values), route, root)


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
