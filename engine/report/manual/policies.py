"""The list of policies: what is asked, and how much it matters to whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.model import MODELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.policy.model import Policy

SHORT = {Severity.ERROR: "settle", Severity.WARNING: "talk", Severity.INFO: "practice", None: "not asked"}

_LEGEND = (
    "settle: settle before signing. talk: worth a talk. practice: good practice. "
    "The three columns are the three models of a coalition."
)


def page(policies: Sequence[Policy]) -> str:
    """Give the table for people, in the order of codes."""
    head = ("CODE", "NAME", *(model.upper() for model in MODELS), "WHAT IT IS ABOUT")
    rows = [head, *(_row(policy) for policy in _by_code(policies))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head) - 1)]
    table = [
        "  ".join((*(cell.ljust(size) for cell, size in zip(row, widths, strict=False)), row[-1]))
        for row in rows
    ]
    return "\n".join([*table, "", _LEGEND, "coalcheck explain CODE says more about one of them."]) + "\n"


def document(policies: Sequence[Policy]) -> str:
    """Give the list for programs, as JSON."""
    whole = {"schema": 1, "policies": [_entry(policy) for policy in _by_code(policies)]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entry(policy: Policy) -> dict[str, object]:
    return {
        "code": policy.code,
        "name": policy.name,
        "title": policy.title,
        "severity": {profile: s.word if s else None for profile, s in policy.severity.items()},
        "stages": list(policy.stages),
        "subject": policy.subject,
        "source": list(policy.source),
    }


def _by_code(policies: Sequence[Policy]) -> list[Policy]:
    return sorted(policies, key=lambda policy: policy.code)


def _row(policy: Policy) -> tuple[str, ...]:
    # A network or a standing body has a column only in few policies, so it stands beside the title.
    others = [f"{p}: {SHORT[s]}" for p, s in policy.severity.items() if p not in MODELS]
    title = f"{policy.title} ({', '.join(others)})" if others else policy.title
    return (policy.code, policy.name, *(SHORT[policy.severity[model]] for model in MODELS), title)
