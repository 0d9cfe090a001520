"""What a restriction may be, and for how long. Behind the wall; asks nobody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from standards.durations import Duration
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.files import Holding
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.safety.measure_errors import (
    BadRestriction,
    ForbiddenRestriction,
    RestrictionTooLong,
)
from throughcare.casework.safety.measure_terms import (
    MEANS,
    SCOPES,
    RestrictionGround,
    RestrictionKind,
    Scope,
)
from throughcare.casework.safety.models import Restriction
from throughcare.casework.safety.ruled import after, length_of, words_of
from throughcare.casework.safety.terms import AuthorityRole

# What limits contact with the family, all of it or a part.
OF_FAMILY: Final = frozenset(
    {Scope.FAMILY_LIMITED, Scope.FAMILY_BARRED, Scope.CHILDREN_BARRED, *MEANS}
)
_BAN, _LIMIT, _FOOD, _CHILDREN, _HEALTH = (
    "nmr-43-3-ban", "nmr-43-3-limit", "nmr-43-1-d-diet", "br-23", "nmr-46-1-role"
)  # fmt: skip
_FEMALE: Final = "female"

Span = tuple[datetime, datetime | None]


def ends(row: Restriction) -> datetime | None:
    """When the restriction ends: by itself, or by somebody's word before that."""
    return min((one for one in (row.ended_at, row.end_at) if one is not None), default=None)


def runs_at(row: Restriction, moment: datetime) -> bool:
    """Whether it holds at the moment. Past its end it does not, whatever was written."""
    over = ends(row)
    return row.since <= moment and (over is None or moment < over)


def need_allowed(person_id: UUID, scope: str, ground: str, role: str, *, at: datetime) -> None:
    """Refuse what no rule lets anybody order. Raises ForbiddenRestriction."""
    if scope == Scope.FAMILY_BARRED:
        _refuse(_BAN, _("limit a means of contact for a set time, and leave the others open"))
    if scope == Scope.FOOD_OR_WATER:
        _refuse(_FOOD, _("food and water stay as they are for everybody"))
    if scope == Scope.CHILDREN_BARRED and ground == RestrictionGround.SANCTION:
        woman = known_person(person_id, known_at=at).sex == _FEMALE
        _refuse(_CHILDREN if woman else _BAN, _("choose another sanction of the list"))
    if role == AuthorityRole.HEALTH_STAFF:
        _refuse(_HEALTH, _("let the director decide; health staff may advise"))


def need_sound_restriction(
    kind: str, scope: str, since: datetime, end_at: datetime, review_at: datetime, *,
    at: datetime,
) -> None:  # fmt: skip
    """Refuse what is of another kind, or whose days make no sense. Raises BadRestriction."""
    if kind not in RestrictionKind.values or scope not in SCOPES[kind]:
        raise BadRestriction(
            _("this restriction is not of the list, or of another kind"),
            remedy=_("choose the kind first, then what is restricted"),
        )
    if end_at <= max(since, at):
        raise BadRestriction(
            _("the restriction would be over already"),
            remedy=_("give a later end; what is over is written down as it was"),
        )
    if not since <= review_at <= end_at:
        raise BadRestriction(
            _("a restriction is reviewed while it runs"),
            remedy=_("give a day of review between its beginning and its end"),
        )


def need_some_contact(
    person_id: UUID, scope: str, since: datetime, end_at: datetime, *, at: datetime
) -> None:
    """Refuse to bar the last means of contact with the family. Raises ForbiddenRestriction."""
    if scope not in MEANS:
        return
    others = [one for one in MEANS if one != scope]
    barred = [[_span(row) for row in _standing(person_id, [one], at)] for one in others]
    new: Span = (since, end_at)
    if any(meet(meet(new, one), other) for one in barred[0] for other in barred[1]):
        _refuse(_BAN, _("visits, calls and letters would all be barred at once: leave one of them"))


def need_not_too_long(holding: Holding, scope: str, since: datetime, end_at: datetime) -> None:
    """Refuse to limit contact with the family beyond the rule, earlier limits counted with it.

    Raises RestrictionTooLong.
    """
    if scope not in OF_FAMILY:
        return
    zone, today = str(zone_of(holding.person.held_at)), holding.at.date()
    rows = _standing(holding.person.id, sorted(OF_FAMILY), holding.at)
    gap = length_of(_LIMIT, "merge_gap", today)
    begins, over = _joined((since, end_at), [_span(row) for row in rows], gap, zone)
    last = after(begins, length_of(_LIMIT, "limit", today), zone)
    if over > last:
        said = {
            "rule": words_of(_LIMIT), "begins": begins.isoformat(" ", "minutes"),
            "last": last.isoformat(" ", "minutes"),
        }  # fmt: skip
        raise RestrictionTooLong(
            _("%(rule)s Counted from %(begins)s it may last until %(last)s.") % said,
            remedy=_("give an earlier end"),
        )


def _joined(
    new: tuple[datetime, datetime], spans: Iterable[Span], gap: Duration, zone: str
) -> tuple[datetime, datetime]:
    """The new time with all that it joins, as the rule joins what has a short gap between."""
    begins, over = new
    left = list(spans)
    while True:
        near = [
            (start, end) for start, end in left
            if start <= after(over, gap, zone)
            and (end is None or after(end, gap, zone) >= begins)
        ]  # fmt: skip
        if not near:
            return begins, over
        left = [one for one in left if one not in near]
        begins = min(begins, *(start for start, _end in near))
        over = max(over, *(end or over for _start, end in near))


def _standing(person_id: UUID, scopes: Iterable[str], at: datetime) -> list[Restriction]:
    rows = rows_of(Restriction, person_id, known_at=at).filter(scope__in=list(scopes))
    return list(rows.order_by("since", "id"))


def _span(row: Restriction) -> Span:
    return row.since, ends(row)


def meet(one: Span | None, other: Span) -> Span | None:
    """While both hold; None where never."""
    if one is None:
        return None
    begins = max(one[0], other[0])
    over = min((end for end in (one[1], other[1]) if end is not None), default=None)
    return (begins, over) if over is None or begins < over else None


def _refuse(rule: str, remedy: str) -> None:
    raise ForbiddenRestriction(words_of(rule), remedy=remedy)
