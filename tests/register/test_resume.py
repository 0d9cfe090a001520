"""A verification goes on where the last one ended, and cannot be led astray by what that left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.register.made import World, an_entry
from throughcare.register import order, reading
from throughcare.register.command import BROKEN, SOUND, verify_command
from throughcare.register.errors import BadState, CannotResume
from throughcare.register.heads import write_head
from throughcare.register.order import NOWHERE
from throughcare.register.state import read_state, write_state

Connection = psycopg.Connection[Any]
OLD = "UPDATE register_entry SET why = 'else' WHERE id = 2"
NEW = "UPDATE register_entry SET why = 'else' WHERE id = 9"


class Interrupted(Exception):
    """The machine was switched off."""


class Run:
    """The command, with a state file; `done` is what the bar was told."""

    def __init__(self, world: World, state: Path) -> None:
        self.world, self.state = world, state
        self.said: list[str] = []
        self.done: list[tuple[int, int]] = []

    def __call__(self, **more: Any) -> int:
        self.said, self.done = [], []
        return verify_command(
            self.world.source, keys=self.world.key.keys(), say=self.said.append,
            state=self.state, tell=lambda *told: self.done.append(told), **more,
        )  # fmt: skip


@pytest.fixture
def run(world: World, tmp_path: Path) -> Run:
    world.fill(3, 4)
    return Run(world, tmp_path / "state")


def test_a_second_run_looks_only_at_what_is_new_and_says_so(run: Run) -> None:
    assert run() == SOUND
    assert run.done[-1] == (7, 7) and len(run.said) == 1
    run.world.fill(6)
    assert run() == SOUND
    assert run.done == [(13, 13)]
    assert "The first 7 were looked at by an earlier run" in run.said[-1]
    assert run(whole=True) == SOUND
    assert len(run.said) == 1


def test_the_bar_is_told_how_many_of_how_many(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "PROGRESS_EVERY", 2)
    assert run() == SOUND
    assert run.done == [(2, 7), (4, 7), (6, 7), (7, 7)]


def test_what_an_incremental_run_does_not_see_is_seen_by_a_whole_one(
    run: Run, intruder: Connection
) -> None:
    assert run() == SOUND
    run.world.fill(6)
    intruder.execute(OLD)
    assert run() == SOUND
    assert run(whole=True) == BROKEN
    assert any("changed: entry 2 at position 1" in line for line in run.said)


def test_an_incremental_run_sees_what_is_new(run: Run, intruder: Connection) -> None:
    assert run() == SOUND
    run.world.fill(6)
    intruder.execute(NEW)
    assert run() == BROKEN
    assert run.said[-2].strip().startswith("changed: entry 9 at position 8")


def test_an_interrupted_run_goes_on_at_the_last_checkpoint_that_it_passed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.world.fill(6)
    monkeypatch.setattr(reading, "STRETCH", 4)
    monkeypatch.setattr(order, "PROGRESS_EVERY", 9)

    def off(*_: object) -> None:
        raise Interrupted

    with pytest.raises(Interrupted):
        verify_command(
            run.world.source, keys=run.world.key.keys(), say=print, state=run.state, tell=off
        )
    assert read_state(run.state, run.world.key.keys()).size == 7
    assert run() == SOUND
    assert "The first 7 were looked at" in run.said[-1]


def test_nothing_bad_is_ever_left_behind_as_looked_at(run: Run, intruder: Connection) -> None:
    intruder.execute("UPDATE register_entry SET why = 'else' WHERE id = 5")
    assert run() == BROKEN
    assert read_state(run.state, run.world.key.keys()).size in (0, 3)
    assert run() == BROKEN


@pytest.mark.parametrize(("size", "start"), [(3, 0), (7, 7)])
def test_a_head_older_than_the_last_run_has_everything_looked_at(
    run: Run, tmp_path: Path, size: int, start: int
) -> None:
    assert run() == SOUND
    file = tmp_path / "head"
    kept = reading.head_at(run.world.source, size)
    assert kept is not None
    write_head(file, kept)
    assert run(head=file) == SOUND
    assert bool(start) == any("earlier run" in line for line in run.said)
    assert bool(start) != any("older than the last" in line for line in run.said)


def test_a_run_cannot_start_past_the_head_that_it_is_asked_about(run: Run) -> None:
    reached = run.world.verify().reached
    kept = reading.head_at(run.world.source, 3)
    with pytest.raises(CannotResume, match="from the beginning"):
        run.world.verify(start=reached, head=kept)
    assert run.world.verify(start=reached, head=run.world.head()).trouble is None


@pytest.mark.parametrize("line", range(10))
def test_a_state_with_one_letter_changed_is_refused_or_leads_to_a_look_at_everything(
    run: Run, line: int, intruder: Connection
) -> None:
    assert run() == SOUND
    run.world.fill(6)
    lines = run.state.read_text().splitlines()
    last = lines[line][-1]
    lines[line] = lines[line][:-1] + ("1" if last != "1" else "2")
    run.state.write_text("\n".join(lines) + "\n")
    try:
        assert run() == BROKEN
    except BadState as refused:
        assert "--whole" in str(refused)
        assert line != 2
    else:
        assert line == 2, "only the trail is not bound by the head"
        assert any("the file of the earlier run is false" in said for said in run.said)
    assert run(whole=True) == SOUND
    assert run() == SOUND


def test_a_state_of_another_register_is_seen(run: Run, intruder: Connection) -> None:
    assert run() == SOUND
    intruder.execute("DELETE FROM register_checkpoint WHERE size = 7")
    intruder.execute("DELETE FROM register_sealed WHERE position > 2")
    an_entry(50)
    run.world.seal()
    assert run.world.verify().trouble is not None or run() == BROKEN
    trouble = run.world.verify(start=read_state(run.state, run.world.key.keys())).trouble
    assert trouble is not None and "an earlier run saw is gone" in trouble.why


def test_a_state_is_closed_to_others_and_none_is_left_of_nothing(run: Run, tmp_path: Path) -> None:
    assert run() == SOUND
    assert run.state.stat().st_mode & 0o777 == 0o600
    write_state(tmp_path / "none", NOWHERE)
    assert not (tmp_path / "none").exists()
    assert read_state(tmp_path / "none", {}) == NOWHERE
    with pytest.raises(BadState, match="--resume"):
        write_state(tmp_path / "no folder" / "x", run.world.verify().reached)
