"""What is chosen in the end: typed before the environment, the environment before the file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from coalcheck.engine.configuration.find import found_from, found_in, variables
from coalcheck.engine.configuration.read import (
    Choices,
    Configured,
    Misconfigured,
    beside,
    names,
    of_environment,
    of_file,
)
from coalcheck.engine.configuration.table import SETTINGS
from coalcheck.engine.findings.baseline import NotABaseline
from coalcheck.engine.findings.baseline import read as read_baseline
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.source.files import shown
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.findings.baseline import Baseline

_NOTHING: Configured = Configured({})


class Chosen(NamedTuple):
    """What stands in the environment and in the file.

    Attributes:
        environment: what is set there.
        file: what is set there; nothing where there is no file.
    """

    environment: Configured = _NOTHING
    file: Configured = _NOTHING

    @property
    def defaults(self) -> dict[str, Any]:
        """What holds for options that are not typed, by their names."""
        found: dict[str, Any] = {}
        for source in (self.file, self.environment):
            for setting in SETTINGS:
                if setting.key in source.values and setting.name:
                    value = source.values[setting.key]
                    if setting.key == "baseline" and source.file:
                        value = beside(source, value)
                    found[setting.name] = [value] if setting.key == "format" else value
        return found

    def said(self) -> str:
        """Where settings come from, as the begin of a sentence; empty where they come from nowhere."""
        sources = [self.file.file] if self.file.file else []
        sources += ["the environment"] if self.environment.values else []
        return f"Settings from {join(*sources)}" if sources else ""


def chosen(
    path: str, *, config: str, no_config: bool, environment: Mapping[str, str], choices: Choices
) -> Chosen:
    """What holds where nothing is typed.

    Args:
        path: the first path that was named; the file is looked for from there.
        config: the file that was asked for; empty to look for one.
        no_config: whether none is to be read.
        environment: the variables of the process.
        choices: the words that settings take, by key.

    Raises:
        Misconfigured: something in the file or in the environment cannot be.
    """
    around = of_environment(environment, choices) if variables(environment) else _NOTHING
    config = config or ("" if no_config else around.values.get("config", ""))
    no_config = no_config or (not config and around.values.get("no-config", False))
    try:
        found = found_in(config, named=True) if config else None if no_config else found_from(path)
    except OSError as error:
        where, reason = error.filename or config, (error.strerror or "it cannot be opened").lower()
        raise Misconfigured([f"{where} cannot be read: {reason}."]) from error
    if config and found is None:
        raise Misconfigured([f"{config} has no [tool.coalcheck] table."])
    return Chosen(around, of_file(found, choices) if found is not None else _NOTHING)


def settings_of(selected: Mapping[str, Any], chosen: Chosen, typed: Sequence[str]) -> Settings:
    """What counts of what is found, once it is known what was typed.

    Args:
        selected: the values of all options, by name.
        chosen: what stands in the environment and in the file.
        typed: the names of the options that were typed.

    Raises:
        Misconfigured: a rule that was typed is none, or the baseline cannot be read.
    """
    file = chosen.file.values
    # A pattern of the file counts from its folder; one that was typed, or set around us, from here.
    of_file = "exclude" in file and "exclude" not in typed and "exclude" not in chosen.environment.values
    folder = os.path.dirname(chosen.file.path)  # noqa: PTH120
    settings = Settings(
        select=_rules("select", selected.get("select", ())),
        ignore=_rules("ignore", selected.get("ignore", ())),
        severity=file.get("severity", {}),
        per_path=file.get("per-path", ()),
        exclude=tuple(selected.get("exclude", ())),
        force_exclude=selected.get("force_exclude", False),
        root=folder if of_file else "",
        folder=_shown_folder(folder) if file.get("per-path") else "",
        baseline=_baseline(selected["baseline"]) if selected.get("baseline") else None,
    )
    return NONE if settings == NONE else settings


def _rules(key: str, texts: Sequence[str]) -> tuple[str, ...]:
    if not texts:
        return ()
    from coalcheck.engine.configuration.values import Wrong, rules_of

    try:
        return rules_of(texts, names())
    except Wrong as error:
        raise Misconfigured([f"--{key}: {error}"]) from None


def _shown_folder(folder: str) -> str:
    found = shown(folder or os.curdir)
    return "" if found == "." else found


def _baseline(path: str) -> Baseline:
    file = shown(path)
    try:
        with open(path, encoding="utf-8-sig") as stream:  # noqa: PTH123
            return read_baseline(stream.read(), os.path.basename(path))  # noqa: PTH119
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise Misconfigured([f"{file} cannot be read: {reason}; coalcheck baseline writes it."]) from error
    except UnicodeDecodeError:
        raise Misconfigured([f"{file} is no baseline: it is not UTF-8."]) from None
    except NotABaseline as error:
        raise Misconfigured([f"{file} is no baseline: {error}."]) from None
