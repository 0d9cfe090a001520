"""No change without its entry, and each entry says how the row stands."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from tests.access.actions.deeds import DEEDS
from throughcare.access import actions
from throughcare.access.rows import content_of
from throughcare.register.encoding import digest_of
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
_WRITERS = ("acting", "first_account", "door")


class _RegisterIsFull(Exception):
    pass


def _rows() -> dict[tuple[str, str], dict[str, object]]:
    """Every row of the room, as the register would be told of it."""
    tables = apps.get_app_config("access").get_models()
    return {
        (table._meta.db_table, str(row.pk)): content_of(row)
        for table in tables
        for row in table._default_manager.all()
    }


def test_every_action_is_among_those_shown_here() -> None:
    assert set(DEEDS) == set(actions.__all__)


@pytest.mark.parametrize("name", DEEDS)
def test_a_change_leaves_an_entry_for_each_row_as_it_now_stands(name: str) -> None:
    ready, events = DEEDS[name]
    deed = ready()
    before, last = _rows(), Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    deed()
    changed = {key: row for key, row in _rows().items() if before.get(key) != row}
    entries = list(Entry.objects.filter(id__gt=last).order_by("id"))
    assert [entry.event for entry in entries] == events
    told = {(one.table, one.row): bytes(one.digest) for one in entries if one.table}
    assert told == {key: digest_of(row) for key, row in changed.items()}
    assert changed or name in {"signed_in", "signed_out"}


@pytest.mark.parametrize("name", DEEDS)
def test_a_change_whose_entry_cannot_be_written_does_not_happen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed = DEEDS[name][0]()
    before = _rows()

    def full(**_: Any) -> None:
        raise _RegisterIsFull

    with monkeypatch.context() as patch:
        for writer in _WRITERS:
            patch.setattr(f"throughcare.access.actions.{writer}.record", full)
        with pytest.raises(_RegisterIsFull):
            deed()
    assert _rows() == before
    deed()
    assert _rows() != before or name in {"signed_in", "signed_out"}


@pytest.mark.parametrize("name", DEEDS)
def test_an_entry_says_who_did_it_in_which_role(name: str) -> None:
    ready, events = DEEDS[name]
    ready()()
    entries = list(Entry.objects.order_by("-id"))[: len(events)]
    for entry in entries:
        assert entry.by and entry.role
        assert entry.happened_at == entry.recorded_at
    assert len({(entry.by, entry.role, entry.place) for entry in entries}) == 1
