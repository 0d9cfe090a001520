"""The pages of the team, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.of_safety import person
from tests.browser.seen import Seen, Way
from tests.browser.team_examples import SPOKEN

MANAGER: Final = "case_manager"
# Only receives what another page sends, or answers a program.
NO_PAGE = frozenset({"team_address", "team_revoke", "team_feed"})
_CASE: Final = (
    "SELECT {what} FROM team_case c JOIN team_meeting m ON m.first = c.meeting_id WHERE "
    "c.person_id = %s AND m.state = '{state}' AND m.stood_until IS NULL AND c.stood_until IS NULL "
    "ORDER BY c.id LIMIT 1"
)


def _meeting(state: str, rest: str = "") -> Way:
    def way(house: House) -> str:
        whose = person(house, SPOKEN)
        met = house.one(_CASE.format(what="m.first", state=state), whose)
        item = house.one(_CASE.format(what="c.first", state=state), whose)
        return f"/team/meetings/{met}{rest}".replace("ITEM", str(item)).replace("WHO", whose)

    return way


def _task(house: House) -> str:
    words = _CASE.format(what="d.id", state="closed").replace(
        "WHERE", "JOIN team_decision d ON d.case_id = c.first WHERE"
    )
    return f"/team/tasks/{house.one(words, person(house, SPOKEN))}"


def _of_file(rest: str, what: str = "c.first", table: str = "") -> Way:
    def way(house: House) -> str:
        whose = person(house, SPOKEN)
        words = _CASE.format(what=what, state="closed").replace("WHERE", f"{table} WHERE")
        row = house.one(words, whose)
        return f"/people/{whose}/custody/team{rest}".replace("ROW", str(row))

    return way


PAGES: dict[str, Seen] = {
    "team": Seen(MANAGER, lambda _house: "/team"),
    "team_call": Seen(MANAGER, lambda _house: "/team/call"),
    "team_tasks": Seen(MANAGER, lambda _house: "/team/tasks", shows=True),
    "team_task": Seen(MANAGER, _task, shows=True),
    "team_calendar": Seen(MANAGER, lambda _house: "/team/calendar", shows=True),
    "team_meeting": Seen(MANAGER, _meeting("closed"), shows=True),
    "team_brief": Seen(MANAGER, _meeting("called", "/brief/WHO"), shows=True),
    "team_agenda": Seen(MANAGER, _meeting("called", "/agenda"), shows=True),
    "team_cancel": Seen(MANAGER, _meeting("called", "/cancel"), shows=True),
    "team_attendance": Seen(MANAGER, _meeting("held", "/attendance"), shows=True),
    "team_close": Seen(MANAGER, _meeting("held", "/close"), shows=True),
    "team_minutes": Seen(MANAGER, _meeting("held", "/cases/ITEM/minutes"), shows=True),
    "team_off": Seen(MANAGER, _meeting("called", "/cases/ITEM/off"), shows=True),
    "team_of_file": Seen(MANAGER, _of_file(""), shows=True),
    **{
        f"team_case_{way}": Seen(MANAGER, _of_file(f"/ROW/{way}"), shows=True)
        for way in ("told", "contest", "correct")
    },
    "team_case_answer": Seen(
        MANAGER,
        _of_file("/ROW/answer", "t.first", "JOIN team_contest t ON t.case_id = c.first"),
        shows=True,
    ),
}
