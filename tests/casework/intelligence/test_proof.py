"""What was decided on an item, why, and by which officer: the register proves it, naming nobody."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DAY,
    INTELLIGENCE,
    answered,
    grown,
    named,
    now,
    report,
    shared,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.casework.intelligence.keys import opened
from throughcare.casework.intelligence.models import Answer, Sealed
from throughcare.casework.people.rows import content_of, table_of
from throughcare.register import proofs
from throughcare.register.encoding import digest_of
from throughcare.register.models import Entry
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import Trouble

pytestmark = pytest.mark.django_db
WHY = "It would cost the source dearly."
EVERY = ("SEN", "HLT", "INC", "DIS", "PLN", "PSY", "INT", "PRG", "REL")


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


@pytest.fixture(autouse=True)
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is named is read by place, which no test opens whole; verification reads as the owner."""
    monkeypatch.delitem(proofs._announced, "intelligence_sharingofficer")


def an_answer() -> UUID:
    """An item that was answered by the named officer."""
    item = report(grown())
    named()
    row: Answer = answered(item, why=WHY)
    return row.id


def trouble() -> Trouble | None:
    """What verification says of the living rows."""
    see_all_rows(*EVERY)
    found = compare_living(connection.connection)[1]
    see_no_rows()
    return found


def test_decision_reason_and_officer_of_an_answer_are_what_was_entered() -> None:
    row = an_answer()
    assert trouble() is None
    see_all_rows("INT")
    sealed = Sealed.objects.get(id=row)
    said = opened(sealed.words, row=row)
    assert (said["why"], said["shared_as"]) == (WHY, "")
    assert said["officer"] == Answer.objects.get(id=row).recorded_by == str(INTELLIGENCE)
    entries = Entry.objects.filter(row=str(row))
    assert {one.table for one in entries} == {"intelligence_answer", "intelligence_sealed"}
    for one in entries:
        assert (one.event, one.by, one.about, one.why, one.compartment) == (
            "intelligence.answered", str(INTELLIGENCE), None, "", "INT",
        )  # fmt: skip


def test_a_statement_that_was_the_answer_is_named_in_what_was_entered() -> None:
    item = report(grown())
    named()
    as_what = shared(item)
    row = answered(item, statement_id=as_what.first, why="So that nobody is hurt.")
    see_all_rows("INT")
    said = opened(Sealed.objects.get(id=row.id).words, row=row.id)
    assert said["shared_as"] == str(as_what.first)
    assert trouble() is None


CHANGED: list[tuple[str, type[Answer | Sealed], dict[str, object]]] = [
    ("another officer", Answer, {"recorded_by": "962"}),
    ("another occasion", Answer, {"occasion": "meeting"}),
    ("a longer time", Answer, {"good_until": now() + 400 * DAY}),
    ("another item", Answer, {"item": uuid4()}),
    ("another reason", Sealed, {"words": "gAAAA of somebody else"}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "model", "change"), CHANGED, ids=[one[0] for one in CHANGED])
def test_an_answer_that_is_not_as_it_was_entered_is_told_by_its_digest(
    what: str, model: type[Answer | Sealed], change: dict[str, object]
) -> None:
    found = an_answer()
    see_all_rows("INT")
    row = model._default_manager.get(id=found)
    entered = bytes(Entry.objects.get(row=str(found), table=table_of(row)).digest)
    assert digest_of(content_of(row)) == entered
    for name, value in change.items():
        setattr(row, name, value)
    assert digest_of(content_of(row)) != entered, what
