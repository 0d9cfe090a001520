"""Save about a person with ten years of history, with the engine off and on, turn by turn."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from bench.ground import ground

if TYPE_CHECKING:
    from throughcare.access.question import Viewer

YEARS: Final = 10
NOW: Final = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
BEGAN: Final = NOW - timedelta(days=365 * YEARS)
LAST: Final = Path(__file__).with_name("last.json")
PRISON: Final = "p1"


def main() -> int:
    """Measure, print the figures, and keep them beside this file if asked."""
    words = argparse.ArgumentParser(prog="python -m bench.duties")
    words.add_argument("--times", type=int, default=100)
    words.add_argument("--keep", action="store_true", help="write the figures to last.json")
    given = words.parse_args()
    figures = measure(given.times)
    print(json.dumps(figures, indent=2))
    if given.keep:
        LAST.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def measure(times: int) -> dict[str, Any]:
    """Milliseconds of saving without and with judging, of the difference, and of reading."""
    with ground():
        from throughcare.duties import actions, queries

        officer = _officer()
        person = _ten_years(officer)
        actions.judge_files([person], at=NOW)
        moments = iter(NOW + timedelta(minutes=n) for n in range(1, 10 * times))
        off, on, reading, judging = [], [], [], []
        for _turn in range(times):
            off.append(_took(lambda: _save(officer, person, next(moments))))
            actions.bring_up_to_date([person], at=next(moments))
            at = next(moments)
            on.append(_took(lambda at=at: _saved_and_judged(officer, person, at)))
            at = next(moments)
            judging.append(_took(lambda at=at: actions.bring_up_to_date([person], at=at)))
            reading.append(_took(lambda at=at: queries.of_person(officer, person, at=at)))
        records, findings = _size(person)
    more = sorted(b - a for a, b in zip(sorted(off), sorted(on), strict=True))
    return {
        "records": records, "findings": findings, "times": times,
        "saving_off_ms": _figures(off), "saving_on_ms": _figures(on),
        "more_at_p95_ms": round(_p95(on) - _p95(off), 1), "more_median_ms": round(
            statistics.median(more), 1),
        "judging_on_the_next_page_ms": _figures(judging),
        "reading_what_is_due_ms": _figures(reading),
        "saving_on_to_off": round(statistics.median(on) / statistics.median(off), 2),
    }  # fmt: skip


def _saved_and_judged(officer: Viewer, person: UUID, at: datetime) -> None:
    """What a request does: the act, then the judgement of what was written (web/judged.py)."""
    from throughcare.duties import actions
    from throughcare.web.judged import MOST, WITHIN_MS

    _save(officer, person, at)
    actions.judge_waiting(at=at, most=MOST, within_ms=WITHIN_MS)


def _save(officer: Viewer, person: UUID, at: datetime) -> None:
    from throughcare.casework.custody import actions
    from throughcare.casework.custody.terms import Stage, StepKind

    actions.take_step(
        by=officer, at=at, person_id=person, stage=Stage.STAY, kind=StepKind.PROPERTY,
        value={"items": ["a coat"], "signed_by_person": True}, happened_at=at,
    )  # fmt: skip


def _officer() -> Viewer:
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_for
    from throughcare.access.terms import Role
    from throughcare.kernel.models import Place

    kinds = ("establishment", "premises", "unit", "cell", "cell")
    paths = (PRISON, f"{PRISON}/a", f"{PRISON}/a/1", f"{PRISON}/a/1/01", f"{PRISON}/a/1/02")
    for kind, path in zip(kinds, paths, strict=True):
        Place.objects.create(
            kind=kind, path=path, code=path.rpartition("/")[2], used_from=BEGAN,
            parent=Place.objects.filter(path=path.rpartition("/")[0]).first(),
            time_zone="Africa/Tunis" if path == PRISON else None, certified_capacity=2,
        )  # fmt: skip
    account = Account.objects.create(pk=1, name="bench")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment=PRISON, begins=BEGAN, ends=None
    )
    return viewer_for(account, at=NOW)


def _ten_years(officer: Viewer) -> UUID:
    """An order each quarter; each month a place, a hearing, bedding, family, property; searches."""
    from throughcare.casework.custody import actions
    from throughcare.casework.custody.terms import OrderKind, Stage, StepKind
    from throughcare.casework.people import actions as people
    from throughcare.casework.people.kinds import Kind
    from throughcare.kernel.names import name_of

    person = people.register_person(
        by=officer, at=BEGAN, establishment=PRISON,
        facts=[
            (Kind.NAME, {"use": "recorded", "parts": name_of("Aigerim", "Bekova")}),
            (Kind.BIRTH_DATE, {"date": "1985-05-05"}), (Kind.SEX, {"sex": "female"}),
        ],
    ).id  # fmt: skip
    for quarter in range(YEARS * 4 + 1):
        at = BEGAN + timedelta(days=91 * quarter)
        actions.register_order(
            by=officer, at=at, person_id=person, kind=OrderKind.REMAND, authority="a court",
            number=f"{quarter}", issued_on=at.date(), valid_from=at,
            valid_to=at + timedelta(days=92), reason="a charge",
        )  # fmt: skip
        if not quarter:
            actions.receive(
                by=officer, at=at, person_id=person, establishment=PRISON, admitted_at=at
            )
        _quarter(officer, person, at, actions.take_step, StepKind, Stage)
    for month in range(YEARS * 12):
        at = BEGAN + timedelta(days=30 * month, hours=1)
        cell = f"{PRISON}/a/1/0{1 + month % 2}"
        actions.place_in(by=officer, at=at, person_id=person, place=cell, since=at)
    return person


def _quarter(
    officer: Viewer, person: UUID, at: datetime, take: Callable[..., Any], kinds: Any, stages: Any
) -> None:
    said = {
        kinds.FAMILY: {"means_given": True, "told_whom": "a sister"},
        kinds.PROPERTY: {"items": ["a coat"], "signed_by_person": True},
        kinds.SEARCH: {
            "kind": "pat",
            "reason": "a visit",
            "by_staff": "7",
            "by_staff_sex": "female",
            "result": "nothing",
        },
        kinds.HEARING: {"scheduled_at": (at + timedelta(days=9)).isoformat()},
        kinds.BEDDING: {"changed": True},
    }
    for month in range(3):
        for kind, value in said.items():
            when = at + timedelta(days=30 * month, hours=2)
            if when > NOW - timedelta(days=1) or (kind == kinds.SEARCH and month):
                continue
            take(
                by=officer, at=when, person_id=person, stage=stages.STAY, kind=kind, value=value,
                happened_at=when,
            )  # fmt: skip


def _size(person: UUID) -> tuple[int, int]:
    from throughcare.casework.archive import archive_of
    from throughcare.duties.eyes import engine_eyes
    from throughcare.duties.models import KeptFinding

    with engine_eyes():
        archive = archive_of(person, known_at=NOW + timedelta(days=9))
        return len(archive.records), KeptFinding.objects.filter(person=person).count()


def _took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _figures(times: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(times), 1), "p95": round(_p95(times), 1)}
