"""What the policies of a charter demand of its rules, as far as it is computed and not read off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import tests

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.policy.model import Policy

COMPUTED: Final = frozenset(
    """
    problem unsaid means_everyone needs_objector lost_with stuck_without everyone_without
    only_limits_opposition adopts_on_tie one_can_stop needs_everyone decides_alone quorum_never_decides
    gives_way expelled_by concerned_can_stop safe_members stuck_about one_decides_about fewest_who_can_decide
    percent_who_can_decide override_needs_holder differ_in higher_is_easier one_decides all_decide_all
    one_layer funded_decide funded_stop rows_of_many
    changes_nothing more_than_half seldom_carried unequal_dues staying_helps holder_of_most
    idle_clause without_effect override_easier let_in_first
    """.split()
)
"""Properties that come of counting, or that keep a rule from being counted."""

COMPUTED_IF_NOT: Final = frozenset(("reachable", "has_rule"))
"""The same, where it is their being false that is looked for."""


def is_computed(policy: Policy) -> bool:
    """Whether a policy looks for something that is computed from rules."""
    if policy.subject in ("file", "action"):
        return False
    for test in tests(policy.when):
        wanted = COMPUTED_IF_NOT if test.value is False else COMPUTED
        absent = test.comparator == "missing" and test.value is True
        if test.fact in wanted and not absent:
            return True
        if test.fact in COMPUTED and test.comparator == "missing" and test.value is False:
            return True
    return False


def only_computed(result: Result, policies: Sequence[Policy], *, complete: bool) -> Result:
    """A result with the findings of such policies alone, and what keeps a file from being read.

    Args:
        result: all that was found in a charter.
        policies: those that were asked.
        complete: whether the file was read to its end.
    """
    unread = not complete or result.heading is None
    computed = {policy.code for policy in policies if is_computed(policy)}
    of_files = {policy.code for policy in policies if policy.subject == "file"}
    kept = tuple(
        each
        for each in result.findings
        # What could not be read could not be counted either.
        if each.code in computed or (unread and each.code in of_files and each.severity is Severity.ERROR)
    )
    return replace(result, findings=kept, in_order=(), next_step="")
