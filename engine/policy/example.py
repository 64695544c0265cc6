"""What some policies say of a charter that stands in one of their own examples."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.findings.settings import NONE
from coalcheck.engine.findings.settle import mentioned, settle
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.looked import OF_CHARTERS, looked_for
from coalcheck.engine.policy.matcher import Matcher, Wanted, choose
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.files import SHOWN_AS_INPUT
from coalcheck.engine.source.read import read

if TYPE_CHECKING:
    from coalcheck.engine.findings.finding import Finding


def profile_of(loaded: Loaded) -> Profile:
    """What a charter declares itself to be; nothing where there is none."""
    charter = loaded.charter
    if charter is None:
        return Profile()
    return Profile(charter.kind or "", charter.model or "", charter.stage or "")


def findings_of(text: str, policies: Sequence[Policy], *, matcher: Wanted = "auto") -> tuple[Finding, ...]:
    """Run some policies on a text, for their own examples: the charter may leave out all else."""
    document = read(text, SHOWN_AS_INPUT)
    loaded = load(document)
    facts = collect(loaded).facts
    profile = profile_of(loaded)
    codes = {policy.code for policy in policies}
    if mentioned(document.lines):
        # Whether a comment sets anything aside is known only where everything is asked.
        policies = (*policies, *(policy for policy in shipped() if policy.code not in codes))
    applied, judge = asked(policies, profile), _matcher(matcher, tuple(policies))
    found = findings(judge.match(facts), facts, applied, document)
    looked = looked_for(policies, OF_CHARTERS, applied, judge, document)
    settled = settle(found, document, NONE, date.today(), looked)
    return tuple(each for each in settled.findings if each.code in codes)


@lru_cache(maxsize=32)
def _matcher(wanted: Wanted, policies: tuple[Policy, ...]) -> Matcher:
    return choose(wanted, policies)
