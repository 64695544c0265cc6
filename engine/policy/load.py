"""Where policies come from: those shipped with coalcheck, and a coalition's own beside its charter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.policy import cache as kept
from coalcheck.engine.policy.faults import nearest, shortened
from coalcheck.engine.policy.files import fingerprint, policy_files
from coalcheck.engine.policy.model import OWN_FAMILY, Policy
from coalcheck.engine.source.node import Document, Mapping, Problem, Scalar

if TYPE_CHECKING:
    from coalcheck.engine.policy.form import Table

FOLDER: Final = Path(__file__).parents[2] / "policies"
"""The shipped policies, in one folder a family; beside the package in a checkout as when installed."""

RETIRED: Final = "retired.yaml"

_MOST_BYTES: Final = 5 * 1024 * 1024 + 1  # one more than the reader takes, so that it is the one to say so
_OWN_CODE: Final = re.compile(rf"{OWN_FAMILY}(?!000)\d{{3}}", re.ASCII)
_CODE: Final = re.compile(r"[A-Z]\d{3}", re.ASCII)


class PoliciesBroken(Exception):
    """Shipped policies have mistakes: a bug in coalcheck; the message says file, line and kind of each."""


class UnknownPolicy(LookupError):
    """No shipped policy has this code or name; ``nearest`` is the one most like it."""

    def __init__(self, wanted: str, nearest: str = "") -> None:
        near = f"did you mean {nearest}? coalcheck policies lists them all."
        super().__init__(f"There is no policy {wanted!r}; {near}")
        self.wanted = wanted
        self.nearest = nearest


class Own(Struct, frozen=True):
    """A coalition's own policies.

    Attributes:
        policies: those without mistakes, in the order of their file names.
        documents: every file that was read, each with what is wrong with it.
    """

    policies: tuple[Policy, ...]
    documents: tuple[Document, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all files."""
        return tuple(problem for document in self.documents for problem in document.problems)

    def over(self, shipped: Sequence[Policy]) -> tuple[Policy, ...]:
        """The policies of a run: a shipped one steps back for one of the coalition's with its name."""
        names = {policy.name for policy in self.policies}
        return (*(policy for policy in shipped if policy.name not in names), *self.policies)


@cache
def shipped() -> tuple[Policy, ...]:
    """Every shipped policy, by code, without its examples.

    Raises:
        PoliciesBroken: one of them has a mistake.
    """
    return load_folder(FOLDER)


def load_folder(folder: Path) -> tuple[Policy, ...]:
    """Every policy of a folder of families, from its cache where that is up to date.

    Raises:
        PoliciesBroken: one of them has a mistake.
    """
    key = fingerprint(folder)
    path = folder / "__pycache__" / "policies.json"
    policies = kept.stored(path, key)
    if policies is None:
        read, documents = survey(folder)
        faults = [
            f"{each.name}:{fault.span.line}: {fault.kind}" for each in documents for fault in each.problems
        ]
        faults += _clashes(folder, read)
        if faults:
            raise PoliciesBroken("\n".join(faults))
        by_code = sorted(read, key=lambda each: each.code)
        policies = tuple(replace(policy, examples=(), good=None) for policy in by_code)
        kept.store(path, key, policies)
    return policies


def survey(
    folder: Path = FOLDER, table: Table | None = None
) -> tuple[tuple[Policy, ...], tuple[Document, ...]]:
    """Read every policy file of a folder of families anew, with examples, mistakes and all."""
    from coalcheck.engine.policy.form import read_policy

    known = _facts(table)
    policies, documents = [], []
    for file in policy_files(folder):
        policy, document = read_policy(Path(file.path).read_bytes(), f"policies/{file.name}", known)
        documents.append(document)
        if policy:
            policies.append(policy)
    return tuple(policies), tuple(documents)


def manual(code_or_name: str) -> Policy:
    """One shipped policy with its examples, by code or name, whatever the case.

    Raises:
        UnknownPolicy: there is none; says which is nearest.
        PoliciesBroken: a shipped policy has a mistake.
    """
    from coalcheck.engine.policy.form import read_policy

    for policy in shipped():
        if code_or_name.casefold() in (policy.code.casefold(), policy.name):
            whole = read_policy((FOLDER.parent / policy.file).read_bytes(), policy.file, _facts()).policy
            if whole is None:
                raise PoliciesBroken(policy.file)
            return whole
    raise UnknownPolicy(code_or_name, most_like(code_or_name))


