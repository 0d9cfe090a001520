"""What no action writes of a status, the database refuses too, whoever asks it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.casework.assessment.made import (
    AT,
    DAY,
    another_account,
    grown,
    manager,
    refused_by,
    screener,
    second,
)
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    contested,
    in_force,
    makers,
)
from tests.casework.assessment.raw_status import held, raw, step
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account
from throughcare.casework.assessment.models import Status, StatusContest

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def person() -> UUID:
    """Somebody grown up, with four of the case staff; the test looks at every row."""
    person = grown()
    makers(person)
    see_all_rows("PLN", "INC")
    return person


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"kind": "extremist"}, "status_is_of_the_lists"),
        ({"state": "in_force"}, "step_is_of_the_table"),
        ({"state": "expired"}, "step_is_of_the_table"),
        ({"legal_basis": ""}, "status_says_on_what_it_rests"),
        ({"evidence": ""}, "status_says_on_what_it_rests"),
        ({"reasons": ""}, "status_says_on_what_it_rests"),
        ({"owner": ""}, "status_has_an_owner"),
        ({"owner_office": ""}, "status_has_an_owner"),
        ({"review_at": LAST}, "status_is_reviewed_before_it_ends"),
        ({"review_at": SET - MINUTE}, "status_is_reviewed_before_it_ends"),
        ({"expires_at": LAST + MINUTE}, "status_lasts_six_months"),
        ({"since": SET + MINUTE}, "status_begins_no_later"),
        ({"proposed_by": "933"}, "status_by_its_writer"),
        ({"new_evidence": "x"}, "status_is_renewed_on_new_evidence"),
        ({"renews": uuid4(), "new_evidence": "x"}, "status_renews_the_last_of_its_kind"),
        ({"first": uuid4()}, "row_keeps_its_first"),
        ({"ended_at": HALF}, "status_is_ended_by_somebody_for_a_reason"),
        (
            {"told_at": SET},
            "status_by_its_writer|status_is_told_when_how_and_in_which_language",
        ),
        (
            {"told_at": SET, "told_how": "oral", "told_language": "fr", "told_by": "931"},
            "status_is_told_when_how_and_in_which_language",
        ),
        (
            {"withheld_why": "w", "told_by": "931"},
            "status_is_withheld_by_a_decision_that_is_reviewed"
            "|status_is_told_when_how_and_in_which_language",
        ),
    ],
)
def test_a_first_row_says_everything_and_no_more(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    with refused_by(*broken.split("|")):
        raw(person, **more)
    raw(person)


def test_nobody_makes_a_status_about_himself_with_any_account(person: UUID) -> None:
    Account.objects.create(pk=940, name="account 940", person=person)
    with refused_by("nobody_judges_himself"):
        raw(person, recorded_by="940", proposed_by="940")


LOOKED: dict[str, Any] = {
    "state": "in_force",
    "looked_by": "933",
    "looked_at": SET,
    "looked_why": "y",
}


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"recorded_by": "931", "looked_by": "931"}, "two_hands_make_a_status"),
        ({"recorded_by": "971", "looked_by": "971"}, "two_hands_make_a_status"),
        ({"looked_by": "934"}, "two_hands_make_a_status"),
        ({"looked_why": ""}, "status_is_looked_at_by_somebody_for_a_reason"),
        ({"looked_at": LAST}, "status_is_confirmed_while_it_can_hold"),
        ({"evidence": "something else"}, "status_keeps_what_was_proposed"),
        ({"expires_at": LAST - DAY}, "status_is_only_shortened"),
        ({"expires_at": LAST + DAY}, "status_is_only_shortened"),
        ({"since": SET - DAY}, "status_keeps_what_was_proposed"),
        ({"kind": "vulnerable"}, "status_keeps_what_was_proposed"),
        (
            {"renews": uuid4(), "new_evidence": "x"},
            "status_keeps_what_was_proposed|status_renews_the_last_of_its_kind",
        ),
        (
            {"told_at": SET, "told_how": "oral", "told_language": "fr", "told_by": "931"},
            "status_by_its_writer",
        ),
    ],
)
def test_two_human_beings_make_a_status_and_see_the_same_words(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    another_account(manager(person), 971, person)
    row = raw(person)
    with refused_by(*broken.split("|")):
        step(row, **{**LOOKED, **more})
    step(row, **LOOKED)


TOLD: dict[str, Any] = {
    "told_at": HALF, "told_how": "oral", "told_language": "fr", "told_by": "933"
}  # fmt: skip
ENDED = {"ended_at": HALF, "ended_by": "933", "ended_why": "it has passed"}


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"state": "proposed"}, "step_is_of_the_table"),
        ({"expires_at": LAST + DAY}, "status_is_only_shortened"),
        ({"expires_at": LAST - DAY}, "status_is_only_shortened"),
        ({"review_at": LAST - MINUTE}, "status_is_only_shortened"),
        ({"looked_why": "other"}, "status_keeps_what_was_proposed"),
        ({"state": "ended"}, "status_is_ended_by_somebody_for_a_reason"),
        ({"state": "ended", **ENDED, "ended_at": LAST}, "status_is_ended_before_it_ends"),
        ({"state": "ended", **ENDED, "ended_by": "934"}, "status_by_its_writer"),
        ({"state": "lifted", **ENDED}, "status_is_lifted_by_a_contest"),
        ({**TOLD, "told_by": "931"}, "status_by_its_writer"),
        ({**TOLD, "told_at": SET - MINUTE}, "status_is_told_when_how_and_in_which_language"),
        ({**TOLD, "told_how": "rumour"}, "status_is_told_when_how_and_in_which_language"),
        ({**TOLD, "withheld_why": "w"}, "status_is_withheld_by_a_decision_that_is_reviewed"),
        ({**TOLD, "withheld_until": LAST}, "status_is_withheld_by_a_decision_that_is_reviewed"),
        (
            {**TOLD, "withheld_why": "w", "withheld_until": SET},
            "status_is_withheld_by_a_decision_that_is_reviewed",
        ),
    ],
)
def test_what_holds_is_ended_and_never_made_longer(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    row = held(person)
    with refused_by(broken):
        step(row, HALF, **more)
    step(row, HALF, state="ended", **ENDED)


def test_one_of_a_kind_waits_and_one_holds_at_a_time(person: UUID) -> None:
    row = raw(person)
    with refused_by("one_status_waits"):
        raw(person)
    raw(person, kind="vulnerable")
    row = step(row, **LOOKED)
    with refused_by("status_again_is_a_renewal"):
        raw(person)
    early = {
        "renews": row.first, "new_evidence": "he hit her", "recorded_by": "932",
        "proposed_by": "932", "recorded_at": HALF, "since": HALF, "review_at": HALF,
        "expires_at": HALF + 90 * DAY,
    }  # fmt: skip
    again = raw(person, **early)
    with refused_by("one_status_holds"):
        step(again, HALF, **{**LOOKED, "looked_at": HALF})


RENEWAL: dict[str, Any] = {
    "new_evidence": "he hit her", "recorded_by": "932", "proposed_by": "932", "recorded_at": HALF,
    "since": LAST, "review_at": LAST, "expires_at": LAST + 90 * DAY,
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"recorded_by": "931", "proposed_by": "931"}, "other_hands_renew_a_status"),
        ({"recorded_by": "971", "proposed_by": "971"}, "other_hands_renew_a_status"),
        ({"recorded_by": "933", "proposed_by": "933"}, "other_hands_renew_a_status"),
        ({"recorded_by": "972", "proposed_by": "972"}, "other_hands_renew_a_status"),
        ({"new_evidence": "He hit HIM!"}, "new_evidence_is_new"),
        ({"new_evidence": "..."}, "new_evidence_is_new"),
        ({"new_evidence": ""}, "status_is_renewed_on_new_evidence|new_evidence_is_new"),
        ({"kind": "vulnerable"}, "status_renews_the_last_of_its_kind"),
        ({"since": LAST + MINUTE, "review_at": LAST + DAY}, "status_begins_no_later"),
    ],
)
def test_two_others_renew_it_on_evidence_that_is_new(
    person: UUID, more: dict[str, Any], broken: str
) -> None:
    another_account(manager(person), 971, person)
    another_account(second(person), 972, person)
    row = held(person)
    with refused_by(*broken.split("|")):
        raw(person, renews=row.first, **{**RENEWAL, **more})
    again = raw(person, renews=row.first, **RENEWAL)
    for same in ("931", "971"):
        with refused_by("other_hands_renew_a_status"):
            step(again, HALF, **{**LOOKED, "looked_at": HALF, "looked_by": same,
                                 "recorded_by": same})  # fmt: skip
    with refused_by("two_hands_make_a_status"):
        step(again, HALF, **{**LOOKED, "looked_at": HALF, "looked_by": "932",
                             "recorded_by": "932"})  # fmt: skip
    step(again, HALF, **{**LOOKED, "looked_at": HALF})


def test_without_the_plan_nobody_sees_a_status_or_a_contest_in_the_database() -> None:
    person = grown()
    contested(in_force(person), at=HALF, by=screener(person))
    for codes, count in ((("PLN",), 1), (("SEN", "HLT", "PSY", "INC", "DIS", "INT"), 0)):
        see_no_rows()
        see_all_rows(*codes)
        found = [model.objects.filter(stood_until=None) for model in (Status, StatusContest)]
        assert [rows.count() for rows in found] == [count] * 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM assessment_status")
        assert cursor.fetchone() == (0,)
    assert AT < SET
