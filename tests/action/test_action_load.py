"""Whatever is wrong with an action file is found with its line, and the rest is read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.ballots import Ballot
from coalcheck.engine.action.happening import Happening
from coalcheck.engine.action.load import LoadedAction, is_charter, load, rests_on
from coalcheck.engine.action.model import Action, of
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.charter.shape import keys_of
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.reference import ReferenceMatcher
from coalcheck.engine.source.files import charters
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
COALITION = FIXTURES / "coalitions/clean-air"
RECORD = sorted((COALITION / "decisions").glob("*.yaml"))
MARK = re.compile(r"# expect: ([A-Z]\d{3}) ([^#]+)")


def charter_of(text: str | bytes) -> Charter:
    charter = load_charter(read(text, "charter.yaml")).charter
    assert charter is not None
    return charter


CHARTER = charter_of((COALITION / "charter.yaml").read_bytes())


def loaded(text: str | bytes, charter: Charter | None = CHARTER) -> LoadedAction:
    return load(read(text, "action.yaml"), charter)


def said(action: LoadedAction) -> tuple[Finding, ...]:
    facts = file_facts(action.problems)
    policies = asked(shipped(), Profile())
    matches = ReferenceMatcher([policy for policy, _ in policies.values()]).match(facts)
    return findings(matches, facts, policies, action.document)


def test_each_marked_line_of_the_faulty_file_is_found_and_no_other() -> None:
    text = (FIXTURES / "actions/faulty.action.yaml").read_text("utf-8")
    lines = text.splitlines()
    marked = sorted(
        (n, code, words.strip()) for n, line in enumerate(lines, 1) for code, words in MARK.findall(line)
    )
    found = sorted((each.span.line, each.code, each.message) for each in said(loaded(text)))
    assert [each[:2] for each in found] == [each[:2] for each in marked]
    assert all(words in message for (*_, words), (*_, message) in zip(marked, found, strict=True))


def test_what_is_left_of_the_faulty_file_is_there() -> None:
    read_in = loaded((FIXTURES / "actions/faulty.action.yaml").read_bytes())
    action = read_in.action
    assert action is not None
    assert not read_in.whole
    assert action.ballots == {"clear-sky": Ballot("for"), "Haulage Workers Union 41": Ballot("for"),
                              "haulage": Ballot("for")}  # fmt: skip
    assert action.date == datetime(2028, 3, 11, 12, tzinfo=UTC)
    assert {("status",), ("notice",), ("ballots", "agianst"), ("tally", "for")} <= set(read_in.left_out)


@pytest.mark.parametrize("path", RECORD, ids=lambda path: str(path.stem))
def test_nothing_is_wrong_with_the_record(path: Path) -> None:
    read_in = loaded(path.read_bytes())
    assert read_in.problems == ()
    assert read_in.whole


def test_the_record_is_no_charter() -> None:
    assert len(RECORD) == 5
    assert not any("decisions" in path for path in charters([str(FIXTURES)]))
    assert not is_charter(read(RECORD[0].read_bytes(), "x"))
    assert is_charter(read((COALITION / "charter.yaml").read_bytes(), "x"))


def test_every_key_is_read() -> None:
    read_in = loaded((FIXTURES / "actions/letter.action.yaml").read_bytes(), None)
    assert read_in.problems == ()
    action = read_in.action
    assert action is not None
    fields = {info.alias or name: name for name, info in Action.__pydantic_fields__.items()}
    assert set(fields) == set(keys_of(Action))
    happenings = set(Happening.__pydantic_fields__) - {"date", "at"}
    assert {key for key, name in fields.items() if not getattr(action, name)} == happenings
    assert action.amount is not None
    assert action.amount.amount == Fraction(400)
    assert action.date == datetime(2028, 3, 10, 12, tzinfo=UTC)
    assert action.with_ == ("Sailors' Mission",)
    assert action.also["assembly"].tally is not None
    assert action.also["assembly"].tally.votes == {"for": 3, "against": 1, "present": 1}
    assert action.vetoes[0].override == {"clear-sky": Ballot("for"), "haulage": Ballot("against")}
    assert action.recorded == "adopted"


@pytest.mark.parametrize(
    ("text", "code", "place", "advice"),
    [
        pytest.param("outcome: adopted", "C150", (1, 1), "recorded", id="another word for a key"),
        pytest.param("votes: {for: [haulage]}", "C150", (1, 1), "ballots", id="votes"),
        pytest.param("sponsor: us", "C150", (1, 1), "What can stand here", id="no key at all"),
        pytest.param("vetoes: [{by: haulage, when: 2028-01-02}]", "C150", (1, 24), "at?", id="below"),
        pytest.param("action: statments", "C157", (1, 9), "statement", id="a decision"),
        pytest.param("action: speek", "C157", (1, 9), "speak", id="a kind"),
        pytest.param("subject: haulag", "C157", (1, 10), "haulage", id="a member"),
        pytest.param("in_name_of: coaliton", "C157", (1, 13), "coalition", id="in whose name"),
        pytest.param("proxies: {haulage: clearsky}", "C157", (1, 20), "clear-sky", id="who holds a proxy"),
        pytest.param("proxies: {haulag: clear-sky}", "C157", (1, 11), "haulage", id="whose proxy"),
        pytest.param("ballots: {Clear Sky Network: for}", "C157", (1, 11), "Write clear-sky", id="full name"),
        pytest.param("vetoes: {by: haulag}", "C157", (1, 14), "haulage", id="who vetoed"),
        pytest.param("vetoes: [{override: {haulag: for}}]", "C157", (1, 22), "haulage", id="who overrode"),
        pytest.param("tally: {nort: {for: 2}}", "C157", (1, 9), "could stand here", id="a group"),
        pytest.param("electorate: [haulage, portt]", "C157", (1, 23), "could stand here", id="a voter"),
        pytest.param("present: [haulag]", "C157", (1, 11), "haulage", id="a guest that looks like a member"),
        pytest.param("topics: norval", "C157", (1, 9), "norvale", id="a topic"),
        pytest.param("body: board", "C157", (1, 7), "No body is declared", id="a body"),
        pytest.param("amount: 400", "C156", (1, 9), "such as 1200 EUR", id="no currency"),
        pytest.param("amount: 400 euros", "C156", (1, 9), "Write 400 EUR.", id="another word for it"),
        pytest.param("every: monthly", "C156", (1, 8), "Write month.", id="an adverb"),
        pytest.param("until: 2028-06", "C155", (1, 8), "year-month-day", id="a month"),
        pytest.param("closes: 2028-03-10 8pm", "C155", (1, 9), "2026-04-03T14:00+02:00", id="no time"),
        pytest.param("done: perhaps", "C155", (1, 7), "2026-04-03", id="neither yes nor a day"),
        pytest.param("recorded: put off", "C152", (1, 11), "not adopted", id="no outcome"),
        pytest.param("recorded: [adopted]", "C151", (1, 11), "adopted", id="a list of outcomes"),
        pytest.param("casting_vote: abstain", "C152", (1, 15), "for or against", id="no vote to cast"),
        pytest.param("ballots: for", "C151", (1, 10), "names, each", id="a word for ballots"),
        pytest.param("ballots: {haulage: [for]}", "C152", (1, 11), "What can stand here", id="turned about"),
        pytest.param(
            "ballots: {haulage: {vote: for, why: x}}", "C150", (1, 32), "reason", id="a ballot's key"
        ),
        pytest.param("ballots: {for: {haulage: 1}}", "C151", (1, 16), "developers: {for: 500", id="rows"),
        pytest.param("ballots: {haulage: {reason: x}}", "C151", (1, 20), "such as for", id="no answer"),
        pytest.param("ballots: {haulage: {for: 3}}", "C171", (1, 11), "Look the numbers up", id="one votes"),
        pytest.param(
            "ballots: {for: haulage}\ntally: {for: 2}", "C172", (2, 14), "Look both up", id="two counts"
        ),
        pytest.param("tally: {for: 3, for: 4}", "C113", (1, 17), "Keep one", id="a key twice"),
        pytest.param(
            "vetoes: [{date: 2028-01-02, at: 2028-01-03T10:00}]", "C168", (1, 33), "2028-01-02", id="days"
        ),
        pytest.param("- joint letter", "C169", (1, 1), "action:", id="a list"),
        pytest.param("", "C169", (1, 1), "action:", id="nothing"),
        pytest.param("text:", "C165", (1, 1), "text", id="an empty key"),
        pytest.param(
            "candidates: {haulage: {trust: 3}}", "C162", (1, 1), "private/choosing.yaml", id="private"
        ),
    ],
)
def test_each_slip_has_its_code_place_and_advice(
    text: str, code: str, place: tuple[int, int], advice: str
) -> None:
    found = said(loaded(f"{text}\n"))
    assert [each.code for each in found] == [code]
    assert found[0].span[:2] == place
    assert advice in found[0].fix


@pytest.mark.parametrize(
    "text",
    [
        "action: speak",
        "action: statement",
        "in_name_of: coalition",
        "in_name_of: [haulage]",
        "proposed_by: the drivers of the port",
        "proposed_by: coordinator",
        "present: [haulage, an observer of the city, Press]",
        "topics: [a new matter]",
        "ballots: {for: haulage}",
        "ballots: {for: []}",
        "tally: {for: 0, against: 0}",
        "ballots: {for: haulage}\ntally: {for: 1, against: 0, absent: 2}",
        "ballots: {for: haulage}\ntally: {for: 1, present: 3}",
        "vetoes: {by: [haulage, clear-sky], date: 1978}",
        "done: no",
        "recorded: not carried",
        "date: 2028-03-10\nat: 2028-03-10T14:00",
        "income: 500 EUR",
        "income: {amount: 500 EUR, from: the port}",
        "income: Tickets at the door",
        "benefits: the port",
        "explained: {at: 2028-03-10T14:00}",
        "amends: scope",
        "first_attempt: {date: 2028-03-10, outcome: no quorum}",
        "title: 350",
    ],
)
def test_these_are_well_written(text: str) -> None:
    assert loaded(f"{text}\n").problems == ()


def test_without_a_charter_names_are_taken_as_they_are() -> None:
    assert loaded("action: anything\nballots: {whoever: for}\n", None).problems == ()


def test_parts_of_a_tally_may_be_those_alike_in_a_key() -> None:
    charter = charter_of("members: [{id: a, chamber: North}, {id: b, chamber: South}]\ngroups: {old: [a]}\n")
    assert loaded("tally: {north: {for: 1}, old: {for: 1}, b: {for: 1}}", charter).problems == ()


def test_more_heads_than_the_charter_says_are_said_by_the_electorate() -> None:
    charter = charter_of("members: [{id: many, count: 9}]\n")
    ballots = "ballots: {many: {for: 10}}\n"
    read_in = [loaded(electorate + ballots, charter) for electorate in ("", "electorate: {many: 10}\n")]
    assert [[each.kind for each in found.problems] for found in read_in] == [["row-too-many"], []]


def test_times_are_read_on_the_clocks_of_the_charter() -> None:
    charter = charter_of("members: [{id: a}]\ntime_zone: America/New_York\n")
    action = loaded(
        "at: 2026-04-03T20:00\nballots: {a: {vote: for, at: '2026-04-03T20:00'}}\n", charter
    ).action
    assert action is not None
    assert action.date == datetime(2026, 4, 4, 0, tzinfo=UTC)
    assert isinstance(action.date, datetime)
    assert action.date.date() == date(2026, 4, 3)
    assert action.ballots is not None
    assert action.ballots["a"].at == action.date


@pytest.mark.parametrize(
    ("values", "stands"),
    [
        pytest.param({}, "proposed", id="no votes"),
        pytest.param({"ballots": {}}, "closed", id="nobody voted"),
        pytest.param({"tally": {"for": 3}}, "closed", id="a tally"),
        pytest.param({"ballots": {"a": "for"}, "status": "open"}, "open", id="said to be open"),
        pytest.param({"ballots": {"a": "for"}, "status": "proposed"}, "proposed", id="said to be proposed"),
        pytest.param({"ballots": {"a": "for"}, "closes": "2026-04-03"}, "closed", id="the last day is over"),
        pytest.param({"ballots": {"a": "for"}, "closes": "2026-04-04"}, "open", id="one more day"),
        pytest.param({"ballots": {"a": "for"}, "closes": "2026-04-04T01:00"}, "open", id="one more night"),
        pytest.param({"closes": "2026-04-04"}, "proposed", id="nothing to close yet"),
        pytest.param({"ballots": {"a": "for"}, "closes": "2027"}, "open", id="next year"),
        pytest.param({"ballots": {"a": "for"}, "closes": 2026}, "closed", id="this year"),
    ],
)
def test_where_it_stands(values: dict[str, object], stands: str) -> None:
    assert of(values).stands(date(2026, 4, 3)) == stands


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        pytest.param("ballots: {for: [haulag]}", True, id="a member that nobody knows"),
        pytest.param("ballots: {haulage: yes}", True, id="a ballot that was not read"),
        pytest.param("votes: {for: [haulage]}", True, id="a key that may be ours"),
        pytest.param("- a list", True, id="no keys"),
        pytest.param("title: [a, b]", False, id="a title"),
        pytest.param("recorded: put off", False, id="what the minutes say"),
    ],
)
def test_what_leaves_a_verdict_open(text: str, open_: bool) -> None:
    problems = loaded(f"{text}\n").problems
    assert [rests_on(problem.route) for problem in problems] == [open_]


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["for", "2026-04-03", "a"])
)
KEYS = st.one_of(st.sampled_from([*keys_of(Action), "for", "vote", "at", "date", "by"]), st.text(max_size=4))
TREES = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, TREES, max_size=6))
def test_whatever_stands_there_is_read_or_told(tree: dict[str, object]) -> None:
    text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)
    read_in = loaded(text)
    assert read_in.action is not None
    assert bool(read_in.left_out) <= bool(read_in.problems)
    told = {policy.name for policy in shipped()}
    assert {problem.kind for problem in read_in.problems} <= told
    assert all(problem.span.line <= len(read_in.document.lines) for problem in read_in.problems)


def test_ten_thousand_strange_names_are_answered_as_quickly() -> None:
    text = "ballots: {for: [" + ", ".join(f"nobody-{i}" for i in range(10_000)) + "]}\n"
    assert len(loaded(text).problems) < 100
