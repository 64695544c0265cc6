"""The door: parse arguments, call the engine, render, exit."""

from __future__ import annotations

import gc
import sys
from datetime import date
from functools import partial
from typing import Any

import click

from coalcheck.door import USAGE, InOrder, Stop, ending, exit_code_of, options, written
from coalcheck.engine import terminal
from coalcheck.engine.report import formats
from coalcheck.engine.report.parts import flags
from coalcheck.engine.report.standing import FORMATS as STANDING_FORMATS

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
@options(*_SHOWING, flags.STRICT)
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

    targets = written(ctx, shown)
    with ending((engine.Unreadable, Unfinished, MatcherUnavailable), (engine.NothingToCheck,)):
        report = engine.validate(
            paths or (".",), matcher=shown["matcher"], as_of=shown["as_of"] or date.today(),
            stdin=terminal.read, strict=shown["strict"],
        )  # fmt: skip
    _end(ctx, report, renderer, targets, shown)


@commands.command(cls=InOrder)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="CHARTER [FILES|FOLDERS|-]...")
@options(*_SHOWING, *flags.CHECKING)
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

    targets = written(ctx, shown)
    with ending(engine.NOT_UNDERSTOOD, (engine.NothingToCheck,)):
        report = engine.check(
            paths, given=engine.Given.of(shown), record=shown["record"], matcher=shown["matcher"],
            as_of=shown["as_of"], today=date.today(), stdin=terminal.read,
            brief_above=brief_above([name for name, _ in targets], show_all=shown["show_all"]),
        )  # fmt: skip
    _end(ctx, report, renderer, targets, shown)


@commands.command(cls=InOrder)
@click.argument("path", default=".", type=click.Path(), metavar="[FOLDER|CHARTER]")
@options(*flags.showing(STANDING_FORMATS), *flags.STANDING)
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
    options = Options.of(shown, terminal.width(), colour=terminal.colour(shown["color"]))
    for name, output in targets:
        terminal.write(renderer(name)(report, options.for_file() if output else options), output)
    if report.unread:
        raise Stop("\ncoalcheck: ".join(report.unread), USAGE)
    ctx.exit(0 if shown["exit_zero"] else report.exit_code(Severity[shown["fail_on"].upper()]))


@commands.command()
@options(*flags.LISTING)
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

    with ending((UnknownPolicy,)):
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

    with ending((engine.Unreadable,)):
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


@commands.command()
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


@commands.command()
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


@commands.command()
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


def main() -> None:
    """Run the command line and exit with the code that the manual promises."""
    # What start-up makes is kept to the end: looking through it for garbage takes a tenth of a short run.
    gc.set_threshold(100_000, 20, 20)
    terminal.set_letters()
    sys.exit(exit_code_of(commands))
