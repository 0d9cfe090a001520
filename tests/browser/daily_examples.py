"""One woman of the demo with contact, work and what she asked of the chaplain, through actions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.browser.classification_examples import _is_a_woman
from tests.browser.judgement_examples import _on_case
from tests.browser.safety_examples import DAY, held_example

DAILY = "Quotidia"
HOUR = timedelta(hours=1)


def daily_examples(now: datetime) -> None:
    """As of the last two weeks."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of

    def by(name: str) -> Any:
        return viewer_of(Account.objects.get(name=name).pk, at=now)

    person = held_example(by("admissions officer"), DAILY, now)
    _is_a_woman(person, by("admissions officer"), now - 20 * DAY)
    for name in ("case manager", "teacher instructor", "chaplain"):
        _on_case(name, person, now)
    _contacts(person, by("admissions officer"), now)
    _work(person, by, now)
    _religion(person, by("chaplain"), now)


def _contacts(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.contact.actions import ContactWords, write_contact

    for said in (
        ContactWords(
            kind="visit", whom="family", at=now - 9 * DAY, outcome="held", agreed="yes",
            agreed_at=now - 10 * DAY, search="outer", searched_at=now - 9 * DAY,
        ),
        ContactWords(kind="call", whom="child", at=now - 2 * DAY, outcome="absent"),
        ContactWords(
            kind="video", whom="friend", at=now - DAY, outcome="refused", ground="no_place",
            refused_why="The line was down all day.", refused_until=now + DAY,
        ),
    ):  # fmt: skip
        write_contact(by=by, at=now, person_id=person, said=said)


def _work(person: UUID, by: Any, now: datetime) -> None:
    from decimal import Decimal

    from throughcare.casework.work import actions

    on: dict[str, Any] = {"by": by("teacher instructor"), "at": now}
    whose: dict[str, Any] = {**on, "person_id": person}
    actions.note_fitness(**whose, noted_at=now - 12 * DAY, fit=True, willing="yes")
    actions.offer_work(
        **whose, offered_at=now - 11 * DAY, kind="work", what="the bakery", answer="accepted"
    )
    row = actions.place_at_work(
        **whose, workshop="the bakery", since=now - 10 * DAY, beneficiary="prison", voluntary=True,
        paid=True, wage_class="B",
    )  # fmt: skip
    noon = (now - 8 * DAY).replace(hour=12, minute=0)
    actions.write_hours(**on, placement_id=row.first, since=noon, until=noon + 5 * HOUR)
    actions.write_rest_day(**on, placement_id=row.first, day=(now - 6 * DAY).date())
    actions.approve_wage(
        by=by("case manager"), at=now, placement_id=row.first, paid_at=now - DAY,
        amount=Decimal("12.50"), currency="XTS", first_day=noon.date(), last_day=noon.date(),
    )  # fmt: skip
    actions.write_injury(**whose, injured_at=now - 3 * DAY)


def _religion(person: UUID, by: Any, now: datetime) -> None:
    from throughcare.casework.chaplaincy import actions

    on: dict[str, Any] = {"by": by, "at": now, "person_id": person}
    actions.ask_for(**on, faith="Orthodox", asked_at=now - 5 * DAY)
    actions.wish(**on, kind="services", faith="Orthodox", since=now - 5 * DAY)
    actions.offer_visit(**on, kind="visit", offered_at=now - 4 * DAY, outcome="held")
