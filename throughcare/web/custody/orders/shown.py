"""Orders in words: one line, how long something lasts, why no order is in force."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.queries import Order, Why
from throughcare.casework.custody.terms import OrderKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WHY: Final[dict[Why, StrOrPromise]] = {
    Why.NEVER: gettext_lazy("no order was ever registered for this stay"),
    Why.EXPIRED: gettext_lazy("the last order has expired"),
    Why.STRUCK_OUT: gettext_lazy("the order was struck out"),
}
RULE: Final = gettext_lazy(
    "Nobody shall be received or held in prison without a valid order (Nelson Mandela Rule 7). An "
    "entry leaves this list only when a valid order is registered or the person is released."
)


def order_line(order: Order) -> str:
    """Kind, number and authority, each in its own direction."""
    kind = OrderKind(order.kind).label
    return f"{kind} \u2068{order.number}\u2069, \u2068{order.authority}\u2069"


def moment_shown(moment: datetime) -> str:
    """Day and hour by the clock of the place."""
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def ends_shown(ends: datetime | None) -> str:
    """An end, or that there is none."""
    return moment_shown(ends) if ends else _("without an end")
