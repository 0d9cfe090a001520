"""Write the schema of the interface for machines to docs/openapi.json."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """No database is asked for."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.config.settings")
    os.environ.setdefault("THROUGHCARE_SECRET", "only to write the schema")
    import django

    django.setup()
    from throughcare.api.schema import as_text

    (ROOT / "docs" / "openapi.json").write_text(as_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
