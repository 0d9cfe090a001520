"""The database refuses what no action writes, by name, and never forgets a certificate."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from tests.training.made import (
    AT,
    DAY,
    DIRECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    TOOL,
    another_account,
    boosted,
    passed,
    raw,
    refused_by,
)
from throughcare.access.terms import Role
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import What
from throughcare.service.training import actions
from throughcare.service.training.models import Certificate

pytestmark = pytest.mark.django_db
GONE = {"withdrawn_at": AT, "withdrawn_by": str(DIRECTOR.account), "withdrawn_why": "w"}


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"valid_until": TODAY}, "holds_for_a_time"),
        ({"valid_until": TODAY - DAY}, "holds_for_a_time"),
        ({"topic": "assessor"}, "assessor_has_a_tool_and_nobody_else"),
        ({"tool": TOOL}, "assessor_has_a_tool_and_nobody_else"),
        ({"topic": ""}, "says_what_and_by_whom"),
        ({"issued_by": ""}, "says_what_and_by_whom"),
        ({"recorded_by": ""}, "says_what_and_by_whom"),
        ({"kind": "booster"}, "booster_names_its_certificate"),
        ({"kind": "other"}, "booster_names_its_certificate"),
        ({**GONE, "withdrawn_by": ""}, "is_withdrawn_by_somebody_for_a_reason"),
        ({**GONE, "withdrawn_why": ""}, "is_withdrawn_by_somebody_for_a_reason"),
        ({**GONE, "withdrawn_at": None}, "is_withdrawn_by_somebody_for_a_reason"),
        ({**GONE, "withdrawn_at": AT - DAY}, "is_withdrawn_by_somebody_for_a_reason"),
        ({"recorded_by": str(OFFICER.account)}, "nobody_records_his_own"),
        ({**GONE, "withdrawn_by": str(OFFICER.account)}, "nobody_withdraws_his_own"),
        ({"passed_on": TODAY + DAY, "valid_until": TODAY + 2 * DAY}, "tells_of_what_was"),
    ],
)
def test_a_row_that_cannot_be_is_refused(more: dict[str, Any], broken: str) -> None:
    with refused_by(broken):
        raw(**more)
    raw()


def test_the_same_certificate_stands_once() -> None:
    raw()
    with refused_by("certificate_once"):
        raw()
    raw(id=uuid4(), passed_on=TODAY - DAY)


def test_nobody_records_or_withdraws_the_own_with_another_account_either() -> None:
    other = str(another_account(OFFICER, 880, Role.PRISON_DIRECTOR).account)
    with refused_by("nobody_records_his_own"):
        raw(recorded_by=other)
    row = raw()
    with refused_by("nobody_withdraws_his_own"):
        Certificate.objects.filter(id=row.id).update(**{**GONE, "withdrawn_by": other})
    Certificate.objects.filter(id=row.id).update(**GONE)


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"topic": "weapons"}, "booster_fits"),
        ({"account_id": PSYCHOLOGIST.account}, "booster_fits"),
        ({"passed_on": TODAY - DAY}, "booster_while_it_holds"),
        ({"passed_on": TODAY + 10 * DAY}, "booster_while_it_holds"),
    ],
)
def test_a_booster_is_of_the_same_human_being_and_course_while_it_holds(
    more: dict[str, Any], broken: str
) -> None:
    row = raw(valid_until=TODAY + 10 * DAY)
    said: dict[str, Any] = {
        "kind": "booster", "certificate": row, "recorded_at": AT + 30 * DAY,
        "valid_until": TODAY + 40 * DAY, **more,
    }  # fmt: skip
    with refused_by(broken):
        raw(**said)
    raw(**{**said, **dict.fromkeys(more, None), "account_id": OFFICER.account,
           "topic": "restraint", "passed_on": TODAY + 9 * DAY})  # fmt: skip
    # That one holds for 40 days, so the next may come later.
    raw(**{**said, "account_id": OFFICER.account, "topic": "restraint",
           "passed_on": TODAY + 30 * DAY})  # fmt: skip


def test_a_booster_names_no_booster_and_nothing_withdrawn() -> None:
    row = raw(valid_until=TODAY + 10 * DAY)
    booster = raw(kind="booster", certificate=row)
    with refused_by("booster_fits"):
        raw(kind="booster", certificate=booster)
    with refused_by("booster_once"):
        raw(kind="booster", certificate=row)
    Certificate.objects.filter(id=row.id).update(**GONE)
    with refused_by("booster_fits"):
        raw(kind="booster", certificate=row)


@pytest.mark.parametrize(
    "changed",
    [
        {"valid_until": TODAY + 99 * DAY}, {"topic": "weapons"}, {"issued_by": "x"},
        {"account_id": PSYCHOLOGIST.account}, {"recorded_at": AT - DAY}, {"recorded_by": "1"},
        {"passed_on": TODAY - DAY}, {"kind": "booster"}, {"tool": "x"},
    ],
)  # fmt: skip
def test_a_row_is_never_changed(changed: dict[str, Any]) -> None:
    row = raw()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Certificate.objects.filter(id=row.id).update(**changed)


def test_what_was_withdrawn_stays_so_and_nothing_is_deleted() -> None:
    row = raw(**GONE)
    for changed in (
        {"withdrawn_why": "x"}, {"withdrawn_at": None, "withdrawn_by": "", "withdrawn_why": ""},
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            Certificate.objects.filter(id=row.id).update(**changed)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        row.delete()


def test_the_rows_agree_with_what_the_register_was_told_and_one_put_in_is_named() -> None:
    row = passed()
    boosted(row, TODAY)
    actions.withdraw_certificate(by=DIRECTOR, at=AT + DAY, certificate_id=row.id, why="w")
    assert compare_living(connection.connection)[1] is None
    raw(topic="weapons")
    trouble = compare_living(connection.connection)[1]
    assert trouble is not None and trouble.what is What.PUT_IN
