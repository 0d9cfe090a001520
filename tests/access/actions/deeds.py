"""Each action once, ready to be done: what is there before, and the call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.access.actions.staff import (
    HERE,
    HOUR,
    PASSWORD,
    WHY,
    account,
    asked,
    case,
    gives,
    member,
    seen,
    takes,
)
from tests.access.cast import AMINA, NOW
from throughcare.access import actions
from throughcare.access.models import Account, Kinship, Notice, Post
from throughcare.access.terms import Role

Deed = Callable[[], Any]
_ADMIN, _DIRECTOR = Role.SYSTEM_ADMINISTRATOR, Role.PRISON_DIRECTOR


def _first() -> Deed:
    return lambda: actions.make_first_account(name="amel", password=PASSWORD, at=NOW)


def _make() -> Deed:
    by = asked(_ADMIN)
    return lambda: actions.make_account(by=by, at=NOW, name="new", password=PASSWORD, person=AMINA)


def _suspend() -> Deed:
    by, of = asked(_ADMIN), account("guard")
    return lambda: actions.suspend_account(by=by, at=NOW, account=of, why=WHY)


def _restore() -> Deed:
    by, of = asked(_ADMIN), account("guard", is_active=False)
    return lambda: actions.restore_account(by=by, at=NOW, account=of, why=WHY)


def _link() -> Deed:
    by, of = asked(_ADMIN), account("guard")
    account("guard 2", holder=of.holder)
    return lambda: actions.link_to_person(by=by, at=NOW, account=of, person=AMINA, why=WHY)


def _set_password() -> Deed:
    of = account("guard")
    of.set_password(PASSWORD)
    of.save()
    by = seen(of)
    return lambda: actions.set_password(by=by, at=NOW, present=PASSWORD, new="eleven slow rivers")


def _reset_password() -> Deed:
    by, of = asked(_ADMIN), account("guard")
    return lambda: actions.reset_password(by=by, at=NOW, account=of, why=WHY)


def _appoint() -> Deed:
    by, to = asked(_DIRECTOR), account("nurse")
    return lambda: actions.appoint(
        by=by, at=NOW, account=to, role=Role.PHYSICIAN_NURSE, establishment="north", begins=NOW,
        ends=None,
    )  # fmt: skip


def _end_post() -> Deed:
    by, held = asked(_DIRECTOR), Post.objects.get(account=member(Role.CHAPLAIN))
    return lambda: actions.end_post(by=by, at=NOW, post=held, ends=NOW + HOUR, why=WHY)


def _assign() -> Deed:
    by, to = asked(_DIRECTOR), member(Role.CASE_MANAGER)
    return lambda: gives(by, to)


def _end_assignment() -> Deed:
    by, given = asked(_DIRECTOR), case(member(Role.CASE_MANAGER))
    return lambda: actions.end_assignment(
        by=by, at=NOW, assignment=given, subject=HERE, ends=NOW, why=WHY
    )


def _move() -> Deed:
    by = asked(Role.ADMISSIONS_OFFICER)
    case(member(Role.CASE_MANAGER))
    case(member(Role.PSYCHOLOGIST), Role.PSYCHOLOGIST)
    return lambda: actions.move_assignments(
        by=by, at=NOW, subject=HERE, to_establishment="south", why=WHY
    )


def _declare() -> Deed:
    by = asked(Role.SECURITY_OFFICER)
    return lambda: actions.declare_kin(by=by, at=NOW, person=AMINA)


def _end_kin() -> Deed:
    by, guard = asked(_DIRECTOR), member(Role.SECURITY_OFFICER)
    kin = Kinship.objects.create(account=guard, person=AMINA, begins=NOW - HOUR)
    return lambda: actions.end_kin(by=by, at=NOW, kinship=kin, why=WHY)


def _break_glass() -> Deed:
    by = asked(Role.SECURITY_OFFICER)
    return lambda: takes(by)


def _confirm() -> Deed:
    by, row = asked(_DIRECTOR), takes(asked(Role.SECURITY_OFFICER))
    return lambda: actions.confirm_break_glass(by=by, at=NOW, emergency=row)


def _review() -> Deed:
    by, row = asked(_DIRECTOR), takes(asked(Role.SECURITY_OFFICER))
    return lambda: actions.review_break_glass(
        by=by, at=NOW + HOUR, emergency=row, justified=False, finding="a nurse was near"
    )


def _see() -> Deed:
    by, row = asked(Role.PHYSICIAN_NURSE), takes(asked(Role.SECURITY_OFFICER))
    notice = Notice.objects.get(emergency=row, office="owner")
    return lambda: actions.see_notice(by=by, at=NOW, notice=notice)


def _at_the_door(act: Callable[..., None]) -> Callable[[], Deed]:
    def ready() -> Deed:
        of: Account = account("guard")
        return lambda: act(account=of, at=NOW)

    return ready


def _tell() -> Deed:
    by = asked(Role.ADMISSIONS_OFFICER)
    member(Role.JUDGE_PROSECUTOR)
    return lambda: actions.give_to_judges(by=by, at=NOW, subject=HERE, why=WHY)


def _take() -> Deed:
    by = asked(Role.JUDGE_PROSECUTOR)
    return lambda: actions.take_as_judge(by=by, at=NOW, subject=HERE, why=WHY)


# The action: how it is made ready, and the events it leaves, in order.
DEEDS: Final[dict[str, tuple[Callable[[], Deed], list[str]]]] = {
    "make_first_account": (_first, ["account.made", "access.appointed"]),
    "make_account": (_make, ["account.made"]),
    "suspend_account": (_suspend, ["account.suspended"]),
    "restore_account": (_restore, ["account.restored"]),
    "link_to_person": (_link, ["account.linked", "account.linked"]),
    "set_password": (_set_password, ["account.password_set"]),
    "reset_password": (_reset_password, ["account.password_reset"]),
    "appoint": (_appoint, ["access.appointed"]),
    "end_post": (_end_post, ["access.post_ended"]),
    "assign": (_assign, ["access.case_assigned"]),
    "end_assignment": (_end_assignment, ["access.assignment_ended"]),
    "move_assignments": (_move, ["access.assignment_ended", "access.assignment_ended"]),
    "give_to_judges": (_tell, ["access.case_assigned"]),
    "take_as_judge": (_take, ["access.case_assigned"]),
    "declare_kin": (_declare, ["access.kin_declared"]),
    "end_kin": (_end_kin, ["access.kin_ended"]),
    "break_glass": (
        _break_glass,
        ["access.emergency_taken", "access.notice_given", "access.notice_given"],
    ),
    "confirm_break_glass": (_confirm, ["access.emergency_confirmed"]),
    "review_break_glass": (_review, ["access.emergency_reviewed"]),
    "see_notice": (_see, ["access.notice_seen"]),
    "signed_in": (_at_the_door(actions.signed_in), ["signed_in"]),
    "signed_out": (_at_the_door(actions.signed_out), ["signed_out"]),
}
