"""Cells of another register become values. What does not fit is refused with its cell."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from standards.instants import to_datetime
from throughcare.imports.model import JanuaryFirst, PartMap
from throughcare.intake.cells import CellReader, Damaged
from throughcare.intake.dates import Misfit, read_date, to_instant
from throughcare.intake.model import Source, TableMap
from throughcare.intake.tables import Cell, Row, text_of
from throughcare.kernel.errors import BadDate
from throughcare.kernel.partial_dates import PartialDate, of_day

# Marks that turn the direction of writing and stand unseen in dates and numbers.
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\ufeff"), "")
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_YEAR_MONTH: Final = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)|(?P<m2>\d{1,2})[./](?P<y2>\d{4})", re.ASCII
)
_TWO_WAYS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{2}|\d{4})", re.ASCII)
_CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?", re.ASCII)
_EARLIEST: Final = 1900  # nobody who is held was born, admitted or sentenced before
_MONTHS: Final = 12


class Fault(Exception):
    """A row that is not taken over: why, in which cell, and what to do."""

    def __init__(
        self, reason: str, column: str | None = None, value: Cell = None, remedy: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason, self.column, self.remedy = reason, column, remedy
        self.value = None if value is None else text_of(value)


class Reader:
    """Reads the cells of one file as its part of the mapping says.

    Nothing later than `latest` is believed.
    """

    def __init__(self, part: PartMap, zone: str, latest: datetime) -> None:
        self._cells = CellReader(TableMap(blank=part.blank))
        self.zone, self._latest, self._part = part.zone or zone, latest, part

    def plain(self, column: str, row: Row) -> str | None:
        """The text of a column, with single spaces; None for blank."""
        cell = self._cells.raw(column, row)
        return None if cell is None else _kept(text_of(cell), column)

    def text(self, source: Source, row: Row) -> str | None:
        """The text of a source, its code translated. Raises Fault."""
        try:
            found = self._cells.text(source, row)
        except Damaged as damaged:
            raise Fault(
                damaged.reason, damaged.column, damaged.value,
                "correct the cell, or add the word under `values` in the mapping",
            ) from damaged  # fmt: skip
        return (
            None if found is None else _kept(found, source.columns[0] if source.columns else None)
        )

    def birth_date(self, source: Source, row: Row) -> tuple[PartialDate | None, str]:
        """A birth date as far as it is known, and what is odd about it. Raises Fault."""
        column, cell = self._cell(source, row)
        if cell is None:
            return None, "no birth date: counts as a child until it is known"
        found = _partial(cell) or of_day(self._day(source, column, cell))
        self._need_year(found.year or 0, column, cell)
        if found.earliest is not None and found.earliest > self._latest.date():
            raise Fault("is a birth date that has not come", column, cell, "look at the year")
        if (found.month, found.day) != (1, 1):
            return found, ""
        if self._part.january_first is JanuaryFirst.YEAR:
            return PartialDate(found.year), "born on 1 January: read as the year alone"
        return found, "born on 1 January: perhaps only the year is known"

    def day(self, source: Source, row: Row) -> date | None:
        """A day that has come. Raises Fault."""
        column, cell = self._cell(source, row)
        if cell is None:
            return None
        found = self._day(source, column, cell)
        self._need_year(found.year, column, cell)
        if found > self._latest.date():
            raise Fault("is a day that has not come", column, cell, "look at the year")
        return found

    def moment(self, source: Source, row: Row, *, may_come: bool = False) -> datetime | None:
        """A moment in UTC; a day alone is its first minute on the clock there. Raises Fault."""
        column, cell = self._cell(source, row)
        if cell is None:
            return None
        found: date | datetime = self._dated(source, column, cell)
        if source.clock is not None:
            found = self._with_clock(source.clock, found, row)
        self._need_year(found.year, column, cell)
        moment = to_datetime(to_instant(found, self.zone), "UTC").astimezone(UTC)
        if moment > self._latest and not may_come:
            raise Fault("is a time that has not come", column, cell, "look at day, hour and year")
        return moment

    def _cell(self, source: Source, row: Row) -> tuple[str | None, Cell]:
        if not source.columns:
            return None, source.constant
        column = source.columns[0]
        cell = self._cells.raw(column, row)
        return column, western(cell) if isinstance(cell, str) else cell

    def _day(self, source: Source, column: str | None, cell: Cell) -> date:
        found = self._dated(source, column, cell)
        return found.date() if isinstance(found, datetime) else found

    def _dated(self, source: Source, column: str | None, cell: Cell) -> date | datetime:
        if isinstance(cell, date):
            return cell
        text = text_of(cell)
        if _YEAR.fullmatch(text):
            raise Fault("is a year alone", column, cell, "give the day")
        try:
            return read_date(text, source.forms)
        except Misfit as misfit:
            raise Fault(str(misfit), column, cell, _mend(text)) from misfit

    def _with_clock(self, column: str, found: date | datetime, row: Row) -> date | datetime:
        cell = self._cells.raw(column, row)
        if cell is None:
            return found
        if isinstance(cell, datetime):
            hour, minute = cell.hour, cell.minute
        else:
            match = _CLOCK.fullmatch(western(text_of(cell)))
            hour, minute = (int(match[1]), int(match[2])) if match else (99, 99)
        if hour > 23 or minute > 59:
            raise Fault("is not a time of day", column, cell, "write it as 14:30")
        return datetime(found.year, found.month, found.day) + timedelta(hours=hour, minutes=minute)  # noqa: DTZ001

    def _need_year(self, year: int, column: str | None, cell: Cell) -> None:
        if not _EARLIEST <= year <= self._latest.year + 200:
            raise Fault("lies in a year that cannot be", column, cell, "look at the year")


def _kept(text: str, column: str | None) -> str | None:
    """The text with single spaces; None where nothing is left of it."""
    if "\0" in text:
        raise Fault("holds a sign that cannot be seen and cannot be kept", column, None,
                    "type the cell anew")  # fmt: skip
    return " ".join(text.split()) or None


def is_day_of(day: str | None, moment: str, zone: str) -> bool:
    """Is the first moment the beginning of the day of the second? Both in ISO 8601.

    A list that writes an hour for the admission and only the day for the cell means one time.
    """
    if day is None:
        return False
    first = datetime.fromisoformat(day).astimezone(ZoneInfo(zone))
    second = datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    return first.time() == time() and first.date() == second.date()


def western(text: str) -> str:
    """The text with digits 0 to 9, whatever digits it was written in, and nothing unseen in it."""
    plain = text.translate(_UNSEEN).strip()
    if plain.isascii():
        return plain
    return "".join(
        str(unicodedata.digit(sign)) if unicodedata.category(sign) == "Nd" else sign
        for sign in plain
    )


def _partial(cell: Cell) -> PartialDate | None:
    """A year, or a month of a year; None where the cell says more."""
    if isinstance(cell, date):
        return None
    text = text_of(cell)
    if _YEAR.fullmatch(text):
        return PartialDate(int(text))
    match = _YEAR_MONTH.fullmatch(text)
    if match is None:
        return None
    try:
        return PartialDate(int(match["y"] or match["y2"]), int(match["m"] or match["m2"]))
    except BadDate:
        return None


def _mend(text: str) -> str:
    match = _TWO_WAYS.fullmatch(text)
    if match is None:
        return "correct the cell, or add its form under `dates` in the mapping"
    year = "Y" * len(match[4])
    one, other = (f"D{match[2]}M{match[2]}{year}", f"M{match[2]}D{match[2]}{year}")
    if int(match[1]) > _MONTHS or int(match[3]) > _MONTHS:
        return "look at the day; if it is right, add its form under `dates` in the mapping"
    return (
        f"it may be two days: say which comes first, `{one}` or `{other}`, under `dates` in the "
        "mapping"
    )
