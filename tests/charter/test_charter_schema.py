"""The published schema and the model accept and refuse the same charters.

A specimen with every key of the model is made from the model's own types. It is
accepted by both; then one thing at a time is broken, at every place there is, and
both must refuse it, the model with the finding that says so.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import pytest
import yaml
from jsonschema import Draft7Validator

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.marks import Mark, Names
from coalcheck.engine.charter.model import Charter, Part, type_of
from coalcheck.engine.charter.part import Block, Read
from coalcheck.engine.charter.quantity import Quantity
from coalcheck.engine.charter.schema import json_schema
from coalcheck.engine.source.node import Problem
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema" / "charter-1.json"
SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)

QUANTITIES: dict[str, object] = {
    "money": "1200 EUR",
    "period": "2 clear days",
    "every": "month",
    "allowance": "1 per year",
    "date": "2026-09-30",
    "number": 3,
    "share": "25%",
}
READ: dict[str, object] = {"yes_or_no": True, "jointly_of": 2, "an_id": "an-id", "a_name": "a-name"}
NAMED: dict[str, str] = {
    "member": "breathe",
    "group": "founders",
    "body": "steering",
    "decision": "joint",
    "kind": "speak",
    "step": "talk",
    "sprint": "first",
    "attribute": "sector",
}
IDS = {"Member": "breathe", "Step": "talk", "Sprint": "first"}
KEYS = {"groups": "founders", "weights": "fees", "bodies": "steering", "decisions": "joint"}

Way = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A value of the specimen that is neither list nor mapping, with its type."""

    way: Way
    annotation: Any


class Part_(NamedTuple):
    """A mapping of the specimen, with the part that it is."""

    way: Way
    part: type[Part]


def specimen(annotation: Any, way: Way, found: list[Leaf | Part_], marks: tuple[object, ...] = ()) -> object:
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
        keys: list[Leaf | Part_] = []
        key = KEYS.get(str(way[-1])) or str(specimen(arguments[0], way, keys))
        return {key: specimen(arguments[1], (*way, key), found)}
    if isinstance(annotation, type) and issubclass(annotation, Part):
        found.append(Part_(way, annotation))
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


PLACES: list[Leaf | Part_] = []
SPECIMEN: Any = specimen(Charter, (), PLACES)
SPECIMEN["members"][0]["sector"] = "health"
# A version of a group or a weight is written without its list and without its name.
LEAVES = [place for place in PLACES if isinstance(place, Leaf)]
PARTS = [place for place in PLACES if isinstance(place, Part_)]


def problems(tree: object) -> tuple[Problem, ...]:
    return load(read(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), "charter.yaml")).problems


def broken(way: Way, value: object) -> Any:
    """The specimen with something else at one place."""
    tree = copy.deepcopy(SPECIMEN)
    at(tree, way[:-1])[way[-1]] = value
    return tree


def at(tree: Any, way: Way) -> Any:
    for step in way:
        tree = tree[step]
    return tree


def shown(place: Leaf | Part_) -> str:
    return ".".join(map(str, place.way)) or "charter"


def test_the_specimen_has_everything() -> None:
    assert len(PARTS) > 80
    assert len(LEAVES) > 350
    assert {place.part for place in PARTS} == {
        part for part in every_part(Part) if part.__pydantic_fields__
    } - spoken()


def spoken() -> set[type[Part]]:
    return {part for part in every_part(Part) if part.__name__ == "Spoken"}


def every_part(part: type[Part]) -> Iterator[type[Part]]:
    for below in part.__subclasses__():
        yield below
        yield from every_part(below)


def test_the_specimen_is_accepted_by_both() -> None:
    assert problems(SPECIMEN) == ()
    assert [error.message for error in VALIDATOR.iter_errors(SPECIMEN)] == []


def test_it_is_a_schema_of_draft_7() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"].endswith("/charter-1.json")
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("place", PARTS, ids=shown)
def test_an_unknown_key_is_refused_by_both(place: Part_) -> None:
    tree = broken((*place.way, "zzzz"), "x")
    found = [(p.kind, p.route) for p in problems(tree)]
    if place.part.__name__ == "Member":
        assert found == [("attribute-unused", (*place.way, "zzzz"))]
        assert VALIDATOR.is_valid(tree), "members have keys of their own"
    elif place.part.__name__ == "Ownership":
        assert found == []
        assert VALIDATOR.is_valid(tree), "so has what is made together"
    else:
        assert found == [("unknown-key", (*place.way, "zzzz"))]
        assert not VALIDATOR.is_valid(tree)


