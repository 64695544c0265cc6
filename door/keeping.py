"""What was there before, kept so that later runs tell only what is new."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import click

from coalcheck.door.configured import CHOSEN, Configured, settled
from coalcheck.door.ending import ending, options
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES|FOLDERS]...")
@options(*flags.BASELINE)
@click.pass_context
def baseline(ctx: click.Context, /, *, paths: tuple[str, ...], **shown: Any) -> None:
    """Take what is found now as known, so that later runs tell only what is new.

    Looks at charters as validate does, at the record beside each of them, and at actions that are named
    after their charter. Run again, it takes out what is settled. What keeps a file from being read is never
    taken as known.

    Example: coalcheck baseline

    Then: coalcheck validate --baseline coalcheck-baseline.json
    """
    from coalcheck.engine import baseline as engine
    from coalcheck.engine.check import NOT_UNDERSTOOD, NothingToCheck
    from coalcheck.engine.findings.baseline import NAME, written
    from coalcheck.engine.report.parts.kept import page

    chosen = ctx.meta.get(CHOSEN)
    folder = os.path.dirname(chosen.file.path) if chosen is not None else ""  # noqa: PTH120
    place = shown["baseline"] or os.path.join(folder, NAME)  # noqa: PTH118
    before = settled(ctx, {**shown, "baseline": place}) if os.path.exists(place) else {}  # noqa: PTH110
    settings = before.get("settings") or settled(ctx, {**shown, "baseline": ""}).get("settings")
    with ending(NOT_UNDERSTOOD, (NothingToCheck,)):
        renewed = engine.renew(
            paths or (".",), settings.baseline if settings is not None else None,
            matcher=shown["matcher"], as_of=shown["as_of"] or date.today(), strict=shown["strict"],
            **({"settings": settings} if settings is not None else {}),
        )  # fmt: skip
    terminal.write(written(renewed.baseline), place)
    terminal.write(page(renewed, os.path.relpath(place), used=shown["baseline"] is not None))
