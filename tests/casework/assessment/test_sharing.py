"""What leaves for an agency has a ground, a second person and a receipt, and the person learns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    DIRECTOR,
    HOUR,
    INSPECTOR,
    NURSE,
    WING,
    assigned,
    grown,
    manager,
    screener,
    second,
)
from tests.casework.assessment.made_sharing import (
    APPROVED,
    ASKED,
    GIVEN,
    LATER,
    TOLD,
    approved,
    asked,
    given,
    handed_over,
    told,
)
from tests.casework.assessment.made_status import the_prisoner
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import queries
from throughcare.casework.assessment.errors import BeliefAlone, NotSaid, WrongState
from throughcare.casework.assessment.queries import Wait
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.people.errors import NoReason
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
KEPT_BACK: dict[str, Any] = {
    "not_told_why": "The judge asks for it, decision 9.", "not_told_until": LATER,
}  # fmt: skip
WAITS: dict[str, Any] = {"told_at": None, "how": "", "language": "", **KEPT_BACK}


def test_it_is_proposed_approved_handed_over_and_told() -> None:
    person = grown()
    row = told(given(approved(asked(person))))
    (seen,) = queries.sharings_of(second(person), person, at=LATER)
    assert seen.row == row and not seen.withheld
    assert (row.state, row.looked_at, row.given_at) == ("given", APPROVED, GIVEN)
    assert (row.looked_by, row.told_at, row.told_by) == ("933", TOLD, "932")
    assert row.receipt == "Captain Umarov signed for it."


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"recipient": " "}, NotSaid),
        ({"legal_ground": ""}, NotSaid),
        ({"purpose": " "}, NotSaid),
        ({"content": ""}, NotSaid),
        ({"requested_at": ASKED + MINUTE}, BadMoment),
        ({"purpose": "To learn who is a Salafi."}, BeliefAlone),
        ({"content": "Who prays with him in the mosque."}, BeliefAlone),
        ({"content": "The Koran he reads.", "besides": "He is a Muslim."}, BeliefAlone),
    ],
)
def test_it_says_who_asked_on_which_ground_for_what_and_what_exactly(
    more: dict[str, Any], error: type[Exception]
) -> None:
    person = grown()
    with pytest.raises(error):
        asked(person, **more)
    assert queries.sharings_of(second(person), person, at=ASKED) == []


def test_an_act_beside_it_lets_the_name_of_an_offence_stand() -> None:
    row = asked(
        grown(), legal_ground="Article 174, religious hatred",
        purpose="To try him for calling for an attack on a mosque.",
        besides="He called in a video for an attack on a house full of people.",
    )  # fmt: skip
    assert row.besides.startswith("He called in a video")


def test_what_is_refused_has_a_reason_and_never_leaves() -> None:
    row = asked(grown())
    with pytest.raises(NoReason):
        approved(row, approve=False, why=" ")
    row = approved(row, approve=False, why="The order is of another man.")
    assert (row.state, row.looked_why) == ("refused", "The order is of another man.")
    for again in (given, told, approved):
        with pytest.raises(WrongState):
            again(row, at=LATER)


def test_nothing_is_handed_over_before_an_approval_nor_twice() -> None:
    row = asked(grown())
    with pytest.raises(WrongState):
        given(row)
    row = approved(row)
    with pytest.raises(NotSaid):
        given(row, receipt=" ")
    for wrong in (APPROVED - MINUTE, GIVEN + MINUTE):
        with pytest.raises(BadMoment):
            given(row, given_at=wrong)
    row = given(row)
    with pytest.raises(WrongState, match="handed over already"):
        given(row, at=TOLD)


def test_what_was_decided_is_not_decided_again() -> None:
    row = approved(asked(grown()))
    for approve in (True, False):
        with pytest.raises(WrongState):
            approved(row, at=GIVEN, approve=approve, why="again")


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"told_at": GIVEN - MINUTE}, BadMoment),
        ({"told_at": TOLD + MINUTE}, BadMoment),
        ({"how": "by rumour"}, NotSaid),
        ({"language": " "}, NotSaid),
        (KEPT_BACK, NotSaid),
        ({**WAITS, "not_told_why": ""}, NotSaid),
        ({**WAITS, "not_told_until": None}, NotSaid),
        ({**WAITS, "not_told_until": TOLD}, NotSaid),
    ],
)
def test_the_person_is_told_when_and_how_or_a_decision_says_until_when_not(
    more: dict[str, Any], error: type[Exception]
) -> None:
    row = handed_over(grown())
    with pytest.raises(error):
        told(row, **more)
    assert told(row, **WAITS).not_told_until == LATER
    row = told(row, at=TOLD + DAY)
    assert (row.not_told_why, row.not_told_until) == ("", None)
    with pytest.raises(WrongState, match="told of this already"):
        told(row, at=TOLD + 2 * DAY, **WAITS)


def test_nobody_is_told_of_what_was_not_handed_over() -> None:
    with pytest.raises(WrongState, match="nothing was handed over yet"):
        told(approved(asked(grown())))


@pytest.mark.parametrize("more", [{"not_told_why": "w"}, {"not_told_until": LATER}])
def test_half_a_decision_hands_nothing_over(more: dict[str, Any]) -> None:
    with pytest.raises(NotSaid):
        given(approved(asked(grown())), **more)


def test_the_person_and_the_lawyer_read_what_was_given_and_not_by_whom() -> None:
    person = grown()
    me, lawyer = the_prisoner(person), assigned(Role.DEFENCE_LAWYER, 956, person)
    row = asked(person)
    for who in (me, lawyer):
        assert queries.sharings_of(who, person, at=ASKED) == []
    row = approved(row)
    assert queries.sharings_of(me, person, at=APPROVED) == []
    given(row)
    for who in (me, lawyer):
        (seen,) = queries.sharings_of(who, person, at=GIVEN)
        assert not seen.withheld and seen.row.recipient.startswith("Police")
        assert seen.row.content and seen.row.legal_ground and seen.row.purpose
        assert {seen.row.proposed_by, seen.row.looked_by, seen.row.told_by} == {""}


def test_what_a_decision_keeps_back_shows_as_kept_back_up_to_its_day() -> None:
    person = grown()
    me, lawyer = the_prisoner(person), assigned(Role.DEFENCE_LAWYER, 956, person)
    handed_over(person, **KEPT_BACK)
    for who in (me, lawyer):
        (seen,) = queries.sharings_of(who, person, at=LATER - MINUTE)
        assert (seen.withheld, seen.row.not_told_until) == (True, LATER)
        assert seen.row.not_told_why == "The judge asks for it, decision 9."
        words = repr(vars(seen.row))
        for hidden in ("Police", "Order 7", "knife", "letters", "Umarov", "names the"):
            assert hidden not in words, hidden
        assert (seen.row.requested_at, seen.row.given_at) == (None, None)
        (seen,) = queries.sharings_of(who, person, at=LATER)
        assert not seen.withheld and seen.row.content.startswith("The list of letters")
    assert queries.sharings_of(second(person), person, at=GIVEN)[0].row.content


@pytest.mark.parametrize(
    "who", [WING, DIRECTOR, INSPECTOR, NURSE], ids=["officer", "director", "npm", "nurse"]
)
def test_only_the_case_staff_share(who: Viewer) -> None:
    person = grown()
    with pytest.raises((Refused, NotThere)):
        asked(person, by=who)
    row = asked(person)
    with pytest.raises((Refused, NotThere)):
        approved(row, by=who)
    row = approved(row)
    with pytest.raises((Refused, NotThere)):
        given(row, by=who)
    row = given(row)
    with pytest.raises((Refused, NotThere)):
        told(row, by=who)


def test_the_person_shares_nothing_and_approves_nothing() -> None:
    person = grown()
    me = the_prisoner(person)
    with pytest.raises(Refused):
        asked(person, by=me)
    with pytest.raises(Refused):
        approved(asked(person), by=me)


@pytest.mark.parametrize("who", [WING, NURSE], ids=["officer", "nurse"])
def test_whoever_reads_the_plan_in_short_sees_no_sharing(who: Viewer) -> None:
    person = grown()
    handed_over(person)
    with pytest.raises((Refused, NotThere)):
        queries.sharings_of(who, person, at=LATER)


def test_a_proposal_waits_on_the_desk_until_it_is_decided() -> None:
    person = grown()
    row = asked(person)
    assert [one.what for one in queries.waiting_for(second(person), at=ASKED)] == [Wait.SHARING]
    approved(row)
    assert queries.waiting_for(second(person), at=APPROVED) == []


def test_each_act_and_each_reading_leaves_an_entry() -> None:
    person = grown()
    row = handed_over(person)
    told(told(row, **WAITS), at=TOLD + DAY)
    approved(asked(person, by=screener(person)), approve=False, by=manager(person))
    queries.sharings_of(second(person), person, at=LATER)
    see_all_rows("PLN")
    events = Entry.objects.filter(happened_at__gte=AT + HOUR).values_list("event", flat=True)
    words = ("proposed", "approved", "refused", "given", "kept_back", "told")
    assert {"read.sharings", *(f"assessment.sharing_{one}" for one in words)} <= set(events)
