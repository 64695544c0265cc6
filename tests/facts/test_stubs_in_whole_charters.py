"""What a policy tells people to paste raises nothing new: whatever else is shipped has nothing to say of it.

First in the policy's own examples; then in charters that are ready to sign, from which just that clause was
taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.fill import fill_lines
from coalcheck.engine.policy.load import shipped, survey
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.policy.reference import holds
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import findings_of

Tree: TypeAlias = dict[str, Any]
MOST_ALIKE, MOST_TRIES = 2, 8
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures/coalitions").glob("*/charter.yaml"))


class AsWritten(yaml.CSafeDumper):
    """Writes every text without quotes, so that yes and no and dates stay what they were."""


AsWritten.yaml_implicit_resolvers = {}


def dumped(tree: Tree) -> str:
    return yaml.dump(tree, Dumper=AsWritten, sort_keys=False, allow_unicode=True)


def spoken_of(policy: Policy, text: str) -> list[Fact]:
    facts = collect(load(read(text, "charter.yaml"))).facts
    return [fact for fact in facts if fact.subject == policy.subject and holds(policy.when, fact.values)]


def grave(text: str) -> set[tuple[str, str]]:
    """Code and place of everything to settle or worth a talk."""
    found = findings_of(text, shipped(), matcher="reference")
    return {(one.code, one.path) for one in found if one.severity >= Severity.WARNING}


def place_of(policy: Policy, fact: Fact) -> Route:
    if policy.at == "here":
        return fact.route
    return fact.places.get(policy.at) or (*fact.route, *policy.at.split("."))


def stub_of(policy: Policy, fact: Fact) -> Tree:
    stub = yaml.load(fill_lines(policy.write, dict(fact.values)), yaml.CBaseLoader)
    assert isinstance(stub, dict)
    return stub


def node_at(tree: Tree, stub: Tree, route: Route, *, make: bool) -> Tree:
    """Where the keys of a stub stand: the mapping that holds them, made on the way if it is to be."""
    keys = [index for index, step in enumerate(route) if step in stub]
    node: Any = tree
    for step in route[: keys[0]] if keys else route:
        if isinstance(node, dict) and step not in node:
            if not make:
                return {}
            node[step] = {}
        if not isinstance(node[step], dict | list):
            break
        node = node[step]
    assert isinstance(node, dict)
    return node


def merge(into: Tree, stub: Tree) -> None:
    for key, value in stub.items():
        if isinstance(into.get(key), dict) and isinstance(value, dict):
            merge(into[key], value)
        else:
            into[key] = value


def mended(policy: Policy, text: str) -> str:
    tree = yaml.load(text, yaml.CBaseLoader)
    for fact in spoken_of(policy, text):
        stub = stub_of(policy, fact)
        merge(node_at(tree, stub, place_of(policy, fact), make=True), stub)
    return dumped(tree)


NOT_OF_CHARTERS = {"file", "action", "record"}
"""What is written for a record is tried with one, in ``tests/history/test_stubs_for_records.py``."""
WRITING = [policy for policy in survey()[0] if policy.write and policy.subject not in NOT_OF_CHARTERS]
EXAMPLES = [
    pytest.param(policy, example.text, id=f"{policy.code} {example.name}")
    for policy in WRITING
    for example in policy.examples
    if spoken_of(policy, example.text)
]


@pytest.mark.parametrize(("policy", "text"), EXAMPLES)
def test_a_stub_raises_nothing_in_the_policys_own_example(policy: Policy, text: str) -> None:
    assert grave(mended(policy, text)) - grave(text) == set()


# Charters that are ready to sign


@cache
def healthy(path: Path) -> tuple[Tree, frozenset[tuple[str, str]]]:
    text = path.read_text("utf-8")
    return yaml.load(text, yaml.CBaseLoader), frozenset(grave(text))


def without(tree: Tree, stub: Tree) -> bool:
    """Take out the leaves of a stub, and what is empty then; whether anything was there."""
    found = False
    for key, value in stub.items():
        if key in tree:
            inner = tree[key]
            if isinstance(value, dict) and isinstance(inner, dict):
                found |= without(inner, value)
                if not inner:
                    del tree[key]
            else:
                found = True
                del tree[key]
    return found


@cache
def facts_of(path: Path) -> tuple[Fact, ...]:
    return collect(load(read(dumped(healthy(path)[0]), "charter.yaml"))).facts


def robbed(policy: Policy, path: Path) -> Iterator[str]:
    """A charter that is ready to sign without what a policy asks for: its leaves, or its whole block."""
    whole, _ = healthy(path)
    stub = next(
        stub_of(policy, fact) for example in policy.examples for fact in spoken_of(policy, example.text)
    )
    alike = [fact for fact in facts_of(path) if fact.subject == policy.subject]
    for fact in alike[:MOST_ALIKE]:
        for of_all in (False, True):
            tree = deepcopy(whole)
            node = node_at(tree, stub, place_of(policy, fact), make=False)
            if of_all:
                if not [key for key in stub if node.pop(key, None)]:
                    continue
            elif not without(node, stub):
                continue
            yield dumped(tree)


def asked_of(policy: Policy, path: Path) -> bool:
    tree, _ = healthy(path)
    return policy.severity_for(tree.get("kind", ""), tree.get("model", ""), tree.get("stage", "")) is not None


@cache
def lacking(policy: Policy) -> tuple[Path, str] | None:
    """The first charter in which the policy speaks as soon as its clause is taken out."""
    tries = ((path, text) for path in FIXTURES if asked_of(policy, path) for text in robbed(policy, path))
    return next((each for each in islice(tries, MOST_TRIES) if spoken_of(policy, each[1])), None)


@pytest.mark.parametrize(
    "policy", [pytest.param(policy, id=f"{policy.code} {policy.name}") for policy in WRITING]
)
def test_a_stub_mends_a_charter_from_which_the_clause_was_taken(policy: Policy) -> None:
    if (found := lacking(policy)) is None:
        # What it writes stands in no such charter; then its own example shows that it raises nothing.
        assert any(spoken_of(policy, example.text) for example in policy.examples)
        return
    path, text = found
    after = mended(policy, text)

    assert spoken_of(policy, after) == []
    assert grave(after) - grave(text) - healthy(path)[1] == set()


def test_enough_clauses_stand_in_charters_that_are_ready_to_sign() -> None:
    of_charters = [policy for policy in WRITING if policy.subject == "charter"]
    assert sum(lacking(policy) is not None for policy in of_charters) * 2 > len(of_charters)
