"""The section Work by its forms: from the note of health staff to a wage by another hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY, HOUR, Wing, wall
from throughcare.access.terms import Role
from throughcare.casework.work.models import Injury, Placement, Wage, WorkDay

pytestmark = pytest.mark.django_db
TUNIS = ZoneInfo("Africa/Tunis")


def tunis(moment: datetime) -> str:
    return wall(moment.astimezone(TUNIS))


def test_from_the_note_to_the_wage(db: None) -> None:
    wing = Wing()
    file = wing.held("Bolat")
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="timur", case=file.id)
    manager = Somebody(Role.CASE_MANAGER, name="marat", case=file.id)
    way, now = f"/people/{file.id}/custody/work", wing.now
    noon = (now - 3 * DAY).astimezone(TUNIS).replace(hour=12, minute=0)

    def sent(by: Somebody, rest: str, status: int = 302, **typed: Any) -> str:
        answer = by.send(f"{way}/{rest}", **typed)
        assert answer.status_code == status, shown(answer)
        see_all_rows("PRG", "SEN")
        return shown(answer)

    sent(teacher, "fitness", noted_at=tunis(now - 9 * DAY), fit="yes", willing="yes")
    sent(teacher, "offer", offered_at=tunis(now - 8 * DAY), kind="work", what="the bakery",
         answer="accepted")  # fmt: skip
    work = {
        "since": tunis(now - 7 * DAY), "workshop": "the bakery", "beneficiary": "prison",
        "paid": "on", "wage_class": "B",
    }  # fmt: skip
    assert "Nobody orders work without consent" in sent(teacher, "place", 422, **work)
    sent(teacher, "place", **work, voluntary="on")
    row = Placement.objects.get()
    hours = {"since": wall(noon), "until": wall(noon + 5 * HOUR)}
    told = sent(teacher, f"{row.first}/hours", 422, since=wall(noon), until=wall(noon + 30 * HOUR))
    assert "These are more hours than the day has" in told
    sent(teacher, f"{row.first}/hours", **hours)
    sent(teacher, f"{row.first}/rest", day=(noon - DAY).date().isoformat())
    wage = {
        "paid_at": tunis(now - HOUR), "first_day": noon.date().isoformat(),
        "last_day": noon.date().isoformat(), "amount": "12.50", "currency": "tnd",
    }  # fmt: skip
    assert "let a colleague" in sent(teacher, f"{row.first}/wage", 422, **wage).lower()
    sent(manager, f"{row.first}/wage", **wage)
    assert Wage.objects.get().currency == "TND"
    sent(teacher, "injury", injured_at=tunis(now - 2 * HOUR))
    hurt = Injury.objects.get()
    sent(teacher, f"injury/{hurt.first}/claim", opened_at=tunis(now - HOUR), claim="C 1")
    sent(teacher, f"{row.first}/end", until=tunis(now - HOUR))
    rest = WorkDay.objects.get(rest=True)
    sent(teacher, f"day/{rest.id}/strike", why="He worked on that day.")
    page = wing.director.page(way)
    for words in ("the bakery", "12.50", "C 1", "(over)"):
        assert words in page, words
    assert "custody/work/place" not in page and "custody/work/place" in teacher.page(way)
