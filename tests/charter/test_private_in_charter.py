"""What one partner thinks of another is refused inside a charter, at whatever depth it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.source.read import read

FILE = Path(__file__).parents[2] / "fixtures" / "choosing" / "one.yaml"
AROUND = """\
name: X
purpose: Y
members:
  - {id: breathe}
  - id: local-9
decisions: {joint: {passes: all members}}
"""


def private(text: str) -> list[tuple[str, int]]:
    problems = load(read(text, "charter.yaml")).problems
    return [(p.values["key"], p.span.line) for p in problems if p.kind == "private-in-charter"]


@pytest.mark.parametrize(
    ("added", "keys"),
    [
        pytest.param("criteria: {trust: 2}", ["criteria"], id="criteria"),
        pytest.param("dimensions: {culture: {score: 3}}", ["dimensions"], id="dimensions"),
        pytest.param("red_flags: {cannot_give_staff: yes}", ["red_flags"], id="red flags"),
        pytest.param("supporters: {risk: high}", ["supporters"], id="supporters"),
        pytest.param("candidates: {local-9: {name: Local 9}}", ["candidates"], id="candidates"),
        pytest.param("our_dimensions: {innovation: 3}", ["our_dimensions"], id="our dimensions"),
        pytest.param("we_need: {overlap: one issue}", ["we_need"], id="needs"),
        pytest.param("scope: {criteria: {trust: 2}}", ["criteria"], id="in a block"),
        pytest.param("exit: {notice: {score: 2}}", ["score"], id="in place of a value"),
        pytest.param("explaining: {breathe: {score: 2}}", ["score"], id="of a member"),
        pytest.param("ownership: {list: {trust: {score: 3}}}", ["trust"], id="below a name of one's own"),
        pytest.param("view:\n  local-9:\n    trust: {score: 2}", ["trust"], id="below an unknown key"),
        pytest.param("views: [{of: [{red_flags: none}]}]", ["red_flags"], id="in lists of lists"),
        pytest.param(
            "memberz: [{id: a, trust: 2}, {id: b, trust: 3}]", ["trust", "trust"], id="below a misspelt key"
        ),
        pytest.param("view: {trust: 2, of: {culture: 3}}", ["trust", "culture"], id="two of them"),
    ],
)
def test_refused_on_the_first_level_and_below(added: str, keys: list[str]) -> None:
    assert [key for key, line in private(f"{AROUND}{added}\n") if line > 6] == keys


@pytest.mark.parametrize(
    ("added", "keys"),
    [
        pytest.param("trust: 2", ["trust"], id="a bare score"),
        pytest.param("trust: {score: 2}", ["trust"], id="a score"),
        pytest.param("criteria: {trust: 2}", ["criteria"], id="criteria"),
        pytest.param("view: {of: {trust: {score: 2}}}", ["trust"], id="below a key of its own"),
        pytest.param("supporters: {who_may_object: donors}", ["supporters"], id="supporters"),
    ],
)
def test_refused_of_a_member(added: str, keys: list[str]) -> None:
    assert private(AROUND.replace("id: local-9\n", f"id: local-9\n    {added}\n")) == [
        (key, 6) for key in keys
    ]


@pytest.mark.parametrize(
    "added",
    [
        pytest.param("groups: {supporters: [breathe]}", id="a group called so"),
        pytest.param("bodies: {trust: {members: all}}", id="a body called so"),
        pytest.param(
            "joining: {criteria: [shares the goal]}", id="a list for joining, which has another name"
        ),
        pytest.param("ownership: {trust: all of us}", id="a thing called so"),
        pytest.param("conflict: {history: talk}", id="a sentence at a key that is not known"),
        pytest.param("value: {portfolios: {breathe: {strategic: trust}}}", id="a word"),
    ],
)
def test_left_alone(added: str) -> None:
    assert private(f"{AROUND}{added}\n") == []


@pytest.mark.parametrize("added", ["supporters: 3000", "culture: delegates decide", "innovation: yes"])
def test_what_a_member_says_of_itself_is_left_alone(added: str) -> None:
    assert private(AROUND.replace("id: local-9\n", f"id: local-9\n    {added}\n")) == []


@pytest.mark.parametrize("depth", [1, 20, 60])
def test_however_deep(depth: int) -> None:
    nested = "{a: " * depth + "{trust: 1}" + "}" * depth
    assert private(f"{AROUND}view: {nested}\n") == [("trust", 7)]


def test_a_whole_private_file_is_refused_as_a_charter() -> None:
    found = {key for key, _ in private(FILE.read_text(encoding="utf-8"))}
    assert found == {"choosing", "kept_private", "we_need", "our_deal_breakers", "candidates"}
