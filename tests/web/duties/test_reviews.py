"""A breach asks somebody for the reason and what was done; the finding itself stays as it is."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import InternalError, transaction
from django.utils import timezone

from tests.web.duties.made import received
from tests.web.people.made import Somebody, place, shown
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.duties.errors import NoAnswer, NothingToAnswer
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Review
from throughcare.duties.queries import Duty, of_person
from throughcare.duties.reviewing import review_breach
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
RULE = "nmr-68-admission"
SAID = {"reason": "Nobody was on duty.", "done": "The mother was called."}


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def way(somebody: Somebody, file: Person) -> str:
    page = somebody.page(f"/people/{file.id}/duties")
    found = re.search(rf'href="(/people/{file.id}/duties/{RULE}/review\?[^"]+)"', page)
    assert found, page
    return html.unescape(found[1])


def breach(somebody: Somebody, file: Person, rule: str = RULE) -> Duty:
    return next(
        one for one in of_person(somebody.viewer, file.id, at=timezone.now()) if one.rule == rule
    )


def answer(somebody: Somebody, file: Person, **other: Any) -> Review:
    one = breach(somebody, file, other.pop("rule", RULE))
    given = {
        "person_id": file.id, "rule": one.rule, "since": one.since, "key": one.key, **SAID, **other
    }  # fmt: skip
    return review_breach(by=somebody.viewer, at=timezone.now(), **given)


def test_an_answer_stands_beside_the_finding_which_stays(officer: Somebody) -> None:
    file = received(officer, hours=30)
    before = breach(officer, file)
    given = officer.send(way(officer, file), **SAID)
    assert given.status_code == 302, shown(given)
    page = officer.page(given.headers["Location"])
    assert "The answer is written." in page and "The mother was called." in page
    assert "The mother was called." in officer.page("/morning?at=north&mine=0")
    assert "Nobody was on duty." in officer.page(f"/people/{file.id}/duties/{RULE}")
    after = breach(officer, file)
    assert (after.id, after.status, after.since) == (before.id, before.status, before.since)
    assert "Add an answer" in page


def test_reason_and_what_was_done_are_both_asked_for(officer: Somebody) -> None:
    file = received(officer, hours=30)
    given = officer.send(way(officer, file), reason="Nobody was on duty.", done=" ")
    assert given.status_code == 422 and "Nobody was on duty." in shown(given)
    for missing in ("reason", "done"):
        with pytest.raises(NoAnswer):
            answer(officer, file, **{missing: "  "})


def test_two_presses_of_the_button_are_one_answer(officer: Somebody) -> None:
    file = received(officer, hours=30)
    asked = way(officer, file)
    filled = officer.fill(asked, **SAID)
    for _press in range(2):
        assert officer.client.post(asked, filled).status_code == 302
    with engine_eyes():
        assert Review.objects.count() == 1


def test_an_answer_leaves_an_entry_with_its_row(officer: Somebody) -> None:
    file = received(officer, hours=30)
    row = answer(officer, file)
    entry = Entry.objects.get(event="duties.breach_reviewed")
    assert (entry.about, entry.table, entry.row) == (file.id, "duties_review", str(row.id))


def test_the_director_answers_too_and_a_reader_does_not(officer: Somebody) -> None:
    file = received(officer, hours=30)
    director = Somebody(Role.PRISON_DIRECTOR, name="dana")
    assert not breach(director, file).mine
    assert director.send(way(director, file), **SAID).status_code == 302
    inspector = Somebody(Role.NPM_INSPECTOR, at="service", name="ines")
    one = breach(inspector, file)
    assert one.hidden == ()
    with pytest.raises(Refused):
        answer(inspector, file)
    assert "/review?" not in inspector.page(f"/people/{file.id}/duties")
    assert inspector.status(f"/people/{file.id}/duties/{RULE}/review") == 403


def test_who_is_told_of_it_without_its_ground_cannot_answer(officer: Somebody) -> None:
    file = received(officer, hours=30)
    nurse = Somebody(Role.PHYSICIAN_NURSE, name="nina")
    found = of_person(nurse.viewer, file.id, at=timezone.now())
    seen = {one.rule for one in of_person(officer.viewer, file.id, at=timezone.now())}
    hidden = next(one for one in found if one.rule not in seen)
    with pytest.raises(NotThere):
        review_breach(
            by=officer.viewer, at=timezone.now(), person_id=file.id, rule=str(hidden.rule),
            since=hidden.since or timezone.now(), key=hidden.key, **SAID,
        )  # fmt: skip


def test_what_is_not_grave_or_not_broken_asks_for_no_answer(officer: Somebody) -> None:
    file = received(officer, hours=30)
    mild = next(
        one for one in of_person(officer.viewer, file.id, at=timezone.now())
        if one.severity == "medium" and one.mine
    )  # fmt: skip
    with pytest.raises(NothingToAnswer):
        answer(officer, file, rule=mild.rule)
    assert officer.status(f"/people/{file.id}/duties/{mild.rule}/review") == 422


def test_an_answer_to_a_finding_that_is_none_is_not_there(officer: Somebody) -> None:
    file = received(officer, hours=30)
    with pytest.raises(NotThere):
        answer(officer, file, since=datetime(2026, 1, 1, tzinfo=UTC))
    asked = f"/people/{file.id}/duties/{RULE}/review?since=2026-01-01T00:00:00Z"
    assert officer.status(asked) == 404


def test_answers_are_only_added_and_seen_by_the_engine_alone(officer: Somebody) -> None:
    file = received(officer, hours=30)
    answer(officer, file)
    assert not Review.objects.exists()
    for change in (
        lambda: Review.objects.all().delete(), lambda: Review.objects.update(reason="other")
    ):  # fmt: skip
        with engine_eyes():
            try:
                with transaction.atomic():
                    change()
            except InternalError:
                pass
            assert Review.objects.get().reason == SAID["reason"]
