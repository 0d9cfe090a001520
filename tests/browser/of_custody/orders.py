"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Any

from tests.browser.house import House
from tests.browser.seen import Seen, Way

_ADMISSIONS = "admissions_officer"
# Somebody held where the admissions officer works, with a row of the table that stands.
_STANDING = (
    "SELECT t.person_id, t.id FROM {table} t JOIN people_person p ON p.id = t.person_id "
    "WHERE t.stood_until IS NULL AND p.held_at = (SELECT q.establishment FROM access_post q "
    "JOIN access_account a ON a.id = q.account_id WHERE a.name = 'admissions officer' LIMIT 1) "
    "ORDER BY t.id LIMIT 1"
)
_SOMEBODY = (
    "SELECT p.id FROM people_person p WHERE p.held_at = (SELECT q.establishment FROM access_post q "
    "JOIN access_account a ON a.id = q.account_id WHERE a.name = 'admissions officer' LIMIT 1) "
    "ORDER BY p.id LIMIT 1"
)


def _standing(house: House, table: str) -> tuple[Any, Any]:
    """A person and a row of theirs; one is written where the country has none."""
    words = _STANDING.format(table=table)
    found = house.rows.execute(words).fetchone()
    if found is None:
        _write_down(house, table)
        found = house.rows.execute(words).fetchone()
    assert found is not None, f"the demo country has no row of {table}"
    return found[0], found[1]


def _write_down(house: House, table: str) -> None:
    """A row as an action would have written it, for a country without histories."""
    more = {
        "custody_order": "kind, authority, number, issued_on, valid_from, reason, named) VALUES "
        "(%s, %s, now(), '1', 'remand', 'Court', 'B 1', now(), now() - interval '1 day', '', ''",
        "custody_charge": "iccs, words) VALUES (%s, %s, now(), '1', '0502', 'theft'",
        "custody_legalstatus": "value, since) VALUES (%s, %s, now(), '1', 'untried', now()",
    }[table]
    key, person = house.one("SELECT gen_random_uuid()"), house.one(_SOMEBODY)
    house.rows.execute(
        f"INSERT INTO {table} (id, person_id, recorded_at, recorded_by, {more})", [key, person]
    )
    house.rows.commit()


def _of_person(rest: str, table: str) -> Way:
    def way(house: House) -> str:
        person, row = _standing(house, table)
        return f"/people/{person}/custody{rest}".replace("ID", str(row))

    return way


_ORDER, _CHARGE, _STATUS = "custody_order", "custody_charge", "custody_legalstatus"
_FILES = {
    "custody": ("", _ORDER),
    "custody_orders": ("/orders", _ORDER),
    "order_new": ("/orders/new", _ORDER),
    "order_correct": ("/orders/ID/correct", _ORDER),
    "order_strike_out": ("/orders/ID/strike-out", _ORDER),
    "charge_new": ("/charges/new", _CHARGE),
    "charge_correct": ("/charges/ID/correct", _CHARGE),
    "charge_strike_out": ("/charges/ID/strike-out", _CHARGE),
    "status_new": ("/status/new", _STATUS),
    "status_correct": ("/status/ID/correct", _STATUS),
    "status_strike_out": ("/status/ID/strike-out", _STATUS),
}
PAGES: dict[str, Seen] = {
    **{
        name: Seen(_ADMISSIONS, _of_person(rest, table), shows=True)
        for name, (rest, table) in _FILES.items()
    },
    "held_without": Seen("prison_director", lambda _house: "/without-order", shows=True),
}
NO_PAGE: frozenset[str] = frozenset({"take_case"})
