"""Nobody takes an overdue release off the list alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.due import Due, due
from throughcare.casework.custody.errors import NeedsAnother
from throughcare.casework.custody.sentenced import profile_at, sentenced
from throughcare.casework.people.files import Holding


@contextmanager
def overdue_stays_overdue(holding: Holding, *, seconded: bool = False) -> Iterator[None]:
    """Refuse what is done inside where it takes an overdue release off the list.

    Two people may: then `seconded` is true. Raises NeedsAnother, and nothing has changed.
    """
    before = not seconded and is_overdue(holding)
    yield
    if before and not is_overdue(holding):
        raise NeedsAnother(
            _("this person should be free already, and with this the release would not be due"),
            remedy=_(
                "release the person; or, if the date is wrong, set it by hand with the reason, and "
                "let a second person confirm it"
            ),
        )


def is_overdue(holding: Holding) -> bool:
    """Whether the release of the person is overdue, as known at the moment of the holding."""
    told = sentenced(holding.person.id, known_at=holding.at)
    if told.stay is None or told.stay.left_at is not None:
        return False
    dates = told.dates(profile_at(holding.person.held_at))
    final = told.final(dates)
    if final is None:
        return False
    zone = zone_of(holding.person.held_at)
    return due(final, at=holding.at, zone=zone, hour=dates.hour) is Due.OVERDUE
