"""Text from a file, made safe for a screen: it may show, it may not command."""

from __future__ import annotations

import re

# Control characters can move a cursor or recolour a terminal, and directional marks can show a line in
# another order than it is read in. Tabs and line ends are left to the caller.
_COMMANDING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Replace every character that would act on the screen; each by exactly one, so that columns stay."""
    # All of these count as not printable, and hardly any text holds one: the pattern is seldom even compiled.
    return text if text.isprintable() else re.sub(_COMMANDING, REPLACEMENT, text)
