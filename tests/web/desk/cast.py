"""Who plays in these tests: accounts with posts, files, and browsers that are signed in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.casework.people.made import name
from tests.web.arrival import let_in
from throughcare.access.matrix import matrix
from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment, Role
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def now() -> datetime:
    """The clock of the requests, which are answered at once."""
    return timezone.now()


def account(called: str, *roles: Role, at: str = "north", person: UUID | None = None) -> Account:
    """An account with these posts at one place, begun yesterday."""
    made = Account.objects.create(name=called, person=person)
    for role in roles:
        post(made, role, at)
    return made


def post(
    of: Account, role: Role, at: str = "north", *, begins: timedelta = -DAY,
    ends: timedelta | None = None,
) -> Post:  # fmt: skip
    last = None if ends is None else now() + ends
    return Post.objects.create(
        account=of, role=role, establishment=at, begins=now() + begins, ends=last
    )


def case(of: Account, role: Role, person: UUID) -> CaseAssignment:
    return CaseAssignment.objects.create(
        account=of, person=person, role=role, begins=now() - DAY, ends=None
    )


def relative(of: Account, person: UUID) -> Kinship:
    return Kinship.objects.create(account=of, person=person, begins=now() - DAY, ends=None)


def emergency(
    of: Account, person: UUID, *, role: Role = Role.SECURITY_OFFICER, compartment: str = "CON",
    begins: timedelta = -10 * MINUTE, ends: timedelta = 3 * HOUR,
    confirm_by: timedelta | None = 50 * MINUTE,
) -> BreakGlass:  # fmt: skip
    at = now()
    by = None if confirm_by is None else at + confirm_by
    return BreakGlass.objects.create(
        account=of, role=role, place="north", person=person, compartment=compartment,
        ground=matrix().break_glass.allowed[Compartment(compartment)].ground,
        reason="Missing since the evening count.",
        begins=at + begins, ends=at + ends, confirm_by=by, review_by=at + begins + 72 * HOUR,
    )  # fmt: skip


def viewer(of: Account) -> Viewer:
    return viewer_of(of.pk, at=now())


def clerk(at: str = "north") -> Account:
    """The admissions officer of a place, the same each time."""
    found = Account.objects.filter(name=f"clerk of {at}").first()
    return found or account(f"clerk of {at}", Role.ADMISSIONS_OFFICER, at=at)


def file(*parts: str, at: str = "north") -> Person:
    """A file with a name, opened an hour ago."""
    opened = now() - HOUR
    said = [(Kind.NAME, name(*(parts or ("Aigerim",))))]
    return actions.register_person(by=viewer(clerk(at)), at=opened, establishment=at, facts=said)


def contact(of: Person, called: str = "Saule", by: str = "+7 701 000 00 00") -> None:
    """Somebody to be reached in an emergency."""
    value = {"name": called, "relation": "sister", "reached_by": by}
    state(of, Kind.EMERGENCY_CONTACT, value)


def state(of: Person, kind: Kind, value: Mapping[str, object]) -> None:
    """Write down a fact, half an hour ago."""
    by, at = viewer(clerk(str(of.held_at))), now() - 30 * MINUTE
    version = queries.file_of(by, of.id, at=at, why="").version
    actions.state_fact(by=by, at=at, person_id=of.id, kind=kind, value=value, expected=version)


def browser(of: Account) -> Client:
    """A browser in which this account has signed in."""
    return let_in(Client(), of)


def page(of: Account, way: str) -> tuple[int, str]:
    """What this account gets at an address: status and text."""
    return seen(browser(of).get(way))


def seen(answer: HttpResponse) -> tuple[int, str]:
    """Status and text of an answer, with apostrophes as people type them.

    Without the labels that cells carry for narrow screens: they repeat the head of the table.
    """
    text = re.sub(r' data-label="[^"]*"', "", answer.content.decode())
    return answer.status_code, text.replace("&#x27;", "'")
