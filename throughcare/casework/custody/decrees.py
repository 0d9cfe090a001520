"""Whom a decree of pardon concerns, and what it would change. Behind the wall; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from math import ceil
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Lower

from throughcare.casework.custody.calendar import today_at
from throughcare.casework.custody.models import Charge, Decree, DecreeEffect, LegalStatus
from throughcare.casework.custody.release_dates import Change, ChangeKind, Profile
from throughcare.casework.custody.sentenced import Sentenced, all_sentenced, profile_at
from throughcare.casework.custody.terms import DecreeKind
from throughcare.casework.people.files import parts_by_whole
from throughcare.casework.rows.record import known


@dataclass(frozen=True, slots=True, kw_only=True)
class DecreeText:
    """What a decree says: who gave it, what it does, and for whom.

    `days` for DAYS, `share` of what is left to serve for SHARE. `iccs_in` and `iccs_out` are
    beginnings of codes of charges; an empty `iccs_in` and empty `statuses` mean any.
    """

    authority: str
    number: str
    issued_on: date
    words: str
    kind: DecreeKind
    days: int | None = None
    share: Fraction | None = None
    iccs_in: Sequence[str] = ()
    iccs_out: Sequence[str] = ()
    statuses: Sequence[str] = ()


class Reason(StrEnum):
    """Why somebody is not concerned; a human being may still decide otherwise, by hand."""

    DONE = "done"
    STATUS = "status"
    STATUS_UNKNOWN = "status_unknown"
    CHARGE = "charge"
    CHARGES_UNKNOWN = "charges_unknown"
    NO_DATE = "no_date"
    BY_HAND = "by_hand"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """One person whom the decree changes: the day of release before and after, and by how much.

    `before` is None where no day is known and the decree orders release all the same.
    """

    person: UUID
    before: date | None
    after: date
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotConcerned:
    """One person whom the decree leaves as before, and why."""

    person: UUID
    reason: Reason


@dataclass(slots=True, kw_only=True)
class Preview:
    """What would change. `seen` names exactly this list."""

    concerned: list[Concerned] = field(default_factory=list)
    others: list[NotConcerned] = field(default_factory=list)

    @property
    def seen(self) -> str:
        """A digest of the list, so that nobody confirms another one than the one looked at."""
        lines = [f"{one.person} {one.before} {one.after} {one.days}" for one in self.concerned]
        return sha256("\n".join(sorted(lines)).encode()).hexdigest()


def text_of(decree: Decree) -> DecreeText:
    """What a decree that was laid down says."""
    share = Fraction(decree.share_of, decree.share_by) if decree.share_of else None
    return DecreeText(
        authority=decree.authority, number=decree.number, issued_on=decree.issued_on,
        words=decree.words, kind=DecreeKind(decree.kind), days=decree.days, share=share,
        iccs_in=tuple(decree.iccs_in), iccs_out=tuple(decree.iccs_out),
        statuses=tuple(decree.statuses),
    )  # fmt: skip


def preview_of(
    text: DecreeText, people: Sequence[UUID], establishment: str, *, at: datetime
) -> Preview:
    """What the decree would do today for these people held at the establishment."""
    whole_of = parts_by_whole(list(people))
    told = all_sentenced(people, known_at=at)
    statuses = _statuses(whole_of, at=at)
    charges = _charges(whole_of, at=at)
    done = _done(text, whole_of)
    profile = profile_at(establishment)
    today = today_at(establishment, at=at)
    preview = Preview()
    for person in people:
        reason = _outside(text, person, statuses, charges, done)
        change = reason or _change(text, told[person], profile, today)
        if isinstance(change, Reason):
            preview.others.append(NotConcerned(person=person, reason=change))
        else:
            before, after, days = change
            preview.concerned.append(
                Concerned(person=person, before=before, after=after, days=days)
            )
    return preview


def _outside(
    text: DecreeText, person: UUID, statuses: Mapping[UUID, str],
    charges: Mapping[UUID, Sequence[str]], done: Iterable[UUID],
) -> Reason | None:  # fmt: skip
    """Why the decree does not name the person, or None. A charge not known is not guessed."""
    if person in done:
        return Reason.DONE
    if text.statuses:
        if person not in statuses:
            return Reason.STATUS_UNKNOWN
        if statuses[person] not in text.statuses:
            return Reason.STATUS
    if not (text.iccs_in or text.iccs_out):
        return None
    codes = charges.get(person, ())
    if not codes or not all(codes):
        return Reason.CHARGES_UNKNOWN
    if any(code.startswith(tuple(text.iccs_out)) for code in codes):
        return Reason.CHARGE
    if text.iccs_in and not all(code.startswith(tuple(text.iccs_in)) for code in codes):
        return Reason.CHARGE
    return None


def _change(
    text: DecreeText, told: Sentenced, profile: Profile, today: date
) -> Reason | tuple[date | None, date, int]:
    """The day before and after, and the days taken off; or why nothing changes."""
    computed = told.dates(profile).final
    before = told.final(told.dates(profile))
    left = (before - today).days if before else 0
    if text.kind is DecreeKind.RELEASE:
        return before, today, max(0, left)
    if before is None or computed is None:
        return Reason.NO_DATE
    if told.by_hand and before != computed:
        return Reason.BY_HAND
    if left <= 0:
        return Reason.NOTHING_LEFT
    days = _days(text, left)
    pardon = Change(kind=ChangeKind.PARDON, days=days)
    changed = Sentenced(terms=told.terms, changes=[*told.changes, pardon])
    after = changed.dates(profile).final or before - timedelta(days=days)
    return before, after, days


def _days(text: DecreeText, left: int) -> int:
    """Days to take off; of a share, a part of a day counts as a day for the person."""
    if text.kind is DecreeKind.SHARE:
        return ceil((text.share or Fraction(0)) * left)
    return text.days or 0


def _statuses(whole_of: Mapping[UUID, UUID], *, at: datetime) -> dict[UUID, str]:
    holds = (Q(until=None) | Q(until__gt=at)) & Q(since__lte=at)
    rows = LegalStatus.objects.filter(known(at), holds, person__in=list(whole_of))
    return {whole_of[row.person_id]: row.value for row in rows.order_by("since", "id")}


def _charges(whole_of: Mapping[UUID, UUID], *, at: datetime) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for row in Charge.objects.filter(known(at), person__in=list(whole_of)):
        found.setdefault(whole_of[row.person_id], []).append(row.iccs)
    return found


def _done(text: DecreeText, whole_of: Mapping[UUID, UUID]) -> set[UUID]:
    """For whom the same decree was carried out already, in any proposal of it."""
    rows = DecreeEffect.objects.alias(who=Lower("authority"), which=Lower("number")).filter(
        stood_until=None, person__in=list(whole_of), issued_on=text.issued_on,
        who=text.authority.strip().lower(), which=text.number.strip().lower(),
    )  # fmt: skip
    return {whole_of[one] for one in rows.values_list("person", flat=True)}
