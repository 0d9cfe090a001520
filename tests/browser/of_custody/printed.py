"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen, Way


def _received(rest: str) -> Way:
    """In the file of somebody who was received at the visitors' prison, belongings and all."""

    def way(house: House) -> str:
        found = house.one(
            "SELECT s.person_id FROM custody_step s JOIN people_person p ON p.id = s.person_id "
            "WHERE s.kind = 'property' AND s.stood_until IS NULL AND p.held_at = "
            "(SELECT establishment FROM access_post WHERE account_id = "
            "(SELECT id FROM access_account WHERE name = 'admissions officer')) "
            "ORDER BY s.happened_at LIMIT 1"
        )
        return f"/people/{found}/custody/printed{rest}"

    return way


_OFFICER = "admissions_officer"
PAGES: dict[str, Seen] = {
    "printed": Seen(_OFFICER, _received(""), shows=True),
    "printed_paper": Seen(_OFFICER, _received("/reception?language=fr"), shows=True, spoken="fr"),
}
# A file for the printer, and no page to be read.
NO_PAGE: frozenset[str] = frozenset({"printed_pdf"})
