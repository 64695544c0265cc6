"""What is not decided yet, in which order, and what would carry it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from coalition_at import standing
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.given import Given
from coalcheck.engine.history.replay import replay, with_past
from coalcheck.engine.policy.load import Own
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.standing import page
from coalcheck.engine.source.read import read
from coalcheck.engine.standing.opened import opened

ALL_FOR = "ballots: {for: [breathe, dockers, parents]}"


def proposal(key: str, day: str = "", more: str = "status: proposed") -> str:
    return f"action: letter\nid: {key}\ntitle: The {key}\n{f'date: {day}' if day else ''}\n{more}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([proposal("leaflet", "2026-05-20")], ["The leaflet"], id="a proposal whose day is past"),
        pytest.param([proposal("leaflet")], ["The leaflet"], id="a proposal without a day"),
        pytest.param([proposal("leaflet", "2026-06-20")], ["The leaflet"], id="a proposal for a later day"),
        pytest.param(
            [proposal("leaflet", "", "opened: 2026-05-30\ncloses: 2026-06-05\nballots: {for: [breathe]}")],
            ["The leaflet"], id="a vote that is open",
        ),
        pytest.param(
            [proposal("leaflet"), proposal("bus", "2026-06-20"), proposal("fair", "2026-06-10"),
             proposal("talk", "2026-05-10"), proposal("walk", "2026-05-20")],
            ["The fair", "The bus", "The walk", "The talk", "The leaflet"],
            id="what comes next first, then the newest",
        ),
        pytest.param(
            [proposal("leaflet", "2026-04-20"), proposal("leaflet", "2026-05-20")], ["The leaflet"],
            id="put again under its id, once",
        ),
    ],
)  # fmt: skip
def test_what_is_open(tmp_path: Path, entries: list[str], expected: list[str]) -> None:
    assert [each.checked.asked.title for each in standing(tmp_path, entries).opened] == expected


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([proposal("leaflet", "2026-05-20", ALL_FOR)], id="carried"),
        pytest.param(
            [proposal("leaflet", "2026-05-20", "ballots: {against: [breathe, dockers]}")], id="not carried"
        ),
        pytest.param(
            [proposal("leaflet", "2026-05-20", "status: proposed\nrecorded: rejected")], id="minutes"
        ),
        pytest.param([proposal("leaflet", "2026-05-20", "status: proposed\ndone: 2026-05-21")], id="done"),
        pytest.param(
            [proposal("leaflet", "2026-04-20"), proposal("leaflet", "2026-05-20", ALL_FOR)],
            id="voted on later",
        ),
        pytest.param(
            [
                proposal("leaflet", "2026-04-20"),
                proposal("vote", "2026-05-20", f"follows: leaflet\n{ALL_FOR}"),
            ],
            id="voted on later, under another id",
        ),
        pytest.param(["happened: meeting\ndate: 2026-05-20"], id="what happened"),
        pytest.param(["happened: meeting\ndate: 2026-06-20"], id="what is planned"),
    ],
)
def test_what_is_not_open(tmp_path: Path, entries: list[str]) -> None:
    assert standing(tmp_path, entries).opened == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(
            "status: proposed",
            ["Nobody has voted yet. The charter asks for more than half of members.",
             "What would carry it: two votes. Any two of Breathe Easy Network, Dock Workers Local 9 and "
             "Parents for Clean Schools vote for (2 of 3 members in favour; 2 were needed)."],
            id="a proposal",
        ),
        pytest.param(
            "status: open\ncloses: 2026-06-05\nballots: {for: [breathe], against: [dockers]}",
            ["One vote was for and one against so far. The charter asks for more than half of members.",
             "What would carry it: one vote. Parents for Clean Schools votes for (2 of 3 members in favour; "
             "2 were needed)."],
            id="one more vote",
        ),
    ],
)  # fmt: skip
def test_what_is_still_needed(tmp_path: Path, more: str, said: list[str]) -> None:
    shown, kept_back = page.waiting(standing(tmp_path, [proposal("leaflet", "2026-06-05", more)]), Options())
    assert [list(each.said) for each in shown] == [said]
    assert kept_back == 0


def test_what_was_used_before_counts_where_a_veto_hangs_on_it(tmp_path: Path) -> None:
    """By itself the veto would count, and nothing could carry it; it is one more than the limit allows."""
    extra = "vetoes: [{holders: [dockers], over: [speak], within: 5 days, limit: 1 per year}]\n"
    used = proposal("fair", "2026-05-02", f"{ALL_FOR}\nvetoes: [{{by: dockers, date: 2026-05-03}}]")
    again = proposal(
        "leaflet", "2026-05-30",
        "status: open\ncloses: 2026-06-20\nballots: {for: [breathe]}\n"
        "vetoes: [{by: dockers, date: 2026-05-31}]",
    )  # fmt: skip
    entries = [each.replace("action: letter", "action: speak") for each in (used, again)]

    [each] = standing(tmp_path, entries, extra=extra).opened
    assert each.checked.verdict is not None
    assert [read.beyond for read in each.checked.verdict.vetoes] == [True]
    assert each.checked.verdict.to_pass
    [alone] = standing(tmp_path / "alone", entries[1:], extra=extra).opened
    assert alone.checked.verdict is not None
    assert not alone.checked.verdict.to_pass


# Law

VOTES = st.dictionaries(
    st.sampled_from(["breathe", "local-9", "parents"]), st.sampled_from(["for", "against"]), max_size=2
)
VETOED = st.booleans()
CHARTER = (
    "name: Clean Air\npurpose: Keep the night ban.\nmembers: [{id: breathe}, {id: local-9}, {id: parents}]\n"
    "decisions:\n  letter: {covers: [speak, spend], passes: more than half of members,\n"
    "    second_call: {after: 1 day, quorum: 1 member}, quorum: 2 members}\n"
    "  change: {covers: [amend], passes: all members}\n"
    "vetoes: [{holders: [local-9], over: [speak], within: 9 days, limit: 1 per year}]\n"
)


@given(st.lists(st.tuples(VOTES, VETOED), min_size=1, max_size=3), VOTES, VETOED)
def test_by_itself_or_with_the_record_what_would_carry_it_is_the_same(
    before: list[tuple[dict[str, str], bool]], votes: dict[str, str], vetoed: bool
) -> None:
    """The short way, which judges an open vote alone, against the long one with all that came before."""

    def text(day: str, given: dict[str, str], raised: bool, more: str = "") -> str:
        ballots = ", ".join(f"{member}: {vote}" for member, vote in given.items())
        veto = f"vetoes: [{{by: local-9, date: {day}}}]\n" if raised else ""
        return f"action: speak\nid: again\ndate: {day}\nballots: {{{ballots}}}\n{veto}{more}"

    texts = [text(f"2026-05-0{n + 1}", *each) for n, each in enumerate(before)]
    texts.append(text("2026-05-20", votes, vetoed, "status: open\ncloses: 2026-05-30\n"))
    loaded = load(read(CHARTER, "charter.yaml"))
    files = [load_action(read(each, f"{n}.yaml"), loaded.charter) for n, each in enumerate(texts)]
    as_of = date(2026, 5, 25)
    asking = Asking(Annexed(loaded), Own((), ()), "reference", Given())
    assert asking.bindings is not None
    record = replay(asking.bindings, loaded.document, files, as_of, doubt=in_doubt)
    found = opened(asking, record, files)
    long, _ = with_past(asking.bindings, loaded.document, files[:-1], files[-1], as_of, in_doubt)
    assert long.verdict is not None
    for each in found.values():
        assert each.checked.verdict is not None
        assert each.checked.verdict.outcome == long.verdict.outcome
        assert each.checked.verdict.to_pass == long.verdict.to_pass
