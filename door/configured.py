"""Commands that mind settings: what is not typed comes from the environment, else from a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import click

from coalcheck.door.ending import TYPED, USAGE, InOrder, Stop
from coalcheck.engine.configuration.find import found_from, variables
from coalcheck.engine.report import formats
from coalcheck.engine.report.parts import flags

CHOSEN = "coalcheck.chosen"
"""Under which name what stands in the environment and in a file is noted."""


class Configured(InOrder):
    """A command whose options have their defaults from settings."""

    def prepare(self, ctx: click.Context, given: Mapping[str, Any]) -> None:
        """Read the settings, if there are any; most runs have none, and then nothing is loaded for them."""
        # What was not typed has a sign of its own there, which differs from one release of click to another.
        config = given.get("config")
        config, no_config = config if isinstance(config, str) else "", given.get("no_config") is True
        if config and no_config:
            raise click.UsageError("--config and --no-config do not go together; leave one of them out.", ctx)
        paths = given.get("paths", given.get("path"))
        named = paths if isinstance(paths, tuple) else (paths,)
        named = (*named, given.get("record"), os.curdir)
        path = next(each for each in named if isinstance(each, str))
        surrounded = bool(variables(os.environ))
        try:
            if not (config or surrounded) and (no_config or found_from(path) is None):
                return
        except OSError:
            # It is said below, with the reason.
            pass
        from coalcheck.engine.configuration.chosen import chosen
        from coalcheck.engine.configuration.read import Misconfigured

        try:
            found = chosen(
                path, config=config, no_config=no_config, environment=os.environ, choices=_choices()
            )
        except Misconfigured as error:
            raise _stop(error) from error
        ctx.meta[CHOSEN] = found
        ctx.default_map = self._that_fit(found.defaults)

    def _that_fit(self, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Those that this command has; of formats, those that it can write."""
        fitting = {}
        for parameter in self.params:
            if parameter.name in defaults:
                value = defaults[parameter.name]
                words = value if isinstance(value, list) else [value]
                if not isinstance(parameter.type, click.Choice) or set(words) <= {*parameter.type.choices}:
                    fitting[parameter.name] = value
        return fitting


def settled(ctx: click.Context, shown: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine is told of settings: nothing where nothing is settled.

    Args:
        ctx: of the command that runs.
        shown: the values of its options.
    """
    found = ctx.meta.get(CHOSEN)
    if found is None and not any(shown.get(name) for name in _OF_POINTS):
        return {}
    from coalcheck.engine.configuration.chosen import Chosen, settings_of
    from coalcheck.engine.configuration.read import Misconfigured
    from coalcheck.engine.findings.settings import NONE

    # A command need not have an option for everything that a file can settle.
    defaults = found.defaults if found is not None else {}
    try:
        settings = settings_of({**defaults, **shown}, found or Chosen(), ctx.meta[TYPED])
    except Misconfigured as error:
        raise _stop(error) from error
    return {} if settings is NONE else {"settings": settings}


def said(ctx: click.Context, left_out: int) -> str:
    """Where settings come from, and what they leave out, in a sentence; empty where there are none."""
    found = ctx.meta.get(CHOSEN)
    begin = found.said() if found is not None else ""
    more = f"{left_out} {'point' if left_out == 1 else 'points'} left out"
    if begin:
        return f"{begin}; {more}." if left_out else f"{begin}."
    return f"{more[0].upper()}{more[1:]}." if left_out else ""


_OF_POINTS = ("select", "ignore", "baseline", "exclude", "force_exclude")


def _choices() -> dict[str, tuple[str, ...]]:
    """The words that settings take, by key: those of the options of the same name."""
    rows = (*flags.showing(formats()), *flags.CHOOSING_POINTS)
    return {row.flag.removeprefix("--"): row.choices for row in rows if row.choices}


def _stop(error: Any) -> Stop:
    return Stop("\ncoalcheck: ".join(error.sentences), USAGE)
