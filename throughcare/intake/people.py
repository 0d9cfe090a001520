"""Persons and places, put together from all the rows that say something of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from standards.groups import MEN, WOMEN, has_sex
from standards.records import Archive, Person, Place
from throughcare.intake.cells import CellReader, Damaged, known_zone
from throughcare.intake.dates import Misfit, read_birth_date
from throughcare.intake.model import MEASURES, Source
from throughcare.intake.outcome import Notice
from throughcare.intake.tables import Row

_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def read_person(who: str, sources: Mapping[str, Source], cells: CellReader, row: Row) -> Person:
    """What one row says of a person. Raises Damaged."""
    birth, latest = _birth(sources.get("birth_date"), cells, row)
    return Person(
        id=who,
        birth_date=birth,
        birth_date_is_latest=latest,
        sex=_text("sex", sources, cells, row),
        zone=known_zone(_text("zone", sources, cells, row), "zone"),
    )


def read_place(sources: Mapping[str, Source], cells: CellReader, row: Row) -> Place | None:
    """What one row says of a place; None when it names none. Raises Damaged."""
    name = _text("place", sources, cells, row)
    if name is None:
        return None
    numbers = {m: cells.number(sources[m], row) for m in MEASURES if m in sources}
    measures = {m: number for m, number in numbers.items() if number is not None}
    closed = _text("closed", sources, cells, row)
    if closed is not None and closed.lower() not in _YES:
        raise Damaged("is neither yes nor no", sources["closed"].columns[0], closed)
    return Place(
        id=name,
        measures=measures,
        closed=None if closed is None else _YES[closed.lower()],
        zone=known_zone(_text("zone", sources, cells, row), "zone"),
    )


class Register:
    """Persons and places of an archive. What two rows contradict becomes unknown, and is told."""

    def __init__(self, archive: Archive, notices: list[Notice]) -> None:
        self._archive, self._notices = archive, notices
        self._clashes: set[tuple[str, str]] = set()
        self._odd_sexes: set[str] = set()
        self._late: set[str] = set()

    def add_person(self, person: Person, file: str, row: int) -> None:
        """Take in what a row says of a person."""
        self._check_sex(person, file, row)
        old = self._archive.persons.get(person.id)
        if old is None:
            self._archive.persons[person.id] = person
            return
        changes: dict[str, object] = {}
        for name in ("birth_date", "sex", "zone"):
            changes[name] = self._one(
                person.id, name, getattr(old, name), getattr(person, name), file, row
            )
        changes["birth_date_is_latest"] = (
            person.birth_date_is_latest if old.birth_date is None else old.birth_date_is_latest
        )
        self._archive.persons[person.id] = replace(old, **changes)  # type: ignore[arg-type]

    def add_place(self, place: Place, file: str, row: int) -> None:
        """Take in what a row says of a place."""
        self._check_zone(place, file, row)
        old = self._archive.places.get(place.id)
        if old is None:
            self._archive.places[place.id] = place
            return
        measures = dict(old.measures)
        for name, number in place.measures.items():
            kept = self._one(place.id, name, measures.get(name), number, file, row)
            if isinstance(kept, float):
                measures[name] = kept
            else:
                measures.pop(name, None)
        changes: dict[str, object] = {"measures": measures}
        for name in ("closed", "zone"):
            changes[name] = self._one(
                place.id, name, getattr(old, name), getattr(place, name), file, row
            )
        self._archive.places[place.id] = replace(old, **changes)  # type: ignore[arg-type]

    def _one(self, who: str, name: str, old: object, new: object, file: str, row: int) -> object:
        """The one value that both agree on; None when they contradict each other."""
        if (who, name) in self._clashes:
            return None
        if old is None or new is None or old == new:
            return new if old is None else old
        self._clashes.add((who, name))
        word = name.replace("_", " ")
        text = f"{who} has two different values for {word}, {old} and {new}; counted as unknown"
        self._notices.append(Notice("conflict", file, row, text))
        return None

    def _check_zone(self, place: Place, file: str, row: int) -> None:
        """A zone that comes after records of the place came too late for their local times."""
        zone = place.zone
        if zone is None:
            return
        if self._archive.records and zone != self._archive.zone and zone not in self._late:
            self._late.add(zone)
            text = (
                f"the zone {zone} of {place.id} came after records were read; local times at it "
                f"were read in {self._archive.zone}; give the file of places first"
            )
            self._notices.append(Notice("zone", file, row, text))

    def _check_sex(self, person: Person, file: str, row: int) -> None:
        sex = person.sex
        if sex is None or sex in self._odd_sexes or any(has_sex(person, g) for g in (WOMEN, MEN)):
            return
        self._odd_sexes.add(sex)
        text = (
            f"sex '{sex}' is read as neither woman nor man; if it is a code, list it in the "
            "mapping, for example `sex: {column: ..., values: {1: man, 2: woman}}`"
        )
        self._notices.append(Notice("sex", file, row, text))


def _birth(source: Source | None, cells: CellReader, row: Row) -> tuple[date | None, bool]:
    if source is None:
        return None, False
    cell = source.constant if source.constant is not None else cells.raw(source.columns[0], row)
    if cell is None:
        return None, False
    try:
        return read_birth_date(cell, source.forms)
    except Misfit as misfit:
        raise Damaged(str(misfit), source.columns[0], cell) from misfit


def _text(name: str, sources: Mapping[str, Source], cells: CellReader, row: Row) -> str | None:
    source = sources.get(name)
    return None if source is None else cells.text(source, row)
