"""A first charter, made of a few answers: in block style, each part with a note on what it is for.

It begins at the stage *exploring*, at which little is asked: who signs, what each one brings and when it ends
can be open as long as you are getting to know one another. What is open is marked; setting the stage to
*draft* is how one asks what is still to settle.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coalcheck.engine.facts.pasting import quoted
from coalcheck.engine.starting.founding import OPEN, Founding
from coalcheck.engine.starting.rules import deciding, has_body

SCHEMA_FILE: Final = "charter.schema.json"
MARK: Final = "# To settle:"

_MODELS: Final = {
    "opportunistic": "one win within a set time; you part friends when it is done",
    "values-bridge": "one shared value across disagreements that stay",
    "structural": "a common fund or body, and a tie that is meant to last",
}
_GOVERNANCES: Final = {
    "distributed": "each matter is decided by those who know it best, or by all of you",
    "centralized": "a small body decides, within limits",
    "hybrid": "a small body decides from day to day, all of you decide the rest",
}
_LASTING: Final = "structural"


def compose(founding: Founding) -> str:
    """The text of the file."""
    parts = (
        _head(founding),
        _members(founding),
        deciding(founding),
        _scope(founding),
        _leaving(founding),
        _talking(),
    )
    return "\n".join(parts)


def _head(founding: Founding) -> str:
    lines = [
        f"# yaml-language-server: $schema=./{SCHEMA_FILE}",
        "# A charter is what you agree on before you act together. Everybody named here signs all of it.",
        f'# What nobody has settled yet is marked "{MARK[2:]}". The rules below are a beginning, and not an',
        "# agreement: change what does not fit you.",
        "coalcheck: 1",
        _text("name", founding.name, "what is it called?"),
        "kind: coalition",
        _choice("model", founding.model, _MODELS, founding),
        _choice("governance", founding.governance, _GOVERNANCES, founding),
        *_small(founding),
        "stage: exploring   # exploring, draft or signed; from draft on all is asked that is to be settled",
        _text("purpose", founding.purpose, "one sentence: what will be different when you have done it?"),
    ]
    if founding.starts is not None or founding.ends is not None:
        lines += ["", "term:"]
        lines += [f"  starts: {founding.starts}" if founding.starts else f"  {MARK} starts: from which day?"]
        lines += [f"  ends: {founding.ends}" if founding.ends else f"  {MARK} ends: until which day?"]
    else:
        lines += [
            "",
            f"{MARK} from which day, and until when?",
            "# term:",
            "#   starts: ...",
            "#   ends: ...",
        ]
    return "\n".join(lines) + "\n"


def _choice(key: str, chosen: str, meanings: Mapping[str, str], founding: Founding) -> str:
    """A key with one of a few words, and what it means; marked, with the others, where nobody chose it."""
    if key not in founding.assumed:
        return f"{key}: {chosen}   # {meanings[chosen]}"
    others = " or ".join(word for word in meanings if word != chosen)
    return f"{key}: {chosen}   {MARK} {meanings[chosen]}? Or {others}?"


def _small(founding: Founding) -> list[str]:
    """A note where a small body was asked for, and all of you are no more than that."""
    if founding.governance == "distributed" or has_body(founding):
        return []
    return [f"{MARK} two members decide together here; with a third, name a small body, or write distributed"]


def _members(founding: Founding) -> str:
    lines = [
        "# Each member writes its own entry. Say what you are yourself, never what you think of another.",
        "# Before you sign, each entry gets these lines too, in the words of the member:",
        "#   role: what it does, in a sentence",
        "#   commits: {staff: so many hours a month}",
        "#   success: what success is for it",
        "#   signatory: {name: who may sign for it, position: as what}",
        "members:",
    ]
    for each in founding.members:
        lines += [f"  - id: {each.id}", f"    {_text('name', each.name, 'who is it?')}"]
        lines += [f"    {MARK} role, commits, success, signatory"]
    return "\n".join(lines) + "\n"


def _scope(founding: Founding) -> str:
    lines = ["# Where it stops: inside what you do together, outside what you never touch."]
    lines += ["# What you know you disagree on goes under set_aside: it keeps the peace later.", "scope:"]
    if founding.inside:
        lines += ["  inside:", "    - id: our-matter", f"      about: {quoted(founding.inside)}"]
    else:
        lines += [f"  {MARK} inside: what is it about?"]
    if founding.outside:
        lines += ["  outside:", "    - id: not-ours", f"      about: {quoted(founding.outside)}"]
    else:
        lines += [f"  {MARK} outside: what do you leave out?"]
    lines += [f"  {MARK} set_aside: what do you disagree on, and leave alone?"]
    if founding.money == "none":
        lines += ["  money: Each member pays its own part; there is no joint money."]
    elif founding.money:
        lines += ["  money:", f"    in_all: {founding.money}"]
        lines += [f"    {MARK} one_decision: how much at most may one decision spend?"]
    else:
        lines += [f"  {MARK} money: how much may be spent in all, and by one decision?"]
    return "\n".join([*lines, "  widen: change"]) + "\n"


def _leaving(founding: Founding) -> str:
    lasting = founding.model == _LASTING
    lines = [
        "# Easy leaving is a strength: nobody has to fight for the door.",
        "exit:",
        f"  notice: {'6 months' if lasting else '7 days'}",
        "  in_writing_to: all members",
        "  never_needs: consent of the others",
        "  money_back: unspent share",
        "  joint_texts: name removed from the next one on",
    ]
    if lasting:
        lines += ["  cost: what fell due before, nothing more"]
    lines += [
        "  data: what was given goes back, or is deleted, within 30 days",
        "  handover: Its roles go to a member that all of you name within the notice.",
    ]
    return "\n".join(lines) + "\n"


def _talking() -> str:
    lines = [
        "# A short regular talk does more than any clause.",
        "check_ins:",
        "  every: month",
        "  minutes: 30",
        "",
        "# Where decisions are written down, so that nobody has to remember them.",
        "records:",
        "  where: the folder decisions beside this file",
        "  kept_by: each of us in turn",
        "  read_by: all members",
        "  within: 7 days",
    ]
    return "\n".join(lines) + "\n"


def _text(key: str, answer: str, question: str) -> str:
    """A key with its answer; open, and marked, where there is none."""
    return f"{key}: {quoted(answer)}" if answer else f"{key}: {OPEN}   {MARK} {question}"
