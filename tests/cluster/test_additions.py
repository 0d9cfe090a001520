"""A constraint or trigger is added to a model where it stands, and is there as if drawn anew."""

from __future__ import annotations

from django.db import models
from django.db.migrations.operations import AddConstraint, CreateModel
from django.db.migrations.state import ProjectState
from pgtrigger import Delete, Protect
from pgtrigger.migrations import AddTrigger

from throughcare.config.additions import added_in_place

NAMED = models.CheckConstraint(condition=~models.Q(words=""), name="a_thing_is_named")
KEPT = Protect(name="a_thing_is_kept", operation=Delete)
MADE = CreateModel(
    "Thing", [("id", models.AutoField(primary_key=True)), ("words", models.TextField())]
)
ADDED = (AddConstraint("thing", NAMED), AddTrigger("thing", KEPT))


def drawn() -> ProjectState:
    """One model, drawn."""
    state = ProjectState()
    MADE.state_forwards("register", state)
    assert state.apps.get_model("register", "thing")._meta.constraints == []
    return state


def add_to(state: ProjectState) -> None:
    for one in ADDED:
        one.state_forwards("register", state)


def test_what_is_added_in_place_is_what_django_would_have_drawn() -> None:
    quick, slow = drawn(), drawn()
    with added_in_place():
        add_to(quick)
    add_to(slow)
    assert quick.models == slow.models
    found, expected = (one.apps.get_model("register", "thing")._meta for one in (quick, slow))
    assert found.constraints == expected.constraints == [NAMED]
    assert found.triggers == expected.triggers == [KEPT]


def test_nothing_is_drawn_anew_for_it() -> None:
    state = drawn()
    before = state.apps.get_model("register", "thing")
    with added_in_place():
        add_to(state)
    assert state.apps.get_model("register", "thing") is before


def test_another_state_of_before_keeps_what_it_had() -> None:
    state = drawn()
    before = state.clone()
    with added_in_place():
        add_to(state)
    assert before.models["register", "thing"].options.get("constraints", []) == []


def test_afterwards_django_does_as_before() -> None:
    with added_in_place():
        pass
    state = drawn()
    before = state.apps.get_model("register", "thing")
    add_to(state)
    assert state.apps.get_model("register", "thing") is not before
