"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen, Way

_HELD = (
    "SELECT s.person_id FROM custody_stay s JOIN people_person p ON p.id = s.person_id "
    "WHERE s.stood_until IS NULL AND s.left_at IS NULL AND p.held_at = %s "
    "ORDER BY s.admitted_at DESC, s.person_id LIMIT 1"
)
_ANYBODY = "SELECT id FROM people_person WHERE held_at = %s ORDER BY id DESC LIMIT 1"
_WRITTEN = (
    "SELECT e.person_id, e.kind, e.id FROM custody_step e JOIN custody_stay s ON s.id = e.stay_id "
    "JOIN people_person p ON p.id = e.person_id WHERE e.stood_until IS NULL "
    "AND e.stage = 'reception' AND e.kind = 'needs' AND s.stood_until IS NULL "
    "AND s.left_at IS NULL AND p.held_at = %s ORDER BY e.id DESC LIMIT 1"
)
_HERE = (
    "SELECT p.establishment FROM access_post p JOIN access_account a ON a.id = p.account_id "
    "WHERE a.name = 'admissions officer' LIMIT 1"
)


def _walk(step: str = "") -> Way:
    """The reception of the last who was received here; without anybody, of a file here."""

    def way(house: House) -> str:
        here = house.one(_HERE)
        found = house.rows.execute(_HELD, [here]).fetchone()
        person = found[0] if found else house.one(_ANYBODY, here)
        return f"/people/{person}/custody/reception{step}"

    return way


def _correct(house: House) -> str:
    """A step that was written here; without any, the reception."""
    found = house.rows.execute(_WRITTEN, [house.one(_HERE)]).fetchone()
    if found is None:
        return _walk()(house)
    return f"/people/{found[0]}/custody/reception/{found[1]}/{found[2]}/correct"


def _told(rest: str, words: str) -> Way:
    """The page of somebody of whom a step of this kind tells."""
    asked = (
        "SELECT e.person_id FROM custody_step e JOIN people_person p ON p.id = e.person_id "
        f"WHERE e.stood_until IS NULL AND p.held_at = %s AND {words} ORDER BY e.id DESC LIMIT 1"
    )
    return lambda house: f"/people/{house.one(asked, house.one(_HERE))}/custody/reception{rest}"


_OFFICER = "admissions_officer"

PAGES: dict[str, Seen] = {
    "reception_new": Seen(_OFFICER, lambda _house: "/reception/new"),
    "reception_waiting": Seen(_OFFICER, lambda _house: "/reception", shows=True),
    "custody_reception": Seen(_OFFICER, _walk(), shows=True),
    "custody_reception_legality": Seen(_OFFICER, _walk("/legality"), shows=True),
    "custody_reception_identity": Seen(_OFFICER, _walk("/identity"), shows=True),
    "custody_reception_age": Seen(_OFFICER, _walk("/age"), shows=True),
    "custody_reception_place": Seen(_OFFICER, _walk("/place"), shows=True),
    "custody_reception_step": Seen(_OFFICER, _walk("/injuries"), shows=True),
    "custody_reception_age_disputed": Seen(
        _OFFICER, _told("/age", "e.kind = 'age' AND e.value->>'disputed' = 'true'"), shows=True
    ),
    "custody_reception_injured": Seen(
        "physician_nurse",
        _told("", "e.kind = 'injuries' AND jsonb_array_length(e.value->'marks') > 3"),
        shows=True,
    ),
    "custody_reception_correct": Seen(_OFFICER, _correct, shows=True),
}
NO_PAGE: frozenset[str] = frozenset()
