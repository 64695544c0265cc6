"""From a policy file to a ``Policy``: its keys, their types, and whether its words exist."""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from pathlib import PurePath
from typing import Final, NamedTuple, TypeAlias, TypeVar

from msgspec.structs import replace

from coalcheck.engine.facts.fact import SUBJECTS, Property, Subject
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.faults import Faults
from coalcheck.engine.policy.fill import fields
from coalcheck.engine.policy.model import (
    EXAMPLE_KINDS,
    MODELS,
    PROFILES,
    STAGES,
    Example,
    Good,
    Policy,
    Profile,
    Stage,
)
from coalcheck.engine.policy.when import read_condition
from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Sequence, Span
from coalcheck.engine.source.read import read

Table: TypeAlias = AbstractMapping[Subject, AbstractMapping[str, Property]]

REQUIRED: Final = ("code", "name", "title", "severity", "subject", "when", "at", "message", "why")
OPTIONAL: Final = ("stages", "related", "write", "stub", "fix", "in_order", "source", "good", "examples")
KEYS: Final = (*REQUIRED[:4], "stages", *REQUIRED[4:7], "related", *REQUIRED[7:], *OPTIONAL[2:])

_FILLED: Final = ("message", "why", "fix", "write")
_GOOD: Final = ("clause", "from")
_EXAMPLE: Final = ("name", *EXAMPLE_KINDS)
_OFF: Final = "off"
_SEVERITIES: Final[dict[str, Severity | None]] = {
    **{severity.word: severity for severity in reversed(Severity)},
    _OFF: None,
}

_Word = TypeVar("_Word", bound=str)


class Parsed(NamedTuple):
    """One policy file: None for a policy that has mistakes, which are among the document's problems."""

    policy: Policy | None
    document: Document


def read_policy(data: bytes | str, name: str, table: Table) -> Parsed:
    """Read one policy file against the table of facts; nothing is raised, nothing is run.

    Args:
        data: the file's content.
        name: the path to show; its last part without the ending must be the policy's name.
        table: the properties of every subject.
    """
    document = read(data, name)
    if not isinstance(document.root, Mapping) or not document.complete:
        return Parsed(None, document)
    faults = Faults()
    policy = _Form(document, document.root, table, faults).policy()
    problems = sorted((*document.problems, *faults.problems), key=lambda problem: problem.span[:2])
    return Parsed(None if faults.problems else policy, replace(document, problems=tuple(problems)))


