"""Rows that open files are written together: each is still whole or refused, with its entries."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from tests.casework.custody.made import AT, DAY
from tests.imports.conftest import Take
from tests.imports.made import HEAD, MAP, ONE, refusal, results
from tests.staff import see_all_rows
from throughcare.casework.custody.models import Bed, Placement, Stay
from throughcare.casework.people.models import Person
from throughcare.imports.run import BrokenOff
from throughcare.kernel.models import Place
from throughcare.register import actions as register
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db

WITH_BED = MAP.replace("{place: cell}", "{place: cell, bed: bed}")
BEDS = HEAD.strip() + ",bed\n"


def row(number: int, more: str = "") -> str:
    """One person more; nobody's name sounds like another's."""
    name = f"Amel {'BDFGKLMNRSTVZ'[number]}a{'TSRNMLKGFDBZV'[number]}ou"
    changed = ONE.replace("1,Amel Trabelsi", f"{number},{name}").replace("7/26", f"{number}/26")
    return changed.strip() + more + "\n"


def test_of_two_rows_that_give_one_bed_the_second_alone_is_refused(take: Take) -> None:
    bed = Bed(id=uuid4(), place=Place.objects.get(path="north/a/1/01"), code="A")
    bed.used_from = AT - 900 * DAY
    bed.save(force_insert=True)
    outcome = take(BEDS + row(1, ",A") + row(2, ",A") + row(3, ","), WITH_BED)
    assert results(outcome) == ["accepted", "refused", "accepted"]
    assert refusal(outcome).reason.startswith("somebody lies in bed A at that time")
    see_all_rows("SEN")
    assert Person.objects.count() == Stay.objects.count() == Placement.objects.count() == 2
    assert results(take(BEDS + row(1, ",A") + row(2, ",") + row(3, ","), WITH_BED)) == [
        "unchanged", "accepted", "unchanged",
    ]  # fmt: skip


def test_every_row_that_is_written_has_its_entry_in_the_order_of_the_acts(take: Take) -> None:
    take(HEAD + row(1) + row(2), MAP)
    see_all_rows("SEN")
    for person in Person.objects.all():
        events = (
            Entry.objects.filter(about=person.id).order_by("id").values_list("event", flat=True)
        )
        assert list(events) == [
            "people.file_opened", *["people.fact_stated"] * 4, "custody.order_registered",
            "custody.stay_taken_over", "custody.status_taken_over", "custody.placement_taken_over",
            "imports.row_taken_over",
        ]  # fmt: skip


def test_where_the_entries_cannot_be_written_no_row_stands(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(entries: Any) -> int:
        raise DatabaseError("the register is full")

    monkeypatch.setattr(register, "record_many", fail)
    with pytest.raises(BrokenOff, match="the register is full"):
        take(HEAD + row(1) + row(2), MAP)
    see_all_rows("SEN")
    assert not Person.objects.exists()
    assert not Stay.objects.exists()


def test_the_database_is_asked_as_often_for_twelve_new_people_as_for_two(take: Take) -> None:
    def asked(*numbers: int, **more: Any) -> int:
        with CaptureQueriesContext(connection) as captured:
            outcome = take(HEAD + "".join(row(number) for number in numbers), MAP, dry=True, **more)
        assert set(results(outcome)) == {"accepted"}
        return len(captured)

    assert asked(*range(1, 13)) == asked(1, 2)


def test_two_rows_of_one_new_person_in_one_batch_are_one_file(take: Take) -> None:
    mapping = MAP.replace("person: no\n", "person: no\nkey: [no, cell]\n").replace(
        "{place: cell}", "{place: cell, since: placed}"
    )
    first, later = row(1, ",2026-03-02"), row(1, ",2026-04-02").replace("a/1/01", "a/1/02")
    outcome = take(HEAD.strip() + ",placed\n" + first + row(2, ",2026-03-02") + later, mapping)
    assert results(outcome) == ["accepted", "accepted", "accepted"]
    assert outcome.people_new == 2
    see_all_rows("SEN")
    standing = Placement.objects.filter(stood_until=None).order_by("since")
    assert standing.count() == 3
    assert standing.filter(until=None).count() == 2
