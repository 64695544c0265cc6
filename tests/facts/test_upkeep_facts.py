"""What keeping it going takes: meetings, bodies, lead roles, a page, promises, the first success."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read

TWO = "[{id: a, name: Alpha}, {id: b, name: Beta}]"


def charter(text: str, members: str = TWO) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def giving(*hours: str) -> str:
    return "[" + ", ".join(f"{{id: m{i}, commits: {{staff: {each}}}}}" for i, each in enumerate(hours)) + "]"


@pytest.mark.parametrize(
    ("text", "members", "percent"),
    [
        pytest.param("check_ins: {every: month, minutes: 60}", giving("4 hours a month"), 25, id="a quarter"),
        pytest.param(
            "check_ins: {every: month, minutes: 61}", giving("4 hours a month"), 26, id="a minute more"
        ),
        pytest.param(
            "check_ins: {every: month, minutes: 60}",
            giving("6 hours a month", "none"),
            34,
            id="who gives none comes too",
        ),
        pytest.param(
            "communication: {layers: [{every: quarter, minutes: 180}, {every: month, minutes: 60}]}",
            giving("8 hours a month"),
            25,
            id="layers are added",
        ),
        pytest.param(
            "check_ins: {every: month, minutes: 60}",
            "[{id: a, count: 3, commits: {staff: 4 hours a month}}]",
            25,
            id="a row of three",
        ),
        pytest.param("check_ins: {every: month, minutes: 60}", TWO, None, id="no hours are written"),
        pytest.param("check_ins: {every: month, minutes: 60}", giving("none"), None, id="no hours at all"),
        pytest.param("check_ins: {every: month}", giving("4 hours a month"), None, id="no length is written"),
        pytest.param("check_ins: once a month, briefly", giving("4 hours a month"), None, id="prose"),
    ],
)
def test_meetings(text: str, members: str, percent: int | None) -> None:
    assert charter(text, members).values.get("meeting_percent") == percent


BODIES = "bodies: {x: {members: all}, y: {members: [a]}}"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param("term: {starts: 2026-04-01, ends: 2026-09-29}", 2, id="a day less than six months"),
        pytest.param("term: {starts: 2026-04-01, ends: 2026-09-30}", None, id="six months to the day"),
        pytest.param("kind: alliance\nterm: {starts: 2026-04-01, ends: 2026-05-31}", None, id="an alliance"),
        pytest.param("term: {starts: 2026-04-01}", None, id="no end"),
        pytest.param("", None, id="no term"),
    ],
)
def test_bodies_for_a_season(text: str, bodies: int | None) -> None:
    assert charter(f"{text}\n{BODIES}").values.get("bodies_in_short_term") == bodies


TERM = "term: {starts: 2026-03-01, ends: 2026-05-29}"


@pytest.mark.parametrize(
    ("text", "approved", "words"),
    [
        pytest.param(
            TERM, "own_approval: {date: 2026-01-29}", "about two months", id="more than thirty of ninety"
        ),
        pytest.param(TERM, "own_approval: {date: 2026-01-30}", None, id="thirty of ninety"),
        pytest.param(TERM, "signed: {date: 2025-11-01}", "about four months", id="a signature"),
        pytest.param(
            f"{TERM}\nvalue: {{agreed_on: 2025-12-01}}", "role: x", "about three months", id="principles"
        ),
        pytest.param(
            "term: {starts: 2026-03-01, ends: 2026-03-31}",
            "signed: {date: 2026-02-15}",
            "14 days",
            id="days of a month",
        ),
        pytest.param(TERM, "signed: {date: 2026-04-01}", None, id="signed after the start"),
        pytest.param(
            "term: {starts: 2026-03-01, ends: 2026-02-01}", "signed: {date: 2020-01-01}", None, id="turned"
        ),
        pytest.param("term: {starts: 2026-03-01}", "signed: {date: 2020-01-01}", None, id="no end"),
    ],
)
def test_how_long_it_took_to_form(text: str, approved: str, words: str | None) -> None:
    found = charter(text, f"[{{id: a, {approved}}}, {{id: b}}]").values
    assert found.get("formation_words") == words


CHAIR = "bodies: {x: {members: all, chair: a}}"
HOST = "entity: {host: Alpha}"
VOICE = "messaging: {speaks_for_all: a}"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        pytest.param((CHAIR, HOST, VOICE), "Alpha", id="all three"),
        pytest.param(
            ("agenda: {set_by: Alpha}", "coordinator: {member: a}", VOICE), "Alpha", id="in other words"
        ),
        pytest.param((CHAIR, HOST), None, id="nobody speaks for all"),
        pytest.param((CHAIR, VOICE), None, id="nobody hosts"),
        pytest.param((HOST, VOICE), None, id="nobody chairs"),
        pytest.param((CHAIR, HOST, "messaging: {speaks_for_all: b}"), None, id="another one speaks"),
        pytest.param(
            (CHAIR, HOST, VOICE, "rotating: [{role: chair, order: [a, b]}]"), None, id="it goes round"
        ),
    ],
)
def test_who_leads_all(lines: tuple[str, ...], named: str | None) -> None:
    assert charter("\n".join(lines)).values.get("leads_all") == named


def test_a_page_is_counted_without_its_keys() -> None:
    found = charter("model: opportunistic\nlegal: not a contract").values
    assert found["page_words"] == 1 + 4 + 1 + 3
    assert "longest_part" not in found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("exit: {in_words: WORDS}", 'what stands under "exit"', id="a block"),
        pytest.param("decisions: {a-rule: {if_no_agreement: WORDS}}", 'the rule "a rule"', id="a rule"),
    ],
)
def test_the_longest_part_of_a_long_page(text: str, part: str) -> None:
    found = charter("model: opportunistic\n" + text.replace("WORDS", "word " * 600)).values

    assert found["longest_part"] == part
    assert found["longest_words"] == 600


def test_only_a_page_is_counted() -> None:
    assert "page_words" not in charter("model: structural\npurpose: " + "word " * 700).values


@pytest.mark.parametrize(
    ("cost", "money", "percent"),
    [
        pytest.param("1500 EUR", "6000 EUR", 25, id="a quarter"),
        pytest.param("1501 EUR", "6000 EUR", 26, id="a little more"),
        pytest.param("1500 EUR", "6000 USD", None, id="other money"),
        pytest.param("1500 EUR", "6000 EUR a year", None, id="a sum that comes back"),
        pytest.param("1500 EUR", "0 EUR", None, id="no money"),
        pytest.param("a lot", "6000 EUR", None, id="what cannot be read"),
    ],
)
def test_the_cost_of_the_first_success(cost: str, money: str, percent: int | None) -> None:
    found = charter(f"first_win: {{what: x, cost: {cost}}}\nscope: {{money: {{in_all: {money}}}}}").values
    assert found.get("win_percent") == percent


@pytest.mark.parametrize(
    ("first", "second", "more", "percent"),
    [
        pytest.param("3000 EUR", "3000 EUR", "", 25, id="the promises together"),
        pytest.param("3000 EUR", "3000 USD", "", None, id="two currencies"),
        pytest.param("3000 EUR", "300 EUR a month", "", None, id="a sum that comes back"),
        pytest.param("3000 EUR", "3000 EUR", "scope: {money: Each pays its own part}", None, id="in words"),
        pytest.param("3000 EUR", "3000 EUR", "fund: {held_by: a}", None, id="more may be in a fund"),
        pytest.param("0 EUR", "0 EUR", "", None, id="nothing promised"),
    ],
)
def test_the_cost_beside_the_promises(first: str, second: str, more: str, percent: int | None) -> None:
    sheets = f"members: [{{id: a, commits: {{money: {first}}}}}, {{id: b, commits: {{money: {second}}}}}]"
    text = f"name: X\n{sheets}\nfirst_win: {{what: x, cost: 1500 EUR}}\n{more}\n"
    facts = collect(load(read(text, "x"))).facts
    found = next(fact for fact in facts if fact.subject == "charter").values
    assert found.get("win_percent") == percent


EASY, HARD = "{covers: [speak], passes: more than half of members}", "{covers: [amend], passes: all members}"
THREE = "[{id: a}, {id: b}, {id: c}]"


@pytest.mark.parametrize(
    ("rules", "needs", "hardest"),
    [
        pytest.param(f"{{easy: {EASY}, hard: {HARD}}}", "hard", "3 yeses", id="the hardest"),
        pytest.param(f"{{easy: {EASY}, hard: {HARD}}}", "easy", None, id="the easier one"),
        pytest.param(f"{{hard: {HARD}}}", "hard", None, id="the only one"),
        pytest.param(f"{{hard: {HARD}, too: {HARD}}}", "hard", None, id="no other is easier"),
        pytest.param(
            f"{{easy: {HARD}, hard: {{covers: [amend], passes: at least 2 members}}}}",
            "hard",
            None,
            id="not the hardest",
        ),
        pytest.param(
            f"{{easy: {EASY}, hard: {{covers: [amend], passes: at least two thirds}}}}",
            "hard",
            None,
            id="unreadable",
        ),
        pytest.param(f"{{easy: {EASY}, hard: {HARD}}}", "a talk over lunch", None, id="a sentence"),
        pytest.param(f"{{easy: {EASY}, hard: {HARD}}}", "nowhere", None, id="a rule that is not there"),
    ],
)
def test_the_rule_for_the_first_success(rules: str, needs: str, hardest: str | None) -> None:
    found = charter(f"decisions: {rules}\nfirst_win: {{what: x, needs: {needs}}}", THREE).values
    assert found.get("win_hardest") == hardest


@pytest.mark.parametrize(
    ("commits", "named"),
    [
        pytest.param("commits: {money: 9 EUR, owner: Ana}", "Alpha", id="money without a day"),
        pytest.param("commits: {in_kind: [a hall], owner: Ana}", "Alpha", id="a hall without a day"),
        pytest.param("commits: {money: 9 EUR a year}", "Alpha", id="nobody sees to it"),
        pytest.param("commits: {money: 9 EUR, by: 2026-05-01, owner: Ana}", None, id="a day and a name"),
        pytest.param("commits: {money: 9 EUR, by: in May, owner: Ana}", None, id="a day that cannot be read"),
        pytest.param("commits: {staff: 1 post, owner: Ana}", None, id="each month has its days"),
        pytest.param(
            "commits: {staff: 1 post}, contacts: [{position: x, level: operational}]",
            None,
            id="the daily contact",
        ),
        pytest.param("commits: A hall in May; Ana sees to it", None, id="prose may say all"),
        pytest.param("role: x", None, id="no promise"),
    ],
)
def test_promises(commits: str, named: str | None) -> None:
    assert charter("", f"[{{id: a, name: Alpha, {commits}}}, {{id: b}}]").values.get("promises_open") == named


HALF = "term: {starts: 2026-01-01, ends: 2026-12-31, first_review: 2026-04-01}"


@pytest.mark.parametrize(
    ("first", "second", "more", "percent"),
    [
        pytest.param("{money: 6 EUR, by: 2026-02-01}", "{money: 4 EUR, by: 2026-09-01}", "", 60, id="sixty"),
        pytest.param(
            "{money: 5 EUR, by: 2026-02-01}", "{money: 5 EUR}", "", 50, id="what has no day is not early"
        ),
        pytest.param(
            "{money: 9 EUR, by: 2026-04-01}", "{money: 1 EUR}", "", 0, id="on the day of the review"
        ),
        pytest.param("{money: 1 EUR, by: 2026-02-01}", "{money: 1 EUR a month}", "", 31, id="month by month"),
        pytest.param("{money: 6 EUR, by: 2026-02-01}", "{money: 4 USD}", "", None, id="other money"),
        pytest.param("{money: 6 EUR}", "{money: 4 EUR}", "", None, id="no day at all"),
        pytest.param(
            "{money: 6 EUR, by: 2026-02-01}",
            "{money: 4 EUR}",
            "commit_in_steps: [half now]",
            None,
            id="in steps",
        ),
    ],
)
def test_how_much_is_due_early(first: str, second: str, more: str, percent: int | None) -> None:
    found = charter(f"{HALF}\n{more}", f"[{{id: a, commits: {first}}}, {{id: b, commits: {second}}}]").values
    assert found.get("early_percent") == percent
