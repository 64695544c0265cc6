"""The page on mending lists what the table of slips holds; ``COALCHECK_RESET=1`` writes the lists anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mending import text_of

from coalcheck.engine.facts.mending import IN_A_RULE, RESPELT, REWRITTEN, SAFE, SUGGESTED
from coalcheck.engine.policy.load import shipped

PAGE = Path(__file__).parents[2] / "docs/fixing.md"
RESET = os.environ.get("COALCHECK_RESET") == "1"
TITLES = {policy.name: (policy.code, policy.title) for policy in shipped()}
WITHOUT_ASKING = SAFE | {name for table in (RESPELT, REWRITTEN) for name, certain in table.items() if certain}
BEYOND = (
    SUGGESTED
    | IN_A_RULE
    | {name for table in (RESPELT, REWRITTEN) for name, certain in table.items() if not certain}
)
ALIKE = "what differs in capitals or hyphens only is mended without asking"


def rows(names: frozenset[str] | set[str]) -> str:
    listed = sorted((*TITLES[name], name) for name in names)
    return "".join(
        f"- {title} ({code}){f'; {ALIKE}' if RESPELT.get(name) is False else ''}\n"
        for code, title, name in listed
    )


def with_list(text: str, heading: str, names: frozenset[str] | set[str]) -> str:
    mark = f"<!-- {heading} -->\n"
    assert mark in text
    return re.sub(rf"{mark}(?:\n(?:- .*\n)+)?", lambda _: f"{mark}\n{rows(names)}", text)


def test_the_page_is_fresh() -> None:
    text = PAGE.read_text("utf-8")
    fresh = with_list(
        with_list(text, "what is mended without asking", WITHOUT_ASKING), "what is suggested", BEYOND
    )
    if RESET:
        PAGE.write_text(fresh, "utf-8")

    assert PAGE.read_text("utf-8") == fresh


SHOWN = re.compile(r"(<!-- (before|after) -->\n\n```text\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)


def test_what_is_shown_is_what_comes_of_it() -> None:
    text = PAGE.read_text("utf-8")
    shown = {found[2]: found[3] for found in SHOWN.finditer(text)}
    made = text_of(shown["before"])
    if RESET:
        fresh = SHOWN.sub(
            lambda found: found[0] if found[2] == "before" else found[1] + made + found[4], text
        )
        PAGE.write_text(fresh, "utf-8")
        shown["after"] = made

    assert set(shown) == {"before", "after"}
    assert shown["after"] == made != shown["before"]
