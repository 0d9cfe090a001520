"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The known name most like the given one; None if none is alike."""
    found = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """A remedy: the nearest name as a question, or what to do where none is alike."""
    found = nearest(name, names)
    return f"did you mean '{found}'? If not: {otherwise}" if found else otherwise
