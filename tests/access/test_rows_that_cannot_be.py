"""What the database itself refuses, whoever asks: beside each wrong row stand two right ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, models, transaction

from tests.access.cast import AMINA, BORIS
from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post

_Fields = dict[str, Any]


def _t(minutes: int) -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(minutes=minutes)


# fmt: off
_USUAL: Final[dict[type[models.Model], _Fields]] = {
    Post: {"account": "ada", "role": "chaplain", "establishment": "north", "begins": _t(0)},
    CaseAssignment: {"account": "ada", "role": "chaplain", "person": AMINA, "begins": _t(0)},
    Kinship: {"account": "ada", "person": AMINA, "begins": _t(0)},
    BreakGlass: {
        "account": "ada", "role": "prison_director", "place": "north", "person": AMINA,
        "compartment": "HLT", "ground": "imminent danger to life", "reason": "R" * 20,
        "begins": _t(0), "ends": _t(240), "confirm_by": _t(60), "review_by": _t(72 * 60),
    },
}
_LATER: Final[list[_Fields]] = [{"ends": _t(1)}, {"ends": _t(2)}, {"ends": _t(0)}, {"ends": _t(-1)}]
_BO_NOW: Final[_Fields] = {"confirmed_by": "bo", "confirmed_at": _t(5)}
_FOUND: Final[_Fields] = {"reviewed_by": "bo", "reviewed_at": _t(90), "justified": True}
_FIRST: Final[_Fields] = {"ends": _t(10)}
# The constraint; the table; a row that is there already; right, right, and what is wrong.
_TABLE: Final[list[tuple[str, type[models.Model], _Fields | None, list[_Fields]]]] = [
    ("post_role_known", Post, None, [{}, {"role": "prisoner"}, {"role": "warden"}, {"role": ""}]),
    ("post_has_a_place", Post, None,
     [{}, {"establishment": "north/central"}, {"establishment": ""}]),
    ("post_ends_after_it_begins", Post, None, _LATER),
    ("post_once_at_a_time", Post, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "establishment": "south"}, {"begins": _t(9)}]),
    ("assignment_role_known", CaseAssignment, None,
     [{}, {"role": "family"}, {"role": "warden"}, {"role": ""}]),
    ("assignment_ends_after_it_begins", CaseAssignment, None, _LATER),
    ("assignment_once_at_a_time", CaseAssignment, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "person": BORIS}, {"begins": _t(9)}]),
    ("kinship_ends_after_it_begins", Kinship, None, _LATER),
    ("kinship_once_at_a_time", Kinship, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "account": "bo"}, {"begins": _t(9)}]),
    ("emergency_ends_after_it_begins", BreakGlass, None, _LATER),
    ("emergency_only_where_listed", BreakGlass, None,
     [{}, {"compartment": "CON"}, {"compartment": "CMP"}, {"compartment": "LEG"},
      {"compartment": "REL"}, {"compartment": "ID"}]),
    ("emergency_reason_long_enough", BreakGlass, None,
     [{"reason": "R" * 20}, {"reason": "R" * 21}, {"reason": "R" * 19},
      {"reason": "R" * 19 + " " * 9}]),
    ("emergency_not_confirmed_by_oneself", BreakGlass, None,
     [{}, _BO_NOW, {**_BO_NOW, "confirmed_by": "ada"}]),
    ("emergency_confirmed_in_time", BreakGlass, None,
     [{**_BO_NOW, "confirmed_at": _t(0)}, {**_BO_NOW, "confirmed_at": _t(59)},
      {**_BO_NOW, "confirmed_at": _t(60)}, {**_BO_NOW, "confirmed_at": _t(-1)},
      {**_BO_NOW, "confirmed_at": None}, {**_BO_NOW, "confirmed_by": None},
      {**_BO_NOW, "confirm_by": None}]),
    ("emergency_not_reviewed_by_oneself", BreakGlass, None,
     [{}, _FOUND, {**_FOUND, "reviewed_by": "ada"}]),
    ("emergency_review_has_finding", BreakGlass, None,
     [{**_FOUND, "justified": False}, {**_FOUND, "reviewed_at": _t(0)},
      {**_FOUND, "reviewed_at": _t(-1)}, {**_FOUND, "reviewed_at": None},
      {**_FOUND, "reviewed_by": None}, {**_FOUND, "justified": None}]),
]
# fmt: on


def _write(model: type[models.Model], fields: _Fields) -> models.Model:
    row = {**_USUAL[model], **fields}
    for key in ("account", "confirmed_by", "reviewed_by"):
        if row.get(key):
            row[key] = Account.objects.get_or_create(name=row[key])[0]
    written: models.Model = model._default_manager.create(**row)
    return written


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "model", "before", "rows"), _TABLE, ids=[row[0] for row in _TABLE]
)
def test_right_and_right_are_written_and_wrong_is_refused(
    name: str, model: type[models.Model], before: _Fields | None, rows: list[_Fields]
) -> None:
    if before is not None:
        _write(model, before)
    for right in rows[:2]:
        mark = transaction.savepoint()
        assert _write(model, right).pk
        transaction.savepoint_rollback(mark)
    for wrong in rows[2:]:
        with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
            _write(model, wrong)


def test_every_constraint_of_the_room_stands_in_the_table() -> None:
    tables = apps.get_app_config("access").get_models()
    named = {one.name for table in tables for one in table._meta.constraints}
    assert {row[0] for row in _TABLE} == named


@pytest.mark.django_db
@pytest.mark.parametrize("model", _USUAL, ids=lambda model: model.__name__)
def test_what_was_given_is_ended_and_never_deleted(model: type[models.Model]) -> None:
    row = _write(model, {})
    rows = model._default_manager.filter(pk=row.pk)
    assert rows.update(ends=_t(30)) == 1, "ending it is the right way"
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        row.delete()
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        rows._raw_delete(rows.db)  # type: ignore[attr-defined]
    assert rows.count() == 1


@pytest.mark.django_db
def test_two_people_do_not_sign_in_under_one_name() -> None:
    Account.objects.create(name="ada")
    Account.objects.create(name="bo")
    with pytest.raises(IntegrityError, match="name"), transaction.atomic():
        Account.objects.create(name="ada")
