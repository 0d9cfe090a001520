"""A few reports at the country's first prison, one shared, and who is named for sharing there.

No group and no real event is in them. They are encrypted with the demo's key, which all know.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from cryptography.fernet import Fernet
from django.db.models import Model

from throughcare.access.terms import Role
from throughcare.casework.intelligence.models import Report, Sealed, SharingOfficer, Statement
from throughcare.casework.people.rows import content_of
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.keys import DEMO_KEY
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.stories import story_of

_DAY: Final = timedelta(days=1)
# Days ago, days until its review and its end; from where; grades; raw and sanitised text.
_TOLD: Final[tuple[tuple[int, int, int, str, str, str, str, str], ...]] = (
    (20, 70, 160, "prisoner", "B", "2", "N-14 saw a mobile phone behind the stove of the kitchen.",
     "A mobile phone may lie hidden in the kitchen."),
    (150, 10, 90, "own_observation", "A", "1",
     "Seen on the landing: takes the parcels of two others each Friday.",
     "He may take parcels from others."),
    (40, 100, 200, "search", "A", "1", "A sharpened spoon lay in the mattress at the search.",
     "A sharpened spoon was found."),
    (5, 85, 175, "partner", "C", "3", "Another prison writes that a debt is to be paid here.",
     "A debt from another prison may be called in."),
)  # fmt: skip


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """The officer first, then each report with its words, and one statement."""
    officers = country.members_at(establishment.code, Role.INTELLIGENCE_OFFICER)
    directors = country.members_at(establishment.code, Role.PRISON_DIRECTOR)
    if establishment != country.home or not officers or not directors:
        return
    pen = _Pen(country, establishment.code, str(officers[0].number))
    yield pen.row(
        new(
            SharingOfficer, id=pen.id(), establishment=establishment.code,
            account=str(officers[0].number), begins=country.on - 200 * _DAY,
            appointed_by=str(directors[0].number), recorded_at=country.on - 200 * _DAY,
        ),
        country.on - 200 * _DAY,
    )  # fmt: skip
    free = [one for one in people if story_of(establishment, one.number) is None]
    whom = [one for one in free if not one.group.young][: len(_TOLD)]
    for number, (one, told) in enumerate(zip(whom, _TOLD, strict=False)):
        yield from pen.report(one.id, told, shared=number == 0)


class _Pen:
    """Writes the rows; ids and tokens follow from the seed alone."""

    def __init__(self, country: Country, place: str, by: str) -> None:
        self._on, self._place, self._by = country.on, place, by
        self._chance: Random = chance(country.seed, "intelligence", place)

    def id(self) -> UUID:
        """The next id."""
        return UUID(int=self._chance.getrandbits(128), version=4)

    def row(self, row: Model, at: datetime) -> Row:
        """A row with the entry that the room itself would write: of nobody."""
        return Row(
            row=row, content=content_of(row), by=self._by, role=Role.INTELLIGENCE_OFFICER.value,
            place=self._place, at=at, compartment="INT",
        )  # fmt: skip

    def report(self, person: UUID, told: tuple[Any, ...], *, shared: bool) -> Iterator[Row]:
        """A report, its words, and a statement of it where it is shared."""
        ago, review, end, kind, source, information, raw, sanitised = told
        at, item, ends = self._on - ago * _DAY, self.id(), self._on + end * _DAY
        row = new(
            Report, id=item, first=item, person_id=person, recorded_at=at, recorded_by=self._by,
            review_at=self._on + review * _DAY, expires_at=ends,
        )  # fmt: skip
        yield self.row(row, at)
        words = {
            "code": "N-14", "source": source, "information": information, "handling": "1",
            "raw": raw, "sanitised": sanitised, "action": "The place is searched.",
            "necessity": "Somebody may be hurt or pressed.",
            "proportionality": "One search, and no measure against anybody.", "confirmed": True,
        }  # fmt: skip
        yield self._sealed(item, person, item, "report", words, at, ends, kind)
        if not shared:
            return
        statement, when, until = self.id(), at + _DAY, self._on + 30 * _DAY
        yield self.row(
            new(
                Statement, id=statement, first=statement, person_id=person, item=item,
                recorded_at=when, recorded_by=self._by, decided_at=when, expires_at=until,
            ),
            when,
        )  # fmt: skip
        said = {
            "text": sanitised, "source": source, "information": information,
            "decision": "The wing has to know before the kitchen work is given.",
            "officer": self._by,
        }  # fmt: skip
        yield self._sealed(statement, person, item, "statement", said, when, until, "")

    def _sealed(
        self, row: UUID, person: UUID, item: UUID, kind: str, words: Mapping[str, object],
        at: datetime, ends: datetime, source_kind: str,
    ) -> Row:  # fmt: skip
        said = json.dumps({"row": str(row), **words}, ensure_ascii=False, sort_keys=True).encode()
        drawn = self._chance.randbytes(16)
        token = Fernet(DEMO_KEY)._encrypt_from_parts(said, int(at.timestamp()), drawn)
        sealed = new(
            Sealed, id=row, person_id=person, item=item, kind=kind, source_kind=source_kind,
            words=token.decode(), recorded_at=at, expires_at=ends,
        )  # fmt: skip
        return self.row(sealed, at)
