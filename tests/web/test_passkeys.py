"""Passkeys: as second step, alone, named and removed; and what a wrong device may not do."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from webauthn.helpers import bytes_to_base64url

from tests.web.arrival import LONG_AGO, an_account, come_in, events, is_in
from tests.web.authenticator import Device
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.web.models import Passkey
from throughcare.web.sign_in.passkeys import house_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    return an_account()


def _options(client: Client, path: str) -> str:
    found = re.search(r'data-options="([^"]*)"', client.get(path).content.decode())
    assert found is not None
    return unescape(found[1])


def _add(client: Client, device: Device, label: str = "my phone") -> int:
    answer = device.make(_options(client, "/my-account/passkeys"))
    return client.post("/my-account/passkeys", {"credential": answer, "label": label}).status_code


def _with_passkey(device: Device, name: str = "amel") -> Client:
    client = come_in(name)
    assert _add(client, device) == 302
    return client


def _second(client: Client, device: Device, **instead: Any) -> int:
    answer = device.show(_options(client, "/sign-in/second"), **instead)
    return client.post("/sign-in/second/passkey", {"credential": answer}).status_code


def _alone(client: Client, device: Device, **instead: Any) -> int:
    answer = device.show(_options(client, "/sign-in/passkey"), **instead)
    return client.post("/sign-in/passkey", {"credential": answer}).status_code


def test_a_passkey_is_asked_after_the_password_and_opens_the_door(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = come_in()
    assert not is_in(client)
    assert _second(client, device) == 302 and is_in(client)
    assert "factor_added.passkey" in events() and Passkey.objects.get().last_used is not None


def test_a_passkey_alone_opens_the_door_where_its_holder_was_verified(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = Client()
    assert _alone(client, device) == 302 and is_in(client)


def test_a_device_that_verified_nobody_is_enough_beside_a_password_only(account: Account) -> None:
    device = Device(verifies=False)
    _with_passkey(device)
    alone, beside = Client(), come_in()
    assert _alone(alone, device) == 422 and not is_in(alone)
    assert _second(beside, device) == 302 and is_in(beside)


def test_the_passkey_of_another_account_is_no_second_step(account: Account) -> None:
    an_account("lema")
    mine, others = Device(), Device()
    _with_passkey(mine)
    _with_passkey(others, "lema")
    client = come_in()
    assert _second(client, others) == 422 and not is_in(client)
    assert _second(client, mine) == 302 and is_in(client)


def test_a_device_lured_by_another_page_is_refused(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = come_in()
    device.origin = "http://testserver.evil.example"
    assert _second(client, device) == 422
    device.origin = "http://testserver"
    assert _second(client, device) == 302


def test_a_passkey_made_on_another_page_is_not_kept(account: Account) -> None:
    client = come_in()
    assert _add(client, Device(origin="https://evil.example")) == 422
    assert not Passkey.objects.exists()
    assert _add(client, Device()) == 302


def test_a_signature_of_another_key_is_refused(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client, false = come_in(), Device(credential=device.credential, handle=device.handle, count=9)
    assert _second(client, false) == 422 and not is_in(client)


def test_an_answer_given_before_is_refused(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    first, second = come_in(), come_in()
    answer = device.show(_options(first, "/sign-in/second"))
    _options(second, "/sign-in/second")
    for client, status in ((first, 302), (second, 422)):
        given = client.post("/sign-in/second/passkey", {"credential": answer})
        assert given.status_code == status
    assert not is_in(second)


def test_an_answer_given_twice_in_one_session_is_refused(account: Account) -> None:
    device = Device(count=0, counts=False)
    client = _with_passkey(device)
    answer = device.show(_options(client, "/again"))
    for status in (302, 422):
        given = client.post("/again/passkey", {"credential": answer, "next": "/"})
        assert given.status_code == status


def test_an_answer_counts_for_the_question_it_was_given_to(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = come_in()
    answer = device.show(_options(client, "/sign-in/second"))
    assert client.post("/sign-in/passkey", {"credential": answer}).status_code == 422
    assert not is_in(client)


def test_a_copied_device_whose_count_stands_still_is_refused(account: Account) -> None:
    device = Device(count=40)
    _with_passkey(device)
    device.count = 39
    client = come_in()
    assert _second(client, device) == 422
    assert _second(client, device) == 302


def test_a_passkey_that_names_another_holder_is_refused(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = Client()
    assert _alone(client, device, userHandle="bm9ib2R5") == 422
    assert _alone(client, device) == 302


@pytest.mark.parametrize(("seconds", "opens"), [(299, True), (300, False), (301, False)])
def test_the_device_may_take_five_minutes(
    account: Account, seconds: int, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    device, began = Device(), timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: began)
    _with_passkey(device)
    client = Client()
    answer = device.show(_options(client, "/sign-in/passkey"))
    later = began + timedelta(seconds=seconds)
    monkeypatch.setattr(timezone, "now", lambda: later)
    client.post("/sign-in/passkey", {"credential": answer})
    assert is_in(client) is opens


def test_a_suspended_account_does_not_come_in_by_passkey(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    Account.objects.update(is_active=False)
    client = Client()
    assert _alone(client, device) == 422 and not is_in(client)
    Account.objects.update(is_active=True)
    assert _alone(client, device) == 302


_NONSENSE = (
    "", "x", "[]", "{}", "null", '{"id": 7}', '{"id": "é"}', '{"id": {}, "response": 3}',
    "[" * 19_000, "x" * 1_000_000, "a\0b",
)  # fmt: skip
# As an attestation: no CBOR, a map without its parts, very deep, very long, an odd tag.
_BYTES = (b"", b"\xff", b"\xa0", b"\x81" * 5_000, b"\x5b" + b"\xff" * 8, b"\xd8\x1c\xd8\x1d\x00")


@pytest.mark.parametrize("answer", _NONSENSE)
@pytest.mark.parametrize("path", ["/sign-in/passkey", "/my-account/passkeys"])
def test_nonsense_in_place_of_an_answer_is_refused_in_words(
    account: Account, path: str, answer: str
) -> None:
    client = come_in()
    client.get(path)
    given = client.post(path, {"credential": answer, "label": "kept name"})
    page = given.content.decode()
    assert given.status_code == 422 and 'role="alert"' in page
    assert path == "/sign-in/passkey" or 'value="kept name"' in page


def test_a_real_answer_with_parts_of_the_wrong_kind_is_refused(account: Account) -> None:
    device = Device()
    _with_passkey(device)
    client = come_in()
    for part in ("clientDataJSON", "authenticatorData", "signature"):
        for wrong in ("", "AAAA", "é", 7, None, [], {}):
            assert _second(client, device, **{part: wrong}) == 422, (part, wrong)
    assert _second(client, device) == 302


def test_a_new_passkey_with_parts_of_the_wrong_kind_is_refused(account: Account) -> None:
    client = come_in()
    for wrong in (*map(bytes_to_base64url, _BYTES), "é", 7, None, [], {}):
        answer = json.loads(Device().make(_options(client, "/my-account/passkeys")))
        answer["response"]["attestationObject"] = wrong
        typed = {"credential": json.dumps(answer), "label": "x"}
        assert client.post("/my-account/passkeys", typed).status_code == 422, wrong
    assert not Passkey.objects.exists() and _add(client, Device()) == 302


def test_a_passkey_is_named_once_renamed_and_removed(account: Account) -> None:
    client = come_in()
    assert _add(client, Device(), "one") == 302 and _add(client, Device(), "one") == 422
    assert _add(client, Device(), "<script>two") == 302
    page = client.get("/my-account/passkeys").content.decode()
    assert "&lt;script&gt;two" in page and "<script>two" not in page
    first = Passkey.objects.get(name="one").pk
    rename, remove = (f"/my-account/passkeys/{first}/{what}" for what in ("name", "remove"))
    assert client.post(rename, {"label": "<script>two"}).status_code == 422
    assert client.post(rename, {"label": ""}).status_code == 422
    assert client.post(rename, {"label": "three"}).status_code == 302
    assert client.post(remove).status_code == 302 and client.post(remove).status_code == 404
    assert [row.name for row in Passkey.objects.all()] == ["<script>two"]
    assert events().count("factor_removed.passkey") == 1


def test_nobody_renames_or_removes_the_passkey_of_another(account: Account) -> None:
    an_account("lema")
    _with_passkey(Device(), "lema")
    number, client = Passkey.objects.get().pk, come_in()
    assert client.post(f"/my-account/passkeys/{number}/remove").status_code == 404
    answer = client.post(f"/my-account/passkeys/{number}/name", {"label": "mine"})
    assert answer.status_code == 404 and Passkey.objects.get().name == "my phone"


def test_the_last_passkey_stays_where_the_post_needs_one() -> None:
    an_account(role=Role.NPM_INSPECTOR)
    client = come_in()
    assert not is_in(client)
    assert _add(client, Device(), "one") == 302 and is_in(client)
    first = Passkey.objects.get().pk
    assert client.post(f"/my-account/passkeys/{first}/remove").status_code == 422
    assert _add(client, Device(), "two") == 302
    assert client.post(f"/my-account/passkeys/{first}/remove").status_code == 302


def test_the_same_passkey_is_not_added_twice(account: Account) -> None:
    device, client = Device(), come_in()
    assert _add(client, device, "one") == 302 and _add(client, device, "two") == 422


def test_the_passkey_serves_when_asked_again(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Device()
    client, later = _with_passkey(device), timezone.now() + timedelta(minutes=10)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get("/my-account/passkeys").status_code == 302
    for answers, status in ((Device(credential=device.credential), 422), (device, 302)):
        answer = answers.show(_options(client, "/again"))
        given = client.post("/again/passkey", {"credential": answer, "next": "/"})
        assert given.status_code == status
    assert client.get("/my-account/passkeys").status_code == 200


def test_the_house_is_named_by_the_host_of_the_request() -> None:
    with override_settings(ALLOWED_HOSTS=["prison.example", "localhost"]):
        request = RequestFactory().get("/", headers={"Host": "localhost:8000"})
        assert house_of(request) == type(house_of(request))("localhost", "http://localhost:8000")
        with override_settings(SESSION_COOKIE_SECURE=True):
            request = RequestFactory().get("/", headers={"Host": "prison.example"})
            assert house_of(request).origin == "https://prison.example"
    assert settings.SESSION_COOKIE_SECURE is False


def _a_row(account: Account, **fields: object) -> Passkey:
    given = {"credential": b"a", "public_key": b"k", "sign_count": 0, "name": "a"}
    return Passkey.objects.create(account=account, made_at=LONG_AGO, **(given | fields))


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"name": "a"}, "passkey_name_once"),
        ({"name": ""}, "passkey_has_a_name"),
        ({"credential": b"a"}, "credential"),
    ],
)
def test_a_passkey_has_a_name_and_a_key_of_its_own(
    account: Account, wrong: dict[str, object], name: str
) -> None:
    _a_row(account)
    _a_row(account, credential=b"b", name="b")
    _a_row(an_account("lema"), credential=b"c")
    with pytest.raises(IntegrityError, match=name):
        _a_row(account, **({"credential": b"d", "name": "d"} | wrong))
