"""Our own instrument, a small change of it on disk, and one under a licence with made-up words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from throughcare.casework.assessment.instruments import catalogue

GENERIC = Path(catalogue.__file__).parent / "generic.yaml"
TEXT = GENERIC.read_text(encoding="utf-8")

OPEN_LICENCE = "licence: {kind: open, name: CC0-1.0}"
HOLDERS_LICENCE = (
    "licence: {kind: licensed, holder: House of Tools, reference: Agreement 7, from: 2026-01-01}"
)
Change = Callable[..., Path]


def changed(old: str, new: str, text: str = TEXT) -> str:
    """The text with the first `old` replaced, which must be there, or nothing would be tested."""
    assert old in text, old
    return text.replace(old, new, 1)


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """Write our instrument to disk with one text replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        path = tmp_path / "changed.yaml"
        path.write_text(changed(old, new) if old else TEXT, encoding="utf-8")
        return path

    return write
