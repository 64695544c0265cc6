"""The front door: every command under its name, and how a run begins and ends."""

from __future__ import annotations

import gc
import sys

import click

from coalcheck.door import beginning, judging, keeping, manual, scenarios, weighing
from coalcheck.door.ending import USAGE, exit_code_of
from coalcheck.engine import terminal

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


for _command in (
    judging.validate, judging.check, judging.status,
    manual.policies, manual.explain, manual.facts, manual.schema,
    weighing.choose, weighing.analyze, beginning.init, weighing.diff,
    scenarios.test, keeping.baseline,
):  # fmt: skip
    commands.add_command(_command)


def main() -> None:
    """Run the command line and exit with the code that the manual promises."""
    # What start-up makes is kept to the end: looking through it for garbage takes a tenth of a short run.
    gc.set_threshold(100_000, 20, 20)
    terminal.set_letters()
    sys.exit(exit_code_of(commands))
