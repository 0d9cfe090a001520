"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.of_custody.held import ADMISSIONS, in_file
from tests.browser.seen import Seen

PAGES: dict[str, Seen] = {
    "custody_movements": Seen(ADMISSIONS, in_file("/custody/movements"), shows=True),
    "movement_leave": Seen(ADMISSIONS, in_file("/custody/movements/leave"), shows=True),
    "movement_return": Seen(ADMISSIONS, in_file("/custody/movements/return"), shows=True),
    "movement_escape": Seen(ADMISSIONS, in_file("/custody/movements/escape"), shows=True),
    "transfer": Seen(ADMISSIONS, in_file("/transfer"), shows=True),
    "transfer_depart": Seen(ADMISSIONS, in_file("/transfer/depart"), shows=True),
    "transfer_step": Seen(ADMISSIONS, in_file("/transfer/handover"), shows=True),
    "movements_here": Seen(ADMISSIONS, lambda _house: "/movements", shows=True),
}
# Met only on the way of a transfer: tests/browser/test_transfer_release_walk.py goes it.
NO_PAGE: frozenset[str] = frozenset({"movement_correct", "arrival"})
