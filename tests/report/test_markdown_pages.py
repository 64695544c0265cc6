"""Markdown, read back by a parser: what others wrote is text; headings, links and tables are ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from given_checks import (
    adopted,
    assembly,
    no_quorum,
    not_said,
    recorded,
    rejected,
    unauthorised,
    unread,
    vetoed,
)
from given_formats import HOSTILE, hostile, hostile_check, not_all_read
from given_records import beyond_a_limit, in_order
from given_reports import MODEL, NOTHING, lines_apart, related, report, several, twelve, wide
from given_scopes import another_deal, own_end
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.findings.result import Report
from coalcheck.engine.report import plain, renderer
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.parts.markup import escaped, fenced, paragraphs, table
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.step_summary import REST, fitting
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.verdict.discreet import is_hidden

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = ("https://coalcheck.dev/policies/", "https://x/")
SIGNS = "|\\`*_{}[]()<>#+-.!~$&@:/=\"' \n\t\r\x1baw1"
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    st.sampled_from(SIGNS), max_size=40
)


def tokens(page: str) -> Iterator[Token]:
    for token in PARSER.parse(page):
        yield token
        yield from token.children or ()


def said(page: str) -> str:
    """The text that a reader sees."""
    return "".join(
        token.content if token.type in {"text", "text_special", "fence", "code_inline"} else "\n"
        for token in tokens(page)
    )


def is_only_ours(page: str) -> None:
    for token in tokens(page):
        assert token.type not in {"html_block", "html_inline", "image", "code_block", "hr", "blockquote_open"}
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith(OURS)
        if token.type == "heading_open":
            assert token.tag in {"h2", "h3", "h4"}


REPORTS = [
    pytest.param(each, id=name)
    for name, each in {
        "model": report(MODEL), "clean": report(NOTHING), "several": several(), "twelve": twelve(),
        "related": related(), "wide": wide(), "lines apart": lines_apart(), "hostile": hostile(),
        "not all read": not_all_read(),
    }.items()
]  # fmt: skip
CHECKS = [
    pytest.param(each, id=name)
    for name, each in {
        "adopted": adopted(), "rejected": rejected(), "unauthorised": unauthorised(), "not said": not_said(),
        "recorded": recorded(), "unread": unread(), "record": beyond_a_limit(), "in order": in_order(),
        "hostile": hostile_check(), "scope": another_deal(), "out": own_end(), "vetoed": vetoed(),
        "many": assembly(),
    }.items()
]  # fmt: skip


@pytest.mark.parametrize("show_all", [False, True])
@pytest.mark.parametrize("given_report", REPORTS)
def test_a_report(given_report: Report, show_all: bool) -> None:
    page = renderer("markdown")(given_report, Options(show_all=show_all, verbose=show_all))
    is_only_ours(page)
    assert "\n\n\n" not in page
    told = said(page)
    for result in given_report.results:
        if show_all or len(result.findings) <= 5:
            assert all(" ".join(visible(each.message).split()) in told for each in result.findings)
    assert all(" ".join(visible(each).split()) in told for each in given_report.unread)
    assert "does not give legal advice." in told


@pytest.mark.parametrize("show_all", [False, True])
@pytest.mark.parametrize("check", CHECKS)
def test_a_check(check: Check, show_all: bool) -> None:
    """Titles, every member once unless it was away, and the last sentences of the other page for people."""
    options = Options(show_all=show_all)
    page = verdicts.renderer("markdown")(check, options)
    is_only_ours(page)
    told = " ".join(said(page).split())
    for checked in check.checked:
        if check.record is None:
            assert " ".join(visible(checked.asked.title).split()) in told
        for member in checked.verdict.members if checked.verdict and check.record is None else ():
            hidden = is_hidden(member) and checked.asked.stands == "closed"
            assert hidden or " ".join(visible(member.name).split()) in told
    heading = [token for token in PARSER.parse(page) if token.type == "heading_open" and token.tag == "h2"]
    assert heading
    assert verdicts.renderer("plain")(check, options).split("\n")[-2].strip() in told


def test_absent_members_are_counted_and_not_named() -> None:
    quiet, named = (
        verdicts.renderer("markdown")(no_quorum(), Options(names=names)) for names in (False, True)
    )
    gone = [
        name for name in ("Breathe Easy Network", "Local 9", "Parents for Clean Schools") if name not in quiet
    ]
    assert gone
    assert all(name in named for name in gone)


def test_a_table_has_the_cells_that_it_has() -> None:
    page = verdicts.renderer("markdown")(hostile_check(), Options())
    rows = [0]
    for token in PARSER.parse(page):
        if token.type in {"th_open", "td_open"}:
            rows[-1] += 1
        elif token.type == "tr_close":
            rows.append(0)
    assert len(rows) > 5
    assert set(rows[:-1]) == {3}


@given(ANY)
def test_an_escaped_text_reads_as_itself(text: str) -> None:
    page = escaped(text)
    assert "\n" not in page
    shown = list(tokens(page))
    assert {token.type for token in shown} <= {
        "paragraph_open", "inline", "text", "text_special", "paragraph_close",
    }  # fmt: skip
    back = "".join(token.content for token in shown if token.type in {"text", "text_special"})
    assert back == " ".join(visible(text).split())


@given(ANY)
def test_a_cell_stays_a_cell(text: str) -> None:
    page = table(("Who", "What"), [(escaped(text), "x"), ("y", escaped(text))])
    cells = [token for token in PARSER.parse(page) if token.type == "td_open"]
    assert len(cells) == 4


@given(ANY)
def test_a_fence_ends_where_it_ends(text: str) -> None:
    (fence,) = PARSER.parse(fenced(text))
    assert fence.type == "fence"
    assert fence.content.rstrip("\n") == visible(text).replace("\r", "\n").rstrip("\n")


@given(st.lists(ANY, min_size=1, max_size=5))
def test_paragraphs_are_text_and_blocks(lines: list[str]) -> None:
    page = "\n\n".join(paragraphs("\n".join(lines)))
    types = {token.type for token in PARSER.parse(page)}
    assert types <= {"paragraph_open", "inline", "paragraph_close", "fence"}


def test_the_plain_page_has_no_more_points() -> None:
    """As many points on both pages: what says the same is put together on both."""
    page, heard = (renderer(name)(twelve(), Options(show_all=True)) for name in ("markdown", "plain"))
    assert page.count("\n**") - heard.count("\nPoint ") == 2, "the answer, and what comes next"
    assert plain.render(twelve(), Options()) != heard


@pytest.mark.parametrize(
    ("room", "kept"),
    [
        pytest.param(10**6, 4, id="room for all"),
        pytest.param(2800, 2, id="room for some"),
        pytest.param(600, 1, id="room for one"),
        pytest.param(len(REST.encode()), 0, id="room for none"),
    ],
)
def test_a_summary_fits_or_says_that_it_does_not(room: int, kept: int) -> None:
    """GitHub throws a page away that is longer than its room."""
    page = renderer("markdown")(several(), Options())
    shown = fitting(page, room)
    assert len(shown.encode()) <= room
    assert (shown == page) is (room > len(page.encode()))
    assert shown.endswith(REST) is (shown != page)
    assert sum(name in shown for name in ("## North", "## South", "## west", "In all 3")) == kept


def test_a_summary_is_measured_in_bytes() -> None:
    page = "## 𝄞𝄞𝄞\n\nA\n\n## B\n"
    assert fitting(page, len(page.encode())) == page
    assert fitting(page * 20, len((page * 19).encode())).endswith(REST)


def test_hostile_texts_are_there() -> None:
    assert said(renderer("markdown")(hostile(), Options())).count(HOSTILE[:20]) > 6
