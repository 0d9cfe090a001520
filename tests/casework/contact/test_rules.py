"""What the rules on contact answer of what was written through the door of the room."""

from __future__ import annotations

import pytest

from tests.casework.answered import answers
from tests.casework.assessment.made_status import in_force
from tests.casework.contact.made import ADMISSIONS, AT, DAY, HOUR, grown, woman, wrote
from tests.casework.safety.made import of_age
from throughcare.casework.archive import archive_of
from throughcare.casework.contact import actions
from throughcare.casework.contact.facts import KEPT

pytestmark = pytest.mark.django_db


def test_a_call_each_week_keeps_contact_regular_and_a_silent_fortnight_breaks_it() -> None:
    person, alone = grown(), grown("Bolat", cell="north/a/1/02")
    for week in range(3):
        wrote(person, AT + week * 6 * DAY + HOUR, kind="call")
    at = AT + 15 * DAY
    assert answers(person, "nmr-58-1-contact", at=at) == ["due"]
    assert answers(alone, "nmr-58-1-contact", at=at) == ["breached"]


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [("held", "due"), ("declined", "due"), ("absent", "due"), ("refused", "breached")],
)
def test_an_offer_counts_whatever_the_prisoner_says_and_a_refusal_by_the_prison_does_not(
    outcome: str, answer: str
) -> None:
    person = grown()
    refused = {
        "ground": "no_place", "refused_why": "No room was free.", "refused_until": AT + 9 * DAY,
    }  # fmt: skip
    wrote(person, AT + 5 * DAY, outcome=outcome, **(refused if outcome == "refused" else {}))
    assert answers(person, "nmr-58-1-contact", at=AT + 8 * DAY) == [answer]


def test_somebody_who_is_neither_family_nor_friend_is_no_contact_with_the_family() -> None:
    person = grown()
    wrote(person, AT + DAY, whom="other")
    assert answers(person, "nmr-58-1-contact", at=AT + 8 * DAY) == ["breached"]
    wrote(person, AT + 8 * DAY, whom="friend")
    assert answers(person, "nmr-58-1-contact", at=AT + 9 * DAY) == ["breached", "due"]


def test_a_visit_each_month_keeps_visits_regular_and_a_call_is_no_visit() -> None:
    person, called = grown(), grown("Bolat", cell="north/a/1/02")
    wrote(person, AT + 29 * DAY)
    wrote(called, AT + 29 * DAY, kind="call")
    at = AT + 32 * DAY
    assert answers(person, "nmr-58-1-visit", at=at) == ["due"]
    assert answers(called, "nmr-58-1-visit", at=at) == ["breached"]


def test_of_a_woman_bangkok_26_is_answered_besides() -> None:
    person = woman()
    assert answers(person, "br-26", at=AT + 8 * DAY) == ["breached"]
    wrote(person, AT + 8 * DAY, kind="letter")
    assert answers(person, "br-26", at=AT + 9 * DAY) == ["breached", "due"]


def test_of_somebody_with_a_status_contact_is_kept_up_each_fortnight() -> None:
    person = grown()
    row = in_force(person)
    wrote(person, row.since + 13 * DAY, kind="video")
    assert answers(person, "vep-21", at=row.since + 16 * DAY) == ["due"]
    assert answers(person, "vep-21", at=row.since + 28 * DAY) == ["breached"]


def test_a_child_is_offered_a_visit_each_month_and_two_letters_or_calls_a_week() -> None:
    person = grown(born="")
    of_age(person, "2010-05-05")
    for day in range(1, 22):
        if day % 7 in (2, 4):
            wrote(person, AT + day * DAY, kind="call" if day % 2 else "letter")
    wrote(person, AT + 20 * DAY)
    assert answers(person, "juv-hr-60", at=AT + 32 * DAY) == ["due"]
    assert answers(person, "juv-hr-60", at=AT + 60 * DAY) == ["breached"]
    early, late = (
        answers(person, "juv-hr-61", at=AT + 16 * DAY),
        answers(person, "juv-hr-61", at=AT + 40 * DAY),
    )
    assert "breached" not in early and "breached" in late, (early, late)


def test_a_woman_is_asked_who_may_visit_before_the_visit() -> None:
    asked, other = woman(), woman("Dana")
    wrote(asked, AT + 2 * DAY, agreed="yes", agreed_at=AT + DAY)
    wrote(other, AT + 2 * DAY, agreed="not_asked")
    assert answers(asked, "br-44", at=AT + 3 * DAY) == ["met"]
    assert answers(other, "br-44", at=AT + 3 * DAY) == ["breached"]


def test_a_visitor_is_searched_with_consent_of_that_day() -> None:
    kept, old, none = (grown(name, cell=None) for name in ("Aset", "Bolat", "Erlan"))
    visit = AT + 3 * DAY
    for person, consent in ((kept, visit - HOUR), (old, visit - 2 * DAY), (none, None)):
        wrote(person, visit, search="body", searched_at=visit, consent_at=consent)
    at = AT + 4 * DAY
    assert [answers(one, "nmr-60-1", at=at) for one in (kept, old, none)] == [
        ["met"], ["breached"], ["breached"],
    ]  # fmt: skip


def test_a_search_inside_the_body_of_a_child_who_visits_is_never_right() -> None:
    grown_up, child = grown(), grown("Bolat", cell=None)
    visit = AT + DAY
    for person, of_child in ((grown_up, False), (child, True)):
        wrote(
            person, visit, search="cavity", searched_at=visit, consent_at=visit,
            child_visitor=of_child,
        )  # fmt: skip
    assert answers(grown_up, "nmr-60-2", at=AT + 2 * DAY) == []
    assert answers(child, "nmr-60-2", at=AT + 2 * DAY) == ["breached"]


def test_what_was_struck_out_was_no_contact_from_then_on() -> None:
    person = grown()
    row = wrote(person, AT + 5 * DAY)
    actions.strike_contact(
        by=ADMISSIONS, at=AT + 6 * DAY, contact_id=row.id, why="It was his brother's visit."
    )
    assert answers(person, "nmr-58-1-contact", at=AT + 8 * DAY) == ["breached"]
    told = archive_of(person, known_at=AT + 8 * DAY).records
    assert {one.type for one in told} & KEPT  # it stays readable as it was known


@pytest.mark.parametrize(("late", "answer"), [(0, ["due"]), (1, ["breached", "due"])])
def test_a_visit_of_a_child_on_the_last_minute_of_the_month_is_in_time_as_in_case_140(
    late: int, answer: list[str]
) -> None:
    person = grown(born="")
    of_age(person, "2010-05-05")
    last = AT.replace(month=4) + late * HOUR / 60
    wrote(person, last)
    assert answers(person, "juv-hr-60", at=last + DAY) == answer
