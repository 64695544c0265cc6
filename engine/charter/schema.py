"""The charter's shape as JSON Schema (draft-07), for editors and other programs.

It is made of the model, so that there is one description of the shape; the tests
hold that both accept and refuse the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from coalcheck.engine.charter import documented, patterns
from coalcheck.engine.charter.charter import format_of
from coalcheck.engine.charter.electorate import group_versions, jointly_of, weight_versions
from coalcheck.engine.charter.meanings import MEANINGS
from coalcheck.engine.charter.members import none_is_empty
from coalcheck.engine.charter.model import FORMAT, Block, whole
from coalcheck.engine.charter.part import a_name, an_id, one_or_many, yes_or_no
from coalcheck.engine.charter.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import core_schema

QUANTITY = "x-quantity"
"""Stands for a quantity until all is made: pydantic takes every reference for one of its own."""

ID = f"https://coalcheck.dev/schema/charter-{FORMAT}.json"

PLAIN: dict[object, JsonSchemaValue] = {
    format_of: {"enum": [FORMAT, str(FORMAT)]},
    an_id: patterns.ID,
    a_name: patterns.NAME,
    yes_or_no: {"enum": ["yes", "no", True, False]},
    jointly_of: {"anyOf": [{"enum": ["yes", "no", True, False]}, {"type": "integer", "minimum": 2}]},
}
"""What the functions of the model read that are the whole of a type."""


def json_schema() -> dict[str, Any]:
    """The schema of a charter of this release's format; plain data, made anew for each call."""
    made = whole().model_json_schema(schema_generator=Generator, ref_template="#/definitions/{model}")
    body: dict[str, Any] = draft_07(made)
    definitions = body.pop("$defs") | patterns.QUANTITIES
    body["properties"]["members"]["minItems"] = 1
    body["properties"]["decisions"]["minProperties"] = 1
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "A charter, as coalcheck reads it",
    }
    return {**head, **body, "definitions": dict(sorted(definitions.items()))}


class Generator(GenerateJsonSchema):
    """Pydantic's generator, told what our own functions read and what each field holds."""

    plain = PLAIN
    meanings = MEANINGS

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A sentence."""
        del schema
        return dict(patterns.TEXT)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What may be left out."""
        # A key with nothing behind it is a finding of its own.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What may be left out; what stands in for it is nobody else's to know."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """A choice of words, each with its meaning."""
        words = schema["expected"]
        meanings = self.meanings[tuple(words)]
        choices = zip(words, meanings, strict=True)
        return {"oneOf": [{"const": word, "description": meaning} for word, meaning in choices]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Names of the writer's own."""
        made: JsonSchemaValue = {
            "type": "object",
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        keys = schema["keys_schema"]
        if keys["type"] == "function-plain":
            made["propertyNames"] = {"pattern": PLAIN[keys["function"]["function"]]["pattern"]}
        return made

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """What a function of ours reads by itself."""
        function = schema["function"]["function"]
        if isinstance(function, Quantity):
            return {QUANTITY: function.name}
        return dict(self.plain[function])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """What has other spellings."""
        function: Callable[..., object] = schema["function"]["function"]
        inner = self.generate_inner(schema["schema"])
        owner = getattr(function, "__self__", None)
        if isinstance(owner, type) and issubclass(owner, Block):
            return inner
        return {
            one_or_many: _listed,
            none_is_empty: _or_none,
            group_versions: _versions_of_group,
            weight_versions: _versions_of_weight,
        }[function](inner)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A part, with what it and each of its fields holds."""
        part = schema["cls"]
        made = super().model_schema(schema)
        sentences = documented.fields(part)
        for name, info in part.__pydantic_fields__.items():
            key = info.alias or name
            made["properties"][key] = {**made["properties"][key], "description": sentences[name]}
        made["description"] = documented.about(part)
        if not issubclass(part, Block):
            return made
        return {"description": made.pop("description"), "anyOf": [{"type": "string", "minLength": 1}, made]}


def _listed(array: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [array, array["items"]]}


def _or_none(inner: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [{"const": "none"}, inner]}


def _versions_of_group(array: JsonSchemaValue) -> JsonSchemaValue:
    members = {"anyOf": [dict(patterns.TEXT), {"type": "array", "items": dict(patterns.TEXT)}]}
    return {"anyOf": [members, array["items"], array]}


def _versions_of_weight(array: JsonSchemaValue) -> JsonSchemaValue:
    plain = {"type": "object", "additionalProperties": {QUANTITY: "number"}}
    version = {"if": {"required": ["values"]}, "then": array["items"], "else": plain}
    return {"anyOf": [version, {"type": "array", "items": version}]}


def draft_07(node: Any) -> Any:
    """The same without titles; in draft-07 whatever stands beside a reference is not read."""
    if isinstance(node, list):
        return [draft_07(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: draft_07(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))
    }
    if QUANTITY in made:
        made["$ref"] = f"#/definitions/{made.pop(QUANTITY)}"
    if "$ref" in made and len(made) > 1:
        return {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made
