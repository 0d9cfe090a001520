"""The conformance cases about staff, written through actions, give the findings they must.

Postings and certificates count by whole days of world time (ADR 0037): instants of a case within a
day are told as the day, and its findings are compared by the day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

import pytest

from standards.checks import OnlyWith
from standards.conformance import Case, check_for, expected_answers, read_cases
from standards.instants import from_datetime, to_datetime
from standards.person.engine import evaluate_archive
from standards.records import Record
from standards.rulebook.folders import packaged_folder
from standards.rulebook.load import load_rulebook
from tests.staff import written
from tests.training.made import account
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.kernel.models import Place
from throughcare.service.training import actions
from throughcare.service.training.facts import KEPT, archive_at
from throughcare.service.training.units import COURSE_OF, UnitKind

pytestmark = pytest.mark.django_db

FILES: Final = [
    *sorted((packaged_folder() / "cases").glob("*.yaml")),
    Path(__file__).parents[3] / "shared" / "standards" / "cases.yaml",
]
OURS: Final = re.compile(r"vep-(29|30)$|nmr-75-[23]$|nmr-76-2$|br-33$")
LEAST: Final = 12
LONG_AGO: Final = datetime(2015, 1, 1, tzinfo=UTC)
COURSES: Final = {
    "induction_passed": "induction", "in_service_training": "in_service",
    "vep_staff_training_valid": "vep_unit", "women_specific_training_valid": "women",
}  # fmt: skip
UNITS: Final = {
    "on_duty_post": "ordinary", "posted_to_vep_unit": "vep", "posted_to_women_unit": "women",
}  # fmt: skip


def _cases() -> dict[str, Case]:
    read = [case for path in FILES if path.exists() for case in read_cases(path)]
    return {case.id: case for case in read if OURS.match(case.rule)}


CASES: Final = _cases()


class Office:
    """A director and the staff of a case, at the prison of the case."""

    def __init__(self, case: Case) -> None:
        self.zone = case.archive.zone
        Place.objects.filter(path="north").update(time_zone=self.zone)
        self.director = _for_long(Role.PRISON_DIRECTOR, 890)
        whole = sorted({one.who for one in case.archive.records if one.who})
        self.staff: dict[str, Viewer] = {
            who: _for_long(Role.SECURITY_OFFICER, 891 + number) for number, who in enumerate(whole)
        }

    def write(self, record: Record) -> None:
        """A record as an act of the director, at its moment."""
        assert record.who is not None and record.time is not None
        at = to_datetime(record.time, "UTC")
        said: dict[str, Any] = {"by": self.director, "at": at}
        over = None if record.until is None else to_datetime(record.until, "UTC").date()
        ACTS.get(record.type, _passed)(record, self.staff[record.who], said, over)


def _for_long(role: Role, number: int) -> Viewer:
    post = HeldPost(role, "north", Period(LONG_AGO, None))
    return written(Viewer(number, posts=(post,)))


def _posted(record: Record, of: Viewer, said: dict[str, Any], over: Any) -> None:
    actions.post_to_unit(
        **said, account=account(of), establishment="north", since=said["at"].date(), until=over,
        unit_kind=UNITS.get(record.type) or str(record.key),
    )  # fmt: skip


def _supervised(record: Record, of: Viewer, said: dict[str, Any], over: Any) -> None:
    actions.record_supervision(
        **said, accounts=[account(of)], establishment="north", held_on=said["at"].date(),
        meeting="debriefing", led_by="Dr. Saïd",
    )  # fmt: skip


def _passed(record: Record, of: Viewer, said: dict[str, Any], over: Any) -> None:
    topic = COURSES.get(record.type) or COURSE_OF[UnitKind(str(record.key))]
    actions.record_certificate(
        **said, account=account(of), topic=topic, passed_on=said["at"].date(), issued_by="School",
        valid_until=over,
    )  # fmt: skip


ACTS: Final[dict[str, Callable[..., None]]] = {
    **dict.fromkeys((*UNITS, "posted_to_specialised_unit"), _posted),
    "staff_supervision": _supervised,
}


def by_days(answer: tuple[object, ...]) -> tuple[object, ...]:
    """A finding with its instants cut to the day in UTC."""
    rule, status, who, since, until, flags = answer[:6]
    return rule, status, who, _day(since), None if until is None else _day(until), flags


def _day(instant: object) -> int:
    assert isinstance(instant, int)
    day = to_datetime(instant, "UTC").date()
    return from_datetime(datetime.combine(day, time(), tzinfo=UTC))


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_case_written_through_actions_gives_its_findings(name: str) -> None:
    case = CASES[name]
    office = Office(case)
    for record in sorted(case.archive.records, key=lambda one: one.time or 0):
        office.write(record)
    raw = (
        load_rulebook(None)
        .entries[case.rule]
        .effective_on(to_datetime(case.as_of, office.zone).date())
    )
    assert raw is not None
    check = check_for(case, raw)
    age = check.max_age if isinstance(check, OnlyWith) else None
    ages = {check.guard: age} if isinstance(check, OnlyWith) and age is not None else {}
    found = evaluate_archive(
        archive_at("north", ages=ages), [check], as_of=case.as_of, known_at=case.known_at
    )
    names = {str(viewer.account): who for who, viewer in office.staff.items()}
    told = Counter(
        by_days((rule, status, names[who], *rest))
        for rule, status, who, *rest in (one.answer()[:6] for one in found)
    )
    assert told == Counter(by_days(one) for one in expected_answers(case))


def test_enough_cases_are_replayed_for_every_rule_that_is_asked() -> None:
    assert len(CASES) >= LEAST
    assert {case.rule for case in CASES.values()} == {
        "vep-29", "vep-30", "nmr-75-2", "nmr-75-3", "nmr-76-2", "br-33"
    }  # fmt: skip
    assert {one.type for case in CASES.values() for one in case.archive.records} == KEPT
