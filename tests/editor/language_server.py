"""A client for the YAML language server: the part of an editor that a schema has to do with."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

PATIENCE = 30.0
"""Seconds after which the server is taken to have stopped."""

_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        # Otherwise it would ask a catalogue on the network which schema a file may have.
        "schemaStore": {"enable": False},
    }
}


class NoAnswer(Exception):
    """The server said nothing in time, or refused."""


class LanguageServer:
    """One server on one folder, from start to end of a ``with`` block."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._command = command
        self._folder = folder
        self._told: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        self._versions: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Start it, and tell it what an editor can do."""
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        threading.Thread(target=self._listen, daemon=True).start()
        folder = self._folder.as_uri()
        can = {
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            },
            "workspace": {"configuration": True},
        }
        self.ask("initialize", {"processId": None, "rootUri": folder, "capabilities": can})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, whatever came before."""
        self._process.kill()
        self._process.wait()

    def problems(self, name: str, text: str) -> list[dict[str, Any]]:
        """What it marks in a file of this name and text, once it has read that text."""
        self._write(name, text)
        uri, version = self._uri(name), self._versions[name]
        # It may first tell of the text before: asked for something else, it has read what came until then.
        self.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        marked = self._until(
            lambda said: (
                said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri
            )
        )
        assert version == self._versions[name]
        found: list[dict[str, Any]] = marked["params"]["diagnostics"]
        return found

    def at(self, method: str, name: str, line: int, column: int) -> Any:
        """What it says of a place, both counted from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(
            f"textDocument/{method}", {"textDocument": {"uri": self._uri(name)}, "position": place}
        )

    def ask(self, method: str, given: object) -> Any:
        """Ask, and wait for the answer."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": given})
        kept: list[dict[str, Any]] = []

        def is_answer(said: dict[str, Any]) -> bool:
            if said.get("id") == number and "method" not in said:
                return True
            kept.append(said)
            return False

        answer = self._until(is_answer)
        for said in kept:
            self._told.put(said)
        if "error" in answer:
            raise NoAnswer(str(answer["error"]))
        return answer.get("result")

    def _write(self, name: str, text: str) -> None:
        while not self._told.empty():
            self._told.get()
        (self._folder / name).write_text(text, encoding="utf-8")
        document: dict[str, Any] = {"uri": self._uri(name)}
        if name not in self._versions:
            self._versions[name] = 1
            document |= {"languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
            return
        self._versions[name] += 1
        document["version"] = self._versions[name]
        self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _until(self, wanted: Any) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                said = self._told.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                msg = "The language server said nothing in time."
                raise NoAnswer(msg) from None
            if "method" in said and "id" in said:
                self._answer(said)
            elif wanted(said):
                return said

    def _answer(self, asked: dict[str, Any]) -> None:
        """It asks back what is set; of everything else nothing is."""
        result: object = None
        if asked["method"] == "workspace/configuration":
            result = [_SETTINGS.get(item.get("section", "")) for item in asked["params"]["items"]]
        self._send({"id": asked["id"], "result": result})

    def _tell(self, method: str, given: object) -> None:
        self._send({"method": method, "params": given})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()

    def _listen(self) -> None:
        while True:
            length = 0
            while (line := self._out.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            self._told.put(json.loads(self._out.read(length)))
