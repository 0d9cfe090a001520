"""Cells become values: codes, numbers, dates. What does not fit is damage, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import isfinite
from sys import intern

from standards.instants import Instant, UnknownZone, zone_info
from throughcare.intake.dates import Misfit, read_date, to_instant
from throughcare.intake.model import Source, TableMap
from throughcare.intake.nearest import nearest
from throughcare.intake.tables import Cell, Row, text_of

SAMPLES = 200
# Years that a record can lie in. 9999 often stands for "no end", 1 or 1753 for "no date".
EARLIEST, LATEST = 1800, 2199
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_NOON = 12


class Damaged(Exception):
    """A row that cannot be taken in: why, and in which cell."""

    def __init__(self, reason: str, column: str | None = None, value: Cell = None) -> None:
        super().__init__(reason)
        self.reason, self.column = reason, column
        self.value = None if value is None else text_of(value)


@dataclass(slots=True)
class DateTally:
    """How the texts of one column fit its date form; tells a wrong form from a wrong cell."""

    source: Source
    fits: int = 0
    misfits: int = 0
    first_row: int = 0
    samples: dict[str, None] = field(default_factory=dict)

    def miss(self, text: str, row: int) -> None:
        self.misfits += 1
        self.first_row = self.first_row or row
        if len(self.samples) < SAMPLES:
            self.samples[text] = None


def known_zone(name: str | None, column: str | None) -> str | None:
    """The zone, if there is one of that name. Raises Damaged."""
    if name is not None:
        try:
            zone_info(name)
        except UnknownZone as error:
            raise Damaged("is not a time zone", column, name) from error
    return name


class CellReader:
    """Reads the cells of one file as its TableMap says."""

    def __init__(self, table: TableMap) -> None:
        self._blank = table.blank
        self._decimal = table.decimal
        self._dates: dict[tuple[object, ...], date | datetime | Misfit] = {}
        self.tallies: dict[str, DateTally] = {}

    def raw(self, column: str, row: Row) -> Cell:
        """The cell, with the texts that stand for a blank as None."""
        cell = row.values.get(column)
        return None if isinstance(cell, str) and cell in self._blank else cell

    def text(self, source: Source, row: Row) -> str | None:
        """The text of a source, its code translated; None for unknown."""
        if not source.columns:
            return source.constant
        if len(source.columns) > 1:
            return self._joined(source, row)
        column = source.columns[0]
        cell = self.raw(column, row)
        if cell is None:
            return None
        return intern(found) if (found := _decode(source, column, text_of(cell))) else None

    def number(self, source: Source, row: Row) -> float | None:
        """A number; a unit beside it is damage unless the mapping lists the text."""
        column, cell = self._listed(source, row)
        if cell is None:
            return None
        if isinstance(cell, (int, float)) and isfinite(cell):
            return float(cell)
        text = text_of(cell)
        plain = text.replace(",", ".") if self._decimal == "," and "." not in text else text
        if not _NUMBER.fullmatch(plain):
            raise Damaged("is not a number", column, cell)
        return float(plain)

    def instant(self, source: Source, row: Row, zone: str | None) -> Instant | None:
        """An instant; without clock time 00:00, without offset in the zone."""
        column, cell = self._listed(source, row)
        if cell is None:
            return None
        found = self._date(source, column, cell, row)
        if source.clock is not None:
            found = self._with_clock(source.clock, found, row)
        if not EARLIEST <= found.year <= LATEST:
            hint = "; if it stands for no date, list it under `blank` in the mapping"
            raise Damaged(f"is outside the years {EARLIEST} to {LATEST}{hint}", column, cell)
        if isinstance(found, datetime) and found.tzinfo is not None:
            return to_instant(found, "UTC")
        if zone is None:
            raise Damaged("has no offset, and no time zone is stated for it", column, cell)
        return to_instant(found, zone)

    def _listed(self, source: Source, row: Row) -> tuple[str | None, Cell]:
        """The cell of a date or number; only the texts that `values` lists are translated."""
        if not source.columns:
            return None, source.constant
        column = source.columns[0]
        cell = self.raw(column, row)
        if source.values and cell is not None:
            return column, source.values.get(text_of(cell), cell)
        return column, cell

    def _date(self, source: Source, column: str | None, cell: Cell, row: Row) -> date | datetime:
        if isinstance(cell, date):
            return cell
        tally = self.tallies.setdefault(column or "", DateTally(source))
        text = text_of(cell)
        key = (text, source.forms)
        found = self._dates.get(key)
        if found is None:
            try:
                found = read_date(text, source.forms)
            except Misfit as misfit:
                found = misfit
            self._dates[key] = found
        if isinstance(found, Misfit):
            tally.miss(text, row.number)
            raise Damaged(str(found), column, cell)
        tally.fits += 1
        return found

    def _with_clock(self, column: str, found: date | datetime, row: Row) -> date | datetime:
        cell = self.raw(column, row)
        if cell is None:
            return found
        if isinstance(cell, datetime):
            clock = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
        else:
            clock = _clock(text_of(cell), column)
        return datetime(found.year, found.month, found.day) + clock  # noqa: DTZ001

    def _joined(self, source: Source, row: Row) -> str | None:
        """Parts of a place from the outermost in; it ends at the first blank."""
        parts: list[str] = []
        for column in source.columns:
            cell = self.raw(column, row)
            if cell is None:
                break
            text = _decode(source, column, text_of(cell))
            if text is None:
                break
            if "/" in text:
                raise Damaged("has a slash, which parts the levels of a place", column, cell)
            parts.append(text)
        return intern("/".join(parts)) if parts else None


def _decode(source: Source, column: str, text: str) -> str | None:
    if source.values is None:
        return text
    if text not in source.values:
        near = nearest(text, source.values)
        hint = f" (the nearest known one is '{near}')" if near else ""
        raise Damaged(f"is an unknown code{hint}", column, text)
    return source.values[text]


def _clock(text: str, column: str) -> timedelta:
    match = _CLOCK.fullmatch(text)
    hour = int(match[1]) if match else 99
    if match and match[4]:
        hour = hour % _NOON + (_NOON if match[4][0] in "pP" else 0) if 1 <= hour <= _NOON else 99
    if match is None or hour > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59:
        raise Damaged("is not a time of day such as 14:30", column, text)
    return timedelta(hours=hour, minutes=int(match[2]), seconds=int(match[3] or 0))
