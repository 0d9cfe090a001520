"""The person may contest a status in own words, and somebody who had no hand in it decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.casework.assessment.made import DAY, DIRECTOR, WING, assigned, grown, second
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    WORDS,
    contested,
    decided,
    fourth,
    in_force,
    proposed,
    renewed,
    the_prisoner,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.status_errors import (
    AlreadyContested,
    BadPeriod,
    StatusOver,
)
from throughcare.casework.custody.errors import BadMoment

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_who_contests_and_wins_is_free_of_it_at_that_moment() -> None:
    person = grown()
    contest = contested(in_force(person), at=HALF)
    assert decided(contest, at=HALF + DAY, by=fourth(person)).state == "lifted"
    (seen,) = queries.statuses_of(second(person), person, at=HALF + DAY).seen
    assert (seen.holds, seen.row.state, seen.ends_at) == (False, "lifted", HALF + DAY)
    assert seen.row.ended_why == "One of the two took it back."
    (kept,) = seen.contests
    assert (kept.words, kept.own_hand, kept.decided_by) == (WORDS, False, "934")


def test_a_contest_alone_changes_nothing_and_may_be_made_again_once_decided() -> None:
    person = grown()
    row = in_force(person)
    contest = contested(row, at=HALF)
    assert queries.statuses_of(second(person), person, at=HALF).in_force
    with pytest.raises(AlreadyContested) as caught:
        contested(row, at=HALF, words="And another thing.")
    assert caught.value.typed == "And another thing."
    decided(contest, at=HALF, by=fourth(person), outcome="upheld")
    assert queries.statuses_of(second(person), person, at=HALF).in_force
    assert contested(row, at=HALF + DAY).state == "waiting"


def test_the_prisoner_contests_with_an_own_account_and_writes_nothing_else() -> None:
    person = grown()
    me, row = the_prisoner(person), in_force(person)
    contest = contested(row, at=HALF, by=me)
    assert contest.own_hand and contest.recorded_by == "939"
    (seen,) = queries.statuses_of(me, person, at=HALF).seen
    assert [one.words for one in seen.contests] == [WORDS]
    with pytest.raises(Refused):
        decided(contest, at=HALF, by=me)
    with pytest.raises(Refused):
        proposed(person, by=me, kind="vulnerable")
    with pytest.raises(Refused):
        actions.end_status(by=me, at=HALF, status_id=row.id, why="I want it gone")
    with pytest.raises(Refused):
        actions.tell_status(
            by=me, at=HALF, status_id=row.id, told_at=HALF, how="oral", language="fr"
        )


def test_a_proposal_is_nothing_that_the_prisoner_could_find() -> None:
    person = grown()
    me, row = the_prisoner(person), proposed(person)
    assert queries.statuses_of(me, person, at=SET).seen == []
    with pytest.raises(NotThere):
        contested(row, at=SET, by=me)


def test_a_prisoner_contests_nobody_elses_status() -> None:
    me = the_prisoner(grown("Marat", cell="north/a/1/02"))
    with pytest.raises(NotThere):
        contested(in_force(grown()), at=HALF, by=me)


@pytest.mark.parametrize("role", [Role.FAMILY, Role.DEFENCE_LAWYER, Role.JUDGE_PROSECUTOR])
def test_who_only_reads_lets_the_case_staff_write_it_down(role: Role) -> None:
    person = grown()
    with pytest.raises((Refused, NotThere)):
        contested(in_force(person), at=HALF, by=assigned(role, 959, person))


def test_own_words_may_speak_of_belief() -> None:
    words = "I pray and I have a beard. That is my faith and no crime."
    assert contested(in_force(grown()), at=HALF, words=words).words == words


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"words": " "}, NotSaid),
        ({"language": ""}, NotSaid),
        ({"contested_at": HALF + MINUTE}, BadMoment),
    ],
)
def test_a_contest_has_words_a_language_and_a_time_that_was(
    more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        contested(in_force(grown()), at=HALF, **more)


@pytest.mark.parametrize("at", [LAST, LAST + DAY], ids=["at its last moment", "a day later"])
def test_a_contest_after_the_end_says_so_and_keeps_what_was_typed(at: Any) -> None:
    row = in_force(grown())
    with pytest.raises(StatusOver, match="it holds no more, and nothing follows") as caught:
        contested(row, at=at)
    assert caught.value.typed == WORDS and "kept" in caught.value.remedy
    assert contested(row, at=LAST - MINUTE).state == "waiting"


def test_a_proposal_holds_nothing_and_is_not_contested() -> None:
    with pytest.raises(StatusOver, match="nobody has confirmed it"):
        contested(proposed(grown()), at=HALF)


def test_a_contest_that_nobody_decided_in_time_is_answered_as_over_with_reasons() -> None:
    person = grown()
    row = in_force(person)
    contest = contested(row, at=HALF)
    for outcome in ("lifted", "upheld", "shortened"):
        with pytest.raises(StatusOver, match="nothing left to lift") as caught:
            decided(contest, at=LAST, by=fourth(person), outcome=outcome, until=LAST + DAY)
        assert caught.value.typed == "One of the two took it back."
    assert decided(contest, at=LAST, by=fourth(person), outcome="over").state == "over"
    (seen,) = queries.statuses_of(second(person), person, at=LAST).seen
    assert [one.words for one in seen.contests] == [WORDS]


def test_a_contest_of_a_status_that_staff_ended_is_over_too() -> None:
    person = grown()
    row = in_force(person)
    contest = contested(row, at=HALF)
    actions.end_status(by=second(person), at=HALF, status_id=row.id, why="it has passed")
    assert decided(contest, at=HALF + DAY, by=fourth(person), outcome="over").state == "over"


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"outcome": "waiting"}, NotSaid),
        ({"outcome": "forgiven"}, NotSaid),
        ({"outcome": "over"}, NotSaid),
        ({"outcome": "shortened"}, BadPeriod),
        ({"outcome": "shortened", "until": LAST}, BadPeriod),
        ({"outcome": "shortened", "until": HALF}, BadPeriod),
        ({"outcome": "lifted", "until": HALF + DAY}, BadPeriod),
    ],
)
def test_a_decision_is_of_the_list_and_shortens_only_to_an_earlier_day_ahead(
    more: dict[str, Any], error: type[Exception]
) -> None:
    person = grown()
    contest = contested(in_force(person), at=HALF)
    with pytest.raises(error):
        decided(contest, at=HALF, by=fourth(person), **more)
    assert decided(contest, at=HALF, by=fourth(person)).state == "lifted"


def test_what_was_decided_is_not_decided_again() -> None:
    person = grown()
    contest = contested(in_force(person), at=HALF)
    decided(contest, at=HALF, by=fourth(person), outcome="upheld")
    with pytest.raises(WrongState):
        decided(contest, at=HALF, by=fourth(person))


def test_a_status_that_begins_later_may_be_lifted_before_it_begins() -> None:
    person = grown()
    again = renewed(in_force(person), at=LAST - 9 * DAY)
    actions.confirm_status(
        by=fourth(person), at=LAST - 8 * DAY, status_id=again.id, confirm=True, why="agreed"
    )
    contest = contested(again, at=LAST - 7 * DAY)
    decided(contest, at=LAST - 6 * DAY, by=assigned(Role.PSYCHOLOGIST, 958, person))
    assert queries.statuses_of(second(person), person, at=LAST).in_force == []


@pytest.mark.parametrize("who", [WING, DIRECTOR], ids=["officer", "director"])
def test_only_the_case_staff_write_it_down_or_decide(who: Viewer) -> None:
    row = in_force(grown())
    with pytest.raises((Refused, NotThere)):
        contested(row, at=HALF, by=who)
    with pytest.raises((Refused, NotThere)):
        decided(contested(row, at=HALF), at=SET + 91 * DAY, by=who)
