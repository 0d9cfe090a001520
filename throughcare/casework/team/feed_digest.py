"""How a secret address is kept: as its digest, so that the table opens no calendar."""

from __future__ import annotations

from hashlib import sha256


def digest_of(secret: str) -> str:
    """SHA-256 of the secret. It is random and long: nothing slower is needed."""
    return sha256(secret.encode("utf-8")).hexdigest()
