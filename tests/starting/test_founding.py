"""Answers of those who begin a charter: what is taken, what is asked again, and what is left open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.source.read import read
from coalcheck.engine.starting.charter import compose
from coalcheck.engine.starting.founding import QUESTIONS, checked, founding
from coalcheck.engine.starting.question import NotClear
from coalcheck.engine.validate import validate_loaded


@pytest.mark.parametrize(
    ("key", "answer", "taken"),
    [
        pytest.param("name", "  Clean   Air ", "Clean Air", id="blanks"),
        pytest.param("name", "Clean\x07 Air\n", "Clean Air", id="what no screen shows"),
        pytest.param("model", "Structural", "structural", id="capitals"),
        pytest.param("starts", "2026-04-01", "2026-04-01", id="a day"),
        pytest.param("money", "6000 EUR", "6000 EUR", id="a sum"),
        pytest.param("money", "None", "None", id="no money"),
        pytest.param("ends", "", "", id="nothing"),
    ],
)
def test_an_answer_is_taken(key: str, answer: str, taken: str) -> None:
    assert checked(key, answer) == taken


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        pytest.param("starts", "next May", "write it like 2026-05-12", id="no day"),
        pytest.param("ends", "2026-02-30", "write it like 2026-05-12", id="a day that does not exist"),
        pytest.param("money", "a lot", "write it like 6000 EUR, or none", id="no sum"),
        pytest.param("money", "6,000 EUR", "write it like 6000 EUR, or none", id="a comma"),
        pytest.param("model", "loose", "write opportunistic, values-bridge or structural", id="no model"),
        pytest.param("governance", "me", "write distributed, centralized or hybrid", id="nobody"),
    ],
)
def test_an_answer_is_asked_again(key: str, answer: str, said: str) -> None:
    with pytest.raises(NotClear, match=said):
        checked(key, answer)


def test_it_cannot_end_before_it_begins() -> None:
    with pytest.raises(NotClear, match="before it begins"):
        founding({"starts": "2026-05-01", "ends": "2026-04-01"})


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        pytest.param(
            ["Breathe Easy Network", "Local 9"], ["breathe-easy-network", "local-9"], id="as they are"
        ),
        pytest.param(["Ärzte für Kinder", "Ærø"], ["arzte-fur-kinder", "r"], id="plain letters"),
        pytest.param(["Riders", "riders", "RIDERS"], ["riders", "riders-2", "riders-3"], id="alike"),
        pytest.param(
            ["All", "Steering", "Votes"],
            ["partner-all", "partner-steering", "partner-votes"],
            id="words of rules",
        ),
        pytest.param(["東京", "9"], ["partner", "partner-9"], id="no plain letters"),
        pytest.param(["One"], ["partner-one", "second-member"], id="one of two"),
        pytest.param([], ["first-member", "second-member"], id="nobody yet"),
        pytest.param(
            ["The Association of the Friends of the Rail Line", "B"],
            ["the-association-of-the", "b"],
            id="long",
        ),
    ],
)
def test_members_get_short_names_of_their_own(names: list[str], ids: list[str]) -> None:
    assert [each.id for each in founding({}, names).members] == ids
    assert [each.id for each in founding({"members": ";".join(names)}).members] == ids


def test_at_most_ten_questions_each_with_an_example() -> None:
    assert len(QUESTIONS) <= 10
    assert all(each.text.endswith("?") and each.hint for each in QUESTIONS)


def test_what_was_not_answered_is_marked_and_nothing_is_invented() -> None:
    text = compose(founding({}))

    assert text.count("To settle") >= 10
    assert not any(word in text for word in ("2026", "2025", "EUR", "USD"))
    charter = load(read(text, "charter.yaml")).charter
    assert charter is not None
    assert charter.term is None
    assert (charter.name, charter.purpose) == ("to be agreed", "to be agreed")


def test_what_was_answered_stands_there_as_it_was_said() -> None:
    answers = {
        "name": "Air: clean # and fair", "purpose": '"Stop" it, all of it.', "starts": "2026-04-01",
        "ends": "2026-10-31", "inside": "no", "outside": "[candidates]", "money": "6000 EUR",
    }  # fmt: skip
    charter = load(read(compose(founding(answers, ["Yes", "@home"])), "charter.yaml")).charter

    assert charter is not None
    assert charter.name == answers["name"]
    assert charter.purpose == answers["purpose"]
    assert [member.name for member in charter.members] == ["Yes", "@home"]
    assert charter.term is not None
    assert (charter.term.starts, charter.term.ends) == (date(2026, 4, 1), date(2026, 10, 31))
    assert charter.scope is not None
    assert [each.about for each in charter.scope.inside] == ["no"]
    assert [each.about for each in charter.scope.outside] == ["[candidates]"]


WORDS = st.text(st.characters(codec="utf-8", exclude_characters=";"), max_size=30)


@given(WORDS, WORDS, st.lists(WORDS, max_size=5), WORDS)
def test_whatever_is_said_the_file_can_be_read(
    name: str, purpose: str, members: list[str], inside: str
) -> None:
    text = compose(founding({"name": name, "purpose": purpose, "inside": inside}, members))
    loaded = load(read(text, "charter.yaml"))

    grave = [
        each for each in validate_loaded(loaded, matcher="reference").findings if each.code.startswith("C")
    ]
    assert [each for each in grave if each.severity is Severity.ERROR] == []
    assert loaded.charter is not None
    assert loaded.charter.name == (checked("name", name) or "to be agreed")
