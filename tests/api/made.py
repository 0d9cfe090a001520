"""What the tests of the interface start from: officers, tokens, files, and a machine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from tests.staff import written
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.api.actions import AT_THE_MACHINE, Made, make_token
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.kernel.names import name_of

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
V1 = "/api/v1"
NAME = {"kind": "name", "value": {"use": "recorded", "parts": [{"text": "Aigerim"}]}}
BORN = {"kind": "birth_date", "value": {"date": "1990-05"}}


def now() -> datetime:
    """The moment of the test: calls have no other clock than the real one."""
    return datetime.now(UTC)


def officer(
    role: Role = Role.ADMISSIONS_OFFICER, place: str = "north", account: int = 1, *,
    case: UUID | None = None, kin: frozenset[UUID] = frozenset(),
) -> Viewer:  # fmt: skip
    """Somebody with one post since the new year, as rows."""
    since = Period(NEW_YEAR, None)
    cases = (Assigned(role, case, since),) if case else ()
    return written(Viewer(account, posts=(HeldPost(role, place, since),), assigned=cases, kin=kin))


def token_for(viewer: Viewer, *, label: str = "registry", lasts: timedelta = DAY) -> Made:
    """A token for the viewer's first post, made at the machine."""
    post = viewer.posts[0]
    at = now()
    return make_token(
        by=AT_THE_MACHINE, at=at, account=viewer.account, role=post.role,
        establishment=post.establishment, label=label, begins=at, ends=at + lasts,
    )  # fmt: skip


def file_by(viewer: Viewer, *parts: str) -> Person:
    """A file with nothing but a name."""
    name = {"use": "recorded", "parts": name_of(*(parts or ("Aigerim",)))}
    return actions.register_person(
        by=viewer, at=now(), establishment=viewer.posts[0].establishment,
        facts=[(Kind.NAME, name)],
    )  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What was answered."""

    status: int
    body: Any
    headers: dict[str, str]


@dataclass
class Machine:
    """A program with a token."""

    secret: str | None
    address: str = "127.0.0.1"

    def get(self, way: str, **asked: object) -> Said:
        """GET; a reason is given where none is."""
        return self._said(
            Client().get(V1 + way, asked, headers=self._headers(), REMOTE_ADDR=self.address)
        )

    def post(
        self, way: str, body: object, *, key: str | None = "", as_type: str = "application/json"
    ) -> Said:
        """POST; with a fresh Idempotency-Key where none is given, None for no key at all."""
        headers = self._headers()
        if key is not None:
            headers["Idempotency-Key"] = key or str(uuid4())
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._said(
            Client().post(
                V1 + way, sent, content_type=as_type, headers=headers, REMOTE_ADDR=self.address
            )
        )

    def _headers(self) -> dict[str, str]:
        return {} if self.secret is None else {"Authorization": f"Bearer {self.secret}"}

    @staticmethod
    def _said(answer: Any) -> Said:
        return Said(answer.status_code, json.loads(answer.content), dict(answer.headers))


def machine_of(viewer: Viewer) -> Machine:
    """A program that acts as this viewer."""
    return Machine(token_for(viewer).secret)
