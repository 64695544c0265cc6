"""Where each type of the model is defined, and the loading of it when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

HOMES = {
    "members": """
        Approval Commits Contact HowWeWork Inducement Level Member OwnApproval Signatory Signature Standing
        StandingStretch Stretch
    """,
    "decisions": """
        Abstentions AlsoPasses AppliesIf Decision MemberConcerned Need NoQuorum Occasion Otherwise Proxies
        ProxyUse SecondCall Silence Tie
    """,
    "bodies": "Body Explains Input Limits Seat Seats",
    "electorate": "Calendar Group Groups Veto VetoBy Weekday Weight Weights",
    "scope": "CheckIns FirstWin Scope ScopeMoney Term Topic WhyNow",
    "exit": "Exit Joining Leaving",
    "ending": "GoalEnd Ownership Renewal WindingUp",
    "messaging": "Bridge Explaining Messaging Records Voice",
    "conflict": """
        Breach BreachLevel Conflict ConflictKinds ConflictRoute Exercise Irreconcilable Mediator Step
    """,
    "organisation": """
        Agenda Annex Communication Coordinator Information Layer Power Rotation Summaries Tier WorkingGroup
    """,
    "money": "Affected CommitStep Entity Fund SpendingRule",
    "value": """
        Attribution BigProject Credits Dimension Integration Knowledge Portfolio Sprint Value ValueReview
    """,
}
"""The modules of the model, and the types that each of them defines."""


class Types(dict[str, Any]):
    """The types of the model by name; a module is loaded when one of its types is asked for."""

    def __missing__(self, name: str) -> Any:
        for module, names in HOMES.items():
            if name in names.split():
                self[name] = getattr(import_module(f"coalcheck.engine.charter.{module}"), name)
                return self[name]
        raise KeyError(name)

    def all(self) -> dict[str, Any]:
        """Every type of the model."""
        return {name: self[name] for names in HOMES.values() for name in names.split()}


TYPES = Types()
