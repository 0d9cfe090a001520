"""Put the small invented country into the database that the environment names, as its owner."""

from __future__ import annotations

from datetime import UTC, datetime

import django


def main() -> None:
    """Run in a process of its own: the tables' owner is another role than the tests'."""
    django.setup()
    from throughcare.demo.country import country
    from throughcare.demo.loading import build

    build(country(1, "small", on=datetime.now(UTC)), lambda done, of: None)


if __name__ == "__main__":
    main()
