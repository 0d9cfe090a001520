"""Trained people judge, with evidence, blind to each other, for a time; nothing is added up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    another_account,
    assigned,
    grown,
    screened,
    second,
)
from tests.casework.assessment.made_assessment import (
    GENERIC,
    JUDGED,
    NOW,
    SECOND_RATER,
    SHARED,
    advised,
    begun,
    certify,
    heard,
    psychologist,
    rated,
    sentenced,
    two_sources,
)
from tests.casework.custody.made_moves import let_go
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.assess_errors import (
    BadRating,
    NoSuchTool,
    NotComplete,
    NotTrained,
    OpenAlready,
)
from throughcare.casework.assessment.errors import (
    BeliefAlone,
    NoTool,
    NotSaid,
    SameHand,
)
from throughcare.casework.assessment.models import Assessment, Rating, Source
from throughcare.casework.assessment.tools import tool
from throughcare.casework.custody.errors import NotInCustody

pytestmark = pytest.mark.django_db


def test_without_a_certificate_for_the_tool_nobody_begins() -> None:
    person = grown()
    with pytest.raises(NotTrained):
        begun(person, by=psychologist(person, 970, certified=False))
    late = psychologist(person, 971, certified=False)
    certify(late, passed_on=date(2024, 1, 1))
    with pytest.raises(NotTrained):
        begun(person, by=late)


def test_a_certificate_that_lapses_in_the_middle_stops_the_rating_and_loses_nothing() -> None:
    person, lapses = grown(), NOW + 10 * DAY
    me = psychologist(person, 972, certified=False)
    certify(me, valid_until=lapses.date())
    row = begun(person, by=me)
    actions.rate(by=me, at=NOW, assessment_id=row.id, item="D1", code="NI")
    with pytest.raises(NotTrained, match="what you rated so far is kept"):
        actions.rate(by=me, at=lapses + DAY, assessment_id=row.id, item="D2", code="NI")
    read = queries.assessments_of(me, person, at=lapses + DAY)
    assert read.open is not None and set(read.open.ratings[str(me.account)]) == {"D1"}


@pytest.mark.parametrize("born", ["2012-05-05", ""], ids=["a child", "age unknown"])
def test_no_tool_is_used_on_a_child_or_while_the_age_is_open(born: str) -> None:
    with pytest.raises(NoTool):
        begun(grown(born=born, cell=None))


def test_whoever_is_not_tried_is_asked_about_needs_health_and_safety_only() -> None:
    person = grown()
    row = begun(person)
    assert row.extent == "needs"
    me = psychologist(person)
    for item in ("A1", "A2", "A3", "A4", "B1"):
        with pytest.raises(BadRating, match="the person is not tried"):
            actions.rate(by=me, at=NOW, assessment_id=row.id, item=item, code="NI")
    tried = begun(sentenced(grown("Marat", cell="north/a/1/02")))
    assert tried.extent == "full"


@pytest.mark.parametrize(
    "role",
    [
        Role.CASE_MANAGER, Role.PRISON_DIRECTOR, Role.SECURITY_OFFICER, Role.PHYSICIAN_NURSE,
        Role.JUVENILE_SPECIALIST, Role.PROBATION_OFFICER, Role.CHAPLAIN, Role.NPM_INSPECTOR,
    ],
)  # fmt: skip
def test_only_who_may_write_the_psychological_file_assesses(role: Role) -> None:
    person = grown()
    who = assigned(role, 973, person)
    with pytest.raises((Refused, NotThere)):
        begun(person, by=who)


def test_whoever_screened_does_not_assess_with_one_account_or_two() -> None:
    person = grown()
    me = assigned(Role.PSYCHOLOGIST, 974, person)
    certify(me)
    row = screened(person, by=me)
    actions.look_at_screening(
        by=second(person), at=AT + 3 * DAY, screening_id=row.id, confirm=True, why="agreed"
    )
    for same in (me, another_account(me, 975, person)):
        with pytest.raises(SameHand):
            begun(person, by=same)
    assert begun(person).screening_id == row.id


def test_one_assessment_is_open_at_a_time() -> None:
    person = grown()
    begun(person)
    with pytest.raises(OpenAlready):
        begun(person, by=psychologist(person, SECOND_RATER))


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"purpose": "sentence"}, NotSaid),
        ({"legal_basis": " "}, NotSaid),
        ({"tool_id": "vera"}, NoSuchTool),
    ],
)
def test_an_assessment_says_its_question_its_basis_and_its_tool(
    more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        begun(grown(), **more)


def test_a_level_above_the_first_stands_on_two_sources_or_says_that_it_has_one() -> None:
    person = sentenced(grown())
    me, row = psychologist(person), begun(person)
    say = {"by": me, "at": NOW, "assessment_id": row.id, "item": "A1", "code": "1"}
    with pytest.raises(NotSaid):
        actions.rate(**say)
    with pytest.raises(BadRating, match="needs evidence"):
        actions.rate(**say, evidence="He hit somebody.")
    one, two = two_sources(row, me)
    with pytest.raises(BadRating, match="one source alone"):
        actions.rate(**say, evidence="He hit somebody.", sources=[one])
    assert actions.rate(**say, evidence="He hit somebody.", sources=[one], single_source=True)
    assert not actions.rate(**say, evidence="He hit somebody.", sources=[one, two]).single_source


def test_a_sanitised_statement_is_never_all_that_an_answer_stands_on() -> None:
    person = sentenced(grown())
    me, row = psychologist(person), begun(person)
    told = [
        actions.add_source(
            by=me, at=NOW, assessment_id=row.id, kind="statement", what="a statement",
            dated=date(2026, 3, 1), reliability="unconfirmed",
        ).id
        for _one in range(2)
    ]  # fmt: skip
    with pytest.raises(BadRating, match="never all that an answer stands on"):
        actions.rate(
            by=me, at=NOW, assessment_id=row.id, item="A1", code="1", evidence="It says so.",
            sources=told,
        )  # fmt: skip


def test_a_source_of_another_assessment_is_no_evidence() -> None:
    person, other = sentenced(grown()), sentenced(grown("Marat", cell="north/a/1/02"))
    mine, foreign = begun(person), begun(other)
    sources = two_sources(foreign, psychologist(other))
    with pytest.raises(BadRating, match="needs evidence"):
        actions.rate(
            by=psychologist(person), at=NOW, assessment_id=mine.id, item="A1", code="1",
            evidence="So it is.", sources=sources,
        )  # fmt: skip


def test_what_somebody_believes_is_no_evidence() -> None:
    person = sentenced(grown())
    me, row = psychologist(person), begun(person)
    with pytest.raises(BeliefAlone):
        actions.rate(
            by=me, at=NOW, assessment_id=row.id, item="A2", code="1", evidence="He prays a lot.",
            sources=two_sources(row, me),
        )  # fmt: skip


@pytest.mark.parametrize("code", ["3", "high", "", "1.5"])
def test_an_answer_is_one_of_the_scale(code: str) -> None:
    person = sentenced(grown())
    row = begun(person)
    with pytest.raises(BadRating, match="no such answer"):
        actions.rate(by=psychologist(person), at=NOW, assessment_id=row.id, item="A1", code=code)


def test_an_answer_may_be_given_anew_and_the_first_one_stays_readable() -> None:
    person = grown()
    me, row = psychologist(person), begun(person)
    for code in ("NI", "0"):
        actions.rate(by=me, at=NOW, assessment_id=row.id, item="D1", code=code)
    see_all_rows("PSY")
    codes = Rating.objects.values_list("code", "stood_until")
    assert sorted(codes, key=str) == [("0", None), ("NI", NOW)]


def test_nothing_is_final_before_all_is_answered_heard_and_recommended() -> None:
    person = grown()
    me, row = psychologist(person), begun(person)

    def finish(**more: Any) -> Assessment:
        said = {"judged": JUDGED, **SHARED, **more}
        return actions.finish_rating(by=me, at=NOW, assessment_id=row.id, **said)

    with pytest.raises(NotComplete, match="have no answer yet"):
        finish()
    rated(row, me)
    with pytest.raises(NotComplete, match="not invited"):
        finish()
    heard(row, me)
    sources = Source.objects.filter(assessment_id=row.first)
    see_all_rows("PSY")
    sources.update(stood_until=NOW, struck_by="941", struck_why="another man")
    with pytest.raises(NotComplete, match="no source is written down"):
        finish()
    two_sources(row, me)
    with pytest.raises(NotComplete, match="nothing is recommended"):
        finish()
    advised(row, me)
    for missing in ("shared", "strengths", "gaps"):
        with pytest.raises(NotSaid):
            finish(**{missing: " "})
    with pytest.raises(NotComplete, match="how sure"):
        finish(confidence="very")
    for name in JUDGED:
        with pytest.raises(NotComplete, match=name):
            finish(judged={key: said for key, said in JUDGED.items() if key != name})
    with pytest.raises(NotComplete, match="no such judgement"):
        finish(judged={**JUDGED, "total": "12"})
    assert finish().state == "rated"


def test_strengths_are_among_what_must_be_answered() -> None:
    protective = [one for one in tool(GENERIC).domains if one.protective]
    assert protective
    person = grown()
    me, row = psychologist(person), begun(person)
    left = protective[0].items[0].id
    instrument = tool(GENERIC)
    for domain in instrument.domains:
        for item in domain.items:
            if item.id != left and domain.id in instrument.for_untried:
                actions.rate(by=me, at=NOW, assessment_id=row.id, item=item.id, code="NI")
    heard(row, me)
    advised(row, me)
    with pytest.raises(NotComplete, match=left):
        actions.finish_rating(by=me, at=NOW, assessment_id=row.id, judged=JUDGED, **SHARED)


def test_a_limit_says_what_less_was_considered() -> None:
    person = grown()
    me, row = psychologist(person), begun(person)
    with pytest.raises(NotSaid):
        advised(row, me, "limit", lesser="")
    with pytest.raises(NotSaid):
        advised(row, me, "score")


def test_a_release_in_the_middle_stops_the_rating_and_loses_nothing() -> None:
    person = grown()
    me = psychologist(person)
    row = begun(person, by=me)
    actions.rate(by=me, at=NOW, assessment_id=row.id, item="D1", code="NI")
    let_go(person, at=NOW + DAY)
    with pytest.raises(NotInCustody, match="released meanwhile"):
        actions.rate(by=me, at=NOW + 2 * DAY, assessment_id=row.id, item="D2", code="NI")
    stopped = actions.stop_assessment(
        by=me, at=NOW + 2 * DAY, assessment_id=row.id, why="released by the court"
    )
    assert stopped.state == "stopped"
    kept = queries.assessments_of(me, person, at=NOW + 2 * DAY).earlier[0]
    assert set(kept.ratings[str(me.account)]) == {"D1"}
