"""A machine reads the day of release with its lines, and who should be free already."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import OrderKind, SentenceKind
from throughcare.kernel.models import Place

from .made import NEW_YEAR, file_by, machine_of, now, officer

pytestmark = pytest.mark.django_db
# Days are those of the prison, which is an hour ahead of the machine's.
TUNIS = ZoneInfo("Africa/Tunis")


@pytest.fixture
def overdue() -> UUID:
    """Somebody whose thirty days ended ten days ago."""
    Place.objects.create(
        kind="establishment", code="north", path="north", time_zone="Africa/Tunis",
        used_from=NEW_YEAR,
    )  # fmt: skip
    by, at = officer(), now()
    file = file_by(by)
    order = actions.register_order(
        by=by, at=at, person_id=file.id, kind=OrderKind.SENTENCE, authority="Court", number="1",
        issued_on=date(2026, 1, 5), valid_from=at - timedelta(days=1),
    )  # fmt: skip
    actions.receive(by=by, at=at, person_id=file.id, establishment="north", admitted_at=at)
    actions.add_sentence(
        by=by, at=at, person_id=file.id, order_id=order.id, kind=SentenceKind.FIXED, days=30,
        starts_on=at.astimezone(TUNIS).date() - timedelta(days=40),
    )  # fmt: skip
    return file.id


def test_the_day_is_told_with_the_rule_of_each_line(overdue: UUID) -> None:
    said = machine_of(officer()).get(f"/people/{overdue}/release-dates", why="check")
    assert said.status == 200, said.body
    assert said.body["due"] == "overdue" and not said.body["redacted"]
    assert said.body["confirmed"] is False
    assert [line["said"] for line in said.body["lines"]][:2] == ["begins", "term"]
    assert said.body["lines"][1]["rule"]["source"] == "default of this software"


def test_who_reads_sentences_redacted_is_told_the_day_alone(overdue: UUID) -> None:
    guard = officer(Role.SECURITY_OFFICER, account=7)
    said = machine_of(guard).get(f"/people/{overdue}/release-dates", why="check")
    assert said.status == 200, said.body
    assert said.body["redacted"] and said.body["final"] and not said.body["lines"]


def test_another_prison_is_told_of_nobody(overdue: UUID) -> None:
    elsewhere = machine_of(officer(place="south", account=8))
    assert elsewhere.get(f"/people/{overdue}/release-dates", why="check").status == 404
    assert elsewhere.get("/releases").body["rows"] == []


@pytest.mark.parametrize("asked", [{}, {"establishment": "north"}])
def test_the_list_of_releases_begins_with_who_should_be_free(
    overdue: UUID, asked: dict[str, str]
) -> None:
    said = machine_of(officer()).get("/releases", **asked)
    assert said.status == 200, said.body
    assert [(row["person"], row["due"], row["days"]) for row in said.body["rows"]] == [
        (str(overdue), "overdue", 10)
    ]
