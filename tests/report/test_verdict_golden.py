"""Answers to actions as they are rendered, one page an outcome: kept beside the tests, byte for byte.

``COALCHECK_RESET=1`` (``just golden``) rewrites them; what changed is then read like code.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from given_checks import (
    adopted,
    assembly,
    by_a_group,
    consensus,
    no_quorum,
    not_said,
    proposed,
    record,
    recorded,
    rejected,
    settled,
    still_open,
    unauthorised,
    unread,
    vetoed,
)
from given_records import beyond_a_limit, in_order
from given_scopes import another_deal, lost, many_reasons, own_end

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.verdict import renderer

GOLDEN = Path(__file__).parent / "verdict_golden"

WIDE, NARROW = Options(110), Options(60)
CASES = [
    pytest.param("text", rejected(), WIDE, "rejected.txt", id="rejected, the model output"),
    pytest.param("text", rejected(), NARROW, "rejected-narrow.txt", id="narrow"),
    pytest.param("text", rejected(), WIDE._replace(colour=True), "rejected-colour.txt", id="colour"),
    pytest.param("plain", rejected(), WIDE, "rejected-plain.txt", id="plain"),
    pytest.param("json", rejected(), WIDE, "rejected.json", id="json"),
    pytest.param("text", another_deal(), WIDE, "scope-ask.txt", id="decide on scope first, model output 3"),
    pytest.param("text", another_deal(), NARROW, "scope-ask-narrow.txt", id="decide on scope first, narrow"),
    pytest.param("plain", another_deal(), WIDE, "scope-ask-plain.txt", id="decide on scope first, plain"),
    pytest.param("json", another_deal(), WIDE, "scope-ask.json", id="decide on scope first, json"),
    pytest.param("text", own_end(), WIDE, "scope-out.txt", id="outside what was agreed"),
    pytest.param("json", own_end(), WIDE, "scope-out.json", id="outside what was agreed, json"),
    pytest.param("text", many_reasons(), WIDE, "scope-many.txt", id="many reasons"),
    pytest.param("plain", many_reasons(), WIDE, "scope-many-plain.txt", id="many reasons, plain"),
    pytest.param("text", lost(), WIDE, "scope-lost.txt", id="not carried, and not agreed on"),
    pytest.param("text", consensus(), WIDE, "consensus.txt", id="no consensus yet"),
    pytest.param("text", adopted(), WIDE, "adopted.txt", id="adopted"),
    pytest.param("plain", adopted(), WIDE, "adopted-plain.txt", id="adopted, plain"),
    pytest.param("json", adopted(), WIDE, "adopted.json", id="adopted, json"),
    pytest.param("text", no_quorum(), WIDE, "no-quorum.txt", id="no quorum"),
    pytest.param(
        "text", no_quorum(), WIDE._replace(names=True), "no-quorum-names.txt", id="no quorum, names"
    ),
    pytest.param("plain", no_quorum(), WIDE, "no-quorum-plain.txt", id="no quorum, plain"),
    pytest.param("json", no_quorum(), WIDE, "no-quorum.json", id="no quorum, json"),
    pytest.param("text", vetoed(), WIDE, "vetoed.txt", id="vetoed"),
    pytest.param("plain", vetoed(), WIDE, "vetoed-plain.txt", id="vetoed, plain"),
    pytest.param("json", vetoed(), WIDE, "vetoed.json", id="vetoed, json"),
    pytest.param("text", by_a_group(), WIDE, "vetoed-by-a-group.txt", id="vetoed by a group"),
    pytest.param("text", unauthorised(), WIDE, "unauthorised.txt", id="unauthorised"),
    pytest.param("plain", unauthorised(), WIDE, "unauthorised-plain.txt", id="unauthorised, plain"),
    pytest.param("json", unauthorised(), WIDE, "unauthorised.json", id="unauthorised, json"),
    pytest.param("text", proposed(), WIDE, "proposed.txt", id="proposed"),
    pytest.param("plain", proposed(), WIDE, "proposed-plain.txt", id="proposed, plain"),
    pytest.param("json", proposed(), WIDE, "proposed.json", id="proposed, json"),
    pytest.param("text", still_open(), WIDE, "open.txt", id="open"),
    pytest.param("text", settled(), WIDE, "settled.txt", id="can no longer change"),
    pytest.param("plain", settled(), WIDE, "settled-plain.txt", id="can no longer change, plain"),
    pytest.param("text", not_said(), WIDE, "not-said.txt", id="the charter does not say"),
    pytest.param("plain", not_said(), WIDE, "not-said-plain.txt", id="the charter does not say, plain"),
    pytest.param("json", not_said(), WIDE, "not-said.json", id="the charter does not say, json"),
    pytest.param("text", recorded(), WIDE, "recorded.txt", id="minutes that say otherwise"),
    pytest.param("plain", recorded(), WIDE, "recorded-plain.txt", id="minutes that say otherwise, plain"),
    pytest.param("json", recorded(), WIDE, "recorded.json", id="minutes that say otherwise, json"),
    pytest.param("text", unread(), WIDE, "unread.txt", id="not read in full"),
    pytest.param("json", unread(), WIDE, "unread.json", id="not read in full, json"),
    pytest.param("text", record(), WIDE, "record.txt", id="a record"),
    pytest.param("plain", record(), WIDE, "record-plain.txt", id="a record, plain"),
    pytest.param("text", assembly(), WIDE, "assembly.txt", id="many members"),
    pytest.param(
        "text", assembly(), NARROW._replace(show_all=True), "assembly-narrow.txt", id="many, narrow"
    ),
    pytest.param("plain", assembly(), WIDE, "assembly-plain.txt", id="many members, plain"),
    pytest.param("text", beyond_a_limit(), WIDE, "whole.txt", id="a record as a whole"),
    pytest.param("text", beyond_a_limit(), NARROW, "whole-narrow.txt", id="a record as a whole, narrow"),
    pytest.param("text", beyond_a_limit(), WIDE._replace(show_all=True), "whole-all.txt", id="every entry"),
    pytest.param(
        "text", beyond_a_limit(), WIDE._replace(colour=True), "whole-colour.txt", id="a whole, colour"
    ),
    pytest.param("plain", beyond_a_limit(), WIDE, "whole-plain.txt", id="a record as a whole, plain"),
    pytest.param(
        "plain", beyond_a_limit(), WIDE._replace(verbose=True), "whole-verbose.txt", id="a whole, verbose"
    ),
    pytest.param("json", beyond_a_limit(), WIDE, "whole.json", id="a record as a whole, json"),
    pytest.param("text", in_order(), WIDE, "whole-kept.txt", id="a record in order"),
    pytest.param("plain", in_order(), WIDE, "whole-kept-plain.txt", id="a record in order, plain"),
]


@pytest.mark.parametrize(("name", "given", "options", "file"), CASES)
def test_verdict_golden(name: str, given: Check, options: Options, file: str) -> None:
    page = renderer(name)(given, options)
    kept = GOLDEN / file
    if os.environ.get("COALCHECK_RESET"):
        kept.write_bytes(page.encode())
    assert page == kept.read_bytes().decode()


def test_no_verdict_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(case.values[3]) for case in CASES}
