"""The pages of boards and levels, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.classification_examples import BOARDED
from tests.browser.house import House
from tests.browser.of_safety import person
from tests.browser.seen import Seen, Way

MANAGER: Final = "case_manager"
_STANDS: Final = (
    "SELECT first FROM {table} WHERE person_id = %s AND state = '{state}' AND stood_until IS NULL "
    "LIMIT 1"
)


def _of(rest: str = "") -> Way:
    return lambda house: f"/people/{person(house, BOARDED)}/custody/classification{rest}"


def _row(rest: str, table: str, state: str) -> Way:
    def way(house: House) -> str:
        whose = person(house, BOARDED)
        row = house.one(_STANDS.format(table=table, state=state), whose)
        return f"/people/{whose}/custody/classification/{row}/{rest}"

    return way


PAGES: dict[str, Seen] = {
    "classification": Seen(MANAGER, _of(), shows=True),
    "classification_of_a_director": Seen("prison_director", _of(), shows=True),
    "board_call": Seen(MANAGER, _of("/call"), shows=True),
    **{
        f"board_{way}": Seen(MANAGER, _row(way, "assessment_board", "convened"), shows=True)
        for way in ("minutes", "dissolve")
    },
    "level_sign": Seen(MANAGER, _row("sign", "assessment_classification", "minuted"), shows=True),
    **{
        f"level_{way}": Seen(
            MANAGER, _row(way, "assessment_classification", "in_force"), shows=True
        )
        for way in ("told", "appeal")
    },
    "level_decide": Seen(MANAGER, _row("decide", "assessment_appeal", "waiting"), shows=True),
}
