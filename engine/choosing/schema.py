"""The shape of a private file as JSON Schema (draft-07), for editors; made of the model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coalcheck.engine.charter import patterns
from coalcheck.engine.charter import schema as charter
from coalcheck.engine.choosing.model import FORMAT, Choosing, Scored, choosing_format
from coalcheck.engine.choosing.score import HIGHEST, LOWEST, score_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

ID = f"https://coalcheck.dev/schema/choosing-{FORMAT}.json"
SCORE = {"type": "integer", "minimum": LOWEST, "maximum": HIGHEST}

MEANINGS = {
    ("one issue", "single issue", "several issues"): (
        "One issue is shared.",
        "One issue is shared.",
        "Several issues are shared.",
    ),
    ("hard to leave", "easy to leave"): (
        "A high score means: hard to leave.",
        "A high score means: easy to leave.",
    ),
    ("none", "low", "some", "high"): (
        "None of your supporters will object.",
        "Hardly any will.",
        "Some may.",
        "Many may, or those you cannot do without.",
    ),
}
"""What each word of a choice means, by the words of the choice."""


class _Generator(charter.Generator):
    """The generator of charters' schemas, told what the functions of this model read."""

    plain = charter.PLAIN | {choosing_format: {"enum": [FORMAT, str(FORMAT)]}, score_of: SCORE}
    meanings = charter.Generator.meanings | MEANINGS

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A part; a score may also stand by itself."""
        made = super().model_schema(schema)
        if issubclass(schema["cls"], Scored):
            made["anyOf"].append(dict(SCORE))
        return made


def json_schema() -> dict[str, Any]:
    """The schema of a private file of this release's format; plain data, made anew for each call."""
    made = Choosing.model_json_schema(schema_generator=_Generator, ref_template="#/definitions/{model}")
    body: dict[str, Any] = charter.draft_07(made)
    definitions = body.pop("$defs")
    used = json.dumps([body, definitions])
    named = {
        name: schema for name, schema in patterns.QUANTITIES.items() if f'"#/definitions/{name}"' in used
    }
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "A private file, as coalcheck choose reads it",
    }
    return {**head, **body, "definitions": dict(sorted((definitions | named).items()))}
