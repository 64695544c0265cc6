"""Bodies: who sits in them, what they may decide, and how the others are heard."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read

MEMBERS = (
    "[{id: mercy, name: Mercy, category: health}, {id: clinic, category: health}, "
    "{id: tenants, category: tenants, how_we_work: {decides_in: 10 days}}]"
)


def body(rest: str, *, more: str = "", members: str = MEMBERS, decides: str = "[speak]") -> Fact:
    text = (
        f"name: X\nmembers: {members}\nbodies:\n  steering: {{{rest}}}\n{more}\n"
        f"decisions: {{routine: {{covers: {decides}, body: steering, passes: all members}}}}\n"
    )
    return next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "body")


def people(*employers: str) -> str:
    rows = ", ".join(f"{{id: p{n}, employer: {employer}}}" for n, employer in enumerate(employers))
    return f"[{rows}]"


@pytest.mark.parametrize(
    ("caps", "seats", "words"),
    [
        pytest.param(
            "[at most 1/3, less than 1/3]",
            7,
            "Of the 7 seats there are, both allow 2; "
            "of 6 seats they allow 2 and 1 and of 9 seats they allow 3 and 2.",
            id="Kubernetes",
        ),
        pytest.param("[1/3, less than 1/3]", 9, "Of 9 seats they allow 3 and 2.", id="they differ now"),
        pytest.param(
            "[1/4, 1/3]", 2, "both allow 0; of 3 seats they allow 0 and 1.", id="a quarter and a third"
        ),
        pytest.param("[1/3]", 9, None, id="one cap"),
        pytest.param("[1/3, at most 1/3]", 9, None, id="the same cap twice"),
    ],
)
def test_two_caps(caps: str, seats: int, words: str | None) -> None:
    rows = people("north", "east")
    said = body(f"members: all, seats: {seats}, caps: {{employer: {caps}}}", members=rows).values
    assert said.get("caps_differ") is None if words is None else words in str(said["caps_differ"])


@pytest.mark.parametrize(
    ("caps", "employers", "held", "most"),
    [
        pytest.param("1/3", ["north", "north", "east"], 2, 1, id="two of three"),
        pytest.param("less than 1/3", ["north", "east", "west"], 1, 0, id="a third is too much"),
        pytest.param("1/3", ["north", "east", "west"], None, None, id="just a third"),
        pytest.param("at most 50%", ["north", "north", "east", "west"], None, None, id="half"),
    ],
)
def test_more_than_a_cap_allows(caps: str, employers: list[str], held: int | None, most: int | None) -> None:
    values = body(f"members: all, caps: {{employer: {caps}}}", members=people(*employers)).values
    assert (values.get("over_cap_seats"), values.get("over_cap_most")) == (held, most)


def test_seats_that_are_listed_are_counted_each() -> None:
    seats = "seats: [{member: p0}, {member: p0}, {member: p1}, {}]"
    values = body(f"{seats}, caps: {{employer: 1/4}}", members=people("north", "east")).values
    assert (values["over_cap"], values["over_cap_seats"]) == ("north", 2)


def test_a_vacant_seat_counts_in_the_whole() -> None:
    rows = people("north", "east")
    assert "over_cap" not in body("members: all, seats: 4, caps: {employer: 1/4}", members=rows).values
    assert "over_cap" in body("members: all, seats: 3, caps: {employer: 1/4}", members=rows).values


@pytest.mark.parametrize(
    ("rest", "name", "value"),
    [
        pytest.param(
            "members: [mercy, clinic], chair: tenants", "chair_outside", "tenants", id="a chair from outside"
        ),
        pytest.param(
            "members: [mercy, clinic], chair: mercy", "chair_outside", None, id="a chair from within"
        ),
        pytest.param("members: [mercy], chair: The mayor", "chair_outside", None, id="a person"),
        pytest.param("members: all, seats: 2", "members_over_seats", True, id="two seats for three"),
        pytest.param("members: all, seats: 3", "members_over_seats", False, id="a seat each"),
        pytest.param("members: [mercy, clinic]", "without_categories", "tenants", id="a category is missing"),
        pytest.param("members: [mercy, tenants]", "without_categories", None, id="each category"),
        pytest.param("seats: [{member: mercy, level: leadership}]", "only_leadership", True, id="leaders"),
        pytest.param(
            "seats: [{member: mercy, level: leadership}, {member: clinic}]",
            "only_leadership",
            False,
            id="not all said",
        ),
        pytest.param(
            "seats: [{member: mercy, level: leadership}, {member: clinic}]",
            "levels_unsaid",
            True,
            id="one unsaid",
        ),
        pytest.param(
            "seats: [{member: mercy}, {member: clinic, level: operational}]",
            "levels_unsaid",
            False,
            id="one does the work",
        ),
        pytest.param("members: [mercy]", "levels_unsaid", True, id="members have no level"),
    ],
)
def test_who_sits_there(rest: str, name: str, value: object) -> None:
    assert body(rest).values.get(name) == value


@pytest.mark.parametrize(
    ("limits", "kinds"),
    [
        pytest.param("never: [amend, speak]", "speaking in public", id="never"),
        pytest.param("covers: [spend]", "speaking in public and events", id="only something else"),
        pytest.param("covers: [speak, event]", None, id="what it decides"),
        pytest.param("never: [amend]", None, id="never something else"),
        pytest.param("spend: 5 EUR", None, id="a sum only"),
    ],
)
def test_what_limits_do_not_allow(limits: str, kinds: str | None) -> None:
    fact = body(f"members: [mercy], limits: {{{limits}}}", decides="[speak, event]")
    assert fact.values.get("barred_kinds") == kinds
    assert ("barred" in fact.places) is (kinds is not None)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param(
            "fund: {spending: [{up_to: 90 EUR, by: steering}]}", ("90 EUR", "50 EUR"), id="the fund"
        ),
        pytest.param("scope: {money: {one_decision: 20 EUR}}", ("50 EUR", "20 EUR"), id="one decision"),
        pytest.param("scope: {money: {in_all: 40 EUR}}", ("50 EUR", "40 EUR"), id="all there is"),
        pytest.param("fund: {spending: [{up_to: 50 EUR, by: steering}]}", None, id="the same sum"),
        pytest.param("fund: {spending: [{up_to: 90 EUR, by: mercy}]}", None, id="somebody else"),
        pytest.param("fund: {spending: [{up_to: 90 USD, by: steering}]}", None, id="another currency"),
        pytest.param("fund: {spending: [{up_to: 90 EUR a year, by: steering}]}", None, id="a sum a year"),
        pytest.param("fund: {spending: [{above: 90 EUR, by: steering}]}", None, id="no largest sum"),
    ],
)
def test_two_sums(more: str, found: tuple[str, str] | None) -> None:
    values = body("members: [mercy], limits: {spend: 50 EUR}", more=more).values
    assert (found is None) is ("spends" not in values)
    if found is not None:
        assert (values["spends"], values["spend_limit"]) == found


@pytest.mark.parametrize(
    ("rest", "name", "value"),
    [
        pytest.param("input: {how: a paper}", "input_lacks", "until when", id="no day"),
        pytest.param("input: {at_least: 7 days before}", "input_lacks", "by what route", id="no route"),
        pytest.param(
            "input: {urgent: 24 hours}", "input_lacks", "by what route and until when", id="neither"
        ),
        pytest.param("input: {how: a paper, at_least: 7 days before}", "input_lacks", None, id="both"),
        pytest.param("input: comments by all", "input_lacks", None, id="a sentence"),
        pytest.param("input: {at_least: 2 days before}", "input_slowest", "tenants", id="too short"),
        pytest.param("input: {at_least: Two clear days before}", "input_time", "2 clear days", id="in words"),
        pytest.param(
            "input: {at_least: 10 days, urgent: 24 hours}", "input_time", "24 hours", id="too short in haste"
        ),
        pytest.param("input: {at_least: 14 days before}", "input_time", None, id="long enough"),
        pytest.param("input: {at_least: in good time}", "input_time", None, id="no number"),
        pytest.param("explains: {within: 48 hours}", "explains_to_nobody", True, id="to whom"),
        pytest.param("explains: {to: all members}", "explains_to_nobody", False, id="to all"),
        pytest.param("explains: by letter", "explains_to_nobody", None, id="in a sentence"),
        pytest.param("explains: {says: [what, why]}", "explains_input", False, id="silent on input"),
        pytest.param("explains: {says: [why, Comments and answers]}", "explains_input", True, id="comments"),
    ],
)
def test_how_the_others_are_heard(rest: str, name: str, value: object) -> None:
    found = body(f"members: [mercy, clinic], {rest}").values.get(name)
    assert str(found) == str(value)


@pytest.mark.parametrize(
    ("more", "named"),
    [
        pytest.param("", False, id="nothing else"),
        pytest.param("coordinator: {answers_to: advisory-board}", True, id="by its id"),
        pytest.param("purpose: The Advisory board helps.", True, id="in words"),
        pytest.param("purpose: Advise the boards.  # advisory-board", False, id="in a note only"),
    ],
)
def test_a_body_that_is_named(more: str, named: bool) -> None:
    text = (
        "name: X\nmembers: [{id: a}, {id: b}]\nbodies:\n  advisory-board: {members: [a]}\n"
        f"decisions: {{d: {{passes: all members}}}}\n{more}\n"
    )
    (fact,) = [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "body"]
    assert fact.values["is_named"] is named


@pytest.mark.parametrize(
    ("governance", "centrally", "field"),
    [
        pytest.param("centralized", True, False, id="centralized"),
        pytest.param("hybrid", True, False, id="hybrid"),
        pytest.param("distributed", False, True, id="distributed"),
        pytest.param("", False, False, id="not said"),
    ],
)
def test_how_governance_reads_for_a_body(governance: str, centrally: bool, field: bool) -> None:
    more = f"governance: {governance}" if governance else ""
    values = body("members: [mercy]", more=more).values
    assert (values["decides_centrally"], values["holds_field"]) == (centrally, field)
    everyone = body("members: all", more=more).values
    assert (everyone["decides_centrally"], everyone["holds_field"]) == (False, False)
