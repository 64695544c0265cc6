"""From a match to a finding: place, texts, other places, and a fingerprint that stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.model import MODELS, Model, Policy
from coalcheck.engine.policy.reference import ReferenceMatcher
from coalcheck.engine.source.node import Route, Span
from coalcheck.engine.source.read import read

TEXT = """\
name: Clean Air
members:
  - id: breathe
    role: Leads
  - id: local-9
decisions:
  act:
    covers: [speak]
    passes: all members
exit: {notice: 7 days}
"""
DOCUMENT = read(TEXT, "charters/charter.yaml")
NEVER = Comparison("never", "is", value=True)


ALIKE: dict[Model, Severity | None] = dict.fromkeys(MODELS, Severity.WARNING)


def policy(code: str = "L001", at: str = "here", **said: Any) -> Policy:
    """A policy of which only what becomes of a match matters."""
    texts = {"name": "our-own", "title": "t", "message": "m", "why": "w", "fix": "f", "severity": ALIKE}
    return Policy(code=code, subject="decision", when=NEVER, at=at, **{**texts, **said})


def fact(
    *route: str | int,
    values: dict[str, Value] | None = None,
    places: dict[str, Route] | None = None,
    span: Span | None = None,
) -> Fact:
    return Fact("decision", "act", route, values or {}, places or {}, span)


def one(said: Policy, about: Fact, severity: Severity = Severity.WARNING) -> Finding:
    """The only finding of one policy about one fact."""
    (found,) = findings([(said.code, 0)], [about], {said.code: (said, severity)}, DOCUMENT)
    return found


def marked(span: Span) -> str:
    assert span.line == span.end_line
    return f"{span.line}: {DOCUMENT.lines[span.line - 1][span.column - 1 : span.end_column - 1]}"


ACT = ("decisions", "act")
ODD: dict[str, Route] = {"by-name": ("members", 1), "exit": ("exit", "notice")}


@pytest.mark.parametrize(
    ("at", "about", "path", "shown"),
    [
        pytest.param("here", fact(*ACT), "decisions.act", "7: act", id="the subject itself"),
        pytest.param("here", fact(), "", "1: name: Clean Air", id="the charter itself, by its first line"),
        pytest.param(
            "here",
            fact(*ACT, "passes", span=Span(9, 17, 9, 24)),
            "decisions.act.passes",
            "9: members",
            id="an exact place",
        ),
        pytest.param(
            "passes", fact(*ACT), "decisions.act.passes", "9: all members", id="below the subject"
        ),
        pytest.param(
            "covers", fact(*ACT, span=Span(1, 1, 1, 2)), "decisions.act.covers", "8: [speak]",
            id="below it, the exact place says nothing",
        ),
        pytest.param("exit.notice", fact(), "exit.notice", "10: 7 days", id="two steps below"),
        pytest.param("exit.in.cash", fact(), "exit.in.cash", "10: exit", id="missing, at what holds it"),
        pytest.param("quorum", fact(*ACT), "decisions.act.quorum", "7: act", id="missing below the subject"),
        pytest.param("vetoes", fact(), "vetoes", "1: name", id="a missing block"),
        pytest.param("by-name", fact(*ACT, places=ODD), "members[local-9]", "5: id: local-9", id="named"),
        pytest.param(
            "exit", fact(places=ODD), "exit.notice", "10: 7 days", id="a named place comes before a key"
        ),
        pytest.param(
            "here", fact(*ACT, places={"here": ("exit",)}), "decisions.act", "7: act", id="here is here"
        ),
        pytest.param("role", fact("members", 0), "members[breathe].role", "4: Leads", id="of a member"),
    ],
)  # fmt: skip
def test_a_finding_points_at_its_place(at: str, about: Fact, path: str, shown: str) -> None:
    found = one(policy(at=at), about)
    assert (found.path, marked(found.span)) == (path, shown)


VALUES: dict[str, Value] = {"id": "act", "members": 2, "open": False, "lines": "a\nb"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {"message": "{id} of {members}", "why": "so {open}", "fix": "see {id}"},
            ("act of 2", "so no", "see act", False),
            id="every text is filled",
        ),
        pytest.param(
            {"fix": "", "write": "act:\n  {lines}"},
            ("m", "w", "act:\n  a\n  b", True),
            id="what is to be pasted keeps its lines",
        ),
        pytest.param(
            {"fix": "advice", "write": "{id}: 1"}, ("m", "w", "act: 1", True), id="pasting before advice"
        ),
        pytest.param(
            {"message": "{lines}", "why": "{lines}", "fix": "{lines}"},
            ("a b", "a\nb", "a b", False),
            id="only the reasons may take several lines",
        ),
        pytest.param({"message": "{nothing}"}, ("…", "w", "f", False), id="what is not known"),
        pytest.param({}, ("m", "w", "f", False), id="nothing to fill"),
    ],
)
def test_texts_are_filled(texts: dict[str, str], expected: tuple[str, str, str, bool]) -> None:
    found = one(policy(**texts), fact(*ACT, values=VALUES))
    assert (found.message, found.why, found.fix, found.write) == expected


def test_the_reasons_stay_on_one_line_where_no_value_has_several() -> None:
    about = fact(*ACT, values={"tab": "a\tb"})
    assert one(policy(why="{tab}"), about).why == "a b"


def test_a_finding_says_whose_rule_it_is_and_where_to_read_on() -> None:
    found = one(policy(name="late-end"), fact(*ACT), Severity.ERROR)
    assert (found.code, found.name, found.severity) == ("L001", "late-end", Severity.ERROR)
    assert found.file == "charters/charter.yaml"
    assert found.url.endswith("/policies/late-end")
    assert found.related == ()


@pytest.mark.parametrize(
    ("related", "expected"),
    [
        pytest.param({}, [], id="nothing else"),
        pytest.param({"elsewhere": "not there"}, [], id="a place that this one fact does not have"),
        pytest.param({"passes": "no name of a place"}, [], id="a key is no named place"),
        pytest.param(
            {"out": "{id} is no exit", "first": "who {members}"},
            [
                ("exit.notice", "10: 7 days", "act is no exit"),
                ("members[breathe]", "3: id: breathe", "who 2"),
            ],
            id="two places in the order of the rule",
        ),
    ],
)
def test_other_places_are_named(related: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    places: dict[str, Route] = {"out": ("exit", "notice"), "first": ("members", 0)}
    found = one(policy(related=related), fact(*ACT, values=VALUES, places=places))
    assert [(other.path, marked(other.span), other.message) for other in found.related] == expected
    assert {other.file for other in found.related} <= {found.file}


@pytest.mark.parametrize(
    ("kind", "stage", "expected"),
    [
        pytest.param("", "", {"L001", "E501"}, id="nothing declared"),
        pytest.param("body", "", {"L001"}, id="a body is not asked about its exit"),
        pytest.param("", "ended", {"L001"}, id="nor is one that has ended, where the rule says so"),
    ],
)
def test_only_what_applies_is_asked(kind: str, stage: str, expected: set[str]) -> None:
    late = policy("E501", stages=("draft", "signed"))
    off = policy("L002", severity=dict.fromkeys(MODELS, None))
    applied = asked((policy(), late, off), Profile(kind=kind, stage=stage))
    assert set(applied) == expected
    assert applied["L001"] == (policy(), Severity.WARNING)
    found = findings([("L001", 0), ("E501", 0), ("L002", 0)], [fact(*ACT)], applied, DOCUMENT)
    assert {each.code for each in found} == expected


def test_the_model_says_how_much_it_matters() -> None:
    graded = policy(severity={**ALIKE, "structural": Severity.INFO})
    assert asked((graded,), Profile(model="structural"))["L001"][1] is Severity.INFO
    assert asked((graded,), Profile(model="values-bridge"))["L001"][1] is Severity.WARNING


IN_ORDER = [
    ("L009", 1, ""),
    ("L001", 7, "a"),
    ("L001", 7, "b"),
    ("L002", 7, "a"),
    ("L001", 10, ""),
]


@given(st.permutations(range(5)))
def test_findings_stand_in_the_order_of_the_file(order: list[int]) -> None:
    facts = [fact(), fact(*ACT, values={"text": "a"}), fact(*ACT, values={"text": "b"}), fact("exit")]
    said = {code: (policy(code, message="{text}"), Severity.INFO) for code in ("L001", "L002", "L009")}
    matches = [("L009", 0), ("L001", 1), ("L001", 2), ("L002", 1), ("L001", 3)]
    found = findings([matches[index] for index in order], facts, said, DOCUMENT)
    assert [(each.code, each.span.line, each.message.strip("…")) for each in found] == IN_ORDER


def test_at_one_place_findings_stand_by_what_they_are_called() -> None:
    """Both are missing at the top, so both are shown at the name."""
    facts = [fact("vetoes", values={"text": "1"}), fact("scope", values={"text": "2"})]
    said = {"L001": (policy(message="{text}"), Severity.INFO)}
    for matches in ([("L001", 0), ("L001", 1)], [("L001", 1), ("L001", 0)]):
        found = findings(matches, facts, said, DOCUMENT)
        assert [(each.path, each.message) for each in found] == [("scope", "2"), ("vetoes", "1")]


def ask(text: str, *policies: Policy, name: str = "charter.yaml") -> list[Finding]:
    """What policies find in a text, by the whole way from the file."""
    loaded = load(read(text, name))
    facts = collect(loaded).facts
    matches = ReferenceMatcher(policies).match(facts)
    return list(findings(matches, facts, asked(policies, Profile()), loaded.document))


def prints(found: list[Finding]) -> set[tuple[str, str, str]]:
    return {(each.code, each.path, each.fingerprint) for each in found}


def members(*ids: str) -> str:
    return "".join(f"  - {{id: {each}}}\n" for each in ids)


def decisions(*keys: str) -> str:
    return "".join(f"  {key}: {{covers: [{key}], passes: all members}}\n" for key in keys)


def charter(people: str = members("a", "b"), keys: str = decisions("speak", "admit")) -> str:
    return f"name: Clean Air\nmembers:\n{people}decisions:\n{keys}"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("# a remark\n" * 50 + charter(), id="50 lines above"),
        pytest.param(charter().replace("members:", "\n\n\nmembers:"), id="lines between"),
        pytest.param(charter(people=members("b", "a")), id="members in another order"),
        pytest.param(charter(keys=decisions("admit", "speak")), id="decisions in another order"),
        pytest.param(charter().replace("{id: a}", "id: a"), id="written as a block"),
        pytest.param(charter().replace("\n", "\r\n"), id="other line ends"),
    ],
)
def test_fingerprints_stay(changed: str) -> None:
    before, after = ask(charter(), *shipped()), ask(changed, *shipped())
    assert len(before) > 5
    assert prints(after) == prints(before)


@pytest.mark.parametrize(
    ("changed", "name", "kept"),
    [
        pytest.param(charter(people=members("a", "z")), "charter.yaml", True, id="a member of another id"),
        pytest.param(charter(), "other.yaml", False, id="another file"),
    ],
)
def test_fingerprints_differ(changed: str, name: str, kept: bool) -> None:
    before, after = prints(ask(charter(), *shipped())), prints(ask(changed, *shipped(), name=name))
    assert before != after
    assert bool(before & after) is kept


def test_one_rule_that_speaks_twice_of_one_place_is_told_apart() -> None:
    said = {code: (policy(code, message="{text}"), Severity.INFO) for code in ("L001", "L002")}
    facts = [fact(*ACT, values={"text": text}) for text in "abc"] + [fact("exit")]
    every = [(code, index) for code in said for index in range(4)]
    found = findings(every, facts, said, DOCUMENT)
    assert len({each.fingerprint for each in found}) == len(found) == 8
    assert all(len(each.fingerprint) == 32 for each in found)
    first = findings([("L001", 0), ("L001", 3)], facts, said, DOCUMENT)
    assert {each.fingerprint for each in first} <= {each.fingerprint for each in found}


def test_a_fingerprint_is_the_same_for_ever() -> None:
    """Baselines in other people's repositories hold it: a change of this line is a breaking change."""
    assert one(policy(), fact(*ACT)).fingerprint == "1274b543e58de851ecd34bce9f8115e7"
