"""Who sees which accounts, posts and cases."""

from __future__ import annotations

import pytest

from tests.access.actions.staff import (
    HERE,
    HOUR,
    account,
    asked,
    case,
    member,
    post,
    seen,
    takes,
)
from tests.access.cast import AMINA, BORIS, NOW
from throughcare.access.actions import declare_kin
from throughcare.access.queries import (
    accounts_for,
    cases_of,
    could_take,
    emergencies_of,
    own_emergencies,
    posts_of,
)
from throughcare.access.question import Viewer
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
_ADMIN, _DIRECTOR, _MANAGER = Role.SYSTEM_ADMINISTRATOR, Role.PRISON_DIRECTOR, Role.CASE_MANAGER


def _names(viewer: Viewer) -> set[str]:
    return {one.name for one in accounts_for(viewer, at=NOW)}


def test_an_administrator_sees_all_accounts_and_a_director_those_of_the_prison_and_new_ones() -> (
    None
):
    here, away = member(_MANAGER, "north", "here"), member(_MANAGER, "south", "away")
    account("new")
    account("a prisoner's", person=AMINA)
    admin = member(_ADMIN, name="admin")
    director = member(_DIRECTOR, "north", "director")
    everybody = {"here", "away", "new", "a prisoner's", "admin", "director"}
    assert _names(seen(admin)) == everybody
    assert _names(seen(director)) == {"here", "new", "director"}
    assert _names(seen(here)) == {"here"}
    assert [*_names(seen(away))] == ["away"]


def test_an_administrator_whose_post_has_ended_sees_the_own_account_alone() -> None:
    was = account("was")
    held = post(was, _ADMIN, ends=NOW + HOUR)
    account("other")
    assert len(accounts_for(seen(was), at=NOW)) == 2
    assert [one.name for one in accounts_for(seen(was), at=held.ends or NOW)] == ["was"]
    was.is_active = False
    was.save()
    assert list(accounts_for(seen(was), at=NOW)) == []


def test_posts_are_seen_by_their_holder_an_administrator_and_in_part_by_a_director() -> None:
    both = account("both")
    north, south = post(both, _MANAGER, "north"), post(both, _MANAGER, "south", ends=NOW)
    assert list(posts_of(seen(both), both, at=NOW)) == [north, south]
    assert list(posts_of(asked(_ADMIN), both, at=NOW)) == [north, south]
    assert list(posts_of(asked(_DIRECTOR, "south"), both, at=NOW)) == [south]
    assert list(posts_of(asked(_MANAGER, "north"), both, at=NOW)) == []


def test_who_assigns_there_sees_who_has_the_case_and_who_could_take_it() -> None:
    manager = member(_MANAGER, "north", "manager")
    member(_MANAGER, "south", "elsewhere")
    member(_MANAGER, "north", "suspended", is_active=False)
    given = case(manager)
    case(manager, person=BORIS)
    case(member(Role.CHAPLAIN), Role.CHAPLAIN, ends=NOW)
    director = asked(_DIRECTOR, "north")
    assert list(cases_of(director, HERE, at=NOW)) == [given]
    assert [one.name for one in could_take(director, HERE, _MANAGER, at=NOW)] == ["manager"]
    assert list(could_take(seen(manager), HERE, _MANAGER, at=NOW)) == [], "never oneself"
    for stranger in (asked(_DIRECTOR, "south"), asked(Role.CHAPLAIN, "north")):
        assert list(cases_of(stranger, HERE, at=NOW)) == []
        assert list(could_take(stranger, HERE, _MANAGER, at=NOW)) == []


def test_a_relative_of_the_person_does_not_see_who_has_the_case() -> None:
    case(member(_MANAGER))
    director = member(_DIRECTOR)
    assert cases_of(seen(director), HERE, at=NOW).count() == 1
    declare_kin(by=seen(director), at=NOW, person=AMINA)
    assert cases_of(seen(director), HERE, at=NOW).count() == 0


def test_a_lawyer_could_take_the_case_wherever_the_prison_lies() -> None:
    lawyer = member(Role.DEFENCE_LAWYER)
    assert list(could_take(asked(_DIRECTOR), HERE, Role.DEFENCE_LAWYER, at=NOW)) == [lawyer]


@pytest.mark.parametrize("person", [AMINA, BORIS])
def test_a_prisoner_sees_which_relatives_are_allowed_and_only_the_own(person: object) -> None:
    case(member(_MANAGER))
    allowed = case(member(Role.FAMILY), Role.FAMILY)
    of = account("prisoner", person=person)
    assert list(cases_of(seen(of), HERE, at=NOW)) == [], "no post, no view"
    post(of, Role.PRISONER)
    prisoner = seen(of)
    mine = [allowed] if person == AMINA else []
    assert list(cases_of(prisoner, HERE, at=NOW)) == mine
    assert list(cases_of(asked(Role.ADMISSIONS_OFFICER), HERE, at=NOW)) == [allowed]


def test_emergencies_of_a_person_are_seen_by_who_answers_and_the_own_by_who_took_them() -> None:
    guard = member(Role.SECURITY_OFFICER)
    row = takes(seen(guard))
    assert list(own_emergencies(seen(guard), at=NOW)) == [row]
    assert list(own_emergencies(asked(Role.SECURITY_OFFICER), at=NOW)) == []
    answering = [asked(_DIRECTOR), asked(Role.NPM_INSPECTOR), asked(Role.PHYSICIAN_NURSE)]
    for viewer in answering:
        assert list(emergencies_of(viewer, AMINA, at=NOW)) == [row]
        assert list(emergencies_of(viewer, BORIS, at=NOW)) == []
    for stranger in (asked(_DIRECTOR, "south"), asked(Role.PSYCHOLOGIST), seen(guard)):
        assert list(emergencies_of(stranger, AMINA, at=NOW)) == []
