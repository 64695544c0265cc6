"""Leaving and ending: conditions, costs, what binds afterwards, personal data, winding-up, the goal's end."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, name: str, *, members: str = MEMBERS) -> Value | None:
    return charter(text, members=members).values.get(name)


# The way out


@pytest.mark.parametrize(
    ("terms", "count", "words"),
    [
        pytest.param("Any member may leave by letter.", None, None, id="none"),
        pytest.param("One may leave if all agree.", 1, '"if"', id="one"),
        pytest.param(
            "One may leave if a month is over, unless a letter is out, provided it says so.",
            3,
            '"if", "unless" and "provided"',
            id="three",
        ),
        pytest.param("If a and if b and if c.", 3, '"if" three times', id="the same word thrice"),
        pytest.param("{notice: 7 days, reason_needed: yes}", 1, '"a reason"', id="a reason"),
        pytest.param("{notice: 7 days, reason_needed: no}", None, None, id="no reason"),
        pytest.param("{handover: A gift or a relief goes back.}", None, None, id="within other words"),
        pytest.param(
            "{continues_after: [confidence until the end, silence if asked]}", 2, None, id="in a list"
        ),
    ],
)
def test_conditions(terms: str, count: int | None, words: str | None) -> None:
    fact = charter(f"exit: {terms}")
    assert fact.values.get("exit_conditions") == count
    assert words is None or fact.values.get("exit_condition_words") == words


@pytest.mark.parametrize(
    ("cost", "is_open"),
    [
        pytest.param("whatever the others lose by it", True, id="all damage"),
        pytest.param("its share of the debts", True, id="a share of what is not known"),
        pytest.param("the rest of the current year's contribution, nothing more", False, id="nothing more"),
        pytest.param("what the others lose, up to a year's contribution", False, id="up to"),
        pytest.param("2000 EUR", False, id="a sum"),
        pytest.param("none", False, id="none"),
        pytest.param("at most what it has promised", False, id="at most"),
    ],
)
def test_what_leaving_costs(cost: str, is_open: bool) -> None:
    fact = charter(f'exit: {{notice: 7 days, cost: "{cost}"}}')
    assert fact.values.get("exit_cost_open") == (cost if is_open else None)
    assert fact.values["has_exit_cost"] is True


@pytest.mark.parametrize(
    ("bonds", "expected"),
    [
        pytest.param(["no campaign against the bill"], "no campaign against the bill", id="no end"),
        pytest.param(["no campaign against the bill for six months"], None, id="months"),
        pytest.param(["debts until paid"], None, id="until"),
        pytest.param(["loyalty, for ever"], None, id="for ever is said"),
        pytest.param(["confidence of testimonies"], None, id="confidence has no end"),
        pytest.param(["a", "b for 2 years", "c"], "a and c", id="some of them"),
    ],
)
def test_what_binds_after_leaving(bonds: list[str], expected: str | None) -> None:
    text = (
        f"exit: {{notice: 7 days, continues_after: [{', '.join(f'{chr(34)}{b}{chr(34)}' for b in bonds)}]}}"
    )
    assert known(text, "exit_bonds_without_end") == expected


TERM = "term: {starts: 2026-04-01, ends: 2026-10-31, first_review: 2026-06-30}\n"


@pytest.mark.parametrize(
    ("term", "notice", "expected"),
    [
        pytest.param(TERM, "5 months", "30 June 2026", id="beyond the end"),
        pytest.param(TERM, "123 days", None, id="to the last day"),
        pytest.param(TERM, "124 days", "30 June 2026", id="a day beyond"),
        pytest.param(TERM, "4 months", None, id="a day before the last"),
        pytest.param(TERM.replace("2026-06-30", "2026-11-30"), "5 months", None, id="a review after the end"),
        pytest.param("term: {starts: 2026-04-01, ends: 2026-10-31}\n", "5 months", None, id="no review"),
        pytest.param("term: {first_review: 2026-06-30}\n", "5 months", None, id="no end"),
        pytest.param(TERM, "0 days", None, id="at once"),
    ],
)
def test_notice_at_the_first_review(term: str, notice: str, expected: str | None) -> None:
    assert known(f"{term}exit: {{notice: {notice}}}", "exit_review_day") == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("", "has_exit_notice", None, id="no exit terms: another point"),
        pytest.param("exit: TBD", "has_exit_notice", None, id="left open: another point"),
        pytest.param("exit: By letter.", "has_exit_notice", True, id="prose may say it"),
        pytest.param("exit: {thanks: x}", "has_exit_notice", False, id="thanks alone"),
        pytest.param("exit: {notice: soonish}", "has_exit_notice", True, id="misread is said elsewhere"),
        pytest.param("exit: {notise: 7 days}", "has_exit_notice", True, id="misspelt is said elsewhere"),
        pytest.param("exit: {notice: 7 days}", "has_exit_cost", False, id="no cost"),
        pytest.param("exit: {notice: 7 days}", "has_money_back", None, id="nothing is pooled"),
        pytest.param("exit: {notice: 7 days}\nfund: {reserve: x}", "has_money_back", False, id="a fund"),
        pytest.param("exit: {money_back: no}\nfund: {reserve: x}", "has_money_back", True, id="an answer"),
        pytest.param("exit: {money_back: TBD}\nfund: {reserve: x}", "has_money_back", False, id="a note"),
        pytest.param("exit: {money_back: none}\nfund: {reserve: x}", "has_money_back", True, id="none"),
        pytest.param("exit: {cost: to be agreed}", "has_exit_cost", False, id="a cost left open"),
        pytest.param("exit: {cost: none}", "has_exit_cost", True, id="no cost is an answer"),
        pytest.param("exit: {notice: 7 days}", "has_leaver_name", None, id="no joint texts"),
        pytest.param(
            "exit: {notice: 7 days}\ndecisions: {t: {covers: [speak]}}", "has_leaver_name", False, id="texts"
        ),
        pytest.param(
            "exit: {joint_texts: x}\ndecisions: {t: {covers: [speak]}}", "has_leaver_name", True, id="a line"
        ),
    ],
)
def test_what_the_exit_terms_say(text: str, name: str, expected: bool | None) -> None:
    assert known(text, name) is expected


HOLDERS = "names and addresses of card holders"
LAW = "information: {tiers: [{id: t, holds: [%s], because: data protection law}]}\nexit: {notice: 7 days}"
TIER = "information: {tiers: [{id: t, holds: [%s]}]}\nexit: {notice: 7 days%s}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TIER % ("patient records", ""), "patient records", id="records of patients"),
        pytest.param(TIER % ("personal data", ""), "personal data", id="personal data"),
        pytest.param(
            "ownership: {testimonies: families}\nexit: {notice: 7 days}", "testimonies", id="stories"
        ),
        pytest.param(TIER % ("family files", ""), "family files", id="files on families"),
        pytest.param(TIER % ("draft papers", ""), None, id="drafts"),
        pytest.param(TIER % ("the patients' view", ""), None, id="people, and nothing kept of them"),
        pytest.param(TIER % ("patient records", ", data: deleted"), None, id="a rule"),
        pytest.param(TIER % ("patient records", ", handover: Records go back."), None, id="in the handover"),
        pytest.param(
            "information: {tiers: [{id: t, holds: [personal data], until: returned when one leaves}]}\n"
            "exit: {notice: 7 days}",
            None,
            id="the tier ends when a member leaves",
        ),
        pytest.param("information: {tiers: [{id: t, holds: [personal data]}]}", None, id="no exit terms"),
        pytest.param(LAW % "card data, legal advice", "card data", id="closed by law on data"),
        pytest.param(LAW % "names and addresses of card holders", HOLDERS, id="names and addresses"),
        pytest.param(TIER % ("names and addresses of card holders", ""), HOLDERS, id="and without a reason"),
        pytest.param(TIER % ("market data", ""), None, id="data of nobody named"),
        pytest.param(TIER % ("names of the donors", ""), None, id="names alone"),
        pytest.param(
            TIER % ("legal advice], because: the privacy of those concerned, until: [x", ""),
            None,
            id="privacy",
        ),
    ],
)
def test_personal_data(text: str, expected: str | None) -> None:
    assert known(text, "personal_data") == expected


# The end


RUN, ORDER, DONE = "who runs it", "in which order debts and what is left are settled", "by when it is done"
DATA, STAFF = "what becomes of data", "what becomes of staff"
WHOLE = "run_by: clinic, order: [debts, rest], finished_within: 6 months, data: deleted"


@pytest.mark.parametrize(
    ("winding_up", "more", "lacks"),
    [
        pytest.param(f"{{{WHOLE}}}", "", None, id="whole"),
        pytest.param("{run_by: clinic, data: deleted}", "", f"{ORDER} or {DONE}", id="two"),
        pytest.param("{order: [debts]}", "", f"{RUN}, {DONE} or {DATA}", id="three"),
        pytest.param(
            "{order: [debts], run_by: TBD}", "", f"{RUN}, {DONE} or {DATA}", id="a note is no answer"
        ),
        pytest.param(
            "{run_by: clinic, order: [x], finished_within: 1 month, still_allowed: [return data]}",
            "",
            None,
            id="data in another line",
        ),
        pytest.param(f"{{{WHOLE}}}", "coordinator: {position: manager}", STAFF, id="staff there are"),
        pytest.param(f"{{{WHOLE}}}", "entity: {host: X}", STAFF, id="somebody employs"),
        pytest.param(
            f"{{{WHOLE.replace('[debts, rest]', '[staff wages, rest]')}}}",
            "coordinator: {position: manager}",
            None,
            id="wages come first",
        ),
        pytest.param("The host closes all of it.", "", None, id="prose"),
        pytest.param("{in_words: The host closes it., order: [x]}", "", None, id="prose inside"),
    ],
)
def test_what_a_winding_up_leaves_out(winding_up: str, more: str, lacks: str | None) -> None:
    fact = charter(f"winding_up: {winding_up}\n{more}")
    assert fact.values.get("winding_up_lacks") == lacks


@pytest.mark.parametrize(
    ("goal_end", "no_sign", "only_reached"),
    [
        pytest.param("{declared_by: clinic}", True, False, id="somebody alone"),
        pytest.param("{reached_when: In force.}", False, True, id="success alone"),
        pytest.param("{out_of_reach_when: Voted down.}", True, False, id="the other alone"),
        pytest.param("{reached_when: In force., out_of_reach_when: Down.}", False, False, id="both"),
        pytest.param("When it is in force.", False, False, id="prose may say both"),
    ],
)
def test_the_end_of_the_goal(goal_end: str, no_sign: bool, only_reached: bool) -> None:
    fact = charter(f"goal_end: {goal_end}")
    assert fact.values["goal_end_without_sign"] is no_sign
    assert fact.values["goal_only_reached"] is only_reached


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "kinds: [leave]\ndecisions: {a: {covers: [speak]}, b: {covers: [leave]}}",
            ("decisions", "b", "covers"),
            id="a decision",
        ),
        pytest.param(
            "kinds: [leave]\nvetoes: [{holders: [mercy], over: [speak]}, {holders: [mercy], over: [leave]}]",
            ("vetoes", 1, "over"),
            id="a veto",
        ),
        pytest.param("decisions: {a: {covers: [expel]}}", None, id="expelling is not leaving"),
    ],
)
def test_where_leaving_is_decided(text: str, place: tuple[str | int, ...] | None) -> None:
    assert charter(text).places.get("leaving_decided") == place
