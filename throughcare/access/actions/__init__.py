"""Every change of who may sign in and do what. Each is one transaction: rows and their entries."""

from throughcare.access.actions.accounts import (
    link_to_person,
    make_account,
    restore_account,
    suspend_account,
)
from throughcare.access.actions.cases import assign, end_assignment, move_assignments
from throughcare.access.actions.door import signed_in, signed_out
from throughcare.access.actions.emergencies import break_glass
from throughcare.access.actions.first_account import make_first_account
from throughcare.access.actions.judges import give_to_judges, take_as_judge
from throughcare.access.actions.kin import declare_kin, end_kin
from throughcare.access.actions.notices import see_notice
from throughcare.access.actions.passwords import reset_password, set_password
from throughcare.access.actions.posts import appoint, end_post
from throughcare.access.actions.second_person import confirm_break_glass, review_break_glass

__all__ = [
    "appoint",
    "assign",
    "break_glass",
    "confirm_break_glass",
    "declare_kin",
    "end_assignment",
    "end_kin",
    "end_post",
    "give_to_judges",
    "link_to_person",
    "make_account",
    "make_first_account",
    "move_assignments",
    "reset_password",
    "restore_account",
    "review_break_glass",
    "see_notice",
    "set_password",
    "signed_in",
    "signed_out",
    "suspend_account",
    "take_as_judge",
]