def most_like(wanted: str) -> str:
    """The code or name that someone may have meant: one that begins so, else of the same family, else any."""
    words = [word for each in shipped() for word in (each.name, each.code)]
    begun = [word for word in words if wanted and word.casefold().startswith(wanted.casefold())]
    family = [each.code for each in shipped() if wanted[1:].isdecimal() and each.code[0] == wanted[0].upper()]
    return nearest(wanted.upper() if family else wanted, begun or family or words)[0]


def own(folder: Path, table: Table | None = None) -> Own:
    """The policies in ``policies/`` beside a charter, checked; mistakes are problems of their documents.

    Args:
        folder: where the charter is.
        table: the properties of every subject; those of facts unless given.

    Raises:
        OSError: a file cannot be read; its ``filename`` says which.
        PoliciesBroken: a shipped policy has a mistake.
    """
    files = list(_own_files(folder / "policies"))
    if not files:
        return Own((), ())
    from coalcheck.engine.policy.form import read_policy
    from coalcheck.engine.source.files import shown

    known = _facts(table)
    by_name = {policy.name: policy for policy in shipped()}
    read = []
    for path in files:
        with path.open("rb") as stream:
            read.append(read_policy(stream.read(_MOST_BYTES), shown(f"{path}"), known))
    codes = {word.text for _, document in read if (word := _word(document, "code"))}
    free = next((each for n in range(1, 1000) if (each := f"{OWN_FAMILY}{n:03}") not in codes), "")
    policies: list[Policy] = []
    documents: list[Document] = []
    taken: dict[str, str] = {}
    for policy, document in read:
        found = list(document.problems)
        name, code = _word(document, "name"), _word(document, "code")
        replaced = by_name.get(name.text) if name else None
        problem = _code_problem(code, replaced, taken, free) if code else None
        if problem:
            found.append(problem)
        elif policy:
            policies.append(policy)
            taken[policy.code] = Path(document.name).name
            if replaced and name:
                values = {"key": "name", "found": name.text, "detail": replaced.code}
                found.append(Problem("policy-replaces-shipped", name.span, ("name",), values))
        found.sort(key=lambda each: each.span[:2])
        documents.append(replace(document, problems=tuple(found)))
    return Own(tuple(policies), tuple(documents))


def _facts(table: Table | None = None) -> Table:
    if table is not None:
        return table
    from coalcheck.engine.policy.table import TABLE

    return TABLE


def _word(document: Document, key: str) -> Scalar | None:
    """What stands under a key of a policy file, where it is a word."""
    entry = document.root.entries.get(key) if isinstance(document.root, Mapping) else None
    return entry.value if entry and isinstance(entry.value, Scalar) and entry.value.text else None


def _code_problem(code: Scalar, replaced: Policy | None, taken: dict[str, str], free: str) -> Problem | None:
    """Why a coalition's own policy cannot have its code; None where it can."""
    values = {"key": "code", "found": shortened(code.text), "expected": free}
    if not _OWN_CODE.fullmatch(code.text) and not (replaced and replaced.code == code.text):
        reserved = _CODE.fullmatch(code.text) and not code.text.startswith(OWN_FAMILY)
        kind = "policy-code-reserved" if reserved else "policy-code-unusual"
    elif code.text in taken:
        kind = "policy-duplicate-code"
        values["detail"] = taken[code.text]
    else:
        return None
    return Problem(kind, code.span, ("code",), values)


def _clashes(folder: Path, policies: Sequence[Policy]) -> Iterator[str]:
    """What is wrong between shipped policies: codes used twice, malformed, or retired."""
    retired = retired_codes(folder)
    seen: dict[str, Policy] = {}
    for policy in policies:
        if policy.code in seen or not _CODE.fullmatch(policy.code) or policy.code in retired:
            yield f"{policy.file}: code {policy.code} is malformed, retired, or taken"
        if any(policy.name == other.name for other in seen.values()):
            yield f"{policy.file}: name {policy.name} is taken"
        seen[policy.code] = policy


def retired_codes(folder: Path = FOLDER) -> frozenset[str]:
    """The codes that were used once and never are again."""
    from coalcheck.engine.source.read import read

    try:
        root = read((folder / RETIRED).read_bytes(), RETIRED).root
    except FileNotFoundError:
        return frozenset()
    return frozenset(root.entries) if isinstance(root, Mapping) else frozenset()


def _own_files(folder: Path) -> list[Path]:
    """The policy files of a coalition, in order of name; none in the folder of shipped ones."""
    try:
        if folder.samefile(FOLDER):
            return []
        return sorted(
            path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file()
        )
    except (FileNotFoundError, NotADirectoryError):
        return []
