"""Accounts are made and changed by an administrator of accounts, and by nobody else."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.web.desk import cast
from throughcare.access import actions
from throughcare.access.errors import Unusable
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."


@pytest.fixture
def admin() -> Account:
    return cast.account("admin", Role.SYSTEM_ADMINISTRATOR, at="service")


@pytest.fixture
def amel() -> Account:
    return cast.account("amel", Role.CHAPLAIN)


def _password_in(text: str) -> str:
    found = re.search(r'<code class="password" dir="ltr">([^<]+)</code>', text)
    assert found is not None
    return found[1]


def test_an_administrator_sees_each_account_and_its_state(admin: Account, amel: Account) -> None:
    status, text = cast.page(admin, "/accounts")
    assert status == 200
    assert f'<a href="/accounts/{amel.pk}"><bdi>amel</bdi></a></th><td>in use' in text


@pytest.mark.parametrize(
    "way", ["/accounts", "/accounts/new", "/accounts/{0}", "/accounts/999999", "/accounts/{1}"]
)
def test_for_all_others_there_is_nothing_here(amel: Account, way: str) -> None:
    director = cast.account("director", Role.PRISON_DIRECTOR)
    for viewer in (director, amel):
        status, text = cast.page(viewer, way.format(amel.pk, viewer.pk))
        assert status == 404 and NOTHING in text


def test_a_new_account_gets_a_password_for_one_use_that_is_shown_once(admin: Account) -> None:
    answer = cast.browser(admin).post("/accounts/new", {"name": "bota"})
    status, text = cast.seen(answer)
    assert status == 200
    assert "no-store" in answer.headers["Cache-Control"]
    password = _password_in(text)
    made = Account.objects.get(name="bota")
    assert made.check_password(password) and made.must_change_password
    assert password not in cast.page(admin, f"/accounts/{made.pk}")[1]
    assert password not in cast.page(admin, "/accounts")[1]


def test_without_its_first_password_no_account_is_left_behind(
    admin: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_given: object) -> str:
        raise Unusable("no password could be made", remedy="try again")

    monkeypatch.setattr(actions, "reset_password", fails)
    answer = cast.browser(admin).post("/accounts/new", {"name": "bota"})
    assert answer.status_code == 422
    assert "no password could be made" in cast.seen(answer)[1]
    assert not Account.objects.filter(name="bota").exists()


def test_another_account_of_the_same_human_being_shares_the_holder(
    admin: Account, amel: Account
) -> None:
    cast.browser(admin).post("/accounts/new", {"name": "amel-2", "same_as": "amel"})
    assert Account.objects.get(name="amel-2").holder == amel.holder
    answer = cast.browser(admin).post("/accounts/new", {"name": "x-y-z", "same_as": "nobody"})
    assert answer.status_code == 422
    assert "there is no account with the name 'nobody'" in cast.seen(answer)[1]
    assert not Account.objects.filter(name="x-y-z").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("amel", "is taken"),
        ("", "This field is required."),
        ("x" * 151, "at most 150 characters"),
        ("x" * 1_000_000, "at most 150 characters"),
        ("a\0b", "Null characters are not allowed."),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_stays_in_the_form(
    admin: Account, amel: Account, name: str, said: str
) -> None:
    before = Account.objects.count()
    status, text = cast.seen(cast.browser(admin).post("/accounts/new", {"name": name}))
    assert status == 422
    assert said in text
    assert not name or f'value="{name}"' in text
    assert Account.objects.count() == before


def test_a_suspended_account_signs_in_no_more_until_it_is_restored(
    admin: Account, amel: Account
) -> None:
    amel.set_password("seven green kettles")
    amel.save()
    door = {"name": "amel", "password": "seven green kettles"}
    assert Client().post("/sign-in", door).status_code == 302
    way = f"/accounts/{amel.pk}"
    assert cast.browser(admin).post(f"{way}/suspend", {"why": "leave"}).status_code == 302
    assert Client().post("/sign-in", door).status_code == 422
    assert "<td>suspended" in cast.page(admin, "/accounts")[1]
    assert cast.browser(admin).post(f"{way}/restore", {"why": "back"}).status_code == 302
    assert Client().post("/sign-in", door).status_code == 302


@pytest.mark.parametrize("act", ["suspend", "password", "own-file"])
def test_without_a_reason_nothing_is_changed(admin: Account, amel: Account, act: str) -> None:
    answer = cast.browser(admin).post(f"/accounts/{amel.pk}/{act}", {"why": " "})
    assert answer.status_code == 422
    assert "This field is required." in cast.seen(answer)[1]
    fresh = Account.objects.get(pk=amel.pk)
    assert (fresh.is_active, fresh.password, fresh.person) == (True, amel.password, None)


def test_what_is_so_already_is_refused_in_words(admin: Account, amel: Account) -> None:
    answer = cast.browser(admin).post(f"/accounts/{amel.pk}/restore", {"why": "back"})
    assert answer.status_code == 422
    assert "this is so already" in cast.seen(answer)[1]


def test_a_forgotten_password_is_replaced_by_one_for_one_use(admin: Account, amel: Account) -> None:
    answer = cast.browser(admin).post(f"/accounts/{amel.pk}/password", {"why": "forgotten"})
    assert "no-store" in answer.headers["Cache-Control"]
    fresh = Account.objects.get(pk=amel.pk)
    assert fresh.check_password(_password_in(cast.seen(answer)[1])) and fresh.must_change_password


def test_nobody_administers_the_own_account(admin: Account) -> None:
    for act in ("suspend", "password", "own-file"):
        answer = cast.browser(admin).post(f"/accounts/{admin.pk}/{act}", {"why": "mine"})
        assert answer.status_code == 403, act
    assert Account.objects.get(pk=admin.pk).is_active
    assert "Another administrator changes it." in cast.page(admin, f"/accounts/{admin.pk}")[1]


def test_a_prisoners_account_is_linked_to_the_own_file_and_opens_it(admin: Account) -> None:
    file = cast.file("Aigerim")
    aigerim = cast.account("aigerim", Role.PRISONER)
    assert cast.page(aigerim, "/my-file")[0] == 404
    typed = {"person": str(file.id), "why": "as the records office says"}
    answer = cast.browser(admin).post(f"/accounts/{aigerim.pk}/own-file", typed)
    assert answer.status_code == 302
    assert cast.page(aigerim, "/my-file")[0] == 200


@pytest.mark.parametrize("person", ["x", "1" * 1_000_000, "\0", "'; DROP TABLE"])
def test_an_id_that_is_none_is_refused_and_stays(
    admin: Account, amel: Account, person: str
) -> None:
    answer = cast.browser(admin).post(
        f"/accounts/{amel.pk}/own-file", {"person": person, "why": "a slip"}
    )
    assert answer.status_code == 422
    assert "a slip" in cast.seen(answer)[1]


def test_no_page_of_accounts_opens_a_file(admin: Account) -> None:
    file = cast.file("Aigerim", "Sadykova")
    cast.account("aigerim", Role.PRISONER, person=file.id)
    for one in Account.objects.all():
        assert "Sadykova" not in cast.page(admin, f"/accounts/{one.pk}")[1]
    assert cast.page(admin, f"/people/{file.id}/readers")[0] == 403
    assert not Entry.objects.filter(by=str(admin.pk), event__startswith="read.").exists()


@pytest.mark.parametrize("act", ["suspend", "restore", "password", "own-file"])
def test_a_change_comes_by_post_alone(admin: Account, amel: Account, act: str) -> None:
    assert cast.browser(admin).get(f"/accounts/{amel.pk}/{act}").status_code == 405
