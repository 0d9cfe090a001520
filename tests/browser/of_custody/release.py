"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.of_custody.held import ADMISSIONS, in_file
from tests.browser.seen import Seen, Way


def _about(rest: str, table: str, key: str = "t.id", also: str = "") -> Way:
    """A page about a row that stands, in a file of the prison of the admissions officer."""
    words = (
        f"SELECT t.person_id, {key} FROM {table} t JOIN people_person p ON p.id = t.person_id "
        "WHERE p.held_at = (SELECT q.establishment FROM access_post q JOIN access_account a "
        f"ON a.id = q.account_id WHERE a.name = 'admissions officer' LIMIT 1) {also} "
        "ORDER BY t.id DESC LIMIT 1"
    )

    def way(house: House) -> str:
        found = house.rows.execute(words).fetchone()
        assert found is not None, f"the demo country has no example: {words}"
        return f"/people/{found[0]}/custody/{rest.replace('ID', str(found[1]))}"

    return way


_WAITS = "AND t.act = 'release' AND t.decided_at IS NULL"
_GOES_ON = "AND t.stood_until IS NULL AND t.left_at IS NULL"
_STANDS = "AND t.stood_until IS NULL AND t.arrived_at IS NULL AND t.kind = 'absence'"

PAGES: dict[str, Seen] = {
    "custody_release": Seen(ADMISSIONS, in_file("/custody/release"), shows=True),
    "release_go": Seen(ADMISSIONS, in_file("/custody/release/go"), shows=True),
    "release_step": Seen(ADMISSIONS, in_file("/custody/release/property"), shows=True),
    "custody_death": Seen(ADMISSIONS, in_file("/custody/death"), shows=True),
    "death_record": Seen(ADMISSIONS, in_file("/custody/death/record"), shows=True),
    "death_step": Seen(ADMISSIONS, in_file("/custody/death/authority"), shows=True),
    "custody_earlier": Seen(ADMISSIONS, in_file("/custody/earlier"), shows=True),
    "entry_strike_out": Seen(
        ADMISSIONS,
        _about("earlier/movement/ID/strike-out", "custody_movement", also=_STANDS),
        shows=True,
    ),
    "stay_propose": Seen(
        ADMISSIONS, _about("stays/ID/correct", "custody_stay", also=_GOES_ON), shows=True
    ),
    "proposal_decide": Seen(
        ADMISSIONS, _about("proposals/ID", "custody_proposal", also=_WAITS), shows=True
    ),
}
NO_PAGE: frozenset[str] = frozenset()
