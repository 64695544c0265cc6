"""The door: parse arguments, call the engine, render, exit."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

import click

from coalcheck.engine import terminal
from coalcheck.engine.report import formats
from coalcheck.engine.report.parts import flags

USAGE, NOTHING_CHECKED, INTERNAL, INTERRUPTED = 2, 3, 4, 130
_BUG = """This is a fault of coalcheck, not of your charter ({}). Please run the same command again with \
COALCHECK_DEBUG=1 before it, and send what it shows to the people who keep coalcheck."""


class Stop(Exception):
    """An end that is not about the content of a charter: one sentence on stderr, and an exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@contextmanager
def _ending(usage: tuple[type[Exception], ...], nothing: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """End with a sentence and an exit code where the engine says that it cannot, or that there is nothing."""
    try:
        yield
    except (*usage, *nothing) as error:
        raise Stop(str(error), NOTHING_CHECKED if isinstance(error, nothing) else USAGE) from error


class InOrder(click.Command):
    """A command that knows in which order its options were typed: ``--output`` belongs to a format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, then parse as always."""
        _, _, parameters = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta["coalcheck.typed"] = [parameter.name for parameter in parameters]
        return super().parse_args(ctx, args)


def _day(_ctx: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    try:
        return None if text is None else flags.day_of(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _options(*table: flags.Flag) -> Callable[[Any], Any]:
    """Make options of a table, in its order."""

    def made(command: Any) -> Any:
        for row in reversed(table):
            kind: Any = {"type": click.Choice(row.choices)} if row.choices else {}
            kind["callback"] = _day if row.kind == "day" else None
            command = click.option(row.flag, row.name, **kind, **row.settings())(command)
        return command

    return made


_SHOWING = flags.showing(formats())
_HELP = {"help_option_names": ["-h", "--help"], "show_default": True}


@click.group(invoke_without_command=True, context_settings=_HELP)
@click.option("--version", is_flag=True, help="Say which release, matcher and Python this is.")
@click.pass_context
def commands(ctx: click.Context, /, *, version: bool) -> None:
    """Check coalition charters before they are signed, and what is decided under them.

    Start with: coalcheck validate charter.yaml
    """
    if version:
        from coalcheck.engine.report.manual.version import page

        terminal.write(page())
        ctx.exit()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(USAGE)


@commands.command(cls=InOrder)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES|FOLDERS|-]...")
@_options(*_SHOWING, flags.STRICT)
@click.pass_context
def validate(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Say whether charters are ready to be signed.

    Reads files and folders: in a folder, charter.yaml and what ends in .charter.yaml; without any name, the
    folder you are in. A lone dash reads from standard input.

    Example: coalcheck validate charter.yaml

    With a copy for programs: coalcheck validate charters --format text --format json --output all.json
    """
    from coalcheck.engine import validate as engine
    from coalcheck.engine.batch import Unfinished
    from coalcheck.engine.policy.matcher import MatcherUnavailable
    from coalcheck.engine.report import renderer

    written = _written(ctx, shown)
    with _ending((engine.Unreadable, Unfinished, MatcherUnavailable), (engine.NothingToCheck,)):
        report = engine.validate(
            paths or (".",), matcher=shown["matcher"], as_of=shown["as_of"] or date.today(),
            stdin=terminal.read, strict=shown["strict"],
        )  # fmt: skip
    _end(ctx, report, renderer, written, shown)


@commands.command(cls=InOrder)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="CHARTER [FILES|FOLDERS|-]...")
@_options(*_SHOWING, *flags.CHECKING)
@click.pass_context
def check(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Say what a charter says of a proposal, a vote or an act.

    The charter comes first, then actions: files, folders, or a lone dash for standard input. Of a folder that
    holds a charter and its decisions, all of them are checked.

    Example: coalcheck check charter.yaml letter.yaml

    To try a case: coalcheck check charter.yaml letter.yaml --vote local-9=for

    Without a file: coalcheck check charter.yaml --action speak --title "Joint letter"
    """
    from coalcheck.engine import check as engine
    from coalcheck.engine.report.verdict import renderer

    written = _written(ctx, shown)
    with _ending(engine.NOT_UNDERSTOOD, (engine.NothingToCheck,)):
        report = engine.check(
            paths, given=engine.Given.of(shown), matcher=shown["matcher"], as_of=shown["as_of"],
            today=date.today(), stdin=terminal.read,
        )  # fmt: skip
    _end(ctx, report, renderer, written, shown)


def _written(ctx: click.Context, shown: dict[str, Any]) -> list[tuple[str, str]]:
    """Which format is written where; what does not go together is said before any work is done."""
    from coalcheck.engine.report.parts.targets import Unclear, targets

    try:
        return targets(ctx.meta["coalcheck.typed"], shown["names"], shown["outputs"])
    except Unclear as error:
        raise click.UsageError(str(error)) from error


def _end(ctx: click.Context, report: Any, renderer: Any, written: list[tuple[str, str]], shown: Any) -> None:
    """Write a report in every format that was asked for, say what could not be read, and exit."""
    from coalcheck.engine.findings.finding import Severity
    from coalcheck.engine.report.parts.options import Options

    if shown["verbose"]:
        click.echo(f"As of {report.as_of.isoformat()}, with the matcher {report.matcher}.", err=True)
    options = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    for name, output in written:
        terminal.write(renderer(name)(report, options.for_file() if output else options), output)
    if report.unread:
        raise Stop("\ncoalcheck: ".join(report.unread), USAGE)
    ctx.exit(0 if shown["exit_zero"] else report.exit_code(Severity[shown["fail_on"].upper()]))


@commands.command()
@_options(*flags.LISTING)
def policies(form: str) -> None:
    """List what is checked, and how much it matters.

    Example: coalcheck policies
    """
    from coalcheck.engine.policy.load import shipped
    from coalcheck.engine.report.manual import policies as manual

    terminal.write((manual.document if form == "json" else manual.page)(shipped()))


@commands.command()
@click.argument("policy", metavar="CODE|NAME")
def explain(policy: str) -> None:
    """Explain one point, with examples; by its code or by its name.

    Example: coalcheck explain E501
    """
    from coalcheck.engine.report.manual.explain import UnknownPolicy, page_of

    with _ending((UnknownPolicy,)):
        terminal.write(page_of(policy, terminal.width()))


@commands.command()
@click.argument("path", required=False, type=click.Path(), metavar="[FILE|-]")
def facts(path: str | None) -> None:
    """Show what is known of a charter.

    Without a file: everything that a policy can ask for.

    Example: coalcheck facts charter.yaml
    """
    from coalcheck.engine import validate as engine
    from coalcheck.engine.report.manual.facts import page, table

    with _ending((engine.Unreadable,)):
        terminal.write(page(engine.facts_of(path, stdin=terminal.read)) if path else table())


@commands.command()
@click.argument("kind", type=click.Choice(["charter", "action", "choosing"]), default="charter")
def schema(kind: str) -> None:
    """Print the JSON Schema of charters for your editor.

    With the word action: that of the files that coalcheck check reads; with the word choosing: that of the
    private file that coalcheck choose reads.

    Example: coalcheck schema > charter.schema.json
    """
    import json
    from importlib import import_module

    made = import_module(f"coalcheck.engine.{kind}.schema").json_schema()
    terminal.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")


@commands.command()
@click.argument("path", default="private/choosing.yaml", type=click.Path(), metavar="[FILE|-]")
@_options(*flags.CHOOSING)
def choose(path: str, **shown: Any) -> None:
    """Say what your own view of possible partners points to.

    Reads your organisation's private file. Nothing in it is added up or ranked: it says what each score
    points to, where they differ, and what to settle first.

    Example: coalcheck choose private/choosing.yaml
    """
    from coalcheck.engine import choose as engine
    from coalcheck.engine.report.choosing import renderer
    from coalcheck.engine.report.parts.options import Options

    with _ending((engine.Unreadable, engine.NotPrivate), (engine.NothingToChoose,)):
        choice = engine.choose(path, stdin=terminal.read)
    shape = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    terminal.write(renderer(shown["form"])(choice, shape))
    click.get_current_context().exit(choice.exit_code())


@commands.command()
@click.argument("path", default="charter.yaml", type=click.Path(), metavar="[CHARTER|-]")
@_options(*flags.ANALYZING)
def analyze(path: str, **shown: Any) -> None:
    """Count who can decide and who can stop what, and prove what the rules come to.

    Example: coalcheck analyze charter.yaml
    """
    from coalcheck.engine import analyze as engine
    from coalcheck.engine.report import analysis as pages

    ask = partial(click.confirm, err=True) if terminal.can_ask() else None
    with _ending(engine.NOT_UNDERSTOOD):
        found = engine.analyze(path, budget=shown["budget"], ask=ask, stdin=terminal.read)
    for page, output in pages.written(found, shown, terminal.width(), colour=terminal.colour(shown["color"])):
        terminal.write(page, output)
    click.get_current_context().exit(0 if shown["exit_zero"] else found.exit_code(shown["fail_on"]))


@commands.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="OLD NEW")
@_options(*flags.COMPARING)
def diff(paths: tuple[str, ...], **shown: Any) -> None:
    """Say what a change of a charter changes: decision by decision, with votes that show it.

    Exits with 0 only where nothing differs.

    Example: coalcheck diff old.yaml new.yaml
    """
    from coalcheck.engine.diff import run as engine
    from coalcheck.engine.report.diff import page

    with _ending(engine.NOT_UNDERSTOOD, (engine.NoCharter,)):
        found = engine.diff_of_paths(
            paths, engine.Given.of(shown), git=shown["git"], today=date.today(), stdin=terminal.read
        )
    terminal.write(
        page(found, shown, terminal.width(), colour=terminal.colour(shown["color"])), shown["output"] or ""
    )
    click.get_current_context().exit(0 if shown["exit_zero"] or shown["git"] else found.exit_code())


def main() -> None:
    """Run the command line and exit with the code that the manual promises."""
    # What start-up makes is kept to the end: looking through it for garbage takes a tenth of a short run.
    gc.set_threshold(100_000, 20, 20)
    terminal.set_letters()
    sys.exit(_exit_code())


def _exit_code() -> int:
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
