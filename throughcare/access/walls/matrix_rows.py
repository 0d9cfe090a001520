"""The matrix as rows, so that the second wall reads the same policy as the first."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from throughcare.access.matrix import Matrix, matrix


def cells_of(policy: Matrix) -> list[tuple[str, str, str, str]]:
    """Role, compartment, level and scope of each cell that opens something."""
    return sorted(
        (role.value, compartment.value, cell.level.value, cell.scope.value)
        for (role, compartment), cell in policy.cells.items()
        if cell.scope is not None
    )


def openings_of(policy: Matrix) -> list[tuple[str, str]]:
    """Compartment and role of each emergency that the matrix lists."""
    allowed = policy.break_glass.allowed.items()
    return sorted((code.value, role.value) for code, row in allowed for role in row.roles)


def write_matrix(**_signal: Any) -> None:
    """Write the matrix that ships with the service. Run as the tables' owner, after migrating."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('access_cell') IS NOT NULL")
        if not cursor.fetchone()[0]:  # migrated back to before the wall
            return
        cursor.execute("DELETE FROM access_cell")
        cursor.executemany("INSERT INTO access_cell VALUES (%s, %s, %s, %s)", cells_of(matrix()))
        cursor.execute("DELETE FROM access_opened")
        cursor.executemany("INSERT INTO access_opened VALUES (%s, %s)", openings_of(matrix()))
