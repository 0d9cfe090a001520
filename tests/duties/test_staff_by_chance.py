"""Whatever is written of staff, what is kept live and what the nightly run computes are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import Error, transaction

from tests.duties.test_staff import RULES, kept, of
from tests.training.conftest import cast
from tests.training.made import (
    AT,
    DAY,
    DIRECTOR,
    OFFICER,
    PSYCHOLOGIST,
    boosted,
    passed,
    posted,
    supervised,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.duties import actions
from throughcare.duties.recompute import recompute
from throughcare.errors import BadInput
from throughcare.service.training import actions as training

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


def test_live_and_nightly_findings_are_equal_over_histories_driven_through_actions() -> None:
    chance, at = Random(20261126), AT
    there: dict[str, list[Any]] = {"post": [], "paper": [], "met": []}
    done: Counter[str] = Counter()
    for _turn in range(160):
        at += chance.choice((0, 1, 3, 9)) * DAY + chance.choice((0, 5, 17)) * timedelta(hours=1)
        name = chance.choice(sorted(CHANCES))
        try:
            with transaction.atomic():
                CHANCES[name](chance, at, there)
            done[name] += 1
        except (BadInput, Refused, NotThere, Error, IndexError):
            continue
        if chance.random() < 0.5:
            of(OFFICER, at)  # as the next page does
    actions.judge_waiting_staff(at=at)
    for house in ("north", "south"):
        actions.judge_house_now(house, at=at)
    live = kept()
    run = recompute(at=at)
    assert (run.differed, run.old) == ([], 0)
    assert kept() == live
    assert set(done) == set(CHANCES) and {row[2] for row in live} == RULES
    assert {row[3] for row in live} == {"met", "due", "breached"}


STAFF = (OFFICER, PSYCHOLOGIST)


def _post(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    since = at.date() - chance.choice((0, 5, 40)) * DAY
    until = chance.choice((None, None, since + 20 * DAY, since + 90 * DAY))
    kind = chance.choice(("vep", "vep", "women", "children", "special", "ordinary"))
    row = posted(chance.choice(STAFF), kind, at=at, since=since, until=until)
    there["post"].append(row)


def _pass(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    topic = chance.choice(
        ("vep_unit", "women", "juveniles", "special_unit", "induction", "in_service")
    )
    on = at.date() - chance.choice((0, 2, 30)) * DAY
    until = chance.choice((None, on + 20 * DAY, on + 200 * DAY))
    row = passed(chance.choice(STAFF), at=at, topic=topic, passed_on=on, valid_until=until)
    there["paper"].append(row)


def _boost(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    on = at.date() - chance.choice((0, 3)) * DAY
    row = chance.choice(there["paper"])
    there["paper"].append(boosted(row, on, at=at, valid_until=on + 30 * DAY))


def _withdraw(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    row = chance.choice(there["paper"])
    training.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=row.id, why="w")


def _end(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    row = chance.choice(there["post"])
    on = at.date() + chance.choice((-3, 0, 4)) * DAY
    training.end_posting(by=DIRECTOR, at=at, posting_id=row.id, ended_on=on)


def _strike(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    if chance.random() < 0.2:
        row = chance.choice(there["post"])
        training.strike_posting(by=DIRECTOR, at=at, posting_id=row.id, why="w")
    else:
        met = chance.choice(there["met"])
        training.strike_supervision(by=DIRECTOR, at=at, supervision_id=met.id, why="w")


def _meet(chance: Random, at: datetime, there: dict[str, list[Any]]) -> None:
    on = at.date() - chance.choice((0, 1, 10)) * DAY
    there["met"] += supervised(*chance.sample(STAFF, chance.choice((1, 2))), at=at, held_on=on)


CHANCES: dict[str, Callable[[Random, datetime, dict[str, list[Any]]], None]] = {
    "post": _post, "pass": _pass, "boost": _boost, "withdraw": _withdraw, "end": _end,
    "strike": _strike, "meet": _meet,
}  # fmt: skip
