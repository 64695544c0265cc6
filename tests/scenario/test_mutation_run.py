"""Cases judged under every change: who notices what, and that what is to be pasted does what it says."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mutating import under, written
from suites import CHARTER
from test_scenario_command import Folder

from coalcheck.engine.report.scenario.mutation import left_aside, not_known, noticed, unnoticed
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.scenario.mutation.run import mutate
from coalcheck.engine.scenario.mutation.score import Change, Mutation
from coalcheck.engine.scenario.mutation.telling import Scenario
from coalcheck.engine.scenario.mutation.written import written as as_text
from coalcheck.engine.scenario.run import Ran, Under, run
from coalcheck.engine.source.node import Mapping, Node, Scalar, Sequence
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "mutation_golden"
RESET = bool(os.environ.get("COALCHECK_RESET"))
SCHEMA = json.loads((ROOT / "docs/schema/test-run-1.json").read_text(encoding="utf-8"))
HEAD = "test: Small\ngiven: {date: 2026-05-01}\ncases:\n"
MAJORITY = written("passes: more than half of members, notice: 2 days")
RICH = {
    "rules": written(
        "passes: at least 2/3 of votes cast, quorum: more than half of members, notice: 2 days", 4
    ),
    "silence": written(
        "passes: no member against, silence: adopts, window: 2 days, proxies: {most: 1, count: [vote]}"
    ),
    "second ways": written(
        "passes: all members, quorum: all members, otherwise: {after: 3 days, if: failure, passes: "
        "more than half of members}, second_call: {after: 1 week, quorum: at least 2 members}"
    ),
    "veto by notice": written(
        "passes: at least 2 members",
        4,
        "vetoes: [{holders: [a, b], over: [joint], by: notice, "
        "needs: [reason], within: 48 hours, limit: 1 per year, override: at least 3/4 of the other "
        "members}]\n",
    ),
    "veto by vote": written(
        "passes: at least 2 members", 4, "vetoes: [{holders: [a, b], by: vote, over: [joint]}]\n"
    ),
    "people": written(
        "passes: at least 1 member in each side and no wise member against", 5, "groups: {wise: [a, b]}\n"
    ),
    "board": written(
        "passes: more than half of seats, body: board, explain: 2 days, expires: 2 months",
        3,
        "bodies: {board: {seats: [{member: a}, {member: b}, {}], chair: a, limits: {spend: 100 EUR}}}\n",
    ).replace("kind: body", "kind: alliance\nmodel: structural"),
    "member concerned": written(
        "passes: at least 2/3 of members, member_concerned: {votes: false}, needs: [reason]", 5
    ),
    "many of one kind": written("passes: at least 60% of members and more in favour than against").replace(
        "id: a,", "id: a, count: 40,"
    ),
    "harbour": CHARTER,
}


def ran(place: Under, cases: str, head: str = HEAD) -> list[Ran]:
    document = read(head + cases, "tests/small.yaml")
    suite = load(document, heading_of(document), place.charter)
    assert suite.problems == ()
    return [run(case, place) for case in suite.cases]


def texts(mutation: Mutation) -> list[str]:
    return list(dict.fromkeys(each.scenario.text for each in mutation.changes if each.scenario is not None))


def test_a_change_is_noticed_by_the_case_that_fails_under_it() -> None:
    place = under(MAJORITY)
    found = mutate(place, ran(place, "- {id: two, action: joint, for: 2, expect: adopted}\n"))
    by = {each.said: each.by for each in found.changes}
    assert by["more than half of members became more than 2/3 of members"] == "two"
    assert by["more than half of members became more than 3/10 of members"] == ""
    assert found.cases == 1


def test_a_case_that_does_not_pass_notices_nothing() -> None:
    place = under(MAJORITY)
    found = mutate(place, ran(place, "- {id: one, action: joint, for: 1, expect: adopted}\n"), tell=False)
    assert found.ended("noticed") == ()
    assert found.cases == 0


def test_a_verdict_that_is_not_expected_notices_nothing() -> None:
    """Who decides changes with the board; a case that does not say so stays green, so it did not notice."""
    place = under(CHARTER)
    head = "test: Small\nas_of: 2026-05-02\ngiven: {date: 2026-05-01, topics: [night-ban]}\ncases:\n"
    found = mutate(
        place, ran(place, "- {id: all, action: change, for: 3, expect: adopted}\n", head), tell=False
    )
    assert {each.path for each in found.ended("noticed")} <= {
        "decisions.change.passes",
        "term.starts",
        "term.ends",
    }


@pytest.mark.parametrize("text", RICH.values(), ids=RICH.keys())
def test_what_is_to_be_pasted_passes_and_notices(text: str) -> None:
    """Every scenario, read from its text alone, passes under the charter and fails under its change."""
    place = under(text)
    found = mutate(place, ())
    assert found.ended("unnoticed")
    every = list(mutants(place.charter))
    for change, mutant in zip(found.changes, every, strict=True):
        if change.scenario is not None:
            (here,) = ran(place, change.scenario.text, "cases:\n")
            assert here.passed, change
            assert not run(here.case, place.changed(mutant.charter)).passed, change
    lost = [each.said for each in found.ended("unnoticed") if each.scenario is None]
    assert lost == []


@pytest.mark.parametrize("text", RICH.values(), ids=RICH.keys())
def test_all_pasted_nothing_is_unnoticed(text: str) -> None:
    place = under(text)
    pasted = "".join(texts(mutate(place, ())))
    found = mutate(place, ran(place, pasted, "test: Pasted\ncases:\n"))
    assert found.ended("unnoticed") == ()
    assert found.score == 1


def test_what_is_pasted_fits_into_the_file_that_is_there() -> None:
    place = under(MAJORITY)
    head = "given: {date: 2026-06-01, notice: 2026-05-30, abstain: [c]}\ncases:\n"
    document = read(f"{head}- {{id: joint-2-for, action: joint, for: [a, b], expect: adopted}}\n", "t.yaml")
    first = [run(case, place) for case in load(document, heading_of(document), place.charter).cases]
    found = mutate(place, first, frame=document)
    assert "joint-2-for" not in {each.scenario.id for each in found.changes if each.scenario is not None}
    again = ran(place, "".join(texts(found)), head)
    assert all(each.passed for each in again)


def test_one_scenario_stands_for_all_that_it_notices() -> None:
    place = under(MAJORITY)
    found = mutate(place, ())
    told = unnoticed(found)
    assert len(told) < len(found.ended("unnoticed"))
    assert sum(len(each.sentences) for each in told) == len(found.ended("unnoticed"))
    assert len({each.paste for each in told}) == len(told)


def test_only_wanted_changes_are_made() -> None:
    place = under(MAJORITY)
    found = mutate(place, (), wanted=lambda mutant: mutant.kind == "deadline", tell=False)
    assert {each.kind for each in found.changes} == {"deadline"}


# What is said


def change(end: Any, said: str = "x became y", text: str = "") -> Change:
    return Change("number", "p", 3, said, end, scenario=Scenario("s", text) if text else None)


def test_a_change_that_nobody_can_notice_leaves_the_score_and_one_that_is_not_known_does_not() -> None:
    found = Mutation("c.yaml", (change("noticed"), change("unnoticed"), change("not-distinguished")), 1)
    assert found.score == Fraction(1, 2)
    assert (found.below(Fraction(50)), found.below(Fraction(101, 2))) == (False, True)
    assert noticed(found) == "1 of 2 changes to one clause is noticed, 50 %"
    assert left_aside(found) == (
        "1 more change makes no difference to any votes that the members can cast, and is not counted."
    )
    assert not_known(found) == (
        "For 1 of them no case was found that would notice; whether there is one is not known, and it counts."
    )
    assert unnoticed(found)[0].sentences == ("X became y (line 3)",)


def test_with_nothing_to_notice_there_is_no_score_and_no_gate() -> None:
    found = Mutation("c.yaml", (change("not-distinguished"),), 1)
    assert found.score is None
    assert not found.below(Fraction(100))
    assert (left_aside(Mutation("c.yaml", (), 0)), not_known(found)) == ("", "")


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"id": "a", "for": 3, "against": 0}, id="numbers"),
        pytest.param({"id": "no", "why": 'Yes: it\'s "so", \\ and # more'}, id="words that need quotes"),
        pytest.param({"id": "12", "vetoes": [{"by": ["a"], "at": "2026-05-01T12:00:00+00:00"}]}, id="lists"),
        pytest.param({"id": "a", "ballots": {"b": {"for": 2}, "on": {"against": 1}}}, id="mappings"),
        pytest.param({"id": "a", "absent": [f"member-{n}" for n in range(40)]}, id="long lists"),
        pytest.param(
            {"id": "a", "also": {"b": {"ballots": {f"member-{n}": {"for": 1} for n in range(9)}}}},
            id="long mappings",
        ),
        pytest.param({"id": "a", "seconds": [], "done": True}, id="empty and yes"),
    ],
)
def test_what_is_written_reads_as_what_was_meant(values: dict[str, Any]) -> None:
    document = read(f"cases:\n{as_text(values)}", "t.yaml")
    assert document.problems == ()
    assert isinstance(document.root, Mapping)
    assert _plain(document.root) == {"cases": [_as_texts(values)]}


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(each) for each in node.items]
    return {key: _plain(entry.value) for key, entry in node.entries.items()}


def _as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    return "yes" if value is True else str(value)


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    found = Folder(tmp_path, monkeypatch, capsys)
    found.write("charter.yaml", MAJORITY)
    found.write("tests/small.yaml", f"{HEAD}  - {{id: two, action: joint, for: 2, expect: carried}}\n")
    return found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["--mutate"], 0, id="only told"),
        pytest.param(["--min-score", "5"], 0, id="enough"),
        pytest.param(["--min-score", "95"], 1, id="too few"),
        pytest.param(["--mutate", "--min-score", "100%"], 1, id="both"),
        pytest.param(["--min-score", "95", "--exit-zero"], 0, id="only reported"),
        pytest.param(["--min-score", "many"], 2, id="no share"),
        pytest.param(["--min-score", "101"], 2, id="more than all"),
        pytest.param(["--min-score", "0", "-k", "nobody"], 3, id="no case"),
    ],
)
def test_exit_codes(folder: Folder, words: list[str], code: int) -> None:
    assert folder.run(*words).code == code


def test_a_case_that_fails_counts_before_any_score(folder: Folder) -> None:
    folder.write("tests/small.yaml", f"{HEAD}  - {{id: one, action: joint, for: 1, expect: carried}}\n")
    assert folder.run("--min-score", "0").code == 1


def test_only_the_cases_that_were_asked_for_notice(folder: Folder) -> None:
    more = "  - {id: one, action: joint, for: 1, expect: not carried}\n"
    folder.write("tests/small.yaml", f"{HEAD}  - {{id: two, action: joint, for: 2, expect: carried}}\n{more}")
    some, every = (
        json.loads(folder.run("--mutate", "--format", "json", *words).out)["charters"][0]["mutation"][
            "noticed"
        ]
        for words in (["-k", "two"], [])
    )
    assert some < every


@pytest.mark.parametrize("name", ["text", "plain"])
def test_all_are_named_where_all_are_asked_for(folder: Folder, name: str) -> None:
    page = " ".join(folder.run("--mutate", "--all", "--format", name).out.split())
    assert "Not counted, for no votes can show it: More than half of members became at least half" in page
    assert "Abstentions began to count against (line 11)" in page
    assert "more: --all" not in page
    assert "add --all" not in page


@pytest.mark.parametrize("name", ["text", "plain", "json", "junit"])
def test_pages(folder: Folder, name: str) -> None:
    page = folder.run("--mutate", "--min-score", "95", "--format", name, "--matcher", "reference").out
    golden = GOLDEN / f"{name}.txt"
    if RESET:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_the_json_is_as_its_schema_says(folder: Folder) -> None:
    for words in (["--mutate"], ["--min-score", "95"], []):
        jsonschema.validate(json.loads(folder.run(*words, "--format", "json").out), SCHEMA)
