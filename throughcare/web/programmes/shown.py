"""Programmes of a person in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from throughcare.casework.programmes.data import kind_rules
from throughcare.casework.programmes.queries import HelpOf, Taken
from throughcare.casework.programmes.terms import OPEN, Came, Circle, State
from throughcare.web.programmes.needs import need_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One referral for a page. `ways`: what may be done now, by the address of its form."""

    one: Taken
    state: str
    came: Sequence[tuple[str, int]]
    shares: Sequence[str]
    measures: Sequence[tuple[str, str, str]]
    ways: Sequence[tuple[str, str]]
    keeps_content: bool


def state_words(one: Taken) -> str:
    """Where a referral stands; that the person withdrew holds before all else."""
    state = State(one.row.state)
    if one.withdrawn is not None and state in OPEN:
        return _("Withdrawn by the person")
    return capfirst(str(state.label))


def shown_of(found: HelpOf) -> Sequence[Shown]:
    """Each referral as the page tells it, the latest first."""
    return [_shown(one, found) for one in found.taken]


def _shown(one: Taken, found: HelpOf) -> Shown:
    circles = dict(Circle.choices)
    shares = one.consent.shares if one.consent and one.withdrawn is None else []
    return Shown(
        one=one, state=state_words(one),
        came=[(str(came.label), one.came[came]) for came in Came if one.came.get(came)],
        shares=[str(circles[name]) for name in shares if name in circles],
        measures=[
            (need_words(row.need), row.get_at_end_display(), row.get_stands_display())
            for row in one.content.measures
        ],
        ways=list(_ways(one, found)), keeps_content=kind_rules()[one.programme.kind].content,
    )  # fmt: skip


def _ways(one: Taken, found: HelpOf) -> list[tuple[str, str]]:
    state, gone = State(one.row.state), one.withdrawn is not None
    if found.own:
        return [("withdraw-myself", _("Withdraw"))] if state in OPEN and not gone else []
    if not found.may_write:
        return []
    if gone:
        return [("close", _("Close as withdrawn"))] if state in OPEN else []
    ways: list[tuple[str, str]] = []
    match state:
        case State.REFERRED:
            ways = [("answer", _("Answer the referral"))]
        case State.OFFERED:
            ways = [("consent", _("Write what the person says"))]
        case State.WAITING:
            ways = [("enrol", _("Take into a group"))]
        case State.ENROLLED:
            ways = [("complete", _("Completed")), ("end", _("The provider ends it"))]
        case State.COMPLETED if one.certificate is None:
            ways = [("certify", _("Write the certificate"))]
        case State.DECLINED | State.WITHDRAWN | State.LEFT:
            ways = [("after-refusal", _("A measure came after this"))]
    if state in (State.ENROLLED, State.COMPLETED) and kind_rules()[one.programme.kind].content:
        ways += [("note", _("Note progress")), ("measure", _("How a need stands"))]
    if state in OPEN:
        ways.append(("withdraw", _("The person withdraws")))
    return ways
