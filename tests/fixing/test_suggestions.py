"""Suggestions: where they go, how they are marked, and what is never suggested."""

from __future__ import annotations

import re

import pytest
from mending import READY, grave, judged, loaded_of, mended, text_of

from coalcheck.engine.fixing.lines import Lines
from coalcheck.engine.fixing.putting import MARK, put
from coalcheck.engine.policy.adding import added
from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read

POLICIES = survey()[0]
OF_A_CHARTER = [each for each in POLICIES if each.write and each.subject not in {"file", "action", "record"}]
INVENTED = re.compile(r"\d{4}-\d\d-\d\d|\d+ [A-Z]{3}\b|[Bb]ylaw|Foundation|Ohio|[Cc]ounty")
"""A day, a sum, or somebody by name: who writes these knows them, and nobody else does."""


def test_a_block_comes_where_charters_have_it() -> None:
    before = re.sub(r"scope:\n(?:  .*\n)+\n", "", READY)
    after = text_of(before, unsafe=True)

    block = f"""
{MARK} (S601)
scope:
  outside:
    - {{id: elections, about: Candidates and parties}}
  widen: change
"""
    assert f"    passes: all members\n{block}\nexit:\n" in after
    assert after.replace(block, "") == before


@pytest.mark.parametrize(
    ("file", "into", "adds", "result"),
    [
        pytest.param("name: A\n", (), "exit: none\n", f"name: A\n{MARK} (X)\nexit: none\n", id="at the end"),
        pytest.param(
            "name: A", (), "exit: none\n", f"name: A\n{MARK} (X)\nexit: none", id="without a last line end"
        ),
        pytest.param(
            "name: A\n\nexit: none\n",
            (),
            "vetoes: []\n",
            f"name: A\n{MARK} (X)\nvetoes: []\n\nexit: none\n",
            id="one line joins the lines above",
        ),
        pytest.param(
            "name: A\n\nscope:\n  widen: b\n\nexit: none\n",
            (),
            "vetoes:\n  - {holders: [a]}\n",
            f"name: A\n{MARK} (X)\n\nscope:\n  widen: b\n\nexit: none\n".replace(f"{MARK} (X)\n", "").replace(
                "name: A\n", f"name: A\n\n{MARK} (X)\nvetoes:\n  - {{holders: [a]}}\n"
            ),
            id="a block stands apart",
        ),
        pytest.param(
            "name: A\n\n# where\nscope:\n  widen: b\n\n# how\nexit: none\n",
            (),
            "vetoes:\n  - {holders: [a]}\n",
            f"name: A\n\n{MARK} (X)\nvetoes:\n  - {{holders: [a]}}\n"
            "\n# where\nscope:\n  widen: b\n\n# how\nexit: none\n",
            id="notes stand above their blocks",
        ),
        pytest.param(
            "name: A\nexit: {notice: 7 days}   # soon\n",
            ("exit",),
            "cost: none\n",
            f"name: A\n{MARK} (X)\nexit: {{notice: 7 days, cost: none}}   # soon\n",
            id="inside braces",
        ),
        pytest.param(
            "exit:\n  notice: 7 days   # soon\n  # and so on\n# other\nname: A\n",
            ("exit",),
            "cost: none\n",
            f"exit:\n  notice: 7 days   # soon\n  # and so on\n  {MARK} (X)\n  cost: none\n"
            "# other\nname: A\n",
            id="below the notes of a block",
        ),
        pytest.param(
            "members:\n  - id: a\n    role: it\n  - {id: b}\n",
            ("members", 0),
            "signed: now\n",
            f"members:\n  - id: a\n    role: it\n    {MARK} (X)\n    signed: now\n  - {{id: b}}\n",
            id="an item of a list",
        ),
        pytest.param(
            "members:\n  - {id: a}\n  - {id: b}\n",
            ("members", 1),
            "signed: now\n",
            f"members:\n  - {{id: a}}\n  {MARK} (X)\n  - {{id: b, signed: now}}\n",
            id="an item in braces",
        ),
        pytest.param(
            "exit:\n  notice: |\n    a\n    b\nname: A\n",
            ("exit",),
            "cost: none\n",
            f"exit:\n  notice: |\n    a\n    b\n  {MARK} (X)\n  cost: none\nname: A\n",
            id="below a text of several lines",
        ),
        pytest.param(
            "exit: &e\n  notice: 7 days\nterm: *e\n",
            ("exit",),
            "cost: none\n",
            f"exit: &e\n  notice: 7 days\n  {MARK} (X)\n  cost: none\nterm: *e\n",
            id="what an alias stands for",
        ),
    ],
)
def test_where_keys_are_put(file: str, into: Route, adds: str, result: str) -> None:
    lines = Lines.of(file.encode())
    assert lines is not None
    after = put(lines, read(file, "").root, Mend(safe=False, into=into, adds=adds), "X")

    assert after is not None
    assert after.data.decode() == result


