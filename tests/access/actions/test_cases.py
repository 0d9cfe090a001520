"""Who gives whose case to whom, what a relative may see, and what ends at a transfer."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.access.actions.staff import (
    AWAY,
    HERE,
    HOUR,
    MINUTE,
    WHY,
    account,
    asked,
    case,
    gives,
    member,
    post,
    seen,
)
from tests.access.cast import AMINA, BORIS, NOW
from throughcare.access.actions import declare_kin, end_assignment, move_assignments
from throughcare.access.belonging import belonging
from throughcare.access.errors import (
    Already,
    BadPeriod,
    CannotTake,
    NoReason,
    NotThere,
    Refused,
    WrongPlace,
)
from throughcare.access.models import CaseAssignment
from throughcare.access.question import Reason, Subject
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
_DIRECTOR, _MANAGER = Role.PRISON_DIRECTOR, Role.CASE_MANAGER


@pytest.mark.parametrize("role", [_DIRECTOR, _MANAGER])
def test_a_director_or_case_manager_gives_the_case_of_somebody_held_in_the_own_prison(
    role: Role,
) -> None:
    colleague = member(_MANAGER, "north")
    with pytest.raises(NotThere):
        gives(asked(role, "south"), colleague)
    gives(asked(role, "north"), colleague)
    assert [one.person for one in seen(colleague).assigned] == [AMINA]


@pytest.mark.parametrize("role", sorted(set(Role) - {_DIRECTOR, _MANAGER}))
def test_no_other_role_gives_a_case(role: Role) -> None:
    with pytest.raises(Refused) as no:
        gives(asked(role), member(_MANAGER))
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE


def test_somebody_held_nowhere_has_no_case_to_give() -> None:
    with pytest.raises(NotThere):
        gives(asked(_DIRECTOR), member(_MANAGER), subject=Subject(AMINA, None))


def test_nobody_gives_themselves_a_case_by_whichever_account() -> None:
    manager, colleague = member(_MANAGER), member(_MANAGER)
    again = member(_MANAGER, holder=manager.holder)
    for mine in (manager, again):
        with pytest.raises(Refused) as no:
            gives(seen(manager), mine)
        assert no.value.answer.reason is Reason.OWN_ACCESS
    assert gives(seen(manager), colleague).pk


def test_a_relatives_case_is_given_to_a_colleague_and_by_a_colleague() -> None:
    manager, colleague = member(_MANAGER), member(_MANAGER)
    declare_kin(by=seen(manager), at=NOW, person=AMINA)
    with pytest.raises(CannotTake, match="too near"):
        gives(asked(_DIRECTOR), manager)
    with pytest.raises(Refused) as no:
        gives(seen(manager), colleague)
    assert no.value.answer.reason is Reason.OWN_RELATIVE
    assert gives(asked(_DIRECTOR), colleague).pk


def test_a_relative_declared_by_a_second_account_counts() -> None:
    manager = member(_MANAGER)
    declare_kin(by=seen(account("again", holder=manager.holder)), at=NOW, person=AMINA)
    with pytest.raises(CannotTake):
        gives(asked(_DIRECTOR), manager)
    other = Subject(BORIS, "north")
    assert gives(asked(_DIRECTOR), manager, subject=other).person == BORIS


def test_the_own_file_is_nobodys_case() -> None:
    teacher = member(Role.TEACHER_INSTRUCTOR, person=AMINA)
    with pytest.raises(CannotTake):
        gives(asked(_DIRECTOR), teacher, Role.TEACHER_INSTRUCTOR)
    other = member(Role.TEACHER_INSTRUCTOR, person=BORIS)
    assert gives(asked(_DIRECTOR), other, Role.TEACHER_INSTRUCTOR).pk


@pytest.mark.parametrize(
    ("held", "place", "right"),
    [
        (_MANAGER, "north", True),
        (_MANAGER, "south", False),
        (Role.PSYCHOLOGIST, "north", False),
    ],
)
def test_a_case_goes_to_somebody_in_that_role_where_the_person_is_held(
    held: Role, place: str, right: bool
) -> None:
    colleague = member(held, place)
    if right:
        assert gives(asked(_DIRECTOR), colleague).pk
    else:
        with pytest.raises(CannotTake, match="no post"):
            gives(asked(_DIRECTOR), colleague)


@pytest.mark.parametrize(("minute", "right"), [(9, True), (10, False)])
def test_the_post_must_be_held_when_the_case_begins(minute: int, right: bool) -> None:
    director, colleague = asked(_DIRECTOR), account("colleague")
    post(colleague, _MANAGER, ends=NOW + 10 * MINUTE)
    if right:
        assert gives(director, colleague, begins=NOW + minute * MINUTE).pk
    else:
        with pytest.raises(CannotTake):
            gives(director, colleague, begins=NOW + minute * MINUTE)


def test_a_lawyer_has_a_case_wherever_the_person_is_held() -> None:
    lawyer = member(Role.DEFENCE_LAWYER)
    assert gives(asked(_DIRECTOR), lawyer, Role.DEFENCE_LAWYER).pk
    assert gives(asked(_DIRECTOR, "south"), lawyer, Role.DEFENCE_LAWYER,
                 subject=Subject(BORIS, "south")).pk  # fmt: skip


@pytest.mark.parametrize("role", [Role.PRISONER, Role.HQ_ANALYST, Role.ADMISSIONS_OFFICER])
def test_a_role_that_works_on_no_cases_is_given_none(role: Role) -> None:
    with pytest.raises(CannotTake, match="nobody has a case"):
        gives(asked(_DIRECTOR), member(role), role)


@pytest.mark.parametrize(
    ("begins", "ends", "right"),
    [(NOW, None, True), (NOW, NOW + MINUTE, True), (NOW - MINUTE, None, False), (NOW, NOW, False)],
)
def test_a_case_is_given_from_now_on_and_for_some_time(
    begins: datetime, ends: datetime | None, right: bool
) -> None:
    director, colleague = asked(_DIRECTOR), member(_MANAGER)
    if right:
        assert gives(director, colleague, begins=begins, ends=ends).pk
    else:
        with pytest.raises(BadPeriod):
            gives(director, colleague, begins=begins, ends=ends)


def test_the_same_case_is_given_again_from_its_end_on_with_a_reason() -> None:
    director, colleague = asked(_DIRECTOR), member(_MANAGER)
    gives(director, colleague, ends=NOW + HOUR)
    with pytest.raises(Already):
        gives(director, colleague, begins=NOW + HOUR - MINUTE)
    with pytest.raises(NoReason):
        gives(director, colleague, begins=NOW + HOUR, why="")
    assert gives(director, colleague, begins=NOW + HOUR).pk


def test_a_prisoner_allows_a_relative_to_see_what_the_rules_name() -> None:
    relative = member(Role.FAMILY)
    with pytest.raises(Refused) as no:
        gives(asked(Role.PRISONER, person=BORIS), relative, Role.FAMILY)
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    amina = asked(Role.PRISONER, person=AMINA)
    assert gives(amina, relative, Role.FAMILY).role == Role.FAMILY
    with pytest.raises(Refused):
        gives(amina, member(_MANAGER), _MANAGER)


def test_a_relatives_permission_comes_from_the_prisoner_or_admissions_and_nobody_else() -> None:
    relative = member(Role.FAMILY)
    for stranger in (asked(_DIRECTOR), asked(_MANAGER)):
        with pytest.raises(Refused):
            gives(stranger, relative, Role.FAMILY)
    with pytest.raises(NotThere):
        gives(asked(Role.ADMISSIONS_OFFICER, "south"), relative, Role.FAMILY)
    assert gives(asked(Role.ADMISSIONS_OFFICER), relative, Role.FAMILY).pk


def test_kinship_does_not_stand_in_the_way_of_a_relatives_permission() -> None:
    relative = member(Role.FAMILY)
    declare_kin(by=seen(relative), at=NOW, person=AMINA)
    assert gives(asked(Role.ADMISSIONS_OFFICER), relative, Role.FAMILY).pk


def test_a_prisoner_takes_the_permission_back() -> None:
    given = case(member(Role.FAMILY), Role.FAMILY)
    ending = {"at": NOW, "assignment": given, "subject": HERE, "ends": NOW, "why": WHY}
    with pytest.raises(Refused):
        end_assignment(by=asked(_DIRECTOR), **ending)
    end_assignment(by=asked(Role.PRISONER, person=AMINA), **ending)
    assert not seen(given.account).assigned[0].period.holds(NOW)


def test_an_assignment_is_ended_there_and_never_made_longer() -> None:
    given = case(member(_MANAGER))
    ending = {"at": NOW, "assignment": given, "subject": HERE, "why": WHY}
    with pytest.raises(NotThere):
        end_assignment(by=asked(_DIRECTOR, "south"), ends=NOW + HOUR, **ending)
    director = asked(_DIRECTOR, "north")
    assert end_assignment(by=director, ends=NOW + HOUR, **ending).ends == NOW + HOUR
    with pytest.raises(BadPeriod, match="not moved later"):
        end_assignment(by=director, ends=NOW + HOUR + MINUTE, **ending)
    with pytest.raises(BadPeriod, match="past"):
        end_assignment(by=director, ends=NOW - MINUTE, **ending)
    with pytest.raises(NoReason):
        end_assignment(by=director, ends=NOW + MINUTE, **{**ending, "why": ""})
    assert end_assignment(by=director, ends=NOW, **ending).ends == NOW
    with pytest.raises(Already):
        end_assignment(by=director, ends=NOW, **ending)


def test_an_assignment_is_not_ended_under_the_name_of_another_person() -> None:
    given = case(member(_MANAGER))
    with pytest.raises(NotThere):
        end_assignment(
            by=asked(_DIRECTOR), at=NOW, assignment=given, ends=NOW, why=WHY,
            subject=Subject(BORIS, "north"),
        )  # fmt: skip


_WITH_CASES = [
    _MANAGER, Role.PSYCHOLOGIST, Role.CHAPLAIN, Role.TEACHER_INSTRUCTOR, Role.JUVENILE_SPECIALIST,
    Role.CIVIL_SOCIETY_PARTNER, Role.DEFENCE_LAWYER, Role.JUDGE_PROSECUTOR, Role.FAMILY,
    Role.PROBATION_OFFICER, Role.LAW_ENFORCEMENT_LIAISON,
]  # fmt: skip


def test_at_a_transfer_the_old_staff_loses_the_case_and_who_serves_the_person_keeps_it() -> None:
    for role in _WITH_CASES:
        case(member(role), role)
    other = case(member(_MANAGER), person=BORIS)
    move_assignments(
        by=asked(Role.ADMISSIONS_OFFICER), at=NOW, subject=HERE, to_establishment="south", why=WHY
    )
    kept = CaseAssignment.objects.filter(ends=None).exclude(pk=other.pk)
    assert {Role(one.role) for one in kept} == {
        Role.DEFENCE_LAWYER, Role.JUDGE_PROSECUTOR, Role.FAMILY, Role.PROBATION_OFFICER,
        Role.LAW_ENFORCEMENT_LIAISON,
    }  # fmt: skip
    assert {one.ends for one in CaseAssignment.objects.exclude(ends=None)} == {NOW}
    assert CaseAssignment.objects.get(pk=other.pk).ends is None, "another person's case goes on"
    assert all(belonging(Role(one.role)).stays_at_transfer for one in kept)


def test_at_a_transfer_what_was_planned_is_withdrawn_and_what_had_ended_stays_as_it_was() -> None:
    planned = case(member(_MANAGER), begins=NOW + HOUR)
    running = case(member(_MANAGER), ends=NOW + MINUTE)
    over = case(member(_MANAGER), ends=NOW)
    moved = move_assignments(
        by=asked(_DIRECTOR), at=NOW, subject=HERE, to_establishment="south", why=WHY
    )
    assert [one.pk for one in moved] == [planned.pk, running.pk]
    assert seen(planned.account, NOW + 2 * HOUR).assigned == ()
    assert not seen(running.account).assigned[0].period.holds(NOW)
    assert CaseAssignment.objects.get(pk=over.pk).ends == NOW


def test_the_old_or_the_new_prison_moves_the_assignments_and_no_third() -> None:
    moving = {"at": NOW, "subject": HERE, "to_establishment": "south", "why": WHY}
    with pytest.raises(NotThere):
        move_assignments(by=asked(_DIRECTOR, "east"), **moving)
    with pytest.raises(Refused) as no:
        move_assignments(by=asked(Role.CHAPLAIN, "north"), **moving)
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    for place in ("north", "south"):
        given = case(member(_MANAGER))
        assert move_assignments(by=asked(_DIRECTOR, place), **moving) == [given]


@pytest.mark.parametrize("place", ["north", "", "south/a"])
def test_a_transfer_goes_to_another_establishment(place: str) -> None:
    with pytest.raises(WrongPlace):
        move_assignments(by=asked(_DIRECTOR), at=NOW, subject=HERE, to_establishment=place, why=WHY)
    with pytest.raises(NoReason):
        move_assignments(
            by=asked(_DIRECTOR), at=NOW, subject=AWAY, to_establishment="north", why=""
        )
