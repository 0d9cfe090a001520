"""Case files and checks that cannot be read are refused with what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from standards.checks import (
    PATTERNS,
    BadCheck,
    OnlyWith,
    Quota,
    RespondWithin,
    parameters_of,
    parse_check,
)
from standards.conformance import BadCase, Case, answer_case, read_cases
from standards.durations import ZERO, parse_duration
from standards.person.engine import evaluate_archive
from standards.records import Filling
from standards.rulebook.load import Rulebook, load_rulebook

from .patterns.building import at

HEAD = "cases:\n- id: c1\n  rule: nmr-43-1-b\n  zone: Africa/Kampala\n"
AS_OF = "  as_of: '2026-03-20T09:00+03:00'\n"


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def read(tmp_path: Path, text: str) -> Case:
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)[0]


def one(tmp_path: Path, record: str, *more: str) -> Any:
    return read(tmp_path, HEAD + AS_OF + "".join(more) + f"  records:\n    - {record}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cases: 5\n", "there is no list 'cases'"),
        ("", "there is no list 'cases'"),
        ("cases: [{]\n", "cannot be read"),
        ("cases:\n- 5\n", "case number 1: "),
        (HEAD, "case c1: 'as_of' is missing"),
        ("cases:\n- rule: r\n" + AS_OF, "case number 1: 'id' is missing"),
        (HEAD + AS_OF + "  colour: red\n", "case c1: unknown keys colour"),
        (HEAD.replace("Kampala", "Nowhere") + AS_OF, "'Africa/Nowhere' is not a time zone"),
        (HEAD + "  as_of: '2026-03-20T09:00'\n", "has no offset"),
        (HEAD + AS_OF + "  records:\n    - {who: A}\n", "'type' is missing"),
        (
            HEAD + AS_OF + "  records:\n    - {type: e, zone: Mars, at: '2026-03-20T09:00Z'}\n",
            "'Mars' is not a time zone",
        ),
        (HEAD + AS_OF + "  records:\n    - {type: e, at: tomorrow}\n", "'tomorrow' is not a date"),
        (HEAD + AS_OF + "  persons:\n    - {id: A, birth_date: someday}\n", "case c1: "),
    ],
)
def test_a_case_that_cannot_be_read_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadCase, match=r"cases\.yaml") as refused:
        read(tmp_path, text)
    assert said in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadCase, match="cannot be read"):
        read_cases(tmp_path / "none.yaml")


def test_a_rule_that_is_not_there_or_not_monitored_is_named(
    tmp_path: Path, rulebook: Rulebook
) -> None:
    case = read(tmp_path, HEAD + AS_OF)
    assert case.expected is None and case.known_at == case.as_of
    with pytest.raises(BadCase, match="c1: there is no rule 'nmr-999'"):
        answer_case(replace(case, rule="nmr-999"), rulebook, evaluate_archive)
    attested = next(e.id for e in rulebook.entries.values() if e.kind != "monitored")
    with pytest.raises(BadCase, match="is not a monitored rule"):
        answer_case(replace(case, rule=attested), rulebook, evaluate_archive)
    with pytest.raises(BadCase, match="c1: max_duration has no parameter 'colour'"):
        answer_case(replace(case, settings={"colour": "red"}), rulebook, evaluate_archive)


@pytest.mark.parametrize(
    ("written", "day", "latest"),
    [
        ("'2008'", "2008-12-31", True),
        ("2008-02", "2008-02-29", True),
        ("2008-12", "2008-12-31", True),
        ("2008-02-03", "2008-02-03", False),
        ("'2008-02-03'", "2008-02-03", False),
    ],
)
def test_birth_dates_by_year_month_or_day(
    tmp_path: Path, written: str, day: str, latest: bool
) -> None:
    case = read(tmp_path, HEAD + AS_OF + f"  persons:\n    - {{id: A, birth_date: {written}}}\n")
    person = case.archive.persons["A"]
    assert (str(person.birth_date), person.birth_date_is_latest) == (day, latest)


def test_fields_are_read_by_what_is_written(tmp_path: Path) -> None:
    case = one(
        tmp_path,
        "{type: sanction, who: A, at: '2026-03-01T09:00+03:00', fields: {offence: noise, to: none, "
        "from: '2026-03-01T10:00+03:00', reasons: null, arrest.at: not_known, "
        "by: {value: null}, who: {value: none, reason: warned, at: '2026-03-02T09:00+03:00'}}}",
    )
    made = at("03-01 09:00")
    assert case.archive.records[0].fields == {
        "sanction.offence": Filling(made),
        "sanction.to": Filling(made, unknown=True),
        "sanction.from": Filling(at("03-01 10:00")),
        "sanction.reasons": Filling(None),
        "arrest.at": Filling(made, unknown=True),
        "sanction.by": Filling(None),
        "sanction.who": Filling(at("03-02 09:00"), unknown=True, reasoned=True),
    }


def test_what_is_kept_and_assumed_and_measured(tmp_path: Path) -> None:
    case = one(
        tmp_path,
        "{type: e, who: 7, at: '2026-03-01T09:00+03:00', amount: 3}",
        "  kept: [e]\n  assumptions: [persons_are_adults]\n",
        "  places:\n    - {id: E1, capacity: 2, closed: true, zone: UTC}\n",
    )
    node = case.archive.places["E1"]
    assert case.archive.kept == {"e"} and case.archive.assumptions == {"persons_are_adults"}
    assert (node.measures, node.closed, node.zone) == ({"certified_capacity": 2.0}, True, "UTC")
    record = case.archive.records[0]
    assert (record.who, record.amount, record.id) == ("7", 3.0, "record 1")


GOOD: dict[str, dict[str, Any]] = {
    "respond_within": {"trigger": "a", "response": "b", "limit": "P1D"},
    "recur_within": {"state": "s", "response": "b", "limit": "P1D"},
    "max_duration": {"state": "s", "limit": "P1D"},
    "never": {"event": "a"},
    "only_with": {"event": "a", "guard": "g"},
    "separate": {"group": "g", "from_group": "h", "level": "unit"},
    "requires_fields": {"record": "r", "fields": ["r.a"], "by": "P1D"},
    "quota": {"state": "s", "amount_of": "a", "unit": "count", "period": "local_day", "min": 1},
    "within_ratio": {"per": "cell", "count": "c", "of": "one", "max": 1},
}


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_the_least_of_every_pattern_is_enough_and_nothing_less(pattern: str) -> None:
    good = {"pattern": pattern, **GOOD[pattern]}
    assert isinstance(parse_check("r", good), PATTERNS[pattern])
    for name in GOOD[pattern]:
        if name == "per":
            continue
        with pytest.raises(BadCheck):
            parse_check("r", {key: value for key, value in good.items() if key != name})
    with pytest.raises(BadCheck, match=f"{pattern} has no parameter 'colour'") as refused:
        parse_check("r", {**good, "colour": "red"})
    assert refused.value.parameter == "colour"
    assert {"group", "per", "warn_before", "target", "review_reason"} <= parameters_of(pattern)


@pytest.mark.parametrize(
    ("pattern", "change", "parameter", "said"),
    [
        ("respond_within", {"limit": 5}, "limit", "must be a duration such as P15D, not 5"),
        ("respond_within", {"limit": "5"}, "limit", "limit: '5' is not a duration"),
        ("respond_within", {"to_end_of_day": "yes"}, "to_end_of_day", "must be true or false"),
        ("respond_within", {"trigger": 5}, "trigger", "'trigger' must be a name, not 5"),
        ("respond_within", {"while_": "s"}, "while_", "has no parameter 'while_'"),
        ("never", {"state": "s"}, "event", "give exactly one of event, state"),
        ("only_with", {"planned": "p"}, "event", "give exactly one of event, state, planned"),
        ("separate", {"level": "floor"}, "level", "one of establishment, premises, unit, cell"),
        ("requires_fields", {"fields": []}, "fields", "must be a list of names"),
        ("requires_fields", {"fields": "r.a"}, "fields", "must be a list of names"),
        ("requires_fields", {"enough": "1"}, "enough", "must be a number, not '1'"),
        ("quota", {"min": True}, "min", "must be a number, not True"),
        ("quota", {"max": 1}, "min", "give exactly one of min, max"),
        ("quota", {"unit": "days_of_rest"}, "unit", "one of count, minutes, hours, days"),
        ("quota", {"period": "local_year"}, "period", "local_day, local_week, local_month"),
        ("quota", {"period": {"rolling": "P60D"}}, "max", "a rolling quota has a max"),
        ("quota", {"period": {"rolling": 5}}, "rolling", "must be a duration"),
        ("quota", {"period": {"sliding": "P60D"}}, "period", "must be one of"),
        ("quota", {"on_no_data": "met"}, "on_no_data", "can only be unknown"),
        ("quota", {"rolling": "P60D"}, "rolling", "has no parameter 'rolling'"),
        ("within_ratio", {"min": 1}, "min", "give exactly one of min, max"),
    ],
)
def test_a_check_that_cannot_be_is_refused_with_its_parameter(
    pattern: str, change: dict[str, Any], parameter: str, said: str
) -> None:
    with pytest.raises(BadCheck) as refused:
        parse_check("r", {"pattern": pattern, **GOOD[pattern], **change})
    assert refused.value.parameter == parameter
    assert said in str(refused.value)


@pytest.mark.parametrize("pattern", [None, 5, "sometimes"])
def test_a_tenth_pattern_is_refused(pattern: object) -> None:
    with pytest.raises(BadCheck, match="is not one of the nine patterns"):
        parse_check("r", {"pattern": pattern})


def test_a_rolling_window_of_months_is_refused() -> None:
    rolling = {"pattern": "quota", **GOOD["quota"], "period": {"rolling": "P2M"}, "max": 1}
    del rolling["min"]
    with pytest.raises(BadCheck, match="not months"):
        parse_check("r", rolling)
    rolling["period"] = {"rolling": "P60D"}
    check = parse_check("r", rolling)
    assert isinstance(check, Quota) and check.period == "" and check.rolling is not None


def test_defaults_and_names_that_python_has_already() -> None:
    duty = parse_check("r", {"pattern": "respond_within", **GOOD["respond_within"], "while": "s"})
    assert isinstance(duty, RespondWithin)
    assert (duty.while_, duty.accept_early, duty.is_per_thing) == ("s", ZERO, False)
    guard = parse_check(
        "r", {"pattern": "only_with", **GOOD["only_with"], "per": "search", "target": "P1D"}
    )
    assert isinstance(guard, OnlyWith) and guard.is_per_thing and guard.max_age is None
    half = parse_check("r", {"pattern": "quota", **GOOD["quota"], "min_overlap": "PT12H"})
    whole = parse_check("r", {"pattern": "quota", **GOOD["quota"], "min_overlap": "whole"})
    assert isinstance(half, Quota) and half.min_overlap == parse_duration("PT12H")
    assert isinstance(whole, Quota) and whole.min_overlap is None
