"""Measure the timeline and what if over the demo country: python -m bench.over_time."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bench.ground import ground

ON: Final = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
_RECORDS, _PEOPLE = 2_000, 300


def main() -> None:
    """Build the country, measure, and say the middle of several runs in milliseconds."""
    with ground(as_owner=True):
        from throughcare.demo.country import country
        from throughcare.demo.loading import build

        build(country(1, "small", on=ON), lambda done, total: None)
        print(json.dumps({**timeline(), **what_if()}, indent=2))


def timeline() -> dict[str, Any]:
    """The page's own work over a file of 2,000 records: query, marks, picture and template."""
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    from standards.instants import from_datetime
    from standards.records import Record
    from throughcare.access.terms import Compartment
    from throughcare.casework.archive import archive_of_some
    from throughcare.casework.people.models import Person
    from throughcare.duties.eyes import engine_eyes
    from throughcare.duties.queries import timeline as queries
    from throughcare.web.duties.timeline.picture import picture_of
    from throughcare.web.duties.timeline.rows import marks_of
    from throughcare.web.duties.timeline.window import window_of

    who = Person.objects.exclude(held_at=None)[0].id
    day = timedelta(days=1)
    more = [
        Record(
            id=f"more:{n}", type=("search", "placement", "separation")[n % 3], who=str(who),
            at=from_datetime(ON - n * day) if n % 3 == 0 else None,
            place="x" if n % 3 == 1 else None,
            since=from_datetime(ON - n * day) if n % 3 else None,
            until=from_datetime(ON - n * day + day / 2) if n % 3 else None,
            recorded_at=from_datetime(ON - n * day),
        )
        for n in range(_RECORDS)
    ]  # fmt: skip

    def once() -> None:
        with engine_eyes():
            archive = archive_of_some([who], known_at=ON)
        archive = replace(archive, records=[*archive.records, *more])
        shown = queries._Shown(archive, frozenset(Compartment), at=ON)
        found = queries.Timeline(
            person=who, spells=shown.spells(), events=shown.events(), limits=shown.limits(),
            findings=[],
        )  # fmt: skip
        request: Any = RequestFactory().get("/")
        request.at = ON
        marks = marks_of(found, at=ON)
        window = window_of(request, [m.since for m in marks], [m.last for m in marks])
        picture = picture_of(marks, window, at=ON)
        told = {"picture": picture, "window": window}
        render_to_string("duties/timeline/picture.html", told)
        render_to_string("duties/timeline/table.html", told)

    return {"timeline_records": _RECORDS, "timeline_ms": _middle(once)}


def what_if() -> dict[str, Any]:
    """23 hours in the cell for 60 days, for 300 people: reading apart from foreseeing."""
    from standards.instants import from_datetime
    from throughcare.casework.archive import archive_of_some
    from throughcare.casework.people.models import Person
    from throughcare.duties.eyes import engine_eyes
    from throughcare.duties.queries import what_if as queries
    from throughcare.duties.rules import asked_on
    from throughcare.duties.what_if.foreseeing import broken_by, checks_of, without
    from throughcare.duties.what_if.plans import Regime

    wholes = list(Person.objects.exclude(held_at=None).values_list("id", flat=True)[:_PEOPLE])
    plan = Regime(begins=from_datetime(ON), days=60, hours=23, minutes=30)
    checks = checks_of(plan, asked_on(ON.date()))
    cases_found = []

    def read() -> Any:
        with engine_eyes():
            return archive_of_some(wholes, known_at=ON)

    archive = read()

    def foresee() -> None:
        cases = queries._cases(plan, archive, checks, at=ON)
        broken = broken_by(plan, cases.archive, checks, without(plan, cases.archive, checks))
        queries._Told(plan, cases, checks, broken).foreseen(len(archive.persons), len(checks))
        cases_found.append(len(cases.whom))

    return {
        "people": len(wholes), "records": len(archive.records), "read_ms": _middle(read),
        "foresee_ms": _middle(foresee), "cases": cases_found[-1], "rules": len(checks),
    }  # fmt: skip


def _middle(run: Callable[[], object], times: int = 5) -> int:
    took = []
    for _each in range(times):
        began = time.perf_counter()
        run()
        took.append(time.perf_counter() - began)
    return round(statistics.median(took) * 1000)


if __name__ == "__main__":
    main()
