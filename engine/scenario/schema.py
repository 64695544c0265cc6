"""The shape of a test file as JSON Schema (draft-07), for editors; made of the model.

What spans several places is not in it: that a row has as many cells as there are columns, that an id stands
once, that votes are given in one way, that a clause or a point is there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.action import schema as action
from coalcheck.engine.charter import patterns
from coalcheck.engine.charter import schema as charter
from coalcheck.engine.decide.verdict import OUTCOMES
from coalcheck.engine.scenario.model import Scenarios
from coalcheck.engine.scenario.tables import EXPECTED, NOT_IN_ROWS
from coalcheck.engine.scenario.votes import OTHERS
from coalcheck.engine.scenario.words import SPELT, fewest_of, outcome_of, row_of, short_of, unwanted_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

FORMAT: Final = 1
ID: Final = f"https://coalcheck.dev/schema/test-{FORMAT}.json"

_NAMES: Final[JsonSchemaValue] = {
    "anyOf": [
        {"type": ["string", "integer"], "minLength": 1},
        {"type": "array", "items": {"type": ["string", "integer"], "minLength": 1}},
    ]
}
SHORT: Final[JsonSchemaValue] = {
    "description": f"How many; which members; or {OTHERS[0]}: all who decide and are not named beside.",
    "anyOf": [{"type": "integer", "minimum": 0}, *_NAMES["anyOf"]],
}
_MEANINGS: Final = {
    ("in", "ask", "out"): (
        "Within what was agreed.",
        "The charter does not say: to be decided first.",
        "Outside what was agreed.",
    )
}


class _Generator(action.Generator):
    """The generator of actions' schemas, told what the functions of this model read."""

    plain = action.Generator.plain | {
        outcome_of: {"enum": [*OUTCOMES, *SPELT]},
        fewest_of: {"anyOf": [{"type": "integer", "minimum": 1}, {"const": "none"}]},
        unwanted_of: {
            "anyOf": [
                {"enum": ["yes", True]},
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
            ]
        },
        short_of: {charter.QUANTITY: "short"},
        row_of: {"type": "array", "minItems": 1},
    }
    meanings = action.Generator.meanings | _MEANINGS


def json_schema() -> dict[str, Any]:
    """The schema of a test file of this release's format; plain data, made anew for each call."""
    made = Scenarios.model_json_schema(schema_generator=_Generator, ref_template="#/definitions/{model}")
    body: dict[str, Any] = charter.draft_07(made)
    definitions = body.pop("$defs") | action.NAMED | {"short": SHORT}
    verdict = definitions["Expect"]["anyOf"][1]["properties"]["verdict"]
    definitions["Expect"]["anyOf"][0] = {"enum": verdict["enum"]}
    definitions["Expect"]["anyOf"][1]["minProperties"] = 1
    definitions["Case"]["required"] = ["id"]
    # What holds for every case cannot be its name.
    definitions["Given"]["properties"].pop("id")
    table = definitions["Table"]
    keys = [key for key in definitions["Case"]["properties"] if key not in NOT_IN_ROWS]
    column = {"enum": [*keys, *EXPECTED]}
    about = table["properties"]["columns"]["description"]
    table["properties"]["columns"] = {
        "description": about,
        "anyOf": [{"type": "array", "items": column}, column],
    }
    table["required"] = ["columns", "rows"]
    body["required"] = ["cases"]
    body["properties"]["cases"]["minItems"] = 1
    used = json.dumps([body, definitions])
    named = {
        name: schema for name, schema in patterns.QUANTITIES.items() if f'"#/definitions/{name}"' in used
    }
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "A test file, as coalcheck test reads it",
    }
    return {**head, **body, "definitions": dict(sorted((definitions | named).items()))}
