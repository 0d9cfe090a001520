"""Notes are amended by new ones, alerts end, and two files become one and two again."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import Error, transaction

from tests.casework.people.made import ADMISSIONS, AT, COLLEAGUE, HOUR, MINUTE, person, version
from throughcare.casework.people import actions, doors, queries
from throughcare.casework.people.errors import (
    AlertStands,
    BadPeriod,
    CannotMerge,
    ChangedMeanwhile,
)
from throughcare.casework.people.models import Alert, AlertCode, Fact, Merge, Note, NoteKind
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


def note(file_id: UUID, **changed: object) -> Note:
    said = {"kind": NoteKind.SAFETY, "text": "said", "happened_at": AT, "at": AT}
    return actions.add_note(by=ADMISSIONS, person_id=file_id, **{**said, **changed})


def alert(file_id: UUID, **changed: object) -> Alert:
    said = {"code": AlertCode.FIRST_NIGHT, "expires_at": AT + HOUR, "why": "new", "at": AT}
    return actions.raise_alert(by=ADMISSIONS, person_id=file_id, **{**said, **changed})


def test_a_note_tells_of_now_or_before_and_not_of_a_minute_later() -> None:
    file = person()
    note(file.id, happened_at=AT - MINUTE)
    note(file.id, happened_at=AT)
    with pytest.raises(BadPeriod):
        note(file.id, happened_at=AT + MINUTE)


def test_a_note_is_amended_once_and_the_second_keeps_what_was_typed() -> None:
    first = note(person().id)
    actions.amend_note(by=COLLEAGUE, at=AT, note_id=first.id, text="rather this")
    with pytest.raises(ChangedMeanwhile) as told:
        actions.amend_note(by=ADMISSIONS, at=AT, note_id=first.id, text="or that")
    assert told.value.typed == "or that" and told.value.changes[0].by == "2"
    with pytest.raises(Error), transaction.atomic():
        Note.objects.filter(id=first.id).update(text="never said")


def test_an_alert_of_a_code_is_active_once_up_to_its_end() -> None:
    file = person()
    alert(file.id)
    with pytest.raises(AlertStands):
        alert(file.id, at=AT + HOUR - MINUTE, expires_at=AT + 2 * HOUR)
    alert(file.id, at=AT + HOUR, expires_at=AT + 2 * HOUR)


def test_the_database_refuses_two_active_alerts_and_an_end_without_a_name() -> None:
    file = person()
    first = alert(file.id)
    with pytest.raises(Error), transaction.atomic():
        Alert.objects.create(
            id=UUID(int=1), person=file, code=first.code, raised_at=AT + MINUTE, raised_by="1",
            expires_at=AT + 2 * HOUR,
        )  # fmt: skip
    with pytest.raises(Error), transaction.atomic():
        Alert.objects.filter(id=first.id).update(ended_at=AT + MINUTE)
    actions.end_alert(by=ADMISSIONS, at=AT + MINUTE, alert_id=first.id, why="settled")
    alert(file.id, at=AT + MINUTE, expires_at=AT + 2 * HOUR)


def test_two_merged_files_are_read_as_one_and_separated_with_every_row_where_it_was() -> None:
    kept, other = person("Samir"), person("Samira")
    before = {str(f.id): str(f.person_id) for f in Fact.objects.all()}
    actions.propose_duplicate(by=COLLEAGUE, at=AT, one=kept.id, other=other.id, why="one photo")
    assert queries.file_of(ADMISSIONS, other.id, at=AT, why="").id == other.id
    actions.merge(by=ADMISSIONS, at=AT, kept=kept.id, merged=other.id, why="same fingerprints")
    read = queries.file_of(ADMISSIONS, other.id, at=AT, why="")
    assert read.id == kept.id and len(read.facts) == 2
    assert queries.count(ADMISSIONS, at=AT) == 1
    actions.unmerge(by=ADMISSIONS, at=AT, merged=other.id, why="two brothers")
    assert len(queries.file_of(ADMISSIONS, other.id, at=AT, why="").facts) == 1
    assert {str(f.id): str(f.person_id) for f in Fact.objects.all()} == before
    acts = {"people.files_merged", "people.files_separated"}
    assert (
        set(Entry.objects.filter(about=other.id, event__in=acts).values_list("event", flat=True))
        == acts
    )


def test_files_are_never_merged_in_a_ring_or_with_themselves() -> None:
    one, two = person("One"), person("Two")
    with pytest.raises(CannotMerge):
        actions.merge(by=ADMISSIONS, at=AT, kept=one.id, merged=one.id, why="w")
    actions.merge(by=ADMISSIONS, at=AT, kept=one.id, merged=two.id, why="w")
    with pytest.raises(CannotMerge):
        actions.merge(by=ADMISSIONS, at=AT, kept=two.id, merged=one.id, why="w")
    with pytest.raises(Error), transaction.atomic():
        Merge.objects.create(
            id=UUID(int=1), kept=two, merged=one, why="w", merged_at=AT, merged_by="1"
        )


def test_when_the_entry_fails_no_note_alert_or_merge_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = person("One"), person("Two")
    first, raised, seen = note(one.id), alert(one.id), version(one)

    def fails(**_: object) -> None:
        raise RuntimeError("the register is full")

    monkeypatch.setattr(doors, "record", fails)
    pair = {"by": ADMISSIONS, "at": AT, "why": "w"}
    acts = [
        lambda: note(one.id),
        lambda: actions.amend_note(by=ADMISSIONS, at=AT, note_id=first.id, text="t"),
        lambda: alert(two.id),
        lambda: actions.end_alert(**pair, alert_id=raised.id),
        lambda: actions.propose_duplicate(**pair, one=one.id, other=two.id),
        lambda: actions.merge(**pair, kept=one.id, merged=two.id),
    ]
    for act in acts:
        with pytest.raises(RuntimeError):
            act()
    assert (Note.objects.count(), Alert.objects.count(), Merge.objects.count()) == (1, 1, 0)
    assert Alert.objects.get().ended_at is None and version(one) == seen
