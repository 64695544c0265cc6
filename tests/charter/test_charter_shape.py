"""The published schema and the model accept and refuse the same shapes.

A specimen with every key of the model is made from the model's own types. It is
accepted by both; then one thing at a time is broken, at every place there is, and
both must refuse it, the model with the finding that says so.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import count
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

import pytest
from jsonschema import Draft7Validator

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.marks import Mark, Names
from coalcheck.engine.charter.missing import REQUIRED
from coalcheck.engine.charter.model import Charter, Part, type_of
from coalcheck.engine.charter.part import Block, Read, Spoken
from coalcheck.engine.charter.quantity import Quantity
from coalcheck.engine.charter.schema import json_schema
from coalcheck.engine.source.node import (
    Document,
    Entry,
    Mapping,
    Node,
    Problem,
    Route,
    Scalar,
    Sequence,
    Span,
)

VALIDATOR = Draft7Validator(json_schema())

QUANTITIES: dict[str, object] = {
    "money": "1200 EUR", "period": "2 clear days", "every": "month", "allowance": "1 per year", "number": 3,
    "date": "2026-09-30", "share": "25%", "window": "at least 7 days", "cap": "less than 1/3",
}  # fmt: skip
READ: dict[str, object] = {
    "format_of": 1, "yes_or_no": True, "jointly_of": 2, "an_id": "an-id", "a_name": "a-name",
}  # fmt: skip
NAMED: dict[str, str] = {
    "member": "breathe", "group": "founders", "body": "steering", "decision": "joint", "kind": "speak",
    "step": "talk", "sprint": "first", "attribute": "sector",
}  # fmt: skip
IDS = {"Member": "breathe", "Step": "talk", "Sprint": "first"}
KEYS = {"groups": "founders", "weights": "fees", "bodies": "steering", "decisions": "joint"}

Way = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A value of the specimen that is neither list nor mapping, with its type."""

    way: Way
    annotation: Any


class Whole(NamedTuple):
    """A mapping of the specimen, with the part that it is."""

    way: Way
    part: type[Part]


PlaceT = TypeVar("PlaceT", Leaf, Whole)


