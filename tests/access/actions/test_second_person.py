"""The second person: confirms in time, reviews with a finding, sees the notice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.access.actions.staff import HERE, HOUR, MINUTE, asked, member, seen, takes
from tests.access.cast import AMINA, NOW
from throughcare.access.actions import (
    confirm_break_glass,
    declare_kin,
    review_break_glass,
    see_notice,
)
from throughcare.access.errors import Already, NoReason, NotThere, Refused, TooLate
from throughcare.access.models import Account, BreakGlass, Notice
from throughcare.access.policy import decide
from throughcare.access.queries import awaiting_confirmation, awaiting_review, notices_for
from throughcare.access.question import Reason, Viewer
from throughcare.access.terms import Act, Compartment, Role

pytestmark = pytest.mark.django_db
_GUARD, _DIRECTOR, _NURSE = Role.SECURITY_OFFICER, Role.PRISON_DIRECTOR, Role.PHYSICIAN_NURSE
_INSPECTOR = Role.NPM_INSPECTOR


def _taken() -> tuple[Account, BreakGlass]:
    guard = member(_GUARD)
    return guard, takes(seen(guard))


def _reviews(by: Viewer, row: BreakGlass, **other: Any) -> BreakGlass:
    usual = {"at": NOW + MINUTE, "justified": True, "finding": "he was found without breath"}
    return review_break_glass(by=by, emergency=row, **{**usual, **other})


def _opens(guard: Account, minutes: int) -> bool:
    at = NOW + minutes * MINUTE
    answer = decide(seen(guard, at), Act.READ_REDACTED, Compartment.HLT, HERE, at=at)
    return answer.reason is Reason.EMERGENCY


def test_confirmed_it_goes_on_to_its_end_and_unconfirmed_it_does_not() -> None:
    guard, row = _taken()
    assert [_opens(guard, minutes) for minutes in (59, 60)] == [True, False]
    confirm_break_glass(by=asked(_DIRECTOR), at=NOW + 59 * MINUTE, emergency=row)
    assert [_opens(guard, minutes) for minutes in (59, 60, 239, 240)] == [True, True, True, False]


def test_to_confirm_is_too_late_when_the_hour_is_over() -> None:
    _, row = _taken()
    director = asked(_DIRECTOR)
    with pytest.raises(TooLate):
        confirm_break_glass(by=director, at=NOW + HOUR, emergency=row)
    assert confirm_break_glass(by=director, at=NOW + HOUR - MINUTE, emergency=row).confirmed_by_id


@pytest.mark.parametrize(
    ("role", "place", "confirms", "reviews"),
    [
        (_DIRECTOR, "north", True, True),
        (_DIRECTOR, "south", False, False),
        (_INSPECTOR, "service", True, True),
        (_NURSE, "north", True, False),
        (_NURSE, "south", False, False),
        (Role.PSYCHOLOGIST, "north", False, False),
        (_GUARD, "north", False, False),
        (Role.SYSTEM_ADMINISTRATOR, "service", False, False),
    ],
)
def test_who_answers_for_it_confirms_and_the_director_or_inspector_reviews(
    role: Role, place: str, confirms: bool, reviews: bool
) -> None:
    _, row = _taken()
    second = asked(role, place)
    assert (row in awaiting_confirmation(second, at=NOW)) is confirms
    assert (row in awaiting_review(second, at=NOW)) is reviews
    if confirms:
        assert confirm_break_glass(by=second, at=NOW, emergency=row).confirmed_at == NOW
    else:
        with pytest.raises(NotThere):
            confirm_break_glass(by=second, at=NOW, emergency=row)
    if reviews:
        assert _reviews(second, row).reviewed_by_id == second.account
    else:
        with pytest.raises(NotThere):
            _reviews(second, row)


def test_nobody_confirms_or_reviews_their_own_by_whichever_account() -> None:
    director = member(_DIRECTOR)
    again = member(_DIRECTOR, holder=director.holder)
    row = takes(seen(director), _DIRECTOR)
    for mine in (director, again):
        with pytest.raises(Refused) as no:
            confirm_break_glass(by=seen(mine), at=NOW, emergency=row)
        assert no.value.answer.reason is Reason.SECOND_PERSON
        with pytest.raises(Refused) as no:
            _reviews(seen(mine), row)
        assert no.value.answer.reason is Reason.SECOND_PERSON
    other = asked(_DIRECTOR)
    assert confirm_break_glass(by=other, at=NOW, emergency=row).pk
    assert _reviews(other, row).pk, "one other person may do both"


def test_about_a_relative_somebody_else_confirms_and_reviews() -> None:
    _, row = _taken()
    director = member(_DIRECTOR)
    declare_kin(by=seen(director), at=NOW, person=AMINA)
    with pytest.raises(Refused) as no:
        confirm_break_glass(by=seen(director), at=NOW, emergency=row)
    assert no.value.answer.reason is Reason.OWN_RELATIVE
    with pytest.raises(Refused):
        _reviews(seen(director), row)
    assert _reviews(asked(_DIRECTOR), row).pk


def test_it_is_confirmed_once_and_not_where_nobody_else_was_on_duty() -> None:
    _, row = _taken()
    alone = takes(asked(_GUARD), others_on_duty=False)
    director = asked(_DIRECTOR)
    confirm_break_glass(by=director, at=NOW, emergency=row)
    for one in (row, alone):
        with pytest.raises(Already):
            confirm_break_glass(by=director, at=NOW, emergency=one)


def test_a_review_has_a_finding_in_words_and_comes_once_and_rather_late_than_never() -> None:
    _, row = _taken()
    director = asked(_DIRECTOR)
    with pytest.raises(NoReason):
        _reviews(director, row, finding=" ")
    done = _reviews(director, row, at=NOW + 73 * HOUR)
    assert (done.justified, done.finding) == (True, "he was found without breath")
    assert done.ends == row.ends
    with pytest.raises(Already):
        _reviews(asked(_DIRECTOR), row, at=NOW + 74 * HOUR, justified=False)
    assert BreakGlass.objects.get(pk=row.pk).justified


def test_found_not_justified_it_ends_at_once() -> None:
    guard, row = _taken()
    _reviews(asked(_DIRECTOR), row, at=NOW + 30 * MINUTE, justified=False)
    assert [_opens(guard, minutes) for minutes in (29, 30)] == [True, False]


def test_found_not_justified_in_the_moment_it_was_taken_it_ends_too() -> None:
    guard, row = _taken()
    _reviews(asked(_DIRECTOR), row, at=NOW, justified=False)
    assert not _opens(guard, 1)


def test_a_late_finding_does_not_move_the_end() -> None:
    _, row = _taken()
    assert _reviews(asked(_DIRECTOR), row, at=NOW + 9 * HOUR, justified=False).ends == row.ends


def test_what_does_not_exist_is_not_there() -> None:
    director = asked(_DIRECTOR)
    with pytest.raises(NotThere):
        confirm_break_glass(by=director, at=NOW, emergency=BreakGlass(pk=0))
    with pytest.raises(NotThere):
        see_notice(by=director, at=NOW, notice=Notice(pk=0))


@pytest.mark.parametrize(
    ("role", "place", "office"),
    [
        (_NURSE, "north", "owner"),
        (_NURSE, "south", None),
        (_DIRECTOR, "north", None),
        (Role.PSYCHOLOGIST, "north", None),
        (_INSPECTOR, "service", "data_protection"),
    ],
)
def test_a_notice_reaches_those_who_answer_there(
    role: Role, place: str, office: str | None
) -> None:
    _, row = _taken()
    second = asked(role, place)
    assert [one.office for one in notices_for(second, at=NOW)] == ([office] if office else [])
    for notice in Notice.objects.filter(emergency=row):
        if notice.office == office:
            assert see_notice(by=second, at=NOW, notice=notice).seen_by_id == second.account
        else:
            with pytest.raises(NotThere):
                see_notice(by=second, at=NOW, notice=notice)
    assert not notices_for(second, at=NOW).exists()


def test_a_notice_is_seen_once_and_no_longer_waits_for_the_colleagues() -> None:
    _taken()
    nurse, other = asked(_NURSE), asked(_NURSE)
    notice = notices_for(nurse, at=NOW).get()
    assert list(notices_for(nurse, at=NOW - MINUTE)) == []
    see_notice(by=nurse, at=NOW, notice=notice)
    assert list(notices_for(other, at=NOW)) == []
    with pytest.raises(Already):
        see_notice(by=nurse, at=NOW, notice=notice)
    with pytest.raises(NotThere):
        see_notice(by=other, at=NOW, notice=notice)


def test_whoever_took_it_or_is_a_relative_sees_no_notice_of_it() -> None:
    guard, row = _taken()
    mine = member(_NURSE, holder=guard.holder)
    related = member(_NURSE)
    declare_kin(by=seen(related), at=NOW, person=AMINA)
    notice = Notice.objects.get(emergency=row, office="owner")
    for nurse in (mine, related):
        assert not notices_for(seen(nurse), at=NOW).exists()
        with pytest.raises(NotThere):
            see_notice(by=seen(nurse), at=NOW, notice=notice)
    assert see_notice(by=asked(_NURSE), at=NOW, notice=notice).pk
