"""A calendar as the text that calendar programs read (RFC 5545), written by the library for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a calendar: what kind of thing, when, in which prison at most, and a link."""

    uid: str
    begins: datetime
    ends: datetime | None
    summary: str
    place: str
    way: str


def calendar_text(entries: Iterable[Entry]) -> bytes:
    """The calendar of these entries, in UTF-8."""
    calendar = Calendar()
    calendar.add("prodid", "-//Throughcare//Team//EN")
    calendar.add("version", "2.0")
    for one in entries:
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical())


def _event(one: Entry) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.begins)
    event.add("dtstart", one.begins)
    if one.ends is not None:
        event.add("dtend", one.ends)
    event.add("summary", one.summary)
    event.add("url", one.way)
    if one.place:
        event.add("location", one.place)
    return event
