"""What only a real process shows: pipes, encodings, terminals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHARTER = """\
name: Été
purpose: Keep the air-quality chapter.
members:
  - id: breathe
  - id: local-9
decisions:
  change:
    passes: at least two thirds
"""
SRC = Path(__file__).parents[2] / "src"
COMMAND = [sys.executable, "-m", "coalcheck"]
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell's streams")


@pytest.fixture
def charter(tmp_path: Path) -> Path:
    path = tmp_path / "charter.yaml"
    path.write_text(CHARTER, encoding="utf-8")
    return path


def environment(**more: str) -> dict[str, str]:
    """Find coalcheck where it is not installed, and take nothing else from how the tests are run."""
    unwanted = {"PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR", "FORCE_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONPATH": str(SRC), **more}


@UNIX
def test_a_closed_pipe_is_a_quiet_end(charter: Path) -> None:
    """The reader is gone before the first word; the answer in the exit code stays."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        ran = subprocess.run(
            [*COMMAND, "validate", str(charter)],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert ran.stderr == b""
    assert ran.returncode == 1


@UNIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said(charter: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "validate", str(charter)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert ran.returncode == 2
    assert b"cannot be written" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["text", "plain", "json"])
def test_a_pipe_gets_utf_8_whatever_the_machine_is_set_to(charter: Path, name: str) -> None:
    ran = subprocess.run(
        [*COMMAND, "validate", "--format", name, str(charter)],
        capture_output=True, check=False, env=environment(PYTHONIOENCODING="ascii", LC_ALL="C"),
    )  # fmt: skip
    assert ran.returncode == 1
    if name != "json":
        assert "Été".encode() in ran.stdout
    ran.stdout.decode("utf-8")


def test_standard_input_reads_like_the_file(charter: Path) -> None:
    named = subprocess.run(
        [*COMMAND, "validate", str(charter)], capture_output=True, check=False, env=environment()
    )
    piped = subprocess.run(
        [*COMMAND, "validate", "-"],
        input=charter.read_bytes(),
        capture_output=True,
        check=False,
        env=environment(),
    )
    assert (piped.stdout, piped.returncode) == (named.stdout, named.returncode)
    assert piped.stderr == b""


@UNIX
def test_a_terminal_gets_colour_and_its_own_width(charter: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    main, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 64, 0, 0))
    wanted = environment(TERM="xterm")
    process = subprocess.Popen([*COMMAND, "validate", str(charter)], stdout=terminal, env=wanted)
    os.close(terminal)
    seen = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not part:
            break
        seen += part
    process.wait()
    os.close(main)
    first, *_ = seen.decode().splitlines()
    assert first == "\x1b[1mÉté, a coalition, 2 members\x1b[0m"
    assert b"\x1b[1;31mSETTLE BEFORE SIGNING\x1b[0m" in seen


def test_python_m_is_the_same_program() -> None:
    ran = subprocess.run([*COMMAND, "--help"], capture_output=True, check=False, env=environment())
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"Usage: coalcheck ")
