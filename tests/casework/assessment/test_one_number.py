"""The fewest cases for a coefficient stand in two files of data, and are one number."""

from __future__ import annotations

from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.reliability.conventions import least_cases


def test_a_study_and_a_coefficient_ask_for_the_same_fewest_cases() -> None:
    assert least_cases().value == limit("least_double_rated").value
