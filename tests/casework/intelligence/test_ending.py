"""What has ended is read by nobody from that instant on, and is destroyed by night."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import yaml

from standards.findings import Status
from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DAY,
    DIRECTOR,
    INTELLIGENCE,
    RAW,
    answered,
    grown,
    named,
    now,
    officer,
    report,
    shared,
    sql,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, written
from throughcare.casework.intelligence import actions, policy, queries
from throughcare.casework.intelligence.grades import no_informants
from throughcare.casework.intelligence.models import EVERY, Report, Sealed
from throughcare.casework.intelligence.ruled import Told, judged
from throughcare.casework.people.rows import content_of, table_of
from throughcare.register.encoding import digest_of
from throughcare.register.queries import latest_about

ROOM = Path(policy.__file__).parent
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def soon_over(person: UUID, seconds: float = 1.5) -> UUID:
    """A report that ends in a moment."""
    at = now()
    end = at + timedelta(seconds=seconds)
    return report(person, at=at, review_at=end, expires_at=end)


def test_at_its_end_no_row_is_read_before_any_job_ran() -> None:
    person = grown()
    soon_over(person)
    see_all_rows("INT")
    assert Report.objects.count() == Sealed.objects.count() == 1
    time.sleep(1.6)
    assert Report.objects.count() == Sealed.objects.count() == 0
    assert queries.reports_of(officer(), person, at=now()).seen == []
    assert queries.received(officer(), at=now()) == []


def test_a_query_as_of_its_end_reads_nothing_and_a_second_before_it_does() -> None:
    person = grown()
    item = report(person)
    end = queries.reports_of(officer(), person, at=now()).seen[0].expires_at
    before = end - timedelta(seconds=1)
    assert [one.item for one in queries.reports_of(officer(), person, at=before).seen] == [item]
    assert queries.reports_of(officer(), person, at=end).seen == []


def test_the_job_puts_nothing_in_the_place_of_the_words_and_the_register_says_so() -> None:
    person = grown()
    item = soon_over(person)
    lasting = report(person)
    assert actions.destroy_ended(at=now()) == 0
    time.sleep(1.6)
    assert actions.destroy_ended(at=now()) == 1
    assert actions.destroy_ended(at=now()) == 0
    event = "SELECT event || coalesce(about::text, '') FROM register_entry WHERE row_key = %s "
    assert sql(event + "ORDER BY id DESC", str(item)) == "intelligence.destroyed"
    assert [one.item for one in queries.reports_of(officer(), person, at=now()).seen] == [lasting]


def test_the_job_destroys_nothing_early_whatever_hour_it_is_told() -> None:
    report(grown())
    assert actions.destroy_ended(at=now() + 400 * DAY) == 0


def test_a_statement_ends_with_its_report_or_before() -> None:
    person = grown()
    item = report(person)
    shared(item)
    (seen,) = queries.statements_about(DIRECTOR, person, at=now()).seen
    assert queries.statements_about(DIRECTOR, person, at=seen.expires_at).seen == []


def test_a_statement_withdrawn_is_read_by_nobody() -> None:
    person = grown()
    row = shared(report(person))
    actions.withdraw(by=officer(), at=now(), statement_id=row.first)
    assert queries.statements_about(DIRECTOR, person, at=now()).seen == []


def test_a_statement_shows_its_grade_its_end_and_the_decision_and_nothing_of_the_source() -> None:
    person = grown()
    shared(report(person))
    (seen,) = queries.statements_about(DIRECTOR, person, at=now()).seen
    assert (seen.source, seen.information, seen.item) == ("B", "2", None)
    assert "K-7" not in repr(seen) and RAW not in repr(seen)


def test_the_register_tells_of_each_row_as_it_stands() -> None:
    person = grown()
    item = report(person)
    shared(item)
    named()
    answered(item)
    actions.keep(by=officer(), at=now(), item=item, review_at=now() + 9 * DAY, why="Still so.")
    actions.delete(by=officer(), at=now(), item=item, why="Found.")
    see_all_rows("INT")
    for model in EVERY:
        for row in model._default_manager.all():
            entry = latest_about(table_of(row), str(row.pk))
            assert entry is not None, row
            assert bytes(entry.digest) == digest_of(content_of(row)), row


def test_the_numbers_are_those_of_the_database() -> None:
    said = (ROOM / "migrations/0002_walls.py").read_text(encoding="utf-8")
    assert f"interval '{policy.longest().days} days'" in said
    assert f"interval '{policy.review_within().days} days'" in said
    assert f"interval '{policy.answer_holds().days} days'" in said
    assert all(f'"{role.value}"' in said for role in no_informants())
    assert "source" in yaml.safe_load((ROOM / "policy.yaml").read_text(encoding="utf-8"))


def test_a_report_not_looked_at_for_half_a_year_is_late_by_the_rule_inside_the_wall() -> None:
    at = now()
    late = Told(item=UUID(int=1), who=UUID(int=9), since=at - 200 * DAY, until=at + 90 * DAY,
                confidential=False, reviews=())  # fmt: skip
    kept = Told(item=UUID(int=2), who=UUID(int=9), since=at - 200 * DAY, until=at + 90 * DAY,
                confidential=False, reviews=(at - 50 * DAY,))  # fmt: skip
    found = judged([late, kept], zone="Africa/Tunis", at=at)
    broken = {(one.rule, one.key) for one in found if one.status == Status.BREACHED}
    assert broken == {("vep-15", str(late.item))}
    due = {(one.rule, one.key) for one in found if one.status == Status.DUE}
    assert ("vep-15", str(kept.item)) in due


def test_what_came_from_a_confidential_relation_would_be_broken_at_once() -> None:
    at = now()
    told = Told(item=UUID(int=1), who=UUID(int=9), since=at - DAY, until=at + DAY,
                confidential=True, reviews=())  # fmt: skip
    found = judged([told], zone="UTC", at=at)
    assert "vep-14" in {one.rule for one in found if one.status == Status.BREACHED}


def test_the_desk_shows_by_when_and_under_which_rule() -> None:
    person = grown()
    report(person, at=now() - 170 * DAY, review_at=now() + 5 * DAY, expires_at=now() + 90 * DAY)
    desk = queries.desk_of(officer(), at=now())
    (row,) = desk.rows
    assert (row.person_id, row.rule, row.status) == (person, "vep-15", "due")
    assert row.due_at is not None and row.due_at - now() < 15 * DAY
    assert desk.kept == ["vep-14", "vep-15"]


def test_the_desk_says_that_it_is_late_and_no_more_once_it_is_kept() -> None:
    person = grown()
    item = report(
        person, at=now() - 190 * DAY, review_at=now() - 20 * DAY, expires_at=now() + 90 * DAY
    )
    assert [one.status for one in queries.desk_of(officer(), at=now()).rows] == ["breached"]
    actions.keep(by=officer(), at=now(), item=item, review_at=now() + 60 * DAY, why="Still so.")
    assert [one.status for one in queries.desk_of(officer(), at=now()).rows] == ["due"]


def test_an_answer_is_read_with_its_item() -> None:
    person = grown()
    item = report(person)
    named(INTELLIGENCE)
    answered(item)
    (seen,) = queries.reports_of(officer(), person, at=now()).seen
    assert [one.why for one in seen.answers] == ["It would cost the source dearly."]
