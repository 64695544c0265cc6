"""Inputs made to exhaust, crash or mislead a reader.

As a script it reads each of them in a process of its own and prints what that cost.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Final

from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

MB: Final = 1024 * 1024


def _bomb(levels: int, width: int) -> str:
    rows = ["a0: &a0 [" + ", ".join(["x"] * width) + "]"]
    rows += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(rows) + "\n"


def _merge_bomb() -> str:
    rows = ["a0: &a0 {" + ", ".join(f"k{n}: x" for n in range(1000)) + "}"]
    rows += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], m{n}: y}}" for n in range(1, 400)]
    return "\n".join(rows) + "\n"


INPUTS: Final[dict[str, Callable[[], bytes | str]]] = {
    "alias bomb of nine times nine": lambda: _bomb(9, 9),
    "alias bomb of thirty times two": lambda: _bomb(30, 2),
    "merge keys of merge keys": lambda: _merge_bomb(),  # noqa: PLW0108 -- like its neighbours
    "aliases nested deeper than any text": lambda: "\n".join(
        ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 400)]
    ),
    "an alias inside itself": lambda: "a: &a [*a, *a]\n",
    "thirty thousand square brackets": lambda: "[" * 30_000,
    "thirty thousand braces": lambda: "{" * 30_000,
    "brackets opened and closed": lambda: "[" * 5_000 + "]" * 5_000,
    "five thousand levels of keys": lambda: "".join(" " * n + f"k{n}:\n" for n in range(1, 2_500)),
    "five thousand dashes in a row": lambda: "- " * 5_000 + "x",
    "question marks in a row": lambda: "? " * 5_000 + "x",
    "a text of ten megabytes": lambda: b"a: " + b"x" * 10 * MB,
    "a text of almost five megabytes": lambda: b"a: " + b"x" * (5 * MB - 100),
    "a folded text of almost five megabytes": lambda: b"a: >\n" + (b"  " + b"x" * 98 + b"\n") * 50_000,
    "five megabytes of blanks": lambda: b" " * (5 * MB - 100),
    "a text, blanks, a text": lambda: b"a: x" + b" " * (5 * MB - 200) + b"y: z",
    "five megabytes of line ends": lambda: b"\n" * (5 * MB - 100),
    "five megabytes of carriage returns": lambda: b"\r" * (5 * MB - 100),
    "five megabytes of items": lambda: b"- \n" * (MB + MB // 2),
    "ninety-nine thousand items": lambda: b"- a\n" * 99_000,
    "five megabytes of commas": lambda: b"[" + b"," * (5 * MB - 100),
    "five megabytes of bare words in braces": lambda: b"{" + b"a," * (2 * MB),
    "forty thousand bare words in braces": lambda: "[" + ", ".join("{a: b, c}" for _ in range(20_000)) + "]",
    "five megabytes of colons": lambda: b"a: " + b"b: " * (MB + MB // 2),
    "five megabytes of quotes": lambda: b"a: " + b'" ' * (2 * MB),
    "quotes on many lines": lambda: b'a: "b\n' * 40_000,
    "brackets on many lines": lambda: b"a: [b\n" * 40_000,
    "colons on many lines": lambda: b"a: b: c\n" * 40_000,
    "tabs on many lines": lambda: b"a:\n" + b"\tb: c\n" * 40_000,
    "odd characters on many lines": lambda: "a\u200b: b\u00a0c\x07\n" * 40_000,
    "characters without width in one line": lambda: "a: " + "\u200b" * 1_500_000,
    "odd spaces in one line": lambda: "a:" + "\u00a0" * 2_000_000 + "b",
    "numbers with marks on many lines": lambda: "".join(f"k{n}: 1.234\n" for n in range(40_000)),
    "dates on many lines": lambda: "".join(f"k{n}: 1/2/2026\n" for n in range(40_000)),
    "dates in one line": lambda: "a: [" + ", ".join(["1/2/2026"] * 40_000) + "]",
    "cut sentences on many lines": lambda: "".join(f"k{n}: b #9\n" for n in range(40_000)),
    "curled quotes in one line": lambda: "a: [" + ", ".join(["\u201cb"] * 40_000) + "]",
    "the same key again and again": lambda: b"a: b\n" * 49_000,
    "keys that are lists": lambda: "{" + ", ".join("[a]: b" for _ in range(20_000)) + "}",
    "labels that nothing uses": lambda: "".join(f"- &a{n} b\n" for n in range(40_000)),
    "instructions": lambda: "- !!python/object/apply:os.system [ls]\n" * 20_000,
    "an instruction of a megabyte": lambda: "a: !" + "x" * MB + " b\n",
    "a label of a megabyte": lambda: "a: &" + "x" * MB + " b\n",
    "labels and instructions in a row": lambda: "a: " + "&b !c " * 50_000,
    "a number of a million digits": lambda: "a: " + "9" * MB,
    "a power of a million digits": lambda: "a: 1e" + "9" * MB,
    "a number no computer holds": lambda: "a: 1e400\nb: .inf\nc: .nan\nd: -1e-99999999999999999999\n",
    "a hexadecimal number of a million digits": lambda: "a: 0x" + "f" * MB,
    "a directive": lambda: "%YAML 3.0\n---\na: b\n",
    "forty thousand documents": lambda: "---\n" * 40_000,
    "Latin-1": lambda: "name: Alian\u00e7a".encode("latin-1"),
    "every byte": lambda: bytes(range(256)) * 1000,
    "UTF-16": lambda: "name: Clean Air\n".encode("utf-16"),
    "UTF-16 without its mark": lambda: "name: Clean Air\n".encode("utf-16-le"),
    "UTF-32": lambda: "name: Clean Air\n".encode("utf-32"),
    "half a character of UTF-16": lambda: b"\xff\xfen\x00a",
    "zeros": lambda: b"\x00" * MB,
    "a zero in a word": lambda: b"na\x00me: x\n",
    "half a character": lambda: "name: \ud800\n",
    "half a character by its number": lambda: 'name: "\\ud800"\n',
    "an escape of the terminal": lambda: "name: \x1b[31mred\n",
    "marks at the start, twice": lambda: b"\xef\xbb\xbf\xef\xbb\xbfname: x\n",
    "line ends of Windows": lambda: b"name: x\r\nkind: y\r\n",
    "nothing": lambda: b"",
    "a mark and nothing": lambda: b"\xef\xbb\xbf",
}


def measure(name: str) -> str:
    """Read one input; its name, seconds of the processor, peak in kilobytes, problems, and their kinds."""
    data = INPUTS[name]()
    began = time.process_time()
    document = read(data, "hostile")
    if document.root is not None:
        plain(document.root)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kinds = sorted({problem.kind for problem in document.problems})
    return f"{name}\t{seconds:.3f}\t{peak}\t{len(document.problems)}\t{' '.join(kinds)}\n"


def main(names: list[str]) -> None:
    """Measure some inputs, each in a process of its own; one that ends badly leaves its name and status."""
    for name in names:
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_AS, (1024 * MB, 1024 * MB))
            resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
            os.write(1, measure(name).encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            os.write(1, f"{name}\tended with {status}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1:] or list(INPUTS))
