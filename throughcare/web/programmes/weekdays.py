"""The days of the week in the language of the page."""

from __future__ import annotations

from django.utils.dates import WEEKDAYS


def weekdays() -> list[tuple[str, str]]:
    """Each day by its number, Monday first."""
    return [(str(number), str(name)) for number, name in WEEKDAYS.items()]


def weekday_words(number: int) -> str:
    """One of them."""
    return str(WEEKDAYS[number])
