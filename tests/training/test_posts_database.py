"""The database refuses what no action writes of postings and supervision, and forgets none."""

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
    TODAY,
    another_account,
    posted,
    refused_by,
    supervised,
)
from throughcare.access.terms import Role
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import What
from throughcare.service.training.models import Posting, Supervision

pytestmark = pytest.mark.django_db
ME, THEIRS = str(DIRECTOR.account), str(OFFICER.account)
STRUCK = {"struck_at": AT, "struck_by": ME, "struck_why": "w"}
ENDED = {"ended_on": TODAY + DAY, "ended_at": AT, "ended_by": ME}


def posting(**more: Any) -> Posting:
    """A sound row, put into the table past the actions."""
    said: dict[str, Any] = {
        "id": uuid4(), "account_id": OFFICER.account, "establishment": "north", "since": TODAY,
        "unit_kind": "vep", "recorded_at": AT, "recorded_by": ME,
    }  # fmt: skip
    return Posting.objects.create(**{**said, **more})


def meeting(**more: Any) -> Supervision:
    """A sound row, put into the table past the actions."""
    said: dict[str, Any] = {
        "id": uuid4(), "account_id": OFFICER.account, "establishment": "north", "held_on": TODAY,
        "meeting": "supervision", "led_by": "somebody", "recorded_at": AT, "recorded_by": ME,
    }  # fmt: skip
    return Supervision.objects.create(**{**said, **more})


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"establishment": ""}, "posting_says_where_and_by_whom"),
        ({"recorded_by": ""}, "posting_says_where_and_by_whom"),
        ({"unit_kind": "tower"}, "posting_kind_of_the_list"),
        ({"until": TODAY}, "posting_lasts_a_day"),
        ({**ENDED, "ended_by": ""}, "posting_ends_earlier_than_was_written"),
        ({**ENDED, "ended_on": TODAY}, "posting_ends_earlier_than_was_written"),
        ({**ENDED, "until": TODAY + DAY}, "posting_ends_earlier_than_was_written"),
        ({**ENDED, "ended_at": AT - DAY}, "posting_ends_earlier_than_was_written"),
        ({**ENDED, "ended_on": None}, "posting_ends_earlier_than_was_written"),
        ({**STRUCK, "struck_why": ""}, "posting_is_struck_out_for_a_reason"),
        ({**STRUCK, "struck_at": None}, "posting_is_struck_out_for_a_reason"),
        ({**STRUCK, "struck_at": AT - DAY}, "posting_is_struck_out_for_a_reason"),
        ({"recorded_by": THEIRS}, "nobody_posts_himself"),
        ({**ENDED, "ended_by": THEIRS}, "nobody_posts_himself"),
        ({**STRUCK, "struck_by": THEIRS}, "nobody_posts_himself"),
    ],
)
def test_a_posting_that_cannot_be_is_refused(more: dict[str, Any], broken: str) -> None:
    with refused_by(broken):
        posting(**more)
    posting()


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"establishment": ""}, "supervision_says_where_and_by_whom"),
        ({"meeting": "party"}, "supervision_says_what_and_by_whom_it_was_led"),
        ({"led_by": ""}, "supervision_says_what_and_by_whom_it_was_led"),
        ({"held_on": TODAY + DAY}, "tells_of_what_was_held"),
        ({**STRUCK, "struck_by": ""}, "supervision_is_struck_out_for_a_reason"),
        ({"recorded_by": THEIRS}, "nobody_posts_himself"),
    ],
)
def test_a_supervision_that_cannot_be_is_refused(more: dict[str, Any], broken: str) -> None:
    with refused_by(broken):
        meeting(**more)
    meeting()
    with refused_by("supervision_once"):
        meeting()


def test_two_postings_to_such_a_unit_touch_and_do_not_overlap() -> None:
    row = posting(until=TODAY + 10 * DAY)
    with refused_by("posting_once_at_a_time"):
        posting(since=TODAY + 9 * DAY)
    posting(since=TODAY + 10 * DAY)
    Posting.objects.filter(id=row.id).update(**ENDED)
    posting(since=TODAY + DAY, until=TODAY + 10 * DAY)


def test_nobody_writes_the_own_with_another_account_either() -> None:
    other = str(another_account(OFFICER, 880, Role.PRISON_DIRECTOR).account)
    for row in (posting, meeting):
        with refused_by("nobody_posts_himself"):
            row(recorded_by=other)


def test_a_row_is_written_once_ended_once_struck_out_once_and_never_deleted() -> None:
    row = posting()
    rows = Posting.objects.filter(id=row.id)
    for change in ({"since": TODAY - DAY}, {"unit_kind": "women"}, {"establishment": "south"}):
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            rows.update(**change)
    rows.update(**ENDED)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        rows.update(ended_on=TODAY + 2 * DAY)
    rows.update(**STRUCK)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        rows.update(struck_why="another")
    met = Supervision.objects.filter(id=meeting().id)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        met.update(led_by="another")
    for kept in (rows, met):
        with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
            kept.delete()


def test_the_register_compares_every_row_and_names_one_that_was_put_in() -> None:
    posted()
    supervised()
    assert compare_living(connection.connection)[1] is None
    posting(unit_kind="women")
    trouble = compare_living(connection.connection)[1]
    assert trouble is not None and trouble.what is What.PUT_IN
