"""People of the demo on each step of a programme, by accounts of the demo and a colleague."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.browser.judgement_examples import _on_case
from tests.browser.safety_examples import DAY, held_example

PUPIL, LISTED, INVITED, NEWCOMER = "Learneria", "Waiteria", "Inviteria", "Newleria"
REFUSED, DONE = "Refuseria", "Doneria"
COLLEAGUE = "case manager four"


def programme_examples(now: datetime) -> None:
    """As of twenty days ago: one takes part, one waits, one is offered a place, ..."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of
    from throughcare.casework.programmes import actions

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    at = now - 20 * DAY
    people = {
        name: held_example(by("admissions officer"), name, now)
        for name in (PUPIL, LISTED, INVITED, NEWCOMER, REFUSED, DONE)
    }
    for person in people.values():
        for name in ("case manager", "teacher instructor"):
            _on_case(name, person, at - DAY)
        _on_case("case manager", person, at - DAY, colleague=COLLEAGUE)
    course, into = a_course(by("case manager"), at, today=now.date())
    said: dict[str, Any] = {"course": course.id, "into": into.first, "by": by("case manager")}
    walk(people[NEWCOMER], at, steps=0, **said)
    walk(people[INVITED], at, steps=1, **said)
    walk(people[LISTED], at, steps=2, **said)
    pupil = walk(people[PUPIL], at, steps=3, before="He is released in May.", **said)
    actions.note_progress(
        by=by("case manager"), at=at + DAY, referral_id=pupil, words="Read two pages aloud.",
        noted_at=at + DAY,
    )  # fmt: skip
    done = walk(people[DONE], at, steps=3, before="He is released in June.", **said)
    actions.complete(by=by("case manager"), at=at + 9 * DAY, referral_id=done)
    actions.certify_programme(
        by=by(COLLEAGUE), at=at + 9 * DAY, referral_id=done, course="Reading and writing",
        level="Level 2", hours=40, issued_on=at.date(), issuer="Ministry of Education",
        language="ar",
    )  # fmt: skip
    refused = walk(people[REFUSED], at, steps=1, **said)
    say(refused, at, by("case manager"), given=False)
    actions.note_measure_after_refusal(
        by=by("case manager"), at=at + DAY, referral_id=refused, measure="No visits for a month.",
        measure_at=at + DAY,
    )  # fmt: skip


def a_course(by: Any, at: datetime, *, today: date, name: str = "Reading") -> tuple[Any, Any]:
    """A course with a group that met on one of the last days that is no holiday."""
    from throughcare.casework.programmes import actions
    from throughcare.casework.programmes.days import is_holiday

    place = by.posts[0].establishment
    days = (today - timedelta(days=back) for back in range(1, 7))
    met = next(day for day in days if not is_holiday(day, place))
    course = actions.offer_programme(
        by=by, at=at, place=place, kind="education", name=name,
        provider="Ministry of Education", places=40, languages=["ar", "fr"], for_sex="any",
        for_age="any", for_whom="Whoever wishes to read better.",
    )  # fmt: skip
    into = actions.form_group(
        by=by, at=at, programme_id=course.id, name=f"{name} A",
        starts_on=met - timedelta(days=14), ends_on=met + timedelta(days=90),
        weekday=met.weekday(), begins_at="09:00", ends_at="11:00", room="School 1",
        leader=str(by.account),
    )  # fmt: skip
    return course, into


def walk(
    person: UUID, at: datetime, *, steps: int, course: UUID, into: UUID, by: Any, before: str = ""
) -> UUID:
    """Referred, and so many steps on: offered, on the list, in the group."""
    from throughcare.casework.programmes import actions

    row = actions.refer_to_programme(
        by=by, at=at, person_id=person, programme_id=course, asked_by="self",
        why="To write home.",
    )  # fmt: skip
    if steps > 0:
        actions.answer_referral(by=by, at=at, referral_id=row.first, offer=True)
    if steps > 1:
        say(row.first, at, by)
    if steps > 2:
        actions.enrol_in_programme(
            by=by, at=at, referral_id=row.first, group_id=into, before_others_why=before
        )
    return row.first


def say(referral: UUID, at: datetime, by: Any, *, given: bool = True) -> None:
    """What the person says."""
    from throughcare.casework.programmes import actions

    actions.write_consent(
        by=by, at=at, referral_id=referral, given=given, said_at=at, language="ar",
        told_how="oral", told_what="That it is free and can be left.",
        shares=["case_manager", "givers"],
    )  # fmt: skip
