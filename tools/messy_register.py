"""Makes a messy register of invented people, with the truth about every fault in it.

    python -m tools.messy_register --rows 20000 --seed 7 --out messy.xlsx

The names are those of the demo country: nobody lives or lived who bears them together. The same
seed gives the same file.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from throughcare.demo import names
from tools.messy_sheets import Formula, Sheet, Value, write

COLUMNS: Final = (
    "no", "name 1", "name 2", "name 3", "latin 1", "latin 2", "latin 3", "born", "sex", "country",
    "national id", "court", "order", "ordered", "held until", "admitted", "hour", "left", "how",
    "cell", "placed", "moved",
)  # fmt: skip
CELLS: Final = tuple(f"a/{unit}/{cell}" for unit in "12" for cell in ("01", "02", "03"))
# The words for the sexes in five languages, as different clerks write them.
SEXES: Final = {
    "male": ("m", "male", "homme", "ذكر", "муж", "ер"),
    "female": ("f", "female", "femme", "أنثى", "жен", "әйел"),
}
_COUNTRIES: Final = {"ar": "TN", "kk": "KZ", "ru": "KZ", "lg": "UG", "fr": "TN"}
_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_EXCEL_ZERO: Final = date(1899, 12, 30)
SMALLEST: Final = 400  # rows below which not every fault can be planted

Row = dict[str, Value]


@dataclass(slots=True)
class Line:
    """A row with what is known of it: `fault` names the column that must be refused."""

    cells: Row
    person: str
    fault: str | None = None
    kind: str = "good"
    again: bool = False


@dataclass(slots=True)
class Truth:
    """What a right reconciliation must say. Rows by their number in the sheet (header: 1)."""

    rows_in: int = 0
    blank: int = 0
    refused: dict[int, tuple[str, str]] = field(default_factory=dict)  # kind and column
    unchanged: set[int] = field(default_factory=set)
    accepted: set[int] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    pairs: set[frozenset[str]] = field(default_factory=set)
    without_order: set[str] = field(default_factory=set)
    noted: dict[str, set[int]] = field(default_factory=dict)


class Maker:
    """One register under way."""

    def __init__(self, rows: int, seed: int, on: date, *, workbook: bool) -> None:
        self._random, self._rows, self._on = Random(seed), rows, on
        self._workbook, self._number = workbook, 1000
        self.lines: list[Line | None] = []
        self.merged: list[int] = []
        self._pairs: list[frozenset[str]] = []
        self._without: set[str] = set()
        self._good: list[tuple[Line, str]] = []

    def make(self) -> None:
        """Fill the register: mostly good rows, and every fault at its rate."""
        faults = self._faults()
        while len(self.lines) < self._rows:
            draw = self._random.random()
            for rate, plant in faults:
                if draw < rate:
                    plant()
                    break
                draw -= rate
            else:
                self._person()
        del self.lines[self._rows :]
        while self.lines and self.lines[-1] is None:
            self.lines[-1] = self._new()[0]

    def _faults(self) -> list[tuple[float, Callable[[], None]]]:
        found: list[tuple[float, Callable[[], None]]] = [
            (0.01, lambda: self.lines.append(None)),
            (0.01, lambda: self._spoil("ambiguous date", "born", "3/4/96")),
            (0.01, lambda: self._spoil("no such day", "admitted", "31.02.2025")),
            (0.01, self._left_too_early),
            (0.01, lambda: self._spoil("future", "admitted", self._iso(timedelta(days=20)))),
            (0.01, lambda: self._spoil("unknown cell", "cell", "a/9/99")),
            (0.005, lambda: self._spoil("unknown word", "sex", "?")),
            (0.005, lambda: self._spoil("no number", "no", None)),
            (0.005, self._no_name),
            (0.01, self._overlap),
            (0.01, self._number_of_another),
            (0.01, self._row_again),
            (0.02, self._moved),
            (0.01, self._other_spelling),
            (0.005, self._same_national_id),
        ]
        if self._workbook:
            found += [(0.005, self._uncalculated), (0.005, self._calculated), (0.003, self._merged)]
        return found

    def _person(self) -> None:
        line, language = self._new()
        self.lines.append(line)
        self._good.append((line, language))

    def _new(self) -> tuple[Line, str]:
        """A row without a fault; perhaps odd: no order, a year alone, the first of January."""
        chance, self._number = self._random, self._number + 1
        language = chance.choice(names.LANGUAGES)
        sex = "female" if chance.random() < 0.08 else "male"
        drawn = names.draw(chance, language, sex)
        texts = [part.text for part in drawn.parts]
        latin = [part.latin or part.text for part in drawn.parts]
        number = str(self._number)
        row: Row = dict.fromkeys(COLUMNS)
        row |= {"no": number.translate(_DIGITS) if chance.random() < 0.1 else number}
        row |= {f"name {n}": text for n, text in enumerate(texts, 1)}
        row |= {f"latin {n}": text for n, text in enumerate(latin, 1) if chance.random() < 0.9}
        row |= {"sex": chance.choice(SEXES[sex]), "country": _COUNTRIES[language]}
        row["national id"] = f"{10_000_000 + self._number}"
        line = Line(row, number)
        self._born(line)
        self._custody(line)
        return line, language

    def _born(self, line: Line) -> None:
        chance = self._random
        born = date(chance.randint(1955, 2006), chance.randint(1, 12), chance.randint(2, 28))
        draw = chance.random()
        if draw < 0.03:
            line.cells["born"] = self._written(date(born.year, 1, 1))
            line.kind = "born on 1 January"
        elif draw < 0.08:
            line.cells["born"] = str(born.year)
            line.kind = "year alone"
        elif draw < 0.10:
            line.kind = "no birth date"
        else:
            line.cells["born"] = self._written(born)

    def _custody(self, line: Line) -> None:
        chance, row = self._random, line.cells
        admitted = self._on - timedelta(days=chance.randint(30, 1000))
        row["admitted"], row["placed"] = self._written(admitted), self._written(admitted)
        if chance.random() < 0.5:
            row["hour"] = f"{chance.randint(0, 23):02}:{chance.choice((0, 15, 30, 45)):02}"
        row["cell"] = chance.choice(CELLS)
        gone = chance.random() < 0.25
        if gone:
            row["left"] = self._written(admitted + timedelta(days=chance.randint(5, 28)))
            row["how"] = chance.choice(("released", "released", "died"))
        draw = chance.random()
        if draw < 0.03:
            line.kind = "no order" if line.kind == "good" else line.kind
            if not gone:
                self._without.add(line.person)
            return
        lapsed = draw < 0.06
        end = self._on + timedelta(days=chance.randint(10, 400))
        if lapsed:
            end = admitted + timedelta(days=29)
            if not gone:
                self._without.add(line.person)
        row |= {
            "court": chance.choice(("Court of the North", "محكمة الشمال", "Суд Севера")),
            "order": f"{self._number}/{admitted.year}",
            "ordered": self._written(admitted - timedelta(days=chance.randint(0, 3))),
            "held until": self._written(end),
        }

    def _written(self, day: date) -> Value:
        """The day in one of the forms in which clerks write it."""
        form = self._random.randint(0, 5)
        if form == 0:
            return f"{day.day}.{day.month}.{day.year}"
        if form == 1:
            return f"{day.day:02}/{day.month:02}/{day.year}"
        if form == 2:
            return f"{day.day:02}.{day.month:02}.{day.year}".translate(_DIGITS)
        if form == 3:
            return (day - _EXCEL_ZERO).days
        if form == 4 and self._workbook:
            return day
        return day.isoformat()

    def _iso(self, later: timedelta) -> str:
        return (self._on + later).isoformat()

    def _spoil(self, kind: str, column: str, value: Value) -> None:
        line, _language = self._new()
        line.cells[column] = value
        self._bad(line, kind, column)

    def _bad(self, line: Line, kind: str, column: str) -> None:
        line.kind, line.fault = kind, column
        self._without.discard(line.person)
        self.lines.append(line)

    def _left_too_early(self) -> None:
        line, _language = self._new()
        line.cells |= {"left": "1.1.2020", "how": "released"}
        self._bad(line, "end before start", "left")

    def _no_name(self) -> None:
        line, _language = self._new()
        line.cells |= {f"{kind} {n}": None for kind in ("name", "latin") for n in (1, 2, 3)}
        self._bad(line, "no name", "name 1")

    def _moved(self) -> None:
        """A second row of one person: the same facts, another cell from a later day."""
        line, later = self._two(50, 50)
        self.lines += [line, later]

    def _overlap(self) -> None:
        line, later = self._two(50, 40)
        self.lines.append(line)
        self._bad(later, "overlap", "placed")
        if line.cells["order"] is None:
            self._without.add(line.person)

    def _two(self, moved: int, placed: int) -> tuple[Line, Line]:
        line, _language = self._new()
        admitted = self._on - timedelta(days=200)
        end = self._on + timedelta(days=30)
        line.cells |= {
            "admitted": admitted.isoformat(), "hour": None, "left": None, "how": None,
            "placed": admitted.isoformat(), "moved": (admitted + timedelta(days=moved)).isoformat(),
        }  # fmt: skip
        self._without.discard(line.person)
        if line.cells["order"] is not None:
            line.cells |= {"ordered": admitted.isoformat(), "held until": end.isoformat()}
        else:
            self._without.add(line.person)
        later = dict(line.cells)
        later |= {"placed": (admitted + timedelta(days=placed)).isoformat(), "moved": None}
        later["cell"] = next(cell for cell in CELLS if cell != line.cells["cell"])
        return line, Line(later, line.person, kind=line.kind if line.kind != "no order" else "good")

    def _number_of_another(self) -> None:
        if self._good:
            other, _language = self._random.choice(self._good)
            line, _language = self._new()
            self._without.discard(line.person)
            line.cells["no"], line.person = other.cells["no"], other.person
            without = other.person in self._without
            self._bad(line, "number of another", "name 1")
            if without:
                self._without.add(other.person)

    def _row_again(self) -> None:
        if self._good:
            other, _language = self._random.choice(self._good)
            self.lines.append(Line(dict(other.cells), other.person, again=True))

    def _other_spelling(self) -> None:
        """The same person under a new number, the name in Latin letters alone."""
        known = [one for one in self._good[-500:] if self._day_known(one[0])]
        if known:
            other, _language = self._random.choice(known)
            line, _language = self._new()
            for n in (1, 2, 3):
                latin = other.cells[f"latin {n}"] or other.cells[f"name {n}"]
                line.cells |= {f"name {n}": latin, f"latin {n}": None}
            line.cells |= {"born": other.cells["born"], "sex": other.cells["sex"]}
            line.kind = "good" if line.kind != "no order" else line.kind
            self._pairs.append(frozenset({line.person, other.person}))
            self.lines.append(line)

    def _day_known(self, line: Line) -> bool:
        return line.kind in ("good", "no order")

    def _same_national_id(self) -> None:
        if self._good:
            other, _language = self._random.choice(self._good)
            line, _language = self._new()
            line.cells["national id"] = other.cells["national id"]
            self._pairs.append(frozenset({line.person, other.person}))
            self.lines.append(line)

    def _uncalculated(self) -> None:
        self._spoil("never calculated", "admitted", Formula("TODAY()-30", None))

    def _calculated(self) -> None:
        line, _language = self._new()
        line.cells["court"] = Formula('"Court"&"House"', "CourtHouse")
        if line.cells["order"] is not None:
            line.kind = "formula"
        else:
            line.cells["court"] = None
        self.lines.append(line)

    def _merged(self) -> None:
        """Two rows that share one merged cell: who stands in which is not to be guessed."""
        for _time in range(2):
            line, _language = self._new()
            self._bad(line, "merged", "country")
        self.merged.append(len(self.lines) - 2)

    def truth(self) -> Truth:
        """What must come of each row, by its number in the sheet."""
        found = Truth(rows_in=len(self.lines))
        for number, line in enumerate(self.lines, 2):
            if line is None:
                found.blank += 1
            elif line.fault is not None:
                found.refused[number] = (line.kind, line.fault)
            else:
                found.people.add(line.person)
                (found.unchanged if line.again else found.accepted).add(number)
                found.noted.setdefault(line.kind, set()).add(number)
        found.pairs = {pair for pair in self._pairs if pair <= found.people}
        found.without_order = self._without & found.people
        return found


def make(
    rows: int, seed: int, on: date, *, workbook: bool = True
) -> tuple[Sheet, Truth]:  # fmt: skip
    """A register of so many rows as of a day, and the truth about it. At least SMALLEST rows."""
    maker = Maker(rows, seed, on, workbook=workbook)
    maker.make()
    values: list[Sequence[Value]] = [COLUMNS]
    for line in maker.lines:
        values.append([None] * len(COLUMNS) if line is None else list(line.cells.values()))
    letter = "J"  # of the column `country`
    merged = [f"{letter}{at + 2}:{letter}{at + 3}" for at in maker.merged if at + 1 < rows]
    notes: dict[str, Sequence[Sequence[Value]]] = {"old notes": [["do not print"]]}
    return Sheet(values, merged, notes if workbook else {}), maker.truth()


def main() -> None:
    """Write the register that the command line asks for, and say what is in it."""
    parser = argparse.ArgumentParser(description="Make a messy register of invented people.")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--on", type=date.fromisoformat, default=date(2026, 6, 9))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    workbook = given.out.suffix.lower() != ".csv"
    sheet, truth = make(given.rows, given.seed, given.on, workbook=workbook)
    write(given.out, sheet)
    print(
        f"{given.out}: {truth.rows_in} rows, {truth.blank} blank, {len(truth.refused)} wrong, "
        f"{len(truth.unchanged)} written twice, {len(truth.people)} people, "
        f"{len(truth.pairs)} of them perhaps the same as another"
    )


if __name__ == "__main__":
    main()
