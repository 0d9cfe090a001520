"""Open sessions: seen, ended from elsewhere, closed by suspension and by a new password."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError
from django.test import Client
from django.utils import timezone

from tests.web.arrival import PASSWORD, an_account, come_in, events, is_in
from throughcare.access.models import Account
from throughcare.register.models import Entry
from throughcare.web.models import OpenSession
from throughcare.web.sign_in.devices import device_words

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
NEW = "nine purple ladders"


@pytest.fixture
def account() -> Account:
    return an_account()


def _row_of(client: Client) -> OpenSession:
    return OpenSession.objects.get(pk=client.session["open_session"])


def _change(client: Client, **fields: str) -> tuple[int, str]:
    typed = {"password": PASSWORD, "new_password": NEW, "new_password_again": NEW} | fields
    answer = client.post("/my-account/password", typed)
    return answer.status_code, answer.content.decode()


def test_each_device_is_listed_with_its_words_and_address(account: Account) -> None:
    here = come_in()
    come_in(HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="192.0.2.9")
    page = here.get("/my-account/sessions").content.decode()
    assert "Firefox, Windows" in page and "192.0.2.9" in page
    assert page.count("(this device)") == 1 and "Sign out above" in page


def test_a_session_ended_elsewhere_is_refused_at_once_and_no_other(account: Account) -> None:
    here, there, third = come_in(), come_in(), come_in()
    assert here.post(f"/my-account/sessions/{_row_of(there).pk}/end").status_code == 302
    assert (is_in(here), is_in(there), is_in(third)) == (True, False, True)
    assert events()[-1] == "session_ended"


def test_all_others_end_and_this_one_goes_on(account: Account) -> None:
    here, there, third = come_in(), come_in(), come_in()
    an_account("lema")
    stranger = come_in("lema")
    assert here.post("/my-account/sessions/end-others").status_code == 302
    assert (is_in(here), is_in(there), is_in(third)) == (True, False, False)
    assert is_in(stranger)


def test_nobody_ends_the_session_of_another_account(account: Account) -> None:
    an_account("lema")
    here, stranger = come_in("lema"), come_in()
    row = _row_of(stranger)
    assert here.post(f"/my-account/sessions/{row.pk}/end").status_code == 404
    assert is_in(stranger)
    assert stranger.post(f"/my-account/sessions/{row.pk}/end").status_code == 302
    assert not is_in(stranger)


@pytest.mark.parametrize("number", ["0", "9" * 40])
def test_a_session_that_is_not_there_is_answered_in_words(account: Account, number: str) -> None:
    answer = come_in().post(f"/my-account/sessions/{number}/end")
    assert answer.status_code == 404 and "There is nothing here" in answer.content.decode()


def test_a_suspended_account_is_signed_out_at_its_next_request_for_good(account: Account) -> None:
    client = come_in()
    assert is_in(client)
    Account.objects.update(is_active=False)
    assert not is_in(client)
    assert Entry.objects.order_by("pk").last().why == "the account is suspended"  # type: ignore[union-attr]
    Account.objects.update(is_active=True)
    assert not is_in(client)


def test_a_session_without_its_row_is_refused(account: Account) -> None:
    client = come_in()
    session = client.session
    session["open_session"] = session["open_session"] + 1000
    session.save()
    assert not is_in(client)


def test_a_session_with_the_row_of_another_account_is_refused(account: Account) -> None:
    an_account("lema")
    client, other = come_in(), come_in("lema")
    session = client.session
    session["open_session"] = _row_of(other).pk
    session.save()
    assert not is_in(client) and is_in(other)


@pytest.mark.parametrize(("seconds", "written"), [(59, False), (60, True), (61, True)])
def test_when_a_session_was_last_used_is_written_once_a_minute(
    account: Account, seconds: int, written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, began = come_in(), timezone.now()
    OpenSession.objects.update(began=began, last_seen=began)
    later = began + timedelta(seconds=seconds)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert is_in(client)
    assert _row_of(client).last_seen == (later if written else began)


def test_signing_out_ends_the_session_and_signing_in_anew_the_one_before(account: Account) -> None:
    client = come_in()
    client.post("/sign-in", {"name": "amel", "password": PASSWORD})
    assert OpenSession.objects.filter(ended=None).count() == 1 and is_in(client)
    client.post("/sign-out")
    assert not OpenSession.objects.filter(ended=None).exists()


def test_an_idle_session_is_no_longer_listed(account: Account) -> None:
    here, there = come_in(), come_in(REMOTE_ADDR="192.0.2.9")
    assert "192.0.2.9" in here.get("/my-account/sessions").content.decode()
    long_ago = timezone.now() - timedelta(minutes=31)
    OpenSession.objects.filter(pk=_row_of(there).pk).update(began=long_ago, last_seen=long_ago)
    assert "192.0.2.9" not in here.get("/my-account/sessions").content.decode()


@pytest.mark.parametrize("agent", ["", "<script>x</script>", "x" * 100_000, "a\0b"])
def test_a_hostile_name_of_a_browser_does_no_harm(account: Account, agent: str) -> None:
    client = come_in(HTTP_USER_AGENT=agent)
    page = client.get("/my-account/sessions").content.decode()
    assert "unknown browser, unknown system" in page and "<script>x" not in page


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox, Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/127.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/127.0 Safari/537.36 Edg/127.0", "Edge, Linux"),
    ],
)
def test_a_device_is_named_in_two_words(agent: str, words: str) -> None:
    assert device_words(agent) == words


# The password


def test_a_new_password_ends_all_other_sessions_and_not_this_one(account: Account) -> None:
    here, there = come_in(), come_in()
    key = here.session.session_key
    assert _change(here)[0] == 302
    assert is_in(here) and not is_in(there) and here.session.session_key != key
    assert OpenSession.objects.filter(ended=None).count() == 1
    assert {"account.password_set", "session_ended"} <= set(events())
    assert is_in(come_in(password=NEW))
    refused = Client().post("/sign-in", {"name": "amel", "password": PASSWORD})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"password": "x"}, "This is not your password"),
        ({"new_password_again": "else"}, "The two new passwords differ"),
        ({"new_password": "short", "new_password_again": "short"}, "too short"),
        ({"new_password": "a\0b"}, "Null characters are not allowed"),
        ({"new_password": "x" * 1_000_000}, "at most 1000 characters"),
        ({"new_password": ""}, "This field is required"),
    ],
)
def test_a_password_that_cannot_be_is_refused_in_words(
    account: Account, fields: dict[str, str], words: str
) -> None:
    before = Account.objects.get().password
    status, page = _change(come_in(), **fields)
    assert status == 422 and words in page
    assert Account.objects.get().password == before and "password_changed" not in events()


def test_wrong_present_passwords_lock_the_page(account: Account) -> None:
    client = come_in()
    for _ in range(5):
        _change(client, password="x")
    assert "Too many attempts" in _change(client)[1]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("post", "/my-account/sessions/end-others"),
        ("post", "/my-account/code-app/begin"),
        ("post", "/my-account/code-app/remove"),
        ("post", "/my-account/recovery-codes/new"),
        ("post", "/my-account/passkeys/1/remove"),
        ("get", "/my-account/passkeys"),
        ("get", "/my-account/password"),
    ],
)
def test_sensitive_pages_ask_again(
    account: Account, method: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = come_in()
    later = timezone.now() + timedelta(minutes=10)
    monkeypatch.setattr(timezone, "now", lambda: later)
    answer = getattr(client, method)(path)
    assert answer.headers["Location"].startswith("/again?")


_POSTED = (
    "code-app/begin", "code-app/remove", "recovery-codes/new", "passkeys/1/remove",
    "sessions/1/end", "sessions/end-others",
)  # fmt: skip


@pytest.mark.parametrize("path", _POSTED)
def test_what_changes_something_is_a_post(account: Account, path: str) -> None:
    assert come_in().get(f"/my-account/{path}").status_code == 405


# What the database refuses


def _a_row(account: Account, **fields: object) -> OpenSession:
    given = {"began": AT, "last_seen": AT, "address": "192.0.2.1", "agent": "", "form_key": "k"}
    return OpenSession.objects.create(account=account, **(given | fields))


def test_an_ended_session_stays_ended(account: Account) -> None:
    row = _a_row(account)
    OpenSession.objects.filter(pk=row.pk).update(ended=AT)
    with pytest.raises(DatabaseError, match="Cannot update"):
        OpenSession.objects.filter(pk=row.pk).update(ended=None)


@pytest.mark.parametrize(
    ("field", "name"),
    [("last_seen", "session_seen_after_it_began"), ("ended", "session_ends_after_it_began")],
)
def test_nothing_of_a_session_lies_before_its_beginning(
    account: Account, field: str, name: str
) -> None:
    _a_row(account, **{field: AT, "form_key": "a"})
    _a_row(account, **{field: AT + timedelta(seconds=1), "form_key": "b"})
    with pytest.raises(IntegrityError, match=name):
        _a_row(account, **{field: AT - timedelta(seconds=1), "form_key": "c"})


def test_two_sessions_never_share_the_secret_of_their_forms(account: Account) -> None:
    _a_row(account, form_key="a")
    _a_row(account, form_key="b")
    with pytest.raises(IntegrityError, match="form_key"):
        _a_row(account, form_key="a")
