"""The page of the plan: written with the person, read by who may, in short by whom it concerns."""

from __future__ import annotations

import re

import pytest

from tests.casework.custody.made import with_status
from tests.web.people.made import shown
from tests.web.plans.made import Office
from throughcare.casework.plans.models import Goal, Plan, Said
from throughcare.web.plans import desk

pytestmark = pytest.mark.django_db
OWN = "I want to read letters by myself."


def said_at(page: str, field: str) -> str:
    """What stands at a field as its error."""
    found = re.search(rf'id="id_{field}_error">(.*?)</div>', page, re.S)
    return found[1] if found else ""


def test_a_plan_goes_by_its_forms_from_the_draft_to_both_signatures_and_a_review(
    office: Office,
) -> None:
    plan = office.signed()
    page = office.manager.page(office.at())
    assert OWN in page and "with a thumb mark" in page.lower() and "Agreed" in page
    goal = office.first(Goal)
    office.sent(
        office.manager, f"{plan}/review", nothing_new="on", changed="",
        review_at=office.parts()["review_at"],
        **{f"moved_{goal}": "moved", f"words_{goal}": "He reads short notes."},
    )  # fmt: skip
    page = office.manager.page(office.at())
    assert "He reads short notes." in page and "Draft" in page
    both = office.manager.page(office.at("/versions"))
    assert "Version 1" in both and "Version 2" in both and both.count(OWN) == 2


def test_the_person_reads_the_plan_proposes_a_goal_and_signs(office: Office) -> None:
    me = office.prisoner()
    office.sent(me, "/say", kind="proposal", words="أريد أن أطبخ")
    plan = office.drafted()
    page = office.manager.page(office.at())
    assert "أريد أن أطبخ" in page
    office.sent(office.manager, f"{plan}/agreement", agreement="partly", why="Not the school.")
    mine = me.page(office.at())
    assert OWN in mine and "Sign my plan" in mine and "Write a goal" not in mine
    office.sent(me, "/say", kind="disagree", words="Я не хочу в школу.")
    office.sent(me, f"{plan}/sign-own", sure="on")
    office.sent(office.manager, f"{plan}/sign", sure="on")
    assert "with the person&#x27;s own account" in office.manager.page(office.at()).lower() or (
        "with the person's own account" in office.manager.page(office.at()).lower()
    )
    assert office.row(Plan).state == "signed" and Said.objects.count() == 2


@pytest.mark.parametrize("way", ["/begin", "/release", "/worker", "/report", "/handover"])
def test_no_form_of_staff_opens_for_the_person(office: Office, way: str) -> None:
    assert office.prisoner().client.get(office.at(way)).status_code in {403, 404}


def test_an_error_stands_at_its_field_and_what_was_typed_is_kept(office: Office) -> None:
    office.sent(office.manager, "/begin", **office.parts())
    plan = f"/{office.first(Plan)}"
    for words, told in (("", "required"), ("x" * 50_000, "20000")):
        answer = office.manager.send(office.at(f"{plan}/goal"), **office.goal(words=words))
        page = shown(answer)
        assert answer.status_code == 422 and "He left school at nine." in page
        assert words in page and (
            told in said_at(page, "words").replace(",", "") or told == "required"
        )
    office.sent(office.manager, f"{plan}/goal", **office.goal())
    step = f"/{office.first(Goal)}/step"
    answer = office.manager.send(office.at(step), **office.step(due=office.day(-3)))
    assert "This day has passed already" in said_at(shown(answer), "due")
    answer = office.manager.send(office.at(f"{plan}/agreement"), agreement="agreed", why="")
    assert answer.status_code == 422 and "each goal at least one step" in shown(answer)


def test_a_missing_part_is_named(office: Office) -> None:
    plan = office.drafted(family="")
    answer = office.manager.send(office.at(f"{plan}/agreement"), agreement="agreed", why="")
    assert "part of the plan is missing: Family" in shown(answer)


def test_a_role_that_it_concerns_reads_its_own_step_and_nothing_of_the_family(
    office: Office,
) -> None:
    plan = office.drafted(conditions="He reports to the office each month.")
    office.sent(
        office.manager, f"/{office.first(Goal)}/step",
        **office.step(account=str(office.chaplain.account.pk), words="Talk on Mondays."),
    )  # fmt: skip
    office.sent(office.manager, f"{plan}/agreement", agreement="agreed", why="")
    office.sent(office.manager, f"{plan}/signature", how="signature", why="")
    office.sent(office.manager, f"{plan}/sign", sure="on")
    page = office.chaplain.page(office.at())
    assert "Talk on Mondays." in page and "He reports to the office" in page
    assert "His mother" not in page and "Ask the school" not in page
    page = office.teacher.page(office.at())
    assert "Talk on Mondays." not in page and OWN not in page and "No step concerns" in page
    assert office.teacher.client.get(office.at("/versions")).status_code in {403, 404}


def test_probation_says_itself_that_it_received_the_plan(office: Office) -> None:
    from tests.web.assessment.made import this_minute

    office.sent(
        office.manager, "/handover", to="probation", agency="Office of the town",
        handed="Plan and assessment, by consent.", asked_at=this_minute(),
    )  # fmt: skip
    way = f"/{office.handover()}/receive"
    assert "Probation received the plan" in office.probation.page(office.at())
    answer = office.second.send(office.at(way), answer="All of it.")
    assert answer.status_code == 422 and "A probation officer says" in shown(answer)
    office.sent(office.probation, way, answer="All of it; first meeting on Monday.")
    assert "Received by probation" in office.manager.page(office.at())


def test_a_long_list_of_plans_to_look_at_is_shown_in_parts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_AT_ONCE", 1)
    other = office.held("Karim", cell="north/a/1/03")
    with_status(other.id, "sentenced", at=office.now)
    parts = [office.director.page(f"/plans?page={number}") for number in (1, 2)]
    files = [f"/people/{one}/plan" for one in (office.file.id, other.id)]
    assert sorted(sum(one in part for part in parts) for one in files) == [1, 1]
    assert "Next part" in parts[0] and "Earlier part" in parts[1]
