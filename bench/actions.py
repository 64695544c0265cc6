"""What judging one action takes, beside a policy engine and a rules engine on the part they can say."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import cedar, durable
from bench.inside import Calls, Work, in_turns
from bench.votes import JUDGED_ON, Tally, coalition, votes, written
from coalcheck.engine.action.model import Action
from coalcheck.engine.api import check
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Verdict

MEMBERS = 15
FILES = 40
"""So many actions are read from their files; the charter is read once for all of them."""
MOST = 50.0
"""Microseconds that a verdict may take, by the issue that asked for it."""

DECIDE = "coalcheck: verdict, no veto raised"
VETOED = "coalcheck: verdict, a veto raised"
CHANGES = "coalcheck: verdict and smallest change"
ALL = "coalcheck: the same from its file, with findings"
BATCH = "cedarpy: a batch, each request"
SINGLE = "cedarpy: one request at a time"
RULES = "durable-rules: one fact, one session"


@dataclass(frozen=True, slots=True)
class Judging:
    """The same votes judged by each.

    Attributes:
        members: how many vote.
        calls: what each took.
        outcomes: what the votes came to.
        left_out: who is not here, and why; one sentence each.
    """

    members: int
    calls: Mapping[str, Calls]
    outcomes: Mapping[str, int]
    left_out: Sequence[str]

    def ratio(self, name: str, other: str) -> float:
        """How many times the other's median it takes."""
        return self.calls[name].median / self.calls[other].median


def judging(folder: Path, rounds: int, count: int = 180) -> Judging:
    """Judge votes of fifteen members, each with everything that its charter asks."""
    charter = coalition(folder, MEMBERS)
    bindings = Bindings(charter)
    plain, vetoed = (votes(MEMBERS, count, vetoed=each) for each in (False, True))
    verdicts = [decide(bindings, each, as_of=JUDGED_ON, changes=False) for each in (*plain, *vetoed)]
    outcomes: Counter[str] = Counter(each.outcome for each in verdicts)
    works = {
        DECIDE: Work(lambda: _judged(bindings, plain), count),
        VETOED: Work(lambda: _judged(bindings, vetoed), count),
        CHANGES: Work(lambda: [decide(bindings, each, as_of=JUDGED_ON) for each in plain], count),
        ALL: _checked(folder, FILES),
    }
    left_out = []
    for name, module in (("cedarpy", "cedarpy"), ("durable-rules", "durable")):
        if importlib.util.find_spec(module) is None:
            left_out.append(f"{name} is not installed here, so it is not measured.")
    tallies = [_tally(each) for each in verdicts]
    if importlib.util.find_spec("cedarpy") is not None:
        works |= {BATCH: cedar.batch(tallies), SINGLE: cedar.one_by_one(tallies)}
    if importlib.util.find_spec("durable") is not None:
        works[RULES] = durable.facts(tallies)
    return Judging(MEMBERS, in_turns(works, rounds), outcomes, left_out)


def growth(folder: Path, rounds: int, sizes: Sequence[int]) -> dict[int, Calls]:
    """How the time of a verdict grows with the members that vote."""
    works = {}
    for size in sizes:
        bindings = Bindings(coalition(folder, size))
        # As many ballots in all for every size, but for the largest.
        some = votes(size, max(4, 3_000 // size), vetoed=False)
        works[str(size)] = Work(partial(_judged, bindings, some), len(some))
    return {int(size): calls for size, calls in in_turns(works, rounds).items()}


def _judged(bindings: Bindings, actions: Sequence[Action]) -> list[Verdict]:
    return [decide(bindings, each, as_of=JUDGED_ON, changes=False) for each in actions]


def _checked(folder: Path, count: int) -> Work:
    """All that ``coalcheck.check`` does for an action, its file read and its findings worked out."""
    place = folder / "decisions"
    place.mkdir()
    for number in range(count):
        vote = written(MEMBERS, number, vetoed=False)
        # What JSON can say, YAML reads.
        (place / f"{number:03}.yaml").write_text(json.dumps(vote, indent=1), encoding="utf-8")
    charter = folder / f"veto-{MEMBERS}.charter.yaml"
    return Work(partial(check, charter, place, as_of=JUDGED_ON), count)


def _tally(verdict: Verdict) -> Tally:
    """The counts of a vote, as others must be given them."""
    answers = Counter(answer for each in verdict.members for answer in each.votes)
    return Tally(
        answers["for"],
        answers["against"],
        MEMBERS - answers["absent"],
        MEMBERS,
        vetoed=any(bool(each.counts) for each in verdict.vetoes),
        adopted=verdict.outcome == "adopted",
    )
