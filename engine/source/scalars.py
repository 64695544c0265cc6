"""From the tree to plain Python values, by the core schema of YAML 1.2.

YAML 1.1 takes ``no`` and ``on`` for booleans, ``12:30`` for a number and ``010`` for
eight; here the first three are text and the last is ten. Decimals are exact.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, TypeAlias

from coalcheck.engine.source.limits import MOST_DIGITS
from coalcheck.engine.source.node import Mapping, Node, Scalar

Plain: TypeAlias = "bool | int | Decimal | str | list[Plain] | dict[str, Plain] | None"

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
FIRST_OF_NUMBER: Final = frozenset("+-.0123456789")
"""What a number can begin with."""
NUMBER_OR_WORD: Final = FIRST_OF_NUMBER | frozenset("tTfFnN~")
"""How an unquoted text begins that could be anything but text."""

_INTEGER: Final = re.compile(r"[-+]?[0-9]+", re.ASCII)
_DECIMAL: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE]([-+]?[0-9]+))?", re.ASCII)
_OCTAL: Final = re.compile(r"0o[0-7]+", re.ASCII)
_HEXADECIMAL: Final = re.compile(r"0x[0-9a-fA-F]+", re.ASCII)
_NO_AMOUNT: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class WrittenInt(int):
    """A whole number not written as it would be printed, such as ``007``; as text it is what is written."""

    text: str

    def __str__(self) -> str:
        return self.text


def plain(node: Node) -> Plain:
    """The value of a tree: None, bool, int, Decimal, str, list, and dict in file order.

    Only unquoted text can be anything but str. A number that no charter can mean
    (:func:`is_absurd`) stays text.
    """
    if isinstance(node, Scalar):
        return _unquoted(node.text) if node.style == "plain" else node.text
    if isinstance(node, Mapping):
        return {text: plain(entry.value) for text, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def written(text: str) -> bool | int | Decimal | str | None:
    """The value of an unquoted text for a model; a number that is used as a name keeps how it is written."""
    if text and text[0] not in NUMBER_OR_WORD:
        return text
    value = _unquoted(text)
    if type(value) is int and str(value) != text:
        number = WrittenInt(value)
        number.text = text
        return number
    return value


def something_in(text: str) -> bool | int | Decimal | str | None:
    """The same of a text that is not empty; None where it says that nothing is there, or is absurd."""
    if text[0] not in NUMBER_OR_WORD:
        return text
    value = written(text)
    return None if value.__class__ is str and is_absurd(text) else value


def is_absurd(text: str) -> bool:
    """Whether an unquoted text is a number that cannot be counted with: ``.inf``, ``.nan``, ``1e400``."""
    if not text or text[0] not in FIRST_OF_NUMBER:
        return False
    if _NO_AMOUNT.fullmatch(text):
        return True
    number = _DECIMAL.fullmatch(text) or _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text)
    return number is not None and not isinstance(_number(text), int | Decimal)


def _unquoted(text: str) -> bool | int | Decimal | str | None:
    if text in _WORDS:
        return _WORDS[text]
    return _number(text) if text[0] in FIRST_OF_NUMBER else text


def _number(text: str) -> int | Decimal | str:
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= MOST_DIGITS else text
    if decimal := _DECIMAL.fullmatch(text):
        power = decimal.group(1) or "0"
        # The length of the power comes first: int() of a million digits is refused by Python itself.
        if len(text) > MOST_DIGITS or abs(int(power)) > MOST_DIGITS:
            return text
        return Decimal(text)
    if len(text) <= MOST_DIGITS:
        if _OCTAL.fullmatch(text):
            return int(text, 0)
        if _HEXADECIMAL.fullmatch(text):
            return int(text, 0)
    return text
