"""The pages of separation, restrictions, restraint and discipline, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.safety_examples import ONE, OTHER
from tests.browser.seen import Seen, Way

DIRECTOR, NURSE, OFFICER = "prison_director", "physician_nurse", "security_officer"
_CALLED: Final = (
    "SELECT f.person_id FROM people_fact f WHERE f.kind = 'name' AND f.value::text LIKE %s LIMIT 1"
)
_SPELL: Final = (
    "SELECT spell FROM safety_separation WHERE person_id = %s AND stood_until IS NULL "
    "AND until IS NULL LIMIT 1"
)


def _stands(table: str, column: str = "id") -> str:
    return f"SELECT {column} FROM {table} WHERE person_id = %s AND stood_until IS NULL LIMIT 1"


def person(house: House, name: str = ONE) -> str:
    """The example of that name."""
    return str(house.one(_CALLED, f'%"{name}"%'))


def _of(rest: str, name: str = ONE) -> Way:
    return lambda house: f"/people/{person(house, name)}/custody/{rest}"


def _row(rest: str, words: str, name: str = ONE) -> Way:
    def way(house: House) -> str:
        whose = person(house, name)
        row = house.one(words, whose)
        return f"/people/{whose}/custody/{rest}".replace("ROW", str(row))

    return way


_ORDER, _CASE = _stands("safety_separationorder"), _stands("safety_disciplinarycase", "first")
_RESTRICTION = _stands("safety_restriction")
_STEPS: Final = (
    "notice", "waived", "closed", "weighed", "hearing", "decide", "appeal-told", "appeal",
    "appeal-decide", "questioned", "found-step",
)  # fmt: skip

PAGES: dict[str, Seen] = {
    "separation_register": Seen(DIRECTOR, lambda _house: "/separation", shows=True),
    "separation_history": Seen(
        DIRECTOR, lambda _house: "/separation?first=2026-01-01&last=2026-12-31", shows=True
    ),
    "separation": Seen(DIRECTOR, _of("separation"), shows=True),
    "separation_of_an_officer": Seen(OFFICER, _of("separation"), shows=True),
    "separation_of_a_nurse": Seen(NURSE, _of("separation", OTHER), shows=True),
    "separation_order": Seen(DIRECTOR, _of("separation/order", OTHER), shows=True),
    "separation_found": Seen(OFFICER, _of("separation/found"), shows=True),
    "separation_advice": Seen(NURSE, _of("separation/advice"), shows=True),
    "separation_opinion": Seen(NURSE, _of("separation/opinion"), shows=True),
    "separation_health": Seen(NURSE, _of("separation/health"), shows=True),
    "separation_health_end": Seen(
        NURSE, _row("separation/health/ROW/end", _stands("safety_healthstate"), OTHER), shows=True
    ),
    "separation_advice_answer": Seen(
        DIRECTOR, _row("separation/advice/ROW/answer", _stands("safety_healthrecommendation")),
        shows=True,
    ),
    "separation_conflicts": Seen(
        DIRECTOR, _row("separation/conflicts/ROW", _stands("safety_dayconflict")), shows=True
    ),
    **{
        f"separation_order_{way.replace('-', '_')}": Seen(
            DIRECTOR, _row(f"separation/orders/ROW/{way}", _ORDER), shows=True
        )
        for way in ("told", "correct", "strike-out")
    },
    **{
        f"separation_{way.replace('-', '_')}": Seen(
            DIRECTOR, _row(f"separation/ROW/{way}", _SPELL), shows=True
        )
        for way in ("continue", "end", "review", "relief", "correct", "found-order")
    },
    "restrictions": Seen(DIRECTOR, _of("restrictions"), shows=True),
    "restriction_new": Seen(DIRECTOR, _of("restrictions/new"), shows=True),
    "restriction_found": Seen(OFFICER, _of("restrictions/found"), shows=True),
    **{
        f"restriction_{way}": Seen(
            DIRECTOR, _row(f"restrictions/ROW/{way}", _RESTRICTION), shows=True
        )
        for way in ("end", "review", "told")
    },
    "restraint": Seen(DIRECTOR, _of("restraint"), shows=True),
    "restraint_new": Seen(OFFICER, _of("restraint/new"), shows=True),
    "restraint_found": Seen(OFFICER, _of("restraint/found"), shows=True),
    "restraint_look": Seen(
        OFFICER, _row("restraint/ROW/look", _stands("safety_restraint", "first")), shows=True
    ),
    "discipline": Seen(DIRECTOR, _of("discipline"), shows=True),
    "discipline_new": Seen(OFFICER, _of("discipline/new"), shows=True),
    "discipline_found": Seen(OFFICER, _of("discipline/found"), shows=True),
    "discipline_found_sanction": Seen(OFFICER, _of("discipline/found-sanction"), shows=True),
    "discipline_mind": Seen(NURSE, _of("discipline/mind"), shows=True),
    **{
        f"discipline_{way.replace('-', '_')}": Seen(
            DIRECTOR, _row(f"discipline/ROW/{way}", _CASE), shows=True
        )
        for way in _STEPS
    },
}  # fmt: skip
NO_PAGE: frozenset[str] = frozenset()
