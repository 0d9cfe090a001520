"""The days in a row that the rules and the country allow, as the database asks for them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from throughcare.casework.safety.limits import every_exception, limit_on


def day_limits() -> list[tuple[str, str, str]]:
    """Exception (empty for the rule itself), longest, and the gap that still joins, as ISO."""
    limit = limit_on(datetime.now(UTC).date())
    allowed = {"": limit.longest} | {name: one.longest for name, one in every_exception().items()}
    return [(name, str(longest), str(limit.gap)) for name, longest in sorted(allowed.items())]


def write_day_limits(**_signal: Any) -> None:
    """Write what holds in this country. Run as the tables' owner, after migrating."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('safety_daylimit') IS NOT NULL")
        if not cursor.fetchone()[0]:  # migrated back to before it
            return
        cursor.execute("DELETE FROM safety_daylimit")
        cursor.executemany("INSERT INTO safety_daylimit VALUES (%s, %s, %s)", day_limits())
