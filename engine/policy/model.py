"""A policy: what is looked for, how much it matters to whom, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias, get_args

from msgspec import Struct, field

from coalcheck.engine.facts.fact import Subject
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import Condition
from coalcheck.engine.source.files import SHOWN_AS_INPUT

Model: TypeAlias = Literal["opportunistic", "values-bridge", "structural"]
Profile: TypeAlias = Literal["opportunistic", "values-bridge", "structural", "network", "body"]
ExampleKind: TypeAlias = Literal["charter", "policy", "action", "record", "test"]
Stage: TypeAlias = Literal["exploring", "pilot", "draft", "signed", "ended"]

MODELS: tuple[Model, ...] = get_args(Model)
PROFILES: tuple[Profile, ...] = get_args(Profile)
STAGES: tuple[Stage, ...] = get_args(Stage)
EXAMPLE_KINDS: tuple[ExampleKind, ...] = get_args(ExampleKind)

FAMILIES = "CPDVESMRX"
"""First letters of shipped codes: file, parties, decisions, vetoes, exit, scope, messages, review, tests."""
OWN_FAMILY = "L"
"""The letter of a coalition's own policies."""

ASKED_OF_A_BODY = frozenset("CDV" + OWN_FAMILY)
"""A standing body's rules of procedure are no agreement between partners: only what is wrong with any rule
is asked of them, and what the body wrote for itself."""


class Example(Struct, frozen=True):
    """A file that shows a policy at work, with ``# expect: CODE words`` on the lines where it speaks.

    Attributes:
        name: what the example shows, in a few words.
        text: the whole file.
        kind: what the file is: a charter, or (for the policies about policies) a policy, or an action, or a
            record, or a test. The last three may hold several files, each after a line ``# file: NAME``:
            ``charter.yaml`` is the charter that they are judged by, one that ends in ``.csv`` a sheet with
            ballots, those under ``decisions/`` are the record: what came before an action, or what is asked
            about, and those under ``tests/`` are the tests.
    """

    name: str
    text: str
    kind: ExampleKind = "charter"

    @property
    def as_of(self) -> date | None:
        """The day from which it is looked at, where a line says so: ``# as-of: 2027-01-01``."""
        found = re.search(r"(?m)^# as-of: (\d{4}-\d{2}-\d{2})$", self.text)
        return date.fromisoformat(found[1]) if found else None

    def files(self) -> dict[str, str]:
        """Name and text of each file; one that has no name is ``<stdin>``."""
        first, *rest = re.split(r"(?m)^# file: (\S+)$", self.text)
        if not rest:
            return {SHOWN_AS_INPUT: first}
        return {name: text.removeprefix("\n") for name, text in zip(rest[::2], rest[1::2], strict=True)}


class Good(Struct, frozen=True):
    """How a real body has put it: what it agreed on, restated as a piece of a charter, and whose it is."""

    clause: str
    body: str


class Policy(Struct, frozen=True):
    """One policy file, checked.

    Attributes:
        code: such as ``E501``; a coalition's own are ``L001`` to ``L999``.
        name: kebab-case; the file's name without its ending.
        title: what the policy is about, in one line.
        severity: by profile; None where the policy is not asked. The three models are always there,
            ``network`` and ``body`` only where the file names them.
        subject: the kind of fact that it looks at.
        when: what must hold of a fact for the policy to speak.
        at: the place to point at, relative to the subject, or the name of one of the fact's places.
        message: one sentence without a full stop; ``{fact}`` stands for what is known of the subject.
        why: why it matters.
        fix: a sentence of advice; empty where there is only ``write``.
        write: YAML to paste; empty where there is only ``fix``.
        stub: whether ``write`` can be put in as a suggestion; False where it is only an example, since nobody
            but the members knows what is the case: who signs, what was promised, on which day.
        stages: the stages in which it is asked; empty for all.
        related: named place of the fact -> what is said of it.
        in_order: said when the policy was asked and found nothing; empty where nothing is said.
        source: where it comes from: rows of ``docs/domain.yaml`` by their ids, and sentences.
        file: the file it was read from, as shown to the reader.
        examples: only where the whole file was asked for (``load.manual``), not on a run.
        good: a clause of a real body on which it stays silent; like ``examples`` not on a run.
    """

    code: str
    name: str
    title: str
    severity: Mapping[Profile, Severity | None]
    subject: Subject
    when: Condition
    at: str
    message: str
    why: str
    fix: str = ""
    write: str = ""
    stub: bool = True
    stages: tuple[Stage, ...] = ()
    related: Mapping[str, str] = field(default_factory=dict)
    in_order: str = ""
    source: tuple[str, ...] = ()
    file: str = ""
    examples: tuple[Example, ...] = ()
    good: Good | None = None

    def __hash__(self) -> int:
        """Of the code alone: mappings have no hash, and two policies of one code are rare."""
        return hash(self.code)

    @property
    def family(self) -> str:
        """The first letter of the code."""
        return self.code[:1]

    def strictest(self, stage: str) -> Severity | None:
        """How much it matters where neither kind nor model excuses anybody: as much as anywhere.

        A policy of several stages is then asked at every stage. One of a single stage is about that stage
        (who will sign a draft, what bounds a pilot) and is asked there only; others ask the like of the rest.
        """
        if len(self.stages) == 1 and self.stages[0] != (stage if stage in STAGES else "draft"):
            return None
        return max((severity for severity in self.severity.values() if severity is not None), default=None)

    def severity_for(self, kind: str, model: str, stage: str) -> Severity | None:
        """How much a finding of this policy matters to one charter; None where it is not asked.

        The words are the charter's own; one that is empty or unknown counts as not declared. A kind that is
        not declared is a coalition, a stage that is not declared a draft (what is checked is about to be
        signed), and a model that is not declared takes the mildest of the three, not being asked the mildest
        of all.
        """
        if self.stages and (stage if stage in STAGES else "draft") not in self.stages:
            return None
        if kind == "body":
            if "body" in self.severity:
                return self.severity["body"]
            if self.family not in ASKED_OF_A_BODY:
                return None
        if kind == "network" and "network" in self.severity:
            return self.severity["network"]
        for declared in MODELS:
            if declared == model:
                return self.severity[declared]
        return min((self.severity[each] for each in MODELS), key=lambda severity: severity or 0)
