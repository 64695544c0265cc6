"""A long record, shared between processes: the same answer as from one, and never half of one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="work is shared only on Linux")
RECORDS = [
    pytest.param("fixtures/records/both-banks", id="both banks"),
    pytest.param("fixtures/records/both-banks-kept", id="both banks, kept"),
    pytest.param("docs/examples/record", id="the example of the manual"),
    pytest.param("docs/examples/standing", id="the example of status"),
]

# A process of its own without another thread, as the command line is one; the runner of tests may have some.
START = '''
import os, signal, sys, time
from datetime import date
import coalcheck.engine.check as c
import coalcheck.engine.checking.foreseeing as f
import coalcheck.engine.checking.gathering as g
import coalcheck.engine.checking.on_record as r
import coalcheck.engine.standing.stand as s
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.standing import renderer as status
from coalcheck.engine.report.verdict import renderer

DAY = date(2027, 1, 1)
OPTIONS = Options(100, False, True, True, True)

def share(processes):
    f.AT_ONCE = g.AT_ONCE = 3
    f.MANY = g.MANY = r.MANY = 2
    f.processes = g.processes = r.processes = lambda: processes

def pages(folder, *, standing=True):
    try:
        found = c.check([], record=folder, as_of=DAY, today=DAY, stdin=bytes)
        shown = [renderer(name)(found, OPTIONS) for name in ("text", "plain", "json")]
        if standing:
            shown.append(status("json")(s.stand(folder, as_of=DAY), OPTIONS))
        return [*shown, str(found.unread), str(found.exit_code(1))]
    except Exception as error:
        return [type(error).__name__, str(error)]

folder, here = sys.argv[1], os.getpid()

def dies(*_):
    """Ends the other process; this one takes its time, so that the other has something to do."""
    time.sleep(0.01)
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
'''
COMPARE = """
times = []
halved, ahead, beside = g.halved, f.ahead, r.beside
def noted(*given):
    times.append("files")
    return halved(*given)
def noted_too(*given):
    times.append("record")
    return beside(*given)
def noted_first(*given):
    times.append("acts")
    return ahead(*given)
g.halved, f.ahead, r.beside = noted, noted_first, noted_too
share(1)
one = pages(folder)
assert not times, times
share(3)
several = pages(folder)
assert one == several, next((a, b) for a, b in zip(one, several) if a != b)
print(*times, *one[-2:] if len(one) == 2 else ())
"""
CHARTER = """\
coalcheck: 1
name: Harbour Air
model: values-bridge
stage: signed
purpose: Keep the night ban before the vote on 1 November 2026.
time_zone: Europe/Madrid
term: {starts: 2026-04-01, ends: 2027-09-30, first_review: 2027-03-01}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: dockers, name: Dock Workers Local 9}
  - {id: parents, name: Parents for Clean Schools, count: 3}
decisions:
  joint: {covers: [speak, spend], passes: at least 2/3 of votes cast, quorum: more than half of members}
  change: {covers: [amend, widen-scope], passes: all members}
vetoes:
  - {holders: [parents, dockers], over: [joint], needs: [reason], within: 5 days, limit: 1 per year}
scope:
  inside: [{id: night-ban, about: The night ban, words: [night ban, lorry]}]
  outside: [{id: housing, about: Housing and rents, words: [rent]}]
  money: {one_decision: 1000 EUR, in_all: 9000 EUR}
  widen: change
