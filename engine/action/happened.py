"""What can happen in a coalition without being decided: the words of the record for it.

A file of the record either has ``action``, and is judged by a rule of the charter, or ``happened``, and is
taken as it is told. Details of what happened stand under a key of the same name.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Happened: TypeAlias = Literal[
    "meeting", "review", "exercise", "sprint", "result", "goal", "promise", "payment", "contact", "statement",
    "criticism", "conflict", "breach", "leaving", "joining", "trigger", "credit", "access", "experience",
]  # fmt: skip
HAPPENED: Final[tuple[Happened, ...]] = get_args(Happened)

ABOUT: Final[dict[Happened, str]] = {
    "meeting": "A meeting or a check-in was held.",
    "review": "The members looked at where they stand: a review, a value review, or a renewal retreat.",
    "exercise": "The members went through a conflict as an exercise.",
    "sprint": "Time was set apart for learning to work together.",
    "result": "Something that was worked for is there, or was told to the public.",
    "goal": "The goal was declared reached, or out of reach.",
    "promise": "A commitment was kept, or was not.",
    "payment": "Money was paid or came in, under something decided before.",
    "contact": "A contact, a signatory or the coordinator left, or a new one was named.",
    "statement": "Somebody spoke in public.",
    "criticism": "The coalition, or a member for being in it, was criticised.",
    "conflict": "A disagreement came up, took a step, or was settled.",
    "breach": "The members found that something was not kept.",
    "leaving": "A member gave notice, or left.",
    "joining": "A member came in.",
    "trigger": "Something happened that brings the review forward.",
    "credit": "A knowledge credit was given or redeemed.",
    "access": "Something was shared, or could not be seen.",
    "experience": "A member said what it has had from the coalition so far.",
}
