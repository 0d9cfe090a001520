"""Release dates on the screen: read line by line, changed with a ground, overdue in plain sight."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.calendar import today_at
from throughcare.casework.custody.errors import BadDecree
from throughcare.casework.custody.models import (
    Adjustment,
    Decree,
    ManualDate,
    Order,
    Sentence,
)
from throughcare.casework.custody.terms import OrderKind
from throughcare.web.custody.dates import releases
from throughcare.web.custody.dates.progress import Progress, streamed

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def rows(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests look at raw rows; the pages see only through their viewer."""
    monkeypatch.setattr("tests.web.people.made.see_all_rows", lambda: see_all_rows("SEN"))
    see_all_rows("SEN")


@pytest.fixture
def officer() -> Somebody:
    place(zone="Africa/Tunis")
    return Somebody()


@pytest.fixture
def colleague(officer: Somebody) -> Somebody:
    return Somebody(name="samir")


def held(officer: Somebody, *, named: str = "Aigerim") -> UUID:
    """Somebody in custody with a judgment, and no sentence written down yet."""
    file, now = officer.open(named), timezone.now()
    actions.register_order(
        by=officer.viewer, at=now, person_id=file.id, kind=OrderKind.SENTENCE,
        authority="Court of the North", number=f"9/{named}", issued_on=BEGAN,
        valid_from=now - timedelta(days=1),
    )  # fmt: skip
    actions.receive(
        by=officer.viewer, at=now, person_id=file.id, establishment="north", admitted_at=now
    )
    see_all_rows("SEN")
    return file.id


def sentence(officer: Somebody, person_id: UUID, **said: Any) -> HttpResponse:
    way = f"/people/{person_id}/custody/dates/sentences/new"
    order = Order.objects.get(person=person_id)
    return officer.send(way, **{
        "order": str(order.id), "kind": "fixed", "years": "1", "months": "", "days": "",
        "starts_on": "2026-01-15", "after": "", **said,
    })  # fmt: skip


def dates(person_id: UUID) -> str:
    return f"/people/{person_id}/custody/dates"


def test_the_day_is_read_from_top_to_bottom_and_nothing_is_called_confirmed(
    officer: Somebody,
) -> None:
    someone = held(officer)
    answer = sentence(officer, someone)
    assert answer.status_code == 302, shown(answer)
    page = officer.page(dates(someone))
    assert "15 January 2027" in page and "Not confirmed" in page and "not confirmed" in page
    assert re.findall(r'<tr><td data-label="Line">(\d)</td>', page) == list("123456")
    assert "Sentence: 1 year from 15 January 2026." in page
    assert "default of this software" in page
    assert "<svg" in page and "The days on the bar" in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"years": "0"}, "zero days"),
        ({"years": ""}, "zero days"),
        ({"years": "900"}, "less than or equal to 100"),
        ({"years": "-1"}, "greater than or equal to 0"),
        ({"years": "one"}, "whole number"),
        ({"starts_on": "2026-02-30"}, "valid date"),
        ({"starts_on": "0001-01-01"}, "too far away"),
        ({"starts_on": ""}, "required"),
        ({"order": str(uuid4())}, "valid choice"),
    ],
)
def test_a_sentence_that_no_court_gave_is_refused_at_its_field_and_what_was_typed_stays(
    officer: Somebody, typed: dict[str, str], says: str
) -> None:
    someone = held(officer)
    answer = sentence(officer, someone, months="7", **typed) if "years" not in typed else (
        sentence(officer, someone, **typed))  # fmt: skip
    page = shown(answer)
    assert answer.status_code == 422 and says in page and not Sentence.objects.exists()
    assert 'value="2026-01-15"' in page or "starts_on" in typed


