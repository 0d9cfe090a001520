"""What the rules say of programmes, through actions and the engine: kept, and broken."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from tests.casework.assessment.made_status import in_force
from tests.casework.custody.made import with_status
from tests.casework.programmes.made import (
    AT,
    DAY,
    HOUR,
    day_of,
    enrolled,
    entry,
    group,
    grown,
    manager,
    offered,
    programme,
    referred,
    refused_by,
    said_yes,
    staff,
    teacher,
)
from tests.staff import see_all_rows
from throughcare.access.terms import Compartment, Role
from throughcare.casework.archive import archive_of
from throughcare.casework.custody.models import LegalStatus
from throughcare.casework.people.files import fresh_id
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.models import Group, Referral
from throughcare.casework.rows.anew import anew
from throughcare.duties.queries.covered import coverage_now
from throughcare.duties.rules import checks_on, rulebook

pytestmark = pytest.mark.django_db
WEEK = 7 * DAY


def said_of(person: UUID, rule: str, at: datetime) -> set[str]:
    """What the engine says of the person under one rule, as of a moment."""
    see_all_rows(*(one.value for one in Compartment))
    found = evaluate_archive(
        archive_of(person, known_at=at), [checks_on(day_of(at))[rule]], as_of=from_datetime(at),
        derivations=rulebook().derivations,
    )  # fmt: skip
    return {str(one.status) for one in found if one.who == str(person)}


def vep(person: UUID) -> None:
    """Marked as violent extremist, by two people."""
    in_force(person)


def aimed(**more: object) -> tuple[object, Group]:
    """A programme of disengagement with a group."""
    course = programme(kind="mentoring", name="New Paths", aims_at_beliefs=True, **more)
    return course, group(course)


def test_an_enrolment_in_disengagement_is_kept_by_consent_and_broken_without_it() -> None:
    person = grown()
    vep(person)
    course, into = aimed()
    row = enrolled(person, course, into, at=AT + 10 * DAY)  # type: ignore[arg-type]
    assert said_of(person, "vep-09", AT + 11 * DAY) == {"met"}
    # No action writes an enrolment without it, and the database takes none.
    other = grown(name="Karim")
    listed = offered(other, course, at=AT)  # type: ignore[arg-type]
    see_all_rows("PRG")
    new = anew(listed, state="accepted", consented_at=AT)
    new.id, new.person_id, new.recorded_at = fresh_id(AT), other, AT
    new.recorded_by, new.replaces_id = str(manager().account), listed.id
    with refused_by("accepted_by_consent"):
        new.save(force_insert=True)
    # Consent that was written down only afterwards does not help: dating back cures nothing.
    backdated(person, row)
    assert said_of(person, "vep-09", AT + 20 * DAY) == {"breached"}


def backdated(person: UUID, row: Referral) -> None:
    """As a hand in the tables could leave it: written down a day after the enrolment."""
    from throughcare.casework.programmes.models import Consent

    see_all_rows("PRG")
    word = Consent.objects.get(referral=row.first, stood_until=None)
    Consent.objects.filter(id=word.id).update(stood_until=AT + 10 * DAY + HOUR)
    new = anew(word)
    new.id, new.person_id, new.recorded_at = fresh_id(AT), person, AT + 11 * DAY
    new.recorded_by, new.replaces_id = str(manager().account), word.id
    new.save(force_insert=True)


def test_progress_is_noted_each_month_while_somebody_takes_part() -> None:
    person = grown()
    vep(person)
    course, into = aimed()
    row = enrolled(person, course, into, at=AT + 5 * DAY)  # type: ignore[arg-type]
    assert said_of(person, "vep-26", AT + 10 * DAY) == {"due"}
    assert "breached" in said_of(person, "vep-26", AT + 60 * DAY)
    actions.note_progress(
        by=manager(person), at=AT + 20 * DAY, referral_id=row.first, words="Came and talked.",
        noted_at=AT + 20 * DAY,
    )  # fmt: skip
    assert "breached" not in said_of(person, "vep-26", AT + 40 * DAY)


def test_nothing_more_is_due_of_who_has_withdrawn() -> None:
    person = grown()
    vep(person)
    course, into = aimed()
    row = enrolled(person, course, into, at=AT + 5 * DAY)  # type: ignore[arg-type]
    actions.withdraw_consent(
        by=manager(person), at=AT + 6 * DAY, person_id=person, referral_id=row.first
    )
    assert "breached" not in said_of(person, "vep-26", AT + 80 * DAY)


@pytest.mark.parametrize(("until", "said"), [("2027-01-05", "met"), ("2026-03-04", "breached")])
def test_who_leads_from_outside_is_vetted_and_inducted_on_the_day(until: str, said: str) -> None:
    from datetime import date

    person = grown()
    vep(person)
    course = programme(from_outside=True)
    outside = actions.name_worker(
        by=manager(), at=AT, place="north", name="Hedi", comes_from="Club",
        vetted_on=date(2026, 1, 5), inducted_on=date(2026, 1, 6),
        valid_until=date.fromisoformat(until),
    )  # fmt: skip
    into = group(course, leader="", worker_id=outside.id)
    enrolled(person, course, into)
    actions.write_register(
        by=teacher(person), at=AT + WEEK + 3 * HOUR, group_id=into.id, on=day_of(AT + WEEK),
        entries=[entry(person)],
    )  # fmt: skip
    assert said_of(person, "vep-12", AT + 8 * DAY) == {said}


def test_a_measure_after_a_refusal_is_looked_at_by_another_authority_in_a_week() -> None:
    person = grown()
    vep(person)
    row = said_yes(offered(person, programme()), given=False)
    at = AT + 5 * DAY
    noted = actions.note_measure_after_refusal(
        by=manager(person), at=at, referral_id=row.first, measure="No visits.", measure_at=at
    )
    assert said_of(person, "vep-10", at + DAY) == {"due"}
    assert said_of(person, "vep-10", at + 9 * DAY) == {"breached"}
    actions.review_refusal(
        by=staff(Role.PSYCHOLOGIST, 962, person), at=at + DAY, person_id=person,
        review_id=noted.id, authority="Inspectorate", found="No link.",
    )  # fmt: skip
    assert said_of(person, "vep-10", at + 9 * DAY) == {"met"}


def test_who_does_not_read_gets_a_school_place_in_a_month() -> None:
    person = grown(status="sentenced")
    actions.check_literacy(
        by=manager(person), at=AT, person_id=person, reads="no", checked_at=AT
    )  # fmt: skip
    assert said_of(person, "nmr-104-1", AT + DAY) == {"due"}
    assert said_of(person, "nmr-104-1", AT + 40 * DAY) == {"breached"}
    course = programme()
    enrolled(person, course, group(course), at=AT + 3 * DAY)
    assert said_of(person, "nmr-104-1", AT + 40 * DAY) == {"met"}


@pytest.mark.parametrize(("sex", "rule"), [("male", "juv-hr-38"), ("female", "br-37")])
def test_a_child_gets_a_school_place_soon(sex: str, rule: str) -> None:
    child = grown(born="2011-02-03", name="Sami", sex=sex)
    assert said_of(child, rule, AT + 20 * DAY) == {"breached"}
    course = programme()
    enrolled(
        child, course, group(course), at=AT + 2 * DAY, guardian="A mother", guardian_at=AT
    )  # fmt: skip
    assert said_of(child, rule, AT + 20 * DAY) == {"met"}


def test_a_child_has_sport_each_week() -> None:
    child = grown(born="2011-02-03", name="Sami")
    course = programme(kind="sport", name="Football")
    into = group(course)
    enrolled(child, course, into, guardian="A mother", guardian_at=AT)
    before = said_of(child, "nmr-23-2", AT + 15 * DAY)
    assert "breached" in before
    for week in (0, 1, 2):
        at = AT + week * WEEK
        actions.write_register(
            by=teacher(child), at=at + 3 * HOUR, group_id=into.id, on=day_of(at),
            entries=[entry(child)],
        )  # fmt: skip
    assert "breached" not in said_of(child, "nmr-23-2", AT + 15 * DAY)


def test_nobody_held_without_charge_is_obliged() -> None:
    person = grown(status="sentenced")
    course = programme()
    row = referred(person, course, obliged_by="Law on schooling, article 3")
    listed = actions.answer_referral(by=manager(person), at=AT, referral_id=row.id, offer=True)
    assert listed.state == "waiting"
    actions.enrol_in_programme(
        by=manager(person), at=AT, referral_id=row.id, group_id=group(course).id
    )
    assert "breached" not in said_of(person, "nmr-122", AT + DAY)
    see_all_rows("SEN")
    LegalStatus.objects.filter(person=person).update(stood_until=AT + DAY)
    with_status(person, "without_charge", at=AT + DAY)
    assert said_of(person, "nmr-122", AT + 2 * DAY) == {"breached"}


def test_the_rules_of_the_room_are_answered() -> None:
    reached = {one.rule: one.missing for one in coverage_now(day_of(AT)).rules}
    for rule in ("vep-09", "vep-10", "vep-12", "vep-26", "nmr-104-1", "br-37", "juv-hr-38",
                 "nmr-122", "nmr-23-2"):  # fmt: skip
        assert not reached[rule], (rule, reached[rule])
