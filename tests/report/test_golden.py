"""Every format against pages that were read aloud before they were kept.

``COALCHECK_RESET=1 pytest tests/report`` writes the pages anew; read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from given_reports import (
    MODEL,
    NOTHING,
    body,
    ended,
    lines_apart,
    related,
    report,
    several,
    signed,
    twelve,
    unreadable,
    wide,
)  # fmt: skip

from coalcheck.engine.findings.result import Report
from coalcheck.engine.report import renderer
from coalcheck.engine.report.parts.options import Options

GOLDEN = Path(__file__).parent / "golden"

WIDE, NARROW = Options(110), Options(60)
CASES = [
    pytest.param("text", report(MODEL), Options(width=113), "model.txt", id="model output"),
    pytest.param("text", report(MODEL), NARROW, "model-narrow.txt", id="narrow"),
    pytest.param("text", report(MODEL), WIDE._replace(colour=True), "model-colour.txt", id="colour"),
    pytest.param(
        "text", report(MODEL), Options(show_all=True, verbose=True), "model-all.txt", id="all, verbose"
    ),
    pytest.param("text", report(NOTHING), WIDE, "nothing.txt", id="nothing found"),
    pytest.param("text", twelve(), Options(), "twelve.txt", id="twelve points"),
    pytest.param("text", several(), Options(), "several.txt", id="several files"),
    pytest.param("text", unreadable(), Options(), "unreadable.txt", id="unreadable"),
    pytest.param("text", signed(), Options(), "signed.txt", id="signed"),
    pytest.param("text", ended(), Options(), "ended.txt", id="ended"),
    pytest.param("text", body(), Options(), "body.txt", id="standing body"),
    pytest.param("text", related(), Options(), "related.txt", id="related places"),
    pytest.param("text", related(), NARROW, "related-narrow.txt", id="related places, narrow"),
    pytest.param(
        "text", wide(), Options(width=80, show_all=True), "wide-characters.txt", id="wide characters"
    ),
    pytest.param("text", lines_apart(), Options(), "lines-apart.txt", id="several lines"),
    pytest.param("plain", report(MODEL), Options(), "model-plain.txt", id="plain"),
    pytest.param(
        "plain", report(MODEL), Options(verbose=True), "model-plain-verbose.txt", id="plain, verbose"
    ),
    pytest.param("plain", several(), Options(show_all=True), "several-plain.txt", id="plain, several files"),
    pytest.param("plain", related(), Options(verbose=True), "related-plain.txt", id="plain, related places"),
    pytest.param("plain", wide(), Options(), "wide-plain.txt", id="plain, wide characters"),
    pytest.param("json", report(MODEL), Options(), "model.json", id="json"),
    pytest.param("json", several(), Options(), "several.json", id="json, several files"),
    pytest.param("json", related(), Options(), "related.json", id="json, related places"),
    pytest.param("json", wide(), Options(), "wide-characters.json", id="json, wide characters"),
]


@pytest.mark.parametrize(("name", "given", "options", "file"), CASES)
def test_golden(name: str, given: Report, options: Options, file: str) -> None:
    page = renderer(name)(given, options)
    kept = GOLDEN / file
    if os.environ.get("COALCHECK_RESET"):
        kept.write_bytes(page.encode())
    assert page == kept.read_bytes().decode()


def test_no_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(case.values[3]) for case in CASES}
