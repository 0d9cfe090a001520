"""From a referral to what colleagues read, by forms and by different people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.assessment.made import SHARED, Referral, Screening, Staff, shown, this_minute, wall
from tests.web.people.made import Somebody
from tests.web.safety.made import DAY, MINUTE
from throughcare.access.terms import Role
from throughcare.casework.assessment.models import (
    Assessment,
    AssessmentContest,
    Rating,
    Status,
    StatusContest,
)

pytestmark = pytest.mark.django_db


def test_a_person_goes_from_referral_to_an_assessment_that_colleagues_read(staff: Staff) -> None:
    staff.sent(staff.officer, "/refer", **staff.referral())
    referral = staff.row(Referral)
    screens = staff.screening(trigger="referral", referrals=[str(referral.id)])
    staff.sent(staff.manager, "/screen", **screens)
    look = f"/{staff.row(Screening).id}/look"
    same = staff.manager.send(staff.at(look), confirm="yes", why="agreed")
    assert same.status_code == 422 and "done the other step" in shown(same)
    staff.sent(staff.second, look, confirm="yes", why="agreed")
    staff.assessed()
    way = staff.at(f"/{staff.assessment()}/approve")
    for rater in (staff.psychologist, staff.rater):
        assert rater.send(way, why="good").status_code == 422
    assert SHARED["shared"] not in staff.manager.page(staff.at())
    staff.sent(staff.approver, f"/{staff.assessment()}/approve", why="complete and fair")
    page = staff.manager.page(staff.at())
    for words in (SHARED["shared"], SHARED["strengths"], SHARED["gaps"], "mediation"):
        assert words in page, words
    assert staff.row(Assessment).state == "approved"


def test_an_officer_may_refer_and_sees_nothing_that_others_wrote(staff: Staff) -> None:
    staff.sent(staff.officer, "/refer", **staff.referral())
    page = staff.officer.page(staff.at())
    assert "Refer to the case staff" in page and "stop working" not in page
    staff.sent(staff.teacher, "/refer", **staff.referral())


def test_belief_completes_no_referral_and_what_was_typed_is_kept(staff: Staff) -> None:
    typed = staff.referral(act="He has grown a beard and prays.")
    answer = staff.officer.send(staff.at("/refer"), **typed)
    assert answer.status_code == 422
    page = shown(answer)
    assert "leaving that aside, what did the person do" in page and "grown a beard" in page


def test_the_front_page_of_a_file_shows_nothing_of_a_screening(staff: Staff) -> None:
    def front() -> str:
        return staff.manager.page(f"/people/{staff.file.id}").split("<main", 1)[1]

    before = front()
    staff.sent(staff.manager, "/screen", **staff.screening(outcome="no_further_step", next_step=""))
    staff.sent(staff.second, f"/{staff.row(Screening).id}/look", confirm="yes", why="agreed")
    after = front()
    for words in ("screen", "Screen", "judgement/", "threatened"):
        assert (words in after) is (words in before), words


def test_the_page_of_an_item_says_what_counts_what_never_does_and_no_number(staff: Staff) -> None:
    staff.sent(
        staff.psychologist, "/begin", purpose="plan", tool_id="tc-generic", legal_basis="article 9"
    )
    way = f"/{staff.assessment()}"
    page = staff.psychologist.page(staff.at(f"{way}/rate/D1"))
    for words in ("What never counts", "faith, worship", "not enough information"):
        assert words in page, words
    assert staff.psychologist.status(staff.at(f"{way}/rate/A1")) == 404, "not tried"
    assert staff.psychologist.status(staff.at(f"{way}/rate/nothing")) == 404


def test_without_a_certificate_the_form_says_so_and_nothing_begins(staff: Staff) -> None:
    answer = staff.approver.send(
        staff.at("/begin"), purpose="plan", tool_id="tc-generic", legal_basis="article 9"
    )
    assert answer.status_code == 422 and "no certificate for this tool" in shown(answer)


def test_the_second_rater_sees_no_answer_of_the_first(staff: Staff) -> None:
    staff.sent(
        staff.psychologist, "/begin", purpose="plan", tool_id="tc-generic", legal_basis="article 9"
    )
    way = f"/{staff.assessment()}"
    staff.psychologist.send(
        staff.at(f"{way}/rate/D1"), code="0", evidence="a secret of the first", besides=""
    )
    staff.sent(staff.rater, f"{way}/second")
    for page in (staff.at(), staff.at(f"{way}/rate/D1")):
        assert "a secret of the first" not in staff.rater.page(page)
    assert "a secret of the first" in staff.psychologist.page(staff.at(f"{way}/rate/D1"))


@pytest.mark.parametrize("who", ["manager", "director", "officer", "nurse", "teacher", "inspector"])
def test_nobody_without_the_psychological_file_finds_a_rating(staff: Staff, who: str) -> None:
    staff.sent(
        staff.psychologist, "/begin", purpose="plan", tool_id="tc-generic", legal_basis="article 9"
    )
    before = _seen(getattr(staff, who), staff)
    staff.psychologist.send(
        staff.at(f"/{staff.assessment()}/rate/D1"), code="0", evidence="a secret", besides=""
    )
    see = staff.row(Rating)
    assert see.evidence == "a secret"
    after = _seen(getattr(staff, who), staff)
    assert "a secret" not in after
    if who != "inspector":
        assert after == before


def _seen(who: Somebody, staff: Staff) -> str:
    """The page without what changes at each reading."""
    return who.page(staff.at()).split("<main", 1)[1].split("</main>", 1)[0]


def status(staff: Staff, **more: Any) -> dict[str, Any]:
    said = {
        "kind": "vulnerable", "legal_basis": "article 9", "evidence": "Two men press him.",
        "reasons": "He may be used by others.", "owner_office": "case staff",
        "since": wall(staff.now - MINUTE), "review_at": wall(staff.now + 30 * DAY),
        "expires_at": wall(staff.now + 90 * DAY),
    }  # fmt: skip
    return {**said, **more}


def test_a_status_is_proposed_confirmed_told_contested_and_lifted_by_different_people(
    staff: Staff,
) -> None:
    third = staff.on_case(Role.CASE_MANAGER, "tomas")
    staff.sent(staff.manager, "/status", **status(staff))
    way = f"/{staff.row(Status).first}"
    same = staff.manager.send(staff.at(f"{way}/confirm"), confirm="yes", why="agreed")
    assert same.status_code == 422 and "done the other step" in shown(same)
    staff.sent(staff.second, f"{way}/confirm", confirm="yes", why="agreed")
    assert "(holds)" in staff.manager.page(staff.at())
    staff.sent(
        staff.manager, f"{way}/told", told_at=this_minute(), language="fr", how="oral",
        withheld_why="", withheld_until="",
    )  # fmt: skip
    staff.sent(
        staff.manager, f"{way}/contested", words="Nobody uses me.", language="fr",
        contested_at=this_minute(),
    )  # fmt: skip
    decides = {"outcome": "lifted", "until": "", "reasons": "He is right."}
    contest = f"/{staff.row(StatusContest).id}/decide"
    for maker in (staff.manager, staff.second):
        assert maker.send(staff.at(contest), **decides).status_code == 422
    staff.sent(third, contest, **decides)
    page = staff.manager.page(staff.at())
    assert "(holds)" not in page and "He is right." in page


def test_a_status_longer_than_six_months_is_refused_and_what_was_typed_is_kept(
    staff: Staff,
) -> None:
    typed = status(staff, expires_at=wall(staff.now + 200 * DAY), reasons="kept words")
    answer = staff.manager.send(staff.at("/status"), **typed)
    assert answer.status_code == 422 and "kept words" in shown(answer)


def test_the_person_is_told_of_an_assessment_and_contests_it(staff: Staff) -> None:
    staff.assessed()
    first = f"/{staff.assessment()}"
    staff.sent(staff.approver, f"{first}/approve", why="complete and fair")
    said = {
        "told_at": wall(staff.now + MINUTE), "language": "fr", "how": "both",
        "summary": "Quarrels begin over debts.", "comment": "", "withheld": "a name",
        "withheld_why": "revenge", "withheld_by": "", "withheld_review": "",
    }  # fmt: skip
    half = staff.psychologist.send(staff.at(f"{first}/disclose"), **said)
    assert half.status_code == 422
    staff.sent(
        staff.manager, "/contest", words="I never owed him.", language="fr",
        contested_at=this_minute(),
    )  # fmt: skip
    contest = f"/{staff.row(AssessmentContest).id}/look-again"
    decides = {"outcome": "granted", "reasons": "One source took it back."}
    assert staff.rater.send(staff.at(contest), **decides).status_code == 422
    other = staff.on_case(Role.PSYCHOLOGIST, "oksana")
    staff.sent(other, contest, **decides)
    assert "No assessment is in force" in staff.manager.page(staff.at())
