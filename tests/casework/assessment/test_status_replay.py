"""The conformance cases of the marks, written through actions, give the findings they must."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest

from standards.conformance import Case, check_for, expected_answers, read_cases
from standards.instants import to_datetime
from standards.person.engine import evaluate_archive
from standards.records import Record
from standards.rulebook.folders import packaged_folder
from tests.casework.assessment.made_assessment import (
    APPROVER,
    ASSESSOR,
    GENERIC,
    JUDGED,
    SECOND_RATER,
    SHARED,
    begun,
    psychologist,
    sentenced,
)
from tests.casework.assessment.made_status import in_force, proposed
from tests.casework.custody.made import ADMISSIONS, person
from tests.casework.safety.made import DIRECTOR, of_age
from tests.staff import see_all_rows
from throughcare.access.models import Account
from throughcare.access.question import Viewer
from throughcare.casework.archive import archive_of_some
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.lasting import last_moment
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.assessment.tools import scales_of, tool
from throughcare.casework.custody import actions as custody
from throughcare.casework.safety.limits import rulebook
from throughcare.service.training.actions import record_certificate

pytestmark = pytest.mark.django_db

FILES: Final = [
    *sorted((packaged_folder() / "cases").glob("*.yaml")),
    Path(__file__).parents[4] / "shared" / "standards" / "cases.yaml",
]
OURS: Final = re.compile(r"vep-(01|05|16|33)$")
LEAST: Final = 2  # those of the rulebook; the shared ones are not everywhere
DAY: Final = timedelta(days=1)


def _cases() -> dict[str, Case]:
    read = [case for path in FILES if path.exists() for case in read_cases(path)]
    return {case.id: case for case in read if OURS.match(case.rule)}


CASES: Final = _cases()


def _sound(since: datetime) -> dict[str, Any]:
    return {"since": since, "review_at": since, "expires_at": last_moment(since, "Africa/Tunis")}


def mark(who: UUID, at: datetime) -> None:
    """Proposed and confirmed at that moment."""
    in_force(who, at=at, **_sound(at))


def left_lying(who: UUID, at: datetime) -> None:
    """Proposed, and nobody decides."""
    proposed(who, at=at, **_sound(at))


def _trained(who: UUID, at: datetime, account: int) -> Viewer:
    """A psychologist with a certificate that was known then."""
    viewer = psychologist(who, account, certified=False)
    record_certificate(
        by=DIRECTOR, at=at, account=Account.objects.get(pk=account), topic="assessor",
        tool=tool(GENERIC).training.tool, passed_on=(at - DAY).date(),
        issued_by="Prison Academy",
    )  # fmt: skip
    return viewer


def _rate(row: Assessment, by: Viewer, at: datetime) -> None:
    actions.add_source(
        by=by, at=at, assessment_id=row.id, kind="interview", what="said so",
        dated=(at - DAY).date(), reliability="first_hand",
    )  # fmt: skip
    instrument = tool(GENERIC)
    for item, scale in scales_of(instrument, domains_of(instrument, row.extent)).items():
        actions.rate(
            by=by, at=at, assessment_id=row.id, item=item, code=scale.levels[0], sources=[],
            evidence="",
        )  # fmt: skip


def assess(who: UUID, at: datetime) -> None:
    """Rated by two and approved by a third, all at that moment."""
    me, other, third = (_trained(who, at, one) for one in (ASSESSOR, SECOND_RATER, APPROVER))
    row = begun(sentenced(who, at - DAY), by=me, at=at)
    _rate(row, me, at)
    actions.write_participation(by=me, at=at, assessment_id=row.id, took_part="declined")
    actions.recommend(
        by=me, at=at, assessment_id=row.id, kind="help", what="mediation", reason="debts",
        owner="case manager", due=date(2027, 1, 1), lesser="",
    )  # fmt: skip
    actions.finish_rating(by=me, at=at, assessment_id=row.id, judged=JUDGED, **SHARED)
    actions.begin_second_rating(by=other, at=at, assessment_id=row.id)
    _rate(row, other, at)
    actions.finish_second_rating(by=other, at=at, assessment_id=row.id, judged=JUDGED)
    actions.approve_assessment(by=third, at=at, assessment_id=row.id, why="complete and fair")


PLANS: Final[dict[str, Callable[[UUID, datetime], None]]] = {
    "admission_with_vep_flag_or_flag_set": mark,
    "vep_in_custody": mark,
    "vep_flag_unconfirmed": left_lying,
    "vep_assessment_completed": assess,
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_case_written_through_actions_gives_its_findings(name: str) -> None:
    case = CASES[name]
    zone = case.archive.zone
    when: list[tuple[datetime, Record]] = [
        (to_datetime(one.time or 0, zone), one) for one in case.archive.records
    ]
    first = min(moment for moment, _record in when)
    people = {}
    for who in {one.who for one in case.archive.records}:
        file = person(str(who), at=first - 3 * DAY)
        custody.receive(
            by=ADMISSIONS, at=first - 3 * DAY, person_id=file.id, establishment="north",
            admitted_at=first - 3 * DAY, without_order="the case says nothing of one",
        )  # fmt: skip
        of_age(file.id, "1985-05-05", at=first - 3 * DAY)
        people[who] = file.id
    for moment, record in sorted(when, key=lambda one: one[0]):
        PLANS[record.type](people[record.who], moment)
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
