"""The pages of the day of a unit, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen

_DIRECTOR = "prison_director"
_PRISON = (
    "SELECT q.establishment FROM access_post q JOIN access_account a ON a.id = q.account_id "
    "WHERE a.name = 'prison director' LIMIT 1"
)


def prison(house: House) -> str:
    """Where the accounts of the demo work."""
    return str(house.one(_PRISON))


def _day(house: House) -> str:
    return f"/separation/{prison(house)}/day"


PAGES: dict[str, Seen] = {
    "unit_day": Seen("security_officer", _day, shows=True),
    "unit_day_of_a_nurse": Seen("physician_nurse", _day, shows=True),
    "unit_day_of_a_director": Seen(_DIRECTOR, _day, shows=True),
    "day_conflicts": Seen(_DIRECTOR, lambda _house: "/separation/conflicts", shows=True),
}
# The worker is a script; the entries of a device are answered in JSON.
NO_PAGE = frozenset({"day_worker", "day_entries"})
