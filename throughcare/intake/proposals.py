"""Was a column read with the wrong date form? Then the one that fits is proposed, never used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from throughcare.errors import BadInput
from throughcare.intake.cells import DateTally
from throughcare.intake.dates import EXCEL, ISO, DateForm, compile_form
from throughcare.intake.outcome import Notice

_EXCEL_RANGE = (20_000, 80_000)  # 1954 to 2119, when a number is only thought to be a date

# Forms to propose when the stated one does not fit.
_DAY_FORMS = (
    "D/M/YYYY",
    "M/D/YYYY",
    "D.M.YYYY",
    "D-M-YYYY",
    "M-D-YYYY",
    "YYYY/M/D",
    "YYYYMMDD",
    "D MON YYYY",
    "D-MON-YYYY",
    "MON D, YYYY",
    "D/M/YY",
    "M/D/YY",
    "D.M.YY",
    "D-MON-YY",
)
_CLOCKS = ("", " hh:mm", " hh:mm:ss", " hh:mm am", " hh:mm:ss am")
CANDIDATES = (ISO, *(day + clock for day in _DAY_FORMS for clock in _CLOCKS), EXCEL)


def check_forms(path: Path, mapping: Path | None, tallies: Mapping[str, DateTally]) -> list[Notice]:
    """Was a column read with the wrong date form? Raises BadInput if most of it says so."""
    found = []
    for column, tally in tallies.items():
        if not tally.misfits:
            continue
        fitting = forms_that_fit(list(tally.samples))
        if tally.misfits > tally.fits:
            refusal = _wrong_form(path, mapping, column, tally, fitting)
            if refusal is not None:
                raise refusal
        elif fitting and column:
            text = (
                f"{tally.misfits} dates of the column '{column}' are damaged, but would be dates "
                f"in the form {fitting[0]}; check that the column does not mix two forms"
            )
            found.append(Notice("date_form", path.name, tally.first_row, text))
    return found


def _wrong_form(
    path: Path, mapping: Path | None, column: str, tally: DateTally, fitting: list[str]
) -> BadInput | None:
    stated = " or ".join(form.name for form in tally.source.forms)
    sample = next(iter(tally.samples))
    where = f"{path} row {tally.first_row}, column '{column}'"
    what = f"'{sample}' is not a date in the form {stated}, nor are most others of the column"
    line = f" (line {tally.source.line} of {mapping})" if mapping and tally.source.line else ""
    if not fitting and not _mixes_orders(tally):
        if tally.fits:
            return None
        proposed = _nearest_forms(list(tally.samples))
        if not proposed:
            return None
        return BadInput(
            what,
            where=where,
            remedy=f"write how dates are written in the mapping{line}, for example {proposed}",
        )
    if not fitting:
        return BadInput(
            f"{what}; in some the day comes first, in others the month",
            where=where,
            remedy="mend the column at its source: which is which cannot be told without guessing",
        )
    if mapping is None:
        remedy = "write dates as 2026-03-01T10:00+01:00, or give a mapping with `dates: ...`"
    elif _ambiguous(fitting):
        remedy = (
            f"write the right one in the mapping{line}: `dates: {fitting[0]}` or "
            f"`dates: {fitting[1]}` (both fit all values)"
        )
    else:
        century = (
            ""
            if "YYYY" in fitting[0] or fitting[0] in (ISO, "excel")
            else (" and `century_from: 1950` (for 1950 to 2049), as its years have two digits")
        )
        remedy = f"write `dates: {fitting[0]}`{century} in the mapping{line}"
    return BadInput(what, where=where, remedy=remedy)


def _nearest_forms(texts: Sequence[str]) -> str:
    """The forms in which most of the texts are dates, in words; empty if half are in none."""
    fits = {name: sum(forms_that_fit([text]).count(name) for text in texts) for name in CANDIDATES}
    most = max(fits.values())
    if 2 * most < len(texts):
        return ""
    best = [name for name in CANDIDATES if 2 * fits[name] >= len(texts)]
    best.sort(key=lambda name: -fits[name])
    return " or ".join(f"`dates: {name}` (fits {fits[name]} of {len(texts)})" for name in best[:2])


def _mixes_orders(tally: DateTally) -> bool:
    """Does every value fit with the day first or with the month first, but not all with one?"""
    pairs = (("D/M/YYYY", "M/D/YYYY"), ("D-M-YYYY", "M-D-YYYY"), ("D/M/YY", "M/D/YY"))
    return any(
        all(any(name in forms_that_fit([text]) for name in pair) for text in tally.samples)
        for pair in pairs
    )


def _ambiguous(fitting: list[str]) -> bool:
    """Do two forms fit that give other days?"""
    return len(fitting) > 1 and {fitting[0][0], fitting[1][0]} == {"D", "M"}


def forms_that_fit(texts: Sequence[str]) -> list[str]:
    """The known forms in which every one of the texts is a date."""
    left = [compile_form(name, century_from=1950) for name in CANDIDATES]
    for text in texts:
        left = [form for form in left if _plausible(form, text)]
    return [form.name for form in left]


def _plausible(form: DateForm, text: str) -> bool:
    if form.name == EXCEL:
        return bool(re.fullmatch(r"\d+(\.\d+)?", text)) and (
            _EXCEL_RANGE[0] <= float(text) <= _EXCEL_RANGE[1]
        )
    return form.read(text) is not None
