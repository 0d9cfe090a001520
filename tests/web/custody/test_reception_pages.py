"""A person is received on pages: who it is, the order, then each step, and what is missing."""

from __future__ import annotations

import html
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.people.made import SINCE, Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.custody.models import Order, Placement, Stay, Step
from throughcare.casework.custody.terms import WALK, Stage
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.kernel.models import Place
from throughcare.web.drafts.models import Draft

pytestmark = pytest.mark.django_db

NEW = "/reception/new"
NAME = {
    "name-use": "recorded", "name-part0_text": "Aigerim", "name-part1_text": "Seitkyzy",
    "place-establishment": "north",
}  # fmt: skip
NUMBER = {"number-system": "register", "number-number": "8812 3344"}


def _now(minutes: int = 0) -> str:
    return (timezone.now() + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")


def an_order(**other: str) -> dict[str, str]:
    """What is typed from the order."""
    return {
        "found": "valid", "order_kind": "remand", "authority": "Court of the North",
        "number": "17/2026", "issued_on": "2026-03-01", "valid_from": _now(), "valid_to": "",
        "admitted_at": _now(), **other,
    }  # fmt: skip


@pytest.fixture
def officer(db: None) -> Somebody:
    """The reception of the north, which has one cell."""
    north = place()
    above = north
    for kind, path in (("premises", "north/a"), ("unit", "north/a/1"), ("cell", "north/a/1/01")):
        above = Place.objects.create(
            kind=kind, parent=above, code=path.rpartition("/")[2], path=path, used_from=SINCE,
            certified_capacity=2, floor_area=12, name={"en": path},
        )  # fmt: skip
    place("south", "South Prison")
    see_all_rows("SEN", "HLT", "INC")
    return Somebody()


def way(file: Any, step: str = "") -> str:
    """The page of a step, or the walk."""
    return f"/people/{getattr(file, 'id', file)}/custody/reception{'/' + step if step else ''}"


def led(answer: Any) -> str:
    """Where the form led; otherwise what it said."""
    if answer.status_code != 302:
        page = html.unescape(shown(answer))
        raise AssertionError(page[page.find('class="refused"') :][:1500])
    see_all_rows("SEN", "HLT", "INC")
    return str(answer["Location"])


def receive(officer: Somebody, *parts: str, **other: str) -> Person:
    """A file with an order and a stay."""
    file = officer.open(*parts)
    led(officer.send(way(file, "legality"), **an_order(**other)))
    return file


STEPS: dict[str, dict[str, Any]] = {
    "identity": {"searched_duplicates": "yes", "found": "stated"},
    "search": {"by_kind": "pat_down", "reason": "reception", "by_staff": "A", "result": "nothing",
               "by_staff_sex": "female"},
    "injuries": {"none_seen": "seen", "words": "a fresh bruise", "marks": ["face", "left_elbow"]},
    "complaint": {"made": "yes", "words": "They beat me."},
    "property": {"items": "watch, steel\n2 x shirt", "first_amount": "20.5",
                 "first_currency": "tnd", "signature": "signed"},
    "information": {"topics": ["rights"], "language": "ar", "mode": "oral", "understood": "all"},
    "lawyer": {"free_aid": "yes"},
    "consul": {"foreign": "no"},
    "family": {"means_given": "yes", "told_whom": "a sister"},
    "dependants": {"depends": "yes", "members": "Nur, 6, with an aunt", "arranged": "yes"},
    "needs": {"own_words": "A call."},
    "place": {"place": "north/a/1/01", "reasons": "first night"},
}  # fmt: skip


def take(officer: Somebody, file: Any, step: str, **other: Any) -> Any:
    """One step, sent."""
    return officer.send(way(file, step), **{"happened_at": _now(), **STEPS[step], **other})


def test_a_person_is_received_step_by_step_and_each_page_leads_to_the_next(
    officer: Somebody,
) -> None:
    to = led(officer.send(NEW, **NAME))
    assert to.split("?")[0].endswith("/custody/reception/legality")
    file = UUID(to.split("/")[2])
    to = led(officer.send(to, **an_order()))
    for kind in WALK[Stage.RECEPTION][1:]:
        assert to.split("?")[0] == way(file, kind)
        to = led(take(officer, file, kind))
    assert to.split("?")[0] == way(file)
    page = officer.page(to)
    assert "Every step is written down" in page and "Still missing" not in page
    assert Stay.objects.get().establishment == "north" and Placement.objects.count() == 1


def test_the_walk_says_what_is_missing_and_until_when(officer: Somebody) -> None:
    file = receive(officer)
    page = officer.page(way(file))
    assert "Still missing" in page and "Family told" in page
    assert "Nelson Mandela Rule 68 (immediately), default" in page
    assert "not confirmed for this country" in page


def test_without_an_order_the_page_refuses_and_keeps_what_was_typed(officer: Somebody) -> None:
    file = officer.open()
    answer = officer.send(way(file, "legality"), admitted_at=_now(), authority="Court of the North")
    page = shown(answer)
    assert answer.status_code == 422 and not Stay.objects.exists()
    assert "Court of the North" in page


@pytest.mark.parametrize("why", ["", "the police bring nothing in writing"])
def test_held_without_a_valid_order_needs_the_reason(officer: Somebody, why: str) -> None:
    file = officer.open()
    answer = officer.send(
        way(file, "legality"), admitted_at=_now(), found="without", without_order=why
    )
    see_all_rows("SEN")
    assert answer.status_code == (302 if why else 422)
    assert Stay.objects.count() == bool(why)
    assert not why or "Held without a valid order" in officer.page(way(file))


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("valid_to", "2020-01-01T10:00", "end before it begins"),
        ("admitted_at", "2100-01-01T10:00", "not come yet"),
        ("admitted_at", "yesterday", "valid date"),
        ("number", "", "Copy it from the order"),
        ("issued_on", "2100-01-01", "day that has not come"),
        ("valid_from", "2100-01-01T10:00", "without one"),
        ("order_kind", "release", "valid choice"),
    ],
)  # fmt: skip
def test_a_wrong_order_is_said_in_words_and_nothing_is_half_written(
    officer: Somebody, field: str, typed: str, says: str
) -> None:
    file = officer.open()
    answer = officer.send(way(file, "legality"), **an_order(**{field: typed}))
    assert answer.status_code == 422 and says in html.unescape(shown(answer))
    see_all_rows("SEN")
    assert not Stay.objects.exists() and not Order.objects.exists()


