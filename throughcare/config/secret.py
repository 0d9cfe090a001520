"""The secret that signs sessions: made once, kept beside the data, closed to others."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from throughcare.errors import BadInput

_BYTES = 50


def secret_key(keys: Path) -> str:
    """The secret under the folder of keys, made on first use. Raises BadInput."""
    path = keys / "sessions.secret"
    try:
        return _read(path)
    except FileNotFoundError:
        keys.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another start was quicker
            return _read(path)
        with os.fdopen(made, "w") as written:
            written.write(secrets.token_urlsafe(_BYTES))
        return _read(path)


def _read(path: Path) -> str:
    if path.stat().st_mode & 0o077:
        raise BadInput(
            "the secret of the sessions can be read by others",
            where=str(path),
            remedy=f"run: chmod 600 {path}",
        )
    return path.read_text()
