"""A member leaves: notice, what is asked of it, what is still to be done, and its name afterwards."""

from __future__ import annotations

import pytest
from acting import act_of, names, seen, values
from hypothesis import given
from hypothesis import strategies as st

TERMS = """\
exit:
  notice: 14 days
  in_writing_to: all members
  reason_needed: no
  never_needs: consent of the others
  money_back: unspent share within 30 days
  joint_texts: its name stays on what is out
"""
GOES = "happened: leaving\nid: goes\ndate: 2026-05-01\nleaving:\n  who: c\n"


def leaving(
    *lines: str, charter: str = TERMS, as_of: str | None = None, past: list[str] | None = None
) -> list[str]:
    text = GOES + "".join(f"  {line}\n" for line in lines)
    return names(act_of(charter, text, past, as_of=as_of))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["last_day: 2026-05-14"], ["leaving-too-soon"], id="a day too soon"),
        pytest.param(["notice: 2026-05-03", "last_day: 2026-05-15"], ["leaving-too-soon"], id="told later"),
        pytest.param(["in_writing_to: [a]"], ["leaving-not-told"], id="one was not told"),
        pytest.param(["consent_asked: yes"], ["leaving-held-up"], id="had to wait for a yes"),
        pytest.param(["reason_asked: yes"], ["leaver-asked-more"], id="a reason that is not needed"),
        pytest.param(["pay_asked: 400 EUR"], ["leaver-asked-more"], id="a cost that is not named"),
        pytest.param(["stay_asked: 2026-05-16"], ["leaver-asked-more"], id="to stay a day longer"),
        pytest.param(["asked_for: train two successors"], ["leaver-asked-more"], id="something else"),
        pytest.param(
            ["last_day: 2026-05-15", "name_last_used: 2026-05-16"],
            ["leaver-name-used"],
            id="its name, a day later",
        ),
        pytest.param(
            ["reason_asked: yes", "pay_asked: 1 EUR", "asked_for: [a ball, a party]"],
            ["leaver-asked-more"] * 3,
            id="each thing by itself",
        ),
    ],
)
def test_what_goes_against_the_terms(lines: list[str], expected: list[str]) -> None:
    assert leaving(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "charter"),
    [
        pytest.param(["last_day: 2026-05-15"], TERMS, id="to the day"),
        pytest.param(["last_day: 2026-05-02", "sooner_agreed: yes"], TERMS, id="sooner, and all agreed"),
        pytest.param([], TERMS, id="nothing said"),
        pytest.param(["in_writing_to: [a, b]"], TERMS, id="all the others were told"),
        pytest.param(["in_writing_to: all members"], TERMS, id="all of them"),
        pytest.param(["stay_asked: 2026-05-15"], TERMS, id="to stay as long as the notice runs"),
        pytest.param(["asked_for: hand back its unspent share list"], TERMS, id="what the terms speak of"),
        pytest.param(["reason_asked: no", "consent_asked: no"], TERMS, id="nothing was asked"),
        pytest.param(["reason_asked: yes"], "exit: {reason_needed: yes}\n", id="a reason is needed"),
        pytest.param(
            ["consent_asked: yes"], "exit: With the consent of all.\n", id="consent is in the terms"
        ),
        pytest.param(["pay_asked: 400 EUR"], "exit: {cost: 500 EUR}\n", id="less than the cost"),
        pytest.param(
            ["pay_asked: 400 EUR"], "exit: {cost: 'the rest of the year, nothing more'}\n", id="words"
        ),
        pytest.param(["pay_asked: 400 EUR", "stay_asked: 2026-08-01"], "", id="no terms at all"),
        pytest.param(["last_day: 2026-05-01"], "exit: {reason_needed: no}\n", id="no notice is asked for"),
        pytest.param(
            ["last_day: 2026-05-15", "name_last_used: 2026-05-15"], TERMS, id="its name until the last day"
        ),
    ],
)
def test_what_is_by_the_terms_is_no_matter(lines: list[str], charter: str) -> None:
    assert leaving(*lines, charter=charter) == []


