"""A password that somebody else chose opens one page: the one for a password of one's own."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.arrival import PASSWORD, an_account, come_in

pytestmark = pytest.mark.django_db
OWN = "eleven quiet lanterns"


@pytest.mark.parametrize("chosen_by_another", [True, False])
def test_only_a_password_of_one_s_own_opens_more(chosen_by_another: bool) -> None:
    account = an_account()
    account.must_change_password = chosen_by_another
    account.save()
    client = come_in()
    assert client.get("/").status_code == (302 if chosen_by_another else 200)
    if chosen_by_another:
        assert client.get("/what-may-i").headers["Location"] == "/my-account/password"
    assert client.get("/my-account/password").status_code == 200
    said = {"password": PASSWORD, "new_password": OWN, "again": OWN}
    form = client.get("/my-account/password").context["form"]
    typed = dict(zip(form.fields, said.values(), strict=True))
    assert client.post("/my-account/password", typed).status_code == 302
    assert client.get("/").status_code == 200
    account.refresh_from_db()
    assert account.must_change_password is False
    assert Client().post("/sign-in", {"name": "amel", "password": OWN}).status_code == 302
