"""Many charters, shared between processes: the same report as from one, and never half of one."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from coalcheck.engine import batch
from coalcheck.engine.batch import Unfinished
from coalcheck.engine.policy.matcher import MatcherError, MatcherUnavailable
from coalcheck.engine.validate import NothingToCheck, Unreadable

SRC = Path(__file__).parents[1] / "src"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="work is shared only on Linux")

GOOD = """\
name: Clean Air {number}
purpose: Keep the air-quality chapter of treaty {number}.
members:
  - id: breathe
  - id: local-9
decisions:
  change:
    covers: [amend]
    passes: {passes}
"""
OWN = """\
code: L001
name: our-own
title: There is a name
severity: info
subject: charter
when: {has_purpose: true}
at: name
message: We like {name}
why: It is ours.
fix: Keep it.
"""
FAULTY = OWN.replace("L001", "E501").replace("our-own", "our-other")

# A process of its own without another thread, as the command line is one; the runner of tests may have some.
START = """
import os, signal, sys
from datetime import date
import coalcheck.engine.batch as batch
import coalcheck.engine.validate as v

def report(paths, processes, wanted="auto"):
    v.MANY, batch.AT_ONCE, v.processes = 2, 3, lambda: processes
    try:
        return v.validate(paths, matcher=wanted, as_of=date(2026, 7, 1), stdin=lambda: b"name: from stdin")
    except Exception as error:
        return type(error).__name__, str(error)

def with_own(path, does):
    checked = v._checked
    def instead(document, *rest):
        return does() if document.name.endswith(path) else checked(document, *rest)
    v._checked = instead

def raise_(error):
    raise error

paths = sys.argv[1:]
"""
COMPARE = """
shared = []
def noted(work, items, number):
    shared.append(number)
    return once(work, items, number)
once, v.shared = v.shared, noted
several, one = report(paths, 3, WANTED), report(paths, 1, WANTED)
assert several == one, (several, one)
print(shared, one if isinstance(one, tuple) else (len(one.results), len(one.unread)))
"""


def ran(code: str, *paths: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START + code, *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )


def compared(before: str, *paths: str | Path, wanted: str = "auto", cwd: Path | None = None) -> str:
    """What one process and several of them said alike; fails where they differ."""
    done = ran(before + COMPARE.replace("WANTED", repr(wanted)), *paths, cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Folders of charters, good and faulty ones, two of them with policies of their own."""
    for folder in ("east", "north", "west"):
        place = tmp_path / folder
        place.mkdir()
        for number in range(7):
            passes = ("all members", "at least two thirds", "more than half of members and")[number % 3]
            text = GOOD.format(number=number, passes=passes)
            (place / f"{number}.charter.yaml").write_text(
                text if number % 5 else text[: 60 + number], "utf-8"
            )
        if folder != "west":
            (place / "policies").mkdir()
            (place / "policies" / "our-own.yaml").write_text(OWN, "utf-8")
            (place / "policies" / "our-other.yaml").write_text(FAULTY, "utf-8")
    return tmp_path


@LINUX
@pytest.mark.parametrize("wanted", ["auto", "reference"])
def test_several_processes_report_what_one_does(archive: Path, wanted: str) -> None:
    # 21 charters and 2 of the coalition's own policies that cannot be taken, each told of once.
    assert compared("", archive, wanted=wanted) == "[3] (23, 0)"


@LINUX
def test_the_order_is_that_of_the_paths(archive: Path) -> None:
    named = [*sorted((archive / "north").glob("*.yaml"), reverse=True), archive]

    assert compared("", *named) == "[3] (23, 0)"


@LINUX
def test_paths_are_shown_from_here(archive: Path) -> None:
    assert compared("", ".", "east", cwd=archive) == "[3] (23, 0)"


@LINUX
def test_what_cannot_be_read_is_told_beside_the_rest(archive: Path) -> None:
    gone = [archive / f"gone-{number}.yaml" for number in range(4)]

    assert compared("", *gone[:3], archive, gone[3]) == "[3] (23, 4)"


@LINUX
def test_standard_input_and_few_charters_stay_in_one_process(archive: Path) -> None:
    assert compared("", archive, "-") == "[] (24, 0)"
    assert compared("", archive / "east" / "1.charter.yaml").startswith("[] ")


