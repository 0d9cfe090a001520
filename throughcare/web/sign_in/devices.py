"""A device in a few words, from what its browser says of itself. Rough: browsers pretend."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

# In this order: each of the later ones is also named by the earlier.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_words(agent: str) -> str:
    """Browser and system, such as "Firefox, Windows"."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), _("unknown browser"))
    system = next((name for mark, name in _SYSTEMS if mark in agent), _("unknown system"))
    return f"{browser}, {system}"
