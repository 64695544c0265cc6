"""Files as other programs name them: relative, with forward slashes, every other sign percent-encoded."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from coalcheck.engine.source.files import SHOWN_AS_INPUT

_DRIVE: Final = re.compile(r"[A-Za-z]:/")


def uri(file: str) -> str:
    """The URI of a file as it is shown; a reference relative to the root of the repository where it has one.

    A colon is encoded too: ``a:b.yaml`` would else begin with a scheme. Half a character, as a name of a file
    can hold, is given as the byte that it stands for.
    """
    path = quote(file.encode("utf-8", "surrogateescape"), safe="/")
    if file.startswith("/"):
        return f"file://{path}"
    return f"file:///{path}" if _DRIVE.match(file) else path


def has_base(file: str) -> bool:
    """Whether the URI is relative to something: neither an absolute path nor standard input is."""
    return file != SHOWN_AS_INPUT and not file.startswith("/") and _DRIVE.match(file) is None
