"""What an act itself says to be about is said once, and not again for its words or its partners."""

from __future__ import annotations

import pytest
from acting import act_of
from msgspec.structs import replace

from coalcheck.engine.conduct.chapters import scope
from coalcheck.engine.decide.door import decide

CHARTER = """\
scope:
  inside: [{id: night, about: Ship engines at night, words: [engine]}]
  outside:
    - {id: elections, about: Candidates and elections, words: [candidate, election], kinds: [politician]}
    - {id: rents, about: Rents, words: [rent, rents]}
  set_aside: [{id: gas, about: The gas terminal, words: [gas, terminal]}]
"""
LETTER = "action: speak\ndate: 2026-06-01\nin_name_of: coalition\nballots: {for: [a, b, c]}\n"
GAINS = "benefits: {who: Ms Lorenz, kind: politician}\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            f"topics: [elections]\ntitle: A candidate for our engines\n{GAINS}",
            ["scope-outside"],
            id="words and a partner of the matter that it names",
        ),
        pytest.param(
            "topics: [gas]\ntext: The terminal needs no engine.\n",
            ["scope-set-aside"],
            id="of what was set aside",
        ),
        pytest.param(
            "topics: [elections]\ntext: The candidate is for lower rents.\n",
            ["scope-outside", "scope-outside-words"],
            id="words of another matter",
        ),
        pytest.param(
            f"topics: [rents]\ntitle: Rents\n{GAINS}",
            ["scope-outside", "scope-partner"],
            id="a partner of another matter",
        ),
        pytest.param(
            f"topics: [night]\ntitle: Engines and a candidate\n{GAINS}",
            ["scope-outside-words", "scope-partner"],
            id="it names neither: both are said",
        ),
        pytest.param(
            "topics: [gas]\ntext: A candidate spoke of the terminal.\n",
            ["scope-outside-words", "scope-set-aside"],
            id="one named, words of the other",
        ),
    ],
)
def test_a_matter_that_is_named_is_said_once(lines: str, expected: list[str]) -> None:
    act = act_of(CHARTER, LETTER + lines)
    verdict = decide(act.charter, act.action, as_of=act.as_of, changes=False, scope=True)
    assert sorted(each.name for each in scope.matters(replace(act, verdict=verdict))) == expected
