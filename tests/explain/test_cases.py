"""Every worked case can be explained, in words and within 80 columns."""

from __future__ import annotations

import json
import re

import pytest

from standards.civil import to_wall
from standards.findings import Flag, Status
from standards.instants import DAY, HOUR, MINUTE, SECOND, format_instant
from throughcare.explain.as_json import render_json
from throughcare.explain.model import Explanation, Told
from throughcare.explain.text import render_text
from throughcare.explain.words import full

from .made import cases, explain_case

pytestmark = pytest.mark.skipif(
    not cases(), reason="the worked cases are in rulebooks/cases or beside us, in ../shared"
)
_RAW = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|\bP(?:T?\d+[YMWDHS])+\b")
_LENGTH = r"\d[\d,]* (?:day|hour|minute|second)s?(?: \d+ (?:hour|minute|second)s?)*"
_JUDGING = re.compile(r"\b(score|risk level|dangerous|" + "off" + r"ender|" + "in" + r"mate)\b")


@pytest.fixture(scope="module")
def explained() -> list[tuple[str, Explanation, str]]:
    return [(c.id, said, render_text(said)) for c in cases() for said in explain_case(c)]


def test_every_expected_finding_is_explained(explained: list[tuple[str, Explanation, str]]) -> None:
    for case in cases():
        # A place and each person held in it are told about the same finding: take it once.
        told = {
            (t.line.finding.status, t.line.finding.who, t.line.finding.since, t.line.finding.key)
            for name, said, _ in explained if name == case.id
            for t in said.told
        }  # fmt: skip
        assert len(told) == len(case.expected or ()), case.id


def test_no_text_shows_a_name_that_only_programs_use(
    explained: list[tuple[str, Explanation, str]],
) -> None:
    assert {(name, word) for name, _, text in explained for word in _RAW.findall(text)} == set()


def test_no_text_judges_a_person(explained: list[tuple[str, Explanation, str]]) -> None:
    assert [name for name, _, text in explained if _JUDGING.search(text.lower())] == []


def test_no_line_is_wider_than_80_columns(explained: list[tuple[str, Explanation, str]]) -> None:
    long = [(n, line) for n, _, text in explained for line in text.splitlines() if len(line) > 80]
    assert long == []


def test_every_finding_has_steps_that_name_its_records(
    explained: list[tuple[str, Explanation, str]],
) -> None:
    for name, said, _ in explained:
        known = {used.record.id for used in said.records}
        for told in said.told:
            assert len(told.steps) > 1, name
            assert set(told.line.finding.evidence) <= known, name
            assert any(step.records for step in told.steps), name


def test_the_moments_of_a_finding_stand_in_its_text(
    explained: list[tuple[str, Explanation, str]],
) -> None:
    for name, said, text in explained:
        plain = " ".join(text.split())
        for told in said.told:
            found, zone = told.line.finding, told.line.zone
            if found.status in (Status.BREACHED, Status.UNKNOWN):
                assert full(found.since, zone) in plain, name
            if found.until is not None and found.status != Status.MET:
                assert full(found.until, zone) in plain, name


def length_in(text: str) -> int | None:
    """The length that a step calls too long or too late, in microseconds."""
    found = re.search(rf"({_LENGTH})(?: \(.*\))? (?:too late|more than the)", text)
    return None if found is None else _size(found[1])


def _size(words: str) -> int:
    sizes = {"day": DAY, "hour": HOUR, "minute": MINUTE, "second": SECOND}
    parts = re.findall(r"(\d[\d,]*) (day|hour|minute|second)", words)
    return sum(int(number.replace(",", "")) * sizes[unit] for number, unit in parts)


def test_the_time_that_the_text_calls_too_long_is_that_of_the_finding(
    explained: list[tuple[str, Explanation, str]],
) -> None:
    checked = 0
    for name, said, _ in explained:
        for told in said.told:
            found, zone = told.line.finding, told.line.zone
            lengths = [length for s in told.steps if (length := length_in(s.text)) is not None]
            if found.until is None or not lengths or _after_a_break(told):
                continue
            by_clock = to_wall(found.until, zone) - to_wall(found.since, zone)
            assert lengths[-1] in (by_clock, found.until - found.since), name
            checked += 1
    assert checked >= 15


def _after_a_break(told: Told) -> bool:
    """Where the limit fell into a break the breach is shorter than the time past the limit."""
    return any("At the limit itself there was a break" in step.text for step in told.steps)


def test_every_flag_is_told_in_words(explained: list[tuple[str, Explanation, str]]) -> None:
    words = {
        Flag.INFERRED_END: "later record",
        Flag.PRESUMED_CHILD: "counts as a child",
        Flag.PROVISIONAL: "could still change",
        Flag.PLANNED_PAST_LIMIT: "planned end lies",
    }
    seen = set()
    for name, said, _ in explained:
        for told in said.told:
            steps = " ".join(step.text for step in told.steps)
            for flag in told.line.finding.flags & set(words):
                assert words[flag] in steps, name
                seen.add(flag)
    assert seen == set(words)


def test_no_finding_is_told_with_a_reason(explained: list[tuple[str, Explanation, str]]) -> None:
    silent = [said for _, said, _ in explained if not said.told]
    assert silent
    assert all(said.nothing for said in silent)


def test_the_json_holds_each_finding_with_its_reasoning(
    explained: list[tuple[str, Explanation, str]],
) -> None:
    for name, said, _ in explained:
        form = json.loads(render_json(said))
        assert len(form["findings"]) == len(said.told), name
        for finding, told in zip(form["findings"], said.told, strict=True):
            assert finding["from"] == format_instant(told.line.finding.since, told.line.zone)
            assert all(set(step) == {"text", "records"} for step in finding["reasoning"])
        assert form["confirmed"] is False
        assert form["complete"] is True
