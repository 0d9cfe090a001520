"""A country may be stricter than the instruments, never looser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from standards.checks import MaxDuration, RecurWithin
from standards.durations import parse_duration
from standards.rulebook.errors import RulebookError
from standards.rulebook.load import Rulebook, load_rulebook
from standards.rulebook.profile import load_profile, profile_names
from standards.rulebook.stricter import STRICTER, Order, compare

from .conftest import Folder

TODAY = date(2026, 11, 24)


def limit_of(rulebook: Rulebook, rule: str, on: date = TODAY) -> str:
    check = rulebook.checks(on)[rule]
    assert isinstance(check, MaxDuration | RecurWithin)
    return str(check.limit)


@pytest.mark.parametrize(
    ("country", "days", "zone"),
    [
        ("kazakhstan", "P15D", "Asia/Almaty"),
        ("tunisia", "P10D", "Africa/Tunis"),
        ("uganda", "P15D", "Africa/Kampala"),
    ],
)
def test_each_country_has_its_limit_of_solitary_not_confirmed(
    country: str, days: str, zone: str, rulebook: Rulebook
) -> None:
    profile = load_profile(country)
    assert profile.zone == zone
    laid = rulebook.with_profile(profile)
    assert limit_of(laid, "nmr-43-1-b") == days
    (value,) = laid.entries["nmr-43-1-b"].laid_over
    assert not value.confirmed
    assert value.standing == "not confirmed"


def test_tunisia_has_a_visit_each_week_and_leaves_children_alone(rulebook: Rulebook) -> None:
    laid = rulebook.with_profile(load_profile("tunisia"))
    assert limit_of(rulebook, "nmr-58-1-visit") == "P30D"
    assert limit_of(laid, "nmr-58-1-visit") == "P7D"
    assert laid.entries["juv-hr-60"] == rulebook.entries["juv-hr-60"]


def test_the_template_changes_nothing(rulebook: Rulebook) -> None:
    laid = rulebook.with_profile(load_profile("template"))
    assert laid.checks(TODAY) == rulebook.checks(TODAY)


def test_a_profile_is_part_of_the_digest(rulebook: Rulebook) -> None:
    one, other = (rulebook.with_profile(load_profile(name)) for name in ("tunisia", "uganda"))
    assert len({rulebook.digest, one.digest, other.digest}) == 3
    assert one.profile is not None and one.profile.name == "Tunisia"


def test_a_looser_value_is_refused_and_both_values_are_shown(
    folder: Folder, profile: Folder
) -> None:
    path = profile("value: P10D", "value: P20D")
    with pytest.raises(RulebookError) as refused:
        load_rulebook(folder()).with_profile(load_profile(path))
    (problem,) = refused.value.problems
    assert problem.line == 7
    assert "P20D is looser than the instrument (Decree 1, 1: P10D)" in problem.what


@pytest.mark.parametrize("value", ["P10D", "P9D", "PT200H"])
def test_an_equal_or_stricter_value_is_accepted(
    value: str, folder: Folder, profile: Folder
) -> None:
    loaded = load_profile(profile("value: P10D", f"value: {value}"))
    laid = load_rulebook(folder()).with_profile(loaded)
    assert limit_of(laid, "now-1") == str(parse_duration(value))


def test_the_stricter_of_instrument_and_country_applies_on_each_day(
    folder: Folder, profile: Folder
) -> None:
    path = profile("value: P10D", "from: 2020-01-01\n  value: P12D")
    laid = load_rulebook(folder()).with_profile(load_profile(path))
    assert limit_of(laid, "now-1", date(2019, 12, 31)) == "P15D"
    assert limit_of(laid, "now-1", date(2020, 1, 1)) == "P12D"
    # From 2030 the instrument itself is stricter than the country.
    assert limit_of(laid, "now-1", date(2030, 1, 1)) == "P10D"


def test_the_earliest_values_hold_before_all_of_them(folder: Folder) -> None:
    rulebook = load_rulebook(folder())
    assert limit_of(rulebook, "now-1", date(1990, 1, 1)) == "P15D"
    assert limit_of(rulebook, "now-1", date(2029, 12, 31)) == "P15D"
    assert limit_of(rulebook, "now-1", date(2030, 1, 1)) == "P10D"


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ("rule: now-1", "rule: now-11", "there is no such rule", "did you mean 'now-1'?"),
        ("parameter: limit", "parameter: limits", "no parameter", "did you mean 'limit'?"),
        ("rule: now-1", "rule: now-2", "attested has no number", "remove"),
        ("value: P10D", "value: ten", "'ten' cannot be read", "like P10D"),
        ("value: P10D", "value: PT240H", "cannot be compared", "same unit as P10D"),
        ("zone: Africa/Tunis", "zone: Africa/Tunus", "is not a time zone", "tz database"),
        ("  source: Law 1, article 2\n", "", "'source' is missing", "cite the law"),
        ("confidence: likely", "confidence: sure", "'confidence' is 'sure'", "write one of"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_with_a_remedy(
    old: str, new: str, what: str, remedy: str, folder: Folder, profile: Folder
) -> None:
    with pytest.raises(RulebookError) as refused:
        load_rulebook(folder()).with_profile(load_profile(profile(old, new)))
    fitting = [problem for problem in refused.value.problems if what in problem.what]
    assert fitting, str(refused.value)
    assert remedy in fitting[0].remedy


def test_an_unknown_country_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(RulebookError, match="did you mean 'tunisia'"):
        load_profile("Tunesia")
    assert profile_names() == ["kazakhstan", "template", "tunisia", "uganda"]


def test_a_profile_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="cannot be read"):
        load_profile(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("pattern", "parameter", "before", "after", "order"),
    [
        ("max_duration", "limit", "P15D", "P14D", Order.STRICTER),
        ("max_duration", "limit", "P15D", "P16D", Order.LOOSER),
        ("max_duration", "limit", "P1M", "P30D", Order.UNCLEAR),
        ("max_duration", "limit", "P1M", "P28D", Order.STRICTER),
        ("max_duration", "limit", "P1M", "P31D", Order.LOOSER),
        ("max_duration", "limit", "P1Y", "P12M", Order.EQUAL),
        ("max_duration", "limit", "P20000Y", "P7300000D", Order.STRICTER),
        ("max_duration", "limit", "P1D", "PT24H", Order.UNCLEAR),
        ("max_duration", "limit", "P1D", "PT23H", Order.STRICTER),
        ("max_duration", "limit", "P1D", "PT26H", Order.LOOSER),
        ("max_duration", "merge_gap", "PT24H", "PT48H", Order.STRICTER),
        ("max_duration", "merge_gap", "PT24H", "PT0S", Order.LOOSER),
        ("recur_within", "first_within", None, "P7D", Order.STRICTER),
        ("recur_within", "first_within", None, "P10D", Order.EQUAL),
        ("recur_within", "first_within", None, "P11D", Order.LOOSER),
        ("recur_within", "merge_gap", None, "P1D", Order.STRICTER),
        ("only_with", "max_age", None, "P1Y", Order.STRICTER),
        ("only_with", "min_lead", "P14D", "P30D", Order.STRICTER),
        ("only_with", "grace", None, "P1D", Order.LOOSER),
        ("requires_fields", "allow_unknown", True, False, Order.STRICTER),
        ("requires_fields", "allow_unknown", None, True, Order.LOOSER),
        ("requires_fields", "enough", 1, 2, Order.STRICTER),
        ("requires_fields", "enough", None, 2, Order.EQUAL),
        ("requires_fields", "enough", None, 1, Order.LOOSER),
        ("quota", "min", 60, 120, Order.STRICTER),
        ("quota", "max", 20, 30, Order.LOOSER),
        ("within_ratio", "min", 3.4, 6, Order.STRICTER),
        ("separate", "level", "unit", "establishment", Order.STRICTER),
        ("separate", "level", "unit", "cell", Order.LOOSER),
    ],
)
def test_which_value_is_stricter(
    pattern: str, parameter: str, before: object, after: object, order: Order
) -> None:
    written = {"pattern": pattern, "limit": "P10D", "fields": ["a", "b"], parameter: before}
    assert compare(written, parameter, after) is order


def test_a_longer_gap_beside_a_first_deadline_may_be_looser() -> None:
    """Joined spells begin no new cycle, and so have no second first deadline."""
    written = {"pattern": "recur_within", "limit": "P10D", "first_within": "P1D"}
    assert compare(written, "merge_gap", "P1D") is Order.UNCLEAR
    assert compare(written, "merge_gap", "PT0S") is Order.EQUAL


def test_every_pattern_says_what_a_profile_may_change(rulebook: Rulebook) -> None:
    assert set(STRICTER) == {entry.pattern for entry in rulebook.monitored()}


def test_one_number_written_twice_for_a_day_is_refused(folder: Folder, profile: Folder) -> None:
    again = "- rule: now-1\n  parameter: limit\n  value: P9D\n  source: Law 2\n"
    path = profile("facts: []\n", f"{again}  confidence: likely\n")
    with pytest.raises(RulebookError, match="limit is written twice for the same day"):
        load_rulebook(folder()).with_profile(load_profile(path))
