"""Every change of a person's file. Each is one transaction: the rows and their register entries."""

from throughcare.casework.people.actions.alerts import end_alert, raise_alert
from throughcare.casework.people.actions.facts import (
    correct_fact,
    state_fact,
    verify_fact,
    void_fact,
)
from throughcare.casework.people.actions.merges import (
    merge,
    propose_duplicate,
    refuse_duplicate,
    unmerge,
)
from throughcare.casework.people.actions.notes import add_note, amend_note
from throughcare.casework.people.actions.persons import hold_at, register_person
from throughcare.casework.people.actions.photos import set_photo

__all__ = [
    "add_note",
    "amend_note",
    "correct_fact",
    "end_alert",
    "hold_at",
    "merge",
    "propose_duplicate",
    "raise_alert",
    "refuse_duplicate",
    "register_person",
    "set_photo",
    "state_fact",
    "unmerge",
    "verify_fact",
    "void_fact",
]
