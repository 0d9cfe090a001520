"""The pages of programmes: by forms from the first word to the certificate, and what is refused."""

from __future__ import annotations

from datetime import timedelta

from tests.web.assessment.made import this_minute
from tests.web.programmes.made import School, shown
from throughcare.casework.programmes.models import (
    Attendance,
    AttendanceConflict,
    Consent,
    Note,
    Referral,
    Withdrawal,
)

CONSENT = {
    "given": "yes", "language": "ar", "told_how": "oral", "shares": ["case_manager"],
    "told_what": "That it is free and can be left.", "guardian": "", "guardian_at": "",
}  # fmt: skip


def test_from_the_first_word_into_a_group_by_forms(school: School) -> None:
    by = school.manager
    school.sent(
        by, "/refer", programme=str(school.course.first), asked_by="self",
        why="He wishes to write home.", obliged_by="",
    )  # fmt: skip
    way = f"/{school.one(Referral).first}"
    school.sent(by, f"{way}/answer", offer="yes", reason="")
    school.sent(by, f"{way}/consent", said_at=this_minute(), **CONSENT)
    school.sent(by, f"{way}/enrol", group=str(school.group.first), before_others_why="")
    page = by.page(school.at())
    assert "takes part" in page.lower() and "Reading A" in page
    assert school.one(Consent).shares == ["case_manager"]


def test_a_teacher_who_reads_the_file_in_short_refers_to_a_course_of_the_prison(
    school: School,
) -> None:
    answer = school.teacher.client.get(school.at("/refer"))
    assert answer.status_code == 200 and "Reading" in answer.content.decode()


def test_what_is_refused_stays_typed_and_writes_nothing(school: School) -> None:
    row = school.enrolled()
    answer = school.manager.send(
        school.at(f"/{row.first}/note"), noted_at=this_minute(),
        words="He prays with the others now.",
    )  # fmt: skip
    assert answer.status_code == 422
    assert "He prays with the others now." in shown(answer)
    assert "what somebody is or believes" in shown(answer)
    assert not Note.objects.exists()


def test_the_register_is_filled_without_script_all_at_once(school: School) -> None:
    school.enrolled()
    way = school.register()
    answer = school.teacher.client.post(way, {"all": "1"})
    assert 'value="attended" data-word="attended" checked' in shown(answer)
    assert not Attendance.objects.exists()
    key = "3f0e2b9c-6c1f-4d0a-8a55-6a52c8b3a001"
    said = {f"came.{school.file.id}": "not_brought", f"key.{school.file.id}": key}
    answer = school.teacher.client.post(way, said)
    assert answer.status_code == 200
    assert school.one(Attendance).came == "not_brought"
    school.teacher.client.post(way, said)  # sent twice, written once
    assert school.one(Attendance).came == "not_brought"


def test_a_contradiction_is_shown_with_both_sides_and_a_person_settles_it(school: School) -> None:
    school.enrolled()
    way, person = school.register(), school.file.id
    school.teacher.client.post(way, {f"came.{person}": "attended", f"key.{person}": ""})
    answer = school.officer.client.post(way, {f"came.{person}": "absent", f"key.{person}": ""})
    assert "has written otherwise" in shown(answer)
    page = school.manager.page("/programmes/conflicts")
    assert "Attended" in page and "Absent" in page and "omar" in page
    settled = {"conflict": str(school.one(AttendanceConflict).id), "person": str(person)}
    answer = school.manager.client.post(
        "/programmes/conflicts", {**settled, "outcome": "later", "why": "Both say so now."}
    )
    assert answer.status_code == 302, shown(answer)
    assert school.one(Attendance).came == "absent"


def test_a_day_off_is_refused_with_the_day(school: School) -> None:
    off = school.met_on - timedelta(days=1)
    answer = school.teacher.client.get(school.register(off))
    assert answer.status_code == 400 or answer.status_code == 422
    words = shown(answer)
    assert "does not meet" in words or "public holiday" in words


def test_the_person_withdraws_by_the_own_account_and_staff_read_nothing_more(
    school: School,
) -> None:
    row = school.enrolled()
    way = school.at(f"/{row.first}")
    school.sent(
        school.manager, f"/{row.first}/note", noted_at=this_minute(), words="Read two pages aloud."
    )
    assert "Read two pages aloud." in school.manager.page(school.at())
    assert "Withdraw" in school.prisoner.page(school.at())
    answer = school.prisoner.send(f"{way}/withdraw-myself")
    assert answer.status_code == 302, shown(answer)
    assert school.one(Withdrawal).how == "own_account"
    page = school.manager.page(school.at())
    assert "Read two pages aloud." not in page and "Not shared with you." in page
    assert "Read two pages aloud." in school.prisoner.page(school.at())
    # A page that was loaded before is refused on the next act.
    answer = school.manager.client.post(
        f"{way}/note", {"noted_at": this_minute(), "words": "Read a third page."}
    )
    assert answer.status_code in {404, 422}


def test_a_programme_says_that_nothing_is_known_of_its_effect(school: School) -> None:
    page = school.manager.page("/programmes")
    assert "not known" in page and "Reading A" in page


def test_a_programme_and_somebody_from_outside_are_put_into_the_catalogue(school: School) -> None:
    said = {
        "kind": "sport", "name": "Football", "provider": "Sports club", "places": "20",
        "languages": ["ar"], "for_sex": "men", "for_age": "any", "for_whom": "Who likes to play.",
        "evidence": "",
    }  # fmt: skip
    answer = school.manager.client.post("/programmes/new", said)
    assert answer.status_code == 302, shown(answer)
    worker = {"name": "Hedi", "comes_from": "Club", "vetted_on": "2026-01-05",
              "inducted_on": "2026-01-06", "valid_until": "2027-01-05"}  # fmt: skip
    answer = school.manager.client.post("/programmes/worker", worker)
    assert answer.status_code == 302, shown(answer)
    page = school.manager.page("/programmes")
    assert "Football" in page and "Hedi" in page
    assert school.officer.client.post("/programmes/new", said).status_code == 404
