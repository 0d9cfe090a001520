"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.seen import Seen

PAGES: dict[str, Seen] = {}
NO_PAGE: frozenset[str] = frozenset()
