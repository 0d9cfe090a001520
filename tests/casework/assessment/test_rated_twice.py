"""Two raters blind to each other, a third who approves, and what colleagues read, for a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from tests.casework.assessment.made import (
    DAY,
    DIRECTOR,
    INSPECTOR,
    WING,
    another_account,
    grown,
    manager,
    referred,
    refused_by,
    screened,
    screener,
)
from tests.casework.assessment.made_assessment import (
    APPROVER,
    ASSESSOR,
    GENERIC,
    JUDGED,
    NOW,
    SECOND_RATER,
    SHARED,
    approved,
    begun,
    finished,
    psychologist,
    rated,
    rated_twice,
)
from tests.staff import see_all_rows
from throughcare.access.errors import Refused
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.assess_errors import (
    NotComplete,
    NotYours,
)
from throughcare.casework.assessment.errors import (
    SameHand,
    WrongState,
)
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.assessment.tools import tool
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew

pytestmark = pytest.mark.django_db
WHY = "complete and fair"


def approve(row: Assessment, by: Viewer) -> Assessment:
    return actions.approve_assessment(by=by, at=NOW, assessment_id=row.id, why=WHY)


def test_the_first_assessment_of_a_person_is_rated_by_two() -> None:
    person = grown()
    with pytest.raises(NotComplete, match="second person must rate"):
        approve(finished(person), psychologist(person, APPROVER))


@pytest.mark.parametrize("account", [ASSESSOR, SECOND_RATER], ids=["assessor", "second rater"])
@pytest.mark.parametrize("accounts", ["one account", "two accounts"])
def test_neither_rater_approves(account: int, accounts: str) -> None:
    person = grown()
    row = rated_twice(person)
    rater = psychologist(person, account)
    who = rater if accounts == "one account" else another_account(rater, 976, person)
    with pytest.raises(SameHand):
        approve(row, who)
    assert approve(row, psychologist(person, APPROVER)).state == "approved"


@pytest.mark.parametrize("accounts", ["one account", "two accounts"])
def test_whoever_rates_does_not_rate_a_second_time(accounts: str) -> None:
    person = grown()
    row, me = finished(person), psychologist(person)
    who = me if accounts == "one account" else another_account(me, 977, person)
    with pytest.raises(SameHand):
        actions.begin_second_rating(by=who, at=NOW, assessment_id=row.id)


def test_each_rater_is_blind_to_the_other_until_both_have_finished() -> None:
    person = grown()
    row, me, other = finished(person), psychologist(person), psychologist(person, SECOND_RATER)
    actions.begin_second_rating(by=other, at=NOW, assessment_id=row.id)
    rated(row, other)
    for who in (me, other):
        read = queries.assessments_of(who, person, at=NOW).open
        assert read is not None and read.blind
        assert set(read.ratings) == {str(who.account)}
        assert (read.row.judged == {}) is (who is other)
    actions.finish_second_rating(by=other, at=NOW, assessment_id=row.id, judged=JUDGED)
    for who in (me, other):
        read = queries.assessments_of(who, person, at=NOW).open
        assert read is not None and not read.blind and len(read.ratings) == 2


def test_the_last_rating_is_hidden_until_the_new_one_is_done() -> None:
    person = grown()
    approved(person)
    at = NOW + 30 * DAY
    me = psychologist(person)
    before = queries.assessments_of(me, person, at=at).earlier[0]
    assert not before.blind and len(before.ratings) == 2 and before.row.judged == JUDGED
    begun(person, at=at)
    hidden = queries.assessments_of(me, person, at=at).earlier[0]
    assert hidden.blind and not hidden.ratings and not hidden.sources
    assert hidden.row.judged == {} and hidden.row.shared == ""
    assert not queries.assessments_of(INSPECTOR, person, at=at).earlier[0].blind


def test_two_levels_apart_or_another_choice_needs_a_note_and_all_three_are_kept() -> None:
    person = grown()
    row = rated_twice(person, D1="2")
    assert row.differs
    approver = psychologist(person, APPROVER)
    with pytest.raises(NotComplete, match="the two raters differ"):
        approve(row, approver)
    with pytest.raises(NotYours):
        actions.write_consensus(by=approver, at=NOW, assessment_id=row.id, text="we agree")
    actions.write_consensus(
        by=psychologist(person, SECOND_RATER), at=NOW, assessment_id=row.id, text="we say 1"
    )
    done = approve(row, approver)
    read = queries.assessments_of(INSPECTOR, person, at=NOW).earlier[0]
    assert done.consensus == "we say 1" and len(read.ratings) == 2


def test_one_level_apart_needs_no_note() -> None:
    assert not rated_twice(grown(), D1="1").differs


def test_another_final_choice_needs_a_note() -> None:
    other = {**JUDGED, "support_and_supervision_level": "increased"}
    assert rated_twice(grown(), judged=other).differs


def test_what_is_sent_back_is_rated_anew_and_compared_anew() -> None:
    person = grown()
    row = rated_twice(person, D1="2")
    approver, other = psychologist(person, APPROVER), psychologist(person, SECOND_RATER)
    back = actions.send_back_assessment(by=approver, at=NOW, assessment_id=row.id, why="look at D1")
    assert (back.state, back.second_at, back.differs) == ("preparing", None, False)
    actions.finish_rating(
        by=psychologist(person), at=NOW, assessment_id=row.id, judged=JUDGED, **SHARED
    )
    with pytest.raises(NotComplete):
        approve(row, approver)
    rated(row, other)
    again = actions.finish_second_rating(by=other, at=NOW, assessment_id=row.id, judged=JUDGED)
    assert not again.differs and approve(row, approver)


def test_a_finished_rating_does_not_change_behind_the_other() -> None:
    person = grown()
    row, me = finished(person), psychologist(person)
    with pytest.raises(WrongState, match="your rating is finished"):
        actions.rate(by=me, at=NOW, assessment_id=row.id, item="D1", code="1")


def test_an_approved_assessment_holds_until_its_end_and_not_a_minute_longer() -> None:
    person = grown()
    row = approved(person)
    assert row.valid_until == NOW + timedelta(days=tool(GENERIC).validity_days)
    for at, there in ((row.valid_until - timedelta(minutes=1), True), (row.valid_until, False)):
        read = queries.assessments_of(INSPECTOR, person, at=at)
        assert (read.in_force(at) is not None) is there
        assert (queries.shared_of(manager(person), person, at=at) is not None) is there


def test_colleagues_read_what_was_written_for_them_and_nothing_before_it_is_approved() -> None:
    person = grown()
    rated_twice(person)
    assert queries.shared_of(manager(person), person, at=NOW) is None
    with pytest.raises(Refused):
        queries.assessments_of(manager(person), person, at=NOW)
    actions.approve_assessment(
        by=psychologist(person, APPROVER), at=NOW, why=WHY, assessment_id=_open_id(person)
    )
    told = queries.shared_of(manager(person), person, at=NOW)
    assert told is not None
    assert (told.shared, told.strengths) == (SHARED["shared"], SHARED["strengths"])
    assert [one.what for one in told.advice] == ["mediation"]
    assert queries.shared_of(DIRECTOR, person, at=NOW) is not None
    with pytest.raises(Refused):
        queries.shared_of(WING, person, at=NOW)


def _open_id(person: Any) -> Any:
    read = queries.assessments_of(INSPECTOR, person, at=NOW)
    assert read.open is not None
    return read.open.row.id


def test_an_assessment_is_stopped_with_a_reason_when_the_person_turns_out_to_be_a_child() -> None:
    person = grown()
    row, me = begun(person), psychologist(person)
    actions.rate(by=me, at=NOW, assessment_id=row.id, item="D1", code="NI")
    stopped = actions.stop_assessment(
        by=me, at=NOW, assessment_id=row.id, why="born in 2012, as the mother shows"
    )
    assert stopped.state == "stopped"
    kept = queries.assessments_of(me, person, at=NOW).earlier[0]
    assert set(kept.ratings[str(me.account)]) == {"D1"}


def test_no_column_of_the_room_could_hold_a_total() -> None:
    """Numbers of any kind: a test fails if one appears in the schema."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns "
            "WHERE table_name LIKE 'assessment\\_%%' AND data_type IN "
            "('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'money')"
        )
        assert cursor.fetchall() == []