WRONG: list[tuple[str, object]] = [
    ("a mapping in a list", [{"zzzz": ["x"]}]),
    ("a mapping", {"zzzz": ["x"]}),
    ("a truth", True),
]
YES_NO = {"yes_or_no", "jointly_of"}


@pytest.mark.parametrize("place", LEAVES, ids=shown)
def test_a_wrong_type_is_refused_by_both(place: Leaf) -> None:
    reads = {
        getattr(mark.function, "__name__", "")
        for mark in get_args(place.annotation)
        if isinstance(mark, Read)
    }
    for what, value in WRONG:
        if value is True and reads & YES_NO:
            continue
        tree = broken(place.way, value)
        found = problems(tree)
        assert [p for p in found if p.route[: len(place.way)] == place.way], what
        assert {p.kind for p in found} & {"wrong-type", "format-version-unknown"} or value is True, what
        assert not VALIDATOR.is_valid(tree), what


CHOICES = [place for place in LEAVES if get_origin(place.annotation) is Literal]


@pytest.mark.parametrize("place", CHOICES, ids=shown)
def test_none_of_the_words_is_refused_by_both(place: Leaf) -> None:
    tree = broken(place.way, "zzzz")
    kind = "format-version-unknown" if place.way == ("coalcheck",) else "not-one-of"
    assert [(p.kind, p.route) for p in problems(tree)] == [(kind, place.way)]
    assert not VALIDATOR.is_valid(tree)
    for word in get_args(place.annotation):
        assert VALIDATOR.is_valid(broken(place.way, word))


@pytest.mark.parametrize("place", LEAVES, ids=shown)
def test_an_unclear_quantity_is_refused_by_both(place: Leaf) -> None:
    for mark in get_args(place.annotation):
        if isinstance(mark, Read) and isinstance(mark.function, Quantity):
            tree = broken(place.way, "about so much")
            (problem,) = problems(tree)
            assert problem.kind in ("quantity-unclear", "date-unclear")
            assert problem.route == place.way
            assert not VALIDATOR.is_valid(tree)


@pytest.mark.parametrize(
    "way",
    [("name",), ("purpose",), ("members",), ("decisions",), ("members", 0, "id"), ("annexes", 0, "file")],
    ids=lambda way: ".".join(map(str, way)),
)
def test_what_is_missing_is_refused_by_both(way: Way) -> None:
    tree = copy.deepcopy(SPECIMEN)
    del at(tree, way[:-1])[way[-1]]
    assert "missing-key" in {p.kind for p in problems(tree)}
    assert not VALIDATOR.is_valid(tree)


def test_nothing_else_is_needed() -> None:
    needed = {"Charter": {"name", "purpose", "members", "decisions"}, "Member": {"id"}, "Annex": {"file"}}
    needed["StandingStretch"] = {"status"}
    for place in PARTS:
        required = {
            info.alias or name for name, info in place.part.__pydantic_fields__.items() if info.is_required()
        }
        assert required == needed.get(place.part.__name__, set())


@pytest.mark.parametrize("place", [p for p in PARTS if issubclass(p.part, Block)], ids=shown)
def test_a_sentence_stands_for_a_block_in_both(place: Part_) -> None:
    sentence = place.part.sentence
    tree = broken(place.way, at(SPECIMEN, (*place.way, sentence)))
    assert VALIDATOR.is_valid(tree)
    # Names that were declared in the block are gone with it.
    assert {p.kind for p in problems(tree)} <= {"unknown-name"}


@pytest.mark.parametrize("place", [p for p in PARTS if not issubclass(p.part, Block)], ids=shown)
def test_a_sentence_for_another_part_is_refused_by_both(place: Part_) -> None:
    if not place.way:
        return
    tree = broken(place.way, "some words")
    name = place.part.__name__
    if name in ("Group", "Weight"):
        return
    assert "wrong-type" in {p.kind for p in problems(tree)}
    assert not VALIDATOR.is_valid(tree)


