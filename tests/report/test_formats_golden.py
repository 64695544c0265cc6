"""The formats for other programs against files that were read before they were kept, byte for byte.

``COALCHECK_RESET=1`` (``just golden``) rewrites them; what changed is then read like code.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from given_checks import adopted, no_quorum, not_said, recorded, rejected, unread, vetoed
from given_formats import hostile, hostile_check, not_all_read
from given_records import beyond_a_limit, in_order
from given_reports import MODEL, NOTHING, related, report, several, signed, unreadable
from given_scopes import another_deal

from coalcheck.engine.report import formats, renderer
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.parts.options import Options

GOLDEN = Path(__file__).parent / "formats_golden"
ENDINGS = {
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "xml",
    "markdown": "md",
    "sarif": "sarif",
}
REPORTS: dict[str, Callable[[], Any]] = {
    "faulty": lambda: report(MODEL),
    "clean": lambda: report(NOTHING),
    "several": several,
    "unreadable": unreadable,
    "not-all-read": not_all_read,
    "related": related,
    "signed": signed,
    "hostile": hostile,
}
CHECKS: dict[str, Callable[[], Any]] = {
    "rejected": rejected,
    "adopted": adopted,
    "no-quorum": no_quorum,
    "vetoed": vetoed,
    "not-said": not_said,
    "recorded": recorded,
    "scope-ask": another_deal,
    "unread": unread,
    "hostile": hostile_check,
    "record": beyond_a_limit,
    "record-kept": in_order,
}
CASES = [
    pytest.param(give, name, made, f"{before}{case}.{ending}", id=f"{name}, {before}{case}")
    for give, cases, before in ((renderer, REPORTS, ""), (verdicts.renderer, CHECKS, "check-"))
    for case, made in cases.items()
    for name, ending in ENDINGS.items()
]


@pytest.mark.parametrize(("give", "name", "made", "file"), CASES)
def test_kept(give: Callable[[str], Any], name: str, made: Callable[[], Any], file: str) -> None:
    page = give(name)(made(), Options(110))
    kept = GOLDEN / file
    if os.environ.get("COALCHECK_RESET"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(page.encode())
    assert page == kept.read_bytes().decode()


def test_no_kept_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(case.values[3]) for case in CASES}


def test_every_format_is_kept() -> None:
    """The three others have tables of their own, ``test_golden`` and ``test_verdict_golden``."""
    assert set(formats()) == set(verdicts.FORMATS) == {*ENDINGS, "json", "plain", "text"}
