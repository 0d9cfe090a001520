"""A file is read only so far as an instrument can be long."""

from __future__ import annotations

from pathlib import Path

from standards.rulebook.errors import Problem
from throughcare.casework.assessment.instruments.demands import limit


class Refused(Exception):
    """A file that is not even opened; `problem` says why and what to do."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        self.line, self.what, self.remedy = line, what, remedy
        super().__init__(what)

    def of(self, file: str) -> Problem:
        """The problem of the named file."""
        return Problem(file, self.line, self.what, self.remedy)


def bytes_of(path: Path) -> bytes:
    """What the file holds. Raises Refused where it cannot be read or is too large."""
    most = limit("most_bytes")
    try:
        if path.exists() and not path.is_file():
            raise Refused(1, "this is not a file", "name one file with one instrument (.yaml)")
        with path.open("rb") as opened:
            data = opened.read(most.value + 1)
    except OSError as error:
        raise Refused(
            1, f"cannot be read: {error.strerror}", "check that the file exists and may be read"
        ) from error
    if len(data) > most.value:
        what = f"the file is larger than {most.value} bytes and was not read"
        raise Refused(1, what, f"make it smaller: {most.why}")
    return data