@pytest.mark.parametrize(
    ("cost", "asked", "more"),
    [
        pytest.param("nothing", "1 EUR", True, id="it costs nothing"),
        pytest.param("none", "1 EUR", True, id="none"),
        pytest.param("500 EUR", "500 EUR", False, id="just that"),
        pytest.param("500 EUR", "501 EUR", True, id="one more"),
        pytest.param("500 EUR", "501 USD", False, id="another currency is not compared"),
        pytest.param("300 EUR and 200 EUR for the audit", "500 EUR", False, id="two sums"),
    ],
)
def test_what_leaving_costs(cost: str, asked: str, more: bool) -> None:
    found = leaving(f"pay_asked: {asked}", charter=f"exit: {{cost: {cost}}}\n")
    assert found == ["leaver-asked-more"] * more


def test_what_is_left_to_do_is_said_once_its_time_is_over() -> None:
    def at(day: str, *lines: str) -> list[str]:
        return leaving("last_day: 2026-05-15", *lines, as_of=day)

    assert at("2026-05-15") == at("2026-06-14") == []
    assert at("2026-06-15") == ["leaving-unfinished"]
    assert at("2026-06-15", "money_back: 2026-06-01") == at("2026-06-15", "money_back: yes") == []
    assert at("2026-06-15", "money_back: no") == ["leaving-unfinished"]


def test_what_goes_on_to_bind_is_said_with_it() -> None:
    terms = "exit: {handover: the press list, continues_after: [confidence of testimonies]}\n"
    act = act_of(terms, GOES + "  last_day: 2026-05-15\n", as_of="2026-05-16")

    found = values(act, "leaving-unfinished")

    assert found["unfinished"] == 'what it hands over ("the press list")'
    assert found["binds_on"] == " What binds afterwards: confidence of testimonies."


STATEMENT = "happened: statement\ndate: 2026-06-01\nstatement: {names: [a, c]}\n"


def test_whoever_leaves_need_not_tell_itself() -> None:
    unnamed = GOES.replace("  who: c\n", "  in_writing_to: [{}]\n")

    assert names(act_of(TERMS, unnamed.format("a, b"))) == []
    assert names(act_of(TERMS, unnamed.format("a"))) == ["leaving-not-told"]


def test_a_name_on_a_statement_after_its_owner_left() -> None:
    gone = GOES + "  last_day: 2026-05-15\n"
    by_charter = "members:\n  - {id: a}\n  - {id: b}\n  - {id: c, in: {to: 2026-05-31}}\n"

    assert names(act_of("", STATEMENT)) == []
    assert names(act_of("", STATEMENT, [gone])) == ["leaver-name-used"]
    assert names(act_of("", STATEMENT, [gone.replace("05-15", "06-01")])) == []
    assert names(act_of("", STATEMENT, members=by_charter)) == ["leaver-name-used"]


def test_a_matter_points_at_the_line_of_the_charter() -> None:
    act = act_of(TERMS, GOES + "  last_day: 2026-05-14\n")

    (matter,) = seen(act)
    (shown,) = matter.seen_in

    assert matter.route == ("leaving", "last_day")
    assert matter.values["clause"] == "14 days"
    assert matter.values["clause_at"] == "charter.yaml, line 15"
    assert act.charter_document.lines[14].strip() == "notice: 14 days"
    assert (shown.document.name, shown.route) == ("charter.yaml", ("exit", "notice"))
    assert matter.values["said"] == "last day 14 May 2026; given 1 May, 13 days (1 to 13 May); 14 were needed"


@given(notice=st.integers(1, 60), days=st.integers(0, 90))
def test_the_notice_is_kept_just_where_the_days_are_enough(notice: int, days: int) -> None:
    from datetime import date, timedelta

    last = date(2026, 5, 1) + timedelta(days=days)
    found = leaving(f"last_day: {last}", charter=f"exit: {{notice: {notice} days}}\n")

    assert (found == ["leaving-too-soon"]) is (days < notice)