def test_a_sentence_is_corrected_and_struck_out_from_the_page(officer: Somebody) -> None:
    someone = held(officer)
    sentence(officer, someone)
    row = Sentence.objects.get()
    way = f"{dates(someone)}/sentences/{row.id}"
    said = {"order": str(row.order_id), "kind": "fixed", "years": "2", "starts_on": "2026-01-15"}
    answer = officer.send(f"{way}/correct", why="the judgment says two", **said)
    assert answer.status_code == 302, shown(answer)
    assert "15 January 2028" in officer.page(dates(someone))
    assert officer.status(f"{way}/correct") == 404
    newer = Sentence.objects.get(stood_until=None)
    answer = officer.send(f"{dates(someone)}/sentences/{newer.id}/strike-out", why="of a namesake")
    assert answer.status_code == 302
    assert "No sentence is written down." in officer.page(dates(someone))


def test_days_are_counted_and_struck_out_from_the_page(officer: Somebody) -> None:
    someone = held(officer)
    sentence(officer, someone)
    answer = officer.send(
        f"{dates(someone)}/days/new", kind="remand", days="10", from_on="2026-01-01",
        sentence="", reason="judgment, page 3",
    )  # fmt: skip
    assert answer.status_code == 302, shown(answer)
    assert "5 January 2027" in officer.page(dates(someone))
    row = Adjustment.objects.get()
    officer.send(f"{dates(someone)}/days/{row.id}/strike-out", why="counted before")
    assert "15 January 2027" in officer.page(dates(someone))


@pytest.mark.parametrize("days", ["0", "", "-3", "99999"])
def test_no_days_are_refused_at_their_field(officer: Somebody, days: str) -> None:
    someone = held(officer)
    answer = officer.send(f"{dates(someone)}/days/new", kind="pardon", days=days, reason="decree 5")
    assert answer.status_code == 422 and 'id="id_days_error"' in shown(answer)
    assert "decree 5" in shown(answer) and not Adjustment.objects.exists()


def test_life_asks_for_a_date_that_a_second_person_confirms(
    officer: Somebody, colleague: Somebody
) -> None:
    someone = held(officer)
    sentence(officer, someone, kind="life", years="")
    assert "A life sentence has no end that a rule computes." in officer.page(dates(someone))
    officer.send(
        f"{dates(someone)}/by-hand/new", kind="final", on="2041-05-01", reason="commuted, decree 7"
    )
    row = ManualDate.objects.get()
    way = f"{dates(someone)}/by-hand/{row.id}/confirm"
    answer = officer.send(way)
    assert answer.status_code == 422 and "Who proposed a date cannot confirm it" in shown(answer)
    assert colleague.send(way).status_code == 302
    assert "1 May 2041" in officer.page(dates(someone))


def test_a_proposal_is_withdrawn(officer: Somebody) -> None:
    someone = held(officer)
    officer.send(f"{dates(someone)}/by-hand/new", kind="final", on="2041-05-01", reason="x")
    row = ManualDate.objects.get()
    answer = officer.send(f"{dates(someone)}/by-hand/{row.id}/withdraw", why="a slip")
    assert answer.status_code == 302
    assert "No proposal waits." in officer.page(dates(someone))


def test_the_security_officer_sees_the_day_and_nothing_else(officer: Somebody) -> None:
    someone = held(officer)
    sentence(officer, someone)
    guard = Somebody(Role.SECURITY_OFFICER, name="guard")
    page = guard.page(dates(someone))
    assert "15 January 2027" in page
    for hidden in ("Court of the North", "How the day follows", "Write a sentence", "<svg"):
        assert hidden not in page
    assert guard.status(f"{dates(someone)}/sentences/new") in (403, 404)


def test_another_prison_finds_nothing(officer: Somebody) -> None:
    someone = held(officer)
    other = Somebody(at="south", name="other")
    assert other.status(dates(someone)) == 404


def test_who_should_be_free_stands_on_top_of_the_releases(officer: Somebody) -> None:
    someone = held(officer)
    began = today_at("north", at=timezone.now()) - timedelta(days=40)
    sentence(officer, someone, years="", days="30", starts_on=began.isoformat())
    for one in (officer, Somebody(Role.PRISON_DIRECTOR, name="director")):
        page = one.page("/releases")
        overdue = re.search(r'id="part-overdue".*?</section>', page, re.S)
        assert overdue and "Aigerim" in overdue[0] and ">10<" in overdue[0]
    assert "Release overdue" in officer.page(dates(someone))


