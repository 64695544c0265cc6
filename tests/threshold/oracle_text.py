"""The words of a threshold sentence, read for the oracle by grammar.lark: each part in its slot."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

FRACTIONS = {
    "half": Fraction(1, 2),
    "two_thirds": Fraction(2, 3),
    "three_quarters": Fraction(3, 4),
    "three_fifths": Fraction(3, 5),
}
WHOLES = "zero one two three four five six seven eight nine ten eleven twelve".split()


class RefusedError(ValueError):
    """The text is not a sentence of the language."""


@dataclass(frozen=True)
class Clause:
    """One clause. ``majority`` is a share of more than half, "more in favour than against" a surplus above 0.

    ``whom`` is the base, or whose heads are counted: members, others, coalition, group and named (with their
    ``name``), seats, votes_cast (whose ``state`` is cast). What a clause does not say is None.
    """

    kind: str
    whom: str = "members"
    name: str | None = None
    amount: Fraction = Fraction(0)
    comparator: str = "at_least"
    count: str | None = None
    state: str | None = None
    suffix: str | None = None
    among: str | None = None
    scope: str | None = None
    attribute: str | None = None
    in_some: int = 0
    out_of: int | None = None


Rule = Clause | tuple[str, list[Any]]
"""A clause, or ("every" | "some", the rules it joins)."""


@lru_cache(maxsize=1)
def _grammar() -> Lark:
    text = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return Lark(text, parser="earley", lexer="basic", ambiguity="explicit")


@lru_cache(maxsize=4096)
def parse(text: str) -> Rule:
    """Return the one reading of the text.

    Raises:
        RefusedError: it has none, or its words would mean two things.
        AssertionError: the grammar reads it in two ways.

    """
    try:
        tree = _grammar().parse(text)
    except UnexpectedInput as error:
        raise RefusedError(f"not a sentence of the language: {text!r}") from error
    assert not list(tree.find_data("_ambig")), f"two readings of {text!r}:\n{tree.pretty()}"
    return _rule(tree.children[0])


def _rule(tree: Any) -> Rule:
    if tree.data == "clause":
        return _clause(tree)
    return str(tree.data), [_rule(child) for child in tree.children]


def _clause(tree: Tree[Any]) -> Clause:
    measure, *narrowing = tree.children
    said: dict[str, Any] = {"kind": str(measure.data)}
    for part in [*measure.children, *narrowing]:
        said |= _part(part)
    if said["kind"] == "majority":
        said |= {"kind": "share", "comparator": "more_than", "amount": Fraction(1, 2)}
        if said.get("count", "support") != "support":
            raise RefusedError(f"{said['count']} without a comparator")
    if said["kind"] == "lead":
        said |= {"kind": "surplus", "comparator": "more_than", "amount": Fraction(0)}
    if said.get("count", "support") != "support" and "comparator" not in said:
        raise RefusedError(f"{said['count']} without a comparator")
    clause = Clause(**said)
    _refuse_two_meanings(clause)
    return clause


def _part(part: Tree[Any]) -> dict[str, Any]:
    """Read one part of a clause into its slot."""
    slot, content = str(part.data), part.children[0]
    match slot:
        case "fraction" | "number" | "whole":
            return {"amount": _number(content)}
        case "whom" | "whole_body" | "electorate":
            base = str(content.data)
            if base == "named":
                return {"whom": base, "name": str(content.children[0])}
            return {"whom": base, "state": "cast"} if base == "votes_cast" else {"whom": base}
        case "group":
            return {"whom": slot, "name": str(content)}
        case "among":
            return {"among": str(content)}
        case "each":
            return {"scope": slot, "attribute": str(content)}
        case "several":
            *wholes, attribute = part.children
            k, *n = [int(_number(whole.children[0])) for whole in wholes]
            return {"scope": slot, "attribute": str(attribute), "in_some": k, "out_of": n[0] if n else None}
        case "missing":
            return {"suffix": str(content.data)}
        case "count" | "state" | "suffix" | "comparator":
            return {slot: str(content.data)}
        case _:
            raise AssertionError(slot)


def _number(content: Any) -> Fraction:
    if isinstance(content, Token):
        written = str(content)
        return Fraction(written[:-1]) / 100 if written.endswith("%") else Fraction(written)
    if content.data in FRACTIONS:
        return FRACTIONS[content.data]
    return Fraction(WHOLES.index(content.data))


def _refuse_two_meanings(clause: Clause) -> None:
    """Raise RefusedError where every word has its place and the whole means two things, or nothing."""
    state, suffix = clause.state, clause.suffix
    if clause.count and suffix:
        raise RefusedError(f"{clause.count} and {suffix} together")
    if clause.kind == "head" and clause.count and state:
        raise RefusedError(f"{clause.count} and {state} together in a head count")
    if suffix == "in_favour" and state in {"cast", "voting"}:
        raise RefusedError(f"in favour straight after {state}")
    if clause.kind == "share" and suffix == "not_in_favour" and state:
        raise RefusedError(f"not in favour after {state}")
    if clause.kind == "share" and suffix == "abstaining" and state in {"cast", "not_abstaining"}:
        raise RefusedError(f"abstaining after {state}")
    if clause.whom == "seats" and (clause.among or clause.scope):
        raise RefusedError("seats are of the whole body")
