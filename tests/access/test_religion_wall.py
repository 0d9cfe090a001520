"""Whatever is written of somebody's religion, nobody without that compartment sees a sign of it.

Not in words, status, order, errors or search of any page of the file or of the house, and not by
how often a page asks the database: the pages are the same with records of religion and without.
In the usual run each third role looks; in the slow form all of them.
"""

from __future__ import annotations

from difflib import unified_diff
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.access.custody_cast import Cast, cast_of
from tests.access.read_apart import LETS, ROLES, TREE, shown
from tests.access.test_psychology_wall import _OWN
from tests.access.turns import every_third
from tests.api.made import DAY
from tests.casework.assessment.made import assigned
from tests.staff import see_all_rows, see_no_rows
from tests.web.arrival import let_in
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy import actions
from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.waiting import waiting_among

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seen_already")]
FAITH = "the hidden faith"
READERS = {role for role, cells in ROLES.items() if "r" in LETS[cells["REL"][0]]}
PAGES = (
    "/", "/people/{0}", "/people/{0}/custody", "/people/{0}/custody/orders",
    "/people/{0}/custody/places", "/people/{0}/custody/judgement", "/people/{0}/custody/contact",
    "/people/{0}/custody/work", "/people/{0}/custody/religion", "/people/{0}/custody/religion/ask",
    "/people/{0}/custody/religion/wish", "/people/{0}/custody/religion/visit",
    "/people/{0}/duties", "/people/{0}/timeline", "/people/{0}/history", "/people?q=hidden",
    "/people", "/people/export", "/morning", "/rules/nmr-65-3-access", "/rules/nmr-65-2",
    "/rules/vep-11", "/coverage", "/contact", "/chaplaincy", "/judgements",
)  # fmt: skip


@pytest.fixture(params=[role for role in every_third(0) if role not in READERS])
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def seen(cast: Cast, person: UUID) -> list[tuple[str, int, str, int]]:
    """Status and words of every page, and how many questions it asks of the database."""
    found = []
    for page in PAGES:
        with CaptureQueriesContext(connection) as asked:
            answer = cast.client.get(page.format(person))
        found.append((page, answer.status_code, _OWN.sub("", shown(answer)), len(asked)))
    return found


def chaplain(person: UUID) -> Client:
    """The chaplain of the person, at a desk."""
    assigned(Role.CHAPLAIN, 975, person)
    see_no_rows()
    return let_in(Client(), Account.objects.get(pk=975))


def told(person: UUID) -> None:
    """All that can be written of religion, and a rule that is broken by it."""
    by, now = assigned(Role.CHAPLAIN, 975, person), timezone.now()
    on: dict[str, Any] = {"by": by, "at": now, "person_id": person}
    early = now - 0.9 * DAY
    row = actions.ask_for(**on, faith=FAITH, asked_at=early)
    actions.offer_visit(
        **on, kind="counselling", offered_at=now - DAY / 2, outcome="held", request_id=row.id
    )
    actions.wish(**on, kind="no_visits", since=now - 0.6 * DAY)
    actions.wish(**on, kind="services", faith=FAITH, since=early)
    actions.hold_service(by=by, at=now, person_ids=[person], faith=FAITH, held_at=now - DAY / 2)
    see_no_rows()


def test_the_readers_of_religion_are_those_of_the_matrix() -> None:
    assert {"chaplain", "prisoner"} == READERS
    assert TREE["break_glass"]["never"].count("REL") == 1
    assert TREE["redacted"]["REL"] == []


def test_no_record_of_religion_leaves_a_sign(cast: Cast) -> None:
    person = cast.people["mine"]
    seen(cast, person)  # the first reading judges the file
    before = seen(cast, person)
    told(person)
    bring_up_to_date([person], at=timezone.now())  # as the page does: see the next test
    for was, now in zip(before, seen(cast, person), strict=True):
        assert FAITH not in now[2], (cast.role, now[0])
        assert was == now, (cast.role, now[0], [*unified_diff(was[2].split(), now[2].split(), n=0)])
    see_all_rows("REL")
    assert [model.objects.count() for model in (Request, Visit, Wish, Service)] == [1, 1, 2, 1]


def test_the_request_that_writes_of_religion_leaves_no_file_that_waits(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    cast = cast_of("prison_director")
    person = cast.people["mine"]
    client = chaplain(person)
    way = f"/people/{person}/custody/religion"
    bring_up_to_date([person], at=timezone.now())
    for form, typed in {
        "ask": {"asked_at": "now", "faith": FAITH},
        "visit": {"offered_at": "now", "kind": "visit", "outcome": "held"},
        "service": {"held_at": "now", "faith": FAITH},
        "wish": {"since": "now", "kind": "services", "faith": FAITH},
    }.items():
        now = timezone.localtime(timezone.now(), zone()).strftime("%Y-%m-%dT%H:%M")
        page = client.get(f"{way}/{form}")
        assert page.status_code == 200, (form, shown(page))
        sending = page.context["sending"]
        said = {name: now if value == "now" else value for name, value in typed.items()}
        answer = client.post(
            f"{way}/{form}", {**said, "once": str(sending.key), "version": sending.version}
        )
        assert answer.status_code == 302, (form, shown(answer))
        with engine_eyes():
            assert waiting_among([person], at=timezone.now()) == [], form
    see_all_rows("REL")
    assert Wish.objects.count() == 1


def zone() -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Africa/Tunis")
