"""What the engine is told of statuses, and what it says of vep-16 and vep-33 then."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from standards.findings import Finding
from standards.instants import from_datetime, to_datetime
from standards.person.engine import evaluate_archive
from standards.records import Record
from tests.casework.assessment.made import DAY, grown, second
from tests.casework.assessment.made_status import (
    HALF,
    LAST,
    SET,
    confirmed,
    contested,
    decided,
    fourth,
    in_force,
    proposed,
    renewed,
)
from tests.casework.safety.made import AT, DIRECTOR, WING
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.archive import FIELDS, KEPT, archive_of
from throughcare.casework.assessment import actions, facts
from throughcare.casework.assessment.facts.status import SET as FLAG_SET
from throughcare.casework.assessment.facts.status import UNCONFIRMED
from throughcare.casework.assessment.models import Status
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew
from throughcare.casework.safety.limits import rulebook
from throughcare.duties import queries as duties
from throughcare.duties.rules import asked_on, checks_on
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import What

pytestmark = pytest.mark.django_db
MUCH_LATER = LAST + 400 * DAY
MINUTE = timedelta(minutes=1)


def told(person: UUID, kind: str, *, at: datetime = MUCH_LATER) -> list[Record]:
    """The records of a kind that counted at a moment."""
    see_all_rows("PLN")
    now = from_datetime(at)
    return [
        one for one in archive_of(person, known_at=at).records
        if one.type == kind and (one.recorded_at or 0) <= now
        and (one.voided_at is None or one.voided_at > now)
    ]  # fmt: skip


def spells(person: UUID, kind: str, *, at: datetime = MUCH_LATER) -> list[tuple[object, object]]:
    """Since when until when."""
    return [
        (to_datetime(one.since or 0, "UTC"), one.until and to_datetime(one.until, "UTC"))
        for one in told(person, kind, at=at)
    ]


def found(person: UUID, rule: str, at: datetime) -> list[tuple[str, object, object]]:
    """What the engine says of a rule at a moment, with what was known then."""
    see_all_rows("SEN", "PLN")
    archive = archive_of(person, known_at=at)
    said: list[Finding] = evaluate_archive(
        archive, [checks_on(at.date())[rule]], as_of=from_datetime(at),
        known_at=from_datetime(at), derivations=rulebook().derivations,
    )  # fmt: skip
    return [
        (
            one.status.value, one.since and to_datetime(one.since, "UTC"),
            one.until and to_datetime(one.until, "UTC"),
        )
        for one in said
    ]  # fmt: skip


def test_every_name_stands_in_the_vocabulary_and_in_the_archive() -> None:
    names = {name for section in rulebook().vocabulary.names.values() for name in section}
    assert facts.KEPT - names == set()
    assert facts.KEPT <= KEPT and facts.FIELDS <= FIELDS
    assert {"vep-16", "vep-33"} <= {one.rule for one in asked_on(SET.date()).alone}


def test_a_mark_is_told_once_confirmed_until_it_ends_by_itself() -> None:
    person = grown()
    row = proposed(person)
    assert told(person, "vep_flag", at=SET) == []
    assert spells(person, "vep", at=SET) == []
    confirmed(row, at=SET + DAY)
    (flag,) = told(person, "vep_flag")
    assert (flag.at, flag.key) == (from_datetime(SET + DAY), str(row.first))
    assert set(flag.fields) == {one for one in facts.FIELDS if one.startswith("vep_flag.")}
    assert all(one.entered_at is not None for one in flag.fields.values())
    assert spells(person, "vep") == [(SET + DAY, LAST)]
    assert spells(person, "vep_in_custody") == [(SET + DAY, LAST)]


def test_a_mark_that_was_ended_or_lifted_ends_then_and_was_known_to_last_longer() -> None:
    for what in ("ended", "lifted"):
        person = grown("Olga" if what == "ended" else "Timur", cell=None)
        row = in_force(person)
        if what == "ended":
            actions.end_status(by=second(person), at=HALF, status_id=row.id, why="it has passed")
        else:
            decided(contested(row, at=HALF), at=HALF, by=fourth(person))
        assert spells(person, "vep") == [(SET, HALF)]
        assert spells(person, "vep", at=HALF - MINUTE) == [(SET, LAST)]


def test_who_is_vulnerable_is_no_violent_extremist_prisoner() -> None:
    person = grown()
    in_force(person, kind="vulnerable")
    assert spells(person, "assessed_vulnerable") == [(SET, LAST)]
    assert len(told(person, "vep_flag")) == 1
    for kind in ("vep", "vep_in_custody", FLAG_SET):
        assert told(person, kind) == []


def test_a_mark_is_set_once_and_a_renewal_without_a_gap_sets_nothing_anew() -> None:
    person = grown()
    row = in_force(person)
    again = confirmed(renewed(row, at=LAST - DAY), at=LAST - DAY, by=fourth(person))
    assert [one.at for one in told(person, FLAG_SET)] == [from_datetime(SET)]
    late = LAST + 300 * DAY
    confirmed(
        renewed(again, at=late, by=second(person), new_evidence="A third letter came."),
        at=late, by=fourth(person) if again.proposed_by != "934" else None,
    )  # fmt: skip
    assert [one.at for one in told(person, FLAG_SET)] == [from_datetime(SET), from_datetime(late)]


def test_a_status_has_evidence_owner_and_review_so_that_vep_16_is_met() -> None:
    person = grown()
    assert found(person, "vep-16", SET) == []
    in_force(person)
    assert found(person, "vep-16", SET + DAY) == [("met", SET, SET)]


def test_a_proposal_that_nobody_decides_breaks_vep_33_after_six_months() -> None:
    person = grown()
    row = proposed(person)
    assert found(person, "vep-33", LAST - MINUTE) == [("due", SET, LAST)]
    assert found(person, "vep-33", LAST + DAY) == [("breached", LAST, None)]
    confirmed(row, at=LAST + 2 * DAY, confirm=False)
    assert found(person, "vep-33", LAST + 3 * DAY) == [("breached", LAST, LAST + 2 * DAY)]


def test_what_is_confirmed_and_ends_by_itself_never_breaks_vep_33() -> None:
    person = grown()
    row = in_force(person)
    assert found(person, "vep-33", HALF - MINUTE) == []
    (one,) = found(person, "vep-33", HALF + DAY)
    assert one[:2] == ("due", HALF)
    assert found(person, "vep-33", LAST + DAY) == [("met", HALF, LAST)]
    assert spells(person, UNCONFIRMED) == [(row.review_at, LAST)]


def test_a_renewal_on_fresh_evidence_ends_what_was_unconfirmed() -> None:
    person = grown()
    row = in_force(person)
    soon = LAST - 30 * DAY
    again = renewed(row, at=soon)
    confirmed(again, at=soon + DAY, by=fourth(person))
    assert (HALF, soon + DAY) in spells(person, UNCONFIRMED)
    assert (HALF, LAST) in spells(person, UNCONFIRMED, at=soon)
    for moment in (LAST, LAST + 89 * DAY, again.expires_at + DAY):
        assert "breached" not in {one[0] for one in found(person, "vep-33", moment)}


def test_a_duty_is_shown_to_who_reads_the_plan_and_to_nobody_else() -> None:
    person = grown()
    proposed(person)

    def shown(viewer: Viewer) -> list[tuple[str | None, str]]:
        return [
            (one.rule, one.status.value)
            for one in duties.of_person(viewer, person, at=LAST + DAY)
            if one.rule in {"vep-33", None}
        ]

    for reader in (DIRECTOR, second(person)):
        assert ("vep-33", "breached") in shown(reader)
    assert "vep-33" not in {rule for rule, _status in shown(WING)}
    assert AT < SET


def test_the_rows_agree_with_what_the_register_was_told_of_them() -> None:
    person = grown()
    row = in_force(person)
    decided(contested(row, at=HALF), at=HALF, by=fourth(person))
    see_all_rows("SEN", "HLT", "INC", "DIS", "PLN", "PSY")
    assert compare_living(connection.connection)[1] is None
    past = Status.objects.get(id=row.id, stood_until=HALF)
    fresh = fresh_id(HALF)
    anew(
        past, id=fresh, first=fresh, person_id=person, recorded_at=HALF, recorded_by="931",
        kind="vulnerable", state="proposed", looked_by="", looked_at=None, looked_why="",
    ).save(force_insert=True)  # fmt: skip
    trouble = compare_living(connection.connection)[1]
    assert trouble is not None and trouble.what is What.PUT_IN


def test_what_is_written_of_a_status_has_the_file_judged_anew() -> None:
    person = grown()
    row = proposed(person)

    def said(at: datetime) -> list[str]:
        of_person = duties.of_person(DIRECTOR, person, at=at)
        return [one.status.value for one in of_person if one.rule == "vep-33"]

    assert said(SET + DAY) == ["due"]
    confirmed(row, at=SET + 2 * DAY, confirm=False)
    assert "due" not in said(SET + 2 * DAY)