def specimen(annotation: Any, way: Way, found: list[Leaf | Whole], marks: tuple[object, ...] = ()) -> object:
    """A value of a type with everything in it that the type allows."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return specimen(arguments[0], way, found, (*marks, *arguments[1:]))
    if origin in (Union, UnionType):
        sides = [side for side in arguments if side is not type(None)]
        return specimen(sides[0], way, found, marks)
    if origin is tuple:
        return [specimen(arguments[0], (*way, 0), found)]
    if origin is dict:
        keys: list[Leaf | Whole] = []
        key = KEYS.get(str(way[-1])) or str(specimen(arguments[0], way, keys))
        return {key: specimen(arguments[1], (*way, key), found)}
    if isinstance(annotation, type) and issubclass(annotation, Part):
        found.append(Whole(way, annotation))
        return {
            key: IDS[annotation.__name__]
            if key == "id" and annotation.__name__ in IDS
            else specimen(field, (*way, key), found)
            for key, field in fields(annotation)
        }
    found.append(Leaf(way, Annotated[annotation, *marks] if marks else annotation))
    if origin is Literal:
        return arguments[0]
    return written(annotation, marks)


def written(annotation: Any, marks: tuple[object, ...]) -> object:
    for mark in marks:
        if isinstance(mark, Read):
            if isinstance(mark.function, Quantity):
                return QUANTITIES[mark.function.name]
            return READ[getattr(mark.function, "__name__", "")]
        if isinstance(mark, Names):
            return NAMED[mark.kinds[0]]
        if isinstance(mark, Mark):
            return "all members"
    return {str: "some words", int: 2}[annotation]


def fields(part: type[Part]) -> Iterator[tuple[str, Any]]:
    for name, info in part.__pydantic_fields__.items():
        annotation = type_of(name) if part is Charter else info.annotation
        metadata = () if part is Charter else tuple(info.metadata)
        yield info.alias or name, Annotated[annotation, *metadata] if metadata else annotation


PLACES: list[Leaf | Whole] = []
SPECIMEN: Any = specimen(Charter, (), PLACES)
SPECIMEN["members"][0]["sector"] = "health"
SPECIMEN["time_zone"] = "Europe/Madrid"
for matter in ("inside", "outside", "set_aside"):
    SPECIMEN["scope"][matter][0]["id"] = matter
LEAVES = [place for place in PLACES if isinstance(place, Leaf)]
PARTS = [place for place in PLACES if isinstance(place, Whole)]
BLOCKS = list(SPECIMEN)

NEEDED = {
    "name": "X",
    "purpose": "Y",
    "members": [{"id": "breathe"}],
    "decisions": {"joint": {"passes": "all members in each sector", "covers": "speak"}},
}
"""A charter around the block in hand: the rest of the specimen only takes time."""

ELSEWHERE = {"unknown-name", "name-clash"}
"""What is said because the rest of the specimen is not there."""


def tree_of(value: object, line: Iterator[int]) -> Node:
    """The tree that the reader makes of a value, each place on a line of its own."""
    span = Span(next(line), 1, next(line), 1)
    if isinstance(value, dict):
        entries = {
            key: Entry(Scalar(key, span, "quoted"), tree_of(below, line)) for key, below in value.items()
        }
        return Mapping(entries, span)
    if isinstance(value, list):
        return Sequence([tree_of(below, line) for below in value], span)
    if isinstance(value, str):
        return Scalar(value, span, "quoted")
    written = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(written, span)


def problems(charter: object) -> list[Problem]:
    return list(load(Document("charter.yaml", (), tree_of(charter, count(1)))).problems)


def broken(way: Way, value: object) -> Any:
    """A charter with the block of a place, and something else at that place."""
    block = copy.deepcopy({way[0]: SPECIMEN[way[0]]})
    at(block, way[:-1])[way[-1]] = value
    return NEEDED | block


def at(tree: Any, way: Way) -> Any:
    for step in way:
        tree = tree[step]
    return tree


def said(charter: object) -> list[tuple[str, Route]]:
    return [(p.kind, p.route) for p in problems(charter) if p.kind not in ELSEWHERE]


def of(block: str, places: list[PlaceT]) -> Iterator[PlaceT]:
    return (place for place in places if place.way[:1] == (block,))


def every_part(part: type[Part]) -> Iterator[type[Part]]:
    for below in part.__subclasses__():
        if below.__module__.startswith("coalcheck.engine.charter."):
            yield below
        yield from every_part(below)


def test_the_specimen_has_everything() -> None:
    parts = {part for part in every_part(Part) if part.__pydantic_fields__} - {Spoken}
    assert {place.part for place in PARTS} == parts
    assert len(LEAVES) > 350
    assert set(BLOCKS) == {key for key, _ in fields(Charter)}


def test_the_specimen_is_accepted_by_both() -> None:
    assert problems(SPECIMEN) == []
    assert [error.message for error in VALIDATOR.iter_errors(SPECIMEN)] == []


def test_an_unknown_block_is_refused_by_both() -> None:
    charter = NEEDED | {"zzzz": "x"}
    assert said(charter) == [("unknown-key", ("zzzz",))]
    assert not VALIDATOR.is_valid(charter)


@pytest.mark.parametrize("block", BLOCKS)
def test_an_unknown_key_is_refused_by_both(block: str) -> None:
    for place in of(block, PARTS):
        way = (*place.way, "zzzz")
        charter = broken(way, "x")
        if place.part.__name__ == "Member":
            assert ("attribute-unused", way) in said(charter)
            assert VALIDATOR.is_valid(charter), "members have keys of their own"
        elif place.part.__name__ == "Ownership":
            assert said(charter) == []
            assert VALIDATOR.is_valid(charter), "so has what is made together"
        else:
            assert said(charter) == [("unknown-key", way)]
            assert not VALIDATOR.is_valid(charter), way


WRONG: list[object] = [[{"zzzz": ["x"]}], {"zzzz": ["x"]}, True]
YES_NO = {"yes_or_no", "jointly_of"}
FORM = {
    "wrong-type",
    "unknown-key",
    "quantity-unclear",
    "date-unclear",
    "format-version-unknown",
    "not-one-of",
}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_wrong_form_is_refused_by_both(block: str) -> None:
    for place in of(block, LEAVES):
        marks = get_args(place.annotation)
        names = {getattr(mark.function, "__name__", "") for mark in marks if isinstance(mark, Read)}
        for value in WRONG:
            if value is True and names & YES_NO:
                continue
            charter = broken(place.way, value)
            found = [kind for kind, route in said(charter) if route[: len(place.way)] == place.way]
            assert found, (place.way, value)
            assert set(found) <= FORM, (place.way, value)
            assert not VALIDATOR.is_valid(charter), (place.way, value)


@pytest.mark.parametrize("block", BLOCKS)
def test_none_of_the_words_is_refused_by_both(block: str) -> None:
    for place in of(block, LEAVES):
        if get_origin(place.annotation) is Literal:
            charter = broken(place.way, "zzzz")
            kind = "format-version-unknown" if block == "coalcheck" else "not-one-of"
            assert said(charter) == [(kind, place.way)]
            assert not VALIDATOR.is_valid(charter), place.way
            for word in get_args(place.annotation):
                assert said(broken(place.way, word)) == []
                assert VALIDATOR.is_valid(broken(place.way, word)), (place.way, word)


@pytest.mark.parametrize("block", BLOCKS)
def test_an_unclear_quantity_is_refused_by_both(block: str) -> None:
    for place in of(block, LEAVES):
        for mark in get_args(place.annotation):
            if isinstance(mark, Read) and isinstance(mark.function, Quantity):
                charter = broken(place.way, "about so much")
                ((kind, route),) = said(charter)
                assert kind == ("date-unclear" if mark.function.name == "date" else "quantity-unclear")
                assert route == place.way
                assert not VALIDATOR.is_valid(charter), place.way


@pytest.mark.parametrize("block", BLOCKS)
def test_nothing_written_is_refused_by_both(block: str) -> None:
    for place in of(block, LEAVES):
        for nothing in ("", None):
            charter = broken(place.way, nothing)
            kind = "missing-key" if place.way[0] in REQUIRED and len(place.way) == 1 else "empty-value"
            assert (kind, place.way) in said(charter)
            assert not VALIDATOR.is_valid(charter), (place.way, nothing)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_sentence_for_a_part(block: str) -> None:
    for place in of(block, PARTS):
        charter = broken(place.way, "some words")
        if issubclass(place.part, Block):
            assert said(charter) == [], place.way
            assert VALIDATOR.is_valid(charter), place.way
        elif place.part.__name__ not in ("Group", "Weight"):
            assert said(charter) == [("wrong-type", place.way)]
            assert not VALIDATOR.is_valid(charter), place.way
