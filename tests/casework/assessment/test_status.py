"""A status says on what it rests and until when, and holds once a second person confirmed it."""

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
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    confirmed,
    fourth,
    in_force,
    proposed,
    the_prisoner,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.errors import BeliefAlone, NotSaid, WrongState
from throughcare.casework.assessment.status_errors import (
    AlreadyMarked,
    BadPeriod,
    MustRenew,
    NoOwner,
    NotOfChildren,
    StatusOver,
)
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.people.errors import NoReason
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_proposal_holds_nothing_until_a_second_person_confirms_it() -> None:
    person = grown()
    row = proposed(person)
    assert queries.statuses_of(second(person), person, at=SET + DAY).in_force == []
    confirmed(row, at=SET + 2 * DAY)
    (seen,) = queries.statuses_of(second(person), person, at=SET + 2 * DAY).in_force
    assert (seen.row.kind, seen.ends_at, seen.withheld) == ("assessed", LAST, False)


def test_what_is_refused_holds_nothing_and_may_be_proposed_anew() -> None:
    person = grown()
    confirmed(proposed(person), confirm=False, why="one account is hearsay")
    assert queries.statuses_of(second(person), person, at=SET + DAY).in_force == []
    assert in_force(person, at=SET + DAY).state == "in_force"


def test_the_three_kinds_stand_beside_one_another_and_none_follows_from_another() -> None:
    person = grown()
    for kind in ("charged_or_convicted", "assessed", "vulnerable"):
        in_force(person, kind=kind)
    seen = queries.statuses_of(second(person), person, at=SET + DAY)
    assert len(seen.in_force) == len({one.row.kind for one in seen.in_force}) == 3
    assessed = next(one.row for one in seen.in_force if one.row.kind == "assessed")
    actions.end_status(by=second(person), at=HALF, status_id=assessed.id, why="it has passed")
    seen = queries.statuses_of(second(person), person, at=HALF)
    assert {one.row.kind for one in seen.in_force} == {"charged_or_convicted", "vulnerable"}


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"kind": "extremist"}, NotSaid),
        ({"kind": "belief"}, NotSaid),
        ({"legal_basis": " "}, NotSaid),
        ({"evidence": ""}, NotSaid),
        ({"reasons": ""}, NotSaid),
        ({"owner_office": ""}, NotSaid),
        ({"evidence": "He prays with the others and grew a beard."}, BeliefAlone),
        ({"reasons": "He is a Salafi."}, BeliefAlone),
        ({"evidence": "He reads the Koran.", "besides": "He is a Muslim."}, BeliefAlone),
        ({"since": SET + MINUTE}, BadMoment),
        ({"expires_at": SET}, BadPeriod),
        ({"expires_at": LAST + MINUTE}, BadPeriod),
        ({"review_at": LAST}, BadPeriod),
        ({"review_at": SET - MINUTE}, BadPeriod),
        ({"owner": 903}, NoOwner),  # a wing officer does not write in the plan
        ({"owner": 123456}, NoOwner),
    ],
)
def test_a_status_says_on_what_it_rests_who_answers_for_it_and_until_when(
    more: dict[str, Any], error: type[Exception]
) -> None:
    person = grown()
    with pytest.raises(error):
        proposed(person, **more)
    assert queries.statuses_of(second(person), person, at=SET).seen == []


def test_six_months_are_allowed_and_a_minute_more_is_not() -> None:
    assert proposed(grown(), expires_at=LAST).expires_at == LAST


def test_an_act_beside_it_lets_the_name_of_an_offence_stand() -> None:
    person = grown()
    row = proposed(
        person, kind="charged_or_convicted", legal_basis="Article 174, religious hatred",
        evidence="Charged under article 174: he called for an attack on a mosque.",
        besides="He called in a video for an attack on a house full of people.",
    )  # fmt: skip
    assert row.besides.startswith("He called in a video")


def test_the_owner_may_be_a_colleague_of_the_case_staff() -> None:
    person = grown()
    assert proposed(person, owner=fourth(person).account).owner == "934"


@pytest.mark.parametrize("born", ["2012-05-05", ""], ids=["a child", "age unknown"])
def test_nobody_under_18_is_assessed_and_a_child_may_be_vulnerable(born: str) -> None:
    person = grown(born=born, cell=None)
    with pytest.raises(NotOfChildren, match="nobody under 18"):
        proposed(person)
    for kind in ("charged_or_convicted", "vulnerable"):
        assert in_force(person, kind=kind).state == "in_force"


def test_a_second_proposal_of_a_kind_waits_for_the_first() -> None:
    person = grown()
    row = proposed(person)
    with pytest.raises(AlreadyMarked, match="waits for a second person"):
        proposed(person, by=second(person))
    assert proposed(person, kind="vulnerable")
    confirmed(row)
    with pytest.raises(MustRenew, match="had a status of this kind before"):
        proposed(person, by=second(person))


def test_what_was_decided_is_not_decided_again() -> None:
    person = grown()
    row = in_force(person)
    for confirm in (True, False):
        with pytest.raises(WrongState):
            confirmed(row, by=fourth(person), confirm=confirm)


