"""Many entries written at once are the entries that would have been written one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.made import NOON, PERSON, World
from throughcare.register.actions import Draft, record, record_many
from throughcare.register.errors import NotAnInstant, NotCanonical, OutsideTransaction
from throughcare.register.models import Entry

A_DRAFT = Draft(
    event="visit.held", by="7", role="visits officer", place="north/a", happened_at=NOON, at=NOON
)
_texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
_named = _texts.map(lambda text: f"x{text}")
_minutes = st.integers(-(10**12), 10**12)


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    happened = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=draw(_minutes))
    table = draw(st.sampled_from(["", "visits"]))
    return Draft(
        event=draw(_named), by=draw(_named), role=draw(_named), place=draw(_texts),
        happened_at=happened, at=happened + timedelta(microseconds=abs(draw(_minutes))),
        about=draw(st.none() | st.uuids()), compartment=draw(_texts), table=table,
        row=draw(_texts) if table else "", why=draw(_texts),
        content=draw(st.none() | st.dictionaries(_texts, _texts | st.integers())),
    )  # fmt: skip


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(draft=_drafts())
def test_one_of_many_has_the_fields_and_the_leaf_of_one_alone(draft: Draft) -> None:
    fields = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    with transaction.atomic():
        alone = record(**fields)
        assert record_many([draft]) == 1
        written = Entry.objects.order_by("-id")[0]
        assert written.pk != alone
        assert _all_of(written) == _all_of(Entry.objects.get(pk=alone))
        transaction.set_rollback(True)


def _all_of(entry: Entry) -> dict[str, Any]:
    values = model_to_dict(entry, exclude=["id"])
    return {**values, "digest": bytes(entry.digest), "leaf": bytes(entry.leaf)}


def test_many_entries_are_sealed_and_proven_like_others(world: World) -> None:
    with transaction.atomic():
        drafts = (replace(A_DRAFT, why=f"number {n}", about=PERSON) for n in range(1000))
        assert record_many(drafts) == 1000
    world.seal()
    found = world.verify()
    assert (found.sealed, found.unsealed, found.trouble) == (1000, 0, None)


def test_many_entries_outside_the_transaction_of_their_change_are_refused(
    own_database: str,
) -> None:
    with transaction.atomic():
        record_many([A_DRAFT])
    with pytest.raises(OutsideTransaction, match=r"transaction\.atomic"):
        record_many([A_DRAFT])
    assert Entry.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"why": "a\0b"}, NotCanonical),
        ({"at": datetime(2026, 3, 1)}, NotAnInstant),  # noqa: DTZ001
        ({"content": {"hours": 1.5}}, NotCanonical),
        ({"role": ""}, IntegrityError),
    ],
)
def test_one_wrong_entry_among_many_keeps_all_of_them_out(
    wrong: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        record_many([A_DRAFT, replace(A_DRAFT, **wrong)])
    assert not Entry.objects.exists()
    assert record_many([A_DRAFT, replace(A_DRAFT, about=UUID(int=1))]) == 2
