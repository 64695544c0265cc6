# Every command of this project. `just` itself comes with requirements/dev.txt: .venv/bin/just check

set shell := ["bash", "-euo", "pipefail", "-c"]

# The environment that `just` was started from; a `just` from elsewhere uses .venv.
here := parent_directory(just_executable())
bin := if path_exists(here / "pytest") == "true" { here } else { justfile_directory() / ".venv/bin" }
export PATH := bin + ":" + env("PATH")

# What can be done here
default:
    @just --justfile {{ quote(justfile()) }} --list --unsorted

# Everything CI runs: format, lint, types, architecture, tests
check: lint types architecture test

# Formatting and lint, without changing a file
lint:
    ruff format --check --quiet
    ruff check --quiet

# Static types; by name, never by path: two names for one file are two types
types:
    mypy --no-error-summary

# Which room may import which
architecture:
    PYTHONPATH=src lint-imports --no-cache --no-logo

# The tests, with few random examples: `just test tests/source -k tab`
test *arguments:
    pytest -n 2 -q {{ arguments }}

# The tests with many more random examples, some 20 minutes: `just deep`, or `just deep 200 tests/threshold`
deep factor="40" *arguments:
    COALCHECK_EXAMPLES={{ factor }} pytest -n 2 -q {{ arguments }}

# Format, and mend what the linter can mend
fmt:
    ruff check --fix-only --quiet
    ruff format

# Rewrite expected outputs from what the tool does now; read the difference before committing it
golden *arguments:
    COALCHECK_RESET=1 pytest -q {{ arguments }}
    git --no-pager diff --stat

# Speed against others, side by side; writes bench/results.md
bench *arguments:
    python -m bench {{ arguments }}

# Counting voting power beside the libraries on PyPI, in an environment of their own; writes bench/power-results.md
bench-power *arguments:
    python -m venv .venv-power
    .venv-power/bin/python -m pip install --quiet --require-hashes -r requirements/bench-power.txt
    .venv-power/bin/python -m pip install --quiet --no-deps -e .
    .venv-power/bin/python -m bench --power {{ arguments }}

# Renew the locked versions of the development tools (needs uv)
lock *arguments:
    uv pip compile --universal --python-version 3.11 --generate-hashes --quiet --custom-compile-command "just lock" \
      --group pyproject.toml:dev --group pyproject.toml:bench --output-file requirements/dev.txt {{ arguments }} pyproject.toml
    uv pip compile --universal --python-version 3.11 --generate-hashes --quiet --custom-compile-command "just lock" \
      --group pyproject.toml:bench-power --output-file requirements/bench-power.txt {{ arguments }} pyproject.toml
