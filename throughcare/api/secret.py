"""The secret of a token: shown once, kept only as a digest, and the key to the answers kept."""

from __future__ import annotations

import os
import secrets
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PREFIX: Final = "tc_"  # so that scanners of leaked secrets can recognise one
_BYTES: Final = 32
_NONCE_BYTES: Final = 12  # NIST SP 800-38D, 5.2.1.1
_PURPOSE: Final = b"throughcare.api.kept-answer"


def new_secret() -> str:
    """A secret that nobody can guess: 32 random bytes."""
    return PREFIX + secrets.token_urlsafe(_BYTES)


def digest_of(secret: str) -> str:
    """The SHA-256 digest by which the secret is recognised. It is random, so needs no salt."""
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def locked(secret: str, body: bytes, *, about: str) -> bytes:
    """The body, readable only with the secret (AES-256-GCM), and only where it belongs: `about`."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + _cipher(secret).encrypt(nonce, body, about.encode())


def unlocked(secret: str, kept: bytes, *, about: str) -> bytes:
    """What `locked` closed. Raises cryptography's InvalidTag if it was changed or moved."""
    return _cipher(secret).decrypt(kept[:_NONCE_BYTES], kept[_NONCE_BYTES:], about.encode())


def _cipher(secret: str) -> AESGCM:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
    return AESGCM(derived.derive(secret.encode()))
