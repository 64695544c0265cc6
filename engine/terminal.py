"""The screen: how wide it is, whether in colour, in which letters, and what is read and written there."""

from __future__ import annotations

import os
import sys

NARROWEST, WIDEST, NO_TERMINAL = 60, 110, 100


def width() -> int:
    """The columns that may be filled."""
    try:
        return max(NARROWEST, min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return NO_TERMINAL


def colour(choice: str) -> bool:
    """Decide on colour: by the flag, then NO_COLOR, then FORCE_COLOR, then by what the screen can do."""
    if choice != "auto" or os.environ.get("NO_COLOR"):
        return choice == "always"
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    return forced or (os.environ.get("TERM") != "dumb" and sys.stdout.isatty())


def can_ask() -> bool:
    """Whether somebody sits there who can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def set_letters() -> None:
    """A terminal gets what it can show; files and pipes are UTF-8, as other programs expect."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


class CannotWrite(Exception):
    """What was to be written cannot be; the message is a sentence for whoever asked for it."""


def read() -> bytes:
    """All of standard input; nothing where there is none."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def append(text: str, output: str) -> None:
    """Write behind what is in a file already; the file is made where there is none.

    Raises:
        CannotWrite: the file does not take it.
    """
    # Loaded only here, as below.
    from pathlib import Path

    try:
        with Path(output).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        msg = f"{output} cannot be written: {f'{error.strerror}'.lower()}."
        raise CannotWrite(msg) from error


def write(text: str, output: str = "") -> None:
    """Write to a file, or on the screen; a reader who has seen enough and closed the pipe is no failure.

    Raises:
        CannotWrite: the file, or the screen, does not take it.
    """
    try:
        if output:
            # Loaded only here: most runs write on the screen, and every run starts with this module.
            from pathlib import Path

            Path(output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except OSError as error:
        if not output:
            # What is still in the buffer must not be tried again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            msg = f"{output or 'The result'} cannot be written: {f'{error.strerror}'.lower()}."
            raise CannotWrite(msg) from error


def write_bytes(data: bytes) -> None:
    """Write the content of a file on the screen as it is.

    Raises:
        CannotWrite: the screen does not take it.
    """
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            msg = f"The result cannot be written: {f'{error.strerror}'.lower()}."
            raise CannotWrite(msg) from error
