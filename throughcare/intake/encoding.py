"""Text files and their encodings: UTF-8 unless the mapping says otherwise."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TextIO

from throughcare.errors import BadInput

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def open_text(path: Path, encoding: str | None) -> TextIO:
    """Open for reading, line ends untouched. Raises BadInput on an unknown encoding."""
    if encoding is None:
        with path.open("rb") as stream:
            mark = stream.read(2)
        if mark in _UTF16_MARKS:
            raise BadInput(
                "the file is in UTF-16, not UTF-8 (its first bytes say so)",
                where=str(path),
                remedy="save it as 'CSV UTF-8', or write `encoding: utf-16` in the mapping",
            )
    return path.open(encoding=_python_name(encoding), newline="")


def wrong_encoding(path: Path, encoding: str | None) -> BadInput:
    """The refusal of a file that does not decode: which byte, in which line, and what to do."""
    decoder = codecs.getincrementaldecoder(_python_name(encoding))()
    offset = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                decoder.decode(line)
            except UnicodeDecodeError as error:
                # A wide encoding may hold bytes of the line before; then this points to its end.
                at = max(error.start, 0)
                return _refusal(path, encoding, number, offset + at + 1, error.object[at])
            offset += len(line)
    return _refusal(path, encoding, number, offset, 0)


def _refusal(path: Path, encoding: str | None, line: int, byte: int, value: int) -> BadInput:
    name = encoding or "UTF-8"
    return BadInput(
        f"the text is not in {name}: byte {byte} of the file (0x{value:02X}) does not fit",
        where=f"{path} line {line}",
        remedy=(
            "save it as 'CSV UTF-8' in the program it comes from, or write its encoding in "
            "the mapping, for example `encoding: cp1252` (Windows, western Europe), "
            "`cp1251` (Cyrillic) or `cp1256` (Arabic)"
        ),
    )


def _python_name(encoding: str | None) -> str:
    if encoding is None:
        return "utf-8-sig"
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise BadInput(
            f"'{encoding}' is not an encoding",
            where="encoding in the mapping",
            remedy="write utf-8, cp1252, cp1251, cp1256, utf-16, or leave it out for UTF-8",
        ) from error
    return "utf-8-sig" if name == "utf-8" else name
