"""The list of accounts at the machine: names and the posts in force, nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from throughcare.access.models import Account, Post
from throughcare.access.roll import Line, roll

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.django_db
def test_an_account_is_listed_with_its_posts_from_their_first_minute_up_to_their_last() -> None:
    amel = Account.objects.create(name="amel")
    Account.objects.create(name="boris", is_active=False)
    Post.objects.create(
        account=amel, role="chaplain", establishment="north", begins=NOW, ends=NOW + MINUTE
    )
    post = (("chaplain", "north"),)
    for at, held in ((NOW - MINUTE, ()), (NOW, post), (NOW + MINUTE, ())):
        assert roll(at=at) == [Line("amel", True, held), Line("boris", False, ())]
