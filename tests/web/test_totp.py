"""The code app and its recovery codes: what they let in, and how often."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from django.conf import settings
from django.db import DatabaseError, IntegrityError
from django.test import Client, override_settings
from django.utils import timezone

from tests.web.arrival import PASSWORD, a_code_app, an_account, come_in, events, is_in
from throughcare.access.models import Account, Post
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.web.models import CodeApp, RecoveryCode
from throughcare.web.sign_in.code_app import accept_code, begin_code_app, waiting_code_app
from throughcare.web.sign_in.encryption import CannotRead
from throughcare.web.sign_in.factors import clear_factors
from throughcare.web.sign_in.recovery import (
    make_recovery_codes,
    recovery_codes_left,
    use_recovery_code,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, 0, 15, tzinfo=UTC)
STEP = timedelta(seconds=30)


def _second(client: Client, code: str) -> int:
    return client.post("/sign-in/second", {"code": code}).status_code


def _key_of(page: str) -> pyotp.TOTP:
    shown = re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', page)
    assert shown is not None
    return pyotp.TOTP(shown[1].replace(" ", ""))


def _add(client: Client) -> pyotp.TOTP:
    client.post("/my-account/code-app/begin")
    return _key_of(client.get("/my-account/code-app").content.decode())


def test_the_key_is_shown_as_picture_and_as_text() -> None:
    an_account()
    client = come_in()
    client.post("/my-account/code-app/begin")
    page = client.get("/my-account/code-app").content.decode()
    assert 'src="data:image/svg+xml' in page and len(_key_of(page).secret) == 32


def test_an_app_counts_once_a_code_confirms_it() -> None:
    account = an_account()
    client = come_in()
    app = _add(client)
    assert come_in() and CodeApp.objects.get(account=account).confirmed_at is None
    wrong = "000000" if app.now() != "000000" else "111111"
    assert client.post("/my-account/code-app", {"code": wrong}).status_code == 422
    assert CodeApp.objects.get(account=account).confirmed_at is None
    assert client.post("/my-account/code-app", {"code": app.now()}).status_code == 302
    assert CodeApp.objects.get(account=account).confirmed_at is not None
    assert not is_in(come_in())


def test_after_the_password_the_code_is_asked_and_opens_the_door() -> None:
    app = a_code_app(an_account())
    client = Client()
    answer = client.post("/sign-in", {"name": "amel", "password": PASSWORD, "next": "/kept"})
    assert answer.headers["Location"] == "/sign-in/second" and not is_in(client)
    answer = client.post("/sign-in/second", {"code": app.now()})
    assert answer.headers["Location"] == "/kept" and is_in(client)


def test_without_the_password_the_second_step_leads_back_to_the_first() -> None:
    app = a_code_app(an_account())
    client = Client()
    assert client.post("/sign-in/second", {"code": app.now()}).headers["Location"] == "/sign-in"
    assert not is_in(client)


def test_a_code_opens_the_door_once() -> None:
    app = a_code_app(an_account())
    first, second, code = come_in(), come_in(), app.now()
    assert (_second(first, code), _second(second, code)) == (302, 422)
    assert is_in(first) and not is_in(second)


@pytest.mark.parametrize(
    ("steps", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_clock_may_be_one_step_wrong_and_no_more(steps: int, counts: bool) -> None:
    account = an_account()
    app = a_code_app(account)
    assert accept_code(account=account.pk, code=app.at(AT + steps * STEP), at=AT) is counts


@pytest.mark.parametrize(("steps", "counts"), [(-1, False), (0, False), (1, True)])
def test_no_code_counts_that_is_as_old_as_the_last_one_used(steps: int, counts: bool) -> None:
    account = an_account()
    app = a_code_app(account)
    assert accept_code(account=account.pk, code=app.at(AT), at=AT)
    assert accept_code(account=account.pk, code=app.at(AT + steps * STEP), at=AT) is counts


def test_digits_of_every_script_and_spaces_are_read() -> None:
    account = an_account()
    app = a_code_app(account)
    arabic = app.at(AT).translate({ord("0") + digit: ord("٠") + digit for digit in range(10)})
    assert accept_code(account=account.pk, code=f"{arabic[:3]} {arabic[3:]}", at=AT)


@pytest.mark.parametrize(("failures", "opens"), [(4, True), (5, False)])
def test_wrong_codes_lock_the_second_step_like_wrong_passwords(failures: int, opens: bool) -> None:
    app = a_code_app(an_account())
    client = come_in()
    assert settings.LOCK_AFTER_FOR_NAME == 5
    for _ in range(failures):
        assert _second(client, "x") == 422
    assert (_second(client, app.now()) == 302) is opens
    assert ("sign_in_locked" in events()) is not opens


def test_the_lock_is_written_to_the_register_once_however_often_it_refuses() -> None:
    a_code_app(an_account())
    client = come_in()
    for _ in range(9):
        _second(client, "x")
    assert events().count("sign_in_locked") == 1
    entry = Entry.objects.get(event="sign_in_locked")
    assert entry.row == str(Account.objects.get().pk)


@pytest.mark.parametrize(("seconds", "opens"), [(299, True), (300, False), (301, False)])
def test_the_second_step_may_take_five_minutes(
    seconds: int, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = a_code_app(an_account())
    began = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: began)
    client = come_in()
    later = began + timedelta(seconds=seconds)
    monkeypatch.setattr(timezone, "now", lambda: later)
    _second(client, app.at(later))
    assert is_in(client) is opens


def test_an_account_suspended_between_the_steps_does_not_come_in() -> None:
    account = an_account()
    app = a_code_app(account)
    client = come_in()
    Account.objects.update(is_active=False)
    assert client.post("/sign-in/second", {"code": app.now()}).headers["Location"] == "/sign-in"
    assert not is_in(client)


def test_with_the_first_second_factor_come_ten_recovery_codes_shown_once() -> None:
    account = an_account()
    client = come_in()
    answer = client.post("/my-account/code-app", {"code": _add(client).now()})
    assert answer.headers["Location"] == "/my-account/recovery-codes"
    page = client.get("/my-account/recovery-codes").content.decode()
    codes = re.findall(r'<code dir="ltr">([^<]+)</code>', page)
    assert len(codes) == len(set(codes)) == recovery_codes_left(account.pk) == 10
    assert client.get("/my-account/recovery-codes").headers["Location"] == "/my-account"
    stored = list(RecoveryCode.objects.values_list("digest", flat=True))
    assert all(one.startswith("$argon2id") for one in stored)


def test_each_recovery_code_lets_in_once() -> None:
    account = an_account()
    a_code_app(account)
    codes = make_recovery_codes(account=account.pk, at=AT)
    client, other = come_in(), come_in()
    assert _second(client, codes[9].lower().replace("-", " ")) == 302
    assert is_in(client) and recovery_codes_left(account.pk) == 9
    assert _second(other, codes[9]) == 422
    assert _second(other, codes[0]) == 302
    assert events().count("recovery_code_used") == 2


def test_new_recovery_codes_end_the_old_ones_and_nobody_elses() -> None:
    account, other = an_account(), an_account("lema")
    old = make_recovery_codes(account=account.pk, at=AT)
    others = make_recovery_codes(account=other.pk, at=AT)
    new = make_recovery_codes(account=account.pk, at=AT)
    assert not use_recovery_code(account=account.pk, typed=old[0], at=AT)
    assert not use_recovery_code(account=account.pk, typed=others[0], at=AT)
    assert use_recovery_code(account=account.pk, typed=new[0], at=AT)
    assert use_recovery_code(account=other.pk, typed=others[0], at=AT)


def test_the_key_lies_encrypted_and_opens_for_its_own_account_only() -> None:
    account, other = an_account(), an_account("lema")
    app = a_code_app(account)
    begin_code_app(account=other.pk, at=AT)
    row = CodeApp.objects.get(account=account)
    assert app.secret.encode() not in bytes(row.secret)
    CodeApp.objects.filter(account=other).update(secret=row.secret)
    with pytest.raises(CannotRead, match="damaged, or was kept for somebody else"):
        waiting_code_app(other.pk, name="lema")


def test_a_key_of_an_older_secret_is_read_while_that_secret_is_named() -> None:
    account = an_account()
    app = a_code_app(account)
    old = settings.SECRET_KEY
    with override_settings(SECRET_KEY="another secret"):
        with pytest.raises(CannotRead, match="a secret that the service has no more"):
            accept_code(account=account.pk, code=app.at(AT), at=AT)
        with override_settings(SECRET_KEY_FALLBACKS=[old]):
            assert accept_code(account=account.pk, code=app.at(AT), at=AT)


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "a\0b", "x" * 1_000_000, "<script>x", "²²²²²²", "-1 000"]
)
def test_hostile_codes_are_refused_in_words(code: str) -> None:
    a_code_app(an_account())
    answer = come_in().post("/sign-in/second", {"code": code})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in page and "<script>x" not in page


@pytest.mark.parametrize(
    ("role", "led"),
    [
        (Role.SYSTEM_ADMINISTRATOR, True),
        (Role.NPM_INSPECTOR, True),
        (Role.INTELLIGENCE_OFFICER, True),
        (Role.CASE_MANAGER, False),
    ],
)
def test_some_posts_need_a_second_factor_before_anything_else(role: Role, led: bool) -> None:
    an_account(role=role)
    client = come_in()
    assert (client.get("/").headers.get("Location") == "/my-account") is led
    assert client.get("/my-account").status_code == 200
    client.post("/my-account/code-app", {"code": _add(client).now()})
    assert is_in(client)


def test_a_post_that_has_ended_needs_none() -> None:
    an_account(role=Role.NPM_INSPECTOR)
    assert not is_in(come_in())
    Post.objects.update(ends=timezone.now())
    assert is_in(come_in())


def test_where_the_setting_is_empty_no_post_needs_one() -> None:
    an_account(role=Role.NPM_INSPECTOR)
    with override_settings(SECOND_FACTOR_FOR=frozenset()):
        assert is_in(come_in())


@pytest.mark.parametrize(("role", "goes"), [(Role.NPM_INSPECTOR, False), (Role.CHAPLAIN, True)])
def test_the_last_second_factor_stays_where_the_post_needs_one(role: Role, goes: bool) -> None:
    account = an_account(role=role)
    app, codes = a_code_app(account), make_recovery_codes(account=account.pk, at=AT)
    client = come_in()
    assert codes and _second(client, app.now()) == 302
    answer = client.post("/my-account/code-app/remove")
    assert answer.status_code == (302 if goes else 422)
    assert CodeApp.objects.exists() is not goes and RecoveryCode.objects.exists() is not goes
    assert ("factor_removed.code_app" in events()) is goes


def test_whoever_lost_everything_begins_anew_once_an_administrator_clears_it() -> None:
    account, other = an_account(), an_account("lema")
    for one in (account, other):
        a_code_app(one)
        make_recovery_codes(account=one.pk, at=AT)
    clear_factors(account=account.pk, by=other.pk, at=AT)
    assert is_in(come_in()) and not is_in(come_in("lema"))
    entry = Entry.objects.get(event="factors_cleared")
    assert (entry.by, entry.row) == (str(other.pk), str(account.pk))
    assert recovery_codes_left(account.pk) == 0 and recovery_codes_left(other.pk) == 10


def test_a_used_step_cannot_be_given_back() -> None:
    a_code_app(an_account(), at=AT)
    row = CodeApp.objects.get()
    assert row.last_step is not None
    CodeApp.objects.update(last_step=row.last_step + 1)
    with pytest.raises(DatabaseError, match="Cannot update"):
        CodeApp.objects.update(last_step=row.last_step + 1)


def test_a_confirmed_app_has_both_its_moment_and_its_step() -> None:
    account, other = an_account(), an_account("lema")
    CodeApp.objects.create(account=account, secret=b"x", made_at=AT)
    CodeApp.objects.create(account=other, secret=b"x", made_at=AT, confirmed_at=AT, last_step=1)
    with pytest.raises(IntegrityError, match="code_app_used_from_its_confirmation"):
        CodeApp.objects.filter(account=account).update(confirmed_at=AT)


def test_a_used_recovery_code_stays_used() -> None:
    make_recovery_codes(account=an_account().pk, at=AT)
    RecoveryCode.objects.filter(number__in=[1, 2]).update(used_at=AT)
    with pytest.raises(DatabaseError, match="Cannot update"):
        RecoveryCode.objects.filter(number=1).update(used_at=None)


@pytest.mark.parametrize(
    ("number", "name"), [(0, "number_known"), (11, "number_known"), (3, "numbered")]
)
def test_recovery_codes_are_numbered_one_to_ten_once(number: int, name: str) -> None:
    account = an_account()
    for right in (1, 3, 10):
        RecoveryCode.objects.create(account=account, number=right, digest="x")
    with pytest.raises(IntegrityError, match=f"recovery_code_{name}"):
        RecoveryCode.objects.create(account=account, number=number, digest="x")
