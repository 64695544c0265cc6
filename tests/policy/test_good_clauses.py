"""A clause that a policy shows as a good one is one of a charter, and the policy has nothing to say of it.

It is put into the rules of the body whose it is, where those are among the fixtures: members, groups and
weights are the body's, decisions, exit and the rest are the clause's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Good, Policy
from coalcheck.engine.policy.reference import holds
from coalcheck.engine.source.read import read

BODIES = Path(__file__).parents[2] / "fixtures/bodies"
POLICIES = [policy for policy in survey()[0] if policy.good]
WHOSE = ("coalcheck", "name", "kind", "purpose", "members", "groups", "weights", "bodies", "kinds")

# Templates that are not among the fixtures, and those who might fill them in.
TEMPLATES = ("Coalition minimum agreement",)
PARTNERS = {
    "name": "Partners",
    "purpose": "Stop the deal.",
    "members": [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}, {"id": "three", "name": "Three"}],
}
SOME_DECISION = {"event": {"covers": ["event"], "passes": "more than half of members"}}

ASKED_BESIDE_OTHERS = {"E507", "E512", "E535", "M703", "M725", "M753", "R836"}
"""What these ask for is asked only where something beside it is written, which the clause brings along."""


class AsWritten(yaml.SafeDumper):
    """Writes every text without quotes, so that dates and numbers stay what they were."""


AsWritten.yaml_implicit_resolvers = {}


def bodies() -> dict[str, dict[str, Any]]:
    charters = (yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in BODIES.glob("*/charter.yaml"))
    return {charter["name"]: charter for charter in charters}


KNOWN = bodies()


def whose(good: Good) -> Mapping[str, Any]:
    """The body's own members and words; the partners of a template."""
    name = good.body.partition(", ")[0]
    if name in TEMPLATES:
        return PARTNERS
    return {key: value for key, value in KNOWN[name].items() if key in WHOSE}


def charter_with(good: Good, *, clause: bool = True) -> Loaded:
    written = yaml.load(good.clause, yaml.BaseLoader) if clause else {}
    tree = {**whose(good), "decisions": SOME_DECISION, **written}
    return load(read(yaml.dump(tree, Dumper=AsWritten, sort_keys=False, allow_unicode=True), "charter.yaml"))


def spoken_of(policy: Policy, loaded: Loaded) -> list[Fact]:
    return [
        fact
        for fact in collect(loaded).facts
        if fact.subject == policy.subject and holds(policy.when, fact.values)
    ]


def test_there_are_enough() -> None:
    assert len(POLICIES) >= 40
    assert {policy.family for policy in POLICIES} >= set("DVEM")


@pytest.mark.parametrize("policy", [pytest.param(each, id=f"{each.code} {each.name}") for each in POLICIES])
def test_a_good_clause_is_a_clause_and_nothing_is_said_of_it(policy: Policy) -> None:
    assert policy.good is not None
    loaded = charter_with(policy.good)
    facts = collect(loaded).facts
    keys = set(yaml.load(policy.good.clause, yaml.BaseLoader))

    assert loaded.document.problems == ()
    assert [dict(fact.values) for fact in facts if fact.subject == "file"] == []
    assert [
        dict(fact.values) for fact in facts if fact.subject == "clause" and fact.values.get("fault")
    ] == []
    assert spoken_of(policy, loaded) == []
    # The clause has something of what the policy looks at, so that its silence says something.
    if policy.subject == "pair-of-decisions":
        assert sum(fact.subject == "decision" for fact in facts) >= 2
    else:
        looked_at = [fact.route[:1] for fact in facts if fact.subject == policy.subject]
        assert any(not route or route[0] in keys for route in looked_at)


def is_at(policy: Policy) -> bool:
    """Whether the clause stands where the policy points: at a key of the charter, not at a named place."""
    return policy.good is not None and policy.at.partition(".")[0] in yaml.load(
        policy.good.clause, yaml.BaseLoader
    )


WRITTEN_OR_NOT = [
    policy for policy in POLICIES if policy.write and policy.subject == "charter" and is_at(policy)
]


@pytest.mark.parametrize(
    "policy", [pytest.param(each, id=f"{each.code} {each.name}") for each in WRITTEN_OR_NOT]
)
def test_without_the_clause_the_policy_speaks(policy: Policy) -> None:
    """Where something is missing, and not only wrong, the clause is what was missing."""
    assert policy.good is not None
    without = spoken_of(policy, charter_with(policy.good, clause=False))
    assert bool(without) is (policy.code not in ASKED_BESIDE_OTHERS)
