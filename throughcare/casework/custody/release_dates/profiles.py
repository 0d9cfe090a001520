"""The profiles that come with the software, read once from rulebooks/release_dates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from throughcare.casework.custody.release_dates.profile import Profile, profile_from

# For a place whose country has no profile: it knows nothing, so every date is asked for by hand.
NONE: Final = "template"


@cache
def all_profiles() -> dict[str, Profile]:
    """Every profile by its code. Raises BadProfile."""
    folder = files("rulebooks").joinpath("release_dates")
    texts = [one for one in folder.iterdir() if one.name.endswith(".yaml")]
    read = [profile_from(yaml.safe_load(one.read_text(encoding="utf-8"))) for one in texts]
    return {one.code: one for one in sorted(read, key=lambda one: one.code)}


def profile_of_zone(zone: str) -> Profile:
    """The profile of the country in which clocks keep this time; else the one that knows nothing.

    A service keeps the time zone of each establishment, and each country here has its own zones.
    """
    found = [one for one in all_profiles().values() if zone in one.zones]
    return found[0] if found else all_profiles()[NONE]
