"""Two taps on a phone, without script; a warning that never blocks; a prompt that never demands."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.staff import see_all_rows
from tests.web.assessment.made import Staff, shown, this_minute
from tests.web.assessment.told import the_prisoner
from tests.web.people.made import Somebody
from tests.web.safety.made import DAY, HOUR
from throughcare.access.terms import Role
from throughcare.casework.observations.marks import groups
from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.web.observations import unit
from throughcare.web.observations.words import SAID, warned_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seen_already")]
SPEAKS = "He prays loudly and told a new man to give him his radio."


def way(staff: Staff, rest: str = "observe?from=north/a/1") -> str:
    return f"/people/{staff.file.id}/{rest}"


def rows(model: type[Any] = Observation) -> list[Any]:
    see_all_rows("PRG")
    return list(model.objects.order_by("id"))


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, name
    return found[1]


def test_from_the_list_of_the_unit_two_taps_write_it_and_lead_back_with_the_spot(
    staff: Staff,
) -> None:
    listed = staff.officer.page("/observe/north/a/1?spot=yard")
    link = f"/people/{staff.file.id}/observe?from=north/a/1&amp;spot=yard"
    assert link in listed
    form = staff.officer.page(link.replace("&amp;", "&"))
    assert re.search(r'value="yard"[^>]*checked', form)
    answer = staff.officer.send(link.replace("&amp;", "&"), tone="positive", spot="yard")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/observe/north/a/1?spot=yard&done=observed"
    assert [(one.tone, one.spot, one.unit) for one in rows()] == [
        ("positive", "yard", "north/a/1/02")
    ]


def test_after_a_concern_the_form_asks_for_something_good_and_lets_one_go_on(
    staff: Staff,
) -> None:
    answer = staff.officer.send(way(staff), tone="concern", spot="yard")
    page = staff.officer.page(answer.headers["Location"])
    assert "Was there something good too?" in page and 'href="/observe/north/a/1"' in page
    answer = staff.officer.send(way(staff), tone="talk", spot="yard")
    assert answer.headers["Location"].startswith("/observe/north/a/1?")
    assert len(rows()) == 2


def test_a_word_of_belief_is_shown_once_marked_and_saved_when_pressed_again(
    staff: Staff,
) -> None:
    said = {"tone": "concern", "spot": "landing", "behaviour": SPEAKS, "meaning": "Debts?"}
    answer = staff.officer.send(way(staff), **said)
    page = shown(answer)
    assert answer.status_code == 422 and "<mark>prays</mark>" in page and "worship" in page
    assert SPEAKS in re.sub(r"</?mark>", "", page) and "Debts?" in page and rows() == []
    seal = field(page, "warned")
    assert staff.officer.send(way(staff), **said, warned=seal).status_code == 302
    (row,) = rows()
    assert row.warned and row.behaviour == SPEAKS and row.kept_why == ""


def test_the_reason_for_keeping_the_words_is_kept_beside_them(staff: Staff) -> None:
    said = {"tone": "concern", "spot": "landing", "behaviour": SPEAKS}
    seal = field(shown(staff.officer.send(way(staff), **said)), "warned")
    staff.officer.send(way(staff), **said, warned=seal, kept_why="It is what the quarrel was.")
    assert rows()[0].kept_why == "It is what the quarrel was."


def test_changed_words_that_warn_again_are_shown_again_and_others_are_saved(staff: Staff) -> None:
    said = {"tone": "concern", "spot": "landing"}
    seal = field(shown(staff.officer.send(way(staff), **said, behaviour=SPEAKS)), "warned")
    again = staff.officer.send(way(staff), **said, behaviour="He is a Muslim.", warned=seal)
    assert again.status_code == 422
    plain = "He told a new man to give him his radio."
    assert staff.officer.send(way(staff), **said, behaviour=plain, warned=seal).status_code == 302
    assert not rows()[0].warned


def test_nothing_typed_is_lost_where_the_form_is_refused(staff: Staff) -> None:
    ahead = (staff.now + DAY).strftime("%Y-%m-%dT%H:%M")
    for wrong in (
        {"spot": ""}, {"tone": ""}, {"seen_at": ahead}, {"behaviour": "He sang. " * 6_000},
        {"behaviour": "", "meaning": "He may be sad."},
    ):  # fmt: skip
        said = {"tone": "talk", "spot": "yard", "behaviour": "He sang.", **wrong}
        answer = staff.officer.send(way(staff), **said)
        assert answer.status_code == 422, wrong
        assert (said["behaviour"].strip() or said.get("meaning", "")) in shown(answer), wrong
    assert rows() == []


def test_a_place_of_another_prison_in_the_address_leads_nowhere_else(staff: Staff) -> None:
    for place in ("south/a", "../../accounts", "//evil.example", "north/zzz"):
        answer = staff.officer.send(way(staff, f"observe?from={place}"), tone="talk", spot="yard")
        assert answer.headers["Location"].startswith(f"/people/{staff.file.id}/")


def test_wing_staff_see_no_word_of_the_section_and_the_case_team_sees_all(staff: Staff) -> None:
    staff.officer.send(way(staff), tone="talk", spot="yard", behaviour="He laughed about rain.")
    section = way(staff, "custody/observations")
    assert "laughed" not in staff.officer.page(section)
    for reader in (staff.manager, staff.director, staff.inspector):
        assert "He laughed about rain." in reader.page(section)


def test_the_person_reads_it_without_a_name_and_is_told_how_to_complain(staff: Staff) -> None:
    staff.officer.send(way(staff), tone="talk", spot="yard", behaviour="He laughed about rain.")
    page = the_prisoner(staff).page(way(staff, "custody/observations"))
    assert "He laughed about rain." in page and "complain" in page
    assert "omar" not in page.split("<main", 1)[1]
    assert the_prisoner_writes(staff) == 404


def the_prisoner_writes(staff: Staff) -> int:
    me = Somebody(Role.PRISONER, name="another account")
    status: int = me.client.get(way(staff)).status_code
    return status


def test_a_talk_is_logged_and_the_list_says_who_waits(staff: Staff) -> None:
    owed = "/observe/north/a/1?only=owed"
    assert str(staff.file.id) in staff.officer.page(owed)  # thirty days without one
    answer = staff.officer.send(
        way(staff, "custody/observations/contact"), kind="talk", met_at=this_minute(),
        words="About his mother.",
    )  # fmt: skip
    assert answer.status_code == 302
    assert str(staff.file.id) not in staff.officer.page(owed)
    assert "About his mother." in staff.manager.page(way(staff, "custody/observations"))
    assert len(rows(OfficerContact)) == 1


def test_a_personal_officer_is_given_ended_and_shown(staff: Staff) -> None:
    section = way(staff, "custody/observations")
    answer = staff.manager.send(f"{section}/officer", officer=str(staff.officer.account.pk), why="")
    assert answer.status_code == 302
    assert "omar" in staff.officer.page("/observe/north/a/1")
    (row,) = rows(PersonalOfficer)
    assert staff.manager.send(f"{section}/{row.id}/end", why="Other shift").status_code == 302
    assert "no personal officer" in staff.officer.page("/observe/north/a/1")


def test_a_separated_person_waits_after_a_day(staff: Staff) -> None:
    staff.officer.send(
        way(staff, "custody/observations/contact"), kind="talk",
        met_at=(staff.now - 30 * HOUR).strftime("%Y-%m-%dT%H:%M"), words="",
    )  # fmt: skip
    owed = "/observe/north/a/1?only=owed"
    assert str(staff.file.id) not in staff.officer.page(owed)
    staff.separated(staff.file, 40 * HOUR)
    assert str(staff.file.id) in staff.officer.page(owed)


def test_an_observation_of_another_person_is_struck_out_by_the_case_team(staff: Staff) -> None:
    staff.officer.send(way(staff), tone="talk", spot="yard")
    (row,) = rows()
    strike = way(staff, f"custody/observations/{row.id}/strike")
    assert staff.manager.send(strike, why="It was his brother.").status_code == 302
    assert rows()[0].struck_why == "It was his brother."


def test_the_director_reads_the_list_and_is_offered_no_form(staff: Staff) -> None:
    page = staff.director.page("/observe/north/a/1")
    assert str(staff.file.id) in page and "/observe?from" not in page


def test_every_matter_of_the_lists_has_words_for_the_writer() -> None:
    assert set(SAID) == {group.key for group in groups()}


def test_a_word_hidden_by_an_invisible_sign_is_named_though_it_is_not_marked() -> None:
    found = warned_of("He pra\u200bys.")
    assert found is not None and found.of[0][1] == "prays"
    assert "".join(part.text for part in found.parts) == "He pra\u200bys."


def test_a_long_list_is_shown_in_parts_and_each_part_leads_to_the_next(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = staff.held("Arman")
    monkeypatch.setattr(unit, "MOST", 1)
    for only in ("", "only=owed&"):
        first = staff.officer.page(f"/observe/north/a/1?{only}")
        second = staff.officer.page(f"/observe/north/a/1?{only}page=2")
        assert "page=2" in first and "page=1" in second
        told = [str(one.id) in page for one in (staff.file, other) for page in (first, second)]
        assert sorted(told) == [False, False, True, True]
    assert "Arman" in staff.officer.page("/observe/north/a/1?page=x")


def test_a_person_of_another_unit_is_written_of_where_that_person_lies(staff: Staff) -> None:
    answer = staff.officer.send(way(staff, "observe?from=north/b"), tone="talk", spot="yard")
    assert answer.status_code == 302
    assert rows()[0].unit == "north/a/1/02"


def test_the_questions_to_the_database_do_not_grow_with_the_people(staff: Staff) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            staff.officer.page("/observe/north/a/1")
        return len(seen)

    asked()
    before = asked()
    for name in ("Arman", "Bek", "Chingis"):
        staff.held(name)
    assert asked() <= before + 1
