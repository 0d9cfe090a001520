"""Of the woman of the demo about whom a board met: what was seen of her, talks, her officer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.browser.classification_examples import BOARDED
from tests.browser.safety_examples import DAY

_UNIT = "SELECT path FROM kernel_place WHERE kind = 'unit' AND path LIKE %s ORDER BY path LIMIT 1"
_WHO = (
    "SELECT f.person_id FROM people_fact f WHERE f.kind = 'name' AND f.value::text LIKE %s LIMIT 1"
)
_SEEN = (
    ("positive", "work", "Showed a new woman how the machine stops.", "", ""),
    ("concern", "yard", "Stood at the wall alone and did not answer.", "She may miss her son.", ""),
    ("concern", "landing", "Was shouted at because she prays in the evening.", "",
     "It is what the quarrel was about."),
    ("talk", "cell", "", "", ""),
)  # fmt: skip


def unit(one: Callable[..., Any], prison: str) -> str:
    """The first unit of a prison."""
    return str(one(_UNIT, f"{prison}/%"))


def observation_examples(now: datetime) -> None:
    """Of the last days, by officers of the demo."""
    from django.db import connection

    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of
    from throughcare.casework.observations import actions

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    with connection.cursor() as cursor:
        cursor.execute(_WHO, [f'%"{BOARDED}"%'])
        (person,) = cursor.fetchone()
    officer, manager = by("security officer"), by("case manager")
    for number, (tone, spot, behaviour, meaning, why) in enumerate(_SEEN):
        actions.observe(
            by=officer, at=now - number * DAY, person_id=person, tone=tone, spot=spot,
            seen_at=now - number * DAY - timedelta(hours=number * 2), behaviour=behaviour,
            meaning=meaning, kept_why=why,
        )  # fmt: skip
    actions.log_contact(
        by=officer, at=now - DAY, person_id=person, kind="talk", words="She asked for a call."
    )
    actions.appoint_officer(
        by=manager, at=now - 2 * DAY, person_id=person, officer=officer.account, why="Same landing"
    )
