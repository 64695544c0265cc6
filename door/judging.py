"""What is ready to be signed, what a charter says of what is done, and where a coalition stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from coalcheck.door.configured import Configured, said, settled
from coalcheck.door.ending import USAGE, Stop, ending, options, written
from coalcheck.door.summary import write_summary
from coalcheck.engine import terminal
from coalcheck.engine.report import formats
from coalcheck.engine.report.parts import flags
from coalcheck.engine.report.standing import FORMATS as STANDING_FORMATS

_SHOWING = flags.showing(formats())


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES|FOLDERS|-]...")
@options(*_SHOWING, flags.STRICT, *flags.CHOOSING_POINTS, *flags.FIXING)
@click.pass_context
def validate(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Say whether charters are ready to be signed.

    Reads files and folders: in a folder, charter.yaml and what ends in .charter.yaml; without any name, the
    folder you are in. A lone dash reads from standard input.

    Example: coalcheck validate charter.yaml

    With a copy for programs: coalcheck validate charters --format text --format json --output all.json

    To mend slips of the hand first: coalcheck validate --fix charter.yaml
    """
    from coalcheck.engine import validate as engine
    from coalcheck.engine.batch import Unfinished
    from coalcheck.engine.policy.matcher import MatcherUnavailable
    from coalcheck.engine.report import renderer

    targets, settings = written(ctx, shown), settled(ctx, shown)
    if shown["fix"] or shown["unsafe"] or shown["diff"]:
        from coalcheck.door.mending import mend

        mend(ctx, paths or (".",), shown, settings)
    with ending((engine.Unreadable, Unfinished, MatcherUnavailable), (engine.NothingToCheck,)):
        report = engine.validate(
            paths or (".",), matcher=shown["matcher"], as_of=shown["as_of"] or date.today(),
            stdin=terminal.read, strict=shown["strict"], **settings,
        )  # fmt: skip
    _end(ctx, report, renderer, targets, shown)


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="CHARTER [FILES|FOLDERS|-]...")
@options(*_SHOWING, *flags.CHECKING, *flags.CHOOSING_POINTS)
@click.pass_context
def check(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Say what a charter says of a proposal, a vote or an act.

    The charter comes first, then actions: files, folders, or a lone dash for standard input. Of a folder that
    holds a charter and its decisions, all of them are checked.

    Example: coalcheck check charter.yaml letter.yaml

    To try a case: coalcheck check charter.yaml letter.yaml --vote local-9=for

    Without a file: coalcheck check charter.yaml --action speak --title "Joint letter"

    All that is on record, with what it comes to over time: coalcheck check --record .
    """
    from coalcheck.engine import check as engine
    from coalcheck.engine.report.verdict import brief_above, renderer

    targets, settings = written(ctx, shown), settled(ctx, shown)
    with ending(engine.NOT_UNDERSTOOD, (engine.NothingToCheck,)):
        report = engine.check(
            paths, given=engine.Given.of(shown), record=shown["record"], matcher=shown["matcher"],
            as_of=shown["as_of"], today=date.today(), stdin=terminal.read,
            brief_above=brief_above([name for name, _ in targets], show_all=shown["show_all"]),
            **settings,
        )  # fmt: skip
    _end(ctx, report, renderer, targets, shown)


@click.command(cls=Configured)
@click.argument("path", default=".", type=click.Path(), metavar="[FOLDER|CHARTER]")
@options(*flags.showing(STANDING_FORMATS), *flags.STANDING, *flags.SETTINGS)
@click.pass_context
def status(ctx: click.Context, /, *, path: str, **shown: Any) -> None:
    """Say where a coalition stands: what is due, what is used up, and what is open.

    Reads the charter and the record beside it, the folder decisions.

    Example: coalcheck status

    For your calendar: coalcheck status --format ical --output dates.ics
    """
    from coalcheck.engine.report.standing import CannotRender, renderer
    from coalcheck.engine.standing import stand as engine

    targets = written(ctx, shown)
    with ending((*engine.NOT_UNDERSTOOD, CannotRender), (engine.NothingToCheck,)):
        report = engine.stand(
            path, record=shown["record"], matcher=shown["matcher"], as_of=shown["as_of"] or date.today()
        )
        _end(ctx, report, renderer, targets, shown)


def _end(ctx: click.Context, report: Any, renderer: Any, targets: list[tuple[str, str]], shown: Any) -> None:
    """Write a report in every format that was asked for, say what could not be read, and exit."""
    from coalcheck.engine.findings.finding import Severity
    from coalcheck.engine.report.parts.options import Options

    if shown["verbose"]:
        click.echo(f"As of {report.as_of.isoformat()}, with the matcher {report.matcher}.", err=True)
        left_out = sum(result.ignored for result in getattr(report, "results", ()))
        if line := said(ctx, left_out):
            click.echo(line, err=True)
    options = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    for name, output in targets:
        terminal.write(renderer(name)(report, options.for_file() if output else options), output)
    if shown["names"]:
        write_summary(shown["names"], lambda: renderer("markdown")(report, options.for_file()))
    if report.unread:
        raise Stop("\ncoalcheck: ".join(report.unread), USAGE)
    ctx.exit(0 if shown["exit_zero"] else report.exit_code(Severity[shown["fail_on"].upper()]))
