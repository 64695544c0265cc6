"""An action crosses from one process to another as it is."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.load import load
from coalcheck.engine.action.model import Action
from coalcheck.engine.action.register import Register
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.charter.shape import keys_of
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
CHARTER = (
    "name: X\ntime_zone: Europe/Madrid\nmembers: [{id: a}, {id: b, count: 3}]\n"
    "decisions: {joint: {covers: [speak], passes: all members}}\n"
)
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("fixtures/actions", "fixtures/records", "fixtures/coalitions")
    for path in (ROOT / folder).rglob("*.yaml")
)
VALUES = st.sampled_from(
    [
        "for",
        "a",
        "b",
        "joint",
        "2026-04-03",
        "2026-04-03T14:00",
        "007",
        "1.50",
        "true",
        "no",
        "10 EUR",
        "",
        "x y",
        "~",
    ]
)
TREES = st.recursive(
    VALUES, lambda below: st.lists(below, max_size=3) | st.dictionaries(VALUES, below), max_leaves=9
)


def same(text: str) -> None:
    loaded = load_charter(read(CHARTER, "charter.yaml")).charter
    assert loaded is not None
    for register in (Register(loaded), None):
        document = read(text, "a.yaml")
        there = load(document, register)
        again = pickle.loads(pickle.dumps(there[:1] + there[2:]))
        assert again == there[:1] + there[2:]
        if there.action is not None:
            assert again[0].model_fields_set == there.action.model_fields_set


def test_there_is_something_to_read() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize("name", FILES)
def test_files_as_people_write_them(name: str) -> None:
    same((ROOT / name).read_text("utf-8"))


@given(st.dictionaries(st.sampled_from(keys_of(Action)) | VALUES, TREES, max_size=5))
def test_whatever_stands_there(tree: dict[str, object]) -> None:
    same(yaml.safe_dump(tree, sort_keys=False))


def test_a_number_keeps_how_it_was_written() -> None:
    text = "action: joint\nid: 007\ndate: 2026\nballots: {0012: for}\n"
    same(text)
    action = load(read(text, "a.yaml")).action
    assert action is not None
    assert (action.id, list(action.ballots or ())) == ("007", ["0012"])
    assert not isinstance(action.date, date)
