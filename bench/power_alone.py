"""One count in a process of its own, so that it can be stopped, and so that its memory is its own."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import coalcheck
from bench.measure import PLAIN, Unexpected
from bench.power import VECTORS, known
from bench.power_peers import Index, peers

ROOT: Final = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Waited:
    """What one count by another took.

    Attributes:
        seconds: of the processor; so long as it was waited for, where it did not end.
        ended: whether it did.
        wrong: what is wrong with its answer; nothing where it is right.
    """

    seconds: float
    ended: bool
    wrong: str = ""

    def __str__(self) -> str:
        """How long, or longer than that."""
        return f"{self.seconds:,.1f} s" if self.ended else f"more than {self.seconds:,.0f} s"


def waited(peer: str, index: Index, game: str, limit: int) -> Waited:
    """Let a peer count a published game for so long.

    Args:
        peer: its name on PyPI.
        index: what it counts.
        game: the id of the game.
        limit: seconds of the processor after which it is stopped; whole ones.

    Raises:
        Unexpected: the process failed otherwise than by the peer's own fault.
    """
    done = _python(["-m", "bench.power_alone", peer, index, game, str(limit)])
    if done.returncode == -signal.SIGXCPU:
        return Waited(limit, ended=False)
    if done.returncode < 0:
        # Such as for want of memory: no answer either.
        return Waited(limit, ended=True, wrong=f"is ended by the system (signal {-done.returncode})")
    if done.returncode:
        raise Unexpected(f"{peer} was not asked as it should be: {done.stderr}")
    said = json.loads(done.stdout)
    return Waited(said["seconds"], ended=True, wrong=said["wrong"])


@dataclass(frozen=True, slots=True)
class Alone:
    """What counting both indices of one game took in a process of its own, from its start to its end.

    Attributes:
        seconds: of the processor.
        peak: MiB at the highest, as the system noted it.
    """

    seconds: float
    peak: float


def both_indices(game: str) -> Alone:
    """Both indices of a published game, exact and held against what is known.

    Raises:
        Unexpected: something else was counted.
    """
    done = _python(["-c", _BOTH, str(Path(coalcheck.__file__).parents[1])], json.dumps(VECTORS[game]))
    if done.returncode:
        raise Unexpected(f"{game} was not counted as it is known: {done.stderr}")
    seconds, kibibytes = done.stdout.split()
    return Alone(float(seconds), int(kibibytes) / 1024)


_BOTH: Final = """
import hashlib, json, re, sys, time
vector = json.load(sys.stdin)
sys.path.insert(0, sys.argv[1])
from coalcheck.engine.power.door import count
from coalcheck.engine.power.game import weighted
tally = count(weighted(vector["rule"]["quota"], vector["rule"]["weights"]), budget=None)
if list(tally.swings) != [int(each) for each in vector["swings"]]:
    sys.exit("other swings")
orders = ",".join(map(str, tally.shapley_numerators()))
if hashlib.sha256(orders.encode()).hexdigest() != vector["shapley_numerators_sha256"]:
    sys.exit("other orders")
held = re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status", encoding="ascii").read())
print(time.process_time(), held[1])
"""
"""It asks for its own memory: the system counts to it what the process held that started it."""


def _python(arguments: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=PLAIN,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def _asked(name: str, index: Index, vector: Mapping[str, Any], limit: int) -> dict[str, object]:
    # In time of the processor, so that a busy machine does not stop it early; its start is part of it.
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    there, _ = peers()
    peer = next(each for each in there if each.name == name)
    game = known(vector)
    start = time.process_time()
    wrong = peer.judged(index, game)
    return {"seconds": time.process_time() - start, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(_asked(sys.argv[1], sys.argv[2], VECTORS[sys.argv[3]], int(sys.argv[4]))))  # type: ignore[arg-type]  # one of the two words
