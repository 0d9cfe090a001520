"""Who may do what after whom: enrolling and certifying, a measure and the look at it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from tests.casework.programmes.made import (
    AT,
    DAY,
    another_account,
    day_of,
    enrolled,
    group,
    grown,
    manager,
    offered,
    programme,
    refused_by,
    rows,
    said_yes,
    staff,
    teacher,
)
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.people.files import fresh_id
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.errors import SameHand
from throughcare.casework.programmes.models import Certificate, Referral, RefusalReview
from throughcare.errors import BadInput

pytestmark = pytest.mark.django_db
LATER = AT + 30 * DAY


def _other(person: UUID) -> Viewer:
    return staff(Role.CASE_MANAGER, 961, person)


def _same(person: UUID) -> Viewer:
    return manager(person)


def _second_account(person: UUID) -> Viewer:
    return another_account(manager(person), 978, person)


def _psychologist(person: UUID) -> Viewer:
    return staff(Role.PSYCHOLOGIST, 962, person)


def _juvenile(person: UUID) -> Viewer:
    return staff(Role.JUVENILE_SPECIALIST, 963, person)


def _certify(person: UUID, by: Viewer) -> None:
    course = programme()
    row = enrolled(person, course, group(course))
    actions.complete(by=manager(person), at=LATER, referral_id=row.first)
    actions.certify_programme(
        by=by, at=LATER, referral_id=row.first, course="Reading", level="2", hours=40,
        issued_on=day_of(LATER), issuer="Ministry of Education", language="fr",
    )  # fmt: skip


def _review(person: UUID, by: Viewer) -> None:
    row = said_yes(offered(person, programme()), given=False)
    noted = actions.note_measure_after_refusal(
        by=manager(person), at=LATER, referral_id=row.first, measure="No visits for a month.",
        measure_at=LATER,
    )  # fmt: skip
    actions.review_refusal(
        by=by, at=LATER + DAY, person_id=person, review_id=noted.id, authority="Inspectorate",
        found="No link was found.",
    )  # fmt: skip


Hand = Callable[[UUID], Viewer]
# What is done, by whom after the case manager did the first step, and whether it is let through.
SCENARIOS: list[tuple[str, Callable[[UUID, Viewer], None], Hand, bool]] = [
    ("who took somebody into the group does not certify", _certify, _same, False),
    ("nor by a second account", _certify, _second_account, False),
    ("another case manager certifies", _certify, _other, True),
    ("the teacher certifies", _certify, teacher, True),
    ("the psychologist certifies", _certify, _psychologist, True),
    ("the juvenile specialist certifies", _certify, _juvenile, True),
    ("who wrote a measure down does not look at it", _review, _same, False),
    ("nor by a second account, at a measure", _review, _second_account, False),
    ("another case manager looks at the measure", _review, _other, True),
    ("the psychologist looks at the measure", _review, _psychologist, True),
    ("the teacher looks at the measure", _review, teacher, True),
    ("the juvenile specialist looks at the measure", _review, _juvenile, True),
]


@pytest.mark.parametrize(
    ("act", "by", "lets"), [one[1:] for one in SCENARIOS], ids=[one[0] for one in SCENARIOS]
)
def test_two_steps_need_two_human_beings(
    act: Callable[[UUID, Viewer], None], by: Hand, lets: bool
) -> None:
    person = grown()
    who = by(person)
    if lets:
        act(person, who)
        return
    with pytest.raises(SameHand, match="other step"):
        act(person, who)
    assert rows(Certificate) == []
    assert [one.found for one in rows(RefusalReview)] in ([], [""])


def test_the_database_refuses_a_certificate_by_who_enrolled() -> None:
    person = grown()
    course = programme()
    row = enrolled(person, course, group(course))
    actions.complete(by=teacher(person), at=LATER, referral_id=row.first)
    see_all_rows("PRG")
    said = {
        "person_id": person, "recorded_at": LATER, "referral_id": row.first, "course": "Reading",
        "level": "2", "hours": 4, "issued_on": day_of(LATER), "issuer": "Ministry",
        "language": "fr",
    }  # fmt: skip
    enroller, other = str(manager().account), str(teacher().account)
    with refused_by("two_hands_certify"):
        Certificate.objects.create(
            id=fresh_id(LATER), recorded_by=enroller, certified_by=enroller, **said
        )
    Certificate.objects.create(id=fresh_id(LATER), recorded_by=other, certified_by=other, **said)


def test_nobody_writes_of_himself() -> None:
    person = grown()
    course = programme()
    manager(person)
    from throughcare.access.models import Account

    own = Account.objects.get(pk=manager().account)
    Account.objects.create(pk=979, name="himself", holder=own.holder, person=person)
    see_all_rows("PRG")
    at = AT
    row = {
        "id": fresh_id(at), "person_id": person, "recorded_at": at, "state": "referred",
        "programme_id": course.first, "asked_by": "staff", "why": "x", "referred_at": at,
    }  # fmt: skip
    with refused_by("nobody_writes_of_himself"):
        Referral.objects.create(**row, recorded_by=str(own.pk), referred_by=str(own.pk))


def test_a_certificate_names_no_prison_and_no_programme_that_betrays() -> None:
    person = grown()
    course = programme(name="New Paths", kind="mentoring", aims_at_beliefs=True)
    row = enrolled(person, course, group(course))
    actions.complete(by=manager(person), at=LATER, referral_id=row.first)
    said = {
        "course": "Mentoring", "level": "Basic", "issuer": "Ministry of Education",
    }  # fmt: skip
    for wrong in (
        {"course": "Reading in prison"}, {"issuer": "Prison of the North"},
        {"course": "New Paths"}, {"level": "دورة في سجن"}, {"issuer": "Исправительная колония"},
        {"issuer": "Centre de détention"}, {"course": "Disengagement"},
    ):  # fmt: skip
        with pytest.raises(BadInput, match="where it was earned"):
            actions.certify_programme(
                by=teacher(person), at=LATER, referral_id=row.first, hours=4,
                issued_on=day_of(LATER), language="fr", **{**said, **wrong},
            )  # fmt: skip
    assert actions.certify_programme(
        by=teacher(person), at=LATER, referral_id=row.first, hours=4, issued_on=day_of(LATER),
        language="fr", **said,
    )  # fmt: skip
