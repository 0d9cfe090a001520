"""Who may call: a token in force, for a post in force, of an account that is not suspended."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection

from tests.staff import written
from tests.web.arrival import an_account, come_in
from throughcare.access.models import Account, Post
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.api.actions import AT_THE_MACHINE, as_administrator, end_token, make_token
from throughcare.api.errors import (
    BadPeriod,
    NoLabel,
    NoSuchPost,
    NoSuchToken,
    NotAdministrator,
    OwnToken,
)
from throughcare.api.models import Token
from throughcare.api.queries import opened_with
from throughcare.register.models import Entry

from .made import DAY, MINUTE, NEW_YEAR, Machine, Made, Said, file_by, machine_of, now, officer
from .made import token_for as token_now

pytestmark = pytest.mark.django_db
BEGINS, ENDS = NEW_YEAR + 10 * DAY, NEW_YEAR + 20 * DAY


def token(viewer: Viewer, *, begins: datetime = BEGINS, ends: datetime = ENDS) -> Made:
    post = viewer.posts[0]
    return make_token(
        by=AT_THE_MACHINE, at=BEGINS, account=viewer.account, role=post.role,
        establishment=post.establishment, label="registry", begins=begins, ends=ends,
    )  # fmt: skip


def opens(made: Made, at: datetime) -> bool:
    return opened_with(made.secret, at=at) is not None


def test_a_token_opens_from_its_beginning_and_no_longer_at_its_end() -> None:
    made = token(officer())
    assert [opens(made, at) for at in (BEGINS - MINUTE, BEGINS, ENDS - MINUTE, ENDS)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_an_ended_token_opens_nothing_from_that_moment() -> None:
    made = token(officer())
    end_token(by=AT_THE_MACHINE, at=BEGINS + DAY, token_id=made.token.pk, why="lost")
    assert not opens(made, BEGINS + DAY)
    with pytest.raises(NoSuchToken):
        end_token(by=AT_THE_MACHINE, at=BEGINS + DAY, token_id=made.token.pk, why="again")


def test_when_the_post_ends_its_token_opens_nothing() -> None:
    made = token(officer())
    Post.objects.update(ends=BEGINS + DAY)
    assert opens(made, BEGINS + DAY - MINUTE)
    assert not opens(made, BEGINS + DAY)


def test_a_suspended_account_opens_nothing_by_its_token() -> None:
    made = token(officer())
    assert opens(made, BEGINS)
    Account.objects.update(is_active=False)
    assert not opens(made, BEGINS)


def test_a_token_has_one_post_only_and_keeps_cases_and_kin() -> None:
    case, relative = file_by(officer()).id, file_by(officer()).id
    manager = officer(Role.CASE_MANAGER, account=2, case=case, kin=frozenset({relative}))
    other = HeldPost(Role.PRISON_DIRECTOR, "south", Period(NEW_YEAR, None))
    written(replace(manager, posts=(*manager.posts, other)))
    opened = opened_with(token(manager).secret, at=BEGINS)
    assert opened is not None
    assert [(post.role, post.establishment) for post in opened.viewer.posts] == [
        (Role.CASE_MANAGER, "north")
    ]
    assert [one.person for one in opened.viewer.assigned] == [case]
    assert opened.viewer.kin == {relative}


def test_another_post_of_the_account_is_not_reached_through_the_token() -> None:
    south = file_by(officer(place="south", account=3))
    both = officer()
    written(replace(officer(place="south"), account=both.account))
    call = machine_of(both)
    assert call.get(f"/people/{south.id}", why="check").status == 404
    wide = Machine(token_now(officer(place="south")).secret)
    assert wide.get(f"/people/{south.id}", why="check").status == 200


def test_only_a_digest_of_the_secret_is_kept() -> None:
    made = token_now(officer())
    row = Token.objects.values().get()
    assert made.secret.removeprefix("tc_") not in str(row)
    assert len(row["digest"]) == 64


def test_every_token_that_opens_nothing_is_answered_alike() -> None:
    viewer = officer()
    ended = token_now(viewer)
    end_token(by=AT_THE_MACHINE, at=now(), token_id=ended.token.pk, why="lost")
    said = [Machine(secret).get("/me") for secret in (None, "", "tc_wrong", "ü\x7f", ended.secret)]
    assert {one.status for one in said} == {401}
    assert len({str(one.body) for one in said}) == 1
    assert {one.headers["Content-Type"] for one in said} == {"application/problem+json"}
    assert all(one.headers["WWW-Authenticate"].startswith("Bearer") for one in said)
    assert Machine(token_now(viewer).secret).get("/me").status == 200


def test_who_is_signed_in_to_the_pages_is_not_let_in_here() -> None:
    an_account("amel")
    client = come_in("amel")
    assert client.get("/").status_code == 200
    assert client.get("/api/v1/me").status_code == 401


def test_without_a_token_the_schema_and_unknown_addresses_tell_nothing() -> None:
    nobody, somebody = Machine(None), machine_of(officer())
    for way in ("/openapi.json", "/nowhere", "/people", ""):
        assert nobody.get(way).status == 401
    assert somebody.get("/openapi.json").body["openapi"].startswith("3.1")
    assert somebody.get("/nowhere").status == 404
    assert nobody.get("/docs").status == 401 and somebody.get("/docs").status == 404


def test_too_many_wrong_tokens_lock_the_address_and_no_other() -> None:
    right = machine_of(officer())
    wrong = Machine("tc_wrong")
    for _ in range(settings.LOCK_AFTER_FOR_ADDRESS - 1):
        assert wrong.get("/me").status == 401
    assert right.get("/me").status == 200
    assert wrong.get("/me").status == 401
    locked = right.get("/me")
    assert (locked.status, locked.headers["Retry-After"]) == (429, "900")
    elsewhere = replace(right, address="10.0.0.2")
    assert elsewhere.get("/me").status == 200


def test_a_lock_opens_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from throughcare.api import lock

    at = now()
    for _ in range(settings.LOCK_AFTER_FOR_ADDRESS):
        lock.remember_failure(address="10.0.0.3", at=at)
    after = at + timedelta(minutes=settings.LOCK_MINUTES)
    assert lock.is_locked(address="10.0.0.3", at=after - timedelta(seconds=1))
    assert not lock.is_locked(address="10.0.0.3", at=after)


def test_made_and_ended_tokens_stand_in_the_register() -> None:
    admin = officer(Role.SYSTEM_ADMINISTRATOR, account=9)
    by = as_administrator(admin, at=BEGINS)
    officer()
    made = make_token(
        by=by, at=BEGINS, account=1, role=Role.ADMISSIONS_OFFICER, establishment="north",
        label="registry", begins=BEGINS, ends=ENDS,
    )  # fmt: skip
    end_token(by=by, at=BEGINS + DAY, token_id=made.token.pk, why="lost")
    entries = Entry.objects.filter(table="api_token", row=str(made.token.pk)).order_by("id")
    assert [(one.event, one.by, one.role) for one in entries] == [
        ("api.token_made", "9", "system_administrator"),
        ("api.token_ended", "9", "system_administrator"),
    ]


def test_only_an_administrator_of_accounts_makes_a_token() -> None:
    with pytest.raises(NotAdministrator):
        as_administrator(officer(Role.PRISON_DIRECTOR, account=8), at=BEGINS)
    with pytest.raises(NotAdministrator):
        as_administrator(officer(Role.SYSTEM_ADMINISTRATOR, account=9), at=NEW_YEAR - MINUTE)
    assert as_administrator(officer(Role.SYSTEM_ADMINISTRATOR, account=9), at=NEW_YEAR)


@pytest.mark.parametrize("same", [False, True])
def test_an_administrator_makes_no_token_for_another_account_of_the_same_human_being(
    same: bool,
) -> None:
    by = as_administrator(officer(Role.SYSTEM_ADMINISTRATOR, account=9), at=BEGINS)
    if same:  # one human being, said when the account is made: a holder never changes
        holder = Account.objects.get(pk=9).holder
        Account.objects.create(pk=1, name="the same", holder=holder)
    else:
        officer()
    named = {
        "by": by, "at": BEGINS, "account": 1, "role": Role.ADMISSIONS_OFFICER,
        "establishment": "north", "label": "registry", "begins": BEGINS, "ends": ENDS,
    }  # fmt: skip
    if not same:
        assert make_token(**named).secret
        return
    with pytest.raises(OwnToken):
        make_token(**named)


@pytest.mark.parametrize(("days", "fits"), [(0, False), (1, True), (366, True), (367, False)])
def test_a_token_lasts_more_than_nothing_and_at_most_a_year(days: int, fits: bool) -> None:
    viewer = officer()
    if fits:
        assert token(viewer, ends=BEGINS + days * DAY)
    else:
        with pytest.raises(BadPeriod):
            token(viewer, ends=BEGINS + days * DAY)


def test_a_token_needs_a_post_that_the_account_holds_when_it_begins() -> None:
    viewer = officer()
    ghost = replace(viewer, account=404)
    with pytest.raises(NoSuchPost):
        token(replace(viewer, posts=(replace(viewer.posts[0], establishment="south"),)))
    with pytest.raises(NoSuchPost):
        token(ghost)
    Post.objects.update(ends=BEGINS)
    with pytest.raises(NoSuchPost):
        token(viewer)


@pytest.mark.parametrize("label", ["", "  ", "a\0b", "x" * 101])
def test_a_token_needs_a_label(label: str) -> None:
    post = officer().posts[0]
    with pytest.raises(NoLabel):
        make_token(
            by=AT_THE_MACHINE, at=BEGINS, account=1, role=post.role,
            establishment=post.establishment, label=label, begins=BEGINS, ends=ENDS,
        )  # fmt: skip


def test_what_may_i_names_the_role_and_its_reach() -> None:
    said: Said = machine_of(officer()).get("/me")
    assert (said.body["role"], said.body["establishment"]) == ("admissions_officer", "north")
    assert {"compartment": "ID", "level": "write", "whose": "establishment"} in said.body["reach"]
    assert not [one for one in said.body["reach"] if one["compartment"] == "INT"]


def test_the_service_is_asked_in_its_own_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone()[0] == "throughcare_app"
