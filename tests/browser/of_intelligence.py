"""The pages of intelligence, for `tests/browser/pages.py`."""

from __future__ import annotations

from typing import Final

from tests.browser.house import House
from tests.browser.seen import Seen, Way

OFFICER: Final = "intelligence_officer"
_SHARED: Final = "SELECT {what} FROM intelligence_statement WHERE stood_until IS NULL LIMIT 1"
_NAMED: Final = "SELECT id FROM intelligence_sharingofficer WHERE ends IS NULL LIMIT 1"


def _plain(way: str) -> Way:
    return lambda _house: way


def _of(rest: str) -> Way:
    return lambda house: f"/people/{house.one(_SHARED.format(what='person_id'))}/{rest}"


def _item(rest: str) -> Way:
    def way(house: House) -> str:
        person, item, row = (
            house.one(_SHARED.format(what=what)) for what in ("person_id", "item", "first")
        )
        return f"/people/{person}/intelligence/{item}/{rest}".replace("ID", str(row))

    return way


PAGES: dict[str, Seen] = {
    "intelligence": Seen(OFFICER, _plain("/intelligence"), shows=True),
    "intelligence_queue": Seen(OFFICER, _plain("/intelligence/queue"), shows=True),
    "intelligence_received": Seen(OFFICER, _plain("/intelligence/received"), shows=True),
    "intelligence_officer": Seen(
        "prison_director", _plain("/intelligence/officer"), shows=True
    ),
    "intelligence_end": Seen(  # about a member of staff: nobody's file is read
        "prison_director", lambda house: f"/intelligence/officer/{house.one(_NAMED)}/end"
    ),
    "statements": Seen("prison_director", _of("statements"), shows=True),
    "intelligence_reports": Seen(OFFICER, _of("intelligence"), shows=True),
    "intelligence_report": Seen("security_officer", _of("intelligence/report"), shows=True),
    **{
        f"intelligence_{way}": Seen(OFFICER, _item(way), shows=True)
        for way in ("keep", "delete", "share", "answer")
    },
    "intelligence_withdraw": Seen(OFFICER, _item("ID/withdraw"), shows=True),
}  # fmt: skip