def test_a_long_list_shows_the_first_and_leads_to_all_of_them(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "MOST", 2)
    began = today_at("north", at=timezone.now()) - timedelta(days=40)
    for name in ("Aigerim", "Dana", "Saule"):
        someone = held(officer, named=name)
        sentence(officer, someone, years="", days="30", starts_on=began.isoformat())
    page = officer.page("/releases")
    (first,) = re.findall(r'id="part-overdue".*?</section>', page, re.S)
    assert "(3)" in first and sum(name in first for name in ("Aigerim", "Dana", "Saule")) == 2
    way = "/releases?place=north&amp;part=overdue"
    assert way in first
    whole = officer.page(way.replace("&amp;", "&"))
    assert all(name in whole for name in ("Aigerim", "Dana", "Saule"))
    assert "part-within_90" not in whole


def test_a_life_sentence_is_named_under_sentence_without_a_date(officer: Somebody) -> None:
    someone = held(officer)
    sentence(officer, someone, kind="life", years="")
    without = re.search(r'id="without".*?</section>', officer.page("/releases"), re.S)
    assert without and str(someone) in without[0]


def test_a_long_list_of_those_without_a_date_shows_the_first_and_leads_to_all_of_them(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "MOST", 2)
    people = [held(officer, named=name) for name in ("Aigerim", "Dana", "Saule")]
    for someone in people:
        sentence(officer, someone, kind="life", years="")
    page = officer.page("/releases")
    (first,) = re.findall(r'id="without".*?</section>', page, re.S)
    assert "(3)" in first and sum(f"/people/{one}/" in first for one in people) == 2
    assert "/releases?place=north&amp;part=without" in first
    whole = officer.page("/releases?place=north&part=without")
    assert all(f"/people/{one}/custody/dates" in whole for one in people)


def test_whoever_is_of_the_whole_service_looks_at_one_prison_at_a_time(officer: Somebody) -> None:
    began = today_at("north", at=timezone.now()) - timedelta(days=40)
    sentence(officer, held(officer), years="", days="30", starts_on=began.isoformat())
    inspector = Somebody(Role.NPM_INSPECTOR, at="service", name="ines")
    page = inspector.page("/releases")
    assert re.search(r'<option value="north" selected>', page) and "Aigerim" in page
    assert "Aigerim" in inspector.page("/releases?place=service")


def test_nobody_takes_an_overdue_release_off_the_list_from_a_page(officer: Somebody) -> None:
    someone = held(officer)
    began = today_at("north", at=timezone.now()) - timedelta(days=40)
    sentence(officer, someone, years="", days="30", starts_on=began.isoformat())
    answer = officer.send(
        f"{dates(someone)}/days/new", kind="at_large", days="100", reason="found late"
    )
    assert answer.status_code == 422 and "should be free already" in shown(answer)
    assert "found late" in shown(answer)


# --- A decree -------------------------------------------------------------------------------------

DECREE = {
    "establishment": "north", "authority": "The President", "number": "101",
    "issued_on": "2026-06-30", "words": "Thirty days.", "kind": "days", "days": "30", "share": "",
    "iccs_in": "", "iccs_out": "",
}  # fmt: skip


def long(officer: Somebody, named: str) -> UUID:
    someone = held(officer, named=named)
    sentence(officer, someone, years="9")
    return someone


