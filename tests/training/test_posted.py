"""A director and an inspector read who is posted where, and staff their own."""

from __future__ import annotations

import pytest

from tests.staff import written
from tests.training.made import (
    AT,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    INSPECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    account,
    another_account,
    holder,
    posted,
    supervised,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account, Post
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.service.training import actions
from throughcare.service.training.queries import (
    Posted,
    first_account_of,
    own_postings,
    postings_at,
)

pytestmark = pytest.mark.django_db
READING = {Role.PRISON_DIRECTOR, Role.NPM_INSPECTOR}


def of(whom: Viewer, *, by: Viewer = DIRECTOR, days: int = 1) -> Posted:
    """The line of one human being."""
    found = postings_at(by, "north", at=AT + days * DAY)
    return next(one for one in found if whom.account in one.accounts)


@pytest.mark.parametrize("role", list(Role))
def test_of_all_roles_only_a_director_and_an_inspector_read_the_list(role: Role) -> None:
    posted()
    who = written(holder(role, 870))
    if role in READING:
        assert any(one.posts for one in postings_at(who, "north", at=AT))
        return
    for place in ("north", "south", "nowhere"):
        with pytest.raises(Refused):
            postings_at(who, place, at=AT)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_of_staff_reads_the_own_and_a_prisoner_and_a_relative_have_none(
    role: Role,
) -> None:
    who = written(holder(role, 871))
    if role in {Role.PRISONER, Role.FAMILY}:
        with pytest.raises(NotThere):
            own_postings(who, at=AT)
    else:
        assert own_postings(who, at=AT) == ((), ())


def test_the_list_leaves_an_entry_and_another_prison_is_not_there() -> None:
    posted()
    of(OFFICER)
    assert Entry.objects.filter(event="read.postings", by=str(DIRECTOR.account)).count() == 1
    with pytest.raises(NotThere):
        postings_at(ELSEWHERE, "north", at=AT)


def test_a_posting_runs_from_its_first_day_up_to_its_end() -> None:
    row = posted(since=TODAY + DAY, until=TODAY + 5 * DAY)
    runs = {day: of(OFFICER, days=day).posts[0].runs for day in (0, 1, 4, 5)}
    assert runs == {0: False, 1: True, 4: True, 5: False}
    actions.end_posting(by=DIRECTOR, at=AT + DAY, posting_id=row.id, ended_on=TODAY + 3 * DAY)
    (post,) = of(OFFICER, days=2).posts
    assert (post.until, post.may_end) == (TODAY + 3 * DAY, False)


def test_what_is_struck_out_is_shown_as_it_was_known_before_and_not_after() -> None:
    row, (met,) = posted(), supervised()
    said = {"by": DIRECTOR, "at": AT + 2 * DAY, "why": "a mistake"}
    actions.strike_posting(**said, posting_id=row.id)
    actions.strike_supervision(**said, supervision_id=met.id)
    assert len(of(OFFICER, days=1).posts) == len(of(OFFICER, days=1).meetings) == 1
    assert of(OFFICER, days=2).posts == of(OFFICER, days=2).meetings == ()


def test_who_left_the_prison_is_listed_while_the_posting_runs() -> None:
    posted(until=TODAY + 9 * DAY)
    Post.objects.filter(account=account(OFFICER)).update(ends=AT + DAY)
    assert of(OFFICER, days=8).roles == ()
    assert not [one for one in postings_at(DIRECTOR, "north", at=AT + 9 * DAY) if one.posts]


def test_a_human_being_is_named_by_the_first_of_all_accounts() -> None:
    first = Account.objects.create(pk=3, name="before", holder=account(OFFICER).holder)
    other = another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR)
    posted(other)
    line = of(OFFICER)
    assert (line.first, len(line.posts)) == (first.pk, 1)
    assert {first_account_of(one) for one in (3, 804, 881)} == {3}
    assert first_account_of(999_999) is None


def test_own_postings_are_of_every_account_and_of_nobody_else() -> None:
    posted()
    posted(PSYCHOLOGIST)
    supervised(OFFICER, PSYCHOLOGIST)
    other = another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR)
    posts, meetings = own_postings(other, at=AT)
    assert len(posts) == len(meetings) == 1


def test_an_inspector_reads_every_prison_and_is_not_in_the_list() -> None:
    posted()
    found = postings_at(INSPECTOR, "north", at=AT)
    assert INSPECTOR.account not in {number for one in found for number in one.accounts}
