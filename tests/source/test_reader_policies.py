"""Every problem of the reader has its policy, with what the policy says, and no policy waits in vain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source import read as door
from coalcheck.engine.source.read import read

ROOM = Path(door.__file__).parent
KIND = re.compile(r'(?:Problem|Remedy|Refusal|_problem|_each_line)\(\s*"([a-z0-9-]+)"')
READERS = {policy.name: policy for policy in survey()[0] if "C101" <= policy.code <= "C149"}
FIELD = re.compile(r"\{([a-z_]+)\}")


def raised() -> set[str]:
    """The kinds that stand in the code of this room where a problem is made."""
    code = "".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    return set(KIND.findall(code))


def test_every_problem_has_its_policy() -> None:
    assert len(raised()) > 30
    assert raised() - set(READERS) == set()


@pytest.mark.parametrize("policy", [pytest.param(each, id=each.code) for each in READERS.values()])
def test_every_policy_is_asked_for_and_finds_its_words(policy: Policy) -> None:
    """Its examples raise it, and whatever its texts put in is there each time."""
    fields = set(FIELD.findall(" ".join((policy.message, policy.why, policy.fix, policy.write))))
    values = [
        problem.values
        for example in policy.examples
        for problem in read(example.text, "x").problems
        if problem.kind == policy.name
    ]

    assert values
    for each in values:
        assert fields <= {name for name, text in each.items() if text}, each
