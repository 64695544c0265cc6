"""The table of properties is what policies rely on: complete, typed, with nothing in it that never occurs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.facts.blocks import BLOCKS
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import SUBJECTS, Fact, Subject
from coalcheck.engine.facts.table import TABLE
from coalcheck.engine.policy.load import survey
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
CHARTERS = sorted((ROOT / "fixtures").rglob("*charter.yaml"))


@cache
def every_fact() -> tuple[Fact, ...]:
    """The facts of all fixtures and of all examples of the policies."""
    texts = [path.read_text("utf-8") for path in CHARTERS]
    texts += [each.text for policy in survey()[0] for each in policy.examples if each.kind == "charter"]
    return tuple(fact for text in texts for fact in collect(load(read(text, "x"))).facts)


def test_every_subject_has_a_table() -> None:
    assert set(TABLE) == set(SUBJECTS)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_property_is_described_in_a_line(subject: Subject) -> None:
    for name, known in TABLE[subject].items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), name
        assert known.kind in (bool, int, str), name
        assert known.about.endswith("."), name
        assert len(known.about) <= 110, name


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_fact_keeps_to_the_table(subject: Subject) -> None:
    facts = [fact for fact in every_fact() if fact.subject == subject]
    wrong = {
        (name, type(value).__name__)
        for fact in facts
        for name, value in fact.values.items()
        if name not in TABLE[subject] or type(value) is not TABLE[subject][name].kind
    }

    assert facts
    assert wrong == set()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_text_is_never_empty(subject: Subject) -> None:
    facts = [fact for fact in every_fact() if fact.subject == subject]
    assert {name for fact in facts for name, value in fact.values.items() if value == ""} == set()


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if each != "file"])
def test_every_property_occurs(subject: Subject) -> None:
    seen = {name for fact in every_fact() if fact.subject == subject for name in fact.values}
    assert set(TABLE[subject]) - seen == set()


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if each != "file"])
def test_a_flag_is_sometimes_true_and_sometimes_false(subject: Subject) -> None:
    facts = [fact for fact in every_fact() if fact.subject == subject]
    blocks = {f"has_{key}" for key in BLOCKS}
    flags = {name for name, known in TABLE[subject].items() if known.kind is bool and name not in blocks}
    seen = {(name, value) for fact in facts for name, value in fact.values.items() if name in flags}

    assert {(name, value) for name in flags for value in (True, False)} - seen == set()


def test_the_blocks_are_keys_that_a_charter_may_leave_out() -> None:
    fields = {info.alias or name: info for name, info in Charter.model_fields.items()}
    assert set(BLOCKS) <= set(fields)
    assert [key for key in BLOCKS if fields[key].is_required()] == []
