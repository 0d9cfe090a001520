"""What if: which rules a plan breaks, when first and for whom; and nothing of it is kept."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from standards.instants import from_datetime, to_datetime
from tests.casework.custody.made import places
from tests.staff import see_all_rows
from tests.web.people.made import Somebody
from throughcare.access.terms import Role
from throughcare.casework.archive import archive_of_some
from throughcare.casework.custody import actions
from throughcare.casework.people.kinds import Kind
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.queries.what_if import Foreseen, foresee
from throughcare.duties.rules import asked_on
from throughcare.duties.what_if.alike import alike
from throughcare.duties.what_if.foreseeing import broken_by, checks_of, without
from throughcare.duties.what_if.plans import Closure, Regime
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
UNIT, OTHER = "north/a/1", "north/a/2"
LIMIT, CONTACT = "nmr-43-1-b", "nmr-44-contact"
CHILDREN = "nmr-45-2-children"


@pytest.fixture
def director() -> Somebody:
    return Somebody(Role.PRISON_DIRECTOR, name="dina")


@pytest.fixture
def officer() -> Somebody:
    places()
    return Somebody(name="omar")


@pytest.fixture
def wing(officer: Somebody) -> list[UUID]:
    """Three grown people and a boy in the cells of one unit, since a hundred days."""
    born = ("1980-01-05", "1991-07-01", "1985", "2011-05-05")
    cells = ("01", "01", "02", "03")
    return [
        lying(officer, f"Person{number}", born[number], f"{UNIT}/{cell}")
        for number, cell in enumerate(cells)
    ]


def lying(officer: Somebody, name: str, born: str, cell: str) -> UUID:
    """Somebody who came long ago and lies in this cell since."""
    file = officer.open(name)
    officer.state(file, Kind.BIRTH_DATE, {"date": born})
    now = timezone.now()
    told: dict[str, Any] = {"by": officer.viewer, "at": now, "person_id": file.id}
    actions.receive(
        **told, establishment="north", admitted_at=now - 100 * DAY, without_order="no papers"
    )
    actions.place_in(**told, place=cell, since=now - 100 * DAY, despite="no other place")
    return file.id


def midnight(days: int = 1) -> datetime:
    """Of a local day from today on; the prison of these tests lies in Tunis."""
    local = to_datetime(from_datetime(timezone.now()), "Africa/Tunis") + days * DAY
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def regime(days: int, minutes: int = 0, hours: float = 23) -> Regime:
    begins = from_datetime(midnight())
    return Regime(begins=begins, days=days, hours=hours, minutes=minutes)


def seen(director: Somebody, plan: Any, *where: str) -> Foreseen:
    return foresee(director.viewer, plan, where or (UNIT,), at=timezone.now())


def rules(found: Foreseen) -> dict[str, Any]:
    return {one.rule: one for one in found.outcomes}


def asked(**more: object) -> dict[str, object]:
    day = midnight().date().isoformat()
    plan = {"what": "regime", "place": UNIT, "begins": day, "days": 20, "hours": 23, "minutes": 30}
    return {**plan, **more}


def rows_of_everything() -> dict[str, tuple[int, str]]:
    """How many rows each table has, and a checksum of them all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
            if cursor.fetchone()[0]:
                cursor.execute(
                    f"SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))"
                    f" FROM {table} t"
                )
                found[table] = cursor.fetchone()
        return found


def test_twenty_days_alone_break_the_limit_on_the_day_that_the_rulebook_says(
    wing: list[UUID], director: Somebody
) -> None:
    found = seen(director, regime(20))
    limit = asked_on(date.today()).alone  # noqa: DTZ011
    days = next(one.limit.days for one in limit if one.rule == LIMIT)  # type: ignore[attr-defined]
    assert rules(found)[LIMIT].first == midnight() + days * DAY
    assert set(rules(found)[LIMIT].people) == set(wing)


def test_exactly_as_long_as_the_limit_breaks_it_for_nobody(
    wing: list[UUID], director: Somebody
) -> None:
    assert LIMIT not in rules(seen(director, regime(15)))
    assert LIMIT in rules(seen(director, regime(16)))


