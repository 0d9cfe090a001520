"""Made-up records of made-up prisons, in the columns of the population engine.

    python -m bench.engine.generate 1000000 FOLDER

Everything follows from the seed. Each kind of record that the monitored rules read occurs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.engine.draft import NULL, Draft, Ints, corrections, muddle, write_records
from bench.engine.duties import Duties
from bench.engine.logs import daily_logs, excuses, per_period
from bench.engine.states import States
from bench.engine.world import AS_OF, STAFF_EACH, UNTRIED, YOUNG, Spans, World, make_world
from standards.checks import (
    Check,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.groups import MADE_OF
from standards.instants import DAY, HOUR
from standards.population.published import publish
from standards.rulebook.load import load_rulebook

RULES_OF = date(2026, 1, 1)
RECORDS_EACH = 500
SEED = 20260101
_CORRECTED = 0.01


def monitored() -> list[Check]:
    """The monitored rules of the packaged rulebook."""
    return list(load_rulebook().checks(RULES_OF).values())


def generate(records: int, folder: Path, seed: int = SEED) -> None:
    """Write `records` records and what belongs to them into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    checks = monitored()
    rng = np.random.default_rng(seed)
    # The queries are published with numbers for their names; the records follow them.
    names = publish(tuple(checks)).names.copy()
    for text in texts_of(checks):
        names.number(text)
    world = make_world(names, rng, max(records // RECORDS_EACH, 20), folder)
    # Check names and places are numbered; names given out later would be anybody's key.
    zone_of = np.zeros(len(names.texts) + 1, np.int64)
    zone_of[: len(world.zone_of)] = world.zone_of
    draft = Draft(names, zone_of, AS_OF)
    _write_all(draft, world, checks, rng)
    columns = _finish(draft, world, checks, rng, records)
    about = write_records(draft, columns, folder)
    about |= {"persons": len(world.persons), "seed": seed}
    (folder / "names.json").write_text(json.dumps(names.texts), encoding="utf-8")
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def texts_of(checks: Sequence[Check]) -> list[str]:
    """Every name that the checks, and the engine for them, can ask for."""
    texts = dict.fromkeys([
        "admission", "release", "death", "death_in_custody", "in_custody", "custody", "always",
        "placement", "general_population", "solitary", "separated", "separation", "children",
        "adults", "women", "men", "planned_release", "",
    ])  # fmt: skip
    for check in checks:
        for name in check.__dataclass_fields__:
            value = getattr(check, name)
            values = value if isinstance(value, tuple) else (value,)
            texts.update(dict.fromkeys(v for v in values if isinstance(v, str)))
        if isinstance(check, RequiresFields):
            texts.update(dict.fromkeys(name.partition(".")[0] for name in check.fields))
    for group, parts in MADE_OF.items():
        texts.update(dict.fromkeys((group, *parts)))
    return list(texts)


def _of(checks: Sequence[Check], kind: type[Any]) -> list[Any]:
    return [check for check in checks if isinstance(check, kind)]


def _write_all(
    draft: Draft, world: World, checks: Sequence[Check], rng: np.random.Generator
) -> None:
    states = States(draft, world, rng)
    duties = Duties(draft, world, states, rng)
    duties.done["release"] = _custody(draft, world, rng)
    _placements(draft, world, rng)
    duties.done["admission"] = (
        world.stays.who,
        world.stays.start,
        draft.new_keys(len(world.stays)),
    )
    fields = _of(checks, RequiresFields)
    # The admission records themselves carry the fields of admission.
    duties.fields(fields)
    duties.respond(_of(checks, RespondWithin))
    duties.recur(_of(checks, RecurWithin))
    never = _of(checks, Never)
    duties.never([c.event for c in never if c.event], {c.event: c.per for c in never if c.event})
    duties.guarded(_of(checks, OnlyWith))
    for check in checks:
        state = getattr(check, "state", None)
        if state is not None:
            states.spans(state, check.per)
    _groups(draft, world, states, checks, rng)
    per_period(duties, _of(checks, Quota))
    excuses(duties, _of(checks, Quota))


def _custody(draft: Draft, world: World, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Releases; a few are not recorded, and some custody is written as spells too."""
    stays = world.stays
    there = rng.random(len(stays)) >= 0.005
    key = draft.new_keys(len(stays))
    draft.add("release", stays.who[there], stays.end[there], key=key[there])
    some = stays.take(rng.random(len(stays)) < 0.15)
    t1 = np.where(some.end > AS_OF, NULL, some.end)
    draft.add("in_custody", some.who, some.start, t1=t1, spell=True)
    return stays.who[there], stays.end[there], key[there]


def _placements(draft: Draft, world: World, rng: np.random.Generator) -> None:
    """Two or three cells in a stay: before sentence, after it, and a move; some mix."""
    stays, size = world.stays, len(world.stays)
    delay = rng.integers(0, 12 * DAY, size)
    moved = np.minimum(world.judged_at + delay, stays.end)
    other = stays.start + (rng.random(size) * (stays.end - stays.start)).astype(np.int64)
    other = np.where(rng.random(size) < 0.5, np.minimum(other, moved), stays.start)
    prison = world.home[world.person_of_stay]
    young = world.child[world.person_of_stay]
    female = world.woman[world.person_of_stay]
    for start, end, kind in (
        (stays.start, other, UNTRIED), (other, moved, UNTRIED), (moved, stays.end, UNTRIED + 1)
    ):  # fmt: skip
        wanted = np.where(young, YOUNG, np.where(female, 2, kind))
        mixed = rng.random(size) < 0.04
        wanted = np.where(mixed, rng.integers(0, 4, size), wanted)
        cell = _cells(world, rng, prison, wanted)
        real = start < end
        ended = np.where((end > AS_OF) | (rng.random(size) < 0.15), NULL, end)
        draft.add("placement", stays.who[real], start[real], t1=ended[real], spell=True,
                  place=cell[real])  # fmt: skip


def _cells(world: World, rng: np.random.Generator, prison: Ints, kind: Ints) -> Ints:
    """A random place (and so its cell) in a unit of the kind, of the prison."""
    place_cell = np.repeat(np.arange(len(world.cells)), world.cell_size)
    unit = world.cell_unit[place_cell]
    group = world.unit_prison[unit] * 4 + world.unit_kind[unit]
    order = np.argsort(group, kind="stable")
    first = np.searchsorted(group[order], prison * 4 + kind)
    after = np.searchsorted(group[order], prison * 4 + kind, side="right")
    chosen = first + (rng.random(len(prison)) * (after - first)).astype(np.int64)
    return world.cells[place_cell[order[chosen]]]


def _groups(
    draft: Draft,
    world: World,
    states: States,
    checks: Sequence[Check],
    rng: np.random.Generator,
) -> None:
    """Memberships, exemptions, rosters: what `separate` and `within_ratio` read beside places."""
    groups = {check.group for check in checks if check.group is not None}
    separate = _of(checks, Separate)
    groups |= {check.from_group for check in separate} - {
        "implicated_staff",
        "victims_and_witnesses",
    }
    groups -= {"children", "adults", "women", "men", "victims_and_witnesses"}
    for group in sorted(groups):
        for name in MADE_OF.get(group, (group,)):
            states.spans(name)
    for check in separate:
        for name in (check.exempt_if, check.exempt_pair_if, check.while_):
            if name is not None:
                states.spans(name)
    _inquiries(draft, world, states, rng)
    for ratio in _of(checks, WithinRatio):
        if ratio.exempt_if is not None:
            some = world.cells[rng.random(len(world.cells)) < 0.1]
            start = np.full(len(some), AS_OF - 500 * DAY)
            draft.add(ratio.exempt_if, some, start, t1=start + 200 * DAY, spell=True)


def _inquiries(draft: Draft, world: World, states: States, rng: np.random.Generator) -> None:
    """Victims and officers of one inquiry share its key; rosters place the officers."""
    opened = states.spans("investigation_open")
    key = draft.new_keys(len(opened))
    draft.add("victims_and_witnesses", opened.who, opened.start, t1=opened.end, spell=True, key=key)
    officer = world.staff_for(rng, opened.who)
    draft.add("implicated_staff", officer, opened.start, t1=opened.end, spell=True, key=key)
    unit_of = np.searchsorted(world.unit_prison, world.staff_prison)
    units = np.bincount(world.unit_prison)[world.staff_prison]
    for _ in range(40):
        start = AS_OF - rng.integers(1, 900, len(world.staff)) * DAY
        unit = world.units[unit_of + (rng.random(len(units)) * units).astype(np.int64)]
        draft.add("staff_roster", world.staff, start, t1=start + 8 * HOUR, spell=True, place=unit)


def _finish(
    draft: Draft, world: World, checks: Sequence[Check], rng: np.random.Generator, records: int
) -> dict[str, Any]:
    """Corrections, then daily logs up to the number asked for, then the muddle."""
    room = records - draft.count - int(draft.count * _CORRECTED)
    if room < 0:
        raise SystemExit(f"{records} records are too few: the duties alone have {draft.count}")
    with_fields = {check.record for check in _of(checks, RequiresFields)} | {
        name.partition(".")[0] for check in _of(checks, RequiresFields) for name in check.fields
    }
    barred = np.array([draft.names.number(name) for name in sorted(with_fields)])
    before = draft.count
    columns = draft.columns()
    copy = corrections(columns, rng, _CORRECTED, barred)
    copies = len(copy["t0"])
    daily_logs(draft, world, rng, records - before - copies)
    columns = draft.columns()
    for name in columns:
        columns.setdefault(name, np.empty(0))
        columns[name] = np.concatenate([columns[name], copy.get(name, columns[name][:0])])
    muddle(columns, rng, AS_OF)
    return columns


__all__ = ["AS_OF", "STAFF_EACH", "Spans", "generate", "monitored"]

if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
