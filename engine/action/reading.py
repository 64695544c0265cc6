"""Reading a value by a function of ours: what it may know beside the value, and where it says a fault is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError
from pydantic_core.core_schema import with_info_plain_validator_function

Steps: TypeAlias = tuple[str | int, ...]
Reader: TypeAlias = Callable[[Any, Mapping[str, Any]], object]
"""Makes a value of what YAML gave and of the reading's context, such as the charter's time zone."""


class ReadIn:
    """In an annotation: how the value is made of what YAML gave, in the context of the charter.

    Attributes:
        function: raises a ``PydanticCustomError``, or the error that a `Faults` makes.
    """

    __slots__ = ("function",)

    def __init__(self, function: Reader) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function, and nothing after it."""
        return with_info_plain_validator_function(self.read)

    def read(self, value: Any, info: ValidationInfo) -> object:
        """What the function makes of the value; where nothing is known of the charter, of the value alone."""
        return self.function(value, info.context or {})


class Faults:
    """What is wrong below one value, each with the steps that lead there, told all at once."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[InitErrorDetails] = []

    def add(self, error: PydanticCustomError, *steps: str | int) -> None:
        """Note one fault, and where."""
        self._found.append(InitErrorDetails(type=error, loc=steps, input=None))

    def tell(self, title: str) -> None:
        """Raise all of them; nothing where there are none.

        Raises:
            ValidationError: with one line for each fault.
        """
        if self._found:
            raise ValidationError.from_exception_data(title, self._found)
