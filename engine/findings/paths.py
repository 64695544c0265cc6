"""Patterns of paths, as in ``.gitignore``: ``old``, ``*.draft.yaml``, ``archive/**``."""

from __future__ import annotations

import re
from functools import lru_cache


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern means a file, by its name, its path, or a folder that it is in.

    Args:
        pattern: with a stroke inside it counts from the folder of the settings; without one it means a file
            or folder of this name anywhere. ``*`` and ``?`` stop at a stroke, ``**`` does not.
        path: relative to the folder of the settings, with ``/``.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    body = "".join(
        map(_piece, re.findall(r"/\*\*/|^\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", pattern.strip("/")))
    )
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{body}(?:/.*)?", re.DOTALL)


def _piece(sign: str) -> str:
    match sign:
        case "/**/":
            return "/(?:.*/)?"
        case "**/":
            return "(?:.*/)?"
        case "/**":
            return "/.*"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
        case _ if len(sign) > 1:
            negated = sign[1] == "!"
            inside = sign[1 + negated : -1].replace("\\", "\\\\").replace("^", "\\^").replace("[", "\\[")
            return f"(?!/)[{'^' if negated else ''}{inside.replace(']', chr(92) + ']')}]"
        case _:
            return re.escape(sign)
