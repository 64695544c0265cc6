"""The page on the language: every sentence on it is read, and read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
NAMES = Names(frozenset({"permanent", "founders"}), frozenset({"population"}), {"chamber": 3, "region": 6})


def quoted(heading: str, column: int) -> list[str]:
    """What stands in backticks in a column of the table under a heading."""
    table = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [row.split("|") for row in table.splitlines() if row.startswith("|")][2:]
    return [found[0] for row in rows if (found := re.findall(r"`([^`]+)`", row[column]))]


SENTENCES = quoted("Sentences", 1) + quoted("Seven meanings of an abstention", 2)


def test_the_page_has_sentences() -> None:
    assert len(SENTENCES) >= 20


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_of_the_page_is_in_normal_form(text: str) -> None:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    assert say(rule) == text


@pytest.mark.parametrize("text", [base for base in quoted("Bases", 1) if "declared" not in base])
def test_a_base_of_the_page_is_a_base(text: str) -> None:
    assert not isinstance(parse(f"at least half of {text}", NAMES), Fault)


@pytest.mark.parametrize("text", quoted("Not sentences", 1))
def test_what_is_no_sentence_is_refused(text: str) -> None:
    assert isinstance(parse(text, NAMES), Fault)