@pytest.mark.parametrize("way", [place.way for place in LEAVES], ids=lambda way: ".".join(map(str, way)))
def test_nothing_written_is_refused_by_both(way: Way) -> None:
    for nothing in ("", None):
        tree = broken(way, nothing)
        if isinstance(way[-1], str):
            assert "empty-value" in {p.kind for p in problems(tree)}
        assert not VALIDATOR.is_valid(tree)


@pytest.mark.parametrize(
    ("way", "value"),
    [
        pytest.param(("groups", "founders"), "breathe", id="a group of one"),
        pytest.param(("groups", "founders"), ["breathe"], id="a group"),
        pytest.param(("groups", "founders"), {"members": ["breathe"]}, id="a group in long"),
        pytest.param(("weights", "fees"), {"breathe": 3}, id="a weight"),
        pytest.param(
            ("weights", "fees"), {"values": {"breathe": "1/3"}, "cap": "25%"}, id="a weight in long"
        ),
        pytest.param(
            ("weights", "fees"), [{"breathe": 3}, {"values": {"breathe": 4}}], id="weights over time"
        ),
        pytest.param(("bodies", "steering", "seats"), 7, id="seats counted"),
        pytest.param(("bodies", "steering", "members"), "all", id="all members"),
        pytest.param(("vetoes",), {"holders": "breathe", "over": "joint", "jointly": "no"}, id="one veto"),
        pytest.param(("members", 0, "inducements"), "none", id="no inducements"),
        pytest.param(("members", 0, "in"), {"from": "2026-01-01"}, id="one stretch"),
        pytest.param(("legal",), 350, id="a number as a text"),
        pytest.param(("ownership", "drone"), "all of us", id="a thing of their own"),
    ],
)
def test_other_spellings_are_accepted_by_both(way: Way, value: object) -> None:
    tree = broken(way, value)
    assert problems(tree) == ()
    assert VALIDATOR.is_valid(tree)


@pytest.mark.parametrize(
    ("way", "value"),
    [
        pytest.param(("groups", "founders"), {"breathe": 3}, id="a weight for a group"),
        pytest.param(("groups", "Founders"), ["breathe"], id="a capital in a group"),
        pytest.param(("weights", "fees"), ["breathe"], id="a group for a weight"),
        pytest.param(("weights", "fees"), {"breathe": -3}, id="a negative weight"),
        pytest.param(("bodies", "steering", "seats"), 0, id="no seats"),
        pytest.param(("bodies", "the board"), {"members": "all"}, id="a blank in a name"),
        pytest.param(("members", 0, "id"), "Breathe Easy", id="a blank in an id"),
        pytest.param(("members", 0, "count"), 0, id="a row of nobody"),
        pytest.param(("members", 0, "sector"), ["health"], id="a list as an attribute"),
        pytest.param(("vetoes", 0, "jointly"), 1, id="one alone is not together"),
        pytest.param(("check_ins", "minutes"), "30", id="a number in quotes"),
    ],
)
def test_other_spellings_are_refused_by_both(way: Way, value: object) -> None:
    tree = broken(way, value)
    assert problems(tree) != ()
    assert not VALIDATOR.is_valid(tree)


CHARTERS = sorted((ROOT / "fixtures").rglob("*.yaml"))


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_fixture_without_a_fault_of_shape_is_accepted(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    assert document.root is not None
    faults = {p.kind for p in load(document).problems} - {"attribute-unused"}
    assert not faults
    assert [error.message for error in VALIDATOR.iter_errors(plain(document.root))] == []


def described(schema: Any, way: str = "") -> Iterator[str]:
    for key, below in schema.get("properties", {}).items():
        if "description" not in below:
            yield f"{way}.{key}"
    for key, below in schema.get("definitions", {}).items():
        yield from described(below, key)
    for below in schema.get("anyOf", ()):
        yield from described(below, way)


def test_every_key_is_described() -> None:
    assert list(described(SCHEMA)) == []


def test_every_word_of_a_choice_is_described() -> None:
    text = json.dumps(SCHEMA)
    assert '"enum": ["coalition"' not in text
    (kind,) = [way for way in [SCHEMA["properties"]["kind"]]]
    assert all(choice["description"] for choice in kind["oneOf"])


def test_the_published_schema_is_this_one() -> None:
    text = json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("COALCHECK_RESET") == "1":
        PUBLISHED.write_text(text, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == text, "run this test with COALCHECK_RESET=1"
