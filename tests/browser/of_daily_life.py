"""The pages of contact, work and religion, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.daily_examples import DAILY
from tests.browser.house import House
from tests.browser.of_safety import person
from tests.browser.seen import Seen, Way

RECEPTION, TEACHER, CHAPLAIN, PRISONER = (
    "admissions_officer", "teacher_instructor", "chaplain", "prisoner"
)  # fmt: skip
_OWN: Final = "SELECT person FROM access_account WHERE name = 'prisoner'"


def _stands(table: str, column: str = "id", besides: str = "") -> str:
    return (
        f"SELECT {column} FROM {table} WHERE person_id = %s AND stood_until IS NULL {besides} "
        "LIMIT 1"
    )


def _of(rest: str) -> Way:
    return lambda house: f"/people/{person(house, DAILY)}/custody/{rest}"


def _row(rest: str, words: str) -> Way:
    def way(house: House) -> str:
        whose = person(house, DAILY)
        return f"/people/{whose}/custody/{rest}".replace("ROW", str(house.one(words, whose)))

    return way


def _own(rest: str) -> Way:
    return lambda house: f"/people/{house.one(_OWN)}/custody/{rest}"


def _day(house: House) -> str:
    place = house.one(
        "SELECT p.establishment FROM access_post p JOIN access_account a ON a.id = p.account_id "
        "WHERE a.name = 'admissions officer'"
    )
    return f"/contact/{place}/day"


_WORK, _WISH = _stands("work_placement", "first"), _stands("chaplaincy_wish")
PAGES: dict[str, Seen] = {
    "contact": Seen(RECEPTION, _of("contact"), shows=True),
    "contact_write": Seen(RECEPTION, _of("contact/write"), shows=True),
    "contact_strike": Seen(
        RECEPTION, _row("contact/ROW/strike", _stands("contact_contact")), shows=True
    ),
    "contact_house": Seen(RECEPTION, lambda _house: "/contact", shows=True),
    "contact_day": Seen(RECEPTION, _day, shows=True),
    "work": Seen(TEACHER, _of("work"), shows=True),
    "work_of_a_director": Seen("prison_director", _of("work"), shows=True),
    **{
        f"work_{way}": Seen(TEACHER, _of(f"work/{way}"), shows=True)
        for way in ("fitness", "offer", "place", "injury")
    },
    **{
        f"work_{way}": Seen(TEACHER, _row(f"work/ROW/{way}", _WORK), shows=True)
        for way in ("hours", "rest", "wage", "end")
    },
    "work_day_strike": Seen(
        TEACHER, _row("work/day/ROW/strike", _stands("work_workday")), shows=True
    ),
    "injury_claim": Seen(
        TEACHER, _row("work/injury/ROW/claim", _stands("work_injury", "first")), shows=True
    ),
    "religion": Seen(CHAPLAIN, _of("religion"), shows=True),
    "religion_of_the_reception": Seen(RECEPTION, _of("religion"), shows=True),
    "religion_of_the_person": Seen(PRISONER, _own("religion"), shows=True),
    **{
        f"religion_{way}": Seen(CHAPLAIN, _of(f"religion/{way}"), shows=True)
        for way in ("ask", "wish", "visit", "service")
    },
    "religion_answer": Seen(
        CHAPLAIN, _row("religion/ROW/answer", _stands("chaplaincy_request")), shows=True
    ),
    "wish_end": Seen(CHAPLAIN, _row("religion/wish/ROW/end", _WISH), shows=True),
    "chaplaincy": Seen(CHAPLAIN, lambda _house: "/chaplaincy", shows=True),
}