def test_a_decree_is_looked_at_laid_down_and_carried_out_by_another(
    officer: Somebody, colleague: Somebody
) -> None:
    someone = long(officer, "Aigerim")
    looked = officer.send("/releases/batch/new", **DECREE)
    page = shown(looked)
    assert looked.status_code == 200 and "Nothing is written yet" in page, page
    assert "15 January 2035" in page and "16 December 2034" in page and not Decree.objects.exists()
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', page)
    assert seen
    laid = officer.send("/releases/batch/new", seen=seen[1], **DECREE)
    assert laid.status_code == 302, shown(laid)
    way = f"/releases/batch/{Decree.objects.get().id}"
    assert "a second person must look" in officer.page(way)
    assert not Adjustment.objects.exists()
    answer: Any = colleague.client.post(way, {"seen": seen[1]})
    assert answer.status_code == 302
    assert "16 December 2034" in officer.page(dates(someone))
    assert "carried out" in officer.page("/releases/batch")
    assert "this decree was carried out for this person already" in shown(
        officer.send("/releases/batch/new", **DECREE)
    )


def test_who_laid_a_decree_down_cannot_carry_it_out_and_a_changed_list_is_shown_again(
    officer: Somebody, colleague: Somebody
) -> None:
    long(officer, "Aigerim")
    page = shown(officer.send("/releases/batch/new", **DECREE))
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', page)
    assert seen
    officer.send("/releases/batch/new", seen=seen[1], **DECREE)
    way = f"/releases/batch/{Decree.objects.get().id}"
    answer: Any = officer.client.post(way, {"seen": seen[1]})
    assert answer.status_code == 422 and "cannot carry it out" in shown(answer)
    long(officer, "Salma")
    answer = colleague.client.post(way, {"seen": seen[1]})
    assert answer.status_code == 422 and "The list has changed" in shown(answer)
    assert not Adjustment.objects.exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"days": ""}, "does not say how much"),
        ({"share": "1/3"}, "does not say how much"),
        ({"kind": "share", "days": "", "share": "half"}, "share such as 1/3"),
        ({"kind": "share", "days": "", "share": "4/3"}, "share such as 1/3"),
        ({"iccs_in": "theft"}, "digits alone"),
        ({"issued_on": "2150-01-01"}, "has not come"),
        ({"authority": ""}, "required"),
    ],
)
def test_a_decree_that_says_too_little_is_refused_and_stays_typed(
    officer: Somebody, typed: dict[str, str], says: str
) -> None:
    answer = officer.send("/releases/batch/new", **{**DECREE, **typed})
    assert answer.status_code == 422 and says in shown(answer) and "Thirty days." in shown(answer)


def test_the_director_and_the_guard_lay_no_decree_down(officer: Somebody) -> None:
    for role in (Role.PRISON_DIRECTOR, Role.SECURITY_OFFICER):
        assert Somebody(role, name=role.value).status("/releases/batch/new") == 404


# --- Progress -------------------------------------------------------------------------------------


def told(work: Any) -> str:
    answer = streamed(RequestFactory().get("/"), "A decree", work, every=0.05)  # type: ignore[arg-type]
    return b"".join(answer.streaming_content).decode()  # type: ignore[arg-type]


def test_a_long_act_says_how_far_it_is_and_then_where_to_look() -> None:
    def slow(progress: Progress) -> str:
        for number in range(1, 4):
            progress(number, 3)
            time.sleep(0.08)
        return "/releases/batch"

    page = told(slow)
    assert re.search(r"Done: [12] / 3", page)
    assert page.index("Done:") < page.index('href="/releases/batch"') < page.index("</html>")


def test_a_long_act_that_is_refused_or_breaks_off_says_so() -> None:
    def refused(_progress: Progress) -> str:
        raise BadDecree("the list has changed", remedy="look again")

    def broken(_progress: Progress) -> str:
        raise RuntimeError("disk")

    assert "The list has changed." in told(refused)
    page = told(broken)
    assert "Nothing was done" in page and "disk" not in page


def test_the_bar_is_mirrored_where_one_reads_from_right_to_left(officer: Somebody) -> None:
    someone = held(officer)
    sentence(officer, someone)

    def of_first() -> int:
        page = officer.page(dates(someone))
        found = re.search(r'class="mark begins"><line x1="(\d+)"', page)
        assert found
        return int(found[1])

    left = of_first()
    with translation.override("ar"):
        officer.client.cookies["django_language"] = "ar"
        assert of_first() == 600 - left
