"""The mends of the rulebook (open-points.md, B) are in the checks that the engine reads."""

from __future__ import annotations

from datetime import date

import pytest

from standards.checks import OnlyWith, Quota, RequiresFields, RespondWithin, Separate
from standards.durations import parse_duration
from standards.rulebook.load import Rulebook

TODAY = date(2026, 11, 24)


def test_a_movement_has_one_of_three_times(rulebook: Rulebook) -> None:
    check = rulebook.checks(TODAY)["nmr-7-c"]
    assert isinstance(check, RequiresFields)
    assert (check.wanted, len(check.fields)) == (1, 3)


def test_an_inquiry_is_tied_to_its_own_staff_by_roster(rulebook: Rulebook) -> None:
    check = rulebook.checks(TODAY)["nmr-71-3"]
    assert isinstance(check, Separate)
    assert check.key == "investigation_id"
    assert check.placements == ("placement", "staff_roster")


def test_family_exempts_a_pair_and_not_a_unit(rulebook: Rulebook) -> None:
    check = rulebook.checks(TODAY)["juv-hr-29"]
    assert isinstance(check, Separate)
    assert check.exempt_if is None
    assert check.exempt_pair_if == "same_family_or_permitted_programme"


def test_rest_days_and_solitary_days_are_amounts_that_records_hold(rulebook: Rulebook) -> None:
    checks = rulebook.checks(TODAY)
    rest, cap = checks["nmr-102-2"], checks["nmr-45-1-cap"]
    assert isinstance(rest, Quota) and isinstance(cap, Quota)
    assert (rest.unit, cap.amount_of) == ("count", "solitary")
    assert cap.rolling == parse_duration("P60D")


@pytest.mark.parametrize(
    ("rule", "guard", "grace"),
    [
        ("nmr-75-3", "in_service_training", "P1Y"),
        ("nmr-49", "control_techniques_training", "P3M"),
    ],
)
def test_training_before_the_posting_counts(
    rule: str, guard: str, grace: str, rulebook: Rulebook
) -> None:
    check = rulebook.checks(TODAY)[rule]
    assert isinstance(check, OnlyWith)
    assert (check.guard, check.per) == (guard, "staff_member")
    assert check.max_age == parse_duration("P1Y")
    assert check.grace == parse_duration(grace)


@pytest.mark.parametrize(("rule", "early"), [("nmr-26-1-file", "PT24H"), ("vep-01", "P30D")])
def test_an_early_answer_counts(rule: str, early: str, rulebook: Rulebook) -> None:
    check = rulebook.checks(TODAY)[rule]
    assert isinstance(check, RespondWithin)
    assert check.accept_early == parse_duration(early)


def test_a_warning_may_have_no_end_with_a_reason(rulebook: Rulebook) -> None:
    check = rulebook.checks(TODAY)["nmr-39-2-record"]
    assert isinstance(check, RequiresFields)
    assert check.allow_unknown


def test_no_note_speaks_of_a_flag_that_nobody_defined(rulebook: Rulebook) -> None:
    assert "flag" not in rulebook.entries["juv-gc24-93-turning-18"].note
