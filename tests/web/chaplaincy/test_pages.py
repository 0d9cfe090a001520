"""The section Religion for the chaplain, the reception and the person; the list of the chaplain."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY, HOUR, Wing, wall
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db
TUNIS = ZoneInfo("Africa/Tunis")


def tunis(moment: datetime) -> str:
    return wall(moment.astimezone(TUNIS))


class Chapel(Wing):
    """The north, a prisoner with an own account, and the chaplain."""

    def __init__(self) -> None:
        super().__init__()
        self.file: Person = self.held("Bolat")
        self.chaplain = Somebody(Role.CHAPLAIN, name="clement", case=self.file.id)
        self.person = Somebody(Role.PRISONER, name="the person")
        self.person.account.person = self.file.id
        self.person.account.save()
        self.way = f"/people/{self.file.id}/custody/religion"

    def sent(self, by: Somebody, rest: str, status: int = 302, **typed: Any) -> str:
        answer = by.send(f"{self.way}/{rest}", **typed)
        assert answer.status_code == status, shown(answer)
        see_all_rows("REL")
        return shown(answer)


@pytest.fixture
def chapel(db: None) -> Chapel:
    return Chapel()


def test_the_person_asks_declines_and_changes_the_wish(chapel: Chapel) -> None:
    now = chapel.now
    chapel.sent(chapel.person, "ask", faith="Baha'i", asked_at=tunis(now - 2 * HOUR))
    chapel.sent(chapel.person, "wish", kind="no_visits", since=tunis(now - HOUR))
    assert Request.objects.get().own_hand and Wish.objects.get().own_hand
    told = chapel.sent(
        chapel.chaplain, "visit", 422, kind="visit", outcome="held", offered_at=tunis(now)
    )
    assert "This person objects to visits" in told and not Visit.objects.exists()
    row = Wish.objects.get()
    chapel.sent(chapel.person, f"wish/{row.id}/end", until=tunis(now))
    assert chapel.person.status(f"{chapel.way}/visit") == 404
    page = chapel.person.page(chapel.way)
    assert "Baha&#x27;i" in page and "religion/visit" not in page


def test_the_reception_writes_a_request_down_and_sees_nothing_of_it(chapel: Chapel) -> None:
    chapel.sent(chapel.reception, "ask", faith="Baha'i", asked_at=tunis(chapel.now - HOUR))
    page = chapel.reception.page(chapel.way)
    assert "Baha" not in page and "not read back to you" in page
    assert chapel.reception.status(f"{chapel.way}/wish") == 403
    for closed in (chapel.director, chapel.officer, chapel.nurse, chapel.inspector):
        assert closed.status(chapel.way) in {403, 404}
        assert "Religion" not in closed.page(f"/people/{chapel.file.id}/custody")


def test_the_chaplain_answers_and_writes_a_service_of_a_unit(chapel: Chapel) -> None:
    now = chapel.now
    chapel.sent(chapel.person, "ask", faith="Orthodox", asked_at=tunis(now - DAY))
    chapel.sent(chapel.person, "wish", kind="services", faith="Orthodox", since=tunis(now - DAY))
    assert str(chapel.file.id) in chapel.chaplain.page("/chaplaincy")
    assert "What is open" in chapel.chaplain.page(chapel.way)
    see_all_rows("REL")
    row = Request.objects.get()
    chapel.sent(
        chapel.chaplain, f"{row.id}/answer", kind="visit", outcome="held",
        offered_at=tunis(now - HOUR),
    )  # fmt: skip
    page = chapel.chaplain.client.get("/chaplaincy")
    assert "No request waits." in shown(page)
    typed = {
        "csrfmiddlewaretoken": str(page.context["csrf_token"]), "group": "north/a/1|Orthodox",
        "held_at": "never",
    }  # fmt: skip
    answer = chapel.chaplain.client.post("/chaplaincy", typed)
    assert answer.status_code == 422 and "The hour of the service is missing." in shown(answer)
    answer = chapel.chaplain.client.post("/chaplaincy", {**typed, "held_at": tunis(now - HOUR)})
    assert answer.status_code == 302
    see_all_rows("REL")
    assert Service.objects.get().unit == "north/a/1"
    for closed in (chapel.director, chapel.reception, chapel.person):
        assert closed.status("/chaplaincy") == 404
