"""Orders, charges and status are written, corrected and struck out from the pages of a file."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.custody.made_of_orders import DAY, FORM, TYPED, held, order
from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.custody.models import Charge, LegalStatus, Order
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Somebody:
    place(zone="Africa/Tunis")
    return Somebody()


@pytest.fixture
def file(officer: Somebody) -> Person:
    return officer.open("Aigerim")


def way(file: Person, rest: str = "") -> str:
    return f"/people/{file.id}/custody{rest}"


def standing(model: type) -> list[object]:
    see_all_rows("SEN")
    return list(model.objects.filter(stood_until=None))  # type: ignore[attr-defined]


def test_an_order_is_registered_at_the_hour_of_the_place(officer: Somebody, file: Person) -> None:
    answer = officer.send(way(file, "/orders/new"), **TYPED)
    assert answer.status_code == 302, shown(answer)
    (kept,) = standing(Order)
    assert kept.valid_from.isoformat() == "2026-03-01T08:00:00+00:00"  # type: ignore[attr-defined]
    page = officer.page(way(file, "/orders?done=order"))
    assert "The order is registered." in page and "17/2026" in page and "Court of the North" in page


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("valid_to", "2026-03-01T09:00", "would end before it begins"),
        ("valid_to", "2026-02-28T09:00", "would end before it begins"),
        ("issued_on", "2199-01-01", "has not come yet"),
        ("issued_on", "yesterday", "valid date"),
        ("issued_on", "0001-01-01", "too far away"),
        ("valid_from", "9999-12-31T00:00", "too far away"),
        ("authority", " ", "required"),
        ("number", "", "required"),
        ("kind", "rumour", "valid choice"),
        ("reason", "a\0b", "Null characters"),
    ],
)
def test_an_order_that_cannot_be_is_refused_at_its_field(
    officer: Somebody, file: Person, field: str, typed: str, says: str
) -> None:
    said = {**TYPED, "named": "Aigerim", field: typed}
    answer = officer.send(way(file, "/orders/new"), **said)
    page = shown(answer)
    assert answer.status_code == 422 and says in page and not standing(Order)
    assert f'id="id_{field}_error"' in page and 'value="Aigerim"' in page


def test_an_order_of_another_person_is_asked_about_and_nothing_typed_is_lost(
    officer: Somebody, file: Person
) -> None:
    new = way(file, "/orders/new")
    answer = officer.send(new, **{**TYPED, "named": "Mehmet"})
    page = shown(answer)
    assert answer.status_code == 422 and "is none of this person" in page
    assert 'id="id_sure_error"' in page
    assert 'value="Mehmet"' in page and not standing(Order)
    sure = "the court uses the other name"
    assert officer.send(new, **{**TYPED, "named": "Mehmet", "sure": sure}).status_code == 302
    assert Entry.objects.get(event="custody.order_registered").why == sure


def test_an_order_of_release_for_somebody_free_is_refused(officer: Somebody, file: Person) -> None:
    said = {**TYPED, "kind": "release", "valid_to": ""}
    answer = officer.send(way(file, "/orders/new"), **said)
    assert answer.status_code == 422 and "nobody to release" in shown(answer)
    held(officer, file, days=9)
    said["valid_from"] = timezone.now().strftime(FORM)
    assert officer.send(way(file, "/orders/new"), **said).status_code == 302


def test_an_order_sent_twice_is_registered_once(officer: Somebody, file: Person) -> None:
    typed = officer.fill(way(file, "/orders/new"), **TYPED)
    answers = [officer.client.post(way(file, "/orders/new"), typed) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302] and len(standing(Order)) == 1


def test_a_corrected_order_shows_the_earlier_reading_with_its_author(
    officer: Somebody, file: Person
) -> None:
    officer.send(way(file, "/orders/new"), **TYPED)
    (first,) = standing(Order)
    correct = way(file, f"/orders/{first.id}/correct")  # type: ignore[attr-defined]
    assert 'value="17/2026"' in officer.page(correct)
    assert officer.send(correct, **TYPED, why="").status_code == 422
    said = {**TYPED, "number": "71/2026", "why": "misread"}
    assert officer.send(correct, **said).status_code == 302
    page = officer.page(way(file, "/orders"))
    assert page.index("71/2026") < page.index("Earlier entries: corr") < page.index("17/2026")
    assert "amel" in page
    assert officer.status(correct) == 200
    late = officer.send(correct, **{**said, "number": "72/2026"})
    assert late.status_code == 422 and "corrected or continued meanwhile" in shown(late)


def test_an_order_struck_out_is_shown_with_the_reason_and_the_person_is_without_one(
    officer: Somebody, file: Person
) -> None:
    held(officer, file, days=9)
    (first,) = standing(Order)
    strike = way(file, f"/orders/{first.id}/strike-out")  # type: ignore[attr-defined]
    assert "held without a valid order from then on" in officer.page(strike)
    assert officer.send(strike, why="of a cousin").status_code == 302
    page = officer.page(way(file, "/orders"))
    assert "of a cousin" in page and "Held without a valid order" in page
    assert "Held without a valid order" in officer.page(way(file))


def test_the_line_is_a_picture_and_a_table_with_the_gap_named(
    officer: Somebody, file: Person
) -> None:
    now = timezone.now()
    order(officer, file, begins=now - 400 * DAY, ends=now - 100 * DAY)
    held(officer, file)
    page = officer.page(way(file, "/orders"))
    assert page.count('class="gap"') == 1 and page.count('class="covered"') == 1
    assert "no valid order</strong>" in page and "100 days" in page


def test_the_picture_is_mirrored_where_the_page_reads_from_right_to_left(
    officer: Somebody, file: Person
) -> None:
    now = timezone.now()
    order(officer, file, begins=now - 400 * DAY, ends=now - 73 * DAY)
    held(officer, file)
    covered = 'width="800.0" height="12" class="covered"'
    assert f'<rect x="0.0" y="22" {covered}' in officer.page(way(file, "/orders"))
    officer.client.cookies["django_language"] = "ar"
    assert f'<rect x="200.0" y="22" {covered}' in officer.page(way(file, "/orders"))


def test_charges_are_written_with_what_is_not_known(officer: Somebody, file: Person) -> None:
    new = way(file, "/charges/new")
    wrong = officer.send(new, words="theft", iccs="99")
    assert wrong.status_code == 422 and "no code of the classification" in shown(wrong)
    assert officer.send(new, words="theft of a cow", iccs="05.02").status_code == 302
    (charge,) = standing(Charge)
    assert (charge.iccs, charge.terrorism_related) == ("0502", None)  # type: ignore[attr-defined]
    assert "theft of a cow" in officer.page(way(file, "/orders"))
    correct = way(file, f"/charges/{charge.id}/correct")  # type: ignore[attr-defined]
    said = {"words": "fraud", "iccs": "", "terrorism_related": "no", "why": "misread"}
    assert officer.send(correct, **said).status_code == 302
    (charge,) = standing(Charge)
    assert charge.terrorism_related is False  # type: ignore[attr-defined]
    strike = way(file, f"/charges/{charge.id}/strike-out")  # type: ignore[attr-defined]
    assert officer.send(strike, why="dropped").status_code == 302
    assert not standing(Charge)


def test_the_legal_status_is_changed_and_corrected(officer: Somebody, file: Person) -> None:
    new = way(file, "/status/new")
    late = (timezone.now() + 2 * DAY).strftime(FORM)
    assert "has not come yet" in shown(officer.send(new, value="untried", since=late))
    assert officer.send(new, value="untried", since="2026-03-01T09:00").status_code == 302
    (status,) = standing(LegalStatus)
    correct = way(file, f"/status/{status.id}/correct")  # type: ignore[attr-defined]
    said = {"value": "civil", "since": "2026-03-02T09:00", "why": "misread"}
    assert officer.send(correct, **said).status_code == 302
    (status,) = standing(LegalStatus)
    assert "Civil prisoner" in officer.page(way(file, "/orders"))
    strike = way(file, f"/status/{status.id}/strike-out")  # type: ignore[attr-defined]
    assert officer.send(strike, why="another file").status_code == 302


def test_the_overview_says_what_is_missing_and_where_to_fill_it_in(
    officer: Somebody, file: Person
) -> None:
    held(officer, file)
    page = officer.page(way(file))
    for lack in ("a valid order", "the legal status", "the charges", "a place", "search"):
        assert f">{lack}</a>" in page
    assert "365 days" in page


def test_who_may_not_write_is_told_before_typing(officer: Somebody, file: Person) -> None:
    director = Somebody(Role.PRISON_DIRECTOR, name="dana")
    assert director.status(way(file, "/orders")) == 200
    assert "Register an order" not in director.page(way(file, "/orders"))
    assert director.status(way(file, "/orders/new")) == 403
    elsewhere = Somebody(at="south", name="esra")
    assert {elsewhere.status(way(file, rest)) for rest in ("", "/orders", "/orders/new")} == {404}


def test_a_security_officer_sees_the_legal_status_and_no_order(
    officer: Somebody, file: Person
) -> None:
    held(officer, file, days=9)
    officer.send(way(file, "/status/new"), value="untried", since="2026-03-01T09:00")
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    page = guard.page(way(file, "/orders"))
    assert "Untried" in page and "Court" not in page and "no orders or charges" in page
    assert "Ordered until" not in guard.page(way(file))


def test_words_in_an_order_are_shown_and_not_run(officer: Somebody, file: Person) -> None:
    said = {**TYPED, "authority": "<script>alert(1)</script>", "reason": "\u202eturned"}
    officer.send(way(file, "/orders/new"), **said)
    page = officer.page(way(file, "/orders"))
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