def test_days_are_those_of_the_prison_and_not_of_most_prisons(
    wing: list[UUID], director: Somebody
) -> None:
    for code in ("far", "farther", "farthest"):
        Place.objects.create(
            kind="establishment", code=code, path=code, time_zone="America/Lima",
            used_from=timezone.now() - 9 * DAY,
        )  # fmt: skip
    found = seen(director, regime(20))
    assert found.ends == midnight() + 20 * DAY
    assert rules(found)[LIMIT].avoided.days == 15


def test_the_shortest_change_is_found_and_keeps_the_rule_and_one_less_does_not(
    wing: list[UUID], director: Somebody
) -> None:
    avoid = rules(seen(director, regime(20)))[LIMIT].avoided
    assert avoid.days == 15
    assert LIMIT not in rules(seen(director, regime(20, avoid.minutes)))
    assert LIMIT in rules(seen(director, regime(20, avoid.minutes - 1)))
    assert rules(seen(director, regime(20)))[CONTACT].avoided.minutes == avoid.minutes


def test_a_child_is_named_apart_as_somebody_for_whom_it_breaks_at_once(
    wing: list[UUID], director: Somebody
) -> None:
    found = rules(seen(director, regime(3)))
    assert found[CHILDREN].people == [wing[3]]
    assert found[CHILDREN].first == midnight()


def test_what_can_be_done_is_asked_for_and_no_breach(wing: list[UUID], director: Somebody) -> None:
    found = rules(seen(director, regime(20)))
    assert found["nmr-38-2"].asks and found["nmr-45-1-authority"].asks
    assert found["nmr-46-1-visit"].asks
    assert not found[LIMIT].asks and not found[CHILDREN].asks


def test_what_breaks_without_the_plan_too_is_none_of_its_doing(
    wing: list[UUID], director: Somebody
) -> None:
    every = rules(seen(director, regime(60)))
    assert not {"nmr-7-a-identity", "nmr-54", "nmr-12-1"} & set(every)
    assert not rules(seen(director, regime(5, minutes=24 * 60, hours=0))).get(LIMIT)


def test_the_calendar_counts_people_for_each_day(wing: list[UUID], director: Somebody) -> None:
    found = seen(director, regime(20))
    assert len(found.calendar) == 20
    assert found.calendar[0].on == midnight().date()
    assert {one.people for one in found.calendar} == {4}
    longer = seen(director, regime(20, minutes=121))
    assert all(one.people <= 1 for one in longer.calendar)


def test_people_judged_together_are_judged_as_each_alone(wing: list[UUID]) -> None:
    at = timezone.now()
    with engine_eyes():
        archive = archive_of_some(sorted(wing), known_at=at)
    plan = regime(20)
    checks = list(checks_of(plan, asked_on(at.date())))
    cases = alike(archive, checks, plan, now=from_datetime(at))
    assert len(cases.whom) == 2, "the grown and the boy"
    alone = broken_by(plan, archive, checks, without(plan, archive, checks))
    together = broken_by(plan, cases.archive, checks, without(plan, cases.archive, checks))
    spread = {
        (rule, one): some for (rule, who), some in together.items() for one in cases.whom[who]
    }
    assert spread == dict(alone)


def test_a_rule_whose_ground_a_wall_hides_is_not_told_and_the_page_says_so(
    wing: list[UUID], director: Somebody
) -> None:
    found = seen(director, regime(20))
    assert found.hides
    assert not {"nmr-45-2-women", "nmr-45-2-disability", "br-22"} & set(rules(found))
    assert "Ask the clinic before you decide" in director.page(_way(asked()))


def test_it_changes_no_row_but_leaves_the_entry_of_who_asked(
    wing: list[UUID], director: Somebody
) -> None:
    director.page("/what-if")
    see_all_rows("SEN", "HLT", "INC", "DIS")
    before = rows_of_everything()
    seen(director, regime(20))
    seen(director, Closure(place=UNIT, to=OTHER, begins=from_datetime(midnight()), days=5),
         UNIT, OTHER)  # fmt: skip
    see_all_rows("SEN", "HLT", "INC", "DIS")
    after = rows_of_everything()
    changed = {table for table in after if after[table] != before.get(table)}
    assert changed <= {"register_entry"}, changed
    assert after["register_entry"][0] == before["register_entry"][0] + 2
    assert len(before) > 40


