"""What the engine says of assessments: in time, by somebody trained, from several professions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from tests.casework.assessment.made import AT, DAY, grown
from tests.casework.assessment.made_assessment import NOW, approved, finished, psychologist
from tests.casework.assessment.made_status import in_force
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of
from throughcare.casework.assessment import actions
from throughcare.casework.safety.limits import rulebook
from throughcare.duties.rules import checks_on

pytestmark = pytest.mark.django_db


def statuses(person: UUID, rule: str, at: datetime) -> list[str]:
    """What the engine says of a rule at a moment, with what was known then."""
    see_all_rows("SEN", "PLN", "PSY")
    archive = archive_of(person, known_at=at)
    said = evaluate_archive(
        archive, [checks_on(at.date())[rule]], as_of=from_datetime(at),
        known_at=from_datetime(at), derivations=rulebook().derivations,
    )  # fmt: skip
    return [one.status.value for one in said]


def marked(**more: Any) -> UUID:
    """Somebody with a mark that was confirmed at once."""
    person = grown()
    in_force(person, **more)
    return person


def test_an_assessment_is_due_thirty_days_after_the_mark_and_met_once_it_is_approved() -> None:
    person = marked()
    assert statuses(person, "vep-01", AT + 10 * DAY) == ["due"]
    assert statuses(person, "vep-01", AT + 40 * DAY) == ["breached"]
    approved(person)
    assert statuses(person, "vep-01", NOW + DAY) == ["met"]


def test_a_rating_that_nobody_approved_is_no_assessment() -> None:
    person = marked()
    finished(person)
    assert statuses(person, "vep-01", NOW + DAY) == ["due"]


def test_it_is_made_anew_every_six_months_while_the_mark_holds() -> None:
    person = marked()
    row = approved(person)
    assert statuses(person, "vep-05", NOW + 30 * DAY)[-1] == "due"
    assert "breached" not in statuses(person, "vep-05", NOW + 100 * DAY)
    assert row.valid_until is not None


def test_the_assessor_is_trained_and_several_professions_contributed() -> None:
    person = marked()
    approved(person)
    for rule in ("vep-06", "vep-07"):
        assert statuses(person, rule, NOW + 8 * DAY) == ["met"], rule


def test_a_stopped_assessment_counts_for_nothing() -> None:
    person = marked()
    row = finished(person)
    actions.stop_assessment(
        by=psychologist(person), at=NOW + timedelta(hours=1), assessment_id=row.id, why="released"
    )
    assert statuses(person, "vep-06", NOW + 8 * DAY) == []
