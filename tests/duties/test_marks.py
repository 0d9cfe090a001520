"""No table that is told to the engine is forgotten: each marks the file in which it is written."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

from throughcare.casework.rows.record import Record

pytestmark = pytest.mark.django_db

# Rows of a file of which the engine is told nothing.
NOT_TOLD = {
    "custody_charge", "custody_decreeeffect", "custody_adjustment",
    "custody_keepapart",
    "safety_dayconflict", "safety_healthopinion",
    "assessment_referral", "assessment_screening", "assessment_statuscontest",
    "assessment_rating", "assessment_recommendation", "assessment_assessmentcontest",
    "assessment_board", "assessment_seat", "assessment_appeal",
    "team_case", "team_contribution", "team_decision", "team_outcome", "team_telling",
    "team_contest", "team_correction",
    "observations_observation", "observations_officercontact", "observations_personalofficer",
    # Nothing of intelligence is told: it judges its own records, inside its own wall.
    "intelligence_report", "intelligence_statement", "intelligence_answer",
    "plans_goal", "plans_step", "plans_progress", "plans_said",
    "programmes_attendanceconflict", "programmes_measure", "programmes_certificate",
    "assessment_source",  # told with the approval, after which none is added
}  # fmt: skip
OF_PEOPLE = {"people_fact", "people_person", "people_merge"}


def marking(what: str = "(files|both)") -> set[str]:
    """The tables with a trigger for each way of writing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgname ~ %s AND t.tgenabled = 'O' GROUP BY c.relname HAVING count(*) = 2",
            [f"^duties_marks_{what}_(insert|update)$"],
        )
        return {name for (name,) in cursor.fetchall()}


def test_every_table_about_staff_marks_the_staff_of_a_house() -> None:
    tables = {model._meta.db_table for model in apps.get_app_config("training").get_models()}
    assert tables and marking("staff") == tables


def test_every_table_of_a_file_marks_it_or_is_named_as_not_told() -> None:
    tables = {
        model._meta.db_table for model in apps.get_models() if issubclass(model, Record)
    }  # fmt: skip
    assert marking() == (tables | OF_PEOPLE) - NOT_TOLD
