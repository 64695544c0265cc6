"""Somebody speaks in public: for whom, when, on what, and whom it names for the work."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values

SPEAKER = "messaging: {speaks_for_all: a}\n"
NOBODY = "messaging:\n  speaks_for_all: Nobody, except by speaking.\n"
BOTH = "happened: statement\ndate: 2026-06-01\nin_name_of: coalition\n"
CARRIED = f"action: speak\nid: letter\ndate: 2026-05-20\n{ALL_FOR}"
FAILED = "action: speak\nid: letter\ndate: 2026-05-20\nballots: {for: [a], against: [b, c]}\n"
ONE = "happened: statement\ndate: 2026-06-01T09:00\nin_name_of: [b]\n"


@pytest.mark.parametrize(
    ("charter", "lines", "past", "expected"),
    [
        pytest.param(SPEAKER, "statement: {by: b}\n", None, ["spoke-for-all"], id="another than the speaker"),
        pytest.param(
            SPEAKER, "statement: {by: [a, b]}\n", None, ["spoke-for-all"], id="the speaker and another"
        ),
        pytest.param(NOBODY, "statement: {by: b}\n", None, ["spoke-for-all"], id="nobody speaks for all"),
        pytest.param(NOBODY, "", None, ["spoke-for-all"], id="nobody does, whoever it was"),
        pytest.param("messaging: {speaks_for_all: nobody}\n", "", None, ["spoke-for-all"], id="one word"),
        pytest.param("", "", [], ["spoke-undecided"], id="no decision on record"),
        pytest.param(
            "", "follows: [letter]\n", [FAILED], ["spoke-undecided"], id="a decision that was not carried"
        ),
        pytest.param(
            SPEAKER, "follows: [letter]\n", [FAILED], ["spoke-undecided"], id="although the speaker spoke"
        ),
        pytest.param(SPEAKER, "statement: {by: a}\n", None, [], id="the speaker"),
        pytest.param(SPEAKER, "", None, [], id="who spoke is not said"),
        pytest.param(
            SPEAKER, "statement: {by: b}\nfollows: [letter]\n", [CARRIED], [], id="a decision behind it"
        ),
        pytest.param(NOBODY, "follows: [letter]\n", None, [], id="a decision is named, and no record given"),
        pytest.param("", "", None, [], id="nothing is agreed on it"),
        pytest.param("", "", [CARRIED], [], id="some decision is on record, none is named"),
        pytest.param(
            "messaging: {speaks_for_all: whoever holds the chair that month}\n",
            "statement: {by: b}\n",
            None,
            [],
            id="words that name nobody",
        ),
    ],
)
def test_who_speaks_for_all(charter: str, lines: str, past: list[str] | None, expected: list[str]) -> None:
    explained = "explaining: {a: Air., b: Air., c: Air.}\n"
    assert names(act_of(charter + explained, BOTH + lines, past)) == expected


@pytest.mark.parametrize(
    ("charter", "lines", "expected"),
    [
        pytest.param(
            "", "in_name_of: [a, b]\nstatement: {by: b}\n", ["spoke-for-others"], id="for another too"
        ),
        pytest.param(
            "", "statement: {agreed_time: 2026-06-01T10:00}\n", ["spoke-too-soon"], id="an hour early"
        ),
        pytest.param("", "statement: {agreed_time: 2026-06-02}\n", ["spoke-too-soon"], id="a day early"),
        pytest.param(
            "messaging: {no_surprise: Each sends its text 24 hours before.}\n",
            "statement: {others_had_it: 2026-05-31T09:01}\n",
            ["spoke-unannounced"],
            id="a minute short",
        ),
        pytest.param(
            "", "statement: {against_agreed: yes}\n", ["spoke-against"], id="against what was agreed"
        ),
        pytest.param(
            "attribution: Each release names who did what.\n",
            "statement: {tells_of: The fact sheet}\n",
            ["result-without-credit"],
            id="a result and nobody named",
        ),
        pytest.param(
            "", "statement: {by: b, agreed_time: 2026-06-01T09:00}\n", [], id="its own name, on time"
        ),
        pytest.param("", "statement: {agreed_time: 2026-06-01}\n", [], id="the same day"),
        pytest.param(
            "messaging: {no_surprise: Each sends its text 24 hours before.}\n",
            "statement: {others_had_it: 2026-05-31T09:00}\n",
            [],
            id="a day before",
        ),
        pytest.param(
            "messaging: {no_surprise: Each sends its text in good time.}\n",
            "statement: {others_had_it: 2026-06-01T08:59}\n",
            [],
            id="no time is named",
        ),
        pytest.param(
            "attribution: Each release names who did what.\n",
            "statement: {tells_of: The fact sheet, credits: [a]}\n",
            [],
            id="somebody is named",
        ),
        pytest.param("", "statement: {tells_of: The fact sheet}\n", [], id="no rule on naming"),
        pytest.param("", "statement: {against_agreed: no}\n", [], id="it is said that it is not"),
        pytest.param(
            "scope: {set_aside: [{id: gas, about: Gas plants}]}\n",
            "topics: [gas]\n",
            [],
            id="its own voice on what is set aside",
        ),
    ],
)
def test_what_a_statement_does(charter: str, lines: str, expected: list[str]) -> None:
    text = ONE if "in_name_of" not in lines else ONE.replace("in_name_of: [b]\n", "")
    assert names(act_of(charter, text + lines)) == expected


def test_a_joint_text_on_what_is_set_aside() -> None:
    scope = "scope: {set_aside: [{id: gas, about: Gas plants}]}\n"
    act = act_of(scope, f"{BOTH}topics: [gas, air]\n")

    assert names(act) == ["spoke-on-set-aside"]
    assert values(act, "spoke-on-set-aside")["set_aside"] == '"Gas plants"'
    assert names(act_of(scope, f"{BOTH}topics: [air]\n")) == []


def test_a_result_that_is_told_names_who_did_what() -> None:
    rule = "attribution: Each release names who did what.\n"
    told = "happened: result\ndate: 2026-06-01\nresult: {what: The fact sheet, told: yes}\n"

    assert names(act_of(rule, told)) == ["result-without-credit"]
    assert names(act_of(rule, told.replace("told: yes", "told: yes, credits: [a, b]"))) == []
    assert names(act_of(rule, told.replace("told: yes", "told: no"))) == []
    assert names(act_of("", told)) == []


EVENT = f"action: event\ndate: 2026-06-01\n{ALL_FOR}"


@pytest.mark.parametrize(
    ("explaining", "action", "past", "missing"),
    [
        pytest.param("", EVENT, [], 3, id="nobody has said why"),
        pytest.param("explaining: {a: Air.}\n", EVENT, [], 2, id="two have not"),
        pytest.param(
            "", BOTH + "follows: [letter]\n", [FAILED.replace("[a], against: [b, c]", "[a]")], 3, id="a text"
        ),
        pytest.param("explaining: {a: Air., b: Air., c: Air.}\n", EVENT, [], 0, id="all have"),
        pytest.param("", EVENT, None, 0, id="without a record nobody knows that it is the first"),
        pytest.param("", EVENT, [CARRIED], 0, id="not the first"),
        pytest.param("", EVENT, [BOTH.replace("06-01", "05-01")], 0, id="a statement before"),
        pytest.param("", EVENT, [FAILED], 3, id="the one before was not carried"),
        pytest.param("", EVENT, [f"{CARRIED}in_name_of: [a]\n"], 3, id="the one before was a member's own"),
        pytest.param("", f"{EVENT}in_name_of: [a]\n", [], 0, id="a member's own"),
        pytest.param("", EVENT.replace("event", "spend"), [], 0, id="nothing public"),
        pytest.param("", EVENT.replace("for", "against"), [], 0, id="it does not come about"),
    ],
)
def test_the_first_joint_appearance(
    explaining: str, action: str, past: list[str] | None, missing: int
) -> None:
    act = act_of(explaining, action, past)
    found = "first-time-unexplained" in names(act)

    assert found is bool(missing)
    if found:
        assert values(act, "first-time-unexplained")["unexplained"] == missing
