"""The nearest known word to a misspelt one, for messages that help at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SHOW_AT_MOST = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one; capitals and spaces do not count."""
    plain = {_plain(name): name for name in known}
    found = get_close_matches(_plain(word), plain, n=1, cutoff=0.5)
    return plain[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy: the nearest word, or else the words to choose from."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return f"did you mean '{near}'?"
    shown = ", ".join(names[:_SHOW_AT_MOST])
    more = f" and {len(names) - _SHOW_AT_MOST} more" if len(names) > _SHOW_AT_MOST else ""
    return f"choose from: {shown}{more}"


def _plain(word: str) -> str:
    return word.strip().casefold().replace(" ", "_").replace("-", "_")
