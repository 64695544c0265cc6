"""What the tests of mending have in common: a charter that is ready to sign, and how one is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.fixing.fix import Fixed, fix
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import validate_loaded

DAY = date(2026, 4, 1)

READY = """\
coalcheck: 1
name: Clean Air and Fair Work   # as agreed in March
kind: coalition
model: opportunistic
stage: draft
legal: not a contract
purpose: Stop the Meridian deal before the vote on 30 September 2026.
term: {starts: 2026-04-01, ends: 2026-10-31, first_review: 2026-06-30}

members:
  - id: breathe
    name: Breathe Easy Network
    role: Leads on the air-quality evidence; drafts joint texts.
    commits: {staff: 20 hours a month}
    success: The air-quality chapter stays in force.
    signatory: {name: Dana Ruiz, position: executive director}
  - id: local-9
    name: Dock and Rail Workers Local 9
    role: Leads on the jobs evidence; brings members to events.
    commits: {staff: 25 hours a month}
    success: The rail works keeps its orders.
    signatory: {name: Sam Okoro, position: president}

decisions:
  joint-statement:
    covers: [speak, event, spend]
    passes: all members
    notice: 2 clear days
  change:
    # everyone, always
    covers: [amend, widen-scope, admit, dissolve]
    passes: all members

scope:
  inside:
    - {id: meridian, about: What the Meridian deal does to air quality and to jobs}
  outside:
    - {id: elections, about: Candidates and parties}
  places: [national]
  money: {in_all: 3000 EUR, one_decision: 1000 EUR}
  widen: change

exit:
  notice: 7 days
  in_writing_to: all members
  money_back: unspent share
  joint_texts: name removed from the next one on

first_win: {what: Joint letter to the trade committee, by: 2026-04-20}
check_ins: {every: month, minutes: 30}
"""


def judged(loaded: Loaded) -> Sequence[Finding]:
    return validate_loaded(loaded, as_of=DAY, matcher="reference").findings


def loaded_of(data: bytes) -> Loaded:
    return load(read(data, "charter.yaml"))


def grave(data: bytes) -> Counter[tuple[str, str]]:
    """How often something is to be settled or worth a talk, by code and place."""
    found = judged(loaded_of(data))
    return Counter((each.code, each.path) for each in found if each.severity > Severity.INFO)


def mended(data: bytes | str, *, unsafe: bool = False) -> Fixed:
    content = data.encode() if isinstance(data, str) else data
    return fix(content, "charter.yaml", judged, unsafe=unsafe)


def text_of(data: bytes | str, *, unsafe: bool = False) -> str:
    return mended(data, unsafe=unsafe).data.decode()
