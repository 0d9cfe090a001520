"""What a finding says is shown to exactly those who read where it is said, in all 22 roles.

The findings are drawn: every matter, with what it says and what answers it in compartments by
chance. Who may see them is read from the matrix alone, not through the policy or the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from standards.findings import Status
from tests.access.custody_cast import Cast, cast_of
from tests.access.turns import every_third
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.access.queries import viewer_for
from throughcare.access.walls import behind
from throughcare.duties import queries
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.duties.queries import Duty, Wanted
from throughcare.duties.rules import asked_on, rulebook

pytestmark = pytest.mark.django_db
CODES = ("ID", "SEN", "HLT", "INC", "CON", "DIS", "PLN")
EACH = 60
HEALTH = {"HLT"}
_SAME = """finding, person, rule, status, since, until, mine"""
_BRIEF = f"""
    SELECT {_SAME}, gravity FROM duties_open_briefly_at(%s, %s) ORDER BY finding
"""
_WHOLE = f"""
    SELECT {_SAME}, array_position(ARRAY['critical', 'high', 'medium', 'low'], severity)
    FROM duties_open_at(%s, %s) ORDER BY finding
"""


@dataclass(frozen=True)
class Drawn:
    """A finding as it was kept, and whom it is about."""

    whom: str
    row: KeptFinding


@pytest.fixture(params=every_third(0))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def drawn(cast: Cast, seed: int = 7) -> list[Drawn]:
    """Findings about everybody, kept as if they had just been judged."""
    chance, now = Random(seed), timezone.now()
    rules = sorted(rulebook().entries)
    found = [Drawn(whom, _row(cast.people[whom], chance, rules)) for whom in cast.people
             for _each in range(EACH)]  # fmt: skip
    with engine_eyes():
        KeptFinding.objects.all().delete()
        Judged.objects.all().delete()
        Mark.objects.all().delete()
        KeptFinding.objects.bulk_create([one.row for one in found])
        digest = asked_on(now.date()).digest
        Judged.objects.bulk_create(
            Judged(person_id=person, rules=digest, judged_at=now) for person in cast.people.values()
        )
    return found


def _row(person: UUID, chance: Random, rules: list[str]) -> KeptFinding:
    now = timezone.now()
    first = chance.choice(CODES)
    within = [first, *chance.sample(CODES, chance.choice((0, 0, 1, 2)))]
    status = chance.choice(("due", "breached", "breached", "met"))
    ended = status == "met" or (status == "breached" and chance.random() < 0.4)
    return KeptFinding(
        person_id=person, rule=chance.choice(rules), status=status, severity="high",
        since=now - timedelta(days=3),
        until=now + timedelta(days=2) if status == "due" else now if ended else None,
        flags=["provisional"], key=f"key-{uuid4()}", duty=now - timedelta(days=3),
        evidence=[f"row-{uuid4()}"], first=first, within=list(dict.fromkeys(within)),
        answered=chance.sample(CODES, chance.choice((0, 1, 1, 2))), cured_in=chance.choice(CODES),
        task=chance.random() < 0.5,
        answer=uuid4(), said=uuid4(),
    )  # fmt: skip


def missing(cast: Cast, one: Drawn) -> set[str]:
    """The compartments that keep this finding from the role."""
    lets = {code: cast.lets(code, one.whom) for code in CODES}
    return {code for code in one.row.within if "r" not in lets[code]} | {
        code for code in one.row.answered if "x" not in lets[code] and "r" not in lets[code]
    }


def expected(cast: Cast, found: list[Drawn], whom: str) -> tuple[set[int], set[int]]:
    """Which findings about somebody are shown whole, and which without their ground."""
    whole, less = set(), set()
    for one in found:
        if one.whom != whom:
            continue
        lacks, first = missing(cast, one), "r" in cast.lets(one.row.first, whom)
        if first and not lacks:
            whole.add(one.row.pk)
        elif is_told(cast, one) or (first and lacks == HEALTH and _open(one.row)):
            less.add(one.row.pk)
    return whole, less


def is_told(cast: Cast, one: Drawn) -> bool:
    """Whether it is a task of the role: what it may add, though it reads nothing there."""
    lets = {code: cast.lets(code, one.whom) for code in CODES}
    there = {*one.row.within, *one.row.answered}
    return (
        one.row.task and one.row.status == Status.DUE and "a" in lets[one.row.cured_in]
        and all("r" in lets[code] or "a" in lets[code] for code in there)
    )  # fmt: skip


def shown(duties: list[Duty]) -> tuple[set[int], set[int]]:
    return (
        {one.id for one in duties if not one.hidden}, {one.id for one in duties if one.hidden}
    )  # fmt: skip


def _of(cast: Cast) -> Iterator[tuple[str, list[Duty]]]:
    viewer, at = viewer_for(Account.objects.get(pk=90), at=timezone.now()), timezone.now()
    for whom, person in cast.people.items():
        try:
            yield whom, queries.of_person(viewer, person, at=at)
        except (NotThere, Refused):
            yield whom, []


def test_a_file_shows_each_role_what_it_may_read_and_no_other_finding(cast: Cast) -> None:
    found = drawn(cast)
    for whom, duties in _of(cast):
        opens = "x" in cast.lets("ID", whom) or "r" in cast.lets("ID", whom)
        wanted = expected(cast, found, whom) if opens else (set(), set())
        assert shown(duties) == wanted, (cast.role, whom)


def test_what_a_wall_hides_leaves_no_trace_in_what_is_left(cast: Cast) -> None:
    kept = {one.row.pk: one for one in drawn(cast)}
    for whom, duties in _of(cast):
        for one in duties:
            if not one.hidden:
                continue
            row, said = kept[one.id].row, repr(one)
            for secret in (row.key, row.evidence[0], "provisional"):
                assert secret not in said, (cast.role, whom)
            assert (one.since, one.duty) == (None, None)
            if is_told(cast, kept[one.id]):
                assert (one.rule, one.severity, one.mine) == (row.rule, "high", True)
                continue
            assert f"'{row.rule}'" not in said and (one.rule, one.severity) == (None, "")
            assert one.entry is None and one.page(timezone.now()) == ""


def test_the_morning_shows_and_counts_nothing_else(cast: Cast) -> None:
    found = drawn(cast)
    viewer, now = viewer_for(Account.objects.get(pk=90), at=timezone.now()), timezone.now()
    told = queries.morning(
        viewer, "north", at=now, tonight=now + timedelta(hours=12),
        horizon=now + timedelta(days=7), wanted=Wanted(mine=False), first=0, most=1000,
    )  # fmt: skip
    whole: set[int] = set()
    masked: set[int] = set()
    for whom in ("mine", "mate", "other"):
        some, less = expected(cast, found, whom)
        whole |= {one.row.pk for one in found if one.row.pk in some and _open(one.row)}
        masked |= less
    assert shown(list(told.rows)) == (whole, masked), cast.role
    assert told.total == len(whole | masked) == sum(told.by_when.values())
    tasks = {one.row.pk for one in found if one.row.pk in masked and is_told(cast, one)}
    assert told.by_rule.get("", 0) == len(masked - tasks)
    rules = {one.row.rule for one in found if one.row.pk in whole | tasks}
    assert set(told.by_rule) - {""} == rules


def test_what_is_counted_in_few_columns_is_what_is_shown_whole(cast: Cast) -> None:
    drawn(cast)
    viewer, now = viewer_for(Account.objects.get(pk=90), at=timezone.now()), timezone.now()
    with behind(viewer, at=now), connection.cursor() as cursor:
        cursor.execute(_BRIEF, ["north", now + timedelta(days=7)])
        brief = cursor.fetchall()
        cursor.execute(_WHOLE, ["north", now + timedelta(days=7)])
        assert cursor.fetchall() == brief, cast.role


def test_pages_of_a_morning_put_together_are_the_whole_morning(cast: Cast) -> None:
    drawn(cast)
    viewer, now = viewer_for(Account.objects.get(pk=90), at=timezone.now()), timezone.now()

    def rows(first: int, most: int) -> list[Duty]:
        return list(queries.morning(
            viewer, "north", at=now, tonight=now + timedelta(hours=12),
            horizon=now + timedelta(days=7), wanted=Wanted(mine=False), first=first, most=most,
        ).rows)  # fmt: skip

    whole = rows(0, 1000)
    parts = [one for first in range(0, len(whole), 7) for one in rows(first, 7)]
    assert parts == whole, cast.role


def _open(row: KeptFinding) -> bool:
    return row.status == Status.DUE or (row.status == Status.BREACHED and row.until is None)
