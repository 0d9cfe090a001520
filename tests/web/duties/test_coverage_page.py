"""Coverage: the page and the command say the same, and what is gained is really gained."""

from __future__ import annotations

import json
import re
from contextlib import nullcontext
from dataclasses import replace

import pytest
from django.test import override_settings
from django.utils import timezone
from typer.testing import CliRunner

from standards.rulebook.coverage import MEASURES, Kept, Reach, coverage
from tests.web.custody.moved import House
from tests.web.people.made import Somebody
from throughcare.access.terms import Role
from throughcare.cli import live
from throughcare.cli.main import app
from throughcare.duties.queries.covered import coverage_now
from throughcare.duties.rules import kept_by_rooms, rulebook

pytestmark = pytest.mark.django_db


def number(page: str, said: str) -> int:
    found = re.search(rf"{re.escape(said)}</dt><dd>(\d+)</dd>", page)
    assert found, said
    return int(found[1])


def with_name(kept: Kept, name: str) -> Kept:
    """With this kind of record kept, or this field, as the measure of a place too if it is one."""
    if "." not in name:
        return replace(kept, types=kept.types | {name})
    fields = {name} | {f"place.{one}" for one, of in MEASURES.items() if of == name}
    return replace(kept, fields=kept.fields | fields)


def test_the_page_and_the_command_agree(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "database", nullcontext)
    said = CliRunner().invoke(app, ["rules", "coverage", "--live", "--format", "json"])
    assert said.exit_code == 0, said.output
    told = json.loads(said.stdout)
    page = house.director.page("/coverage")
    assert number(page, "rules checked against records") == told["monitored"] == 339
    assert number(page, "answered") == told["answered"] >= 100
    assert number(page, "answered in part") == told["partly"]
    assert number(page, "not answered: records are missing") == told["not"]
    assert told["answered"] + told["partly"] + told["not"] == 339
    first = re.search(r'<h2 id="next">.*?<tbody>(.*?)</tbody>', page, re.S)
    assert first
    steps = re.findall(r'">(\d+)</td><td data-label="rules answered then">(\d+)</td>', first[1])
    assert [(int(more), int(all_)) for more, all_ in steps] == [
        (one["more"], one["answered"]) for one in told["next"]
    ]


def test_the_command_tells_it_as_text_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "database", nullcontext)
    said = CliRunner().invoke(app, ["rules", "coverage", "--live"])
    found = coverage_now(timezone.now().date())
    assert f"Can be answered: {found.count(Reach.ANSWERED)} of 339" in said.stdout
    assert "To keep next" in said.stdout


def test_the_command_takes_no_files_beside_the_live_records() -> None:
    said = CliRunner().invoke(app, ["rules", "coverage", "--live", "x.csv"])
    assert said.exit_code == 1
    assert "leave out the files" in str(said.exception)


def test_each_gain_is_what_the_whole_reckoning_says_with_that_name_kept() -> None:
    day, kept = timezone.now().date(), kept_by_rooms()
    found = coverage_now(day)
    before = found.count(Reach.ANSWERED)
    for gain in (*found.gains[:5], found.gains[len(found.gains) // 2], found.gains[-1]):
        after = coverage(rulebook(), with_name(kept, gain.name), day)
        assert sum(one.reach is Reach.ANSWERED for one in after) - before == gain.answered, gain


def test_the_way_gains_step_by_step_what_it_says() -> None:
    day = timezone.now().date()
    found, kept = coverage_now(day), kept_by_rooms()
    for step in found.next:
        kept = with_name(kept, step.name)
        after = coverage(rulebook(), kept, day)
        assert sum(one.reach is Reach.ANSWERED for one in after) == step.answered


def test_the_way_begins_with_what_gains_most_alone() -> None:
    found = coverage_now(timezone.now().date())
    assert found.next[0].more == max(one.answered for one in found.gains)


@pytest.mark.parametrize("reach", ["answered", "partly", "not"])
def test_rules_can_be_filtered_by_how_far_they_are_answered(house: House, reach: str) -> None:
    page = house.director.page(f"/coverage?reach={reach}")
    listed = re.findall(r'<th scope="row"><a href="/rules/', page)
    assert len(listed) == coverage_now(timezone.now().date()).count(Reach(reach))


def test_what_is_not_known_here_is_counted_only_for_those_with_numbers(house: House) -> None:
    assert "with an answer that is not known" in house.director.page("/coverage")
    with override_settings(SECOND_FACTOR_FOR=frozenset()):
        analyst = Somebody(Role.HQ_ANALYST, name="hana")
        assert "with an answer that is not known" not in analyst.page("/coverage")
        assert analyst.status("/coverage?at=north") == 404
