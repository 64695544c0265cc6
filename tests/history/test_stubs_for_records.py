"""What a policy on records tells people to paste ends what it speaks of, and raises nothing new."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.matters import facts_of_record
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.history.replay import replay
from coalcheck.engine.policy.fill import fill_lines
from coalcheck.engine.policy.load import shipped, survey
from coalcheck.engine.policy.model import Example, Policy
from coalcheck.engine.policy.reference import holds
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import findings_of

WRITING = [policy for policy in survey()[0] if policy.write and policy.subject in {"action", "record"}]
EXAMPLES = [(policy, example) for policy in WRITING for example in policy.examples]


class AsWritten(yaml.CSafeDumper):
    """Writes every text without quotes, so that yes and no and dates stay what they were."""


AsWritten.yaml_implicit_resolvers = {}


def spoken_of(policy: Policy, example: Example, charter: str) -> list[Fact]:
    """What the policy speaks of in the record of an example, under a charter."""
    loaded = load(read(charter, "charter.yaml"))
    assert loaded.charter is not None
    files = {name: text for name, text in example.files().items() if name.startswith("decisions/")}
    entries = [load_action(read(text, name), loaded.charter) for name, text in files.items()]
    record = replay(loaded.charter, loaded.document, entries, example.as_of or date(2027, 1, 1))
    facts = [fact for of_file in facts_of_record(record) for fact in of_file.facts]
    return [fact for fact in facts if holds(policy.when, fact.values)]


def grave(charter: str) -> set[tuple[str, str]]:
    found = findings_of(charter, shipped(), matcher="reference")
    return {(one.code, one.path) for one in found if one.severity >= Severity.WARNING}


def mended(policy: Policy, charter: str, fact: Fact) -> str:
    """The charter with what the policy writes, in the place that it points at."""
    tree: Any = yaml.load(charter, yaml.CBaseLoader)
    stub = yaml.load(fill_lines(policy.write, dict(fact.values)), yaml.CBaseLoader)
    node = tree
    for step in fact.route:
        if step in stub:
            break
        node = node.setdefault(step, {})
    node.update(stub)
    return yaml.dump(tree, Dumper=AsWritten, sort_keys=False, allow_unicode=True)


@pytest.mark.parametrize(
    ("policy", "example"),
    [pytest.param(*pair, id=f"{pair[0].code} {pair[1].name}") for pair in EXAMPLES],
)
def test_what_is_pasted_settles_it(policy: Policy, example: Example) -> None:
    charter = example.files()["charter.yaml"]
    for fact in spoken_of(policy, example, charter):
        after = mended(policy, charter, fact)
        assert spoken_of(policy, example, after) == []
        assert grave(after) - grave(charter) == set()


def test_every_such_policy_speaks_in_an_example() -> None:
    speaking = {
        policy.code for policy, each in EXAMPLES if spoken_of(policy, each, each.files()["charter.yaml"])
    }
    assert speaking == {policy.code for policy in WRITING}
    assert WRITING
