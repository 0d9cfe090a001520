"""The quick search of names finds what the plain one of migration 0003 finds, in the same order."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.db import transaction

from bench.names.load import AT as WRITTEN
from bench.names.load import LARGE, SMALL, copy_all, fillers
from bench.names.people import HELD_OUT, TUNED, pairs
from tests.casework.people.made import HOUR, viewer
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.access.walls import behind
from throughcare.casework.people import actions, doors
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.casework.people.queries import near
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect
from throughcare.kernel.words import MOST_WORDS

AMONG, LATER = 3_000, WRITTEN + HOUR
# Common words alone, one word, a common word beside a rare one, two scripts, nothing.
TYPED = (
    "Mohamed Ali", "Ali", "علي", "Mohamed Ali Ahmed Hussein Hassan", "Sergey Bazenov", "ов",
    "Valetnina Orlova", "Jean Okello Musoke", "عبد الكريم الغربي", "Nobody Atall", "Ben Ali",
)  # fmt: skip
_PLAIN = import_module("throughcare.casework.people.migrations.0003_search")._NEAR
_QUICK = import_module("throughcare.casework.people.migrations.0005_near_quicker")


def plain(sql: str) -> str:
    """The plain function beside the quick one; it too adds up without errors of the last digit."""
    beside = sql.replace("FUNCTION people_near(", "FUNCTION people_near_plain(")
    return beside.replace("sum(h.weight)", "round(sum(h.weight)::numeric, 9)::float8")


@pytest.fixture
def typed(own_database: str, cluster: DataFolder) -> list[str]:
    """A country with a prison of thousands, and what somebody types there."""
    labelled = [*pairs(TUNED), *pairs(HELD_OUT)]
    _, everybody = fillers(AMONG, labelled, seed=1)
    copy_all(cluster, own_database, everybody, seed=1)
    with connect(cluster, own_database, OWNER) as owner:
        owner.execute(plain(_PLAIN))
        owner.execute(
            "UPDATE people_person SET held_at = %s WHERE held_at <> %s AND id <> ALL (%s)",
            [LARGE, SMALL, [person for _, person in everybody[::7]]],
        )
    return [*TYPED, *(pair.other for pair in labelled[::9])]


def handed_over(officer: Viewer, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What each of the two hands over, the quick one first."""
    found: list[Any] = []
    for name in ("people_near(", "people_near_plain("):
        with monkeypatch.context() as for_now, transaction.atomic():
            for_now.setattr(near, "_ASK", near._ASK.replace("people_near(", name))
            with behind(officer, at=LATER, enter=doors.ENTER):
                found.append(near._handed_over(text, at=LATER))
    return found


def test_the_quick_way_finds_what_the_plain_way_finds(
    typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    officers = [
        viewer(Role.NPM_INSPECTOR, "service", account=11),
        viewer(Role.ADMISSIONS_OFFICER, LARGE, account=12),
        viewer(Role.ADMISSIONS_OFFICER, SMALL, account=13),
    ]
    see_all_rows()
    held = [list(Person.objects.filter(held_at=one).order_by("id")) for one in (LARGE, SMALL)]
    assert len(held[0]) > _QUICK._FEW > len(held[1]) > 0
    merging = officers[1]
    for whole, part in zip(held[0][:40:2], held[0][1:40:2], strict=True):
        actions.merge(by=merging, at=LATER, kept=whole.id, merged=part.id, why="one person")
    # Parts that were held in the large prison, of files that are not held there any more.
    moved = list(zip(held[0][:8:2], held[0][1:8:2], strict=True))
    for whole, _ in moved:
        actions.hold_at(by=merging, at=LATER, person_id=whole.id, establishment=SMALL, why="order")
    named = [
        Fact.objects.filter(person=part, kind=Kind.NAME)[0].value["parts"] for _, part in moved
    ]
    texts = [" ".join(part["text"] for part in parts) for parts in named]
    most = 0
    for officer in officers:
        for text in [*texts, *typed]:
            quick, slow = handed_over(officer, text, monkeypatch)
            assert quick == slow, (officer.account, text)
            most = max(most, len(quick))
    assert most > 100


def test_there_are_marks_for_the_longest_question() -> None:
    """A word is equal, alike or one away, in two kinds of readings; neighbours have no third."""
    assert MOST_WORDS * 3 * 2 + (MOST_WORDS - 1) * 2 <= 63
