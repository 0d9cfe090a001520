"""The steps of the reception: what stands in them, what is missing, and who reads it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    HOUR,
    MINUTE,
    received,
    say,
    step,
)
from tests.casework.custody.made import viewer as a_viewer
from throughcare.access.errors import NotThere
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadMoment, BadStep
from throughcare.casework.custody.terms import WALK, Stage, StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db

SEARCH = {
    "kind": "strip", "reason": "reception", "by_staff": "A. B.", "by_staff_sex": "female",
    "result": "nothing found",
}  # fmt: skip
TOLD = {"topics": ["rights", "contact"], "language": "ar", "mode": "written"}


def test_after_the_admission_only_what_was_done_is_not_missing() -> None:
    file, _stay = received()
    step(file, StepKind.NEEDS, {"own_words": "I must call my mother."})
    walk = queries.walk_of(ADMISSIONS, file.id, at=AT)
    assert walk.missing == [one for one in WALK[Stage.RECEPTION] if one is not StepKind.NEEDS]
    assert not walk.finished


def test_a_step_of_health_counts_as_done_and_is_not_read_by_who_wrote_it() -> None:
    file, _stay = received()
    step(file, StepKind.COMPLAINT, {"made": True, "words": "They beat me at the station."})
    walk = queries.walk_of(ADMISSIONS, file.id, at=AT)
    complaint = next(one for one in walk.steps if one.kind is StepKind.COMPLAINT)
    assert complaint.done_at == AT and not complaint.said and not complaint.readable


def test_health_reads_what_the_reception_wrote_down_for_it() -> None:
    file, _stay = received()
    step(file, StepKind.COMPLAINT, {"made": True, "words": "They beat me at the station."})
    nurse = a_viewer(Role.PHYSICIAN_NURSE, account=9)
    walk = queries.walk_of(nurse, file.id, at=AT)
    complaint = next(one for one in walk.steps if one.kind is StepKind.COMPLAINT)
    assert complaint.said[0].value["words"] == "They beat me at the station."


def test_the_clock_of_the_record_runs_out_after_a_day() -> None:
    file, _stay = received()
    on_time = queries.walk_of(ADMISSIONS, file.id, at=AT + DAY)
    late = queries.walk_of(ADMISSIONS, file.id, at=AT + DAY + MINUTE)
    assert not any(one.late for one in on_time.clocks)
    assert {one.name for one in late.clocks if one.late} == {"record", "information", "family"}


def test_looking_at_the_walk_leaves_an_entry() -> None:
    file, _stay = received()
    queries.walk_of(ADMISSIONS, file.id, at=AT)
    assert Entry.objects.filter(event="read.custody_reception", about=file.id).count() == 1


def test_the_reception_of_another_prison_sees_no_walk() -> None:
    file, _stay = received()
    with pytest.raises(NotThere):
        queries.walk_of(a_viewer(Role.ADMISSIONS_OFFICER, "south", 3), file.id, at=AT)


def test_the_morning_list_names_whose_reception_is_not_finished() -> None:
    file, _stay = received()
    step(file, StepKind.FAMILY, {"told_whom": "a sister", "told_at": AT.isoformat()})
    (row,) = queries.unfinished(ADMISSIONS, "north", at=AT + HOUR)
    assert row.person_id == file.id and not row.late
    assert StepKind.FAMILY not in row.missing and StepKind.LAWYER in row.missing
    assert queries.unfinished(ADMISSIONS, "north", at=AT - MINUTE) == []


def test_the_morning_list_of_another_prison_is_closed() -> None:
    received()
    with pytest.raises(NotThere):
        queries.unfinished(a_viewer(Role.ADMISSIONS_OFFICER, "south", 3), "north", at=AT)


def test_a_man_is_searched_by_a_man_and_a_woman_by_a_woman() -> None:
    for sex, other in (("female", "male"), ("male", "female")):
        file, _stay = received()
        say(file, Kind.SEX, {"sex": sex})
        step(file, StepKind.SEARCH, {**SEARCH, "by_staff_sex": sex})
        with pytest.raises(BadStep, match="same sex"):
            step(file, StepKind.SEARCH, {**SEARCH, "by_staff_sex": other})


def test_a_search_by_nobody_knows_whom_asks_who_it_was() -> None:
    file, _stay = received()
    say(file, Kind.SEX, {"sex": "female"})
    with pytest.raises(BadStep, match="whether a woman or a man"):
        step(file, StepKind.SEARCH, {**SEARCH, "by_staff_sex": "unknown"})


def test_a_wrong_search_that_was_made_is_written_down_with_a_second_look() -> None:
    file, _stay = received()
    say(file, Kind.SEX, {"sex": "female"})
    written = step(
        file, StepKind.SEARCH,
        {**SEARCH, "by_staff_sex": "male", "second_look": "told to the director"},
    )  # fmt: skip
    assert written.value["by_staff_sex"] == "male"


def test_who_does_not_read_is_told_aloud() -> None:
    file, _stay = received()
    say(file, Kind.LANGUAGE, {"code": "ar", "speaks": True, "reads": False})
    with pytest.raises(BadStep, match="does not read"):
        step(file, StepKind.INFORMATION, TOLD)
    step(file, StepKind.INFORMATION, {**TOLD, "mode": "oral"})


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        (StepKind.COMPLAINT, {"made": "perhaps"}, {"made": "unknown"}),
        (StepKind.FAMILY, {"told_at": "yesterday"}, {"told_at": "2026-03-01T08:00:00+00:00"}),
        (StepKind.FAMILY, {"told_at": "2026-03-01T08:00"}, {"told_at": "2026-03-01T08:00:00Z"}),
        (StepKind.PROPERTY, {"items": "a watch"}, {"items": ["a watch"]}),
        (StepKind.PROPERTY, {"items": [{"what": ["a"]}]}, {"items": [{"what": "a", "count": 2}]}),
        (StepKind.INFORMATION, {**TOLD, "mode": "mime"}, {**TOLD, "mode": "sign"}),
        (StepKind.INFORMATION, {**TOLD, "topics": "rights"}, TOLD),
        (StepKind.INJURIES, {"none_seen": 1.5}, {"none_seen": True}),
        (StepKind.INJURIES, {}, {"marks": [{"region": "head"}]}),
        (StepKind.NEEDS, {"own_words": 7}, {"own_words": "seven"}),
        (StepKind.NEEDS, {"own_words": "a\0b"}, {"own_words": "ab"}),
        (StepKind.AGE, {"disputed": True, "says_birth_date": "soon"},
         {"disputed": True, "says_birth_date": "2010"}),
    ],
)  # fmt: skip
def test_a_wrong_kind_of_answer_is_refused_in_words(kind: StepKind, wrong: Any, right: Any) -> None:
    file, _stay = received()
    step(file, kind, right)
    with pytest.raises(BadStep) as said:
        step(file, kind, wrong)
    assert said.value.what and said.value.remedy


def test_a_step_is_corrected_and_what_stood_stays_readable() -> None:
    file, _stay = received()
    old = step(file, StepKind.NEEDS, {"own_words": "nothing"})
    asked: dict[str, Any] = {"by": COLLEAGUE, "at": AT + HOUR, "step_id": old.id, "happened_at": AT}
    new = actions.correct_step(**asked, value={"own_words": "insulin"}, why="misheard")
    assert new.replaces_id == old.id
    (then,) = [one for one in queries.walk_of(ADMISSIONS, file.id, at=AT).steps if one.said]
    assert then.said[0].value == {"own_words": "nothing"}
    with pytest.raises(AlreadyReplaced):
        actions.correct_step(**asked, value={"own_words": "again"}, why="misheard")


def test_what_one_may_not_read_one_cannot_correct() -> None:
    file, _stay = received()
    old = step(file, StepKind.COMPLAINT, {"made": True})
    with pytest.raises(NotThere):
        actions.correct_step(
            by=ADMISSIONS, at=AT, step_id=old.id, value={"made": False}, happened_at=AT, why="so"
        )


def test_a_correction_that_would_have_happened_tomorrow_is_refused() -> None:
    file, _stay = received()
    old = step(file, StepKind.NEEDS, {"own_words": "nothing"})
    with pytest.raises(BadMoment):
        actions.correct_step(
            by=ADMISSIONS, at=AT, step_id=old.id, value={"own_words": "x"},
            happened_at=AT + timedelta(days=1), why="so",
        )  # fmt: skip


def test_a_woman_for_whom_no_woman_officer_is_named_is_not_received_to_the_end() -> None:
    file, _stay = received()
    say(file, Kind.SEX, {"sex": "female"})
    step(file, StepKind.IDENTITY, {"found": "stated", "received_by_sex": "male"})
    assert queries.walk_of(ADMISSIONS, file.id, at=AT).woman_missing
    step(
        file, StepKind.IDENTITY,
        {"found": "stated", "received_by_sex": "male", "woman_officer": "N. S."},
    )  # fmt: skip
    assert not queries.walk_of(ADMISSIONS, file.id, at=AT).woman_missing
