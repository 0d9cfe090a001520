"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.seen import Seen

PAGES: dict[str, Seen] = {
    "morning": Seen("prison_director", lambda _house: "/morning", shows=True),
}
NO_PAGE: frozenset[str] = frozenset()
