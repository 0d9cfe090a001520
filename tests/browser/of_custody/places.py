"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Any

from tests.browser.house import House
from tests.browser.seen import Seen, Way

ADMISSIONS, GUARD = "admissions_officer", "security_officer"
# Where the account works, so that the page opens for it.
_HELD = (
    "SELECT p.establishment FROM access_post p JOIN access_account a ON a.id = p.account_id "
    "WHERE a.name = %s ORDER BY p.id LIMIT 1"
)
_LYING = (
    "SELECT {what} FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id "
    "JOIN people_person h ON h.id = p.person_id WHERE p.stood_until IS NULL AND p.until IS NULL "
    "AND h.held_at = %s AND starts_with(k.path, %s || '/') ORDER BY k.path, p.id LIMIT 1"
)


def _held(house: House, role: str) -> str:
    return str(house.one(_HELD, role.replace("_", " ")))


def _lying(house: House, role: str, what: str) -> Any:
    """Of somebody who lies in the prison of this role; without such a person, nothing."""
    held = _held(house, role)
    found = house.rows.execute(_LYING.format(what=what), (held, held)).fetchone()
    return found[0] if found else None


def _at(rest: str = "", *, depth: int = 1, role: str = ADMISSIONS) -> Way:
    """A page of a place of that depth: where somebody lies, or else the first of its kind."""

    def way(house: House) -> str:
        held = _held(house, role)
        path = _lying(house, role, "k.path")
        if path is None or path.count("/") + 1 < depth:
            path = house.one(
                "SELECT path FROM kernel_place WHERE (path = %s OR starts_with(path, %s || '/')) "
                "AND used_until IS NULL AND array_length(string_to_array(path, '/'), 1) = %s "
                "ORDER BY path LIMIT 1",
                held, held, depth,
            )  # fmt: skip
        return f"/places/{'/'.join(str(path).split('/')[:depth])}{rest}"

    return way


def _person(rest: str = "", *, role: str = ADMISSIONS) -> Way:
    """A page of the places of a person who lies there, or else of anybody held there."""

    def way(house: House) -> str:
        person = _lying(house, role, "p.person_id") or house.one(
            "SELECT id FROM people_person WHERE held_at = %s ORDER BY id LIMIT 1",
            _held(house, role),
        )
        return f"/people/{person}/custody/places{rest}"

    return way


def _correct(house: House) -> str:
    person, row = (_lying(house, ADMISSIONS, what) for what in ("p.person_id", "p.id"))
    assert person, "the demo country has nobody who lies in a place"
    return f"/people/{person}/custody/places/{row}/correct"


def _end(house: House) -> str:
    """A decision to keep two people apart, in the file of one who is held with the guard."""
    words = (
        "SELECT k.person_id, k.id FROM custody_keepapart k JOIN people_person p "
        "ON p.id = k.person_id WHERE k.stood_until IS NULL AND p.held_at = %s ORDER BY k.id LIMIT 1"
    )
    found = house.rows.execute(words, [_held(house, GUARD)]).fetchone()
    assert found, "the demo country has nobody who is kept apart"
    return f"/people/{found[0]}/custody/places/apart/{found[1]}/end"


PAGES: dict[str, Seen] = {
    "places": Seen(ADMISSIONS, lambda _house: "/places"),
    "place": Seen(ADMISSIONS, _at(depth=3), shows=True),
    "place_people": Seen(ADMISSIONS, _at("/people"), shows=True),
    "place_sharing": Seen(ADMISSIONS, _at("/sharing"), shows=True),
    "place_count": Seen(GUARD, _at("/count", depth=3, role=GUARD)),
    "place_unlock": Seen(GUARD, _at("/unlock", depth=3, role=GUARD), shows=True),
    "place_move": Seen(ADMISSIONS, _at("/move", depth=4), shows=True),
    "place_new": Seen(ADMISSIONS, _at("/new", depth=3)),
    "place_change": Seen(ADMISSIONS, _at("/change", depth=4)),
    "place_close": Seen(ADMISSIONS, _at("/close", depth=4)),
    "bed_new": Seen(ADMISSIONS, _at("/bed", depth=4)),
    "bed_close": Seen(ADMISSIONS, _at("/bed/close", depth=4)),
    "person_places": Seen(ADMISSIONS, _person(), shows=True),
    "person_move": Seen(ADMISSIONS, _person("/move"), shows=True),
    "placement_correct": Seen(ADMISSIONS, _correct, shows=True),
    "person_apart": Seen(GUARD, _person("/apart", role=GUARD), shows=True),
    "apart_new": Seen(GUARD, _person("/apart/new", role=GUARD), shows=True),
    "apart_end": Seen(GUARD, _end, shows=True),
}
NO_PAGE: frozenset[str] = frozenset()
