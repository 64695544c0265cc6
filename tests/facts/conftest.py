"""Facts of a charter that is written in the test itself."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import Collected, collect
from coalcheck.engine.facts.fact import Fact, Subject
from coalcheck.engine.source.read import read

Look = Callable[[str], Collected]
Find = Callable[[str, Subject, str], Fact]


@pytest.fixture
def look() -> Look:
    """Everything about a charter."""
    return lambda text: collect(load(read(dedent(text), "charter.yaml")))


@pytest.fixture
def find(look: Look) -> Find:
    """The fact of one subject by its id."""

    def one(text: str, subject: Subject, named: str) -> Fact:
        found = [fact for fact in look(text).facts if fact.subject == subject and fact.id == named]
        assert len(found) == 1, [fact.id for fact in look(text).facts if fact.subject == subject]
        return found[0]

    return one
