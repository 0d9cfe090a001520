"""A file to look at in several parts: in custody, and moved before where there is such a one."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.seen import Way

ADMISSIONS: Final = "admissions_officer"

# Somebody in custody in the prison of the demo's reception; a file there where nobody is.
_HELD: Final = """
    SELECT p.id FROM people_person p LEFT JOIN custody_stay s ON s.person_id = p.id
        AND s.stood_until IS NULL
    LEFT JOIN custody_movement m ON m.person_id = p.id AND m.stood_until IS NULL
    WHERE p.held_at IN (SELECT t.establishment FROM access_post t
            JOIN access_account a ON a.id = t.account_id WHERE a.name = 'admissions officer')
        AND NOT EXISTS (SELECT FROM people_merge g WHERE g.merged_id = p.id)
    ORDER BY (s.id IS NOT NULL AND s.left_at IS NULL) DESC, (m.id IS NOT NULL) DESC, p.id LIMIT 1
"""


def in_file(rest: str) -> Way:
    """The way to a page in that file."""

    def way(house: House) -> str:
        return f"/people/{house.one(_HELD)}{rest}"

    return way
