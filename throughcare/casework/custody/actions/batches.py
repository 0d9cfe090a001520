"""A decree of pardon for many people: proposed by one, previewed, carried out by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave, ask
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import has_come
from throughcare.casework.custody.decrees import (
    Concerned,
    DecreeText,
    Preview,
    preview_of,
    text_of,
)
from throughcare.casework.custody.errors import BadDecree, NeedsAnother
from throughcare.casework.custody.inside import inside
from throughcare.casework.custody.models import Adjustment, Decree, DecreeEffect, Order
from throughcare.casework.custody.terms import AdjustmentKind, DecreeKind, OrderKind, Status
from throughcare.casework.people.files import Holding, entering, fresh_id, hold
from throughcare.casework.people.rows import content_of, table_of
from throughcare.casework.rows import writing
from throughcare.register.actions import record

_HEAD = 200


@entering
def propose_decree(*, by: Viewer, at: datetime, establishment: str, text: DecreeText) -> Decree:
    """Lay a decree before a second person. Nothing changes for anybody yet.

    Raises BadDecree, and NotThere or Refused where the viewer may not write sentences there.
    """
    leave = _ask(by, establishment, at=at)
    need_sound_decree(text, establishment, at=at)
    share = text.share
    decree = Decree(
        id=fresh_id(at), establishment=establishment, authority=text.authority.strip(),
        number=text.number.strip(), issued_on=text.issued_on, words=text.words.strip(),
        kind=text.kind, days=text.days, share_of=share.numerator if share else None,
        share_by=share.denominator if share else None, iccs_in=list(text.iccs_in),
        iccs_out=list(text.iccs_out), statuses=list(text.statuses), proposed_at=at,
        proposed_by=str(by.account),
    )  # fmt: skip
    decree.save(force_insert=True)
    _enter("custody.decree_proposed", decree, by, leave, at=at)
    return decree


@entering
def pardon(
    *, by: Viewer, at: datetime, decree_id: UUID, seen: str,
    progress: Callable[[int, int], None] | None = None,
) -> int:  # fmt: skip
    """Carry out a decree that somebody else proposed, for exactly the list that was looked at.

    In one transaction: an adjustment for each person, and an order of release where the decree
    orders it. Gives the number of people. Carried out already: 0, and nothing changes. `progress`
    is told after each person how many of how many are done. Raises NeedsAnother, BadDecree (the
    list has changed), NotThere, Refused.
    """
    decree = Decree.objects.select_for_update().filter(id=decree_id).first()
    if decree is None:
        raise NotThere
    leave = _ask(by, decree.establishment, at=at)
    if decree.confirmed_at is not None:
        return 0
    if decree.proposed_by == str(by.account):
        raise NeedsAnother(
            _("who proposed a decree cannot carry it out"),
            remedy=_("ask a second person who may write sentences to look at the list"),
        )
    preview = _as_seen(decree, by, seen, at=at)
    for number, one in enumerate(preview.concerned, start=1):
        _carry_out(decree, one, by, at=at)
        if progress is not None:
            progress(number, len(preview.concerned))
    decree.confirmed_at, decree.confirmed_by = at, str(by.account)
    decree.save(update_fields=["confirmed_at", "confirmed_by"])
    _enter("custody.decree_carried_out", decree, by, leave, at=at)
    return len(preview.concerned)


def need_sound_decree(text: DecreeText, establishment: str, *, at: datetime) -> None:
    """Refuse a decree that names nobody, does nothing, or was given tomorrow. Raises BadDecree."""
    if not (text.authority.strip() and text.number.strip() and text.words.strip()):
        raise BadDecree(
            _("the decree does not say who gave it, under which number, or what it says"),
            remedy=_("type all three as they stand in it"),
        )
    if max(len(text.authority), len(text.number)) > _HEAD:
        raise BadDecree(
            _("the authority or the number is too long"), remedy=_("type them as they are printed")
        )
    if not has_come(text.issued_on, establishment, at=at):
        raise BadDecree(
            _("the decree would be given on a day that has not come"), remedy=_("look at the day")
        )
    does = {
        DecreeKind.DAYS: bool(text.days and 0 < text.days <= 36_600 and text.share is None),
        DecreeKind.SHARE: bool(text.share and 0 < text.share <= 1 and text.days is None),
        DecreeKind.RELEASE: text.days is None and text.share is None,
    }
    if not does[DecreeKind(text.kind)]:
        raise BadDecree(
            _("the decree does not say how much it takes off"),
            remedy=_("type a number of days, or a share such as 1/3"),
        )
    codes = [*text.iccs_in, *text.iccs_out]
    if not all(code.isascii() and code.isdigit() and len(code) <= 6 for code in codes):
        raise BadDecree(
            _("a code of a charge has digits alone"),
            remedy=_("type beginnings of codes such as 0401, with a space between them"),
        )
    if set(text.statuses) - set(Status.values):
        raise BadDecree(_("there is no such legal status"), remedy=_("choose from the list"))


def _as_seen(decree: Decree, by: Viewer, seen: str, *, at: datetime) -> Preview:
    """The list as it is now, its files locked, if it is the list that was looked at."""
    text = text_of(decree)
    first = _preview(text, decree, by, at=at)
    for one in sorted(first.concerned, key=lambda one: one.person):
        _hold(one.person, by, at=at)
    preview = _preview(text, decree, by, at=at)
    if preview.seen != seen:
        raise BadDecree(
            _("the list has changed since it was looked at"),
            remedy=_("look at the list as it is now, and confirm that one"),
        )
    return preview


def _preview(text: DecreeText, decree: Decree, by: Viewer, *, at: datetime) -> Preview:
    people = inside(by, decree.establishment, Act.WRITE, at=at)[decree.establishment]
    return preview_of(text, people, decree.establishment, at=at)


def _carry_out(decree: Decree, one: Concerned, by: Viewer, *, at: datetime) -> None:
    holding = _hold(one.person, by, at=at)
    said = f"{decree.authority}, {decree.number}, {decree.issued_on.isoformat()}"
    adjustment = order = None
    if one.days:
        adjustment = writing.put(
            holding, Adjustment(kind=AdjustmentKind.PARDON, days=one.days, reason=said),
            event="custody.adjusted_pardon", happened_at=at,
        )  # fmt: skip
    if decree.kind == DecreeKind.RELEASE:
        order = writing.put(
            holding,
            Order(
                kind=OrderKind.RELEASE, authority=decree.authority, number=decree.number,
                issued_on=decree.issued_on, valid_from=at, reason=decree.words,
            ),
            event="custody.order_registered", happened_at=at,
        )  # fmt: skip
    effect = DecreeEffect(
        decree=decree, authority=decree.authority, number=decree.number,
        issued_on=decree.issued_on, adjustment=adjustment, order=order,
    )  # fmt: skip
    writing.put(holding, effect, event="custody.decree_effect", happened_at=at)


def _hold(person: UUID, by: Viewer, *, at: datetime) -> Holding:
    return hold(person_id=person, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why="")


def _ask(by: Viewer, establishment: str, *, at: datetime) -> Leave:
    return ask(by, Act.WRITE, Compartment.SEN, Subject(None, establishment), at=at)


def _enter(event: str, decree: Decree, by: Viewer, leave: Leave, *, at: datetime) -> None:
    record(
        event=event, by=str(by.account), role=leave.role, place=leave.place, happened_at=at, at=at,
        compartment=Compartment.SEN, table=table_of(decree), row=str(decree.id),
        content=content_of(decree),
    )  # fmt: skip
