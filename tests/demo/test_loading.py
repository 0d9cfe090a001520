"""The country is in the database whole or not at all, proven by the register, and never mixed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.auth import authenticate
from django.db import connection, transaction

from throughcare.access.errors import Refused
from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.access.queries import viewer_of
from throughcare.casework.custody.models import (
    Bed,
    Decree,
    DecreeEffect,
    KeepApart,
    LegalStatus,
    ManualDate,
    Movement,
    Order,
    Placement,
    Proposal,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.people import queries
from throughcare.casework.people.models import Alert, Fact, NameKey, Note, Person
from throughcare.casework.people.rows import content_of, table_of
from throughcare.demo.loading import build, built, is_demo
from throughcare.demo.plan import plan
from throughcare.demo.rooms import ROOMS_OF_EVERYBODY
from throughcare.demo.row import new
from throughcare.errors import BadInput
from throughcare.kernel.models import Place
from throughcare.register.actions import record, seal
from throughcare.register.encoding import digest_of
from throughcare.register.models import Entry
from throughcare.register.signing import signing_key
from throughcare.register.verify import verify

from .made import AT, PEOPLE, tiny

CUSTODY = (Stay, Order, LegalStatus, Placement, Movement, Step, Sentence, KeepApart, Bed, Decree,
           DecreeEffect, ManualDate, Proposal)  # fmt: skip
SOON = AT + timedelta(minutes=1)


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def account(name: str) -> int:
    return int(Account.objects.get(name=name).pk)


def listed(name: str) -> queries.Listing:
    return queries.list_of(viewer_of(account(name), at=SOON), at=SOON, limit=100)


def test_every_value_of_the_country_is_a_row(peopled: str) -> None:
    people = list(tiny().people())
    assert Person.objects.count() == PEOPLE
    assert Fact.objects.count() == sum(len(person.facts) for person in people)
    assert Note.objects.count() == sum(len(person.notes) for person in people)
    assert Alert.objects.count() == sum(len(person.alerts) for person in people)
    assert Account.objects.count() == Post.objects.count() == len(tiny().members)
    assert CaseAssignment.objects.count() == len(list(tiny().cases()))
    assert Place.objects.count() == len(list(tiny().sites()))
    assert (
        NameKey.objects.values("fact").distinct().count()
        == Fact.objects.filter(kind="name").count()
    )


def test_a_row_made_quickly_is_the_one_that_the_model_makes() -> None:
    key, since = uuid4(), AT
    given = {"id": key, "person_id": key, "kind": "fixed", "starts_on": since.date(), "months": 2}
    slow, quick = Sentence(**given), new(Sentence, **given, order=None)
    assert content_of(quick) == content_of(slow)
    assert quick == slow
    assert new(Decree).iccs_in is not new(Decree).iccs_in
    with pytest.raises(TypeError, match="Sentence has no wrong"):
        new(Sentence, wrong=1)


def test_every_row_has_an_entry_that_says_what_it_holds(peopled: str) -> None:
    for model in (Person, Fact, Note, Alert, Post, CaseAssignment, Place, *CUSTODY):
        for row in model.objects.all():
            entry = Entry.objects.get(table=table_of(row), row=str(row.pk))
            assert bytes(entry.digest) == digest_of(content_of(row))
            assert entry.happened_at <= entry.recorded_at == AT


def test_the_register_of_the_country_can_be_proven(peopled: str, tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    assert seal(at=SOON, key=key) is not None
    connection.ensure_connection()
    outcome = verify(connection.connection, keys=key.keys())
    assert outcome.trouble is None, outcome.trouble


def test_a_country_that_was_interrupted_leaves_nothing_and_is_made_anew(empty: str) -> None:
    def interrupted(done: int, total: int) -> None:
        if done == PEOPLE // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tiny(), interrupted)
    assert (Person.objects.count(), Account.objects.count(), Entry.objects.count()) == (0, 0, 0)
    assert built() is None
    build(tiny(), silent)
    assert Person.objects.count() == PEOPLE
    assert is_demo()


def test_a_country_that_stands_is_found_and_left_as_it_is(peopled: str) -> None:
    before = Entry.objects.count()
    there = built()
    assert there is not None
    assert (there.size, there.seed, there.on) == ("tiny", 1, AT)
    build(tiny(), silent)
    assert Entry.objects.count() == before


def test_nothing_is_invented_into_a_database_with_records_of_its_own(empty: str) -> None:
    with transaction.atomic():
        record(event="account.made", by="amel", role="installer", place="", happened_at=AT, at=AT)
    assert not is_demo()
    for attempt in (built, lambda: build(tiny(), silent)):
        with pytest.raises(BadInput, match="records that are not of the demo"):
            attempt()
    assert Person.objects.count() == 0


def test_the_same_database_without_the_record_is_filled(empty: str) -> None:
    assert built() is None


def test_progress_tells_of_each_person_once_in_each_room(empty: str) -> None:
    told: list[tuple[int, int]] = []
    build(tiny(), lambda done, total: told.append((done, total)))
    all_of_them = len(ROOMS_OF_EVERYBODY) * PEOPLE
    assert told == [(done, all_of_them) for done in range(1, all_of_them + 1)]


def test_a_visitor_signs_in_with_the_password_and_a_colleague_cannot(served: str) -> None:
    assert authenticate(None, name="case manager", password=plan().password)
    colleague = tiny().members[-1]
    assert authenticate(None, name=colleague.name, password=plan().password) is None


def test_a_case_manager_sees_the_cases_and_a_chaplain_the_same_in_short(served: str) -> None:
    manager, chaplain = listed("case manager"), listed("chaplain")
    assert len(manager.rows) == len(chaplain.rows) == plan().cases_of_a_demo_account
    assert [row.id for row in manager.rows] == [row.id for row in chaplain.rows]
    assert not any(row.redacted for row in manager.rows)
    assert all(row.redacted for row in chaplain.rows)


def test_an_officer_sees_the_own_prison_and_an_inspector_the_country(served: str) -> None:
    here = tiny().home
    viewer = viewer_of(account("security officer"), at=SOON)
    assert queries.count(viewer, at=SOON) == here.people
    inspector = viewer_of(account("npm inspector"), at=SOON)
    assert queries.count(inspector, at=SOON) == PEOPLE


def test_the_prisoner_sees_the_own_file_and_nobody_elses(served: str) -> None:
    rows = listed("prisoner").rows
    assert [row.id for row in rows] == [Account.objects.get(name="prisoner").person]


def test_who_has_figures_only_sees_no_file(served: str) -> None:
    for name in ("hq analyst", "un programme officer", "system administrator"):
        assert queries.count(viewer_of(account(name), at=SOON), at=SOON) == 0
        with pytest.raises(Refused):
            queries.file_of(
                viewer_of(account(name), at=SOON), tiny().file_of(0), at=SOON, why="curious"
            )


def test_a_person_is_found_by_a_name_in_latin_letters(served: str) -> None:
    here = tiny().home
    someone = next(one for one in tiny().people() if one.number == here.first + 5)
    viewer = viewer_of(account("security officer"), at=SOON)
    found = queries.find(viewer, str(someone.name.latin()), at=SOON)
    assert someone.id in {hit.id for hit in found}


def test_the_service_goes_on_counting_after_the_demos_keys(served: str) -> None:
    assert Account.objects.create(name="new").pk > len(tiny().members)
