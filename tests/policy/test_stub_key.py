"""``stub: no`` keeps what a policy writes from being put in, and survives being kept ready to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.policy.cache import store, stored
from coalcheck.engine.policy.form import read_policy
from coalcheck.engine.policy.table import TABLE
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import validate_loaded

POLICY = """\
code: L001
name: no-song
title: A song
severity: warning
subject: charter
when: {has_exit: false}
at: exit
message: There is no song
why: We sing.
write: |
  exit:
    notice: 7 days
"""
CHARTER = "name: A\nmembers: [{id: a}, {id: b}]\n"


@pytest.mark.parametrize(
    ("line", "stub"),
    [
        pytest.param("", True, id="unsaid"),
        pytest.param("stub: yes\n", True, id="yes"),
        pytest.param("stub: no\n", False, id="no"),
    ],
)
def test_what_is_written_is_put_in_unless_it_is_an_example(line: str, stub: bool, tmp_path: Path) -> None:
    policy = read_policy(POLICY + line, "no-song.yaml", TABLE).policy

    assert policy is not None
    assert policy.stub is stub
    store(tmp_path / "kept.json", "key", [policy])
    kept = stored(tmp_path / "kept.json", "key")
    assert kept is not None
    assert [each.stub for each in kept] == [stub]
    found = validate_loaded(load(read(CHARTER, "charter.yaml")), [policy], matcher="reference").findings
    assert [each.fixable for each in found if each.code == "L001"] == ["unsafe" if stub else None]


def test_another_word_is_a_mistake() -> None:
    document = read_policy(f"{POLICY}stub: maybe\n", "no-song.yaml", TABLE).document

    assert [problem.kind for problem in document.problems] == ["policy-unknown-word"]
