"""Bad instruments: each is ours with one small change, and the sentence that refuses it.

What is changed; the text taken out; the text put in; a text on the line that the answer must name;
what is said; a part of what to do.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.casework.assessment.instruments.conftest import TEXT


class Bad(NamedTuple):
    """One bad instrument and its answer."""

    change: str
    old: str
    new: str
    at: str
    said: str
    remedy: str


def part(first: str, after: str) -> str:
    """Our instrument from one line up to another."""
    begin = TEXT.index(f"\n{first}") + 1
    return TEXT[begin : TEXT.index(f"\n{after}", begin) + 1]
