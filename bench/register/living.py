"""Living rows of people against the register: how long the comparison takes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

FACTS = 11  # of each person, so that 100,000 people have 1.2 million rows
_AT_ONCE = 500  # people whose rows are held at a time
_OPENED = datetime(2026, 3, 1, tzinfo=UTC)


def measure_living(people: int) -> dict[str, Any]:
    """Fill the tables of people in bulk, with their entries, and compare every row.

    The entries stay unsealed: only the comparison is measured.
    """
    from django.db import connection

    from throughcare.casework.people.proofs import announce_tables
    from throughcare.cluster.roles import OWNER
    from throughcare.register.proofs import compare_living, withdraw
    from throughcare.register.reading import snapshot

    connection.close()  # filled in bulk and compared as the commands do it: by the tables' owner
    connection.settings_dict["USER"] = OWNER
    for begin in range(0, people, _AT_ONCE):
        _fill(begin, min(begin + _AT_ONCE, people))
    announce_tables()
    withdraw("people_note")  # the side without the register wrote notes without entries
    connection.ensure_connection()
    source = connection.connection
    began, worked = time.perf_counter(), time.process_time()
    with snapshot(source):
        rows, trouble = compare_living(source)
    seconds = time.perf_counter() - began
    return {
        "rows": rows, "trouble": str(trouble or ""), "seconds": round(seconds, 2),
        "own_cpu_seconds": round(time.process_time() - worked, 2),
        "microseconds_a_row": round(seconds / rows * 1e6, 1),
    }  # fmt: skip


def _fill(begin: int, end: int) -> None:
    from django.db import transaction

    from throughcare.casework.people.models import Fact, Person
    from throughcare.register.actions import record_many

    persons = [_person(number) for number in range(begin, end)]
    facts = [_fact(person, number) for person in persons for number in range(FACTS)]
    with transaction.atomic():
        Person.objects.bulk_create(persons)
        Fact.objects.bulk_create(facts)
        record_many(_drafts(persons, "people.file_opened"))
        record_many(_drafts(facts, "people.fact_stated"))


def _person(number: int) -> Any:
    from throughcare.casework.people.models import Person
    from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

    at = _OPENED + timedelta(seconds=number)
    return Person(
        id=sortable_id(at, os.urandom(RANDOM_BYTES)), held_at="north", opened_at=at, opened_by="1"
    )


def _fact(person: Any, number: int) -> Any:
    from throughcare.casework.people.models import Fact
    from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

    at = person.opened_at + timedelta(milliseconds=number)
    return Fact(
        id=sortable_id(at, os.urandom(RANDOM_BYTES)), person=person, kind="identifier",
        compartment="ID", value={"system": "s", "number": str(number), "read": str(number)},
        standing="stated", recorded_at=at, recorded_by="1", made_in=number + 2,
    )  # fmt: skip


def _drafts(rows: list[Any], event: str) -> Iterator[Any]:
    from throughcare.casework.people.rows import content_of, table_of
    from throughcare.register.actions import Draft

    for row in rows:
        at = getattr(row, "recorded_at", None) or row.opened_at
        yield Draft(
            event=event, by="1", role="admissions officer", place="north", happened_at=at, at=at,
            about=getattr(row, "person_id", row.pk), compartment="ID", table=table_of(row),
            row=str(row.pk), content=content_of(row),
        )  # fmt: skip
