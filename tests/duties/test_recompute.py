"""What the live path keeps and what the nightly run computes are the same, for everybody."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.conftest import few, owned, small
from tests.standards.properties.running import SLOW
from throughcare.casework.people.models import Person
from throughcare.duties import actions
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.duties.recompute import recompute
from throughcare.kernel.models import Place, PlaceKind

__all__ = ["few", "owned", "small"]
ON = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
KEPT = ("person", "house", "about", "rule", "status", "since", "until", "flags", "key")


def kept() -> Counter[tuple[object, ...]]:
    rows = KeptFinding.objects.values_list(*KEPT)
    return Counter(tuple(map(_plain, row)) for row in rows)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def judge_everybody(at: datetime) -> None:
    actions.judge_files(list(Person.objects.values_list("id", flat=True)), at=at)
    for place in Place.objects.filter(kind=PlaceKind.ESTABLISHMENT):
        actions.judge_house_now(place.path, at=at)


def test_the_nightly_run_over_a_country_finds_nothing_that_live_judging_did_not(
    request: pytest.FixtureRequest,
) -> None:
    request.getfixturevalue("small" if SLOW else "few")  # the small demo in the slow form
    judge_everybody(ON)
    live = kept()
    done = recompute(at=ON)
    assert done.differed == [] and done.old == 0
    assert kept() == live
    assert done.files >= (600 if SLOW else 160) and done.findings == sum(live.values()) > done.files
    assert {row.house for row in KeptFinding.objects.exclude(house="")}


def test_what_was_judged_as_time_went_on_is_what_is_judged_in_one_step(few: str) -> None:
    judge_everybody(ON - timedelta(days=3))
    for hours in range(-66, 1, 6):
        at = ON + timedelta(hours=hours)
        while actions.judge_waiting(at=at, most=50):
            pass
        while actions.judge_next_house(at=at, judged_before=at):
            pass
    assert not Mark.objects.exists()
    assert Judged.objects.filter(judged_at__lt=ON).exists()  # not everybody was judged anew
    done = recompute(at=ON)
    assert done.differed == [] and done.old == 0


def test_an_answer_that_somebody_falsified_is_found_and_put_right(few: str) -> None:
    judge_everybody(ON)
    before = kept()
    one = KeptFinding.objects.filter(house="").order_by("id")[0]
    KeptFinding.objects.filter(id=one.id).delete()
    done = recompute(at=ON + timedelta(microseconds=1))
    assert len(done.differed) == 1 and str(one.person_id) in done.differed[0]
    assert kept() == before


def test_a_country_that_is_filled_is_judged_as_the_nightly_run_would(few: str) -> None:
    heard: list[tuple[int, int]] = []
    actions.judge_everybody(at=ON, tell=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] and not Mark.objects.exists()
    done = recompute(at=ON)
    assert done.differed == [] and done.old == 0
