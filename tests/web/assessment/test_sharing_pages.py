"""What another agency asks for goes by forms from hand to hand, and the person reads what went."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.web.assessment.made import Staff, shown, this_minute, wall
from tests.web.assessment.told import the_prisoner
from tests.web.safety.made import DAY, HOUR
from throughcare.casework.assessment.models import Sharing

pytestmark = pytest.mark.django_db
NEVER = "Health records, and what a psychologist, a lawyer or a chaplain was told in confidence"
CONTENT, AGENCY = "The list of letters of March.", "Police of the north"
WAITS = {"not_told_why": "", "not_told_until": ""}


def asked(staff: Staff, **more: Any) -> dict[str, Any]:
    """What an agency asks for, as it is typed."""
    said = {
        "recipient": AGENCY, "requested_at": wall(staff.now - HOUR), "legal_ground": "order 7",
        "purpose": "To find who sent the knife.", "content": CONTENT, "besides": "",
    }  # fmt: skip
    return {**said, **more}


def approved(staff: Staff) -> str:
    """Proposed by one and approved by another; the address of what comes next."""
    staff.sent(staff.manager, "/share", **asked(staff))
    way = f"/{staff.row(Sharing).first}"
    staff.sent(staff.second, f"{way}/may-go", approve="yes", why="the order names them")
    return way


def test_it_is_asked_approved_handed_over_and_told_by_forms(staff: Staff) -> None:
    staff.sent(staff.manager, "/share", **asked(staff))
    way = f"/{staff.row(Sharing).first}"
    assert "waiting for a second person" in staff.manager.page(staff.at())
    same = staff.manager.send(staff.at(f"{way}/may-go"), approve="yes", why="agreed")
    assert same.status_code == 422 and "done the other step" in shown(same)
    staff.sent(staff.second, f"{way}/may-go", approve="yes", why="the order names them")
    staff.sent(
        staff.manager, f"{way}/handed-over", given_at=this_minute(), receipt="Umarov", **WAITS
    )
    page = staff.manager.page(staff.at())
    for words in (AGENCY, CONTENT, "saida", "(handed over)", "Umarov", "not told yet"):
        assert words in page, words
    staff.sent(
        staff.manager, f"{way}/person-told", told_at=this_minute(), language="fr", how="oral",
        **WAITS,
    )  # fmt: skip
    assert "not told yet" not in staff.manager.page(staff.at())


def test_each_form_that_lets_something_leave_says_what_is_never_shared(staff: Staff) -> None:
    assert NEVER in staff.manager.page(staff.at("/share"))
    way = approved(staff)
    for rest in ("may-go", "handed-over"):
        page = staff.second.page(staff.at(f"{way}/{rest}"))
        assert NEVER in page and CONTENT in page, rest


def test_belief_is_no_purpose_and_what_was_typed_is_kept(staff: Staff) -> None:
    answer = staff.manager.send(staff.at("/share"), **asked(staff, purpose="Who is a Salafi?"))
    assert answer.status_code == 422
    assert "leaving that aside" in shown(answer) and CONTENT in shown(answer)


def test_the_person_reads_what_went_and_of_what_is_kept_back_the_decision(staff: Staff) -> None:
    me = the_prisoner(staff)
    way = approved(staff)
    assert AGENCY not in me.page(staff.at())
    until: datetime = staff.now + 30 * DAY
    staff.sent(
        staff.manager, f"{way}/handed-over", given_at=this_minute(), receipt="Umarov",
        not_told_why="decision 9 of the judge", not_told_until=wall(until),
    )  # fmt: skip
    page = me.page(staff.at())
    assert "Something is kept back" in page and "decision 9 of the judge" in page
    for words in (AGENCY, CONTENT, "order 7", "knife", "Umarov", "saida"):
        assert words not in page, words
    staff.sent(
        staff.manager, f"{way}/person-told", told_at=this_minute(), language="fr", how="oral",
        **WAITS,
    )  # fmt: skip
    page = me.page(staff.at())
    for words in (AGENCY, CONTENT, "order 7", "knife", "Umarov"):
        assert words in page, words
    assert "saida" not in page and "/share" not in page


@pytest.mark.parametrize("who", ["officer", "nurse", "teacher"])
def test_who_does_not_read_the_plan_sees_nothing_of_it(staff: Staff, who: str) -> None:
    way = approved(staff)
    somebody = getattr(staff, who)
    assert AGENCY not in somebody.page(staff.at())
    assert somebody.status(staff.at(f"{way}/handed-over")) in {403, 404}


def test_what_waits_stands_on_the_list(staff: Staff) -> None:
    staff.sent(staff.manager, "/share", **asked(staff))
    words = "What another agency asks for waits for a second person"
    assert words in staff.second.page("/judgements")