def test_in_the_database_too_hands_are_kept_apart_and_the_wall_stands() -> None:
    person = grown()
    row = rated_twice(person)
    me = psychologist(person)
    another_account(me, 978, person)
    see_all_rows("PSY", "PLN", "INC")
    Assessment.objects.filter(id=row.id).update(stood_until=NOW)
    for who in (str(me.account), "978", str(SECOND_RATER)):
        with refused_by("rater_does_not_approve"):
            _copy(row, state="approved", recorded_by=who, approved_by=who)
    with refused_by("stays_what_it_began_as"):
        _copy(row, state="compared", assessed_by=str(SECOND_RATER))
    with refused_by("step_is_of_the_table"):
        _copy(row, state="rated")


def _copy(row: Assessment, **more: Any) -> Assessment:
    said = {"approved_at": NOW, "approved_why": WHY, "valid_until": NOW + DAY}
    fresh = anew(row, **{**(said if more["state"] == "approved" else {}), **more})
    fresh.id, fresh.person_id, fresh.replaces = fresh_id(NOW), row.person_id, row
    fresh.recorded_at = NOW
    fresh.recorded_by = more.get("recorded_by", str(ASSESSOR))
    fresh.save(force_insert=True)
    return fresh


def test_referral_and_screener_are_named_where_the_assessment_begins() -> None:
    person = grown()
    one = referred(person)
    row = screened(person, by=screener(person), trigger="referral", referrals=[one.id])
    assert begun(person).screening_id is None, "a screening counts once it is confirmed"
    assert row.state == "proposed"
