"""Files that are begun with questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from coalcheck.door.ending import USAGE, Stop, ending, options
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags


class _Beginnings(click.Group):
    """A charter by itself, or another file by its name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say what can be begun, where something else was named."""
        if args[0] not in self.commands:
            msg = f"{args[0]!r} is nothing that can be begun; for a folder: --folder {args[0]}"
            raise click.UsageError(msg, ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Beginnings, invoke_without_command=True)
@options(*flags.FOUNDING)
@click.pass_context
def init(ctx: click.Context, /, *, folder: str | None, member: tuple[str, ...], **given: str | None) -> None:
    """Begin a charter, with a first test of it and all that belongs to its folder.

    Asks ten questions; an empty answer leaves a marked place. Given by options, nothing is asked. What is
    there already stays as it is.

    Example: coalcheck init

    Without questions: coalcheck init --model opportunistic --name Air --member Breathe --member Riders
    """
    if ctx.invoked_subcommand is not None:
        typed = [f"--{key}" for key, each in (*given.items(), ("member", member), ("folder", folder)) if each]
        if typed:
            msg = f"{typed[0]} belongs to a charter, and {ctx.invoked_subcommand} is begun here."
            raise click.UsageError(msg)
        return
    from coalcheck.engine.starting import founding as engine
    from coalcheck.engine.starting import repository
    from coalcheck.engine.starting.question import NotClear

    place, today = folder or ".", date.today()
    with ending((NotClear,)):
        repository.refuse(place)
        answers = {key: each for key, each in given.items() if each}
        if not answers and not member:
            answers = {question.key: _asked(question) for question in engine.QUESTIONS}
        content = repository.files(engine.founding(answers, member), today)
        written = repository.write(place, content)
    terminal.write(repository.said_after(place, written))


def _asked(question: Any) -> str:
    """Ask one question until its answer can be taken; an empty one can."""
    from coalcheck.engine.starting.founding import checked
    from coalcheck.engine.starting.question import NotClear

    def taken(answer: str) -> str:
        try:
            return checked(question.key, answer)
        except NotClear as error:
            raise click.UsageError(str(error)) from error

    asking = f"{question.text} ({question.hint})"
    return str(click.prompt(asking, default="", show_default=False, err=True, value_proc=taken))


@init.command()
@click.argument("path", required=False, type=click.Path(), metavar="[FILE]")
@options(*flags.STARTING)
def action(path: str | None, *, text: str | None, force: bool, **given: str | None) -> None:
    """Begin an action: six questions that show whether it is yours to do.

    Asks what it is about, in whose name, who gains, what is used, until when and with what strings; an empty
    answer leaves it open. Given by options, nothing is asked.

    Example: coalcheck init action
    """
    from coalcheck.engine.starting import action as engine
    from coalcheck.engine.starting.question import NotClear

    asked, answers = not any((text, *given.values())), {key: each for key, each in given.items() if each}
    for question in engine.questions(engine.charter_in(), date.today()) if asked else ():
        asking = f"{question.text} ({question.hint})"
        answers[question.key] = str(click.prompt(asking, default="", show_default=False, err=True))
    with ending((NotClear,)):
        made = engine.compose(answers, text or "")
        place = path or engine.path_for(answers, date.today())
        there = engine.is_there(place) and not force
        if there and not (asked and click.confirm(f"{place} is there already. Write over it?", err=True)):
            said = "is there already and stays as it is; name another file, or use --force."
            raise Stop(f"{place} {said}", USAGE)
        engine.write(place, made)
    terminal.write(engine.said_after(place))
