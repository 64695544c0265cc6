"""What every part of a charter is made of: the base models, and text.

The modules of the model do without postponed annotations: pydantic reads them when the program runs.
What wraps a type is written for pydantic's core at once: pydantic's own wrappers look at the signature of
each function and into the type of each result, and every start of the program would pay for that.
"""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function, no_info_plain_validator_function

from coalcheck.engine.charter.building import without_plugins


class Part(BaseModel):
    """One mapping of the charter: frozen, and no key that is not described here.

    Its validator is built when it is first used: most charters leave most of the model out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, coerce_numbers_to_str=True)

    @classmethod
    def model_rebuild(cls, **settings: Any) -> bool | None:
        """Build the validator, as pydantic does when a part is first used by itself."""
        with without_plugins():
            return super().model_rebuild(**settings)


class Block(Part):
    """A part that may also be said in one sentence; the sentence is then the value of one of its keys."""

    sentence: ClassVar[str] = "in_words"
    """The key that a sentence in place of the whole block stands for."""

    @model_validator(mode="before")
    @classmethod
    def _from_sentence(cls, value: object) -> object:
        return {cls.sentence: value} if isinstance(value, str) else value


class Spoken(Block):
    """A block with a key for what its other keys do not say."""

    in_words: str | None = None
    """The whole of it, or the rest of it, in a sentence."""


class _Function:
    """What an annotation carries: a function from the value that YAML gave."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[Any], object]) -> None:
        self.function = function


class Read(_Function):
    """In an annotation: how the value is made of what YAML gave; the function raises what is wrong."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function, and nothing after it."""
        return no_info_plain_validator_function(self.function)


class Given(_Function):
    """In an annotation: how the other spellings of a value become the one that the type describes."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function, then the type."""
        return no_info_before_validator_function(self.function, handler(source))


def one_or_many(value: object) -> object:
    """What is not a list, as a list of one."""
    return value if isinstance(value, (list, tuple)) else [value]


Listed = Given(one_or_many)
"""Lets a list of one be written without its dash."""

Texts: TypeAlias = Annotated[tuple[str, ...], Listed]


def yes_or_no(value: object) -> bool:
    """A plain yes or no: YAML has true and false, people write yes and no."""
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise PydanticCustomError("bool_type", "yes or no")


YesNo: TypeAlias = Annotated[bool, Read(yes_or_no)]

Whole: TypeAlias = Annotated[int, Field(strict=True, ge=1)]
"""A count of something there is: 1 or more."""

NOT_IN_IDS = "[](){},:;\"'`#&*!|>%@/\\=?"
"""What an id cannot hold besides blanks: YAML's own signs, and those of a path, ``members[breathe]``."""


def an_id(value: Any) -> str:
    """A short name; a number counts as its digits."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or not str(value):
        raise PydanticCustomError("id_type", "an id")
    text = str(value)
    if any(sign in NOT_IN_IDS or sign.isspace() for sign in text):
        raise PydanticCustomError("name-unclear", "an id")
    return text


Id: TypeAlias = Annotated[str, Read(an_id)]
"""A short name by which the rest of the charter speaks of something."""


def a_name(value: Any) -> str:
    """A name that the words of a threshold can have."""
    # Only ever a key, and keys are text.
    text = str(value)
    letters = text.replace("-", "")
    if not (text.isascii() and text[:1].isalpha() and text == text.lower() and letters.isalnum()):
        raise PydanticCustomError("name-unclear", "a name that a threshold can use")
    return text


Name: TypeAlias = Annotated[str, Read(a_name)]
"""A name that thresholds use: lower case letters, digits and hyphens, a letter first."""
