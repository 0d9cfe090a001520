"""The first two lists of the morning: held without an order, and orders that end soon."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.deadlines import ahead
from throughcare.web.custody.morning.section import Morning, Row, Section, shown
from throughcare.web.custody.orders.shown import RULE, WHY
from throughcare.web.lengths import lasting
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


def held_without(morning: Morning) -> Section | None:
    """Nobody can hide an entry of this list: it is computed from stays and orders."""
    if morning.held is None:
        return None
    return Section(
        key="held-without", title=_("Held without a valid order"), why=RULE,
        rows=rows_of(morning.request, morning.held.without), way="/without-order",
    )  # fmt: skip


def orders_ending(morning: Morning) -> Section | None:
    """Whose orders end within the days of `deadlines.yaml`, and are continued by no other."""
    if morning.held is None:
        return None
    rows = [
        Row(person=one.person_id, rest="/custody/orders", said=_("ordered until"), at=one.ends)
        for one in morning.held.ending
    ]
    return Section(
        key="orders-ending", rows=rows,
        title=_("Order ends within %(days)s days") % {"days": ahead("order_ends_within").days},
        why=_("After that hour the person is held without a ground. Ask the authority in time."),
    )  # fmt: skip


def without_section(request: Request, place: str | None) -> Section:
    """Everybody held without an order, for a page of their own. Raises NotThere, Refused."""
    found = queries.held_without(request.viewer, place, at=request.at)
    rows = rows_of(request, found)
    section = Section(
        key="held-without", title=_("Held without a valid order"), rows=rows, why=RULE
    )
    return shown(request, [section])[0]


def rows_of(request: Request, found: Sequence[queries.HeldWithout]) -> list[Row]:
    """The rows of these people; somebody whose file does not open has no name here."""
    places = names_of_places(one.held_at for one in found)
    return [
        Row(
            person=one.person_id if one.opens else None, rest="/custody/orders", at=one.since,
            said=_("for %(time)s, since") % {"time": lasting(request.at - one.since)},
            label=_("a person held at %(place)s")
            % {"place": f"\u2068{places.get(one.held_at, one.held_at)}\u2069"},
            more=f"{WHY[one.why]}" + (f" (\u2068{one.said}\u2069)" if one.said else ""),
            take=None if one.opens else one.person_id,
        )
        for one in found
    ]  # fmt: skip