class _Form:
    """The keys of one file; every mistake is noted, and the policy is only made where there is none."""

    def __init__(self, document: Document, root: Mapping, table: Table, faults: Faults) -> None:
        self._document = document
        self._root = root
        self._table = table
        self._faults = faults

    def policy(self) -> Policy | None:
        """The policy, or None."""
        self._keys()
        subject = self._word("subject", SUBJECTS)
        known: AbstractMapping[str, Property] = self._table.get(subject, {}) if subject else {}
        related = self._pairs("related")
        texts = {key: self._text(key) for key in ("code", "title", "at", "in_order", *_FILLED)}
        name = self._name()
        severity = self._severity()
        stages = self._words("stages", STAGES)
        source = self._texts("source")
        examples = self._examples()
        good = self._good()
        when = None
        if subject is not None:
            for key in _FILLED:
                self._fields(key, texts[key], known)
            for place, text in related.items():
                self._fields("related", text, known, place)
            if node := self._value("when"):
                when = read_condition(node, subject, known, self._faults)
        if subject is None or when is None:
            return None
        return Policy(
            name=name,
            severity=severity,
            subject=subject,
            when=when,
            stages=stages,
            related={place: _sentence(text) for place, text in related.items()},
            source=source,
            file=self._document.name,
            examples=examples,
            good=good,
            code=texts["code"],
            title=_sentence(texts["title"]),
            at=texts["at"],
            message=_sentence(texts["message"]),
            why=texts["why"].strip(),
            fix=texts["fix"].strip(),
            write=texts["write"].rstrip("\n"),
            stub=self._word("stub", ("yes", "no")) != "no",
            in_order=_sentence(texts["in_order"]),
        )

    def _keys(self) -> None:
        for text, entry in self._root.entries.items():
            if text not in KEYS:
                self._faults.unknown("policy-unknown-key", entry.key, (text,), KEYS)
        for key in REQUIRED:
            if key not in self._root.entries:
                self._incomplete(key, self._start(), ())
        if "write" not in self._root.entries and "fix" not in self._root.entries:
            self._incomplete("fix", self._start(), ())

    def _incomplete(self, key: str, span: Span, route: Route) -> None:
        self._faults.add("policy-incomplete", span, route, key=key)

    def _start(self) -> Span:
        """Where to point for what is missing: the file's ``name``, else its first key."""
        entries = self._root.entries
        entry = entries.get("name") or next(iter(entries.values()), None)
        return entry.key.span if entry else self._root.span

    def _value(self, key: str) -> Node | None:
        entry = self._root.entries.get(key)
        return entry.value if entry else None

    def _text(self, key: str) -> str:
        node = self._value(key)
        return "" if node is None else self._text_of(node, (key,))

    def _text_of(self, node: Node, route: Route) -> str:
        if not isinstance(node, Scalar):
            self._faults.wrong_type(node, route, "text", f"{route[-1]}: …")
            return ""
        if not node.text.strip():
            self._incomplete(str(route[-1]), node.span, route)
        return node.text

    def _name(self) -> str:
        name, expected = self._text("name"), PurePath(self._document.name).stem
        node = self._value("name")
        if node and name and name != expected:
            self._faults.add("policy-name-differs", node.span, ("name",), found=name, expected=expected)
        return name

    def _word_of(self, node: Node, known: tuple[_Word, ...], route: Route) -> _Word | None:
        if not isinstance(node, Scalar):
            self._faults.wrong_type(node, route, "one word", known[0])
            return None
        for word in known:
            if word == node.text:
                return word
        self._faults.unknown("policy-unknown-word", node, route, known)
        return None

    def _word(self, key: str, known: tuple[_Word, ...]) -> _Word | None:
        node = self._value(key)
        return None if node is None else self._word_of(node, known, (key,))

    def _words(self, key: str, known: tuple[Stage, ...]) -> tuple[Stage, ...]:
        words = [self._word_of(node, known, (key, index)) for index, node in enumerate(self._items(key))]
        return tuple(word for word in words if word is not None)

    def _items(self, key: str) -> list[Node]:
        node = self._value(key)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self._faults.wrong_type(node, (key,), "a list", f"{key}: […]")
            return []
        if not node.items:
            self._incomplete(key, node.span, (key,))
        return node.items

    def _texts(self, key: str) -> tuple[str, ...]:
        items = enumerate(self._items(key))
        return tuple(_sentence(self._text_of(node, (key, index))) for index, node in items)

    def _pairs(self, key: str) -> dict[str, str]:
        node = self._value(key)
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self._faults.wrong_type(
                node, (key,), "places, each with what is said of it", f"{key}: {{place: …}}"
            )
            return {}
        return {place: self._text_of(entry.value, (key, place)) for place, entry in node.entries.items()}

    def _severity(self) -> dict[Profile, Severity | None]:
        node = self._value("severity")
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            word = self._word_of(node, tuple(_SEVERITIES), ("severity",))
            return {} if word is None else dict.fromkeys(MODELS, _SEVERITIES[word])
        severity: dict[Profile, Severity | None] = {}
        for text, entry in node.entries.items():
            profile = next((each for each in PROFILES if each == text), None)
            if profile is None:
                self._faults.unknown("policy-unknown-word", entry.key, ("severity",), PROFILES)
                continue
            word = self._word_of(entry.value, tuple(_SEVERITIES), ("severity", text))
            if word is not None:
                severity[profile] = _SEVERITIES[word]
        for model in MODELS:
            if model not in node.entries:
                self._incomplete(model, node.span, ("severity",))
        return severity

    def _good(self) -> Good | None:
        node = self._value("good")
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self._faults.wrong_type(node, ("good",), "a clause and whose it is", "good: {clause: …, from: …}")
            return None
        for text, entry in node.entries.items():
            if text not in _GOOD:
                self._faults.unknown("policy-unknown-key", entry.key, ("good", text), _GOOD)
        for key in _GOOD:
            if key not in node.entries:
                self._incomplete(key, node.span, ("good",))
        parts = {
            key: self._text_of(node.entries[key].value, ("good", key)) for key in _GOOD if key in node.entries
        }
        return Good(parts.get("clause", "").rstrip("\n"), _sentence(parts.get("from", "")))

    def _examples(self) -> tuple[Example, ...]:
        examples = []
        for index, node in enumerate(self._items("examples")):
            route: Route = ("examples", index)
            if not isinstance(node, Mapping):
                self._faults.wrong_type(node, route, "a name and a charter", "- name: …")
                continue
            for text, entry in node.entries.items():
                if text not in _EXAMPLE:
                    self._faults.unknown("policy-unknown-key", entry.key, (*route, text), _EXAMPLE)
            parts = {
                key: self._text_of(node.entries[key].value, (*route, key))
                for key in _EXAMPLE
                if key in node.entries
            }
            kind = next((each for each in EXAMPLE_KINDS if each in parts), None)
            if "name" not in parts:
                self._incomplete("name", node.span, route)
            elif kind is None:
                self._incomplete("charter", node.span, route)
            else:
                examples.append(Example(parts["name"], parts[kind], kind))
        return tuple(examples)

    def _fields(
        self, key: str, text: str, known: AbstractMapping[str, Property], inner: str | None = None
    ) -> None:
        """Note every field of a text that is no property of the subject, where it is written."""
        node = self._value(key)
        if inner is not None and isinstance(node, Mapping):
            node = node.entries[inner].value
        route = (key,) if inner is None else (key, inner)
        for field in fields(text):
            if node is not None and field not in known:
                word = Scalar(field, self._found(f"{{{field}}}", node.span))
                self._faults.unknown("policy-unknown-field", word, route, known, detail=key)

    def _found(self, text: str, within: Span) -> Span:
        """Where a piece of a text stands in the file; the whole text where it is not written in one piece."""
        for line in range(within.line, min(within.end_line, len(self._document.lines)) + 1):
            written = self._document.lines[line - 1]
            start = written.find(text, within.column - 1 if line == within.line else 0)
            if start >= 0:
                return Span(line, start + 1, line, start + 1 + len(text))
        return within


def _sentence(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
