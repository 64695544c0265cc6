"""The table of properties is what policies rely on: complete, typed, with nothing in it that never occurs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.checking.facts import facts_of
from coalcheck.engine.checking.ground import CharterPlaces, asked_of, ground_of
from coalcheck.engine.checking.matters import facts_of_act, facts_of_record
from coalcheck.engine.conduct.act import Act
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.own_day import own_day
from coalcheck.engine.facts.blocks import BLOCKS
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import SUBJECTS, Fact, Subject
from coalcheck.engine.history.kinds import kinds_of
from coalcheck.engine.history.record import Record
from coalcheck.engine.history.replay import days_on_record, replay
from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Example
from coalcheck.engine.policy.table import TABLE
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
CHARTERS = sorted((ROOT / "fixtures").rglob("*charter.yaml"))


@cache
def every_fact() -> tuple[Fact, ...]:
    """The facts of all fixtures and of all examples of the policies."""
    texts = [path.read_text("utf-8") for path in CHARTERS]
    texts += [each.text for policy in survey()[0] for each in policy.examples if each.kind == "charter"]
    of_charters = (fact for text in texts for fact in collect(load(read(text, "x"))).facts)
    examples = [each for policy in survey()[0] for each in policy.examples]
    of_actions = (fact for each in examples if each.kind == "action" for fact in facts_of_actions(each))
    of_records = (fact for each in examples if each.kind == "record" for fact in facts_of_a_record(each))
    return (*of_charters, *of_actions, *of_records)


def loaded(example: Example) -> tuple[Loaded, list[LoadedAction]]:
    """The charter and the actions and events that an example holds, by the names of their files."""
    files = example.files()
    charter = load(read(files.get("charter.yaml", ""), "charter.yaml"))
    names = [name for name in files if not name.endswith((".csv", "charter.yaml"))]
    return charter, [load_action(read(files[name], name), charter.charter) for name in names]


def replayed(charter: Loaded, actions: list[LoadedAction], as_of: date) -> Record | None:
    """What is on record in an example; None where it shows no record."""
    on_record = [each for each in actions if each.document.name.startswith("decisions/")]
    if charter.charter is None or not on_record:
        return None
    return replay(charter.charter, charter.document, on_record, as_of)


def facts_of_actions(example: Example) -> Iterator[Fact]:
    """The facts of the actions that an example of a policy about actions holds."""
    found, actions = loaded(example)
    charter = found.charter
    for each in actions:
        action = each.action
        if charter is None or action is None or each.document.name.startswith("decisions/"):
            continue
        as_of = example.as_of or own_day(charter, action)
        verdict = None
        kinds: tuple[str, ...] = ()
        question = asked_of(action, charter, as_of)
        if action.happened is None:
            verdict = decide(charter, action, as_of=as_of, scope=True)
            kinds = kinds_of(charter, action, verdict)
            yield from facts_of(
                question, ground_of(CharterPlaces(charter, found.document), action, verdict), verdict
            )
        past = replayed(found, actions, as_of)
        act = Act(charter, found.document, action, each.document, kinds, verdict, as_of, past)
        yield from facts_of_act(act, question.title)


def facts_of_a_record(example: Example) -> Iterator[Fact]:
    """The facts of the record that an example of a policy about records holds."""
    found, actions = loaded(example)
    charter = found.charter
    if charter is not None:
        days = (days_on_record(each.action, charter.time_zone) for each in actions if each.action)
        as_of = example.as_of or max(each[1] for each in days if each is not None)
        record = replayed(found, actions, as_of)
        for _, facts in () if record is None else facts_of_record(record):
            yield from facts


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
