"""The shape of an action file as JSON Schema (draft-07), for editors; made of the model.

What spans several places is not in it: that a member votes once, that a tally adds up, that a name is one of
the charter's.
"""

from __future__ import annotations

import json
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.action import happenings
from coalcheck.engine.action.answers import ANSWERS
from coalcheck.engine.action.ballots import ballots_of
from coalcheck.engine.action.done import done_of
from coalcheck.engine.action.happened import ABOUT, HAPPENED
from coalcheck.engine.action.heads import heads_of
from coalcheck.engine.action.model import Action
from coalcheck.engine.action.moment import A_MOMENT, moment_of
from coalcheck.engine.action.reading import ReadIn
from coalcheck.engine.action.recorded import RECORDED, SPELT, recorded_of
from coalcheck.engine.action.tally import tally_of
from coalcheck.engine.charter import patterns
from coalcheck.engine.charter import schema as charter

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

FORMAT: Final = 1
ID: Final = f"https://coalcheck.dev/schema/action-{FORMAT}.json"

_TIME: Final = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_OFFSET: Final = "( ?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?"
_YEAR: Final = "[12][0-9]{3}"


def _ref(name: str) -> JsonSchemaValue:
    return {"$ref": f"#/definitions/{name}"}


MOMENT: Final[JsonSchemaValue] = {
    "description": f"It is {A_MOMENT}.",
    "anyOf": [
        patterns.text(f"{patterns.DATE}([T ]{_TIME}{_OFFSET})?|{_YEAR}"),
        {"type": "integer", "minimum": 1000, "maximum": 2999},
    ],
}
COUNT: Final[JsonSchemaValue] = {"type": "integer", "minimum": 0}
ANSWER: Final[JsonSchemaValue] = {
    "oneOf": [
        {"const": "for", "description": "In favour."},
        {"const": "against", "description": "Not in favour."},
        {"const": "abstain", "description": "Neither, and said so."},
        {"const": "blank", "description": "An empty ballot."},
        {"const": "spoilt", "description": "A ballot that cannot be read."},
        {"const": "present", "description": "There, and gave no ballot."},
        {"const": "absent", "description": "Not there."},
    ]
}
COUNTS: Final[JsonSchemaValue] = {
    "description": "How many gave which answer.",
    "type": "object",
    "propertyNames": {"enum": list(ANSWERS)},
    "additionalProperties": COUNT,
}
BALLOT: Final[JsonSchemaValue] = {
    "description": "An answer; with its time and reason; or how many of a counted row gave which answer.",
    "anyOf": [
        _ref("answer"),
        {
            "type": "object",
            "properties": {
                "vote": {"description": "The answer.", "allOf": [_ref("answer")]},
                "at": {"description": "When it was given.", "allOf": [_ref("moment")]},
                "reason": {"description": "Why, in its own words.", **patterns.TEXT},
                "heads": {"description": "How many of a counted row answered so.", **COUNT},
            },
            "required": ["vote"],
            "additionalProperties": False,
        },
        {**COUNTS, "minProperties": 1},
    ],
}
_NAME: Final[JsonSchemaValue] = {"type": ["string", "integer"], "minLength": 1}
_MEMBERS: Final[JsonSchemaValue] = {"anyOf": [_NAME, {"type": "array", "items": _NAME, "uniqueItems": True}]}
BALLOTS: Final[JsonSchemaValue] = {
    "description": "Answers with the members that gave them, or members with their answers.",
    "type": "object",
    "properties": {
        word["const"]: {
            "description": word["description"],
            "anyOf": [*_MEMBERS["anyOf"], *BALLOT["anyOf"][1:]],
        }
        for word in ANSWER["oneOf"]
    },
    "additionalProperties": _ref("ballot"),
}
TALLY: Final[JsonSchemaValue] = {
    "description": "How many gave which answer; the same of a group or a counted row behind its name.",
    "type": "object",
    "properties": {
        word["const"]: {"description": word["description"], "anyOf": [COUNT, _ref("counts")]}
        for word in ANSWER["oneOf"]
    }
    | {"present": {"description": "How many were there in all.", "anyOf": [COUNT, _ref("counts")]}},
    "additionalProperties": _ref("counts"),
}
HEADS: Final[JsonSchemaValue] = {
    "description": "Members; or counted rows with how many of each.",
    "anyOf": [*_MEMBERS["anyOf"], {"type": "object", "additionalProperties": COUNT}],
}
NAMED: Final[dict[str, JsonSchemaValue]] = {
    "moment": MOMENT,
    "answer": ANSWER,
    "counts": COUNTS,
    "ballot": BALLOT,
    "ballots": BALLOTS,
    "tally": TALLY,
    "heads": HEADS,
}

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    HAPPENED: tuple(ABOUT[each] for each in HAPPENED),
    ("proposed", "open", "closed"): (
        "Nobody has voted yet.",
        "Voting has begun and has not ended.",
        "Voting has ended.",
    ),
    ("for", "against"): ("In favour.", "Not in favour."),
}
"""What each word of a choice means, by the words of the choice."""


def _of_events() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What the choices of each event mean stands beside them, in its module."""
    names = [f"{happenings.__name__}.{each.name}" for each in iter_modules(happenings.__path__)]
    return {words: meant for name in names for words, meant in _own(name).items()}


def _own(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    return getattr(import_module(name), "MEANINGS", {})


class Generator(charter.Generator):
    """The generator of charters' schemas, told what the functions of this model read."""

    plain = charter.PLAIN | {
        moment_of: {charter.QUANTITY: "moment"},
        ballots_of: {charter.QUANTITY: "ballots"},
        tally_of: {charter.QUANTITY: "tally"},
        heads_of: {charter.QUANTITY: "heads"},
        recorded_of: {"enum": [*RECORDED, *SPELT]},
        done_of: {"anyOf": [{charter.QUANTITY: "moment"}, {"enum": ["yes", "no", True, False]}]},
    }
    meanings = charter.Generator.meanings | MEANINGS | _of_events()

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Names of the writer's own; or, where the names are a choice, each with what it means."""
        keys = schema["keys_schema"]
        if keys["type"] != "literal":
            return super().dict_schema(schema)
        words = [str(word) for word in keys["expected"]]
        value = self.generate_inner(schema["values_schema"])
        named = {
            word: {"description": meaning, **value}
            for word, meaning in zip(words, self.meanings[tuple(words)], strict=True)
        }
        return {"type": "object", "properties": named, "additionalProperties": False}

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """What a function of ours reads by itself."""
        owner = getattr(schema["function"]["function"], "__self__", None)
        if isinstance(owner, ReadIn):
            return dict(self.plain[owner.function])
        return super().function_plain_schema(schema)


def json_schema() -> dict[str, Any]:
    """The schema of an action file of this release's format; plain data, made anew for each call."""
    made = Action.model_json_schema(schema_generator=Generator, ref_template="#/definitions/{model}")
    body: dict[str, Any] = charter.draft_07(made)
    definitions = body.pop("$defs") | NAMED
    used = json.dumps([body, definitions])
    named = {
        name: schema for name, schema in patterns.QUANTITIES.items() if f'"#/definitions/{name}"' in used
    }
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "An action, as coalcheck check reads it",
    }
    return {**head, **body, "definitions": dict(sorted((definitions | named).items()))}
