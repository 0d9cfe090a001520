"""The files of one person, found at once, are those of which each says whose it is."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from tests.casework.people.made import ADMISSIONS, AT, COLLEAGUE, person
from throughcare.casework.people import actions

pytestmark = pytest.mark.django_db


def join(kept: UUID, merged: UUID) -> None:
    actions.propose_duplicate(by=COLLEAGUE, at=AT, one=kept, other=merged, why="one photo")
    actions.merge(by=ADMISSIONS, at=AT, kept=kept, merged=merged, why="same fingerprints")


def parts(whole: UUID) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT unnest(people_parts(%s))", [whole])
        return {one for (one,) in cursor.fetchall()}


def of_each(whole: UUID, files: list[UUID]) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a FROM unnest(%s::uuid[]) a WHERE people_whole(a) = %s", [files, whole]
        )
        return {one for (one,) in cursor.fetchall()}


def test_files_that_were_joined_one_after_another_and_parted_again_are_found_at_once() -> None:
    files = [person(name).id for name in ("Samir", "Samira", "Samer", "Sami", "Adam")]
    first, second, third, fourth, alone = files
    assert parts(first) == {first}
    join(third, fourth)
    join(second, third)
    join(first, second)
    assert parts(first) == {first, second, third, fourth} == of_each(first, files)
    assert parts(alone) == {alone} == of_each(alone, files)
    actions.unmerge(by=ADMISSIONS, at=AT, merged=second, why="two brothers")
    for whole in (first, second, alone):
        assert parts(whole) == of_each(whole, files)
    assert parts(first) == {first}
