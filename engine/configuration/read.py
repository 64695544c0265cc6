"""From a file of settings, and from the environment, to values; whatever is wrong is said with its place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.configuration.find import variables
from coalcheck.engine.configuration.table import SETTINGS
from coalcheck.engine.configuration.values import Wrong, of_text, of_toml
from coalcheck.engine.configuration.where import line_of
from coalcheck.engine.source.files import shown

if TYPE_CHECKING:
    from coalcheck.engine.configuration.find import Found


class Misconfigured(Exception):
    """What was configured cannot be; one sentence for each fault, to whoever configured it."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(*sentences)

    @property
    def sentences(self) -> tuple[str, ...]:
        """One for each fault, in the order of the file."""
        return self.args


class Configured(NamedTuple):
    """Settings as they are written.

    Attributes:
        values: by key of ``table.SETTINGS``.
        file: the file, as shown to the reader; empty where they come from the environment.
        path: where it is.
    """

    values: Mapping[str, Any]
    file: str = ""
    path: str = ""


Choices = Mapping[str, Sequence[str]]
"""The words that a setting takes, by its key."""


@cache
def names() -> Mapping[str, str]:
    """Every shipped code with its name."""
    from coalcheck.engine.policy.load import shipped

    return {policy.code: policy.name for policy in shipped()}


def of_file(found: Found, choices: Choices) -> Configured:
    """The settings of a file.

    Raises:
        Misconfigured: it is no TOML, or has settings that there are not, or values that they do not take.
    """
    import tomllib

    file = shown(found.path)
    try:
        text = found.text.decode("utf-8-sig")
        whole: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        raise Misconfigured([f"{file} is not UTF-8; save it as UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise Misconfigured([f"{file} is no TOML: {_sentence(str(error))}"]) from None
    except RecursionError:
        raise Misconfigured([f"{file} is nested too deeply."]) from None
    except ValueError:
        raise Misconfigured([f"{file} holds a number that is too long."]) from None
    for key in found.table:
        whole = whole.get(key, {}) if isinstance(whole, dict) else whole
    if not isinstance(whole, dict):
        raise Misconfigured([f"{file}: {'.'.join(found.table)} is no table."])
    by_key = {each.key: each for each in SETTINGS if each.in_file}
    values: dict[str, Any] = {}
    wrong: list[str] = []

    def note(said: str, keys: tuple[str, ...], part: str = "") -> None:
        line = line_of(text, (*found.table, *keys), part)
        wrong.append(f"{file}, line {line}: {said}" if line else f"{file}: {said}")

    for key, value in whole.items():
        setting = by_key.get(key)
        if setting is None:
            note(f'there is no setting "{key}"{_hint(key)}', (key,))
            continue
        try:
            values[key] = of_toml(setting, value, choices.get(key, ()), names)
        except Wrong as error:
            note(_said(key, error), (key, *error.keys), error.part)
    if wrong:
        raise Misconfigured(wrong)
    return Configured(values, file, found.path)


def of_environment(environment: Mapping[str, str], choices: Choices) -> Configured:
    """The settings of the environment; an empty variable says nothing.

    Raises:
        Misconfigured: a variable has a value that its setting does not take, or is called almost like one.
    """
    by_name = {each.variable: each for each in SETTINGS if each.variable}
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for name in variables(environment):
        text, setting = environment[name].strip(), by_name.get(name)
        if setting is None:
            near = nearest(name, list(by_name))
            if near:
                wrong.append(f"The environment has {name}, which sets nothing; did you mean {near}?")
        elif text:
            try:
                values[setting.key] = of_text(setting, text, choices.get(setting.key, ()), names)
            except Wrong as error:
                wrong.append(_said(f"The environment: {name}", error))
    if wrong:
        raise Misconfigured(wrong)
    return Configured(values)


def beside(configured: Configured, path: str) -> str:
    """A path of a file of settings, which counts from the folder of that file."""
    return os.path.normpath(os.path.join(os.path.dirname(configured.path), path))  # noqa: PTH118, PTH120


def _said(name: str, error: Wrong) -> str:
    said = str(error)
    stop = "" if said.endswith(("?", ".")) else "."
    return f"{name}{' ' if said.startswith(('takes ', 'has ', 'of ')) else ': '}{said}{stop}"


def _hint(key: str) -> str:
    environment = {each.key for each in SETTINGS if not each.in_file}
    if key in environment:
        return f"; --{key} is typed, or set in the environment."
    near = nearest(key, [each.key for each in SETTINGS if each.in_file])
    return f'; did you mean "{near}"?' if near else "; docs/configuration.md lists them all."


def _sentence(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}{'' if text.endswith('.') else '.'}"
