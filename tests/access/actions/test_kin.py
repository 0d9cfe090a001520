"""Relatives: declared by oneself, undone by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.access.actions.staff import HERE, MINUTE, WHY, account, asked, case, member, post, seen
from tests.access.cast import AMINA, BORIS, NOW
from throughcare.access.actions import declare_kin, end_kin
from throughcare.access.errors import Already, NoReason, NotThere, Refused
from throughcare.access.models import Kinship
from throughcare.access.policy import decide
from throughcare.access.question import Reason
from throughcare.access.terms import Act, Compartment, Role

pytestmark = pytest.mark.django_db
_DIRECTOR = Role.PRISON_DIRECTOR


def test_a_declared_relatives_file_closes_at_once() -> None:
    manager = member(Role.CASE_MANAGER)
    case(manager)

    def reason() -> Reason:
        return decide(seen(manager), Act.READ, Compartment.ID, HERE, at=NOW).reason

    assert reason() is Reason.GRANTED
    declare_kin(by=seen(manager), at=NOW, person=AMINA)
    assert reason() is Reason.OWN_RELATIVE


def test_a_second_declaration_by_the_same_human_being_answers_with_the_first() -> None:
    guard = member(Role.SECURITY_OFFICER)
    again = account("again", holder=guard.holder)
    first = declare_kin(by=seen(guard), at=NOW, person=AMINA)
    assert declare_kin(by=seen(again), at=NOW + MINUTE, person=AMINA) == first
    assert declare_kin(by=seen(guard), at=NOW, person=BORIS) != first
    other = member(Role.SECURITY_OFFICER)
    assert declare_kin(by=seen(other), at=NOW, person=AMINA) != first


def test_a_suspended_account_declares_nothing() -> None:
    with pytest.raises(Refused) as no:
        declare_kin(by=seen(account("guard", is_active=False)), at=NOW, person=AMINA)
    assert no.value.answer.reason is Reason.SUSPENDED


def _kin() -> Kinship:
    return declare_kin(by=seen(member(Role.SECURITY_OFFICER)), at=NOW, person=AMINA)


def test_a_director_of_the_same_prison_undoes_it_and_no_other() -> None:
    kin = _kin()
    with pytest.raises(NotThere):
        end_kin(by=asked(_DIRECTOR, "south"), at=NOW, kinship=kin, why=WHY)
    with pytest.raises(Refused) as no:
        end_kin(by=asked(Role.CASE_MANAGER), at=NOW, kinship=kin, why=WHY)
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    director = asked(_DIRECTOR)
    with pytest.raises(NoReason):
        end_kin(by=director, at=NOW, kinship=kin, why="")
    end_kin(by=director, at=NOW + MINUTE, kinship=kin, why="another person of this name")
    assert seen(kin.account, NOW + MINUTE).kin == frozenset()
    assert seen(kin.account, NOW + MINUTE / 2).kin == {AMINA}, "until then it stood"
    with pytest.raises(Already):
        end_kin(by=director, at=NOW + 2 * MINUTE, kinship=kin, why=WHY)


def test_no_director_undoes_the_own_declaration_by_whichever_account() -> None:
    director = member(_DIRECTOR)
    again = member(_DIRECTOR, holder=director.holder)
    kin = declare_kin(by=seen(director), at=NOW, person=AMINA)
    for mine in (director, again):
        with pytest.raises(Refused) as no:
            end_kin(by=seen(mine), at=NOW, kinship=kin, why=WHY)
        assert no.value.answer.reason is Reason.OWN_ACCESS
    assert end_kin(by=asked(_DIRECTOR), at=NOW, kinship=kin, why=WHY).ends == NOW


def test_a_director_who_is_a_relative_too_leaves_it_to_another() -> None:
    kin, director = _kin(), member(_DIRECTOR)
    declare_kin(by=seen(director), at=NOW, person=AMINA)
    with pytest.raises(Refused) as no:
        end_kin(by=seen(director), at=NOW, kinship=kin, why=WHY)
    assert no.value.answer.reason is Reason.OWN_RELATIVE


@pytest.mark.parametrize(("minutes", "right"), [(1, True), (0, False)])
def test_the_holder_must_have_a_post_in_the_directors_prison_now(minutes: int, right: bool) -> None:
    guard = account("guard")
    post(guard, Role.SECURITY_OFFICER, ends=NOW + timedelta(minutes=minutes))
    kin = declare_kin(by=seen(guard), at=NOW, person=AMINA)
    if right:
        assert end_kin(by=asked(_DIRECTOR), at=NOW, kinship=kin, why=WHY).pk
    else:
        with pytest.raises(NotThere):
            end_kin(by=asked(_DIRECTOR), at=NOW, kinship=kin, why=WHY)
