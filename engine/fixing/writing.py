"""A file is written anew as a whole or not at all, and only if it is still the file that was read."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


class NotWritten(Exception):
    """A mended file could not be put in its place; the message is a sentence for whoever asked for it."""


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """Put new content in the place of a file; its permissions stay, and a link stays a link.

    Args:
        path: the file.
        before: what was read of it.
        after: what it is to hold.

    Raises:
        NotWritten: it holds something else by now, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    draft = ""
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "it may not be changed")
        handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        shutil.copymode(target, draft)
        if target.read_bytes() != before:
            msg = f"{path} was changed by somebody else in the meantime and stays as it is; run this again."
            raise NotWritten(msg)
        Path(draft).replace(target)
    except OSError as error:
        msg = f"{path} cannot be written: {(error.strerror or 'no place').lower()}."
        raise NotWritten(msg) from error
    finally:
        if draft:
            with suppress(OSError):
                Path(draft).unlink()
