"""What every command has in common: how it ends, and how its options are made of tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

import click

from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags

USAGE, NOTHING_CHECKED, INTERNAL, INTERRUPTED = 2, 3, 4, 130
TYPED = "coalcheck.typed"
"""Under which name the order of what was typed is noted."""
_F = TypeVar("_F", bound="Callable[..., Any] | click.Command")

_BUG = """This is a fault of coalcheck, not of your charter ({}). Please run the same command again with \
COALCHECK_DEBUG=1 before it, and send what it shows to the people who keep coalcheck."""


class Stop(Exception):
    """An end that is not about the content of a charter: one sentence on stderr, and an exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@contextmanager
def ending(usage: tuple[type[Exception], ...], nothing: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """End with a sentence and an exit code where the engine says that it cannot, or that there is nothing."""
    try:
        yield
    except usage as error:
        raise Stop(str(error), USAGE) from error
    except nothing as error:
        # That everything named is excluded is what whoever calls asked for.
        raise Stop(str(error), getattr(error, "exit_code", NOTHING_CHECKED)) from error


class InOrder(click.Command):
    """A command that knows in which order its options were typed: ``--output`` belongs to a format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, then parse as always."""
        given, _, parameters = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[TYPED] = [parameter.name for parameter in parameters]
        if not set(args) & set(ctx.help_option_names):
            self.prepare(ctx, given)
        return super().parse_args(ctx, args)

    def prepare(self, ctx: click.Context, given: Mapping[str, Any]) -> None:
        """Do what comes before options get their values; ``given`` holds what was typed, as it was typed."""


def _day(_ctx: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    try:
        return None if text is None else flags.day_of(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def options(*table: flags.Flag) -> Callable[[_F], _F]:
    """Make options of a table, in its order."""

    def made(command: _F) -> _F:
        for row in reversed(table):
            kind: Any = {"type": click.Choice(row.choices)} if row.choices else {}
            parsed = _day if row.kind == "day" else None
            command = click.option(row.flag, row.name, callback=parsed, **kind, **row.settings())(command)
        return command

    return made


def written(ctx: click.Context, shown: dict[str, Any]) -> list[tuple[str, str]]:
    """Which format is written where; what does not go together is said before any work is done."""
    from coalcheck.engine.report.parts.targets import Unclear, targets

    try:
        return targets(ctx.meta[TYPED], shown["names"], shown["outputs"])
    except Unclear as error:
        raise click.UsageError(str(error)) from error


def exit_code_of(commands: click.Command) -> int:
    """Run a command, and say how it ended; what goes wrong is one sentence on stderr."""
    try:
        return commands.main(prog_name="coalcheck", standalone_mode=False) or 0
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        click.echo(f"{ctx.get_usage()}\n" if ctx else "", err=True, nl=False)
        click.echo(f"coalcheck: {error.format_message()}", err=True)
        return USAGE
    except (Stop, terminal.CannotWrite) as stop:
        click.echo(f"coalcheck: {stop}", err=True)
        return getattr(stop, "exit_code", USAGE)
    except click.Abort:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("COALCHECK_DEBUG"):
            raise
        click.echo(_BUG.format(f"{type(error).__name__}: {error}"), err=True)
        return INTERNAL