"""


def ran(code: str, folder: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START + code, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def compared(folder: Path | str, before: str = "") -> str:
    """What one process and several of them said alike; fails where they differ."""
    done = ran(before + COMPARE, folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def entry(chance: random.Random, number: int) -> str:
    """A file of a record as people write it: nearly all are in order, some are not."""
    day = f"2026-{chance.randint(4, 12):02}-{chance.randint(1, 28):02}"
    head = f"id: e{number}\ndate: {day}\n"
    if chance.random() < 0.1:
        return chance.choice(
            [
                "",
                "- a list\n",
                "action: [joint\n",
                f"{head}action: joint\nballots: {{for: [breathe, dokers], perhaps: [parents]}}\n",
                f"{head}action: joint\nballots: {{parents: {{for: 5}}}}\ncolour: blue\n",
                f"{head}action: jiont\ntopics: [night-bann]\namount: 1,200 EUR\nheads:\n",
                f"\tid: e{number}\naction: joint\nat: 2026-10-25T02:30\n",
                f"{head}happened: goal\ntitle: The ban stays\nresult: {{told: yes}}\n",
            ]
        )
    if chance.random() < 0.2:
        kind = chance.choice(["meeting", "review", "payment", "statement"])
        amount = f"amount: {chance.randint(1, 400)} EUR\n" if kind == "payment" else ""
        after = f"follows: [e{chance.randint(0, number)}]\n"
        return f"happened: {kind}\ntitle: Thing {number}\n{head}{amount}{after}"
    answers = ("for", "for", "for", "against", "abstain")
    votes = ", ".join(f"{each}: {chance.choice(answers)}" for each in ("breathe", "dockers", "parents"))
    text = (
        f"{head}action: {chance.choice(['joint', 'joint', 'speak', 'spend', 'change', 'adjourn', 'event'])}\n"
        f"title: Letter {number} on the {chance.choice(['night ban', 'rent', 'lorry', 'new deal'])}\n"
        f"about: {chance.choice(['The night ban', 'Lorries', 'The Pacific Rim deal', 'Rents'])}\n"
        f"ballots: {{{votes}}}\n"
    )
    extra = [
        "topics: [night-ban]\n",
        f"amount: {chance.randint(1, 1500)} EUR\n",
        f"vetoes: [{{by: {chance.choice(['dockers', 'parents'])}, date: {day}, reason: Noise}}]\n",
        f"recorded: {chance.choice(['adopted', 'rejected'])}\n",
        "in_name_of: [breathe]\n",
        "text: We work on the night ban. From now on we also work on rents.\n",
        f"follows: [e{chance.randint(0, number)}]\n",
        "until: 2028-01-01\n",
    ]
    return text + "".join(each for each in extra if chance.random() < 0.25)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A charter, and sixty entries of all kinds."""
    chance = random.Random(20260407)
    (tmp_path / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    for number in range(60):
        text = entry(chance, number)
        (tmp_path / "decisions" / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "decisions" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    return tmp_path


@LINUX
@pytest.mark.parametrize("folder", RECORDS)
def test_several_processes_say_what_one_does(folder: str) -> None:
    # Of check the files, the acts and the record as a whole; of status the files and the acts.
    assert compared(folder) == "files acts record files acts"


@LINUX
def test_of_a_record_with_all_kinds_of_faults_too(record: Path) -> None:
    assert compared(record) == "files acts record files acts"


@LINUX
def test_under_a_charter_that_cannot_be_read(record: Path) -> None:
    (record / "charter.yaml").write_text("- Harbour Air\n", encoding="utf-8")

    assert compared(record) == "files files"


@LINUX
@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(
            "told = Asking.entry\n"
            "def entry(self, entry, *rest):\n"
            "    if entry.action.id == 'e31': raise ValueError('at 31')\n"
            "    return told(self, entry, *rest)\n"
            "Asking.entry = entry\n",
            "ValueError at 31",
            id="in one entry",
        ),
        pytest.param(
            "def fails(self, record): raise KeyError('the record')\nAsking.of_record = fails\n",
            "KeyError 'the record'",
            id="in the record as a whole",
        ),
        pytest.param(
            "from coalcheck.engine.checking.files import Unclear\n"
            "def refuses(document):\n"
            "    if '/04' in document.name: raise Unclear(document.name[-8:])\n"
            "    return True\n"
            "c._is_entry = refuses\n",
            "Unclear 040.yaml",
            id="the first file that is refused",
        ),
    ],
)
def test_an_exception_is_the_same_from_several_processes(record: Path, before: str, said: str) -> None:
    assert compared(record, before).endswith(said)


@LINUX
@pytest.mark.parametrize(
    "dies",
    [
        pytest.param(
            "g.load = lambda *given, load=g.load: dies() or load(*given)", id="while files are read"
        ),
        pytest.param("f.presume = dies", id="acts are judged"),
        pytest.param(
            "Asking.of_record = lambda *_: os._exit(0) if os.getpid() != here else ()",
            id="the record is looked at",
        ),
    ],
)
def test_a_process_that_dies_is_no_answer(record: Path, dies: str) -> None:
    done = ran(f"share(2)\n{dies}\nprint(*pages(folder, standing=False))", record)

    assert done.stdout.startswith("Unfinished The check did not come to its end:")


@LINUX
def test_a_process_that_dies_ends_the_command_with_two(record: Path) -> None:
    done = ran(
        "share(2)\nf.presume = dies\n"
        "from coalcheck.__main__ import run\n"
        "sys.argv = ['coalcheck', 'check', '--record', folder, '--exit-zero']\nrun()",
        record,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("coalcheck: The check did not come to its end:")


@LINUX
def test_what_was_judged_beforehand_is_not_judged_again(record: Path) -> None:
    done = ran(
        "import coalcheck.engine.mission.judge as j\n"
        "judged = []\nonce = j.judge\n"
        "def judge(agreed, action, *rest, **named):\n"
        "    judged.append(action.id)\n"
        "    return once(agreed, action, *rest, **named)\n"
        "j.judge = judge\n"
        "replay = r.replay\n"
        "def replayed(*given, **named):\n"
        "    judged.clear()\n"
        "    return replay(*given, **named)\n"
        "r.replay = replayed\n"
        "share(1)\npages(folder, standing=False)\nall_of_them = len(judged)\n"
        "share(2)\npages(folder, standing=False)\nprint(all_of_them, len(judged))",
        record,
    )
    all_of_them, left = map(int, done.stdout.split())

    # Only what passes a limit of money, or comes after word of the goal, is judged with what came before.
    assert 0 < left < all_of_them / 2
