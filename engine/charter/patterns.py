"""The quantities as JSON Schema: exactly the texts and numbers that the model reads.

The patterns are plain enough to mean the same in Python and in the editors' JavaScript.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from coalcheck.engine.charter.currencies import CURRENCIES
from coalcheck.engine.charter.part import NOT_IN_IDS
from coalcheck.engine.charter.quantity import AT_LEAST, AT_MOST, MOST_IN_SHARES, PER, SPELT, TIMES, UNITS
from coalcheck.engine.charter.unclear import A_DATE, EXPECTED

Schema: TypeAlias = dict[str, Any]

NUMBER = "(0|[1-9][0-9]*)"
COUNT = f"(0|[1-9][0-9]*|{'|'.join(SPELT)})"
SINGULAR = "|".join(unit for unit in UNITS if not unit.endswith("s"))
ANY_UNIT = "|".join(UNITS)
EACH = f"({'|'.join(PER)})"

MONEY = f"{NUMBER}([.][0-9]{{1,2}})? ({'|'.join(sorted(CURRENCIES))})( {EACH} (month|year))?"
PERIOD = f"{COUNT} ((clear |working )?days?|{ANY_UNIT})"
ALLOWANCE = f"({COUNT}|{'|'.join(TIMES)})( {EACH} ({SINGULAR})| in {COUNT} ({ANY_UNIT}))?"

_LEAP = "([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)"
DATE = (
    "([12][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP}-02-29)"
)


def _up_to(most: int) -> str:
    """The numbers from 1 to a number of at most two digits."""
    tens, ones = divmod(most, 10)
    if tens == 0:
        return f"[1-{ones}]"
    below = f"|[1-{tens - 1}][0-9]" if tens > 1 else ""
    return f"[1-9]{below}|{tens}[0-{ones}]"


FRACTION_OF_ONE = "|".join(f"({_up_to(below)})/{below}" for below in range(1, MOST_IN_SHARES + 1))
PERCENT = "(100([.]0+)?|(0|[1-9][0-9]?)([.][0-9]+)?)%"
NO_PERCENT = "0([.]0+)?%"


def whole(pattern: str) -> str:
    """A pattern for all of a text."""
    return f"^({pattern})$"


def text(pattern: str, description: str = "") -> Schema:
    """A text of this pattern."""
    schema: Schema = {"type": "string", "pattern": whole(pattern)}
    return schema | {"description": description} if description else schema


QUANTITIES: dict[str, Schema] = {
    "money": text(MONEY, f"It is {EXPECTED['money']}."),
    "period": text(PERIOD, f"It is {EXPECTED['period']}."),
    "window": text(f"({AT_LEAST})?({PERIOD})", f"It is {EXPECTED['window']}."),
    "every": text(f"{SINGULAR}|{PERIOD}", f"It is {EXPECTED['every']}."),
    "date": text(DATE, f"It is {A_DATE}."),
    "allowance": {
        "description": f"It is {EXPECTED['allowance']}.",
        "anyOf": [text(ALLOWANCE), {"type": "integer", "minimum": 0}],
    },
    "number": {
        "description": f"It is {EXPECTED['number']}.",
        "anyOf": [{"type": "number", "minimum": 0}, text(f"{NUMBER}/[1-9][0-9]*")],
    },
    "share": {
        "description": f"It is {EXPECTED['share']}.",
        "anyOf": [
            {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
            {"type": "string", "pattern": f"^(?!{NO_PERCENT}$)({PERCENT}|{FRACTION_OF_ONE})$"},
        ],
    },
    "cap": {
        "description": f"It is {EXPECTED['cap']}.",
        "anyOf": [
            {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
            {
                "type": "string",
                "pattern": f"^({'|'.join(AT_MOST)})?(?!{NO_PERCENT}$)({PERCENT}|{FRACTION_OF_ONE})$",
            },
        ],
    },
}
"""Each quantity by its name."""

# JavaScript refuses a stroke before a sign that needs none.
_NOT_IN_IDS = "".join(f"\\{sign}" if sign in "[]\\/" else sign for sign in NOT_IN_IDS)
ID: Schema = {"type": ["string", "integer"], "pattern": f"^[^\\s{_NOT_IN_IDS}]+$"}
NAME: Schema = {"pattern": "^[a-z][a-z0-9-]*$"}
TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
"""A sentence; a number is read as the text that it is written as."""
