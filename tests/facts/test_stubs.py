"""What a policy tells people to paste must, pasted at its place, settle the point."""

from __future__ import annotations

from typing import Any, cast

import pytest
import yaml

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.policy.fill import fill_lines
from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Example, Policy
from coalcheck.engine.policy.reference import holds
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read

Tree = dict[str, Any]


class AsWritten(yaml.SafeDumper):
    """Writes every text without quotes, so that yes and no and dates stay what they were."""


AsWritten.yaml_implicit_resolvers = {}


def spoken_of(policy: Policy, text: str) -> list[Fact]:
    facts = collect(load(read(text, "charter.yaml"))).facts
    return [fact for fact in facts if fact.subject == policy.subject and holds(policy.when, fact.values)]


CASES = [
    pytest.param(policy, example, id=f"{policy.code} {example.name}")
    for policy in survey()[0]
    if policy.write and policy.subject != "file"
    for example in policy.examples
    if spoken_of(policy, example.text)
]


def place_of(policy: Policy, fact: Fact) -> Route:
    if policy.at == "here":
        return fact.route
    return fact.places.get(policy.at) or (*fact.route, *policy.at.split("."))


def pasted(tree: Tree, stub: Tree, route: Route) -> None:
    """Put keys where the finding points: over the key of the same name, into a mapping, or beside a text."""
    keys = [index for index, step in enumerate(route) if step in stub]
    before = route[: keys[0]] if keys else route
    node: Any = tree
    for step in before:
        if isinstance(node, dict) and step not in node:
            node[step] = {}
        below = node[step]
        if not isinstance(below, dict | list):
            break
        node = below
    merge(cast(Tree, node), stub)


def merge(into: Tree, stub: Tree) -> None:
    for key, value in stub.items():
        if isinstance(into.get(key), dict) and isinstance(value, dict):
            merge(into[key], value)
        else:
            into[key] = value


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_a_stub_settles_its_point(policy: Policy, example: Example) -> None:
    text = example.text
    facts = spoken_of(policy, text)
    for fact in facts:
        tree = yaml.load(text, yaml.BaseLoader)
        stub = yaml.load(fill_lines(policy.write, dict(fact.values)), yaml.BaseLoader)
        pasted(tree, stub, place_of(policy, fact))
        mended = yaml.dump(tree, Dumper=AsWritten, sort_keys=False, allow_unicode=True)
        left = [(one.id, one.route) for one in spoken_of(policy, mended)]

        assert (fact.id, fact.route) not in left, mended
