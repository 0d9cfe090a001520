"""Does it fit? A file too large for this machine is refused before it fills the memory."""

from __future__ import annotations

from pathlib import Path

from throughcare.errors import BadInput

# Measured on rows of the real file's shape; tests/intake/test_large_files.py keeps them honest.
BYTES_A_ROW = 600
BYTES_A_RECORD = 700
# calamine holds a whole unpacked sheet; packed text shrinks to about a twentieth.
SHEET_GROWTH = 20
_MEMINFO = Path("/proc/meminfo")
_GIGABYTE = 1_000_000_000


def available() -> int | None:
    """Bytes that programs may still use; None where the machine does not tell."""
    try:
        for line in _MEMINFO.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        return None
    return None


def check_fits(path: Path, rows: int, records_a_row: int = 1) -> None:
    """Refuse a file whose records would not fit. Raises BadInput."""
    _refuse_beyond(path, needed(rows, records_a_row), f"about {rows:,} rows")


def needed(rows: int, records_a_row: int) -> int:
    """Bytes that so many rows take once they are records."""
    return rows * (BYTES_A_ROW + records_a_row * BYTES_A_RECORD)


def check_sheet_fits(path: Path) -> None:
    """Refuse a workbook that would not fit when unpacked. Raises BadInput."""
    packed = path.stat().st_size
    what = f"a workbook of {packed / 1_000_000:.0f} MB when unpacked"
    _refuse_beyond(path, packed * SHEET_GROWTH, what)


def _refuse_beyond(path: Path, size: int, what: str) -> None:
    free = available()
    if free is None or size <= free:
        return
    raise BadInput(
        f"{what}: this needs about {size / _GIGABYTE:.1f} GB of memory; "
        f"{free / _GIGABYTE:.1f} GB are free",
        where=str(path),
        remedy=(
            "split the file by prison or by year and check each part, keeping all rows of one "
            "person together, or use a machine with more memory"
        ),
    )
