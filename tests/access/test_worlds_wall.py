"""Nothing that is written in a world behind a wall leaves a sign outside it, for any role.

What is added and removed is drawn. Compared are the words, counts, order, status and number of
questions of the database of every page (these stand for the time that it takes), the answers to
programs, who has opened the file, and what the engine of the rules is told and has found.
"""

from __future__ import annotations

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
    "/intelligence/officer",
)  # fmt: skip
# What differs at each reading by itself: keys of forms, the second it is, and who has just looked.
_OWN = re.compile(
    r'(value|nonce|content)="[A-Za-z0-9_:.T-]{16,}"|\d\d:\d\d(:\d\d(\.\d+)?)?|'
    r"<(tr|li)[^>]*>(?:(?!</?(tr|li)).)*opened(?:(?!</?(tr|li)).)*</(tr|li)>"
)
EXAMPLES = 12 if SLOW else 1


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def seen(cast: Cast, world: World, person: UUID) -> list[tuple[str, int, str, int]]:
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


def told(person: UUID) -> tuple[Any, ...]:
    """What the engine is told, what it has found, what it is to look at again, and who looked."""
    with engine_eyes():
        archive = archive_of(person, known_at=timezone.now())
        marks = Mark.objects.filter(person=person).count()
        found = sorted(KeptFinding.objects.filter(person=person).values_list("key", "status"))
        judged = sorted(Judged.objects.filter(person=person).values_list("rules", "judged_at"))
    records = sorted((one.id, one.type, str(one.at), str(one.until)) for one in archive.records)
    return records, marks, found, judged, opened_by(person)


@pytest.mark.parametrize("world", WORLDS, ids=[one.code for one in WORLDS])
def test_no_record_of_a_world_leaves_a_sign_outside_it(cast: Cast, world: World) -> None:
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
        with transaction.atomic():
            # Anew each time: what a page says of minutes and hours goes on by itself.
            before, known = seen(cast, world, person), told(person)
            world.write(person, drawn)
            assert told(person) == known, (cast.role, drawn)
            for was, now in zip(before, seen(cast, world, person), strict=True):
                change = [*unified_diff(was[2].split(), now[2].split(), n=0)]
                assert SECRET not in now[2], (cast.role, now[0])
                assert was == now, (cast.role, now[0], drawn, was[1:4:2], now[1:4:2], change)
            transaction.set_rollback(True)

    unchanged()
