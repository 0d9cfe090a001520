"""What the database itself refuses, whoever asks: beside each wrong row stand two right ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, models, transaction

from tests.access.cast import AMINA, BORIS
from throughcare.access.models import (
    Account,
    BreakGlass,
    CaseAssignment,
    Kinship,
    Notice,
    Post,
)

_Fields = dict[str, Any]
_HUMAN: Final = UUID(int=77)


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
    Notice: {
        "emergency": "the one", "office": "owner", "role": "physician_nurse",
        "establishment": "north", "made_at": _t(0),
    },
    Account: {},
}
_LATER: Final[list[_Fields]] = [{"ends": _t(1)}, {"ends": _t(2)}, {"ends": _t(0)}, {"ends": _t(-1)}]
_WITHDRAWN: Final[list[_Fields]] = [{"ends": _t(1)}, {"ends": _t(0)}, {"ends": _t(-1)}]
_BO_NOW: Final[_Fields] = {"confirmed_by": "bo", "confirmed_at": _t(5)}
_FOUND: Final[_Fields] = {
    "reviewed_by": "bo", "reviewed_at": _t(90), "justified": True, "finding": "F",
}
_CONTACT: Final[_Fields] = {
    "compartment": "CON", "ground": "missing person or emergency notice",
}
_THREAT: Final[_Fields] = {
    "compartment": "INT", "ground": "imminent attack, escape or hostage taking",
}
_FIRST: Final[_Fields] = {"ends": _t(10)}
# The constraint; the table; a row that is there already; right, right, and what is wrong.
_TABLE: Final[list[tuple[str, type[models.Model], _Fields | None, list[_Fields]]]] = [
    ("post_role_known", Post, None, [{}, {"role": "prisoner"}, {"role": "warden"}, {"role": ""}]),
    ("post_is_at_an_establishment", Post, None,
     [{}, {"establishment": "2-north"}, {"establishment": ""}, {"establishment": "north/a"},
      {"establishment": "North"}, {"establishment": "-north"}, {"establishment": "north\n"}]),
    ("post_ends_no_earlier_than_it_begins", Post, None, _WITHDRAWN),
    ("post_once_at_a_time", Post, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "establishment": "south"}, {"begins": _t(9)}]),
    ("assignment_role_known", CaseAssignment, None,
     [{}, {"role": "family"}, {"role": "warden"}, {"role": ""}]),
    ("assignment_ends_no_earlier_than_it_begins", CaseAssignment, None, _WITHDRAWN),
    ("assignment_once_at_a_time", CaseAssignment, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "person": BORIS}, {"begins": _t(9)}]),
    ("kinship_ends_no_earlier_than_it_begins", Kinship, None, _WITHDRAWN),
    ("kinship_once_at_a_time", Kinship, _FIRST,
     [{"begins": _t(10)}, {"begins": _t(9), "account": "bo"}, {"begins": _t(9)}]),
    ("emergency_ends_after_it_begins", BreakGlass, None, _LATER),
    ("emergency_only_where_listed", BreakGlass, None,
     [{}, _CONTACT, {"compartment": "CMP"}, {"compartment": "LEG"},
      {"compartment": "REL"}, {"compartment": "ID"}]),
    ("emergency_ends_within_its_hours", BreakGlass, None,
     [{"ends": _t(240)}, {**_THREAT, "ends": _t(720)}, {"ends": _t(241)},
      {**_CONTACT, "ends": _t(241)}, {**_THREAT, "ends": _t(721)}]),
    ("emergency_ground_and_role_fit", BreakGlass, None,
     [{"role": "security_officer"}, {**_CONTACT, "role": "security_officer"},
      {"role": "teacher_instructor"}, {**_THREAT, "role": "security_officer"},
      {"ground": _CONTACT["ground"]}, {"ground": ""}]),
    ("emergency_waits_for_others_within_its_hours", BreakGlass, None,
     [{}, {"confirm_by": None, "review_by": _t(1)}, {"confirm_by": _t(61)},
      {"review_by": _t(72 * 60 + 1)}]),
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
      {**_FOUND, "reviewed_by": None}, {**_FOUND, "justified": None},
      {**_FOUND, "finding": ""}, {"finding": "F"}]),
    ("account_file_has_one_holder", Account, {"person": AMINA},
     [{"person": BORIS}, {"person": None}, {"person": AMINA}]),
    ("account_holder_has_one_file", Account, {"person": AMINA, "holder": _HUMAN},
     [{"person": AMINA, "holder": _HUMAN}, {"person": None, "holder": _HUMAN},
      {"person": BORIS, "holder": _HUMAN}]),
    ("notice_role_known", Notice, None,
     [{}, {"role": "npm_inspector"}, {"role": "warden"}, {"role": ""}]),
    ("notice_is_to_an_establishment", Notice, None,
     [{}, {"establishment": "service"}, {"establishment": ""}, {"establishment": "north/a"}]),
    ("notice_office_known", Notice, None,
     [{}, {"office": "data_protection"}, {"office": "press"}, {"office": ""}]),
    ("notice_once_to_an_office", Notice, {"office": "owner"},
     [{"office": "data_protection"}, {"office": "data_protection", "role": "npm_inspector"},
      {"office": "owner"}]),
    ("notice_seen_by_somebody_once_made", Notice, None,
     [{}, {"seen_by": "bo", "seen_at": _t(0)}, {"seen_by": "bo", "seen_at": _t(-1)},
      {"seen_by": "bo"}, {"seen_at": _t(0)}]),
]
# fmt: on


def _write(model: type[models.Model], fields: _Fields) -> models.Model:
    row = {**_USUAL[model], **fields}
    for key in ("account", "confirmed_by", "reviewed_by", "seen_by"):
        if row.get(key):
            row[key] = Account.objects.get_or_create(name=row[key])[0]
    if model is Account:
        row["name"] = str(uuid4())
    if "emergency" in row:
        row["emergency"] = BreakGlass.objects.first() or _write(BreakGlass, {})
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


# A change that is right, for each table.
_CHANGES: Final[dict[type[models.Model], _Fields]] = {
    Post: {"ends": _t(30)}, CaseAssignment: {"ends": _t(30)}, Kinship: {"ends": _t(30)},
    BreakGlass: {"ends": _t(30)}, Notice: {"seen_at": None}, Account: {"is_active": False},
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("model", _USUAL, ids=lambda model: model.__name__)
def test_what_was_given_is_ended_and_never_deleted(model: type[models.Model]) -> None:
    row = _write(model, {})
    rows = model._default_manager.filter(pk=row.pk)
    assert rows.update(**_CHANGES[model]) == 1, "ending it is the right way"
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        row.delete()
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        rows._raw_delete(rows.db)  # type: ignore[attr-defined]
    assert rows.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Post, CaseAssignment, Kinship, BreakGlass])
def test_an_end_is_set_and_brought_forward_and_never_moved_later(model: type[models.Model]) -> None:
    rows = model._default_manager.filter(pk=_write(model, {}).pk)
    assert rows.update(ends=_t(30)) == 1
    assert rows.update(ends=_t(29)) == 1
    with pytest.raises(IntegrityError, match="_only_shorter"), transaction.atomic():
        rows.update(ends=_t(29) + timedelta(microseconds=1))
    with pytest.raises(IntegrityError, match="_only_shorter"), transaction.atomic():
        rows.update(ends=None)


_REWRITTEN: Final[list[tuple[type[models.Model], str, object]]] = [
    (Account, "holder", UUID(int=78)),
    (Post, "role", "psychologist"), (Post, "establishment", "south"), (Post, "begins", _t(-1)),
    (CaseAssignment, "person", BORIS), (CaseAssignment, "role", "psychologist"),
    (CaseAssignment, "begins", _t(-1)), (Kinship, "person", BORIS), (Kinship, "begins", _t(-1)),
    (BreakGlass, "person", BORIS), (BreakGlass, "reason", "S" * 20),
    (BreakGlass, "begins", _t(-1)), (BreakGlass, "confirm_by", _t(120)),
    (BreakGlass, "review_by", _t(1)), (BreakGlass, "role", "security_officer"),
    (Notice, "establishment", "south"), (Notice, "made_at", _t(-1)),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "field", "value"), _REWRITTEN)
def test_what_was_given_is_not_rewritten(
    model: type[models.Model], field: str, value: object
) -> None:
    rows = model._default_manager.filter(pk=_write(model, {}).pk)
    assert rows.update(**_CHANGES[model]) == 1
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        rows.update(**{field: value})


@pytest.mark.django_db
def test_two_people_do_not_sign_in_under_one_name() -> None:
    Account.objects.create(name="ada")
    Account.objects.create(name="bo")
    with pytest.raises(IntegrityError, match="name"), transaction.atomic():
        Account.objects.create(name="ada")


def _humans() -> tuple[Account, Account, Account]:
    """Ada, a second account of hers, and Bo."""
    ada = Account.objects.get_or_create(name="ada")[0]
    again = Account.objects.get_or_create(name="ada 2", defaults={"holder": ada.holder})[0]
    return ada, again, Account.objects.get_or_create(name="bo")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("row", ["confirmed", "reviewed", "seen"])
def test_the_second_person_is_another_human_being_whatever_the_account(row: str) -> None:
    _, again, bo = _humans()
    made = _write(Notice if row == "seen" else BreakGlass, {})
    more = {"reviewed": {"justified": True, "finding": "F"}}.get(row, {})
    rows = type(made)._default_manager.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match=f"_{row}_by_another"), transaction.atomic():
        rows.update(**{f"{row}_by": again, f"{row}_at": _t(5)}, **more)
    assert rows.update(**{f"{row}_by": bo, f"{row}_at": _t(5)}, **more) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second"),
    [("system_administrator", "chaplain"), ("prison_director", "system_administrator")],
)
def test_nobody_administers_accounts_and_reads_files_at_one_time(first: str, second: str) -> None:
    _, again, _ = _humans()
    _write(Post, {"role": first, "ends": _t(10)})
    _write(Post, {"role": second, "account": "bo"})
    Post.objects.create(account=again, role=second, establishment="north", begins=_t(10))
    name = "post_administers_accounts_or_reads_files"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Post.objects.create(
            account=again, role=second, establishment="south", begins=_t(9), ends=_t(10)
        )


@pytest.mark.django_db
def test_an_analyst_who_opens_no_file_may_administer_accounts() -> None:
    _, again, _ = _humans()
    _write(Post, {"role": "system_administrator"})
    Post.objects.create(account=again, role="hq_analyst", establishment="service", begins=_t(0))
    name = "post_administers_accounts_or_reads_files"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Post.objects.create(
            account=again, role="npm_inspector", establishment="service", begins=_t(0)
        )
