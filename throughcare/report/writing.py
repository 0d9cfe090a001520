"""Writing a report to a file so that partial output never looks complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_READABLE = 0o666


def write_whole(path: Path, text: str) -> None:
    """Write beside the file and rename at the end: the name has all of the text or none.

    Whatever interrupts, the part written so far is removed.
    """
    if path.exists() and not path.is_file():  # /dev/null, a named pipe: nothing to rename
        path.write_bytes(text.encode("utf-8"))
        return
    handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(_usual_mode(path))
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _usual_mode(path: Path) -> int:
    """The mode the file has, or would have had if opened in the usual way."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _READABLE & ~mask
