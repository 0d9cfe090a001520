"""What the tests of the pages start from: people with accounts and posts in rows, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.staff import see_all_rows, see_no_rows
from tests.web.arrival import let_in
from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.kernel.models import Place, PlaceKind
from throughcare.kernel.names import NamePart, PersonName

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def place(code: str = "north", name: str = "North Prison", zone: str = "UTC") -> Place:
    """An establishment in the tree of places."""
    return Place.objects.create(
        kind=PlaceKind.ESTABLISHMENT, code=code, path=code, name={"en": name}, time_zone=zone,
        used_from=SINCE,
    )  # fmt: skip


class Browser(Client):
    """A browser: between two queries of a page the wall is shut, as in the service."""

    def request(self, **asked: Any) -> Any:
        see_no_rows()
        try:
            return super().request(**asked)
        finally:
            see_all_rows()


class Somebody:
    """An account with a post, at a screen."""

    def __init__(
        self, role: Role = Role.ADMISSIONS_OFFICER, at: str = "north", name: str = "amel",
        case: UUID | None = None,
    ) -> None:  # fmt: skip
        self.account = Account.objects.create(name=name)
        Post.objects.create(account=self.account, role=role, establishment=at, begins=SINCE)
        if case:
            CaseAssignment.objects.create(
                account=self.account, person=case, role=role, begins=SINCE
            )
        self.client = let_in(Browser(), self.account)

    @property
    def viewer(self) -> Viewer:
        return viewer_of(self.account.pk, at=timezone.now())

    def open(self, *parts: str, use: str = "recorded", **spelled: str) -> Person:
        """A file with nothing but a name; `latin` gives the first part's other spelling."""
        name = PersonName(
            tuple(NamePart(text, spellings=tuple(spelled.values()) if not i else ())
                  for i, text in enumerate(parts or ("Aigerim",)))
        )  # fmt: skip
        return actions.register_person(
            by=self.viewer, at=timezone.now(), establishment=self._place(),
            facts=[(Kind.NAME, {"use": use, "parts": name})],
        )  # fmt: skip

    def state(self, file: Person, kind: Kind, value: Mapping[str, object]) -> Fact:
        """Something said of the person."""
        return actions.state_fact(
            by=self.viewer, at=timezone.now(), person_id=file.id, kind=kind, value=value,
            expected=Person.objects.get(id=file.id).version,
        )  # fmt: skip

    def page(self, way: str) -> str:
        """A page that opens."""
        answer = self.client.get(way)
        assert answer.status_code == 200, (way, answer.status_code)
        return str(answer.content.decode())

    def status(self, way: str) -> int:
        return int(self.client.get(way).status_code)

    def fill(self, way: str, **typed: Any) -> dict[str, Any]:
        """The form of a page as a browser would send it, with what is typed."""
        return {**hidden(self.page(way)), **typed}

    def send(self, way: str, **typed: Any) -> HttpResponse:
        """Load the form, type, press the button."""
        return self.client.post(way, self.fill(way, **typed))  # type: ignore[return-value]

    def _place(self) -> str:
        return str(Post.objects.get(account=self.account).establishment)


def hidden(page: str) -> dict[str, str]:
    """What the form carries beside what is typed."""
    form = re.search(r'<form class="write".*?</form>', page, re.S)
    assert form, page
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return dict(fields)


def shown(answer: HttpResponse) -> str:
    return str(answer.content.decode())


def fresh_key() -> str:
    return str(uuid4())
