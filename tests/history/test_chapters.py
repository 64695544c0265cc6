"""What every chapter on records promises."""

from __future__ import annotations

from collections import Counter

import pytest
from recording import recorded

from coalcheck.engine.action.happened import HAPPENED
from coalcheck.engine.history.chapters import CHAPTERS, Chapter
from coalcheck.engine.policy.condition import tests as comparisons
from coalcheck.engine.policy.load import shipped


def name_of(chapter: Chapter) -> str:
    return getattr(chapter, "__name__", "").rpartition(".")[2]


def test_a_matter_belongs_to_one_chapter() -> None:
    names = Counter(name for chapter in CHAPTERS for name in chapter.MATTERS)
    assert [name for name, times in names.items() if times > 1] == []


def test_a_property_means_the_same_wherever_it_stands() -> None:
    meant: dict[str, set[str]] = {}
    for chapter in CHAPTERS:
        for name, known in chapter.PROPERTIES.items():
            meant.setdefault(name, set()).add(f"{known.kind.__name__}: {known.about}")
    assert {name: found for name, found in meant.items() if len(found) > 1} == {}


def test_a_policy_asks_for_a_matter_that_there_is() -> None:
    """A misspelt name would make a policy that never speaks."""
    known = {name for chapter in CHAPTERS for name in chapter.MATTERS}
    asked = {
        (policy.code, test.value)
        for policy in shipped()
        if policy.subject == "record"
        for test in comparisons(policy.when)
        if test.fact == "matter"
    }
    assert asked
    assert [each for each in asked if each[1] not in known] == []


@pytest.mark.parametrize("chapter", [pytest.param(each, id=name_of(each)) for each in CHAPTERS])
def test_nothing_on_record_is_no_matter(chapter: Chapter) -> None:
    charter = """
    term: {starts: 2020-01-01, ends: 2029-12-31}
    renewal: {every: 12 months}
    check_ins: {every: month}
    """
    assert list(chapter.matters(recorded(charter=charter))) == []


@pytest.mark.parametrize("chapter", [pytest.param(each, id=name_of(each)) for each in CHAPTERS])
def test_entries_that_tell_nothing_do_no_harm(chapter: Chapter) -> None:
    """Without a day and without a word on what it was: nothing is guessed, and nothing fails."""
    record = recorded(*(f"happened: {each}" for each in HAPPENED), "action: letter")
    list(chapter.matters(record))
