"""The door: parse arguments, call the engine, render, exit."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from coalcheck.engine import terminal
from coalcheck.engine.report import formats

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Report
    from coalcheck.engine.policy.matcher import Wanted

USAGE, NOTHING_CHECKED, INTERNAL, INTERRUPTED = 2, 3, 4, 130
_F = TypeVar("_F", bound="Callable[..., Any] | click.Command")
_TYPED = "coalcheck.typed"
_BUG = """This is a fault of coalcheck, not of your charter ({}). Please run the same command again with \
COALCHECK_DEBUG=1 before it, and send what it shows to the people who keep coalcheck."""


class Stop(Exception):
    """An end that is not about the content of a charter: one sentence on stderr, and an exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class InOrder(click.Command):
    """A command that knows in which order its options were typed: ``--output`` belongs to a format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, then parse as always."""
        _, _, parameters = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_TYPED] = [parameter.name for parameter in parameters]
        return super().parse_args(ctx, args)


def _day(_ctx: click.Context, _option: click.Parameter, text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        # Python would also take 20260701 and 2026-W27-3, which nobody means to type.
        return date.fromisoformat(text if len(text) == len("2026-07-01") and text[4::3] == "--" else "")
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day; write it like 2026-07-01.") from None


def _choice(flag: str, *names: str, text: str) -> Callable[[_F], _F]:
    """Make an option with a fixed set of words, the first of which is taken unless another is typed."""
    return click.option(*flag.split(), type=click.Choice(names), default=names[0], help=text)


_AS_OF = "The day to take as today, like 2026-07-01."
_FAIL_ON = "From which points on the exit code is 1: those to settle, those worth a talk, or good practice."
_STRICT = "Ask everything, also what the kind, model or stage of a coalition is excused from."
_MATCHER = "What compares policies with the charter: durable-rules or our own; both find the same."
_COLOR = "Whether to use colour; auto does on a terminal, and minds NO_COLOR and FORCE_COLOR."
_FORMAT = "How to write the result: text unless said. Can be given several times."
_OUTPUT = "Write the format named before it to this file, not on the screen."


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True},
)
@click.option("--version", is_flag=True, help="Say which release, matcher and Python this is.")
@click.pass_context
def commands(ctx: click.Context, /, *, version: bool) -> None:
    """Check coalition charters before they are signed.

    Start with: coalcheck validate charter.yaml
    """
    if version:
        from coalcheck.engine.report.manual.version import page

        _write(page())
        ctx.exit()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(USAGE)


@commands.command(cls=InOrder)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES|FOLDERS|-]...")
@click.option("--format", "names", multiple=True, type=click.Choice(formats()), help=_FORMAT)
@click.option("--output", "outputs", multiple=True, metavar="FILE", help=_OUTPUT)
@_choice("--fail-on", "error", "warning", "info", text=_FAIL_ON)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found in the charters.")
@click.option("--all", "show_all", is_flag=True, help="Show every point, not only the first five.")
@click.option("--strict", is_flag=True, help=_STRICT)
@_choice("--matcher", "auto", "durable", "reference", text=_MATCHER)
@_choice("--color", "auto", "always", "never", text=_COLOR)
@click.option("--as-of", callback=_day, metavar="DATE", help=_AS_OF)
@click.option("--verbose", is_flag=True, help="Say also what could not be examined, the day and the matcher.")
@click.pass_context
def validate(  # noqa: PLR0913 (one parameter an option)
    ctx: click.Context, /, *, paths: tuple[str, ...], names: tuple[str, ...], outputs: tuple[str, ...],
    fail_on: str, exit_zero: bool, show_all: bool, strict: bool, matcher: Wanted, color: str, as_of: date,
    verbose: bool,
) -> None:  # fmt: skip
    """Say whether charters are ready to be signed.

    Reads files and folders: in a folder, charter.yaml and what ends in .charter.yaml; without any name, the
    folder you are in. A lone dash reads from standard input.

    Example: coalcheck validate charter.yaml

    With a copy for programs: coalcheck validate charters --format text --format json --output all.json
    """
    from coalcheck.engine.findings.finding import Severity
    from coalcheck.engine.report import renderer
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.parts.targets import Unclear, targets

    try:
        written = targets(ctx.meta[_TYPED], names, outputs)
    except Unclear as error:
        raise click.UsageError(str(error)) from error
    report = _validated(paths or (".",), matcher, as_of, strict=strict)
    if verbose:
        click.echo(f"As of {report.as_of.isoformat()}, with the matcher {report.matcher}.", err=True)
    for name, output in written:
        width = terminal.NO_TERMINAL if output else terminal.width()
        options = Options(width, not output and terminal.colour(color), show_all, verbose)
        _write(renderer(name)(report, options), output)
    if report.unread:
        raise Stop("\ncoalcheck: ".join(report.unread), USAGE)
    worst = report.worst()
    ctx.exit(int(not exit_zero and worst is not None and worst >= Severity[fail_on.upper()]))


