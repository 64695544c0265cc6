"""What was looked for in one file, for whoever tells what counts of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import SUBJECTS, Subject
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.settle import Looked
from coalcheck.engine.policy.apply import findings
from coalcheck.engine.policy.load import most_like

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.policy.apply import Asked
    from coalcheck.engine.policy.matcher import Matcher
    from coalcheck.engine.policy.model import Policy
    from coalcheck.engine.source.node import Document, Problem


OF_FILES: Final[frozenset[Subject]] = frozenset({"file"})
"""What a file is looked at as of which only the reading is asked, such as a policy."""
OF_ACTIONS: Final[frozenset[Subject]] = OF_FILES | {"action"}
OF_RECORDS: Final[frozenset[Subject]] = frozenset({"record"})
OF_CHARTERS: Final[frozenset[Subject]] = frozenset(SUBJECTS) - {"action", "record"}


def looked_for(  # noqa: PLR0913  (what there is, and how it is asked)
    policies: Iterable[Policy],
    subjects: Collection[Subject],
    asked: Asked,
    matcher: Matcher,
    document: Document,
    *,
    whole: bool = True,
) -> Callable[[], Looked]:
    """What was looked for in a file, worked out when it is asked for.

    Args:
        policies: all that there are, those that are not asked of this charter included.
        subjects: what the file was looked at as.
        asked: those that are asked, each with how much it matters.
        matcher: compares facts with these.
        document: the file.
        whole: whether all that is known of such a file would have been found again.
    """

    def tell(problems: Sequence[Problem]) -> tuple[Finding, ...]:
        facts = file_facts(problems)
        return findings(matcher.match(facts), facts, asked, document)

    def looked() -> Looked:
        every = tuple(policies)
        of_comments = "file" in subjects
        return Looked(
            names={each.code: each.name for each in every},
            codes=frozenset(each.code for each in every if each.subject in subjects),
            nearest=most_like,
            tell=tell,
            # Any file may be an entry of a record, or its charter; that is looked at by itself.
            named=frozenset(
                each.code
                for each in every
                if each.subject in subjects or (of_comments and each.subject not in OF_RECORDS)
            ),
            of_comments=of_comments,
            of_baseline=whole,
        )

    return looked
