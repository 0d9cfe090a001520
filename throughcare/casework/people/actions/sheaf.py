"""Rows that come to stand together: gathered first, then written by table, with their entries."""

from __future__ import annotations

from django.db import models, transaction

from throughcare.casework.people import doors


class Sheaf:
    """New rows and their register entries, none of them written before `write`.

    For what is written in great number: one statement a table instead of one a row. Rows and
    entries are the same as those that are written one by one, the entries in the same order.
    """

    def __init__(self) -> None:
        self._rows: dict[type[models.Model], list[models.Model]] = {}
        self._entries: list[doors.Draft] = []

    def put(self, row: models.Model) -> None:
        """Gather a new row."""
        self._rows.setdefault(type(row), []).append(row)

    def enter(self, entry: doors.Draft) -> None:
        """Gather an entry; it tells of its row as it is at this moment."""
        self._entries.append(entry)

    def join(self, other: Sheaf) -> None:
        """Take in what another one has gathered."""
        for model, rows in other._rows.items():
            self._rows.setdefault(model, []).extend(rows)
        self._entries += other._entries

    def write(self) -> None:
        """Write everything that was gathered, or nothing of it; afterwards it is empty."""
        rows, entries = self._rows, self._entries
        self._rows, self._entries = {}, []
        with transaction.atomic(savepoint=False):
            for model, new in rows.items():
                model._default_manager.bulk_create(new)
            doors.record_drafts(entries)
