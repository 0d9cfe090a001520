"""On real records: the figures equal those counted straight from the file."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from test_command import ROOT, run

RULE = "nmr-43-1-b"
DATA = ROOT.parent / "shared/data/nwdc-srms-2013-2018/placements.csv"
MAPPINGS = ROOT / "examples/nwdc-srms"
LONG = 15

pytestmark = pytest.mark.skipif(
    not DATA.exists(), reason="the real records are kept beside the repository, in ../shared"
)

Row = dict[str, str]


def day(text: str) -> date:
    return datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 - a day has no zone


def is_long(row: Row) -> bool:
    """More than fifteen days; a placement without a release was still going on in 2019."""
    end = day(row["release_date"]) if row["release_date"] else date(2019, 1, 1)
    return (end - day(row["placement_date"])).days > LONG


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(mapping: str, engine: str = "person") -> dict[str, Any]:
    done = run(
        DATA, "--map", MAPPINGS / mapping, "--rules", RULE, "--as-of", "2019-01-01",
        "--format", "json", "--engine", engine,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return check("mapping.yaml")


def counted(rows: list[Row], name_of: Callable[[Row], str]) -> dict[str, tuple[int, int]]:
    """Long and other placements by name, straight from the rows."""
    long = Counter(name_of(row) for row in rows if is_long(row))
    other = Counter(name_of(row) for row in rows if not is_long(row))
    return {name: (long[name], other[name]) for name in {*long, *other}}


def reported(table: dict[str, dict[str, int]]) -> dict[str, tuple[int, int]]:
    return {name: (counts["breached"], counts["met"]) for name, counts in table.items()}


def test_every_row_is_read_and_accepted(report: dict[str, Any]) -> None:
    assert report["rows"] == {"read": 371, "accepted": 371, "damaged": []}


def test_290_of_357_ended_placements_lasted_longer_than_15_days(report: dict[str, Any]) -> None:
    lengths = report["lengths"][RULE]
    assert (lengths["ended"], lengths["ended_over"], lengths["ended_within"]) == (357, 290, 67)
    assert lengths["still_open"] == 14
    assert (lengths["median"], lengths["mean"]) == (30, 59.61)


def test_the_longest_lasted_781_days(report: dict[str, Any]) -> None:
    longest = report["lengths"][RULE]["longest"][0]
    assert longest["length"] == 781 and longest["from"].startswith("2013-06-27")
    assert longest["source"][0]["file"] == "placements.csv"


def test_the_distribution_holds_each_placement_once(
    report: dict[str, Any], rows: list[Row]
) -> None:
    ended = [
        (day(row["release_date"]) - day(row["placement_date"])).days
        for row in rows
        if row["release_date"]
    ]
    for bar in report["lengths"][RULE]["distribution"]:
        high = bar["high"] if bar["high"] is not None else float("inf")
        assert bar["ended"] == sum(bar["low"] < length <= high for length in ended)


def test_the_summary_counts_open_placements_too(report: dict[str, Any]) -> None:
    assert report["summary"][RULE] == {
        "breached": 304, "due": 0, "met": 67, "lapsed": 0, "unknown": 0,
    }  # fmt: skip


def test_months_equal_those_counted_from_the_file(report: dict[str, Any], rows: list[Row]) -> None:
    by_month = counted(rows, lambda row: f"{day(row['placement_date']):%Y-%m}")
    assert reported(report["months"][RULE]) == by_month


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("reason", "placement_reason_type"),
        ("mental illness", "mental_illness"),
        ("requested by", "detainee_request"),
        ("special criteria", "special_criteria"),
    ],
)
def test_groups_equal_those_counted_from_the_file_and_blank_is_unknown(
    report: dict[str, Any], rows: list[Row], label: str, column: str
) -> None:
    by_name = counted(rows, lambda row: row[column] or "unknown")
    assert reported(report["groups"][RULE][label]) == by_name


def test_blanks_are_counted_as_unknown(report: dict[str, Any]) -> None:
    assert sum(report["groups"][RULE]["special criteria"]["unknown"].values()) == 80


def test_the_assumption_is_on_the_report_with_its_count(report: dict[str, Any]) -> None:
    (assumed,) = report["assumptions"]
    assert assumed["name"] == "segregation_is_solitary" and assumed["records_touched"] == 371


def test_without_the_assumption_every_row_is_unknown() -> None:
    said = check("mapping-without-assumption.yaml")
    assert said["summary"][RULE] == {
        "breached": 0, "due": 0, "met": 0, "lapsed": 0, "unknown": 371,
    }  # fmt: skip
    assert said["assumptions"] == []
    assert said["unknowns"] == [{"rule": RULE, "count": 371, "record": ["contact_log"]}]


def test_both_engines_give_the_same_counts_by_everything(report: dict[str, Any]) -> None:
    other = check("mapping.yaml", "population")
    assert other["engine"] == "population"
    for part in ("rows", "summary", "lengths", "places", "months", "groups"):
        assert other[part] == report[part], part


def test_each_finding_names_the_row_of_its_placement(
    report: dict[str, Any], rows: list[Row]
) -> None:
    for found in report["findings"]:
        row = rows[found["source"][0]["row"] - 2]  # row 1 is the header
        assert found["duty"].startswith(day(row["placement_date"]).isoformat())
        assert found["labels"]["reason"] == row["placement_reason_type"]
