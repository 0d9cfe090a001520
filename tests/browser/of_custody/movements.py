"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen, Way

ADMISSIONS = "admissions_officer"

# Somebody in custody in the prison of the demo's reception; a file there where nobody is.
_HELD = """
    SELECT p.id FROM people_person p LEFT JOIN custody_stay s ON s.person_id = p.id
        AND s.stood_until IS NULL
    LEFT JOIN custody_movement m ON m.person_id = p.id AND m.stood_until IS NULL
    WHERE p.held_at IN (SELECT t.establishment FROM access_post t
            JOIN access_account a ON a.id = t.account_id WHERE a.name = 'admissions officer')
        AND NOT EXISTS (SELECT FROM people_merge g WHERE g.merged_id = p.id)
    ORDER BY (s.id IS NOT NULL AND s.left_at IS NULL) DESC, (m.id IS NOT NULL) DESC, p.id LIMIT 1
"""


def held(house: House) -> object:
    """A file to look at: in custody, and moved before, where the country has such a one."""
    return house.one(_HELD)


def _file(rest: str) -> Way:
    return lambda house: f"/people/{held(house)}{rest}"


PAGES: dict[str, Seen] = {
    "custody_movements": Seen(ADMISSIONS, _file("/custody/movements"), shows=True),
    "movement_leave": Seen(ADMISSIONS, _file("/custody/movements/leave"), shows=True),
    "movement_return": Seen(ADMISSIONS, _file("/custody/movements/return"), shows=True),
    "movement_escape": Seen(ADMISSIONS, _file("/custody/movements/escape"), shows=True),
    "transfer": Seen(ADMISSIONS, _file("/transfer"), shows=True),
    "transfer_depart": Seen(ADMISSIONS, _file("/transfer/depart"), shows=True),
    "transfer_step": Seen(ADMISSIONS, _file("/transfer/handover"), shows=True),
    "movements_here": Seen(ADMISSIONS, lambda _house: "/movements", shows=True),
}
# Met only on the way of a transfer: tests/browser/test_transfer_release_walk.py goes it.
NO_PAGE: frozenset[str] = frozenset({"movement_correct", "arrival"})
