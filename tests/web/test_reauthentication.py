"""Asked again before a sensitive act; and what was typed is kept, for its own account only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web import pages_of_tests
from tests.web.arrival import PASSWORD, a_code_app, an_account, come_in, events, is_in
from throughcare.access.models import Account
from throughcare.web.models import KeptForm
from throughcare.web.sign_in.kept import forget_old

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.pages_of_tests")]
HOSTILE = '<b>"quoted" & \N{ARABIC LETTER ALEF}\n\x01 two lines'


@pytest.fixture
def account() -> Account:
    return an_account()


@pytest.fixture
def arrived() -> Iterator[list[dict[str, list[str]]]]:
    pages_of_tests.ARRIVED.clear()
    yield pages_of_tests.ARRIVED


class Clock:
    """The time of the service: it stands, and is moved by hand."""

    def __init__(self) -> None:
        self.moment = timezone.now()

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, **how: int) -> None:
        self.moment += timedelta(**how)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


def _strict() -> Client:
    """A browser that sends the token of its forms, as real ones must."""
    client = Client(enforce_csrf_checks=True)
    _sign_in(client)
    return client


def _token(client: Client, page: str = "/my-account") -> str:
    shown = client.get(page).content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', shown)
    assert found is not None
    return found[1]


def _sign_in(client: Client, name: str = "amel", way: str = "") -> str:
    token = _token(client, "/sign-in")
    fields = {"name": name, "password": PASSWORD, "next": way, "csrfmiddlewaretoken": token}
    answer = client.post("/sign-in", fields)
    assert answer.status_code == 302
    return answer.headers["Location"]


def _kept_page(client: Client) -> str:
    return client.get("/kept").content.decode()


def _send_again(client: Client) -> int:
    """Press "Send it" on the page of what is kept."""
    pattern = r'<form method="post" action="(/(?!kept|lang|theme|sign)[^"]*)">(.*?)</form>'
    form = re.search(pattern, _kept_page(client), re.DOTALL)
    assert form is not None, "nothing is kept"
    inputs = re.findall(r'name="([^"]*)" value="([^"]*)"', form[2])
    fields: dict[str, list[str]] = {}
    for name, value in inputs:
        fields.setdefault(unescape(name), []).append(unescape(value))
    return client.post(unescape(form[1]), fields).status_code


def _expire(client: Client, clock: Clock) -> None:
    clock.pass_by(seconds=settings.SESSION_COOKIE_AGE + 1)
    client.cookies.pop("sessionid", None)  # as the browser does


# Asked again


@pytest.mark.parametrize(("seconds", "asked"), [(599, False), (600, True), (601, True)])
def test_a_proof_is_good_for_ten_minutes(
    account: Account, clock: Clock, seconds: int, asked: bool
) -> None:
    client = come_in()
    clock.pass_by(seconds=seconds)
    answer = client.get("/sensitive?x=1")
    assert (answer.headers.get("Location") == "/again?next=%2Fsensitive%3Fx%3D1") is asked


def test_after_the_password_one_is_back_where_one_was(account: Account, clock: Clock) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    wrong = client.post("/again", {"password": "x", "next": "/sensitive"})
    assert wrong.status_code == 422 and "This is not your password" in wrong.content.decode()
    assert client.get("/sensitive").status_code == 302
    right = client.post("/again", {"password": PASSWORD, "next": "/sensitive"})
    assert right.headers["Location"] == "/sensitive"
    assert client.get("/sensitive").status_code == 200
    assert events()[-1] == "confirmed_again"


def test_a_code_of_the_app_is_as_good_as_the_password(account: Account, clock: Clock) -> None:
    app, client = a_code_app(account), come_in()
    client.post("/sign-in/second", {"code": app.at(clock.moment)})
    clock.pass_by(minutes=10)
    old = app.at(clock.moment - timedelta(minutes=10))
    assert client.post("/again", {"code": old, "next": "/"}).status_code == 422
    assert client.post("/again", {"code": app.at(clock.moment)}).status_code == 302
    assert client.get("/sensitive").status_code == 200


def test_wrong_passwords_asked_again_lock_the_door_too(account: Account, clock: Clock) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    for _ in range(settings.LOCK_AFTER_FOR_NAME):
        client.post("/again", {"password": "x"})
    page = client.post("/again", {"password": PASSWORD}).content.decode()
    assert "Too many attempts" in page and "sign_in_locked" in events()


@pytest.mark.parametrize(
    "fields",
    [{}, {"password": ""}, {"password": "x" * 1_000_000}, {"password": "a\0b"}, {"code": "1"}],
)
def test_nothing_and_nonsense_are_refused_in_words(
    account: Account, fields: dict[str, str]
) -> None:
    answer = come_in().post("/again", fields)
    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example"])
def test_the_way_back_never_leads_elsewhere(account: Account, way: str) -> None:
    answer = come_in().post("/again", {"password": PASSWORD, "next": way})
    assert answer.headers["Location"] == "/"


def test_what_was_sent_too_late_is_sent_again_after_the_proof(
    account: Account, clock: Clock, arrived: list[dict[str, list[str]]]
) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    answer = client.post("/sensitive", {"text": HOSTILE, "many": ["1", "2"]})
    assert answer.headers["Location"] == "/again?next=%2Fkept" and not arrived
    client.post("/again", {"password": PASSWORD})
    assert _send_again(client) == 302
    assert arrived[0]["text"] == [HOSTILE] and arrived[0]["many"] == ["1", "2"]


def test_sent_again_and_too_late_again_it_is_kept_once(account: Account, clock: Clock) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    client.post("/sensitive", {"text": "one"})
    assert KeptForm.objects.count() == 1 and _send_again(client) == 302
    assert KeptForm.objects.count() == 1


# A session that ends while somebody types


def test_what_was_typed_while_the_session_ended_waits_behind_the_door(
    account: Account, clock: Clock, arrived: list[dict[str, list[str]]]
) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    typed = {"text": HOSTILE, "csrfmiddlewaretoken": token}
    answer = client.post("/note?for=1", typed)
    assert answer.headers["Location"] == "/sign-in?next=%2Fkept" and not arrived
    assert "What you typed is kept" in client.get("/sign-in").content.decode()
    assert _sign_in(client, way="/kept") == "/kept"
    assert "two lines" in _kept_page(client)
    assert _send_again(client) == 302
    assert arrived[0]["text"] == [HOSTILE]
    assert not KeptForm.objects.exists() and "Nothing is kept" in _kept_page(client)
    assert "What you typed is kept" not in client.get("/sign-in").content.decode()


def test_it_stays_kept_until_the_page_accepts_it(account: Account, clock: Clock) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    client.post("/note", {"text": "", "csrfmiddlewaretoken": token})
    _sign_in(client)
    assert _send_again(client) == 422 and KeptForm.objects.exists()


def test_nothing_typed_is_shown_to_another_account_and_it_is_destroyed(
    account: Account, clock: Clock
) -> None:
    an_account("lema")
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    client.post("/note", {"text": "for amel only", "csrfmiddlewaretoken": token})
    assert KeptForm.objects.count() == 1
    _sign_in(client, "lema")
    assert "for amel only" not in _kept_page(client) and not KeptForm.objects.exists()
    _sign_in(client, "amel")
    assert "Nothing is kept" in _kept_page(client)


def test_nothing_typed_is_shown_in_another_browser(account: Account, clock: Clock) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    client.post("/note", {"text": "typed there", "csrfmiddlewaretoken": token})
    assert "Nothing is kept" in _kept_page(come_in())
    _sign_in(client)
    assert "typed there" in _kept_page(client)


@pytest.mark.parametrize(("seconds", "there"), [(1799, True), (1800, False), (1801, False)])
def test_it_is_kept_for_half_an_hour(
    account: Account, clock: Clock, seconds: int, there: bool
) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    client.post("/note", {"text": "typed before", "csrfmiddlewaretoken": token})
    clock.pass_by(seconds=seconds)
    _sign_in(client)
    assert ("typed before" in _kept_page(client)) is there


def test_it_lies_encrypted_and_without_passwords_codes_and_files(
    account: Account, clock: Clock
) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    secrets = {"password": "sesame1", "new_password": "sesame2", "code": "sesame3"}
    file = SimpleUploadedFile("a.txt", b"sesame4")
    typed = {"text": "in clear", **secrets, "file": file, "csrfmiddlewaretoken": token}
    client.post("/note", typed)
    content = bytes(KeptForm.objects.get().content)
    assert b"clear" not in content and b"sesame" not in content
    _sign_in(client)
    page = _kept_page(client)
    assert "in clear" in page and "sesame" not in page
    assert "Passwords, codes and files are not kept" in page


def test_several_forms_are_kept_side_by_side(account: Account, clock: Clock) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    for text in ("the first", "the second"):
        client.post("/note", {"text": text, "csrfmiddlewaretoken": token})
    _sign_in(client)
    page = _kept_page(client)
    assert "the first" in page and "the second" in page


def test_what_is_kept_can_be_thrown_away(account: Account, clock: Clock) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    client.post("/sensitive", {"text": "one"})
    client.post("/kept/forget", {"kept_form": "nonsense"})
    client.post("/kept/forget", {"kept_form": "9" * 30})
    assert KeptForm.objects.count() == 1
    client.post("/kept/forget", {"kept_form": str(KeptForm.objects.get().pk)})
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize(("letters", "kept"), [(900_000, True), (1_000_000, False)])
def test_up_to_a_megabyte_is_kept(account: Account, clock: Clock, letters: int, kept: bool) -> None:
    client = _strict()
    token = _token(client)
    _expire(client, clock)
    answer = client.post("/note", {"text": "x" * letters, "csrfmiddlewaretoken": token})
    assert answer.status_code == 302 and KeptForm.objects.exists() is kept


def test_a_form_of_nobody_is_not_kept(account: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    token = _token(client, "/sign-in")
    answer = client.post("/note", {"text": "x", "csrfmiddlewaretoken": token})
    assert answer.headers["Location"] == "/sign-in?next=/note" and not KeptForm.objects.exists()


# A form whose token is too old


def test_a_form_from_before_signing_in_anew_is_kept_at_once(
    account: Account, arrived: list[dict[str, list[str]]]
) -> None:
    client = _strict()
    token = _token(client)
    _sign_in(client)
    answer = client.post("/note", {"text": "from the other tab", "csrfmiddlewaretoken": token})
    assert answer.headers["Location"] == "/kept" and not arrived
    assert _send_again(client) == 302 and arrived[0]["text"] == ["from the other tab"]


def test_a_form_from_another_accounts_session_is_refused_and_not_kept(account: Account) -> None:
    an_account("lema")
    client = _strict()
    token = _token(client)
    _sign_in(client, "lema")
    answer = client.post("/note", {"text": "for amel only", "csrfmiddlewaretoken": token})
    assert answer.status_code == 403 and not KeptForm.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "a" * 32, "a" * 64, "é" * 64, "a" * 1_000_000])
def test_a_form_with_a_made_up_token_is_refused_and_not_kept(account: Account, token: str) -> None:
    client = _strict()
    answer = client.post("/note", {"text": "x", "csrfmiddlewaretoken": token})
    assert answer.status_code == 403 and not KeptForm.objects.exists()
    assert is_in(client)


def test_what_is_typed_at_the_door_itself_is_never_kept(account: Account) -> None:
    client = _strict()
    token = _token(client)
    _sign_in(client)
    fields = {"name": "lema", "password": "x", "csrfmiddlewaretoken": token}
    assert client.post("/sign-in", fields).status_code == 403 and not KeptForm.objects.exists()


def test_after_signing_out_the_pages_carry_a_new_token(account: Account) -> None:
    client = _strict()
    before = client.cookies["csrftoken"].value
    client.post("/sign-out", {"csrfmiddlewaretoken": _token(client)})
    assert client.cookies["csrftoken"].value != before


def test_a_part_of_a_page_is_not_replaced_by_the_door(account: Account, clock: Clock) -> None:
    client = _strict()
    _expire(client, clock)
    asked = {"HX-Request": "true", "HX-Current-URL": "http://testserver/file?part=2"}
    answer = client.get("/note", headers=asked)
    way = "/sign-in?next=http%3A%2F%2Ftestserver%2Ffile%3Fpart%3D2"
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, way)
    assert "Location" not in answer.headers


@pytest.mark.parametrize("fields", [{"text": "typed in a part"}, {}])
def test_a_part_of_a_page_that_is_sent_is_kept_too(
    account: Account, clock: Clock, fields: dict[str, str]
) -> None:
    client = _strict()
    typed = fields | {"csrfmiddlewaretoken": _token(client)}
    clock.pass_by(minutes=10)
    late = client.post("/sensitive", typed, headers={"HX-Request": "true"})
    assert (late.status_code, late.headers["HX-Redirect"]) == (204, "/again?next=%2Fkept")
    _expire(client, clock)
    answer = client.post("/note", typed, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/sign-in?next=%2Fkept")
    _sign_in(client)
    assert "What you typed is kept" in _kept_page(client)


def test_what_is_old_goes_and_what_is_not_stays(account: Account, clock: Clock) -> None:
    client = come_in()
    clock.pass_by(minutes=10)
    client.post("/sensitive", {"text": "x"})
    forget_old(at=clock.moment + timedelta(minutes=30) - timedelta(seconds=1))
    assert KeptForm.objects.exists()
    forget_old(at=clock.moment + timedelta(minutes=30))
    assert not KeptForm.objects.exists()
