"""Two processes that meet in the middle, and one that works beside another."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="work is shared only on Linux")

START = """
import os, sys, time
from coalcheck.engine.batch import Unfinished, ahead, beside, halved
first = os.getpid()

def work(items):
    if os.getpid() == first:
        time.sleep(SLOW[0] * len(items))
        return [("here", each) for each in items]
    time.sleep(SLOW[1] * len(items))
    return [("there", each) for each in items]

def all_of(size, at_once, there=work):
    try:
        return [each for some in halved(work, there, range(size), at_once) for each in some]
    except Exception as error:
        return [type(error).__name__, *error.args]
"""


def ran(code: str, slow: tuple[float, float] = (0.0, 0.0)) -> str:
    done = subprocess.run(
        [sys.executable, "-c", START.replace("SLOW", repr(slow)) + code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.parametrize(
    "slow",
    [
        pytest.param((0.0, 0.0), id="both quick"),
        pytest.param((0.002, 0.002), id="both slow"),
        pytest.param((0.0, 0.05), id="the other slow"),
        pytest.param((0.02, 0.0), id="this one slow"),
    ],
)
def test_everything_is_made_once_and_comes_in_order(slow: tuple[float, float]) -> None:
    code = """
for size in (0, 1, 2, 3, 7, 40):
    for at_once in (1, 3, 50):
        made = all_of(size, at_once)
        assert [each for _, each in made] == list(range(size)), made
        who = [name for name, _ in made]
        assert who == sorted(who), who
print("done")
"""
    assert ran(code, slow) == "done"


def test_both_have_their_part_and_the_quicker_the_larger() -> None:
    code = "who = [name for name, _ in all_of(60, 1)]\nprint(who.count('here'), who.count('there'))"
    here, there = map(int, ran(code, (0.02, 0.002)).split())

    assert 0 < here < there


def test_answers_larger_than_a_pipe_cross() -> None:
    code = """
big = lambda items: [("x" * 300_000, each) for each in items]
print([(len(name), each) for name, each in all_of(6, 1, big)][-1])
"""
    assert ran(code, (0.05, 0.0)) == "(300000, 5)"


def test_many_parts_are_fewer() -> None:
    assert ran("print(len(all_of(20_000, 1)))") == "20000"


@pytest.mark.parametrize(
    ("fails", "said"),
    [
        pytest.param("raise ValueError(items[0])", "['ValueError', ", id="an exception"),
        pytest.param("os._exit(0)", "['Unfinished', 'The check did not come to its end:", id="it ends"),
        pytest.param("os.kill(os.getpid(), 9)", "['Unfinished', 'The check did not come", id="it is killed"),
    ],
)
def test_what_goes_wrong_there_is_told_here(fails: str, said: str) -> None:
    assert ran(f"def there(items):\n    {fails}\nprint(all_of(9, 1, there))", (0.03, 0.0)).startswith(said)


def test_the_first_exception_in_the_order_of_the_items_ends_all() -> None:
    code = "def there(items):\n    raise KeyError(items[0])\nmade = all_of(30, 1, there)\nprint(made[1] < 28)"
    assert ran(code, (0.02, 0.0)) == "True"


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param("return item * 2", "84", id="its answer"),
        pytest.param("raise KeyError(item)", "KeyError(42)", id="its exception"),
        pytest.param("os._exit(0)", "Unfinished", id="it ends"),
    ],
)
def test_beside(work: str, said: str) -> None:
    code = f"""
def double(item):
    assert os.getpid() != first
    {work}
try:
    with beside(double, 42) as answer:
        print(answer())
except Exception as error:
    print(repr(error))
"""
    assert ran(code).startswith(said)


@pytest.mark.parametrize(
    "call",
    [
        "list(halved(work, there, range(9), 1))",
        "with beside(there, 1) as answer: answer()",
        "with ahead(there, range(9), 1) as answers: next(answers)",
    ],
)
def test_nobody_is_left_behind(call: str) -> None:
    code = f"def there(items):\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n{call}\n"
    run = subprocess.Popen(
        [sys.executable, "-c", START.replace("SLOW", "(0.05, 0)") + code],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert run.stdout is not None
    other = Path(f"/proc/{int(run.stdout.readline())}/stat")
    run.kill()
    run.wait()
    until = time.monotonic() + 20
    while other.exists() and other.read_text().rpartition(")")[2].split()[0] not in "ZX":
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param("return [(os.getpid() != first, each) for each in items]", "done", id="answers"),
        pytest.param("return ['x' * 300_000] * len(items)", "done", id="answers larger than a pipe"),
        pytest.param(
            "if 4 in items: raise KeyError(4)\n    return items",
            "4 KeyError(4)",
            id="an exception in its place",
        ),
        pytest.param("if 4 in items: os._exit(0)\n    return items", "4 Unfinished", id="it ends"),
    ],
)
def test_one_goes_ahead_in_order(work: str, said: str) -> None:
    code = f"""
def there(items):
    {work}
came = []
try:
    for size in (0, 1, 7, 40):
        came.clear()
        with ahead(there, range(size), 2) as answers:
            came += answers
        assert len(came) == size
        assert all(each in ((True, at), at, "x" * 300_000) for at, each in enumerate(came)), came
    print("done")
except Exception as error:
    print(len(came), repr(error))
"""
    if said != "done":
        code = code.replace("came += answers", "[came.append(each) for each in answers]")
    assert ran(code).startswith(said)


def test_nobody_waits_for_answers_that_nobody_asks_for() -> None:
    code = """
def there(items):
    time.sleep(30)
    return items
started = time.monotonic()
try:
    with ahead(there, range(9), 1) as answers:
        raise KeyError(1)
except KeyError:
    print(time.monotonic() - started < 20)
"""
    assert ran(code) == "True"