def _validated(paths: Sequence[str], matcher: Wanted, as_of: date, *, strict: bool) -> Report:
    from coalcheck.engine import validate as engine
    from coalcheck.engine.batch import Unfinished
    from coalcheck.engine.policy.matcher import MatcherUnavailable

    try:
        return engine.validate(paths, matcher=matcher, as_of=as_of, stdin=_stdin, strict=strict)
    except (engine.Unreadable, Unfinished, MatcherUnavailable) as error:
        raise Stop(str(error), USAGE) from error
    except engine.NothingToCheck as error:
        raise Stop(str(error), NOTHING_CHECKED) from error


@commands.command()
@_choice("--format form", "text", "json", text="For people, or for programs.")
def policies(form: str) -> None:
    """List what is checked, and how much it matters.

    Example: coalcheck policies
    """
    from coalcheck.engine.policy.load import shipped
    from coalcheck.engine.report.manual import policies as manual

    _write((manual.document if form == "json" else manual.page)(shipped()))


@commands.command()
@click.argument("policy", metavar="CODE|NAME")
def explain(policy: str) -> None:
    """Explain one point, with examples; by its code or by its name.

    Example: coalcheck explain E501
    """
    from coalcheck.engine.facts.table import TABLE
    from coalcheck.engine.policy.load import UnknownPolicy, manual, shipped
    from coalcheck.engine.report.manual.explain import page

    try:
        found = manual(policy)
    except UnknownPolicy as error:
        near = f"did you mean {error.nearest}? coalcheck policies lists them all."
        raise Stop(f"There is no policy {policy!r}; {near}", USAGE) from error
    _write(page(found, TABLE[found.subject], terminal.width(), shipped()))


@commands.command()
@click.argument("path", required=False, type=click.Path(), metavar="[FILE|-]")
def facts(path: str | None) -> None:
    """Show what is known of a charter.

    Without a file: everything that a policy can ask for.

    Example: coalcheck facts charter.yaml
    """
    from coalcheck.engine import validate as engine
    from coalcheck.engine.facts.table import TABLE
    from coalcheck.engine.report.manual.facts import page, table

    try:
        _write(page(engine.facts_of(path, stdin=_stdin)) if path else table(TABLE))
    except engine.Unreadable as error:
        raise Stop(str(error), USAGE) from error


@commands.command()
@click.argument("kind", type=click.Choice(["charter", "choosing"]), default="charter")
def schema(kind: str) -> None:
    """Print the JSON Schema of charters for your editor.

    With the word choosing: that of the private file that coalcheck choose reads.

    Example: coalcheck schema > charter.schema.json
    """
    import json
    from importlib import import_module

    made = import_module(f"coalcheck.engine.{kind}.schema").json_schema()
    _write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")


@commands.command()
@click.argument("path", default="private/choosing.yaml", type=click.Path(), metavar="[FILE|-]")
@_choice("--format form", "text", "plain", "json", text="How to show the answer; it is never kept.")
@click.option("--all", "show_all", is_flag=True, help="Show every point, not only the first five of each.")
@_choice("--color", "auto", "always", "never", text=_COLOR)
@click.pass_context
def choose(ctx: click.Context, /, *, path: str, form: str, show_all: bool, color: str) -> None:
    """Say what your own view of possible partners points to.

    Reads your organisation's private file. Nothing in it is added up or ranked: it says what each score
    points to, where they differ, and what to settle first.

    Example: coalcheck choose private/choosing.yaml
    """
    from coalcheck.engine import choose as engine
    from coalcheck.engine.report.choosing import renderer
    from coalcheck.engine.report.parts.options import Options

    try:
        choice = engine.choose(path, stdin=_stdin)
    except (engine.Unreadable, engine.NotPrivate) as error:
        raise Stop(str(error), USAGE) from error
    except engine.NothingToChoose as error:
        raise Stop(str(error), NOTHING_CHECKED) from error
    _write(renderer(form)(choice, Options(terminal.width(), terminal.colour(color), show_all)))
    ctx.exit(choice.exit_code())


def _stdin() -> bytes:
    return sys.stdin.buffer.read() if sys.stdin else b""


def _write(text: str, output: str = "") -> None:
    """Write to a file, or on the screen; a reader who has seen enough and closed the pipe is no failure."""
    from pathlib import Path

    try:
        if output:
            Path(output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            click.echo(text, nl=False, color=True)
    except OSError as error:
        if not output:
            # What is still in the buffer must not be tried again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Stop(
                f"{output or 'The result'} cannot be written: {f'{error.strerror}'.lower()}.", USAGE
            ) from error


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
    except Stop as stop:
        click.echo(f"coalcheck: {stop}", err=True)
        return stop.exit_code
    except click.Abort:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("COALCHECK_DEBUG"):
            raise
        click.echo(_BUG.format(f"{type(error).__name__}: {error}"), err=True)
        return INTERNAL
