"""A row becomes what it says: facts of the person, and orders, stays and places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from throughcare.casework.custody.terms import LeftHow
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.values import checked
from throughcare.errors import BadInput
from throughcare.imports.cells import Fault, Reader, is_day_of, western
from throughcare.imports.mapping import GROUPS
from throughcare.imports.model import NameMap, NamePartMap, PartMap
from throughcare.imports.said import Said, Words
from throughcare.intake.model import Source
from throughcare.intake.tables import Row
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.places import establishment_of

# Moments that may lie ahead: an order runs out in the future, and somebody is expected back.
_MAY_COME: Final = frozenset({"valid_from", "valid_to", "expected_at"})
_DAYS: Final = frozenset({"issued_on"})
_MOMENTS: Final = frozenset(
    {"valid_from", "valid_to", "admitted_at", "left_at", "since", "until", "arrived_at",
     "expected_at"}
)  # fmt: skip
# Each end, with its beginning, in the groups that have both.
_PERIODS: Final = {
    "order": ("valid_from", "valid_to"), "stay": ("admitted_at", "left_at"),
    "status": ("since", "until"), "placement": ("since", "until"),
    "movement": ("left_at", "arrived_at"),
}  # fmt: skip


class RowReader:
    """Reads rows of one file. `establishment` is where the people of the file are held."""

    def __init__(self, part: PartMap, reader: Reader, establishment: str) -> None:
        self._part, self._reader, self._at = part, reader, establishment

    def read(self, row: Row) -> Said:
        """What the row says. Raises Fault, naming the cell."""
        if row.damage is not None:
            raise Fault(row.damage, remedy="look at the row; perhaps a cell holds a line break")
        person = self._needed(self._part.person, row)
        said = Said(row.number, self._key(row), person_key(person))
        if self._part.names:
            self._facts(said, person, row)
        for name, sources in self._part.groups.items():
            self._group(said, name, sources, row)
        self._hang_together(said)
        return said

    def _needed(self, column: str, row: Row) -> str:
        found = self._reader.plain(column, row)
        if found is None:
            raise Fault("is blank", column, None, "without it nobody can tell whose row this is")
        return found

    def _key(self, row: Row) -> str:
        parts = [self._reader.plain(column, row) for column in self._part.key]
        if not any(parts):
            raise Fault("is blank", self._part.key[0], None, "give what tells this row from others")
        return " | ".join(western(part or "") for part in parts)

    def _facts(self, said: Said, person: str, row: Row) -> None:
        number = {"system": self._part.known_by, "number": person}
        self._fact(said, f"number:{self._part.known_by}", Kind.IDENTIFIER, number,
                   self._part.person)  # fmt: skip
        for index, name in enumerate(self._part.names):
            self._name(said, f"name:{index}:{name.use}", name, row)
        if not any(slot.startswith("name:") for slot in said.facts):
            column = self._part.names[0].parts[0].column
            raise Fault("is blank", column, None, "write the name, or 'unknown'")
        self._birth_date(said, row)
        for slot, field in (("sex", "sex"), ("nationality", "country"), ("language", "code")):
            if slot in self._part.facts:
                source = self._part.facts[slot]
                value = self._reader.text(source, row)
                if value is not None:
                    self._fact(said, slot, Kind(slot), {field: value}, _column(source))
        for system, source in self._part.numbers.items():
            value = self._reader.text(source, row)
            if value is not None:
                number = {"system": system, "number": value}
                self._fact(said, f"number:{system}", Kind.IDENTIFIER, number, _column(source))

    def _name(self, said: Said, slot: str, name: NameMap, row: Row) -> None:
        parts = [one for part in name.parts for one in self._name_parts(part, row)]
        if parts:
            value = {"use": name.use, "parts": parts}
            self._fact(said, slot, Kind.NAME, value, name.parts[0].column)

    def _name_parts(self, part: NamePartMap, row: Row) -> list[Words]:
        text = self._reader.plain(part.column, row)
        written = [self._reader.plain(column, row) for column in part.spelled]
        spellings = [one for one in written if one is not None and one != text]
        if text is None:
            text, spellings = (spellings[0], spellings[1:]) if spellings else (None, [])
        if text is None:
            return []
        if part.split:
            return [{"text": word, "kind": part.kind, "spellings": []} for word in text.split()]
        return [{"text": text, "kind": part.kind, "spellings": spellings}]

    def _birth_date(self, said: Said, row: Row) -> None:
        source = self._part.facts.get("birth_date")
        if source is None:
            return
        found, odd = self._reader.birth_date(source, row)
        if odd:
            said.notes.append(odd)
        if found is not None:
            value = {"date": str(found)}
            self._fact(said, "birth_date", Kind.BIRTH_DATE, value, _column(source))

    def _fact(self, said: Said, slot: str, kind: Kind, value: Words, column: str) -> None:
        try:
            kept = checked(kind, value)
        except BadInput as error:
            raise Fault(error.what, column, str(value.get("number", "")) or None,
                        error.remedy) from error  # fmt: skip
        said.facts[slot] = kept if kind is Kind.NAME else {name: kept[name] for name in value}
        said.cells[slot] = column

    def _group(self, said: Said, name: str, sources: Mapping[str, Source], row: Row) -> None:
        must, _may = GROUPS[name]
        found = {key: self._value(key, source, row) for key, source in sources.items()}
        told = [key for key, source in sources.items() if source.columns and found[key] is not None]
        constant = all(not sources[key].columns for key in must)
        # What is the same in every row, such as `untried`, is said of whoever is held.
        if not any(key in must for key in told) and not (constant and "stay" in said.groups):
            if told:
                column = _column(sources[must[-1]])
                raise Fault(f"is blank, and the {name} cannot do without", column, None,
                            f"give it, or leave the whole {name} blank")  # fmt: skip
            return
        for key in must:
            if found[key] is None:
                raise Fault(f"is blank, and the {name} cannot do without", _column(sources[key]),
                            None, f"give it, or leave the whole {name} blank")  # fmt: skip
        said.groups[name] = {key: value for key, value in found.items() if value is not None}
        said.cells |= {f"{name}.{key}": _column(source) for key, source in sources.items()}

    def _value(self, key: str, source: Source, row: Row) -> str | None:
        if key in _DAYS:
            return _iso(self._reader.day(source, row))
        if key in _MOMENTS:
            return _iso(self._reader.moment(source, row, may_come=key in _MAY_COME))
        found = self._reader.text(source, row)
        if key == "place" and found is not None:
            return self._path(found)
        return found

    def _path(self, text: str) -> str:
        """The path of a place of this establishment, whether or not the file writes its code."""
        path = text.lower().strip("/")
        return path if path.split("/")[0] == self._at else f"{self._at}/{path}"

    def _hang_together(self, said: Said) -> None:
        """Beginnings that follow from elsewhere in the row; ends that come too early."""
        order, stay = said.groups.get("order"), said.groups.get("stay")
        if order is not None and "valid_from" not in order:
            order["valid_from"] = self._midnight(order["issued_on"])
        for name in ("status", "placement"):
            group = said.groups.get(name)
            if group is None:
                continue
            admitted = stay["admitted_at"] if stay is not None else None
            since = group.get("since")
            if admitted and (since is None or is_day_of(since, admitted, self._reader.zone)):
                group["since"] = admitted
            if "since" not in group:
                raise Fault(f"nothing says since when the {name} is so", remedy="give its day")
            if "until" not in group and stay is not None and "left_at" in stay:
                group["until"] = stay["left_at"]
        if stay is not None:
            self._end_of_stay(said, stay)
        self._ends_follow(said)

    def _midnight(self, day: str) -> str | None:
        first = Source(constant=day)
        return _iso(self._reader.moment(first, Row(0, {}), may_come=True))

    def _end_of_stay(self, said: Said, stay: Words) -> None:
        if "left_at" in stay and "left_how" not in stay:
            stay["left_how"] = LeftHow.RELEASE.value
            said.notes.append("nothing says how the person left: taken as released")
        if "left_how" in stay and "left_at" not in stay:
            raise Fault("is blank although the row says how the person left",
                        said.cells.get("stay.left_at"), None,
                        "give the day, or leave both blank")  # fmt: skip

    def _ends_follow(self, said: Said) -> None:
        for name, (begins, ends) in _PERIODS.items():
            group = said.groups.get(name, {})
            if ends in group and begins in group and group[ends] <= group[begins]:
                raise Fault(
                    f"the {name} would end ({_readable(group[ends])}) before it begins "
                    f"({_readable(group[begins])})",
                    said.cells.get(f"{name}.{ends}"), None, "look at both days",
                )  # fmt: skip


def person_key(text: str) -> str:
    """A number of a person as it is compared: in one kind of digits, without spaces and signs."""
    try:
        return read_number(text)
    except BadNumber:
        return western(text)


def same_place(path: str, establishment: str) -> bool:
    """Does the path lie in the establishment?"""
    return establishment_of(path) == establishment


def _column(source: Source) -> str:
    return source.columns[0] if source.columns else ""


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _readable(text: str) -> str:
    return text[:16].replace("T", " ")
