"""Which format is written where: an output belongs to the format that was named before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Unclear(Exception):
    """Formats and outputs that do not go together; the message is a sentence for whoever typed them."""


def targets(typed: Sequence[str], names: Sequence[str], outputs: Sequence[str]) -> list[tuple[str, str]]:
    """Pair each format with the output typed after it; an empty output is the screen.

    Args:
        typed: the options in the order in which they were typed; of these ``names`` and ``outputs`` count.
        names: the formats, in their order; where none is typed, the one that is set.
        outputs: the files, in their order.

    Raises:
        Unclear: two outputs for one format, or two formats for one place.
    """
    # What was not typed is a setting, and takes the place of text.
    usual = names[0] if names and "names" not in typed else "text"
    name, output = iter(names), iter(outputs)
    paired: list[tuple[str, str]] = []
    for option in typed:
        if option == "names":
            paired.append((next(name), ""))
        elif option == "outputs":
            last, taken = paired.pop() if paired else (usual, "")
            if taken:
                msg = f"Two --output for one --format {last}; name a --format before each."
                raise Unclear(msg)
            paired.append((last, next(output)))
    if len({where for _, where in paired}) < len(paired):
        msg = "Two formats go to one place; put another --output FILE after each."
        raise Unclear(msg)
    return paired or [(usual, "")]
