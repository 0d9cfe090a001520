"""Each judgement goes the ways of one table and no other: tried one by one, in the database too."""

from __future__ import annotations

import pytest
from django.db import connection

from throughcare.casework.assessment.errors import WrongState
from throughcare.casework.assessment.models import EVERY
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.states import (
    NOTHING,
    begins_as,
    may_follow,
    need_next,
    states,
    steps,
)

STAGED = {one.kind_of_judgement: one for one in EVERY if issubclass(one, Staged)}


@pytest.mark.parametrize("kind", sorted(states()))
def test_only_the_steps_of_the_table_are_taken(kind: str) -> None:
    tried = 0
    for state in (NOTHING, *states()[kind]):
        for following in states()[kind]:
            tried += 1
            lawful = (kind, state, following) in steps()
            assert may_follow(kind, state, following) is lawful, (state, following)
            if lawful:
                need_next(kind, state, following)
                continue
            with pytest.raises(WrongState, match="no such step is left"):
                need_next(kind, state, following)
    assert tried == len(states()[kind]) * (len(states()[kind]) + 1)


def test_every_kind_begins_somewhere_and_each_state_can_be_reached() -> None:
    assert set(states()) == set(STAGED)
    for kind, said in states().items():
        reached, open_ = {begins_as(kind)}, [begins_as(kind)]
        while open_:
            after = set(said[open_.pop()]) - reached
            reached |= after
            open_ += after
        assert reached == set(said), kind
        assert any(not after for after in said.values()), f"a {kind} never ends"


@pytest.mark.django_db
def test_the_database_holds_the_same_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, state, following FROM assessment_step ORDER BY 1, 2, 3")
        assert [tuple(row) for row in cursor.fetchall()] == steps()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(STAGED))
def test_every_table_of_judgements_asks_it_at_each_row(kind: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgargs FROM pg_trigger "
            "WHERE tgname = 'assessment_step' AND tgrelid = %s::regclass",
            [STAGED[kind]._meta.db_table],
        )
        (args,) = cursor.fetchone()
    assert bytes(args).rstrip(b"\0").decode() == kind
