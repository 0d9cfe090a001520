"""A page as somebody sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.house import House

Way = Callable[[House], str]


@dataclass(frozen=True)
class Seen:
    """A page as somebody sees it. `shows` says that it shows a person's file or who is held.

    `spoken`: the language of a page that is handed to the prisoner, whatever the visitor speaks.
    """

    role: str | None
    way: Way
    shows: bool = False
    spoken: str | None = None
