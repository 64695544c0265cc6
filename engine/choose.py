"""The pipeline of a private file: path to document to model to answer, and what is wrong with the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from coalcheck import __version__
from coalcheck.engine.choosing.answer import Answer
from coalcheck.engine.choosing.assess import assess
from coalcheck.engine.choosing.load import is_charter, load
from coalcheck.engine.choosing.privacy import told
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.matcher import choose as matcher
from coalcheck.engine.source.files import SHOWN_AS_INPUT, STANDARD_INPUT, shown
from coalcheck.engine.source.limits import MOST_BYTES
from coalcheck.engine.source.read import read


class Unreadable(Exception):
    """The path that was named cannot be read; the message is a sentence for whoever typed it."""


class NotPrivate(Exception):
    """The path that was named is a charter; the message says which command reads it."""


class NothingToChoose(Exception):
    """The file holds no keys yet; the message says how one begins."""


class Choice(Struct, frozen=True):
    """An answer, and what was found in the file itself.

    Attributes:
        answer: None where the file holds nothing that can be read.
        result: the findings about the file.
        version: the release that answers.
    """

    answer: Answer | None
    result: Result
    version: str

    def exit_code(self) -> int:
        """1 where the file has something to settle, 3 where it asks for no answer yet, else 0."""
        if self.result.count(Severity.ERROR):
            return 1
        empty = self.answer is None or not (self.answer.views or any(need.row for need in self.answer.needs))
        return 3 if empty else 0


_NO_KEYS = frozenset({"empty-file", "not-a-mapping"})
"""What the reader says where there is nothing to read; it then speaks of how a charter begins."""


def choose(path: str, *, stdin: Callable[[], bytes]) -> Choice:
    """Read a private file, or ``-`` for standard input, and say what each part of it points to.

    Raises:
        Unreadable: the file cannot be read.
        NotPrivate: it is a charter.
        NothingToChoose: it is empty, or a list, or one text.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    data = stdin() if path == STANDARD_INPUT else _data(path)
    document = read(data, SHOWN_AS_INPUT if path == STANDARD_INPUT else shown(path))
    if is_charter(document):
        msg = f"{document.name} is a charter, which all of you read: coalcheck validate {document.name}. "
        raise NotPrivate(f"{msg}What you think of partners belongs into private/choosing.yaml.")
    loaded = load(document)
    if loaded.choosing is None and {problem.kind for problem in loaded.problems} <= _NO_KEYS:
        msg = f"{document.name} holds no keys yet. Begin with choosing: 1, then candidates: and a name below."
        raise NothingToChoose(msg)
    facts = file_facts(loaded.problems)
    found = findings(matcher("auto", shipped()).match(facts), facts, asked(shipped(), Profile()), document)
    lies = () if path == STANDARD_INPUT else tuple(told(Path(path)))
    answer = None if loaded.choosing is None else assess(loaded.choosing, lies)
    return Choice(answer, Result(document.name, "choosing", found, lines=document.lines), __version__)


def _data(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            # One byte more than is read, so that the reader can say that the file is too large.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        msg = f"{path} cannot be read: {reason}."
        raise Unreadable(msg) from error
