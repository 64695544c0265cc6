"""Mending charters before they are looked at, as ``validate`` is asked to."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from coalcheck.door.ending import USAGE, Stop, ending
from coalcheck.engine import terminal


def mend(ctx: click.Context, paths: tuple[str, ...], shown: dict[str, Any], settings: dict[str, Any]) -> None:
    """Mend charters in their places; show what would change, and end, where only that is asked for.

    Standard input has no place: its mended text is written out, as formatters do, and the report is left to
    the next run.
    """
    from coalcheck.engine.fixing import run as engine
    from coalcheck.engine.fixing.writing import NotWritten
    from coalcheck.engine.report.parts.mended import page
    from coalcheck.engine.source.files import STANDARD_INPUT
    from coalcheck.engine.validate import NothingToCheck

    asked = engine.Asked(
        unsafe=shown["unsafe"],
        matcher=shown["matcher"],
        as_of=shown["as_of"] or date.today(),
        strict=shown["strict"],
        **settings,
    )
    if STANDARD_INPUT in paths and len(paths) > 1:
        msg = "Standard input is mended by itself; name the files in another run."
        raise click.UsageError(msg)
    with ending((NotWritten,), (NothingToCheck,)):
        found, unread = engine.mend(paths, asked, terminal.read)
        if shown["diff"]:
            terminal.write("".join(each.diff() for each in found))
        elif paths == (STANDARD_INPUT,):
            terminal.write_bytes(found[0].after)
        else:
            for each in found:
                each.write()
    click.echo(page(found, written=not shown["diff"]), err=True, nl=False)
    if shown["diff"] or paths == (STANDARD_INPUT,):
        if unread:
            raise Stop("\ncoalcheck: ".join(map(str, unread)), USAGE)
        changed = shown["diff"] and any(each.is_changed for each in found)
        ctx.exit(int(changed and not shown["exit_zero"]))
