"""Conformance cases of who may not share a unit, and of assessment before release, by actions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest

from standards.conformance import Case, check_for, expected_answers, read_cases
from standards.instants import to_datetime
from standards.person.engine import evaluate_archive
from standards.records import Record
from standards.rulebook.folders import packaged_folder
from tests.casework.assessment.made import manager, screener, second
from tests.casework.assessment.made_board import called, minuted
from tests.casework.assessment.made_status import confirmed, fourth, in_force, renewed
from tests.casework.assessment.test_status_replay import assess
from tests.casework.custody.made import ADMISSIONS, person
from tests.casework.safety.made import of_age
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of_some
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Weighed
from throughcare.casework.assessment.lasting import last_moment
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.safety.limits import rulebook

pytestmark = pytest.mark.django_db

FILES: Final = [
    *sorted((packaged_folder() / "cases").glob("*.yaml")),
    Path(__file__).parents[4] / "shared" / "standards" / "cases.yaml",
]
OURS: Final = re.compile(r"vep-(20|25)$")
LEAST: Final = 2  # those of the rulebook; the shared one is not everywhere
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
CELLS: Final = {"E1/P1/U1/C1": "north/a/1/01", "E1/P1/U1/C2": "north/a/1/02"}
PRESSING: Final = (
    Weighed(kind="pressure", weighs="more", words="He asked two men to help him hurt a guard."),
)


# The officers of these tests have their posts since the new year: what began before begins then.
FIRST: Final = datetime(2026, 1, 3, 9, tzinfo=UTC)


def _cases() -> dict[str, Case]:
    read = [case for path in FILES if path.exists() for case in read_cases(path)]
    return {case.id: case for case in read if OURS.match(case.rule)}


CASES: Final = _cases()


def placed(who: UUID, record: Record, at: datetime, _until: datetime | None) -> None:
    custody.place_in(by=ADMISSIONS, at=at, person_id=who, place=CELLS[str(record.place)], since=at)


def vulnerable(who: UUID, _record: Record, at: datetime, _until: datetime | None) -> None:
    """Proposed and confirmed at that moment, for half a year."""
    in_force(
        who, at=at, kind="vulnerable", evidence="Two men wait for him each evening.", since=at,
        review_at=at, expires_at=last_moment(at, "Africa/Tunis"),
    )  # fmt: skip


def presses(who: UUID, _record: Record, at: datetime, until: datetime | None) -> None:
    """A board found it, and another member signs at that moment."""
    row = minuted(
        who, at=at, board=called(who, at=at, meets_at=at), factors=PRESSING,
        review_at=until or at + 90 * DAY,
    )  # fmt: skip
    actions.sign_minutes(
        by=second(who),
        at=at,
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was said.",
    )


def marked(who: UUID, _record: Record, at: datetime, _until: datetime | None) -> None:
    """A status for half a year, and renewed by others as long as it is asked about."""
    row = in_force(who, at=at, since=at, review_at=at, expires_at=last_moment(at, "Africa/Tunis"))
    for turn, (by, other) in enumerate(
        ((screener(who), second(who)), (manager(who), fourth(who)), (screener(who), second(who)))
    ):
        when = row.expires_at - DAY
        ends = last_moment(row.expires_at, "Africa/Tunis")
        asked = renewed(
            row, at=when, by=by, review_at=row.expires_at, expires_at=ends,
            new_evidence=f"In turn {turn} he asked another man for a knife.",
        )  # fmt: skip
        row = confirmed(asked, by=other, at=when)


def to_be_released(who: UUID, record: Record, at: datetime, _until: datetime | None) -> None:
    custody.register_order(
        by=ADMISSIONS, at=at, person_id=who, kind=OrderKind.RELEASE, authority="Court of the North",
        number="R 9/2026", issued_on=at.date(),
        valid_from=to_datetime(record.planned_at or 0, "Africa/Tunis"),
    )  # fmt: skip


def assessed(who: UUID, _record: Record, at: datetime, _until: datetime | None) -> None:
    assess(who, at)


PLANS: Final[dict[str, Callable[[UUID, Record, datetime, datetime | None], None]]] = {
    "placement": placed, "assessed_vulnerable": vulnerable, "assessed_recruiter": presses,
    "vep": marked, "planned_release": to_be_released, "vep_assessment_completed": assessed,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_case_written_through_actions_gives_its_findings(name: str) -> None:
    case = CASES[name]
    zone = case.archive.zone
    times = [(one.recorded_at or one.time or 0, one) for one in case.archive.records]
    when = sorted(
        ((max(to_datetime(time, zone), FIRST), one) for time, one in times),
        key=lambda pair: pair[0],
    )
    people = {}
    for who in {one.who for one in case.archive.records}:
        began = when[0][0] - DAY
        file = person(str(who), at=began)
        custody.receive(
            by=ADMISSIONS, at=began, person_id=file.id, establishment="north", admitted_at=began,
            without_order="the case says nothing of one",
        )  # fmt: skip
        of_age(file.id, "1985-05-05", at=began)
        people[who] = file.id
    for moment, record in when:
        until = None if record.until is None else to_datetime(record.until, zone)
        PLANS[record.type](people[record.who], record, moment, until)
    raw = rulebook().entries[case.rule].effective_on(to_datetime(case.as_of, zone).date())
    assert raw is not None
    see_all_rows("SEN", "PLN", "PSY")
    archive = archive_of_some(list(people.values()), known_at=to_datetime(case.known_at, zone))
    found = evaluate_archive(
        archive, [check_for(case, raw)], as_of=case.as_of, known_at=case.known_at,
        derivations=rulebook().derivations,
    )  # fmt: skip
    names = {str(person): who for who, person in people.items()}
    said = Counter(
        (rule, status, names.get(who, who), *rest)
        for one in found
        for rule, status, who, *rest in [one.answer()[:6]]
    )
    assert said == Counter(expected_answers(case))


def test_enough_cases_are_replayed() -> None:
    assert len(CASES) >= LEAST
