"""Marks in annotations, for who walks over a charter: what is a threshold, and what names something.

A new field that refers to a member or is a threshold says so by its type; no other list is kept of them.
"""

from typing import Annotated, Literal, NamedTuple, TypeAlias

from coalcheck.engine.charter.part import Listed

Declared: TypeAlias = Literal["member", "group", "body", "decision", "kind", "step", "sprint", "attribute"]


class Mark(NamedTuple):
    """Marks a text as a threshold: a sentence of the threshold language."""

    counts: Literal["support", "attendance"]
    """What a share or number counts where the sentence does not say."""


class Names(NamedTuple):
    """Marks a text that names something the charter declares elsewhere.

    Attributes:
        kinds: what it may name.
        words: what may be written without being declared.
        free: ``no``: it must name something; ``phrase``: several words are a sentence and not a name;
            ``any``: one word may be a sentence too, only what looks like a misspelt name is reported.
    """

    kinds: tuple[Declared, ...]
    words: tuple[str, ...] = ()
    free: Literal["no", "phrase", "any"] = "no"


Threshold: TypeAlias = Annotated[str, Mark("support")]
Attendance: TypeAlias = Annotated[str, Mark("attendance")]

_ALL = ("all", "everyone", "members")

MemberId: TypeAlias = Annotated[str, Names(("member",))]
MemberIds: TypeAlias = Annotated[tuple[MemberId, ...], Listed]
MembersOrGroups: TypeAlias = Annotated[
    tuple[Annotated[str, Names(("member", "group"), ("all", "all members"))], ...], Listed
]
DecisionId: TypeAlias = Annotated[str, Names(("decision",))]
BodyId: TypeAlias = Annotated[str, Names(("body",))]
BodyOrBoards: TypeAlias = Annotated[str, Names(("body",), ("own boards",))]
DecisionKinds: TypeAlias = Annotated[tuple[Annotated[str, Names(("kind",))], ...], Listed]
KindsOrDecisions: TypeAlias = Annotated[
    tuple[Annotated[str, Names(("kind", "decision"), ("all",))], ...], Listed
]
StepId: TypeAlias = Annotated[str, Names(("step",), ("ends",), "phrase")]
SprintId: TypeAlias = Annotated[str, Names(("sprint",), (), "phrase")]
AttributeName: TypeAlias = Annotated[str, Names(("attribute",))]

Decider: TypeAlias = Annotated[
    str, Names(("decision", "body", "member", "group"), (*_ALL, "coordinator"), "phrase")
]
"""A decision, or those who decide; or a sentence."""

Someone: TypeAlias = Annotated[
    str,
    Names(
        ("member", "group", "body"), (*_ALL, "nobody", "coordinator", "fund", "host", "both", "each"), "any"
    ),
]
"""A member, a body, a person or anyone else."""

People: TypeAlias = Annotated[tuple[Someone, ...], Listed]
