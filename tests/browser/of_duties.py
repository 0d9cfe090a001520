"""The pages of duties on a file and of the morning, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen, Way

_ADMISSIONS, _DIRECTOR = "admissions_officer", "prison_director"
# Somebody held where the officer works, of whose admission the grounds were never written: a grave
# breach that stands.
_BROKEN = (
    "SELECT f.person_id FROM duties_keptfinding f JOIN people_person p ON p.id = f.person_id "
    "WHERE p.held_at = (SELECT q.establishment FROM access_post q "
    "JOIN access_account a ON a.id = q.account_id WHERE a.name = 'admissions officer' LIMIT 1) "
    "AND f.rule = 'nmr-7-b' AND f.status = 'breached' AND f.until IS NULL "
    "ORDER BY f.person_id LIMIT 1"
)


def _file(rest: str) -> Way:
    return lambda house: f"/people/{house.one(_BROKEN)}/duties{rest}"


def _known(house: House) -> str:
    return f"/people/{house.one(_BROKEN)}/duties/nmr-7-b?known=2026-01-01T10:00"


PAGES: dict[str, Seen] = {
    "morning": Seen(_DIRECTOR, lambda _house: "/morning", shows=True),
    "morning_of_an_officer": Seen(
        _ADMISSIONS, lambda _house: "/morning?mine=1&by=kind", shows=True
    ),
    "person_duties": Seen(_ADMISSIONS, _file(""), shows=True),
    "duty_why": Seen(_ADMISSIONS, _file("/nmr-7-b"), shows=True),
    "duty_why_known": Seen(_ADMISSIONS, _known, shows=True),
    "duty_review": Seen(_ADMISSIONS, _file("/nmr-7-b/review"), shows=True),
}
