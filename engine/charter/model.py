"""The model of a charter: every type of it can be imported from here, and is loaded when it is.

Attributes of the parts are named as the keys of the file, with an underscore after Python's own words:
``from_``, ``if_``, ``in_``, ``is_``, ``for_``. What is only used in annotations is best imported under
``TYPE_CHECKING``, which loads nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalcheck.engine.charter.charter import (
    FORMAT,
    Charter,
    Counting,
    Governance,
    Kind,
    Model,
    Stage,
    type_of,
    whole,
)  # fmt: skip
from coalcheck.engine.charter.homes import TYPES
from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.charter.marks import Attendance, Mark, Names, Threshold
from coalcheck.engine.charter.part import Block, Part
from coalcheck.engine.charter.quantity import Allowance, Money, Period

if TYPE_CHECKING:
    from coalcheck.engine.charter.bodies import Body, Explains, Input, Limits, Seat, Seats
    from coalcheck.engine.charter.conflict import (
        Breach,
        BreachLevel,
        Conflict,
        ConflictKinds,
        ConflictRoute,
        Exercise,
        Irreconcilable,
        Mediator,
        Step,
    )
    from coalcheck.engine.charter.decisions import (
        Abstentions,
        AlsoPasses,
        AppliesIf,
        Decision,
        MemberConcerned,
        Need,
        NoQuorum,
        Occasion,
        Otherwise,
        Proxies,
        ProxyUse,
        SecondCall,
        Silence,
        Tie,
    )
    from coalcheck.engine.charter.electorate import (
        Calendar,
        Group,
        Groups,
        Veto,
        VetoBy,
        Weekday,
        Weight,
        Weights,
    )
    from coalcheck.engine.charter.ending import GoalEnd, Ownership, Renewal, WindingUp
    from coalcheck.engine.charter.exit import Exit, Joining, Leaving
    from coalcheck.engine.charter.members import (
        Approval,
        Commits,
        Contact,
        HowWeWork,
        Inducement,
        Level,
        Member,
        OwnApproval,
        Signatory,
        Signature,
        Standing,
        StandingStretch,
        Stretch,
    )
    from coalcheck.engine.charter.messaging import Bridge, Explaining, Messaging, Records, Voice
    from coalcheck.engine.charter.money import Affected, CommitStep, Entity, Fund, SpendingRule
    from coalcheck.engine.charter.organisation import (
        Agenda,
        Annex,
        Communication,
        Coordinator,
        Information,
        Layer,
        Power,
        Rotation,
        Summaries,
        Tier,
        WorkingGroup,
    )
    from coalcheck.engine.charter.scope import CheckIns, FirstWin, Scope, ScopeMoney, Term, Topic, WhyNow
    from coalcheck.engine.charter.value import (
        Attribution,
        BigProject,
        Credits,
        Dimension,
        Integration,
        Knowledge,
        Portfolio,
        Sprint,
        Value,
        ValueReview,
    )

__all__ = [
    "FORMAT",
    "KINDS",
    "Abstentions",
    "Affected",
    "Agenda",
    "Allowance",
    "AlsoPasses",
    "Annex",
    "AppliesIf",
    "Approval",
    "Attendance",
    "Attribution",
    "BigProject",
    "Block",
    "Body",
    "Breach",
    "BreachLevel",
    "Bridge",
    "Calendar",
    "Charter",
    "CheckIns",
    "CommitStep",
    "Commits",
    "Communication",
    "Conflict",
    "ConflictKinds",
    "ConflictRoute",
    "Contact",
    "Coordinator",
    "Counting",
    "Credits",
    "Decision",
    "Dimension",
    "Entity",
    "Exercise",
    "Exit",
    "Explaining",
    "Explains",
    "FirstWin",
    "Fund",
    "GoalEnd",
    "Governance",
    "Group",
    "Groups",
    "HowWeWork",
    "Inducement",
    "Information",
    "Input",
    "Integration",
    "Irreconcilable",
    "Joining",
    "Kind",
    "Knowledge",
    "Layer",
    "Leaving",
    "Level",
    "Limits",
    "Mark",
    "Mediator",
    "Member",
    "MemberConcerned",
    "Messaging",
    "Model",
    "Money",
    "Names",
    "Need",
    "NoQuorum",
    "Occasion",
    "Otherwise",
    "OwnApproval",
    "Ownership",
    "Part",
    "Period",
    "Portfolio",
    "Power",
    "Proxies",
    "ProxyUse",
    "Records",
    "Renewal",
    "Rotation",
    "Scope",
    "ScopeMoney",
    "Seat",
    "Seats",
    "SecondCall",
    "Signatory",
    "Signature",
    "Silence",
    "SpendingRule",
    "Sprint",
    "Stage",
    "Standing",
    "StandingStretch",
    "Step",
    "Stretch",
    "Summaries",
    "Term",
    "Threshold",
    "Tie",
    "Tier",
    "Topic",
    "Value",
    "ValueReview",
    "Veto",
    "VetoBy",
    "Voice",
    "Weekday",
    "Weight",
    "Weights",
    "WhyNow",
    "WindingUp",
    "WorkingGroup",
    "type_of",
    "whole",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    try:
        return TYPES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
