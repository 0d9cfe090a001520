"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.of_custody.movements import ADMISSIONS, held
from tests.browser.seen import Seen, Way


def _file(rest: str) -> Way:
    return lambda house: f"/people/{held(house)}{rest}"


PAGES: dict[str, Seen] = {
    "custody_release": Seen(ADMISSIONS, _file("/custody/release"), shows=True),
    "release_go": Seen(ADMISSIONS, _file("/custody/release/go"), shows=True),
    "release_step": Seen(ADMISSIONS, _file("/custody/release/property"), shows=True),
    "custody_death": Seen(ADMISSIONS, _file("/custody/death"), shows=True),
    "death_record": Seen(ADMISSIONS, _file("/custody/death/record"), shows=True),
    "death_step": Seen(ADMISSIONS, _file("/custody/death/authority"), shows=True),
    "custody_earlier": Seen(ADMISSIONS, _file("/custody/earlier"), shows=True),
}
# Met only on the way of a release: tests/browser/test_transfer_release_walk.py goes it.
NO_PAGE: frozenset[str] = frozenset({"entry_strike_out", "stay_propose", "proposal_decide"})
