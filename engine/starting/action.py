"""A new action file: the questions that it answers, and the file that is made of the answers.

The six questions on scope are: what is it about, in whose name, who gains besides you, what of yours is used,
until when, and with what strings. What is left empty stays open; "none" is an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.charter.load import load
from coalcheck.engine.source.read import read
from coalcheck.engine.starting.question import NotClear, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalcheck.engine.charter.model import Charter

_CHARTER: Final = "charter.yaml"
_RECORD: Final = "decisions"
_NONE: Final = frozenset({"none", "nothing", "nobody", "no", "-"})
_LONGEST_NAME: Final = 60
_WIDTH: Final = 100
_GAINER: Final = r"(?P<who>[^()]+?)\s*(?:\((?P<kind>[^()]*)\))?"


def questions(charter: Charter | None, today: date) -> tuple[Question, ...]:
    """What is asked, in order; of a charter that can be read its own words are offered.

    Args:
        charter: the charter in the folder, where there is one.
        today: the day that is offered.
    """
    decisions = " or ".join(charter.decisions) if charter is not None else "speak, spend, event and so on"
    scope = charter.scope if charter is not None else None
    topics = ", ".join(each.id for each in scope.inside if each.id) if scope is not None else ""
    members = ", ".join(each.id for each in charter.members) if charter is not None else ""
    of_members = f"one or more of {members}" if members else "the members that do it"
    of_topics = f"one or more of {topics}" if topics else "by its short name in the charter"
    return (
        Question("title", "What is it, as a heading?", "such as Open letter to the port council"),
        Question("action", "By which decision?", decisions),
        Question("date", "On which day is it decided?", f"such as {today.isoformat()}"),
        Question("about", "What is it about: which deal, law or event?", "in a few words"),
        Question("topics", "Which of the matters that you agreed on is that?", f"{of_topics}; or none"),
        Question("in_name_of", "In whose name is it done?", f"coalition, or {of_members}"),
        Question("benefits", "Who gains from it besides all of you?", "such as Local 9 (member); or none"),
        Question("uses", "What that belongs to all of you is used?", "such as name, contact list; or none"),
        Question("until", "Until when does it go on?", "a day; leave it empty where it is done once"),
        Question("conditions", "What do others ask in return?", "several with semicolons; or none"),
    )


def charter_in(folder: str = ".") -> Charter | None:
    """The charter of a folder, as far as it can be read; None where there is none."""
    path = Path(folder) / _CHARTER
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return load(read(data, path.name)).charter


def compose(answers: Mapping[str, str], text: str = "") -> str:
    """The action file: what was answered, a key each, in the order of the questions.

    Args:
        answers: key to answer; what is empty is left out.
        text: what is said or done in its own words, where that is known already.

    Raises:
        NotClear: an answer is no day, or there is nothing at all.
    """
    from yaml import safe_dump

    said = {**answers, "text": text}
    words = {key: " ".join(said.get(key, "").split()) for key in _ORDER}
    values = {key: _VALUES.get(key, _line)(answer) for key, answer in words.items() if answer}
    if not values:
        msg = "Nothing was answered, so there is nothing to write; a title is enough."
        raise NotClear(msg)
    made: str = safe_dump(values, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return made


def path_for(answers: Mapping[str, str], today: date) -> str:
    """Where the file goes: ``decisions/2026-05-12-open-letter.yaml``, after its day and its heading."""
    plain = unicodedata.normalize("NFKD", answers.get("title") or answers.get("about") or "action")
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    name = ""
    for word in words:
        if len(name) + len(word) > _LONGEST_NAME:
            break
        name = f"{name}-{word}" if name else word
    day = answers.get("date") or today.isoformat()
    return f"{_RECORD}/{day}-{name or 'action'}.yaml"


def is_there(path: str) -> bool:
    """Whether there is a file already, which is not to be written over unasked."""
    return Path(path).exists()


def write(path: str, text: str) -> None:
    """Write the file, with the folder that it goes to.

    Raises:
        NotClear: it cannot be written there.
    """
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        msg = f"{path} cannot be written: {(error.strerror or 'no place').lower()}."
        raise NotClear(msg) from error


def said_after(path: str, folder: str = ".") -> str:
    """What to do next, in two lines."""
    charter = _CHARTER if (Path(folder) / _CHARTER).is_file() else "CHARTER"
    return f"Written: {path}\nNext: coalcheck check {charter} {path}\n"


def _line(text: str) -> str:
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text} is no day; write it like 2026-05-12."
        raise NotClear(msg) from None


def _list(text: str) -> list[str]:
    return [] if text.lower() in _NONE else [part for each in text.split(",") if (part := each.strip())]


def _names(text: str) -> str | list[str]:
    found = _list(text)
    return found[0] if found == ["coalition"] else found


def _conditions(text: str) -> list[str]:
    return [] if text.lower() in _NONE else [part for each in text.split(";") if (part := each.strip())]


def _benefits(text: str) -> list[dict[str, str]]:
    rows = []
    for each in _list(text):
        found = re.fullmatch(_GAINER, each)
        parts = found.groupdict() if found is not None else {"who": each}
        rows.append({key: value.strip() for key, value in parts.items() if value and value.strip()})
    return rows


_VALUES: Final[Mapping[str, Callable[[str], Any]]] = {
    "date": _day,
    "until": _day,
    "topics": _list,
    "in_name_of": _names,
    "uses": _list,
    "benefits": _benefits,
    "conditions": _conditions,
}
"""How an answer becomes a value; the others are taken as they are."""
_ORDER: Final = (
    "action", "title", "in_name_of", "date", "about", "topics", "text", "benefits", "uses", "until",
    "conditions",
)  # fmt: skip
