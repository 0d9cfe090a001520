"""The first two lists of the morning: held without an order, and orders that end soon."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.deadlines import ahead
from throughcare.web.custody.morning.section import Row, Section, lines_by_id, open_to, rows_of
from throughcare.web.custody.orders.shown import RULE, WHY
from throughcare.web.lengths import lasting
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


def held_without(request: Request, place: str | None) -> Section | None:
    """Nobody can hide an entry of this list: it is computed from stays and orders."""
    rows = open_to(lambda: without_rows(request, place))
    if rows is None:
        return None
    return Section(
        key="held-without", title=_("Held without a valid order"), rows=rows, why=RULE,
        way="/without-order",
    )  # fmt: skip


def orders_ending(request: Request, place: str | None) -> Section | None:
    """Whose orders end within the days of `deadlines.yaml`, and are continued by no other."""
    found = open_to(lambda: queries.orders_ending(request.viewer, place, at=request.at))
    if found is None:
        return None
    rows = rows_of(
        request, [(one.person_id, _("ordered until"), one.ends) for one in found],
        rest="/custody/orders",
    )  # fmt: skip
    return Section(
        key="orders-ending", rows=rows,
        title=_("Order ends within %(days)s days") % {"days": ahead("order_ends_within").days},
        why=_("After that hour the person is held without a ground. Ask the authority in time."),
    )  # fmt: skip


def without_rows(request: Request, place: str | None) -> list[Row]:
    """The rows of everybody held without an order. Raises NotThere, Refused."""
    found = queries.held_without(request.viewer, place, at=request.at)
    lines = lines_by_id(request, [one.person_id for one in found if one.opens])
    places = names_of_places(one.held_at for one in found)
    rows = []
    for one in found:
        since = lasting(request.at - one.since)
        rows.append(
            Row(
                said=_("for %(time)s, since") % {"time": since},
                at=one.since,
                line=lines.get(one.person_id),
                label=_("a person held at %(place)s")
                % {"place": f"\u2068{places.get(one.held_at, one.held_at)}\u2069"},
                way=f"/people/{one.person_id}/custody/orders" if one.opens else "",
                more=f"{WHY[one.why]}" + (f" (\u2068{one.said}\u2069)" if one.said else ""),
                take=None if one.opens else one.person_id,
            )
        )
    return rows