@LINUX
@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(
            "with_own('west/5.charter.yaml', lambda: raise_(v.Unreadable('x', 'it is wet')))",
            "('Unreadable', 'x cannot be read: it is wet.')",
            id="unreadable",
        ),
        pytest.param(
            "from coalcheck.engine.policy.matcher import MatcherError\n"
            "with_own('north/3.charter.yaml', lambda: raise_(MatcherError('no answer')))\n"
            "with_own('west/1.charter.yaml', lambda: raise_(ValueError('later')))",
            "('MatcherError', 'no answer')",
            id="the first of two in the order of the files",
        ),
        pytest.param(
            "sys.modules['durable.engine'] = None\nwith_own('0.charter.yaml', lambda: raise_(KeyError('a')))",
            "('KeyError', \"'a'\")",
            id="in the first file",
        ),
    ],
)
def test_an_exception_is_the_same_from_several_processes(archive: Path, before: str, said: str) -> None:
    assert compared(f"{before}\n", archive).endswith(said)


@LINUX
def test_a_matcher_that_is_missing_is_told_by_whichever_process_needs_it_first(archive: Path) -> None:
    # The first path cannot be read, so that the first to need a matcher is another process.
    said = compared(
        "sys.modules['durable.engine'] = None\n", archive / "gone", archive / "west", wanted="durable"
    )

    assert said.startswith("[3] ('MatcherUnavailable', 'durable-rules cannot be used here:")


@LINUX
def test_nothing_that_can_be_read_is_said_as_of_the_first(tmp_path: Path) -> None:
    gone = [tmp_path / f"gone-{number}.yaml" for number in range(9)]

    assert "gone-0.yaml cannot be read" in compared("", *gone)


@LINUX
def test_a_process_that_dies_is_no_answer(archive: Path) -> None:
    done = ran(
        "with_own('west/5.charter.yaml', lambda: os.kill(os.getpid(), signal.SIGKILL))\n"
        "print(report(paths, 2))",
        archive,
    )

    assert done.stdout.startswith("('Unfinished', 'The check did not come to its end:")


@pytest.mark.parametrize(
    "error",
    [
        Unreadable("a.yaml", "no such file"),
        NothingToCheck("nothing"),
        MatcherError("no answer"),
        MatcherUnavailable("not here"),
        Unfinished("stopped"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_exception_crosses_between_processes(error: Exception) -> None:
    there = pickle.loads(pickle.dumps(error))

    assert (type(there), str(there), there.args) == (type(error), str(error), error.args)


def test_a_process_with_a_second_thread_is_never_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert batch.processes() == 1
    finally:
        done.set()
        thread.join()


@LINUX
def test_there_are_never_more_processes_than_processors_or_than_the_most() -> None:
    done = ran("os.sched_getaffinity = lambda _: set(range(64))\nprint(batch.processes())")
    alone = ran("os.sched_getaffinity = lambda _: {0}\nprint(batch.processes())")

    assert (int(done.stdout), int(alone.stdout)) == (batch.MOST_PROCESSES, 1)


STUCK = """
import time
with_own('west/5.charter.yaml', lambda: (print("here", flush=True), time.sleep(60)))
v.MANY, batch.AT_ONCE, v.processes = 2, 3, lambda: 2
from coalcheck.__main__ import run
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["coalcheck", "validate", *paths]
run()
"""


def waiting(archive: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """A run in which one process waits for long, and the processes that share its work."""
    run = subprocess.Popen(
        [sys.executable, "-c", START + STUCK, str(archive)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SRC)},
        start_new_session=True,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "here\n"
    return run, [int(pid) for pid in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]


def ended(pid: int) -> bool:
    """Whether a process has ended, or only waits to be buried."""
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text("utf-8").rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


@LINUX
@pytest.mark.parametrize(
    ("send", "sent", "code"),
    [
        pytest.param("killpg", "SIGINT", 130, id="Ctrl-C"),  # which reaches all of them
        pytest.param("kill", "SIGTERM", -15, id="ended"),
        pytest.param("kill", "SIGKILL", -9, id="killed"),
    ],
)
def test_nobody_is_left_behind(archive: Path, send: str, sent: str, code: int) -> None:
    run, others = waiting(archive)
    getattr(os, send)(run.pid, signal.Signals[sent])
    _, said = run.communicate(timeout=30)
    until = time.monotonic() + 30
    while not all(map(ended, others)) and time.monotonic() < until:
        time.sleep(0.02)

    assert (len(others), run.returncode, said.strip()) == (2, code, "")
    assert all(map(ended, others))
