"""Run the command line as ``python -m coalcheck``."""

from coalcheck.cli import main

main()
