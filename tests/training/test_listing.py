"""A director reads the list of the own prison, an inspector every list, and staff their own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.staff import written
from tests.training.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    INSPECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    account,
    another_account,
    assessor,
    boosted,
    holder,
    noon,
    passed,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Reason, Viewer
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.service.training import actions
from throughcare.service.training.queries import (
    Held,
    Member,
    State,
    certificates_at,
    establishments_for,
    may_record_at,
    own_certificates,
)

pytestmark = pytest.mark.django_db
READING = {Role.PRISON_DIRECTOR, Role.NPM_INSPECTOR}


def of(viewer: Viewer, members: list[Member]) -> Member:
    """The line of one human being."""
    return next(one for one in members if viewer.account in one.accounts)


def states(at: date, whose: Viewer = OFFICER) -> list[State]:
    """How the certificates of one stand on that day, the latest first."""
    return [one.state for one in own_certificates(whose, at=noon(at))]


@pytest.mark.parametrize("role", list(Role))
def test_of_all_roles_only_a_director_and_an_inspector_read_the_list(role: Role) -> None:
    who = written(holder(role, 870))
    if role in READING:
        assert {one.names for one in certificates_at(who, "north", at=AT)} >= {("account 804",)}
        return
    for place in ("north", "south", "nowhere"):
        with pytest.raises(Refused) as caught:
            certificates_at(who, place, at=AT)
        assert caught.value.answer.reason is Reason.NOT_IN_OFFICE
    assert establishments_for(who, at=AT) == []


@pytest.mark.parametrize("role", list(Role))
def test_every_role_of_staff_reads_the_own_and_a_prisoner_and_a_relative_have_none(
    role: Role,
) -> None:
    who = written(holder(role, 871))
    if role in {Role.PRISONER, Role.FAMILY}:
        with pytest.raises(NotThere):
            own_certificates(who, at=AT)
    else:
        assert own_certificates(who, at=AT) == ()


def test_another_prison_is_not_there_for_a_director_and_is_for_an_inspector() -> None:
    for place in ("south", "nowhere"):
        with pytest.raises(NotThere):
            certificates_at(DIRECTOR, place, at=AT)
    assert establishments_for(DIRECTOR, at=AT) == ["north"]
    assert establishments_for(INSPECTOR, at=AT) == ["north", "south"]
    assert of(ELSEWHERE, certificates_at(INSPECTOR, "south", at=AT)).held == ()
    with pytest.raises(NotThere):
        certificates_at(INSPECTOR, "nowhere", at=AT)


def test_who_holds_no_post_any_more_reads_nothing() -> None:
    gone = Viewer(DIRECTOR.account)
    with pytest.raises(Refused):
        certificates_at(gone, "north", at=AT)
    with pytest.raises(NotThere):
        own_certificates(gone, at=AT)
    with pytest.raises(NotThere):
        own_certificates(Viewer(OFFICER.account, suspended=True, posts=OFFICER.posts), at=AT)


def test_reading_the_list_leaves_an_entry_in_the_readers_role() -> None:
    for viewer, role in ((DIRECTOR, "prison_director"), (INSPECTOR, "npm_inspector")):
        certificates_at(viewer, "north", at=AT)
        entry = Entry.objects.get(event="read.certificates", by=str(viewer.account))
        assert (entry.role, entry.about, entry.compartment) == (role, None, "")


def test_the_list_has_everybody_with_a_post_by_name_and_those_without_a_certificate_too() -> None:
    passed(OFFICER)
    read = certificates_at(DIRECTOR, "north", at=AT)
    assert [one.names for one in read] == sorted(one.names for one in read)
    assert [one.topic for one in of(OFFICER, read).held] == ["restraint"]
    assert of(PSYCHOLOGIST, read).held == ()
    assert [one.is_me for one in read] == [DIRECTOR.account in one.accounts for one in read]
    assert not any(ELSEWHERE.account in one.accounts for one in read)


def test_prisoners_and_judges_with_a_post_there_are_not_on_the_list() -> None:
    for number, role in enumerate((Role.PRISONER, Role.JUDGE_PROSECUTOR), start=872):
        somebody = written(holder(role, number))
        read = certificates_at(DIRECTOR, "north", at=AT)
        assert not any(somebody.account in one.accounts for one in read)


def test_a_human_being_with_two_accounts_is_one_line_and_the_certificate_came_along() -> None:
    passed(OFFICER)
    other = another_account(OFFICER, 875, Role.CHAPLAIN)
    line = of(other, certificates_at(DIRECTOR, "north", at=AT))
    assert set(line.accounts) == {OFFICER.account, other.account}
    assert line.roles == ("chaplain", "security_officer")
    assert [one.topic for one in line.held] == ["restraint"]
    assert own_certificates(other, at=AT) == line.held


def test_a_certificate_goes_along_to_the_next_prison() -> None:
    passed(OFFICER)
    moved = another_account(OFFICER, 876, Role.SECURITY_OFFICER, "south")
    assert len(of(moved, certificates_at(ELSEWHERE, "south", at=AT)).held) == 1


def test_it_lapses_soon_from_sixty_days_before_and_has_lapsed_on_its_day() -> None:
    passed()  # a year
    lapses = TODAY + 365 * DAY
    assert states(lapses - 61 * DAY) == [State.HOLDS]
    assert states(lapses - 60 * DAY) == [State.SOON]
    assert states(lapses - DAY) == [State.SOON]
    assert states(lapses) == [State.LAPSED]
    shown = own_certificates(OFFICER, at=noon(lapses - DAY))[0]
    assert (shown.lapses_on, shown.days_left) == (lapses, 1)
    assert own_certificates(OFFICER, at=noon(lapses))[0].days_left == 0


def test_what_another_certificate_has_renewed_does_not_lapse_soon() -> None:
    passed(valid_until=TODAY + 30 * DAY)
    assert states(TODAY) == [State.SOON]
    passed(at=AT + DAY, passed_on=TODAY + DAY)
    assert states(TODAY + DAY) == [State.HOLDS, State.HOLDS]
    passed(topic="weapons", at=AT + DAY, valid_until=TODAY + 30 * DAY)
    shown = own_certificates(OFFICER, at=AT + DAY)
    assert {one.state for one in shown if one.topic == "weapons"} == {State.SOON}


def test_a_booster_stands_beside_its_certificate_and_one_withdrawn_says_why() -> None:
    row = passed(valid_until=TODAY + 10 * DAY)
    booster = boosted(row, TODAY + DAY)
    assert _only(TODAY + DAY).lapses_on == booster.valid_until
    actions.withdraw_certificate(
        by=DEPUTY, at=noon(TODAY + 2 * DAY), certificate_id=booster.id, why="not held"
    )
    shown = _only(TODAY + 2 * DAY)
    assert [one.withdrawn_why for one in shown.boosters] == ["not held"]
    assert (shown.state, shown.lapses_on) == (State.SOON, TODAY + 10 * DAY)


def test_what_is_withdrawn_is_shown_with_its_reason_and_was_not_so_before() -> None:
    row = passed()
    actions.withdraw_certificate(by=DIRECTOR, at=AT + DAY, certificate_id=row.id, why="false")
    shown = own_certificates(OFFICER, at=AT + DAY)[0]
    assert (shown.state, shown.days_left, shown.withdrawn_why) == (State.WITHDRAWN, 0, "false")
    before = own_certificates(OFFICER, at=AT)[0]
    assert (before.state, before.withdrawn_why) == (State.HOLDS, "")


def test_only_the_director_of_the_place_is_offered_to_write() -> None:
    assert may_record_at(DIRECTOR, "north", at=AT)
    assert not may_record_at(ELSEWHERE, "north", at=AT)
    assert not may_record_at(INSPECTOR, "north", at=AT)


def test_nothing_that_is_shown_of_staff_is_a_score_or_a_rank() -> None:
    assessor()
    fields = " ".join({*Held.__slots__, *Member.__slots__})
    assert not [word for word in ("score", "rank", "level", "points") if word in fields]
    assert account(OFFICER).holder


def _only(day: date) -> Held:
    (shown,) = own_certificates(OFFICER, at=noon(day))
    return shown
