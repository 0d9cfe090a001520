"""The tree is another hand's tree; the key is closed; a head cannot be forged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pymerkle import InmemoryTree

from tests.register.made import World, an_entry
from throughcare.register.command import export_command, head_command, verify_command
from throughcare.register.errors import BadHead, BadKey
from throughcare.register.heads import read_head, write_head
from throughcare.register.merkle import Tree, leaf_hash, tree_from
from throughcare.register.signing import PRIVATE, public_keys, signing_key


def test_at_every_size_the_root_is_that_of_pymerkle() -> None:
    theirs, ours = InmemoryTree(algorithm="sha256"), Tree()
    for number in range(130):
        data = str(number).encode()
        theirs.append_entry(data)
        ours.append(leaf_hash(data))
        assert ours.root() == theirs.get_root()
        ours = tree_from(ours.size, ours.packed())


def test_peaks_that_do_not_fit_the_size_are_refused() -> None:
    assert tree_from(1, bytes(32)).size == 1
    with pytest.raises(ValueError, match="3 leaves"):
        tree_from(3, bytes(32))


def test_the_key_is_made_once_and_is_closed_to_others(tmp_path: Path) -> None:
    made = signing_key(tmp_path)
    assert (tmp_path / PRIVATE).stat().st_mode & 0o777 == 0o600
    assert signing_key(tmp_path).fingerprint == made.fingerprint
    assert set(public_keys(tmp_path)) == {made.fingerprint}


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    signing_key(tmp_path)
    (tmp_path / PRIVATE).chmod(mode)
    with pytest.raises(BadKey, match="others than the service can read"):
        signing_key(tmp_path)


def test_a_head_comes_back_from_its_file_and_not_with_one_figure_changed(
    world: World, tmp_path: Path
) -> None:
    world.fill(3)
    file = tmp_path / "head"
    write_head(file, world.head())
    assert read_head(file, world.key.keys()) == world.head()
    file.write_text(file.read_text().replace("size: 3", "size: 2"))
    with pytest.raises(BadHead, match="signature is false"):
        read_head(file, world.key.keys())


def test_the_commands_say_what_they_found(world: World, intruder: object, tmp_path: Path) -> None:
    keys, said, file = world.key.keys(), list[str](), tmp_path / "head"
    assert head_command(world.source, say=said.append) == 3
    world.fill(2)
    an_entry(3)
    assert head_command(world.source, say=said.append, file=file) == 0
    assert verify_command(world.source, keys=keys, say=said.append, head=file) == 0
    assert said[-1].startswith("Sound: 2 sealed entries, 1 not yet")
    lines: list[str] = []
    export_command(world.source, say=lines.append)
    assert [json.loads(line)["position"] for line in lines] == [0, 1, None]
    intruder.execute("DELETE FROM register_entry WHERE id = 2")  # type: ignore[attr-defined]
    assert verify_command(world.source, keys=keys, say=said.append, head=file) == 3
    assert any("missing: entry 2 at position 1" in line for line in said)
