"""What counting takes as bodies grow, and the great vote of the Monetary Fund, which is too long for most."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import factorial
from pathlib import Path
from random import Random
from time import process_time
from typing import Final

import coalcheck
from bench.measure import PLAIN, Unexpected
from bench.power import FUND, OURS, VECTORS, Took, asking, game_of, in_turns, known, ours
from bench.power_peers import BANZHAF, SHAPLEY, Index, Known, Peer
from coalcheck.engine.power.door import cheapest

HEAVIEST: Final = 100
"""Weights are drawn from 1 to this one."""


@dataclass(frozen=True, slots=True)
class Grown:
    """One size of a body.

    Attributes:
        members: how many there are.
        took: by whom, in which time.
        way: how coalcheck counts it.
        estimate: seconds that its door expected.
        mebibytes: of memory that its door expected.
    """

    members: int
    took: Mapping[str, Took]
    way: str
    estimate: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Curve:
    """How the time grows with the members.

    Attributes:
        index: what is counted.
        sizes: one row each.
        stopped: who is not asked any further, from how many members on, and why.
    """

    index: Index
    sizes: Sequence[Grown]
    stopped: Mapping[str, str]


def curve(sizes: Sequence[int], index: Index, others: Sequence[Peer], rounds: int, patience: float) -> Curve:
    """Count ever larger bodies of random weights under more than half.

    Args:
        sizes: how many members.
        index: what is counted.
        others: who counts beside coalcheck; who is wrong or too slow once is not asked again.
        rounds: how often each is timed.
        patience: seconds that one count may take.
    """
    found: list[Grown] = []
    stopped: dict[str, str] = {}
    for members in sizes:
        weights = [Random(f"{members}.{number}").randint(1, HEAVIEST) for number in range(members)]
        rule = {"type": "weighted", "quota": sum(weights) // 2 + 1, "weights": weights}
        way = cheapest(game_of(rule), by_size=index == SHAPLEY)
        runs: dict[str, Callable[[], object]] = {}
        if way.seconds <= patience:
            runs[OURS] = partial(ours, rule, index)
            game = _known(rule, index)
            for peer in others:
                if peer.name not in stopped:
                    fault = _fault(peer, index, game, patience)
                    if fault:
                        stopped[peer.name] = f"{fault} at {members} members"
                    else:
                        runs[peer.name] = asking(peer, (index,), rule)
        took = in_turns(runs, rounds)
        found.append(Grown(members, took, way.name, way.seconds, way.bytes / 2**20))
    return Curve(index, found, stopped)


def _known(rule: dict[str, object], index: Index) -> Known:
    numbers = ours(rule, index)
    if index == BANZHAF:
        return Known("", rule, numbers, ())
    return Known("", rule, (), tuple(Fraction(each, factorial(len(numbers))) for each in numbers))


def _fault(peer: Peer, index: Index, game: Known, patience: float) -> str:
    members = len(game.swings or game.shapley)
    if not peer.takes(game.rule, members):
        return "takes no more"
    start = process_time()
    wrong = peer.judged(index, game)
    seconds = process_time() - start
    return wrong or (f"takes {seconds:.1f} s" if seconds > patience else "")


@dataclass(frozen=True, slots=True)
class Fund:
    """The great vote of the Monetary Fund.

    Attributes:
        seconds: of the processor that both indices took in a process of their own, from its start to its end.
        peak: MiB of that process at the highest.
        others: what a peer took for Banzhaf's index alone, in seconds, and what was wrong with its answer.
    """

    seconds: float
    peak: float
    others: Mapping[str, tuple[float, str]]


_BOTH: Final = """
import hashlib, json, re, sys, time
sys.path.insert(0, sys.argv[1])
from coalcheck.engine.power.door import count
from coalcheck.engine.power.game import weighted
vector = json.loads(open(sys.argv[2], encoding="utf-8").read())
tally = count(weighted(vector["rule"]["quota"], vector["rule"]["weights"]), budget=None)
if list(tally.swings) != [int(each) for each in vector["swings"]]:
    sys.exit("other swings")
orders = ",".join(map(str, tally.shapley_numerators()))
if hashlib.sha256(orders.encode()).hexdigest() != vector["shapley_numerators_sha256"]:
    sys.exit("other orders")
held = re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status", encoding="ascii").read())
print(time.process_time(), held[1])
"""


def fund(folder: Path, others: Sequence[Peer]) -> Fund:
    """Both indices of all 190 members, exact and held against what is known; others for minutes, and once.

    Raises:
        Unexpected: something else was counted.
    """
    file = folder / "fund.json"
    file.write_text(json.dumps(VECTORS[FUND]), encoding="utf-8")
    source = str(Path(coalcheck.__file__).parents[1])
    seconds, peak = _alone([sys.executable, "-c", _BOTH, source, str(file)])
    slow = {}
    for peer in others:
        start = process_time()
        wrong = peer.judged(BANZHAF, known(VECTORS[FUND]))
        slow[peer.name] = (process_time() - start, wrong)
    return Fund(seconds, peak, slow)


def _alone(command: Sequence[str]) -> tuple[float, float]:
    """What a process says that it took: seconds of the processor, and MiB at the highest.

    It is asked itself, as the system counts to its memory what this process held when it was started.

    Raises:
        Unexpected: it failed.
    """
    done = subprocess.run(command, env=PLAIN, capture_output=True, text=True, check=False)
    if done.returncode:
        msg = f"The Fund's vote was not counted as it is known: {done.stderr}"
        raise Unexpected(msg)
    seconds, kibibytes = done.stdout.split()
    return float(seconds), int(kibibytes) / 1024
