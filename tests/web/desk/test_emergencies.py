"""Emergency access as people meet it: taken with a reason, confirmed, reviewed, and then over."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.web.desk import cast
from throughcare.access.matrix import matrix
from throughcare.access.models import Account, BreakGlass, Notice
from throughcare.access.terms import Compartment, Role
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry
from throughcare.web.desk.emergencies.opened import state_of

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."
REASON = "Missing since the evening count."


@pytest.fixture
def file() -> Person:
    made = cast.file("Aigerim", "Sadykova")
    cast.contact(made, "Saule", "+7 701")
    return made


@pytest.fixture
def officer() -> Account:
    return cast.account("officer", Role.SECURITY_OFFICER)


@pytest.fixture
def director() -> Account:
    return cast.account("director", Role.PRISON_DIRECTOR)


def _typed(**other: str) -> dict[str, str]:
    return {"compartment": "CON", "reason": REASON, "others_on_duty": "yes", **other}


def _take(of: Account, file: Person, **other: str) -> tuple[int, str]:
    answer = cast.browser(of).post(f"/people/{file.id}/emergency", _typed(**other))
    return answer.status_code, answer.headers.get("Location", "") or cast.seen(answer)[1]


def test_before_it_is_taken_the_page_says_what_opens_for_how_long_and_who_is_told(
    file: Person, officer: Account
) -> None:
    status, text = cast.page(officer, f"/people/{file.id}/emergency")
    assert status == 200
    for said in ("Sadykova", "missing person or emergency notice", "emergency contact"):
        assert said in text
    assert "<td>4</td><td>case manager; inspector of the national preventive mechanism</td>" in text
    assert "Saule" not in text


def test_once_taken_the_contact_is_shown_until_the_hour_it_ends(
    file: Person, officer: Account
) -> None:
    status, way = _take(officer, file)
    row = BreakGlass.objects.get()
    assert (status, way) == (302, f"/people/{file.id}/emergency/{row.pk}")
    status, text = cast.page(officer, way)
    assert status == 200
    assert "Saule" in text and "+7 701" in text and "Open until:" in text
    assert "It closes earlier unless a second person confirms it before:" in text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": "x" * (matrix().break_glass.shortest_reason - 1)}, "Say a little more"),
        ({"reason": " " * 40}, "This field is required."),
        ({"reason": "x" * 3000}, "at most 2000 characters"),
        ({"reason": "x" * 1_000_000}, "at most 2000 characters"),
        ({"reason": REASON + "\0"}, "Null characters are not allowed."),
        ({"compartment": "REL"}, "Select a valid choice."),
        ({"compartment": ""}, "This field is required."),
        ({"others_on_duty": ""}, "This field is required."),
        ({"others_on_duty": "perhaps"}, "Select a valid choice."),
    ],
)
def test_one_wrong_field_is_refused_in_words_and_nothing_is_lost(
    file: Person, officer: Account, wrong: dict[str, str], said: str
) -> None:
    kept = {"reason": REASON, **wrong}["reason"]
    status, text = _take(officer, file, **wrong)
    assert status == 422
    assert said in text and "This was not saved" in text
    assert kept.strip() in text
    assert not BreakGlass.objects.exists()


def test_a_reason_of_the_shortest_length_is_enough(file: Person, officer: Account) -> None:
    assert _take(officer, file, reason="x" * matrix().break_glass.shortest_reason)[0] == 302


def test_to_take_it_twice_is_refused_with_what_to_do(file: Person, officer: Account) -> None:
    assert _take(officer, file)[0] == 302
    status, text = _take(officer, file)
    assert status == 422 and "you have this emergency access already" in text


def test_each_post_is_offered_what_the_matrix_lists_for_it(file: Person, director: Account) -> None:
    nurse = cast.account("nurse", Role.PHYSICIAN_NURSE)
    _, text = cast.page(director, f"/people/{file.id}/emergency")
    for code in ("HLT", "PSY", "INT", "CON"):
        assert f'<option value="{code}"' in text
    officer = cast.account("officer", Role.SECURITY_OFFICER)
    _, text = cast.page(officer, f"/people/{file.id}/emergency")
    assert '<option value="HLT"' in text and '<option value="INT"' not in text
    assert cast.page(nurse, f"/people/{file.id}/emergency")[0] == 403


def test_a_person_held_elsewhere_and_nobody_at_all_are_answered_in_the_same_words(
    file: Person,
) -> None:
    elsewhere = cast.account("elsewhere", Role.SECURITY_OFFICER, at="south")
    hidden = cast.page(elsewhere, f"/people/{file.id}/emergency")
    absent = cast.page(elsewhere, f"/people/{uuid4()}/emergency")
    assert hidden[0] == absent[0] == 404
    assert NOTHING in hidden[1] and NOTHING in absent[1]
    status, text = _take(elsewhere, file)
    assert status == 404 and NOTHING in text


def test_a_post_elsewhere_takes_no_emergency_about_a_person_that_another_post_opens(
    file: Person,
) -> None:
    both = cast.account("both", Role.ADMISSIONS_OFFICER)
    cast.post(both, Role.SECURITY_OFFICER, "south")
    assert cast.page(both, f"/people/{file.id}/emergency")[0] == 403
    cast.post(both, Role.SECURITY_OFFICER, "north")
    assert cast.page(both, f"/people/{file.id}/emergency")[0] == 200


def test_an_emergency_stands_at_the_address_of_its_person_alone(
    file: Person, officer: Account
) -> None:
    row = cast.emergency(officer, file.id)
    assert cast.page(officer, f"/people/{file.id}/emergency/{row.pk}")[0] == 200
    other = cast.file("Bolat")
    assert cast.page(officer, f"/people/{other.id}/emergency/{row.pk}")[0] == 404


def test_to_confirm_comes_by_post_alone(file: Person, officer: Account, director: Account) -> None:
    row = cast.emergency(officer, file.id)
    assert cast.browser(director).get(f"/emergencies/{row.pk}/confirm").status_code == 405
    row.refresh_from_db()
    assert row.confirmed_at is None


def test_an_emergency_is_shown_to_nobody_but_who_took_it(file: Person, officer: Account) -> None:
    _, way = _take(officer, file)
    assert cast.page(officer, way)[0] == 200
    status, text = cast.page(cast.account("other", Role.SECURITY_OFFICER), way)
    assert status == 404 and NOTHING in text and "Saule" not in text


def test_after_its_end_it_shows_nothing_any_more(file: Person, officer: Account) -> None:
    row = cast.emergency(
        officer, file.id, begins=-4 * cast.HOUR, ends=-cast.MINUTE, confirm_by=None
    )
    status, text = cast.page(officer, f"/people/{file.id}/emergency/{row.pk}")
    assert status == 200 and "It ended:" in text and "Saule" not in text


def test_unconfirmed_it_closes_with_the_hour_of_the_second_person(
    file: Person, officer: Account
) -> None:
    row = cast.emergency(
        officer, file.id, confirm_by=-cast.MINUTE, begins=-61 * cast.MINUTE, ends=2 * cast.HOUR
    )
    status, text = cast.page(officer, f"/people/{file.id}/emergency/{row.pk}")
    assert status == 200 and "nobody confirmed it in time" in text and "Saule" not in text


def test_it_is_open_up_to_its_end_and_not_at_it(file: Person, officer: Account) -> None:
    row = cast.emergency(officer, file.id, confirm_by=None)
    second = cast.MINUTE / 60
    assert state_of(row, at=row.ends - second).open
    assert not state_of(row, at=row.ends).open


def test_it_lapses_at_the_moment_to_confirm_and_not_before(file: Person, officer: Account) -> None:
    row = cast.emergency(officer, file.id)
    assert row.confirm_by is not None
    second = cast.MINUTE / 60
    assert not state_of(row, at=row.confirm_by - second).lapsed
    assert state_of(row, at=row.confirm_by).lapsed


def test_the_director_confirms_and_reviews_and_who_took_it_may_do_neither(
    file: Person, officer: Account, director: Account
) -> None:
    _take(officer, file)
    row = BreakGlass.objects.get()
    way = f"/emergencies/{row.pk}"
    finding = {"justified": "yes", "finding": "She was found and the sister told."}
    assert cast.browser(officer).post(f"{way}/confirm").status_code == 404
    assert cast.browser(officer).post(f"{way}/review", finding).status_code == 404
    _, text = cast.page(director, "/emergencies")
    assert REASON in text and f"{way}/confirm" in text and f"{way}/review" in text
    assert cast.browser(director).post(f"{way}/confirm").status_code == 302
    assert cast.browser(director).post(f"{way}/review", finding).status_code == 302
    row.refresh_from_db()
    assert (row.confirmed_by_id, row.reviewed_by_id, row.justified) == (
        director.pk, director.pk, True,
    )  # fmt: skip
    assert f"{way}/" not in cast.page(director, "/emergencies")[1]
    assert "justified" in cast.page(officer, "/emergencies")[1]


@pytest.mark.parametrize(
    "wrong", [{"justified": ""}, {"finding": ""}, {"finding": "x" * 1_000_000}]
)
def test_a_review_without_finding_or_words_is_refused(
    file: Person, officer: Account, director: Account, wrong: dict[str, str]
) -> None:
    row = cast.emergency(officer, file.id)
    typed = {"justified": "no", "finding": "There was no danger.", **wrong}
    answer = cast.browser(director).post(f"/emergencies/{row.pk}/review", typed)
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.reviewed_at is None


def test_not_justified_it_ends_at_once(file: Person, officer: Account, director: Account) -> None:
    row = cast.emergency(officer, file.id)
    assert "Saule" in cast.page(officer, f"/people/{file.id}/emergency/{row.pk}")[1]
    typed = {"justified": "no", "finding": "There was no danger."}
    cast.browser(director).post(f"/emergencies/{row.pk}/review", typed)
    _, text = cast.page(officer, f"/people/{file.id}/emergency/{row.pk}")
    assert "It ended:" in text and "Saule" not in text


def test_the_director_of_another_prison_is_asked_nothing(file: Person, officer: Account) -> None:
    row = cast.emergency(officer, file.id)
    other = cast.account("other", Role.PRISON_DIRECTOR, at="south")
    assert REASON not in cast.page(other, "/emergencies")[1]
    assert cast.browser(other).post(f"/emergencies/{row.pk}/confirm").status_code == 404
    assert cast.page(other, f"/emergencies/{row.pk}/review")[0] == 404


def test_the_case_manager_is_told_at_once_until_it_is_seen(file: Person, officer: Account) -> None:
    manager = cast.account("manager", Role.CASE_MANAGER)
    _take(officer, file)
    notice = Notice.objects.get(role=Role.CASE_MANAGER)
    assert f"/notices/{notice.pk}/seen" in cast.page(manager, "/emergencies")[1]
    chaplain = cast.account("chaplain", Role.CHAPLAIN)
    assert cast.browser(chaplain).post(f"/notices/{notice.pk}/seen").status_code == 404
    assert cast.browser(manager).post(f"/notices/{notice.pk}/seen").status_code == 302
    assert f"/notices/{notice.pk}/seen" not in cast.page(manager, "/emergencies")[1]


def test_taking_it_stands_in_the_register_with_its_reason(file: Person, officer: Account) -> None:
    _take(officer, file)
    entry = Entry.objects.get(event="access.emergency_taken")
    assert (entry.why, entry.about, entry.compartment) == (REASON, file.id, Compartment.CON)


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 40])
def test_a_number_of_no_emergency_is_not_there(file: Person, officer: Account, number: str) -> None:
    assert cast.page(officer, f"/people/{file.id}/emergency/{number}")[0] == 404
    assert cast.browser(officer).post(f"/emergencies/{number}/confirm").status_code == 404
    assert cast.page(officer, f"/emergencies/{number}/review")[0] == 404
    assert cast.browser(officer).post(f"/notices/{number}/seen").status_code == 404


def test_what_is_typed_never_runs(file: Person, officer: Account, director: Account) -> None:
    _take(officer, file, reason="<script>alert(1)</script> and more")
    _, text = cast.page(director, "/emergencies")
    assert "<script>alert" not in text and "&lt;script&gt;alert" in text
