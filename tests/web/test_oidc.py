"""Signing in through another house: whom it lets in, and which of its answers are not believed."""

from __future__ import annotations

from collections.abc import Iterator
from time import time
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client, override_settings
from joserfc.jwk import RSAKey

from tests.web.arrival import LONG_AGO, a_code_app, an_account, is_in
from tests.web.issuer import CLIENT, SECRET, House, open_house
from throughcare.access.models import Account
from throughcare.register.models import Entry
from throughcare.web.models import OutsideIdentity
from throughcare.web.sign_in.outside import tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    return an_account()


@pytest.fixture
def house() -> Iterator[House]:
    with open_house() as house:
        names = {"OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET}
        with override_settings(OIDC_ISSUER=house.address, **names):
            yield house


@pytest.fixture
def tied(account: Account, house: House) -> Account:
    OutsideIdentity.objects.create(account=account, issuer=house.address, subject=house.subject)
    return account


def _leave(client: Client, way: str = "") -> str:
    answer = client.get("/sign-in/outside", {"next": way})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def _through(client: Client, house: House, way: str = "") -> tuple[int, str]:
    query = house.lets_in(_leave(client, way))
    answer = client.get(f"/sign-in/outside/back?{query}")
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_whoever_the_other_house_names_comes_in_where_they_wanted(
    tied: Account, house: House
) -> None:
    client = Client()
    assert _through(client, house, "/my-account") == (302, "/my-account")
    assert is_in(client)
    assert Entry.objects.get(event="signed_in").by == str(tied.pk)


def test_the_way_back_never_leads_elsewhere(tied: Account, house: House) -> None:
    assert _through(Client(), house, "https://evil.example") == (302, "/")


def test_it_is_asked_with_state_nonce_and_a_challenge(tied: Account, house: House) -> None:
    house.lets_in(_leave(Client()))
    first = house.asked
    house.lets_in(_leave(Client()))
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 20 and first[name] != house.asked[name]
    assert first["code_challenge_method"] == "S256" and first["response_type"] == "code"
    assert first["redirect_uri"] == "http://testserver/sign-in/outside/back"


def test_a_subject_that_no_account_carries_does_not_come_in(tied: Account, house: House) -> None:
    house.subject = "stranger"
    client = Client()
    status, page = _through(client, house)
    assert status == 422 and "no account here is tied to you" in page and not is_in(client)
    assert Account.objects.count() == 1


def test_the_same_subject_of_another_issuer_does_not_come_in(
    account: Account, house: House
) -> None:
    tie(account=account.pk, issuer="https://other.example", subject="8f1c", by=1, at=LONG_AGO)
    client = Client()
    assert _through(client, house)[0] == 422 and not is_in(client)
    tie(account=account.pk, issuer=house.address, subject="8f1c", by=1, at=LONG_AGO)
    assert _through(client, house)[0] == 302 and is_in(client)
    assert Entry.objects.filter(event="outside_identity_tied").count() == 2


@pytest.mark.parametrize(
    "instead",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another client"},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"exp": int(time()) - 1000},
        {"sub": ""},
        {"sub": None},
        {"sub": ["8f1c"]},
    ],
)
def test_an_answer_with_a_false_claim_is_not_believed(
    tied: Account, house: House, instead: dict[str, Any]
) -> None:
    client = Client()
    house.instead = instead
    assert _through(client, house)[0] == 422 and not is_in(client)
    house.instead = {}
    assert _through(client, house)[0] == 302 and is_in(client)


def test_an_answer_signed_with_another_key_is_not_believed(tied: Account, house: House) -> None:
    client = Client()
    house.shows, house.signs_with = house.signs_with, RSAKey.generate_key(2048, {"kid": "one"})
    assert _through(client, house)[0] == 422 and not is_in(client)


def test_an_answer_to_somebody_elses_question_is_not_believed(tied: Account, house: House) -> None:
    mine, others = Client(), Client()
    query = house.lets_in(_leave(others))
    _leave(mine)
    assert mine.get(f"/sign-in/outside/back?{query}").status_code == 422 and not is_in(mine)
    assert others.get(f"/sign-in/outside/back?{query}").status_code == 302 and is_in(others)


def test_an_answer_counts_once(tied: Account, house: House) -> None:
    client = Client()
    query = house.lets_in(_leave(client))
    assert client.get(f"/sign-in/outside/back?{query}").status_code == 302
    client.post("/sign-out")
    assert client.get(f"/sign-in/outside/back?{query}").status_code == 422 and not is_in(client)


def test_a_code_taken_on_its_way_is_of_no_use_without_the_challenge(
    tied: Account, house: House
) -> None:
    client = Client()
    query = house.lets_in(_leave(client))
    house.asked["code_challenge"] = "of another browser"
    assert client.get(f"/sign-in/outside/back?{query}").status_code == 422 and not is_in(client)
    assert house.refused


_NONSENSE = (
    "", "code=x", "state=x", "error=denied", "code=a%00&state=%00", "code=x&state=" + "x" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("query", _NONSENSE)
def test_nonsense_on_the_way_back_is_refused_in_words(
    tied: Account, house: House, query: str
) -> None:
    answer = Client().get(f"/sign-in/outside/back?{query}")
    assert answer.status_code == 422 and "could not be trusted" in answer.content.decode()


def test_a_second_factor_is_asked_after_the_other_house_too(tied: Account, house: House) -> None:
    app, client = a_code_app(tied), Client()
    assert _through(client, house, "/kept") == (302, "/sign-in/second") and not is_in(client)
    assert client.post("/sign-in/second", {"code": app.now()}).headers["Location"] == "/kept"


def test_a_suspended_account_does_not_come_in(tied: Account, house: House) -> None:
    Account.objects.update(is_active=False)
    client = Client()
    assert _through(client, house)[0] == 422
    Account.objects.update(is_active=True)
    assert _through(client, house)[0] == 302


def test_without_the_setting_there_is_no_other_door(account: Account) -> None:
    client = Client()
    for path in ("/sign-in/outside", "/sign-in/outside/back?code=x&state=y"):
        assert client.get(path).status_code == 404
    assert "organisation" not in client.get("/sign-in").content.decode()


def test_with_the_setting_the_door_shows_the_way(house: House) -> None:
    assert "organisation" in Client().get("/sign-in").content.decode()


def test_a_house_that_does_not_answer_is_said_so(account: Account) -> None:
    with open_house() as gone:
        address = gone.address
    with override_settings(OIDC_ISSUER=address, OIDC_CLIENT_ID="x", OIDC_CLIENT_SECRET="x"):
        answer = Client().get("/sign-in/outside")
    assert answer.status_code == 422 and "does not answer" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"subject": "a"}, "subject_once"),
        ({"subject": ""}, "subject_is_written"),
        ({"issuer": ""}, "subject_is_written"),
    ],
)
def test_a_subject_belongs_to_one_account(
    account: Account, wrong: dict[str, str], name: str
) -> None:
    other = an_account("lema")
    OutsideIdentity.objects.create(account=account, issuer="i", subject="a")
    OutsideIdentity.objects.create(account=account, issuer="i", subject="b")
    OutsideIdentity.objects.create(account=other, issuer="j", subject="a")
    with pytest.raises(IntegrityError, match=name):
        OutsideIdentity.objects.create(account=other, **({"issuer": "i", "subject": "c"} | wrong))
