"""What happened, and what goes back to it, stand together; in any order of the files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from recording import recorded

from coalcheck.engine.history.chains import chains


@given(st.lists(st.integers(-1, 8), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_chains_equal_following_back_to_the_first(before: list[int], chance: object) -> None:
    """Entry i goes back to an earlier one, or to none; a chain is all that ends at the same first one."""
    entries = []
    roots: list[int] = []
    for number, back in enumerate(before):
        follows = f"follows: e{back}\n" if 0 <= back < number else ""
        roots.append(roots[back] if follows else number)
        date = f"2026-01-{number + 1:02}"
        entries.append(f"happened: conflict\nid: e{number}\ndate: {date}\n{follows}conflict: x")
    chance.shuffle(entries)  # type: ignore[attr-defined]  # hypothesis types it as an object
    found = [[each.action.id for each in chain] for chain in chains(recorded(*entries), "conflict")]
    expected = [[f"e{i}" for i, root in enumerate(roots) if root == first] for first in sorted(set(roots))]
    assert found == expected


def test_other_entries_belong_to_a_chain_only_when_they_go_back_to_it() -> None:
    record = recorded(
        "happened: meeting\nid: before\ndate: 2026-01-01",
        "happened: conflict\nid: fair\nfollows: before\ndate: 2026-01-02",
        "action: letter\nid: letter\nfollows: fair\ndate: 2026-01-03",
        "happened: meeting\nfollows: letter\ndate: 2026-01-04",
        "happened: meeting\ndate: 2026-01-05",
        "happened: conflict\nid: fair\ndate: 2026-01-06",
    )
    (chain,) = chains(record, "conflict")
    assert [each.first.day for each in chain if each.first] == [2, 3, 4, 6]
