"""What the tool knows and asks: its policies, its facts, its schemas."""

from __future__ import annotations

import click

from coalcheck.door.ending import ending, options
from coalcheck.engine import terminal
from coalcheck.engine.report.parts import flags


@click.command()
@options(*flags.LISTING)
def policies(form: str) -> None:
    """List what is checked, and how much it matters.

    Example: coalcheck policies
    """
    from coalcheck.engine.policy.load import shipped
    from coalcheck.engine.report.manual import policies as manual

    terminal.write((manual.document if form == "json" else manual.page)(shipped()))


@click.command()
@click.argument("policy", metavar="CODE|NAME")
def explain(policy: str) -> None:
    """Explain one point, with examples; by its code or by its name.

    Example: coalcheck explain E501
    """
    from coalcheck.engine.report.manual.explain import UnknownPolicy, page_of

    with ending((UnknownPolicy,)):
        terminal.write(page_of(policy, terminal.width()))


@click.command()
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


@click.command()
@click.argument("kind", type=click.Choice(["charter", "action", "choosing", "test"]), default="charter")
def schema(kind: str) -> None:
    """Print the JSON Schema of charters for your editor.

    With the word action: that of the files that coalcheck check reads; with the word choosing: that of the
    private file that coalcheck choose reads; with the word test: that of the files that coalcheck test reads.

    Example: coalcheck schema > charter.schema.json
    """
    import json
    from importlib import import_module

    room = "scenario" if kind == "test" else kind
    made = import_module(f"coalcheck.engine.{room}.schema").json_schema()
    terminal.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
