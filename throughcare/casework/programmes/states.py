"""Which state may follow which: read from `states.yaml`, and the same in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughcare.casework.programmes.errors import WrongState

_FILE: Final = Path(__file__).with_name("states.yaml")
_SOURCE: Final = "source"
# How something begins: it follows nothing.
NOTHING: Final = ""


@cache
def states() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """For each kind of thing, each state with those that may come next."""
    held = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: said for kind, said in held.items() if kind != _SOURCE}


def begins_as(kind: str) -> str:
    """The state in which it begins."""
    return next(iter(states()[kind]))


def may_follow(kind: str, state: str, following: str) -> bool:
    """Whether the one state may come right after the other; after NOTHING, the first alone."""
    if state == NOTHING:
        return following == begins_as(kind)
    return following in states()[kind].get(state, ())


def need_next(kind: str, state: str, following: str) -> None:
    """Refuse a step that the table does not have. Raises WrongState."""
    if may_follow(kind, state, following):
        return
    raise WrongState(
        _("this is over, or was decided meanwhile: no such step is left"),
        remedy=_("look at it again as it stands now"),
    )


def steps() -> list[tuple[str, str, str]]:
    """Every lawful step as (kind, state, next state), the beginnings among them."""
    found = [(kind, NOTHING, begins_as(kind)) for kind in states()]
    for kind, said in states().items():
        found += [(kind, state, one) for state, after in said.items() for one in after]
    return sorted(found)


def write_states(**_signal: Any) -> None:
    """Write the table that ships with the service. Run as the tables' owner, after migrating."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('programmes_step') IS NOT NULL")
        if not cursor.fetchone()[0]:  # migrated back to before it
            return
        cursor.execute("DELETE FROM programmes_step")
        cursor.executemany("INSERT INTO programmes_step VALUES (%s, %s, %s)", steps())
