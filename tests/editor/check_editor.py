"""The schemas in an editor: what the YAML language server completes, explains and marks with them.

Apart from the tests, since it needs node and a package of the npm registry: ``just editor``. Each line that
is printed says what an editor does; the exit code is 1 if one of them is not so, and 2 if no server answers.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from language_server import LanguageServer, NoAnswer

ROOT = Path(__file__).parents[2]
CHARTER = (ROOT / "docs/examples/first.charter.yaml").read_text(encoding="utf-8")
LETTER = (ROOT / "docs/examples/letter.yaml").read_text(encoding="utf-8")
MODELINE = "# yaml-language-server: $schema=./{}.schema.json\n"


def schema(kind: str) -> str:
    """What ``coalcheck schema`` prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "coalcheck", "schema", kind]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def described(kind: str, key: str) -> str:
    """What the schema says of a key at the top; of what stands under it, where that has words of its own."""
    whole = json.loads(schema(kind))
    found = whole["properties"][key]
    for part in found.get("allOf", ()):
        found = whole["definitions"][part["$ref"].rpartition("/")[2]]
    said: str = found["description"]
    return said


def meant(kind: str, key: str, value: str) -> str:
    """What the schema says of one of the words that a key takes."""
    found = json.loads(schema(kind))["properties"][key]["oneOf"]
    (said,) = (str(each["description"]) for each in found if each["const"] == value)
    return said


def completed(server: LanguageServer, name: str, text: str) -> set[str]:
    """What is offered where a text has a ``^``."""
    before, _, after = text.partition("^")
    server.problems(name, before + after)
    lines = before.split("\n")
    offered: Any = server.at("completion", name, len(lines), len(lines[-1]) + 1)
    items = offered["items"] if isinstance(offered, dict) else offered
    return {str(item["label"]).strip() for item in items or ()}


def hovered(server: LanguageServer, name: str, text: str, word: str) -> str:
    """What is said of the first place at which a word begins a line."""
    server.problems(name, text)
    line = next(number for number, row in enumerate(text.split("\n"), start=1) if row.startswith(word))
    shown = server.at("hover", name, line, 2)
    return "" if shown is None else str(shown["contents"]["value"])


def marked(server: LanguageServer, name: str, text: str) -> list[tuple[int, str]]:
    """The lines that are marked, each with what is said."""
    return [
        (each["range"]["start"]["line"] + 1, str(each["message"])) for each in server.problems(name, text)
    ]


def checks(server: LanguageServer) -> Iterator[tuple[str, bool, object]]:
    """What an editor has to do: in words, whether it does, and what it did."""
    charter, letter = MODELINE.format("charter") + CHARTER, MODELINE.format("action") + LETTER
    found: object = marked(server, "charter.yaml", charter)
    yield "a charter that is ready has no mark", found == [], found
    found = marked(server, "letter.yaml", letter)
    yield "an action that reads has no mark", found == [], found

    lines = charter.split("\n")
    at = next(number for number, row in enumerate(lines, start=1) if row.startswith("decisions:"))
    wrong = "\n".join([*lines[: at - 1], "decissions: {}", *lines[at - 1 :]])
    found = marked(server, "charter.yaml", wrong)
    yield (
        "an unknown key is marked on its line",
        [line for line, said in found if "decissions" in said] == [at],
        found,
    )
    wrong = charter.replace("stage: draft", "stage: drafft")
    at = next(number for number, row in enumerate(wrong.split("\n"), start=1) if "drafft" in row)
    found = marked(server, "charter.yaml", wrong)
    yield "a word that is none of those known is marked", [line for line, _ in found] == [at], found
    wrong = f"{letter}attendance: [breathe]\n"
    found = marked(server, "letter.yaml", wrong)
    at = len(wrong.split("\n")) - 1
    yield (
        "an unknown key of an action is marked",
        [line for line, said in found if "attendance" in said] == [at],
        found,
    )

    words = {"stage": meant("charter", "stage", "draft")}
    for key in ("purpose", "decisions", "scope", "stage"):
        said = hovered(server, "charter.yaml", charter, key)
        known = words.get(key) or described("charter", key)
        yield f"over {key}: the schema's words are shown", " ".join(known.split())[:60] in plain(said), said
    said = hovered(server, "letter.yaml", letter, "action")
    yield "over action: the schema's words are shown", described("action", "action")[:60] in plain(said), said

    short = MODELINE.format("charter") + "name: X\n"
    offered = completed(server, "charter.yaml", f"{short}^")
    yield (
        "at the top: keys are offered",
        {"purpose", "members", "decisions", "exit", "scope"} <= offered,
        offered,
    )
    yield "at the top: what is there is not offered again", "name" not in offered, offered
    offered = completed(server, "charter.yaml", f"{short}model: ^")
    models = {"opportunistic", "values-bridge", "structural"}
    yield "behind model: the three are offered", models <= offered, offered
    offered = completed(server, "charter.yaml", f"{short}decisions:\n  change:\n    ^")
    yield "in a decision: its keys are offered", {"passes", "covers", "quorum", "notice"} <= offered, offered
    offered = completed(server, "charter.yaml", f"{short}members:\n  - ^")
    yield "in a member: its keys are offered", {"id", "name", "role"} <= offered, offered
    offered = completed(server, "letter.yaml", f"{MODELINE.format('action')}^")
    yield "in an action: its keys are offered", {"action", "date", "ballots", "about"} <= offered, offered


def plain(markdown: str) -> str:
    """A text without the marks and escapes of Markdown."""
    return " ".join(markdown.replace("\\", "").replace("&nbsp;", " ").split())


def main(command: list[str]) -> int:
    """Run every check, print each, and say how it ended."""
    amiss = 0
    with tempfile.TemporaryDirectory() as place:
        # The server compares paths as they are on the disk.
        folder = Path(place).resolve()
        for kind in ("charter", "action"):
            (folder / f"{kind}.schema.json").write_text(schema(kind), encoding="utf-8")
        try:
            with LanguageServer(command, folder) as server:
                for words, holds, shown in checks(server):
                    sys.stdout.write(f"{'yes' if holds else 'NO '} {words}\n")
                    if not holds:
                        amiss += 1
                        sys.stdout.write(f"    instead: {shown}\n")
        except (NoAnswer, OSError) as error:
            sys.stderr.write(f"No answer from the language server: {error}\n")
            return 2
    return int(amiss > 0)


if __name__ == "__main__":
    # It runs in a folder of its own, so a path from here would lead nowhere.
    sys.exit(main([*(str(Path(word).absolute()) for word in sys.argv[1:2]), *sys.argv[2:], "--stdio"]))