@pytest.mark.parametrize(
    ("file", "into"),
    [
        pytest.param("exit:\n", ("exit",), id="nothing there"),
        pytest.param("exit: {}\n", ("exit",), id="empty braces"),
        pytest.param("exit: soon\n", ("exit",), id="a sentence"),
        pytest.param("exit: {notice}\n", ("exit",), id="a word without a value"),
    ],
)
def test_where_nothing_can_be_put(file: str, into: Route) -> None:
    lines = Lines.of(file.encode())
    assert lines is not None
    assert put(lines, read(file, "").root, Mend(safe=False, into=into, adds="cost: none\n"), "X") is None


STUB = "exit:\n  notice: 7 days   # or more\n  cost: none\n"


@pytest.mark.parametrize(
    ("file", "route", "into", "adds"),
    [
        pytest.param("name: A", ("exit",), (), STUB, id="the whole block"),
        pytest.param(
            "exit: {data: kept}",
            ("exit",),
            ("exit",),
            "notice: 7 days   # or more\ncost: none\n",
            id="its keys",
        ),
        pytest.param(
            "exit: {notice: 1 day}", ("exit",), ("exit",), "cost: none\n", id="those that are not there"
        ),
        pytest.param("exit: {notice: 1 day, cost: 3 EUR}", ("exit",), None, "", id="all are there"),
        pytest.param("exit: at any time", ("exit",), None, "", id="a sentence is there"),
        pytest.param(
            "name: A", ("breach", "major"), (), f"breach:\n  major:\n{'    '}exit:\n", id="with its parts"
        ),
    ],
)
def test_what_of_a_stub_is_new(file: str, route: Route, into: Route | None, adds: str) -> None:
    found = added(STUB, route, read(file, "").root)

    if into is None:
        assert found is None
    else:
        assert found is not None
        assert found.into == into
        assert found.adds.startswith(adds)
        assert not found.safe


def test_what_is_not_known_of_the_subject_is_not_put_in() -> None:
    assert added("exit: {notice: …}\n", ("exit",), read("name: A", "").root) is None


@pytest.mark.parametrize("policy", [pytest.param(each, id=each.code) for each in OF_A_CHARTER if each.stub])
def test_a_suggestion_invents_no_day_no_sum_and_nobody(policy: Policy) -> None:
    assert not INVENTED.search(policy.write)


def test_examples_are_never_put_in() -> None:
    """Who signs, what was promised and on which day only the members know."""
    examples = {each.code for each in OF_A_CHARTER if not each.stub}
    assert {"P203", "P210", "P211", "P214", "P215", "P226"} <= examples

    bare = READY.replace("    signatory: {name: Sam Okoro, position: president}\n", "")
    assert "P214" in {each.code for each in judged(loaded_of(bare.encode()))}
    assert text_of(bare, unsafe=True).count("signatory") == 1


def test_what_a_suggestion_asks_next_is_answered_with_it() -> None:
    """Of a lasting tie the way to leave is asked more of than the first suggestion says."""
    before = (
        "name: Home and Health\nmodel: structural\n"
        "members: [{id: mercy}, {id: clinic}, {id: tenants}]\n"
        "decisions: {routine: {covers: [speak], passes: more than half of members}}\n"
    )
    fixed = mended(before, unsafe=True)

    assert {"E501", "E520"} <= {each.code for each in fixed.suggested}
    assert not grave(fixed.data) - grave(before.encode())
    assert b"cost:" in fixed.data


def test_a_suggestion_whose_next_question_has_no_answer_is_left_out() -> None:
    """The usual notice of a lasting tie would outlast the first review of this one."""
    before = re.sub(r"exit:\n(?:  .*\n)+\n", "", READY).replace("opportunistic", "structural")
    fixed = mended(before, unsafe=True)

    assert "E501" in {each.code for each in fixed.refused}
    assert b"\nexit:" not in fixed.data
