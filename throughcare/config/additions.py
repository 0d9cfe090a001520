"""While tables are made, a constraint or trigger is added to its model where that stands.

Django and pgtrigger draw the model anew for each, and every model that points to it: with some
two hundred of them that is five sixths of the time of a first start. Neither changes a relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger

_STATE: Final[Any] = ProjectState  # what is replaced in them is not for others, say their types
_TRIGGER: Final[Any] = AddTrigger


@contextmanager
def added_in_place() -> Iterator[None]:
    """Until the end of the block; afterwards Django does as before."""
    of_django, of_pgtrigger = _STATE._append_option, _TRIGGER.state_forwards
    _STATE._append_option = _append
    _TRIGGER.state_forwards = _add_trigger
    try:
        yield
    finally:
        _STATE._append_option = of_django
        _TRIGGER.state_forwards = of_pgtrigger


def _append(state: ProjectState, app_label: str, model_name: str, option: str, added: Any) -> None:
    """What `ProjectState._append_option` does, with nothing drawn anew."""
    options = state.models[app_label, model_name.lower()].options
    options[option] = [*options.get(option, ()), added]
    if "apps" in state.__dict__:  # drawn already
        drawn = state.apps.get_model(app_label, model_name)._meta
        setattr(drawn, option, [*getattr(drawn, option, ()), added])


def _add_trigger(operation: AddTrigger, app_label: str, state: ProjectState) -> None:
    """What `AddTrigger.state_forwards` does, with nothing drawn anew."""
    _append(state, app_label, operation.model_name, "triggers", operation.trigger)
