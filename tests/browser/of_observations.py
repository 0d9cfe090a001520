"""The pages of observations, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.classification_examples import BOARDED
from tests.browser.house import House
from tests.browser.observation_examples import unit
from tests.browser.of_safety import person
from tests.browser.of_unit_day import prison
from tests.browser.seen import Seen, Way

OFFICER, MANAGER, DIRECTOR = "security_officer", "case_manager", "prison_director"
_STANDS: Final = (
    "SELECT id FROM {} WHERE person_id = %s AND stood_until IS NULL ORDER BY id DESC LIMIT 1"
)


def _section(rest: str = "") -> Way:
    return lambda house: f"/people/{person(house, BOARDED)}/custody/observations{rest}"


def _row(rest: str, table: str) -> Way:
    def way(house: House) -> str:
        whose = person(house, BOARDED)
        row = house.one(_STANDS.format(table), whose)
        return f"/people/{whose}/custody/observations/{row}/{rest}"

    return way


def _unit(rest: str = "") -> Way:
    return lambda house: f"/observe/{unit(house.one, prison(house))}{rest}"


def _observe(rest: str) -> Way:
    return lambda house: (
        f"/people/{person(house, BOARDED)}/observe?from={unit(house.one, prison(house))}{rest}"
    )


PAGES: dict[str, Seen] = {
    "observe_houses": Seen(OFFICER, lambda _house: "/observe"),
    "observe_unit": Seen(OFFICER, _unit(), shows=True),
    "observe_unit_owed": Seen(DIRECTOR, _unit("?only=owed"), shows=True),
    "observe": Seen(OFFICER, _observe("&spot=yard"), shows=True),
    "observe_prompt": Seen(OFFICER, _observe("&spot=yard&done=observed"), shows=True),
    "observations": Seen(MANAGER, _section(), shows=True),
    "observations_of_an_officer": Seen(OFFICER, _section(), shows=True),
    "observations_contact": Seen(OFFICER, _section("/contact"), shows=True),
    "observations_officer": Seen(MANAGER, _section("/officer"), shows=True),
    "observations_strike": Seen(MANAGER, _row("strike", "observations_observation"), shows=True),
    "officer_end": Seen(MANAGER, _row("end", "observations_personalofficer"), shows=True),
}
# The entries of a device are answered in JSON.
NO_PAGE = frozenset({"observe_entries"})
