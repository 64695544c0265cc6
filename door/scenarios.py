"""What a coalition expects of its own charter."""

from __future__ import annotations

from typing import Any

import click

from coalcheck.door.ending import USAGE, InOrder, Stop, ending, options, written
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags
from coalcheck.engine.report.scenario import FORMATS


@click.command(cls=InOrder)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES|FOLDERS|-]...")
@options(*flags.testing(FORMATS))
@click.pass_context
def test(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Say whether a charter does what you expect of it, case by case.

    Reads test files: those in the folder tests beside a charter, or those that are named. Without any name,
    the folder you are in. A lone dash reads one from standard input.

    Example: coalcheck test

    What no case exercises yet: coalcheck test --coverage

    For the page of a build: coalcheck test --format text --format junit --output tests.xml
    """
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.scenario import asks_coverage, renderer
    from coalcheck.engine.scenario import testing as engine

    targets = written(ctx, shown)
    with ending(engine.NOT_UNDERSTOOD, (engine.NothingToCheck,)):
        found = engine.run_files(
            paths or (".",), wanted=shown["wanted"], matcher=shown["matcher"], stdin=terminal.read,
            coverage=shown["coverage"] or asks_coverage(targets), fail_under=shown["fail_under"] or "",
            mutate=shown["mutate"], min_score=shown["min_score"] or "",
        )  # fmt: skip
    page = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    for name, output in targets:
        terminal.write(renderer(name)(found, page.for_file() if output else page), output)
    if found.unread:
        raise Stop("\ncoalcheck: ".join(found.unread), USAGE)
    ctx.exit(0 if shown["exit_zero"] else found.exit_code())
