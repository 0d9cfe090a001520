"""An order as it is printed, before it is registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOrder:
    """An order that is not registered yet: who gave it, under which number, when, and why.

    `named`: the name on it. `sure`: why it belongs here nevertheless, as `register_order` asks.
    """

    authority: str
    number: str
    issued_on: date
    reason: str = ""
    named: str = ""
    sure: str = ""
