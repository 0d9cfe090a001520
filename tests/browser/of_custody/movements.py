"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.of_custody.held import ADMISSIONS, in_file
from tests.browser.seen import Seen, Way

_HERE = (
    "(SELECT t.establishment FROM access_post t JOIN access_account a ON a.id = t.account_id "
    "WHERE a.name = 'admissions officer' LIMIT 1)"
)


def _correct(house: House) -> str:
    """A temporary absence here that goes on, and is late."""
    words = (
        "SELECT m.person_id, m.id FROM custody_movement m JOIN people_person p "
        "ON p.id = m.person_id WHERE m.stood_until IS NULL AND m.kind = 'absence' "
        f"AND m.arrived_at IS NULL AND m.expected_at < now() AND p.held_at = {_HERE} LIMIT 1"
    )
    found = house.rows.execute(words).fetchone()
    assert found is not None, "the demo country has nobody who is late"
    return f"/people/{found[0]}/custody/movements/{found[1]}/correct"


def _on_the_way(where: str) -> Way:
    """Somebody who left for another prison and is not there yet."""

    def way(house: House) -> str:
        side = "to_place" if where == "/arrivals/ID" else "from_place"
        words = (
            "SELECT person_id FROM custody_movement WHERE stood_until IS NULL AND kind = 'transfer'"
            f" AND arrived_at IS NULL AND {side} = {_HERE} LIMIT 1"
        )
        return where.replace("ID", str(house.one(words)))

    return way


PAGES: dict[str, Seen] = {
    "custody_movements": Seen(ADMISSIONS, in_file("/custody/movements"), shows=True),
    "movement_leave": Seen(ADMISSIONS, in_file("/custody/movements/leave"), shows=True),
    "movement_return": Seen(ADMISSIONS, in_file("/custody/movements/return"), shows=True),
    "movement_escape": Seen(ADMISSIONS, in_file("/custody/movements/escape"), shows=True),
    "movement_correct": Seen(ADMISSIONS, _correct, shows=True),
    "transfer": Seen(ADMISSIONS, in_file("/transfer"), shows=True),
    "transfer_under_way": Seen(ADMISSIONS, _on_the_way("/people/ID/transfer"), shows=True),
    "transfer_depart": Seen(ADMISSIONS, in_file("/transfer/depart"), shows=True),
    "transfer_step": Seen(ADMISSIONS, in_file("/transfer/handover"), shows=True),
    "movements_here": Seen(ADMISSIONS, lambda _house: "/movements", shows=True),
    "arrival": Seen(ADMISSIONS, _on_the_way("/arrivals/ID"), shows=True),
}
NO_PAGE: frozenset[str] = frozenset()
