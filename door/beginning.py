"""Files that are begun with questions."""

from __future__ import annotations

from datetime import date

import click

from coalcheck.door.ending import USAGE, Stop, ending, options
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags


@click.command()
@click.argument("kind", type=click.Choice(["action"]), expose_value=False)
@click.argument("path", required=False, type=click.Path(), metavar="[FILE]")
@options(*flags.STARTING)
def init(path: str | None, *, text: str | None, force: bool, **given: str | None) -> None:
    """Begin a file: for an action, six questions that show whether it is yours to do.

    Asks what it is about, in whose name, who gains, what is used, until when and with what strings; an empty
    answer leaves it open. Given by options, nothing is asked.

    Example: coalcheck init action
    """
    from coalcheck.engine.starting import action as engine

    asked, answers = not any((text, *given.values())), {key: each for key, each in given.items() if each}
    for question in engine.questions(engine.charter_in(), date.today()) if asked else ():
        asking = f"{question.text} ({question.hint})"
        answers[question.key] = str(click.prompt(asking, default="", show_default=False, err=True))
    with ending((engine.NotClear,)):
        made = engine.compose(answers, text or "")
        place = path or engine.path_for(answers, date.today())
        there = engine.is_there(place) and not force
        if there and not (asked and click.confirm(f"{place} is there already. Write over it?", err=True)):
            said = "is there already and stays as it is; name another file, or use --force."
            raise Stop(f"{place} {said}", USAGE)
        engine.write(place, made)
    terminal.write(engine.said_after(place))
