"""From the first word to the certificate: a programme is offered, agreed to, held and completed."""

from __future__ import annotations

import pytest

from tests.casework.programmes.made import (
    AT,
    DAY,
    HOUR,
    WING,
    another_account,
    day_of,
    enrolled,
    entry,
    group,
    grown,
    manager,
    offered,
    people,
    programme,
    referred,
    rows,
    said_yes,
    teacher,
    waiting,
)
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.actions import Fate
from throughcare.casework.programmes.errors import (
    AlreadyThere,
    Full,
    NoConsent,
    NotForPerson,
    Obliged,
    OutOfOrder,
    SameHand,
    WrongState,
)
from throughcare.casework.programmes.models import Attendance, Referral
from throughcare.casework.programmes.queries import attendance_of, catalogue_of, waiting_list

pytestmark = pytest.mark.django_db
WEEK = 7 * DAY


def test_somebody_goes_through_a_course_and_is_certified_by_another() -> None:
    person = grown()
    course = programme()
    row = enrolled(person, course, group(course), at=AT)
    done = actions.write_register(
        by=teacher(person), at=AT + WEEK + 2 * HOUR, group_id=row.group_id,
        on=day_of(AT + WEEK), entries=[entry(person)],
    )  # fmt: skip
    assert [one.fate for one in done] == [Fate.WRITTEN]
    actions.complete(by=teacher(person), at=AT + 3 * WEEK, referral_id=row.first)
    actions.certify_programme(
        by=teacher(person), at=AT + 3 * WEEK, referral_id=row.first, course="Reading and writing",
        level="Level 2", hours=40, issued_on=day_of(AT + 3 * WEEK), issuer="Ministry of Education",
        language="fr",
    )  # fmt: skip
    found = attendance_of(manager(person), person, at=AT + 3 * WEEK)
    (one,) = found.taken
    assert one.row.state == "completed"
    assert one.attended == 1
    assert one.certificate is not None


def test_who_enrolled_does_not_certify_by_another_account_either() -> None:
    person = grown()
    course = programme()
    row = enrolled(person, course, group(course))
    actions.complete(by=manager(person), at=AT + WEEK, referral_id=row.first)
    for by in (manager(person), another_account(manager(person), 977, person)):
        with pytest.raises(SameHand, match="other step"):
            actions.certify_programme(
                by=by, at=AT + WEEK, referral_id=row.first, course="Reading", level="2", hours=4,
                issued_on=day_of(AT), issuer="Ministry of Education", language="fr",
            )  # fmt: skip


def test_religious_help_is_for_who_asks_for_it() -> None:
    person = grown()
    pastoral = programme(kind="religious", name="Talks with a chaplain")
    with pytest.raises(NotForPerson, match="whoever asks"):
        referred(person, pastoral)
    assert referred(person, pastoral, asked_by="self").state == "referred"


def test_nobody_untried_is_obliged_and_a_sentenced_person_to_schooling_alone() -> None:
    untried, sentenced = grown(), grown(name="Karim", status="sentenced")
    course = programme()
    with pytest.raises(Obliged):
        referred(untried, course, obliged_by="Law on schooling, article 3")
    with pytest.raises(Obliged):
        referred(sentenced, programme(kind="sport", name="Football"), obliged_by="A law")
    assert referred(sentenced, course, obliged_by="Law on schooling, article 3")


def test_a_woman_is_not_referred_to_a_group_for_men() -> None:
    for_men = programme(for_sex="men", name="For men")
    with pytest.raises(NotForPerson, match="sex or age"):
        referred(grown(sex="female", name="Amina"), for_men)
    assert referred(grown(), for_men)


def test_whoever_waits_longest_is_taken_first_unless_a_reason_is_written() -> None:
    first, second = people(2)
    course = programme()
    into = group(course)
    waiting(first, course, at=AT)
    later = waiting(second, course, at=AT + DAY)
    both = manager(first, second)
    said = {"by": both, "at": AT + 2 * DAY, "referral_id": later.id, "group_id": into.id}
    with pytest.raises(OutOfOrder, match="waits longer"):
        actions.enrol_in_programme(**said)  # type: ignore[arg-type]
    actions.enrol_in_programme(**said, before_others_why="Released in May.")  # type: ignore[arg-type]
    (listed,) = waiting_list(both, "north", at=AT + 3 * DAY)
    assert [one.person_id for one in listed.waiting] == [first]
    assert [one.row.before_others_why for one in listed.taken_before] == ["Released in May."]


def test_no_more_are_taken_than_there_are_places() -> None:
    first, second = people(2)
    course = programme(places=1)
    into = group(course)
    enrolled(first, course, into)
    late = waiting(second, course, at=AT + DAY)
    with pytest.raises(Full, match="every place"):
        actions.enrol_in_programme(
            by=manager(second), at=AT + DAY, referral_id=late.id, group_id=into.id
        )
    assert catalogue_of(manager(), "north", at=AT + DAY).programmes[0].free == 0


def test_one_referral_to_a_programme_is_open_at_a_time() -> None:
    person, course = grown(), programme()
    referred(person, course)
    with pytest.raises(AlreadyThere, match="go on with that one"):
        referred(person, course)


def test_a_no_ends_it_without_a_reason() -> None:
    person, course = grown(), programme()
    row = said_yes(offered(person, course), given=False)
    assert (row.state, row.reason) == ("declined", "")
    with pytest.raises(WrongState):
        said_yes(row)


def test_a_child_consents_once_whoever_answers_for_the_child_is_informed() -> None:
    child = grown(born="2011-02-03", name="Yassine")
    row = offered(child, programme())
    with pytest.raises(NoConsent, match="counts as a child"):
        said_yes(row)
    row = said_yes(row, guardian="His mother", guardian_at=AT)
    assert row.state == "waiting"


def test_a_wing_officer_withdraws_for_somebody_in_the_middle_of_a_session() -> None:
    person, course = grown(), programme()
    row = enrolled(person, course, group(course))
    actions.withdraw_consent(
        by=WING, at=AT + DAY, person_id=person, referral_id=row.first, how="in_session"
    )
    found = attendance_of(manager(person), person, at=AT + DAY).taken[0]
    assert found.withdrawn is not None
    with pytest.raises(NoConsent, match="has withdrawn"):
        actions.complete(by=manager(person), at=AT + DAY, referral_id=row.first)
    actions.close_withdrawn(by=manager(person), at=AT + DAY, referral_id=row.first)
    assert [one.state for one in rows(Referral)] == ["left"]
    assert rows(Attendance) == []