def test_arrest_and_charges_told_are_written_with_the_order(officer: Somebody) -> None:
    file = receive(
        officer, arrest_at="2026-02-27T05:00", arrest_place="at home", arrest_by="police",
        told_language="ar", told_mode="oral",
    )  # fmt: skip
    kinds = set(Step.objects.filter(person=file).values_list("kind", flat=True))
    assert kinds == {"legality", "arrest", "charges_told"}


@pytest.mark.parametrize(
    ("step", "wrong", "says"),
    [
        ("injuries", {"marks": []}, "at least one place"),
        ("injuries", {"none_seen": "none"}, "clear them"),
        ("injuries", {"marks": ["nose"]}, "valid choice"),
        ("complaint", {"made": ""}, "Choose an answer"),
        ("complaint", {"words": "a\0b"}, "Null characters"),
        ("property", {"signature": "refused"}, "Name somebody"),
        ("property", {"first_currency": ""}, "which currency"),
        ("property", {"first_amount": "-1"}, "greater than or equal"),
        ("information", {"topics": []}, "what was explained"),
        ("family", {"declined": "yes"}, "Look at both"),
        ("consul", {"refugee_or_stateless": "yes", "contacted_at": "2026-03-01T10:00"},
         "not the consul"),
        ("dependants", {"members": ""}, "who they are"),
        ("place", {"place": "south/a"}, "valid choice"),
        ("identity", {"found": "verified"}, "which papers"),
        ("needs", {"happened_at": "2100-01-01T10:00"}, "not come yet"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_at_its_field(
    officer: Somebody, step: str, wrong: dict[str, Any], says: str
) -> None:
    file = receive(officer)
    answer = take(officer, file, step, **wrong)
    assert answer.status_code == 422 and says in html.unescape(shown(answer))
    see_all_rows("HLT", "INC")
    assert not Step.objects.filter(kind=step).exists()
    led(take(officer, file, step))


def test_what_goes_to_health_is_not_read_back_and_the_page_says_so(officer: Somebody) -> None:
    file = receive(officer)
    led(take(officer, file, "complaint"))
    for page in (officer.page(way(file)), officer.page(way(file, "complaint"))):
        assert "They beat me" not in page
    assert "cannot read it back" in officer.page(way(file, "complaint"))
    nurse = Somebody(Role.PHYSICIAN_NURSE, name="nurse")
    assert "They beat me" in nurse.page(way(file))


def test_the_map_of_the_body_and_the_list_of_boxes_say_the_same(officer: Somebody) -> None:
    file = receive(officer)
    page = officer.page(way(file, "injuries"))
    for number in range(38):
        assert f'for="id_marks_{number}"' in page and f"region-{number + 1}" in page
    led(take(officer, file, "injuries"))
    kept = Step.objects.get(kind="injuries").value
    assert kept["marks"] == [{"region": "face"}, {"region": "left_elbow"}]


def test_the_things_are_kept_one_by_one(officer: Somebody) -> None:
    file = receive(officer)
    led(take(officer, file, "property"))
    kept = Step.objects.get(kind="property").value
    assert kept["items"] == [{"what": "watch, steel"}, {"what": "shirt", "count": 2}]
    assert kept["money"] == [{"amount": "20.5", "currency": "TND"}]
    assert "2 × shirt" in officer.page(way(file))


def test_what_was_compared_with_papers_is_verified_in_the_file(officer: Somebody) -> None:
    file = receive(officer)
    officer.state(file, Kind.BIRTH_DATE, {"date": "1990-05-17"})
    facts = [str(one.id) for one in Fact.objects.filter(person=file)]
    led(take(officer, file, "identity", found="verified", facts=facts, proof="passport A12"))
    verified = Fact.objects.filter(person=file, standing="verified")
    assert verified.count() == 2 and {one.proof for one in verified} == {"passport A12"}


def test_a_woman_is_received_by_a_woman_or_the_list_says_it(officer: Somebody) -> None:
    file = officer.open()
    officer.state(file, Kind.SEX, {"sex": "female"})
    led(officer.send(way(file, "legality"), **an_order()))
    assert take(officer, file, "identity").status_code == 422
    led(take(officer, file, "identity", received_by_sex="male"))
    assert "women are received by women" in officer.page(way(file))
    led(take(officer, file, "identity", received_by_sex="male", woman_officer="N. S."))
    assert "women are received by women" not in officer.page(way(file))


def test_a_birth_date_of_1_january_is_asked_about(officer: Somebody) -> None:
    born = {"born-born_year": "1990", "born-born_month": "1", "born-born_day": "1"}
    answer = officer.send(NEW, **NAME, **born)
    assert answer.status_code == 422 and "looks invented" in shown(answer)
    assert not Person.objects.exists()
    led(officer.send(NEW, **NAME, **born, january="year"))
    assert Fact.objects.get(kind=Kind.BIRTH_DATE).value == {"date": "1990"}
    led(officer.send(NEW, **{**NAME, "name-part0_text": "Botagoz"}, **born, january="known"))


def test_a_person_without_a_birth_date_is_received(officer: Somebody) -> None:
    led(officer.send(NEW, **NAME))
    assert not Fact.objects.filter(kind=Kind.BIRTH_DATE).exists()


def test_a_known_file_of_the_own_prison_is_shown_before_a_second_is_opened(
    officer: Somebody,
) -> None:
    there = officer.open("Aigerim", "Seitkyzy")
    answer = officer.send(NEW, **NAME)
    assert answer.status_code == 422 and way(there) in shown(answer)
    assert Person.objects.count() == 1


def test_who_is_held_in_another_prison_is_not_received_and_the_page_says_where(
    officer: Somebody,
) -> None:
    south = Somebody(at="south", name="else")
    file = receive(south, "Aigerim", "Seitkyzy")
    south.state(file, Kind.IDENTIFIER, {"system": "register", "number": "88123344"})
    answer = officer.send(NEW, **NAME, **NUMBER)
    page = shown(answer)
    assert answer.status_code == 422 and "South Prison" in page and "by a transfer" in page
    assert Person.objects.count() == 1
    opened = led(officer.send(NEW, **NAME, **NUMBER, seen=str(file.id)))
    answer = officer.send(opened.split("?")[0], **an_order(number="18/2026"))
    assert answer.status_code == 422 and "South Prison" in shown(answer)
    led(officer.send(opened.split("?")[0], **an_order(number="18/2026"), somebody_else="her twin"))


def test_a_free_person_s_file_is_taken_over_with_a_reason(officer: Somebody) -> None:
    south = Somebody(at="south", name="else")
    file = south.open("Aigerim", "Seitkyzy")
    south.state(file, Kind.IDENTIFIER, {"system": "register", "number": "88123344"})
    page = shown(officer.send(NEW, **NAME, **NUMBER))
    assert "Take this file over" in page and "South Prison" in page
    answer = officer.send(NEW, **NAME, **NUMBER, take=str(file.id))
    assert answer.status_code == 422
    to = led(officer.send(NEW, **NAME, **NUMBER, take=str(file.id), take_why="arrested again"))
    assert to.split("?")[0] == way(file, "legality")
    assert Person.objects.get().held_at == "north"


def test_a_disputed_age_makes_a_child_until_another_decides(officer: Somebody) -> None:
    file = receive(officer)
    led(officer.send(way(file, "age"), born_year="2011", why="says so", happened_at=_now()))
    assert "Counts as a child" in officer.page(way(file))
    typed = {"born_year": "1999", "why": "certificate", "happened_at": _now()}
    assert officer.send(way(file, "age"), **typed).status_code == 422
    led(Somebody(name="other").send(way(file, "age"), **typed))
    assert "Counts as a child" not in officer.page(way(file))


def test_a_step_is_kept_as_a_draft_and_taken_up_again(officer: Somebody) -> None:
    file = receive(officer)
    typed = officer.fill(way(file, "needs"), own_words="A call to my", happened_at=_now())
    officer.client.post("/drafts/keep", typed)
    see_all_rows()
    key = Draft.objects.get().key
    assert "A call to my" in officer.page(f"{way(file, 'needs')}?draft={key}")


def test_the_list_of_receptions_not_finished_leads_on(officer: Somebody) -> None:
    file = receive(officer)
    page = officer.page("/reception")
    assert way(file) in page and "Family told" in page


@pytest.mark.parametrize("step", ["", "legality", "search", "age", "place", "identity"])
def test_another_prison_s_reception_is_not_there(officer: Somebody, step: str) -> None:
    file = receive(officer)
    assert Somebody(at="south", name="else").status(way(file, step)) == 404
    assert officer.status(way(file, step)) == 200


def test_who_only_reads_the_file_writes_no_step(officer: Somebody) -> None:
    file = receive(officer)
    guard = Somebody(Role.SECURITY_OFFICER, name="guard")
    assert guard.status(way(file)) == 200
    assert guard.status(way(file, "property")) == 403
    assert guard.status(way(file, "dance")) == 404


@pytest.mark.parametrize(
    ("step", "field", "typed"),
    [
        ("needs", "own_words", "A call to my mother."),
        ("property", "items", "watch, gold"),
        ("dependants", "members", "Nur, 7, with an aunt"),
        ("information", "understood", "all but one thing"),
        ("family", "told_whom", "a brother"),
    ],
)
def test_a_step_is_corrected_from_what_stands_and_with_the_reason(
    officer: Somebody, step: str, field: str, typed: str
) -> None:
    file = receive(officer)
    led(take(officer, file, step))
    old = Step.objects.get(kind=step)
    to = f"{way(file, step)}/{old.id}/correct"
    assert to in officer.page(way(file))
    sent = {"happened_at": _now(), **STEPS[step], field: typed}
    assert officer.send(to, **sent).status_code == 422  # no reason
    led(officer.send(to, **sent, why="misheard"))
    page = officer.page(way(file))
    assert typed in html.unescape(page) and officer.status(to) == 404
    assert Step.objects.filter(kind=step).count() == 2


def test_the_form_of_a_correction_is_filled_with_what_stands(officer: Somebody) -> None:
    file = receive(officer)
    led(take(officer, file, "property"))
    old = Step.objects.get(kind="property")
    page = html.unescape(officer.page(f"{way(file, 'property')}/{old.id}/correct"))
    assert "watch, steel\n2 x shirt" in page.replace("\r", "") and 'value="20.5"' in page
