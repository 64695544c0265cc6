"""The door: parse arguments, call the engine, render, exit."""

import click


@click.group()
@click.version_option(package_name="coalcheck")
def main() -> None:
    """Check coalition charters before they are signed."""
