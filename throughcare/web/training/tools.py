"""The tools that assessors are certified for: those of the instruments at hand."""

from __future__ import annotations

from collections.abc import Mapping

from throughcare.casework.assessment.tools import tools as instruments


def tools() -> Mapping[str, int]:
    """For how many days a certificate for each tool holds.

    Versions of one tool may say it differently: then the fewest days count.
    """
    found: dict[str, int] = {}
    for one in instruments():
        tool, days = one.training.tool, one.training.valid_days
        found[tool] = min(days, found.get(tool, days))
    return found


def language_of(certificate: str) -> str:
    """The language in which a tool is named on certificates; "" where the house has it not."""
    named = (one.language for one in instruments() if one.training.tool == certificate)
    return next(named, "")
