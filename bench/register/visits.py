"""The table of the plain side: a row of an ordinary change, with its key and an index."""

from __future__ import annotations

from typing import Final

from bench.ground import DATABASE
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect

_VISIT: Final = """
CREATE TABLE visit (
  id uuid PRIMARY KEY, person uuid NOT NULL, place text NOT NULL, said text NOT NULL,
  held_at timestamptz NOT NULL, written_by text NOT NULL
);
CREATE INDEX visit_of_person ON visit (person, held_at);
"""


def make_visits(folder: DataFolder) -> None:
    """Make the table, by the owner of the others."""
    with connect(folder, DATABASE, OWNER) as owner:
        owner.execute(_VISIT)
