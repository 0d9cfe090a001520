"""The pages of this part, for `tests/browser/pages.py`."""

from __future__ import annotations

from tests.browser.house import House
from tests.browser.seen import Seen, Way

ADMISSIONS, DIRECTOR = "admissions_officer", "prison_director"


# The establishment of the admissions officer who looks at the pages.
_HERE = (
    "SELECT p.establishment FROM access_post p JOIN access_account a ON a.id = p.account_id "
    "WHERE a.name = 'admissions officer' LIMIT 1"
)


def _first(house: House, words: str, *given: object) -> str:
    """What a query finds first; an id that nobody has where the demo country has no example."""
    found = house.rows.execute(words, given).fetchone()
    return str(found[0]) if found else "00000000-0000-7000-8000-000000000000"


def _sentenced(house: House) -> str:
    """Somebody under sentence where the officer works; else somebody held there."""
    here = house.rows.execute(_HERE).fetchone()
    place = here[0] if here else ""
    words = (
        "SELECT p.id FROM people_person p WHERE p.held_at = %s ORDER BY NOT EXISTS "
        "(SELECT FROM custody_sentence s WHERE s.person_id = p.id AND s.stood_until IS NULL), p.id"
    )
    return _first(house, words + " LIMIT 1", place)


def _file(rest: str = "") -> Way:
    return lambda house: f"/people/{_sentenced(house)}/custody/dates{rest}"


def _row(rest: str, table: str, also: str = "") -> Way:
    """A page about a row of a table, in the file that has one."""
    words = (
        f"SELECT t.person_id, t.id FROM {table} t JOIN people_person p ON p.id = t.person_id "
        f"WHERE t.stood_until IS NULL {also} AND p.held_at = ({_HERE}) ORDER BY t.id LIMIT 1"
    )

    def way(house: House) -> str:
        found = house.rows.execute(words).fetchone()
        assert found is not None, f"the demo country has no example: {words}"
        return f"/people/{found[0]}/custody/dates/{rest.replace('ID', str(found[1]))}"

    return way


_DECREE = f"SELECT id FROM custody_decree WHERE establishment = ({_HERE})"

PAGES: dict[str, Seen] = {
    "custody_dates": Seen(ADMISSIONS, _file(), shows=True),
    "sentence_new": Seen(ADMISSIONS, _file("/sentences/new"), shows=True),
    "sentence_correct": Seen(
        ADMISSIONS, _row("sentences/ID/correct", "custody_sentence"), shows=True
    ),
    "sentence_strike_out": Seen(
        ADMISSIONS, _row("sentences/ID/strike-out", "custody_sentence"), shows=True
    ),
    "adjustment_new": Seen(ADMISSIONS, _file("/days/new"), shows=True),
    "adjustment_strike_out": Seen(
        ADMISSIONS, _row("days/ID/strike-out", "custody_adjustment"), shows=True
    ),
    "manual_date_new": Seen(ADMISSIONS, _file("/by-hand/new"), shows=True),
    "manual_date_confirm": Seen(
        ADMISSIONS,
        _row("by-hand/ID/confirm", "custody_manualdate", "AND t.confirmed_by IS NULL"),
        shows=True,
    ),
    "manual_date_withdraw": Seen(
        ADMISSIONS,
        _row("by-hand/ID/withdraw", "custody_manualdate", "AND t.confirmed_by IS NULL"),
        shows=True,
    ),
    "releases": Seen(DIRECTOR, lambda _house: "/releases", shows=True),
    "decrees": Seen(ADMISSIONS, lambda _house: "/releases/batch"),
    "decree_new": Seen(ADMISSIONS, lambda _house: "/releases/batch/new"),
    "decree": Seen(
        ADMISSIONS,
        lambda house: "/releases/batch/{}".format(
            house.one(f"{_DECREE} AND confirmed_at IS NULL LIMIT 1")
        ),
        shows=True,
    ),
    "decree_carried_out": Seen(
        ADMISSIONS,
        lambda house: "/releases/batch/{}".format(
            house.one(f"{_DECREE} AND confirmed_at IS NOT NULL LIMIT 1")
        ),
    ),
}
NO_PAGE: frozenset[str] = frozenset()
