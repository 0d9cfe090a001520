"""The pages of custody, a file for each part."""

from __future__ import annotations

from tests.browser.of_custody import (
    dates,
    morning,
    movements,
    orders,
    places,
    printed,
    reception,
    release,
)
from tests.browser.seen import Seen

_PARTS = (orders, reception, places, movements, dates, release, morning, printed)
PAGES: dict[str, Seen] = {name: seen for part in _PARTS for name, seen in part.PAGES.items()}
NO_PAGE = frozenset(name for part in _PARTS for name in part.NO_PAGE)