def test_the_page_says_when_for_whom_and_what_would_avoid_it(
    wing: list[UUID], director: Somebody
) -> None:
    first = director.page(_way(asked()))
    assert "No prolonged solitary confinement" in first and "end after" not in first
    further = re.search(r'<a href="([^"]+avoid=1)" hx-get', first)
    assert further
    page = html.unescape(director.page(f"/what-if{html.unescape(further[1])}"))
    assert "No prolonged solitary confinement" in page and "end after 15 days" in page
    assert "Person0" in page and "Person3" in page
    assert 'class="calendar"' in page and "People for whom a rule is broken" in page
    assert len(re.findall(r'fill="url\(#broken\)"', page)) == 20


def test_a_closed_unit_fills_the_other_one_over_what_it_is_certified_for(
    wing: list[UUID], director: Somebody, officer: Somebody
) -> None:
    for number in range(8):  # of 12 m² in a cell, three people have 3.4 m² each, four do not
        lying(officer, f"Other{number}", "1975-02-02", f"{OTHER}/0{number % 3 + 1}")
    plan = Closure(place=UNIT, to=OTHER, begins=from_datetime(midnight()), days=10)
    found = seen(director, plan, UNIT, OTHER)
    assert found.people == 12
    over = [one for one in found.outcomes if one.places]
    assert over and all(place.startswith(OTHER) for one in over for place in one.places)
    page = director.page(_way(asked(what="closure", to=OTHER)))
    assert "Rules that would break" in page


def test_nobody_in_the_place_is_said(wing: list[UUID], director: Somebody) -> None:
    assert "Nobody lies in this place now." in director.page(_way(asked(place=OTHER)))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"days": 0}, "greater than or equal to 1"),
        ({"days": 10_000}, "less than or equal to 365"),
        ({"hours": 25}, "less than or equal to 24"), ({"hours": ""}, "Say how much each day"),
        ({"minutes": 1441}, "less than or equal to 1440"), ({"minutes": -1}, "greater than or"),
        ({"begins": "2020-01-01"}, "Choose a day from today on"), ({"begins": "x"}, "valid date"),
        ({"what": "closure"}, "Say where its people move"),
        ({"what": "closure", "to": UNIT}, "outside the one that is closed"),
        ({"what": "nothing"}, "valid choice"), ({"hours": "nan"}, "number"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_answered_clearly(
    wing: list[UUID], director: Somebody, wrong: dict[str, object], said: str
) -> None:
    answer = director.client.get(_way(asked(**wrong)))
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422 and "What the plan would do" not in page
    assert said in page or "Enter" in page


@pytest.mark.parametrize("place", ["south/a/1", "nowhere", "north/a/9", "' OR 1=1"])
def test_a_place_out_of_reach_is_not_there(
    wing: list[UUID], director: Somebody, place: str
) -> None:
    assert director.client.get(_way(asked(place=place))).status_code == 404


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (Role.PRISON_DIRECTOR, True), (Role.INTELLIGENCE_OFFICER, True),
        (Role.ADMISSIONS_OFFICER, False), (Role.SECURITY_OFFICER, False),
        (Role.HQ_ANALYST, False), (Role.CASE_MANAGER, False),
    ],
)  # fmt: skip
def test_it_is_for_those_who_read_the_register_of_separation_of_the_whole_prison(
    wing: list[UUID], role: Role, opens: bool
) -> None:
    with override_settings(SECOND_FACTOR_FOR=frozenset()):
        somebody = Somebody(role, name="wael")
        assert (somebody.status("/what-if") == 200) is opens
        assert (somebody.client.get(_way(asked())).status_code == 200) is opens


def _way(told: dict[str, object]) -> str:
    from urllib.parse import urlencode

    return f"/what-if?{urlencode(told)}"
