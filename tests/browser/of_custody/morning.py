"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen


def _later(house: House) -> str:
    place = house.one(
        "SELECT establishment FROM access_post WHERE role = 'prison_director' LIMIT 1"
    )
    return f"/morning/sharing?at={place}"


PAGES: dict[str, Seen] = {
    "morning_lists": Seen("prison_director", lambda _house: "/morning/lists", shows=True),
    "morning_later": Seen("prison_director", _later, shows=True),
}
NO_PAGE: frozenset[str] = frozenset()
