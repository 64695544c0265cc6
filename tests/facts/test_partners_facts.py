"""Who comes together and why: reasons, approval, promises, those affected."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

TWO = "[{id: a, name: Alpha}, {id: b, name: Beta}]"


def charter(text: str, members: str = TWO) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def values(text: str, members: str, *names: str) -> dict[str, Value | None]:
    found = charter(text, members).values
    return {name: found.get(name) for name in names}


TERM = "term: {starts: 2026-04-01, ends: 2026-10-31}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(f"{TERM}\nwhy_now: {{date: 2026-04-10}}", 9, id="nine days"),
        pytest.param(f"{TERM}\nwhy_now: {{date: 2026-04-01}}", 0, id="the same day"),
        pytest.param(f"{TERM}\nwhy_now: {{date: 2026-03-31}}", None, id="a day late, a point of its own"),
        pytest.param("why_now: {date: 2026-04-10}", None, id="no start"),
        pytest.param(f"{TERM}\nwhy_now: {{date: 10/04/2026}}", None, id="a day that cannot be read"),
    ],
)
def test_days_to_the_event(text: str, days: int | None) -> None:
    assert charter(text).values.get("days_to_event") == days


@pytest.mark.parametrize(
    ("day", "words"),
    [
        pytest.param("2026-04-10", "nine days before", id="nine days"),
        pytest.param("2026-04-02", "one day before", id="the day before"),
        pytest.param("2026-04-01", "on the day of", id="the same day"),
        pytest.param("2026-03-31", None, id="later"),
    ],
)
def test_the_time_to_the_event_in_words(day: str, words: str | None) -> None:
    assert charter(f"{TERM}\nwhy_now: {{date: {day}}}").values.get("time_to_event") == words


@pytest.mark.parametrize(
    ("text", "has"),
    [
        pytest.param("why_now: {event: vote}", True, id="an event"),
        pytest.param("why_now: {date: 2026-04-10}", True, id="a day"),
        pytest.param("why_now: {date: 10/04/2026}", True, id="a day that cannot be read"),
        pytest.param("why_now: shared threat", False, id="a reason alone"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_an_event(text: str, has: bool) -> None:
    assert charter(text).values["has_event"] is has


@pytest.mark.parametrize(
    ("reason", "members", "gap"),
    [
        pytest.param("resource gap", TWO, "resource gap", id="nobody offers anything"),
        pytest.param(
            "A lack of nurses.",
            "[{id: a, offers: [halls]}, {id: b}]",
            "A lack of nurses",
            id="halls, not nurses",
        ),
        pytest.param("resource gap", "[{id: a, offers: [halls]}, {id: b}]", None, id="something is offered"),
        pytest.param("resource gap", "[{id: a, commits: {money: 1 EUR}}, {id: b}]", None, id="money"),
        pytest.param("A lack of nurses", "[{id: a, role: Its nurse comes}, {id: b}]", None, id="in a role"),
        pytest.param("shared threat", TWO, None, id="another reason"),
    ],
)
def test_a_gap(reason: str, members: str, gap: str | None) -> None:
    assert charter(f"why_now: {{reason: {reason}}}", members).values.get("gap") == gap


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            "{name: Ines}",
            (
                "how many hours the coordinator has, whom the coordinator answers to or who can replace the "
                "coordinator",
                "hours: 10 a week\nanswers_to: all members\nreplaced_by: all members",
                None,
            ),
            id="all of it",
        ),
        pytest.param(
            "{hours: 3 a week, paid_by: a}",
            ("who can replace the coordinator", "replaced_by: all members", "Alpha"),
            id="one member pays",
        ),
        pytest.param(
            "{hours: 3 a week, paid_by: Beta, replaced_by: a}", (None, None, "Beta"), id="by its name"
        ),
        pytest.param(
            "{hours: 3 a week, answers_to: b, replaced_by: a, paid_by: a}", (None,) * 3, id="settled"
        ),
        pytest.param("Ines, ten hours a week, for all of us", (None, None, None), id="prose may say all"),
        pytest.param(
            "{hours: 3 a week, paid_by: fund, replaced_by: a}",
            ("whom the coordinator answers to", "answers_to: all members", None),
            id="the fund pays",
        ),
    ],
)
def test_the_coordinator(block: str, expected: tuple[str | None, ...]) -> None:
    names = ("coordinator_lacks", "coordinator_lines", "coordinator_payer")
    assert tuple(values(f"coordinator: {block}", TWO, *names).values()) == expected


def test_no_coordinator_lacks_nothing() -> None:
    assert charter("").values.get("coordinator_lacks") is None


@pytest.mark.parametrize(
    ("approval", "named"),
    [
        pytest.param("{status: not needed}", "Alpha", id="no reason"),
        pytest.param("{status: not needed, because: bylaw 7}", None, id="a reason"),
        pytest.param("{status: not needed, by: director}", None, id="by whom"),
        pytest.param("{status: pending}", None, id="pending"),
        pytest.param("The bylaws leave it to the director.", None, id="prose"),
        pytest.param("Not needed.", "Alpha", id="in so many words"),
        pytest.param("Not needed, says bylaw 7", None, id="a reason in words"),
    ],
)
def test_an_approval_that_is_not_needed(approval: str, named: str | None) -> None:
    members = f"[{{id: a, name: Alpha, own_approval: {approval}}}, {{id: b}}]"
    assert charter("", members).values.get("approval_unexplained") == named


@pytest.mark.parametrize(
    ("contacts", "named"),
    [
        pytest.param("[{level: leadership}, {level: leadership}]", "Alpha", id="two leaders"),
        pytest.param("[{level: leadership}, {level: operational}]", None, id="one of each"),
        pytest.param("[{level: leadership}, {position: clerk}]", None, id="one level not said"),
        pytest.param("[{level: leadership}]", None, id="one contact, a point of its own"),
    ],
)
def test_contacts(contacts: str, named: str | None) -> None:
    members = f"[{{id: a, name: Alpha, contacts: {contacts}}}, {{id: b}}]"
    assert charter("", members).values.get("contacts_alike") == named


@pytest.mark.parametrize(
    ("text", "has"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("messaging: {nobody_says: [that we agree on all]}", False, id="another matter"),
        pytest.param("messaging: Our logos on the letter alone", True, id="logos"),
        pytest.param("exit: {joint_texts: name removed}", True, id="names on joint texts"),
        pytest.param("ownership: {name_and_logo: each its own}", True, id="whose it is"),
        pytest.param("messaging: {no_surprise: Nobody uses another's name}", True, id="among surprises"),
        pytest.param("scope: {outside: [Use of our names]}", True, id="outside"),
        pytest.param("messaging: {no_surprise: Texts go round first}", False, id="surprises alone"),
    ],
)
def test_limits_on_names(text: str, has: bool) -> None:
    assert charter(f"stage: pilot\n{text}").values["has_name_limits"] is has


BOTH = "scope: {money: {in_all: 500 EUR}}\nterm: {starts: 2026-04-01, ends: 2026-06-30}"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param("stage: pilot", "no end and no limit on money", id="neither"),
        pytest.param("stage: pilot\nterm: {ends: 2026-06-30}", "no limit on money", id="an end"),
        pytest.param("stage: pilot\nscope: {money: {in_all: 500 EUR}}", "no end", id="a limit"),
        pytest.param(
            "stage: pilot\nmodel: opportunistic\nscope: {money: {in_all: 5 EUR}}", None, id="one win"
        ),
        pytest.param(f"stage: pilot\n{BOTH}", None, id="both"),
        pytest.param("stage: pilot\nterm: {ends: soon}\nscope: As small as it can be", None, id="in words"),
        pytest.param("stage: draft", None, id="no pilot"),
    ],
)
def test_the_bounds_of_a_pilot(text: str, lacks: str | None) -> None:
    assert charter(text).values.get("pilot_lacks") == lacks


def test_a_pilot_is_proposed_to_last_a_season() -> None:
    found = charter("stage: pilot\nterm: {starts: 2026-11-30}\nscope: {money: {in_all: 500 EUR}}")
    assert found.values["pilot_lines"] == "term: {ends: 2027-02-28}"
    assert found.places["pilot-open"] == ("term", "ends")


@pytest.mark.parametrize(
    ("affected", "unheard"),
    [
        pytest.param("[{who: Nurses.}, {who: Drivers}]", "Nurses and Drivers", id="two"),
        pytest.param("[Nurses]", "Nurses", id="a word alone"),
        pytest.param("[{who: Nurses, because: they decide later}]", None, id="a reason"),
        pytest.param("[{who: Nurses, heard_by: Alpha}]", None, id="heard"),
        pytest.param("[{who: Tenants of the port}]", None, id="a member speaks for them"),
    ],
)
def test_who_is_affected(affected: str, unheard: str | None) -> None:
    members = "[{id: a, name: Alpha}, {id: b, sector: port tenants}]"
    assert charter(f"affected: {affected}", members).values.get("affected_unheard") == unheard


@pytest.mark.parametrize(
    ("text", "members", "has"),
    [
        pytest.param("", TWO, False, id="nothing"),
        pytest.param("", "[{id: a, commits: {money: 1 EUR}}]", True, id="a promise"),
        pytest.param("", "[{id: a, commits: {money: a lot}}]", True, id="a promise that cannot be read"),
        pytest.param("", "[{id: a, commits: {staff: 1 post}}]", False, id="staff alone"),
        pytest.param("scope: {money: {in_all: 1 EUR}}", TWO, True, id="a limit"),
        pytest.param("fund: {held_by: a}", TWO, True, id="a fund"),
    ],
)
def test_money(text: str, members: str, has: bool) -> None:
    assert charter(text, members).values["has_money"] is has


def promising(first: str, second: str) -> str:
    return f"[{{id: a, name: Alpha, commits: {first}}}, {{id: b, name: Beta, commits: {second}}}]"


@pytest.mark.parametrize(
    ("text", "first", "second", "said"),
    [
        pytest.param(
            "",
            "{money: 500 EUR}",
            "{money: 100 EUR}",
            "Alpha promises 500 EUR and Beta 100 EUR",
            id="five times as much",
        ),
        pytest.param(
            "",
            "{staff: 2 hours a month}",
            "{staff: 1 post}",
            "Beta promises 174 hours of staff time a month and Alpha 2 hours",
            id="staff time",
        ),
        pytest.param("", "{money: 499 EUR}", "{money: 100 EUR}", None, id="a little less"),
        pytest.param("", "{money: 500 EUR}", "{money: 100 USD}", None, id="other money"),
        pytest.param("", "{money: 500 EUR a year}", "{money: 100 EUR}", None, id="another rhythm"),
        pytest.param("", "{money: 500 EUR}", "{staff: 1 post}", None, id="money here and staff there"),
        pytest.param(
            "",
            "{staff: 2 hours a month, in_kind: rooms}",
            "{staff: 1 post}",
            None,
            id="little time and rooms",
        ),
        pytest.param(
            "", "{staff: 2 hours a month, money: 9 EUR}", "{staff: 1 post}", None, id="little time and money"
        ),
        pytest.param(
            "",
            "{staff: 2 hours a month}",
            "{staff: 1 post, money: 9 EUR}",
            "Beta promises 174 hours of staff time a month and Alpha 2 hours",
            id="much time and money",
        ),
        pytest.param("", "{staff: 1 post}", "{staff: what is needed}", None, id="what cannot be counted"),
        pytest.param(
            "power: {disclosed: [Alpha pays]}", "{money: 500 EUR}", "{money: 1 EUR}", None, id="disclosed"
        ),
        pytest.param(
            "fund: {unequal_by_design: yes}", "{money: 500 EUR}", "{money: 1 EUR}", None, id="by design"
        ),
        pytest.param(
            "weights: {w: {a: 5, b: 1}}",
            "{money: 500 EUR}",
            "{money: 1 EUR}",
            None,
            id="votes are unequal too",
        ),
    ],
)
def test_promises_that_are_unlike(text: str, first: str, second: str, said: str | None) -> None:
    assert charter(text, promising(first, second)).values.get("unlike_promises") == said
