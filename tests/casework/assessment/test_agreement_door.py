"""Pairs of ratings come through one door, to what counts by night; pages get figures of nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from tests.casework.assessment.made import DAY, INSPECTOR, grown
from tests.casework.assessment.made_assessment import (
    APPROVER,
    JUDGED,
    NOW,
    SECOND_RATER,
    finished,
    psychologist,
    rated,
    rated_twice,
)
from tests.casework.assessment.made_pairs import FIRST, SECOND, mixed, rated_by_two
from tests.staff import see_no_rows
from throughcare.access.models import Account
from throughcare.access.question import Viewer
from throughcare.access.walls import seeing_all
from throughcare.casework.assessment import actions, desk, tools
from throughcare.casework.assessment.actions import agreement_is_due, count_agreement
from throughcare.casework.assessment.actions.counting import ENTER
from throughcare.casework.assessment.models import Assessment, KeptAgreement, Rating
from throughcare.casework.assessment.rated_pairs import rated_twice as counted
from throughcare.jobs import counting

pytestmark = pytest.mark.django_db
PAIRS = "SELECT * FROM assessment_rated_pairs()"


def pairs_as(viewer: Viewer | None) -> list[Any]:
    """What comes through the door to a viewer, or to nobody."""
    see_no_rows()
    with transaction.atomic(), connection.cursor() as cursor:
        if viewer is not None:
            cursor.execute("SELECT people_enter(%s, %s)", [viewer.account, timezone.now()])
        cursor.execute(PAIRS)
        return cursor.fetchall()


def pairs() -> list[Any]:
    """What comes through it to what counts."""
    with transaction.atomic(), seeing_all(ENTER), connection.cursor() as cursor:
        cursor.execute(PAIRS)
        return cursor.fetchall()


def codes() -> set[tuple[str, str, str]]:
    """Each item with the codes of the first and the second rater."""
    return {(one[4], one[6], one[8]) for one in pairs()}


def test_the_door_gives_pairs_to_what_counts_and_to_no_viewer() -> None:
    person = grown()
    rated_by_two(mixed(6))
    assert len(pairs()) == 6
    for viewer in (None, psychologist(person), INSPECTOR):
        assert pairs_as(viewer) == []


def test_what_counts_sees_no_row_of_any_file() -> None:
    rated_by_two(mixed(6))
    with transaction.atomic(), seeing_all(ENTER):
        assert not Rating.objects.exists() and not Assessment.objects.exists()


def test_a_pair_has_no_person_no_file_and_no_account_in_it() -> None:
    cases = rated_by_two(mixed(6))
    told = str(pairs())
    for name in (*map(str, cases), str(FIRST), str(SECOND)):
        assert name not in told, name


def test_only_what_both_raters_finished_is_counted() -> None:
    person = grown()
    row, second = finished(person), psychologist(person, SECOND_RATER)
    actions.begin_second_rating(by=second, at=NOW, assessment_id=row.id)
    rated(row, second)
    assert pairs() == []
    actions.finish_second_rating(by=second, at=NOW, assessment_id=row.id, judged=JUDGED)
    assert len(pairs()) > 0


def test_an_assessment_that_was_stopped_is_not_counted() -> None:
    person = grown()
    row = rated_twice(person)
    assert len(pairs()) > 0
    by = psychologist(person)
    actions.stop_assessment(by=by, at=NOW, assessment_id=row.id, why="the person was a child")
    assert pairs() == []


def test_what_is_rated_anew_after_each_saw_the_other_is_not_counted() -> None:
    person = grown()
    row = rated_twice(person, D1="1")
    before, me, approver = codes(), psychologist(person), psychologist(person, APPROVER)
    actions.send_back_assessment(by=approver, at=NOW + DAY, assessment_id=row.id, why="look again")
    again: dict[str, Any] = {"by": me, "at": NOW + DAY, "assessment_id": row.id}
    actions.rate(**again, item="D1", code="NI", evidence="")
    assert codes() == before
    assert ("D1", "0", "1") in before


def test_two_accounts_of_one_human_being_are_one_rater() -> None:
    rated_by_two([("0", "0")])
    holder = Account.objects.get(pk=FIRST).holder
    Account.objects.create(pk=963, name="rater 963", holder=holder)
    rated_by_two([("1", "1")], raters=(963, SECOND))
    assert len({row[5] for row in pairs()}) == 1


def test_a_tool_whose_file_has_gone_is_told_and_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rated_by_two(mixed(6))
    monkeypatch.setattr("throughcare.casework.assessment.rated_pairs.tools", lambda: ())
    with transaction.atomic(), seeing_all(ENTER):
        found = counted()
    assert [(one.left_out, one.items) for one in found.values()] == [(True, {})]
    assert tools.tools()


def test_who_does_not_count_writes_no_figures() -> None:
    see_no_rows()
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        KeptAgreement.objects.create(tool="t", tool_version="1", counted_at=timezone.now())
    count_agreement(at=timezone.now())
    assert KeptAgreement.objects.all().delete()[0] == 0, "nor takes them away"
    assert KeptAgreement.objects.exists()


def test_it_is_counted_once_a_night_and_at_once_where_nothing_was() -> None:
    noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
    night = desk.last_night(noon)
    assert night <= noon < night + timedelta(days=1)
    assert desk.last_night(night) == night
    assert desk.last_night(night - timedelta(microseconds=1)) == night - timedelta(days=1)
    assert agreement_is_due(at=noon)
    count_agreement(at=noon)
    assert not agreement_is_due(at=noon)
    after = night + timedelta(days=1)
    assert not agreement_is_due(at=after - timedelta(microseconds=1))
    assert agreement_is_due(at=after)
    count_agreement(at=after)
    assert KeptAgreement.objects.get().counted_at == after, "the old figures are replaced"


def test_the_job_counts_what_is_due_and_nothing_twice() -> None:
    counting.once()
    first = KeptAgreement.objects.get().counted_at
    counting.once()
    assert KeptAgreement.objects.get().counted_at == first