def test_a_proposal_whose_time_has_passed_is_refused_and_never_confirmed() -> None:
    row = proposed(grown())
    with pytest.raises(StatusOver, match="it ended by itself"):
        confirmed(row, at=LAST)
    assert confirmed(row, at=LAST, confirm=False).state == "refused"


@pytest.mark.parametrize(
    "who", [WING, DIRECTOR, INSPECTOR, NURSE], ids=["officer", "director", "npm", "nurse"]
)
def test_only_the_case_staff_make_a_status(who: Viewer) -> None:
    person = grown()
    with pytest.raises((Refused, NotThere)):
        proposed(person, by=who)
    row = proposed(person)
    with pytest.raises((Refused, NotThere)):
        confirmed(row, by=who)


def test_one_of_the_case_staff_ends_it_before_its_day_for_a_reason() -> None:
    person = grown()
    row = in_force(person)
    with pytest.raises(NoReason):
        actions.end_status(by=manager(person), at=HALF, status_id=row.id, why=" ")
    ended = actions.end_status(by=manager(person), at=HALF, status_id=row.id, why="it has passed")
    assert (ended.state, ended.ended_at, ended.ended_by) == ("ended", HALF, "931")
    for moment, holds in ((HALF - MINUTE, True), (HALF, False)):
        seen = queries.statuses_of(second(person), person, at=moment, known_at=HALF)
        assert [one.holds for one in seen.seen] == [holds]
    with pytest.raises(WrongState):
        actions.end_status(by=manager(person), at=HALF + DAY, status_id=row.id, why="again")


def test_the_person_is_told_when_how_and_in_which_language_and_may_be_told_again() -> None:
    person = grown()
    row = in_force(person)
    told: dict[str, Any] = {"by": screener(person), "at": SET + DAY, "status_id": row.id}
    for wrong in (
        {"how": "by rumour", "language": "fr", "told_at": SET + HOUR},
        {"how": "oral", "language": "", "told_at": SET + HOUR},
        {"how": "oral", "language": "fr", "told_at": SET, "withheld_why": "a witness"},
        {"how": "oral", "language": "fr", "told_at": SET, "withheld_until": HALF},
        {
            "how": "oral",
            "language": "fr",
            "told_at": SET,
            "withheld_why": "a witness",
            "withheld_until": SET,
        },
    ):
        with pytest.raises(NotSaid):
            actions.tell_status(**told, **wrong)
    for when in (SET - MINUTE, SET + 2 * DAY):
        with pytest.raises(BadMoment):
            actions.tell_status(**told, how="oral", language="fr", told_at=when)
    for how in ("oral", "both"):
        actions.tell_status(**told, how=how, language="fr", told_at=SET + HOUR)
    (seen,) = queries.statuses_of(second(person), person, at=SET + DAY).seen
    assert (seen.row.told_how, seen.row.told_by, seen.holds) == ("both", "932", True)


def test_what_nobody_confirmed_is_told_to_nobody() -> None:
    person = grown()
    row = proposed(person)
    with pytest.raises(WrongState, match="nobody has confirmed"):
        actions.tell_status(
            by=screener(person), at=SET, status_id=row.id, told_at=SET, how="oral", language="fr"
        )


def test_the_person_reads_it_without_proposals_and_what_a_decision_withholds_shows_as_such() -> (
    None
):
    person = grown()
    me, row = the_prisoner(person), in_force(person)
    proposed(person, kind="vulnerable")
    (seen,) = queries.statuses_of(me, person, at=SET + DAY).seen
    assert seen.row.evidence.startswith("He asked two men") and not seen.withheld
    actions.tell_status(
        by=screener(person), at=SET + DAY, status_id=row.id, told_at=SET + DAY, how="oral",
        language="fr", withheld_why="it names a witness", withheld_until=HALF,
    )  # fmt: skip
    for who in (me, assigned(Role.DEFENCE_LAWYER, 956, person)):
        found = queries.statuses_of(who, person, at=SET + 2 * DAY)
        (seen,) = found.seen
        assert (seen.withheld, seen.holds, seen.row.withheld_until) == (True, True, HALF)
        assert "guard" not in repr(vars(seen.row)) and not found.may_write
    assert queries.statuses_of(second(person), person, at=SET + 2 * DAY).seen[-1].row.evidence


@pytest.mark.parametrize("who", [WING, NURSE], ids=["officer", "nurse"])
def test_whoever_reads_the_plan_in_short_sees_no_status(who: Viewer) -> None:
    person = grown()
    in_force(person)
    with pytest.raises((Refused, NotThere)):
        queries.statuses_of(who, person, at=SET + DAY)
    with pytest.raises((Refused, NotThere)):
        queries.in_force_at(who, "north", at=SET + DAY)


def test_each_act_and_each_reading_leaves_an_entry() -> None:
    person = grown()
    row = in_force(person)
    actions.end_status(by=manager(person), at=HALF, status_id=row.id, why="it has passed")
    queries.statuses_of(second(person), person, at=HALF)
    queries.in_force_at(second(person), "north", at=HALF)
    see_all_rows("PLN")
    events = list(Entry.objects.filter(happened_at__gte=AT + HOUR).values_list("event", flat=True))
    assert {
        "assessment.status_proposed", "assessment.status_in_force", "assessment.status_ended",
        "read.statuses", "read.statuses_in_force",
    } <= set(events)  # fmt: skip
