"""The report as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from made_reports import SOLITARY, spell

from throughcare.report.as_csv import render_csv
from throughcare.report.as_json import render_json
from throughcare.report.formats import Format, form_for, render
from throughcare.report.summary import Summary
from throughcare.report.text import WIDTH, render_brief, render_text


def test_json_has_what_programs_rely_on(mixed: Summary) -> None:
    said = json.loads(render_json(mixed))
    assert said["rows"]["damaged"] == [
        {"file": "book.csv", "row": 7, "reason": "it ends before it starts",
         "column": "to", "value": "2025-01-01"}
    ]  # fmt: skip
    assert said["summary"][SOLITARY] == {
        "breached": 2, "due": 1, "met": 1, "lapsed": 0, "unknown": 1,
    }  # fmt: skip
    assert said["assumptions"][0]["records_touched"] == 4
    assert said["as_of"] == "2026-06-01T00:00+01:00" and said["zone"] == "Africa/Tunis"
    assert said["unknowns"] == [{"rule": SOLITARY, "count": 1, "record": ["contact_log.minutes"]}]


def test_a_finding_in_json_says_where_it_comes_from(mixed: Summary) -> None:
    found = json.loads(render_json(mixed))["findings"][1]
    assert found["status"] == "breached" and found["severity"] == "critical"
    assert found["from"] == "2026-01-20T00:00+01:00" and found["duty"].startswith("2026-01-05")
    assert found["source"] == [{"file": "book.csv", "row": 2}]
    assert found["evidence"] == ["record of B"] and found["key"] is None


def test_json_says_last_of_all_that_it_is_complete(mixed: Summary) -> None:
    assert list(json.loads(render_json(mixed)))[-1] == "complete"


def test_csv_has_one_row_a_finding_and_the_labels(mixed: Summary) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(mixed))))
    assert len(rows) == 5
    assert rows[1]["label:reason"] == "Discipline" and rows[1]["row"] == "2"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x"])
def test_a_spreadsheet_runs_nothing_that_came_from_a_file(
    make: Callable[..., Summary], cell: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(make(spell(cell, "2026-01-01"))))))
    assert rows[0]["who"] == f"'{cell}"


def test_text_fits_eighty_columns_and_has_no_colour(mixed: Summary) -> None:
    for line in render_text(mixed).splitlines():
        assert len(line) <= WIDTH
        assert "\x1b" not in line


def test_text_from_a_file_cannot_move_the_cursor(make: Callable[..., Summary]) -> None:
    line = spell("A\x1b[2J", "2026-01-01", place="N\x1b[31mrth", reason="\x07bell")
    assert not set("\x1b\x07") & set(render_text(make(line, label_names=("reason",))))


def test_text_shows_the_limit_in_the_bars(mixed: Summary) -> None:
    text = render_text(mixed)
    assert "limit: 15 days" in text and "#" in text
    assert "1 of 2 ended spells (50.00 %) lasted longer than 15 days; 1 did not." in text


def test_text_says_what_to_record_and_lists_damage(mixed: Summary) -> None:
    text = render_text(mixed)
    assert "Record: contact_log.minutes." in text
    assert "row 7: it ends before it starts" in text


def test_the_screen_says_where_the_report_went(mixed: Summary) -> None:
    assert render_brief(mixed, "out.html").endswith("Written to out.html\n")


@pytest.mark.parametrize("form", list(Format))
def test_nothing_found_can_be_said_in_every_form(
    make: Callable[..., Summary], form: Format
) -> None:
    assert render(make(), form)


def test_the_name_of_the_file_tells_the_form_unless_one_is_asked_for() -> None:
    assert form_for(None, Path("a.html")) == Format.HTML
    assert form_for(Format.CSV, Path("a.html")) == Format.CSV
    assert form_for(None, None) == Format.TEXT
