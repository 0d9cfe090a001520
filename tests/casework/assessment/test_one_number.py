"""Numbers that stand in two places are one number: files of data, and what the database holds."""

from __future__ import annotations

from importlib import import_module

from throughcare.casework.assessment import board, lasting
from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.reliability.conventions import least_cases


def test_a_study_and_a_coefficient_ask_for_the_same_fewest_cases() -> None:
    assert least_cases().value == limit("least_double_rated").value


def test_the_database_asks_of_a_board_what_the_file_says() -> None:
    walls = import_module("throughcare.casework.assessment.migrations.0012_classification_walls")
    held = walls._CLASSIFIED
    assert f"people < {board.fewest()} " in held
    assert f"s.office = '{board.never_without()}'" in held
    # Both are ended by the same function of the database.
    assert board.longest() == lasting.longest()
    assert held.count("assessment_last_moment(NEW.person_id, NEW.decided_at)") == 1
