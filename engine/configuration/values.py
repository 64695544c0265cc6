"""Values of settings: what each kind takes, and what is said where something else stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.rules import normal
from coalcheck.engine.findings.settings import PerPath
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.configuration.table import Setting

_OWN: Final = re.compile(r"L\d{0,3}", re.IGNORECASE)
"""Codes of a coalition's own policies, which are known only beside its charter."""
_GRADES: Final[Mapping[str, Severity | None]] = {
    **{each.word: each for each in sorted(Severity, reverse=True)},
    "off": None,
}
_ON: Final = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


class Wrong(ValueError):
    """A value that a setting does not take; the message is the end of a sentence.

    Attributes:
        part: the part of the value that is meant; empty for all of it.
        keys: the keys below the setting that lead to it.
    """

    def __init__(self, message: str, part: str = "", keys: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.part = part
        self.keys = tuple(keys)


def rule_of(text: str, names: Mapping[str, str]) -> str:
    """A rule as it is compared.

    Args:
        text: a code, a name, or the beginning of a code.
        names: every shipped code with its name.

    Raises:
        Wrong: nothing is called so.
    """
    if _OWN.fullmatch(text):
        return text.upper()
    rule = normal(text, names)
    if rule:
        return rule
    if not text:
        raise Wrong("there is nothing between two quotes, or two commas")
    if len(text) == 1:
        letters = sorted({each[0] for each in names})
        raise Wrong(
            f'there is no code that begins with "{text}"; they begin with {join(*letters, last="or")}', text
        )
    own = " A policy of your own is named by its code, like L001." if "-" in text else ""
    raise Wrong(f'there is no point called "{text}"; did you mean {_like(text, names)}?{own}', text)


def _like(text: str, names: Mapping[str, str]) -> str:
    """The code or name that may be meant: of a code one that differs in a sign, or begins alike."""
    if not re.match(r"[A-Za-z]\d", text):
        from coalcheck.engine.policy.load import most_like

        return most_like(text)
    begun = (each for end in (3, 2, 1) for each in names if each.startswith(text.upper()[:end]))
    return nearest(text.upper(), list(names)) or next(begun, "") or next(iter(names))


def rules_of(texts: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Rules as they are compared, of texts that may hold several with commas between.

    Raises:
        Wrong: nothing is called by one of them.
    """
    written = [each.strip() for text in texts for each in (text.split(",") if text.strip(" ,") else [""])]
    return tuple(dict.fromkeys(rule_of(each, names) for each in written if each or "" in texts))


def of_toml(
    setting: Setting, value: Any, choices: Sequence[str], names: Callable[[], Mapping[str, str]]
) -> Any:
    """The value of a setting from a file.

    Args:
        setting: the setting.
        value: what TOML holds.
        choices: the words that it takes, where it takes words.
        names: gives every shipped code with its name.

    Raises:
        Wrong: it does not take that.
    """
    match setting.kind:
        case "switch":
            if not isinstance(value, bool):
                raise Wrong(f"takes true or false, and not {_shown(value)}")
            return value
        case "word":
            return _word(value, choices)
        case "rules":
            found = _texts(value, 'codes or names, like ["E501", "missing-exit-terms"]')
            if not found and setting.key == "select":
                raise Wrong("takes at least one code or name; leave it out to be told of everything")
            return rules_of(found, names())
        case "patterns":
            return tuple(_texts(value, 'patterns of paths, like ["archive/**"]'))
        case "severities":
            return _severities(value, names())
        case "paths":
            return _per_path(value, names())
        case _:
            if not isinstance(value, str) or not value:
                raise Wrong(f"takes a text in quotes, and not {_shown(value)}")
            return value


def of_text(
    setting: Setting, text: str, choices: Sequence[str], names: Callable[[], Mapping[str, str]]
) -> Any:
    """The value of a setting from the environment, where everything is a text.

    Raises:
        Wrong: it does not take that.
    """
    match setting.kind:
        case "switch":
            if text.lower() not in _ON:
                raise Wrong(f'takes 1 or 0, and not "{text}"')
            return _ON[text.lower()]
        case "word":
            return _word(text, choices)
        case "rules":
            return rules_of((text,), names())
        case "patterns":
            return tuple(each.strip() for each in text.split(",") if each.strip())
        case "day":
            return _day(text)
        case _:
            return text


def _day(text: str) -> str:
    try:
        date.fromisoformat(text if text[4::3] == "--" else "")
    except ValueError:
        raise Wrong(f'takes a day, like 2026-07-01, and not "{text}"') from None
    return text


def _word(value: Any, choices: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in choices:
        near = nearest(value, choices) if isinstance(value, str) else ""
        hint = f'; did you mean "{near}"?' if near else ""
        raise Wrong(f"takes one of {', '.join(choices)}, and not {_shown(value)}{hint}")
    return value


def _texts(value: Any, what: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Wrong(f"takes a list of {what}, and not {_shown(value)}")
    return value


def _severities(value: Any, names: Mapping[str, str]) -> dict[str, Severity | None]:
    if not isinstance(value, dict):
        raise Wrong(f'takes a table, like {{E501 = "warning"}}, and not {_shown(value)}')
    found: dict[str, Severity | None] = {}
    for rule, word in value.items():
        try:
            found[rule_of(rule, names)] = _GRADES[_word(word, list(_GRADES))]
        except Wrong as wrong:
            message = str(wrong)
            raise Wrong(message if wrong.part else f'of "{rule}" {message}', keys=(rule,)) from None
    return found


def _per_path(value: Any, names: Mapping[str, str]) -> tuple[PerPath, ...]:
    from coalcheck.engine.configuration.table import PER_PATH

    example = '[per-path."archive/**"] with ignore = ["R8"]'
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise Wrong(f"takes a table for each pattern, like {example}")
    found = []
    for pattern, settled in value.items():
        for key in settled:
            if key not in PER_PATH:
                near = nearest(key, PER_PATH)
                hint = f'; did you mean "{near}"?' if near else f"; it takes {' and '.join(PER_PATH)}"
                raise Wrong(f'has no "{key}"{hint}', keys=(pattern, key))
        try:
            ignore = rules_of(_texts(settled.get("ignore", []), 'codes or names, like ["E501"]'), names)
        except Wrong as wrong:
            raise Wrong(str(wrong), wrong.part, (pattern, "ignore")) from None
        try:
            severity = _severities(settled.get("severity", {}), names)
        except Wrong as wrong:
            raise Wrong(str(wrong), wrong.part, (pattern, "severity", *wrong.keys)) from None
        found.append(PerPath(pattern, ignore, severity))
    return tuple(found)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        strange = next((each for each in value if not isinstance(each, str)), None)
        return "a list" if strange is None else f"a list with {_shown(strange)} in it"
    return "a table" if isinstance(value, dict) else f"{value}"
