"""Policies as checked and ready to run, kept beside their files like Python keeps its own compiled files.

A cache that cannot be read, written or understood is as good as none; one whose key differs is stale.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias, assert_never

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy import condition as tree
from coalcheck.engine.policy.model import Policy

Stored: TypeAlias = list[Any]
"""What JSON holds of a condition or a policy: lists all the way down."""


def stored(path: Path, key: str) -> tuple[Policy, ...] | None:
    """The policies kept under this key; None where there are none, or not under this key."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["key"] != key:
            return None
        return tuple(_policy(each) for each in kept["policies"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def store(path: Path, key: str, policies: Sequence[Policy]) -> None:
    """Keep policies under a key, all or nothing; silently not, where the folder cannot be written."""
    text = json.dumps(
        {"key": key, "policies": [_stored_policy(each) for each in policies]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        draft.write_text(text, "utf-8")
        draft.replace(path)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink()


def _stored_policy(policy: Policy) -> Stored:
    return [
        policy.code,
        policy.name,
        policy.title,
        {profile: severity or 0 for profile, severity in policy.severity.items()},
        policy.subject,
        _stored_condition(policy.when),
        policy.at,
        policy.message,
        policy.why,
        policy.fix,
        policy.write,
        policy.stub,
        policy.stages,
        policy.related,
        policy.in_order,
        policy.source,
        policy.file,
    ]


def _policy(kept: Stored) -> Policy:
    code, name, title, severity, subject, when, at, message, why, fix, write, *rest = kept
    stub, stages, related, in_order, source, file = rest
    return Policy(
        code,
        name,
        title,
        {profile: Severity(each) if each else None for profile, each in severity.items()},
        subject,
        _condition(when),
        at,
        message,
        why,
        fix,
        write,
        stub,
        tuple(stages),
        related,
        in_order,
        tuple(source),
        file,
    )


def _stored_condition(condition: tree.Condition) -> Stored:
    match condition:
        case tree.Test(fact, comparator, value):
            return [comparator, fact, value]
        case tree.All(parts):
            return ["all", *(_stored_condition(part) for part in parts)]
        case tree.Any(parts):
            return ["any", *(_stored_condition(part) for part in parts)]
        case tree.Not(part):
            return ["not", _stored_condition(part)]
        case _:
            assert_never(condition)


def _condition(kept: Stored) -> tree.Condition:
    kind, *rest = kept
    match kind:
        case "all":
            return tree.All(tuple(_condition(part) for part in rest))
        case "any":
            return tree.Any(tuple(_condition(part) for part in rest))
        case "not":
            return tree.Not(_condition(rest[0]))
    fact, value = rest
    return tree.Test(fact, kind, tuple(value) if isinstance(value, list) else value)
