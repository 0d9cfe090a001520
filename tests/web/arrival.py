"""How tests come in: real accounts with real posts, through the real door."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import pyotp
from django.test import Client
from django.utils import timezone

from throughcare.access.models import Account, Post
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.web.models import CodeApp, OpenSession
from throughcare.web.sign_in.code_app import (
    SECONDS,
    begin_code_app,
    confirm_code_app,
    waiting_code_app,
)
from throughcare.web.sign_in.expiry import BEGAN
from throughcare.web.sign_in.fresh import FRESH
from throughcare.web.sign_in.sessions import ROW

PASSWORD = "seven green kettles"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FORM_FIELD = "csrfmiddlewaretoken"


def an_account(name: str = "amel", role: Role | None = None) -> Account:
    """Somebody with a password, and with a post where a role is given."""
    account = Account(name=name)
    account.set_password(PASSWORD)
    account.save()
    if role is not None:
        Post.objects.create(account=account, role=role, establishment="north", begins=LONG_AGO)
    return account


def a_code_app(account: Account, *, at: datetime = LONG_AGO) -> pyotp.TOTP:
    """A code app that was added long ago, as its owner holds it."""
    begin_code_app(account=account.pk, at=at)
    shown = waiting_code_app(account.pk, name=account.name)
    assert shown is not None
    app = pyotp.TOTP(shown.key.replace(" ", ""))
    assert confirm_code_app(account=account.pk, code=app.at(at), at=at)
    assert CodeApp.objects.get(account=account).last_step == int(at.timestamp()) // SECONDS
    return app


def come_in(name: str = "amel", password: str = PASSWORD, **environment: str) -> Client:
    """A browser in which somebody has signed in with name and password."""
    client = Client(**environment)
    answer = client.post("/sign-in", {"name": name, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return client


def let_in(client: Client, account: Account) -> Client:
    """The same browser after the door, without the work that a password makes."""
    client.force_login(account)
    now = timezone.now()
    row = OpenSession.objects.create(
        account=account,
        began=now,
        last_seen=now,
        address="127.0.0.1",
        agent="",
        form_key=secrets.token_hex(8),
    )
    session = client.session
    session[BEGAN] = session[FRESH] = now.timestamp()
    session[ROW] = row.pk
    session.save()
    return client


def is_in(client: Client) -> bool:
    """Whether the door is open to this browser."""
    return client.get("/").status_code == 200


def events() -> list[str]:
    """What the register says, in order."""
    return list(Entry.objects.order_by("pk").values_list("event", flat=True))
