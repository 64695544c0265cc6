"""The model itself: every key is described, every type is found, every threshold is marked."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from itertools import chain

import pytest

from coalcheck.engine.charter import documented, model
from coalcheck.engine.charter.charter import type_of
from coalcheck.engine.charter.homes import HOMES, TYPES, Types
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.meanings import MEANINGS
from coalcheck.engine.charter.model import Charter, Mark, Names, Part, whole
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.charter.walk import part_at, walk
from coalcheck.engine.source.node import Scalar
from coalcheck.engine.source.read import read


def every_part() -> Iterator[type[Part]]:
    TYPES.all()
    waiting: list[type[Part]] = [Part]
    while waiting:
        part = waiting.pop()
        waiting.extend(part.__subclasses__())
        if part.__pydantic_fields__ and part.__module__.startswith("coalcheck.engine.charter."):
            yield part


PARTS = sorted(every_part(), key=lambda part: part.__name__)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_described_in_a_sentence(part: type[Part]) -> None:
    sentences = documented.fields(part)
    assert documented.about(part).endswith(".")
    for name in part.__pydantic_fields__:
        sentence = sentences[name]
        assert sentence[0].isupper(), (name, sentence)
        assert sentence.endswith("."), (name, sentence)
        assert "\n" not in sentence
        assert len(sentence) < 140


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_attributes_are_named_as_keys(part: type[Part]) -> None:
    for name, info in part.__pydantic_fields__.items():
        assert name == (f"{info.alias}_" if info.alias else name)


NEEDED = {
    "Charter": {"name", "purpose", "members", "decisions"},
    "Member": {"id"},
    "Annex": {"file"},
    "StandingStretch": {"status"},
}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_little_is_needed(part: type[Part]) -> None:
    required = {name for name, info in part.__pydantic_fields__.items() if info.is_required()}
    assert required == NEEDED.get(part.__name__, set())


def test_every_type_is_where_it_is_looked_for() -> None:
    homes = {module: names.split() for module, names in HOMES.items()}
    for module, names in homes.items():
        loaded = importlib.import_module(f"coalcheck.engine.charter.{module}")
        defined = {
            name
            for name, value in vars(loaded).items()
            if isinstance(value, type) and issubclass(value, Part) and value.__module__ == loaded.__name__
        }
        assert defined <= set(names), module
        for name in names:
            assert hasattr(loaded, name)
    everything = list(chain.from_iterable(homes.values()))
    assert len(everything) == len(set(everything))
    assert set(everything) <= set(model.__all__)
    for name in model.__all__:
        assert getattr(model, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = model.Nothing
    with pytest.raises(KeyError):
        _ = Types()["Nothing"]


def test_every_word_of_a_choice_has_a_meaning() -> None:
    for words, meanings in MEANINGS.items():
        assert len(words) == len(meanings)
        assert all(meaning.endswith(".") for meaning in meanings)


def test_types_of_the_first_level() -> None:
    for name in Charter.__pydantic_fields__:
        assert type_of(name) is not None
    assert whole().__pydantic_complete__


THRESHOLDS = """
name: X
purpose: Y
members: [{id: breathe}]
decisions:
  one:
    passes: all members
    quorum: half of members
    otherwise: {passes: majority of members}
    second_call: {quorum: a third}
    also:
      - {body: board, passes: all of members, quorum: two members}
  two: {passes: no member against}
vetoes:
  - {holders: breathe, over: one, override: at least 3/4 of members}
bodies: {board: {members: all}}
"""


def test_every_threshold_is_found() -> None:
    charter = load(read(THRESHOLDS, "x")).charter
    assert charter is not None
    assert [(route, text, mark.counts) for route, text, mark in walk(charter, Mark)] == [
        (("decisions", "one", "passes"), "all members", "support"),
        (("decisions", "one", "quorum"), "half of members", "attendance"),
        (("decisions", "one", "otherwise", "passes"), "majority of members", "support"),
        (("decisions", "one", "second_call", "quorum"), "a third", "attendance"),
        (("decisions", "one", "also", 0, "passes"), "all of members", "support"),
        (("decisions", "one", "also", 0, "quorum"), "two members", "attendance"),
        (("decisions", "two", "passes"), "no member against", "support"),
        (("vetoes", 0, "override"), "at least 3/4 of members", "support"),
    ]


def test_names_are_found_as_keys_and_as_values() -> None:
    text = """
name: X
purpose: Y
members: [{id: a}, {id: b}]
groups: {founders: [a]}
weights: {fees: {a: 1}}
decisions: {one: {covers: speak, passes: all members}}
explaining: {b: Because.}
value: {portfolios: {a: {financial: money}}}
"""
    charter = load(read(text, "x")).charter
    assert charter is not None
    assert [(route, named) for route, named, _ in walk(charter, Names)] == [
        (("groups", "founders", 0, "members", 0), "a"),
        (("weights", "fees", 0, "values", "a"), "a"),
        (("decisions", "one", "covers", 0), "speak"),
        (("explaining", "b"), "b"),
        (("value", "portfolios", "a"), "a"),
    ]


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        pytest.param(("groups", "founders", 0, "members", 1), "b", id="positions the file does not have"),
        pytest.param(("weights", "fees", 0, "values", "a"), "7", id="a key the file does not have"),
        pytest.param(("exit", "in_words"), "By letter.", id="a sentence for a block"),
        pytest.param(("triggers", 0), "new law", id="a list of one"),
    ],
)
def test_places_of_the_model_are_found_in_the_file(steps: tuple[str | int, ...], text: str) -> None:
    root = read(
        "groups: {founders: [a, b]}\nweights: {fees: {a: 7}}\nexit: By letter.\ntriggers: new law\n", "x"
    ).root
    assert root is not None
    node = find(Place((), root), steps).node
    assert isinstance(node, Scalar)
    assert node.text == text


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        pytest.param((), "Charter", id="the first level"),
        pytest.param(("exit",), "Exit", id="a block"),
        pytest.param(("members", 3, "contacts", 0), "Contact", id="items of lists"),
        pytest.param(("decisions", "one", "also", 0), "AlsoPasses", id="values of mappings"),
        pytest.param(("groups", "founders", 0), "Group", id="versions"),
        pytest.param(("bodies", "board", "seats", "listed", 0), "Seat", id="past the tag of a union"),
    ],
)
def test_which_part_has_a_key(steps: tuple[str | int, ...], name: str) -> None:
    part = part_at(Charter, steps)
    assert part is not None
    assert part.__name__ == name
