"""Times drawn from a small grid, so that coincidences happen, and zones with clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standards.civil import day_number, from_wall
from standards.instants import DAY, HOUR, MINUTE, Instant
from tests.standards.properties.chance import Chance

ZONES = ("UTC", "Europe/Rome", "Asia/Almaty", "Africa/Tunis", "America/Los_Angeles")
# Days around which histories are laid: plain ones, and those on which clocks change.
ANCHORS = (
    date(2026, 6, 15),
    date(2026, 3, 29),  # Rome goes forward
    date(2026, 10, 25),  # Rome goes back
    date(2026, 3, 8),  # Los Angeles goes forward
    date(2026, 11, 1),  # Los Angeles goes back
    date(2024, 3, 1),  # Almaty gives an hour back for ever
    date(2024, 2, 29),
    date(2026, 1, 1),
)
# Readings of a clock: midnight, the hour that clocks skip or repeat, morning, noon, evening.
READINGS = (0, 2 * HOUR + 30 * MINUTE, 8 * HOUR, 12 * HOUR, 20 * HOUR, 23 * HOUR + 30 * MINUTE)
# Where no clock ever changes, time on the wall and time that passes keep the same order.
STEADY = ("Africa/Tunis",)
STEPS = (0, 1, MINUTE, HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 15 * DAY)


@dataclass(frozen=True, slots=True)
class Grid:
    """The instants that a history may have: readings of a clock around an anchor."""

    anchor: int
    zone: str
    zones: tuple[str, ...] = ZONES

    def moment(self, chance: Chance, first: int = -40, last: int = 3) -> Instant:
        """Mostly close to the anchor, sometimes long before it, seldom off the grid."""
        if chance.often(60):
            first = max(first, -8)
        day = self.anchor + chance.number(first, last)
        moment = from_wall(day * DAY + chance.pick(READINGS), self.zone)
        return moment + chance.pick((-1, 1, -HOUR, HOUR, MINUTE)) if chance.often(6) else moment

    def later(self, chance: Chance, start: Instant) -> Instant:
        """Some time on, by a step that limits and gaps also take; now and then not later."""
        if chance.often(50):
            return self.moment(chance)
        sign = -1 if chance.often(10) else 1
        return start + sign * (chance.pick(STEPS) + chance.pick((0, 0, 12 * HOUR, -1, MINUTE)))


def grid(chance: Chance, zones: tuple[str, ...] = ZONES) -> Grid:
    return Grid(day_number(chance.pick(ANCHORS)), chance.pick(zones), zones)
