"""Nothing that is written in a world behind a wall leaves a sign outside it, for any role.

What is added and removed is drawn. Compared are the words, counts, order and status of every page
and of every answer to a program, who has opened the file, and what the engine of the rules is told
and has found. The number of questions to the database stands for the time that an answer takes:
what asks as often takes as long, as far as a reader at a distance can tell. A stop-watch would
measure how busy the machine is. What it does not show is how much one question reads.

The clock stands still from the first reading to the last, as pages draw the present moment: the
picture of the time in custody is wider by a hundredth after some seconds.
"""

from __future__ import annotations

import json
import re
from difflib import unified_diff
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.access.custody_cast import Cast, cast_of
from tests.access.read_apart import shown
from tests.access.turns import every_third
from tests.access.worlds import SECRET, WORLDS, World
from tests.standards.properties.running import SLOW
from throughcare.casework.archive import archive_of
from throughcare.duties.actions import bring_up_to_date
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.register.queries import opened_by

pytestmark = pytest.mark.django_db

PAGES = (
    "/", "/people/{0}", "/people/{0}/custody", "/people/{0}/custody/judgement",
    "/people/{0}/custody/classification", "/people/{0}/custody/discipline",
    "/people/{0}/custody/separation", "/people/{0}/custody/dates", "/people/{0}/duties",
    "/people/{0}/timeline", "/people/{0}/history", "/people/{0}/statements",
    "/people/{0}/intelligence", "/people/{0}/intelligence/report", "/people?q=hidden", "/people",
    "/people/export", "/morning", "/my-file", "/rules/vep-14", "/rules/vep-15", "/coverage",
    "/judgements", "/movements", "/intelligence", "/intelligence/queue", "/intelligence/received",
    "/intelligence/officer", "/people/{0}/custody/religion", "/people/{0}/custody/religion/ask",
    "/people/{0}/custody/contact", "/people/{0}/custody/work", "/contact", "/chaplaincy",
    "/rules/nmr-65-2", "/rules/nmr-65-3-access",
)  # fmt: skip
# Who has opened the file (`openings`) is compared by itself: these readings are among them.
CALLS = (
    "/me", "/people", "/people/count", "/people/export", "/people/{0}", "/people/{0}/duties",
    "/people/{0}/measures", "/people/{0}/movements", "/people/{0}/orders",
    "/people/{0}/release-dates", "/people/{0}/separations", "/people/{0}/sharing",
    "/establishments/north/arriving", "/establishments/north/duties",
    "/establishments/north/health-requests", "/establishments/north/separated",
    "/held-without-order", "/occupancy", "/releases",
)  # fmt: skip
# What differs at each reading by itself: keys of forms, the second it is, and who has just looked.
_OWN = re.compile(
    r'(value|nonce|content)="[A-Za-z0-9_:.T-]{16,}"|\d\d:\d\d(:\d\d(\.\d+)?)?|'
    r"<(tr|li)[^>]*>(?:(?!</?(tr|li)).)*opened(?:(?!</?(tr|li)).)*</(tr|li)>"
)
EXAMPLES = 12 if SLOW else 1
Seen = tuple[str, int, str, int]


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def seen(cast: Cast, world: World, person: UUID) -> list[Seen]:
    """What every page and every answer to a program says."""
    return [*seen_pages(cast, world, person), *seen_calls(cast, person)]


def seen_pages(cast: Cast, world: World, person: UUID) -> list[Seen]:
    """Status and words of every page outside the world, and how many questions it asks."""
    lets = cast.lets(world.code, "mine")
    doors = {page for letter in lets for page in world.own_pages.get(letter, ())}
    found = []
    for page in PAGES:
        if page in doors or (page == "/my-file" and cast.role != "prisoner"):
            continue
        with CaptureQueriesContext(connection) as asked:
            answer = cast.client.get(page.format(person))
        words = _OWN.sub("", shown(answer))
        if page == "/my-file":  # it lists who has looked, these readings among them
            words = words.split("</h1>")[0]
        found.append((page, answer.status_code, words, len(asked)))
    return found


def seen_calls(cast: Cast, person: UUID) -> list[Seen]:
    """Status and words of every answer to a program, and how many questions it asks."""
    found = []
    for way in CALLS:
        with CaptureQueriesContext(connection) as asked:
            said = cast.call.get(way.format(person), why="check")
        found.append((way, said.status, words_of(said.body), len(asked)))
    with CaptureQueriesContext(connection) as asked:
        said = cast.call.post("/people/search", {"text": "hidden"}, key=None)
    found.append(("/people/search", said.status, words_of(said.body), len(asked)))
    return found


def words_of(body: Any) -> str:
    """All of an answer in its order; a cursor is sealed anew each time."""
    if isinstance(body, dict) and body.get("next"):
        body = {**body, "next": "more"}
    return json.dumps(body, indent=0)


def told(world: World, person: UUID) -> tuple[Any, ...]:
    """What the engine is told, what it has found, what it is to look at again, and who looked.

    Who looked alone, where rules ask for what is written in the world.
    """
    if world.ruled:
        return (opened_by(person),)
    with engine_eyes():
        archive = archive_of(person, known_at=timezone.now())
        marks = Mark.objects.filter(person=person).count()
        found = sorted(KeptFinding.objects.filter(person=person).values_list("key", "status"))
        judged = sorted(Judged.objects.filter(person=person).values_list("rules", "judged_at"))
    records = sorted((one.id, one.type, str(one.at), str(one.until)) for one in archive.records)
    return records, marks, found, judged, opened_by(person)


@pytest.mark.parametrize("world", WORLDS, ids=[one.code for one in WORLDS])
def test_no_record_of_a_world_leaves_a_sign_outside_it(
    cast: Cast, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    if cast.role in world.readers:
        return
    person = cast.people["mine"]
    world.prepare(person)
    seen(cast, world, person)  # the first reading judges the file

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(st.lists(st.integers(0, 63), min_size=1, max_size=8))
    def unchanged(drawn: list[int]) -> None:
        with transaction.atomic(), monkeypatch.context() as clock:
            still = timezone.now()
            clock.setattr(timezone, "now", lambda: still)
            before, known = seen(cast, world, person), told(world, person)
            world.write(person, drawn)
            assert told(world, person) == known, (cast.role, drawn)
            if world.ruled:  # as the page does that writes it
                bring_up_to_date([person], at=still)
            for was, now in zip(before, seen(cast, world, person), strict=True):
                change = [*unified_diff(was[2].split(), now[2].split(), n=0)]
                assert SECRET not in now[2], (cast.role, now[0])
                assert was == now, (cast.role, now[0], drawn, was[1:4:2], now[1:4:2], change)
            transaction.set_rollback(True)

    unchanged()
