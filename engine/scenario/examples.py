"""Some policies asked of test files that stand in a policy's own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import Own
from coalcheck.engine.policy.matcher import choose
from coalcheck.engine.scenario.checking import Words
from coalcheck.engine.scenario.clauses import Clauses
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.tested import not_found
from coalcheck.engine.source.read import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.policy.model import Policy

_CHARTER: Final = "charter.yaml"
_NONE: Final = "there is no charter beside it, nor in the folder above"


def findings_of_tests(
    files: Mapping[str, str], policies: Sequence[Policy], *, matcher: Wanted = "auto"
) -> tuple[Finding, ...]:
    """Run some policies on test files, for their own examples; nothing is looked for on a disk.

    Args:
        files: name to text: ``charter.yaml`` is the charter, if there is one; any other a test file.
        policies: only these are asked.
        matcher: what compares policies with facts.
    """
    beside = load_charter(read(files[_CHARTER], _CHARTER)) if _CHARTER in files else None
    charter = None if beside is None else beside.charter
    words = None if beside is None else Words(Clauses(beside.document), Own((), ()), charter)
    applied = asked(policies, Profile())
    matching = choose(matcher, tuple(policies))
    found: list[Finding] = []
    for name, text in files.items():
        if name == _CHARTER:
            continue
        document = read(text, name)
        heading = heading_of(document)
        named = heading.frame.charter
        if charter is None or named is not None:
            not_found(document, heading, f"there is no file {named} beside it" if named else _NONE)
        facts = file_facts(load(document, heading, charter, words).problems)
        found += findings(matching.match(facts), facts, applied, document)
    return tuple(found)
