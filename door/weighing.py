"""What the rules come to, what a change of them changes, and what a choice of partners points to."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import click

from coalcheck.door.ending import ending, options
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags


@click.command()
@click.argument("path", default="charter.yaml", type=click.Path(), metavar="[CHARTER|-]")
@options(*flags.ANALYZING)
def analyze(path: str, **shown: Any) -> None:
    """Count who can decide and who can stop what, and prove what the rules come to.

    Example: coalcheck analyze charter.yaml
    """
    from coalcheck.engine import analyze as engine
    from coalcheck.engine.report import analysis as pages

    ask = partial(click.confirm, err=True) if terminal.can_ask() else None
    with ending(engine.NOT_UNDERSTOOD):
        found = engine.analyze(path, budget=shown["budget"], ask=ask, stdin=terminal.read)
    for page, output in pages.written(found, shown, terminal.width(), colour=terminal.colour(shown["color"])):
        terminal.write(page, output)
    click.get_current_context().exit(0 if shown["exit_zero"] else found.exit_code(shown["fail_on"]))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="OLD NEW")
@options(*flags.COMPARING)
def diff(paths: tuple[str, ...], **shown: Any) -> None:
    """Say what a change of a charter changes: decision by decision, with votes that show it.

    Exits with 0 only where nothing differs.

    Example: coalcheck diff old.yaml new.yaml
    """
    from coalcheck.engine.diff import run as engine
    from coalcheck.engine.report.diff import page

    with ending(engine.NOT_UNDERSTOOD, (engine.NoCharter,)):
        given, git = engine.Given.of(shown), shown["git"]
        found = engine.diff_of_paths(paths, given, git=git, today=date.today(), stdin=terminal.read)
    text = page(found, shown, terminal.width(), colour=terminal.colour(shown["color"]))
    terminal.write(text, shown["output"] or "")
    click.get_current_context().exit(0 if shown["exit_zero"] or shown["git"] else found.exit_code())


@click.command()
@click.argument("path", default="private/choosing.yaml", type=click.Path(), metavar="[FILE|-]")
@options(*flags.CHOOSING)
def choose(path: str, **shown: Any) -> None:
    """Say what your own view of possible partners points to.

    Reads your organisation's private file. Nothing in it is added up or ranked: it says what each score
    points to, where they differ, and what to settle first.

    Example: coalcheck choose private/choosing.yaml
    """
    from coalcheck.engine import choose as engine
    from coalcheck.engine.report.choosing import renderer
    from coalcheck.engine.report.parts.options import Options

    with ending((engine.Unreadable, engine.NotPrivate), (engine.NothingToChoose,)):
        choice = engine.choose(path, stdin=terminal.read)
    shape = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    terminal.write(renderer(shown["form"])(choice, shape))
    click.get_current_context().exit(choice.exit_code())
