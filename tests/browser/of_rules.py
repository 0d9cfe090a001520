"""The pages of rules over time, for `tests/browser/pages.py`."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

from tests.browser.house import House
from tests.browser.seen import Seen

_DIRECTOR = "prison_director"
# Somebody with much behind them, held where the director works.
_HELD = (
    "SELECT p.id FROM people_person p WHERE p.held_at = (SELECT q.establishment FROM access_post q "
    "JOIN access_account a ON a.id = q.account_id WHERE a.name = 'prison director' LIMIT 1) "
    "ORDER BY (SELECT count(*) FROM custody_step s WHERE s.person_id = p.id) DESC, p.id LIMIT 1"
)


def _timeline(house: House) -> str:
    return f"/people/{house.one(_HELD)}/timeline"


def _place(house: House) -> str:
    """The prison where the director works."""
    words = (
        "SELECT q.establishment FROM access_post q JOIN access_account a ON a.id = q.account_id "
        "WHERE a.name = 'prison director' LIMIT 1"
    )
    return str(house.one(words))


def _plan(house: House) -> str:
    """Twenty days in the cell for the first unit in which somebody lies."""
    words = (
        "SELECT u.path FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id "
        "JOIN kernel_place u ON starts_with(k.path, u.path || '/') WHERE u.kind = 'unit' "
        "AND p.stood_until IS NULL AND p.until IS NULL AND starts_with(u.path, %s || '/') "
        "ORDER BY u.path LIMIT 1"
    )
    unit, day = house.one(words, _place(house)), date.today() + timedelta(days=1)  # noqa: DTZ011
    told = {"what": "regime", "place": unit, "begins": day.isoformat(), "days": 20, "hours": 23,
            "minutes": 30}  # fmt: skip
    return f"/what-if?{urlencode(told)}"


PAGES: dict[str, Seen] = {
    "timeline": Seen(_DIRECTOR, _timeline, shows=True),
    "rules": Seen(_DIRECTOR, lambda _house: "/rules"),
    "rule": Seen(_DIRECTOR, lambda _house: "/rules/nmr-43-1-b"),
    "rule_cases": Seen(_DIRECTOR, lambda house: f"/rules/nmr-54/at/{_place(house)}", shows=True),
    "coverage": Seen(_DIRECTOR, lambda _house: "/coverage"),
    "what_if": Seen(_DIRECTOR, _plan, shows=True),
}
