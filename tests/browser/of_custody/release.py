"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.of_custody.held import ADMISSIONS, in_file
from tests.browser.seen import Seen

PAGES: dict[str, Seen] = {
    "custody_release": Seen(ADMISSIONS, in_file("/custody/release"), shows=True),
    "release_go": Seen(ADMISSIONS, in_file("/custody/release/go"), shows=True),
    "release_step": Seen(ADMISSIONS, in_file("/custody/release/property"), shows=True),
    "custody_death": Seen(ADMISSIONS, in_file("/custody/death"), shows=True),
    "death_record": Seen(ADMISSIONS, in_file("/custody/death/record"), shows=True),
    "death_step": Seen(ADMISSIONS, in_file("/custody/death/authority"), shows=True),
    "custody_earlier": Seen(ADMISSIONS, in_file("/custody/earlier"), shows=True),
}
# Met only on the way of a release: tests/browser/test_transfer_release_walk.py goes it.
NO_PAGE: frozenset[str] = frozenset({"entry_strike_out", "stay_propose", "proposal_decide"})
