"""Keeping things that only the service may read: AES-GCM under a key made from its secret.

A value is key id (4 bytes), nonce (12), ciphertext. It opens only for what it was made for: its
purpose makes the key, and what it is bound to (an account, a browser) is authenticated with it.
"""

from __future__ import annotations

import hashlib
import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from throughcare.errors import BadInput

_ID, _NONCE, _KEY = 4, 12, 32
_INFO: Final = b"throughcare sign-in: "


class CannotRead(BadInput):
    """An encrypted value was made under a secret that is gone, or for something else."""


def encrypt(plain: bytes, *, purpose: str, bound_to: str) -> bytes:
    """`plain` so that only `decrypt` with the same purpose and binding reads it."""
    key, nonce = _key(settings.SECRET_KEY, purpose), os.urandom(_NONCE)
    return _id(key) + nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def decrypt(kept: bytes | memoryview, *, purpose: str, bound_to: str) -> bytes:
    """What was encrypted. Older secrets stand in SECRET_KEY_FALLBACKS. Raises CannotRead."""
    value = bytes(kept)
    name, nonce, sealed = value[:_ID], value[_ID : _ID + _NONCE], value[_ID + _NONCE :]
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        key = _key(secret, purpose)
        if _id(key) == name:
            try:
                return AESGCM(key).decrypt(nonce, sealed, bound_to.encode())
            except InvalidTag as error:
                raise CannotRead(
                    f"a value kept for '{purpose}' is damaged, or was kept for somebody else",
                    remedy="tell your administrator; then remove the second factor and add it anew",
                ) from error
    raise CannotRead(
        f"a value kept for '{purpose}' was encrypted under a secret that the service has no more",
        remedy="tell your administrator: the older secret belongs into THROUGHCARE_OLD_SECRETS",
    )


def _key(secret: str, purpose: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=_INFO + purpose.encode())
    return made.derive(secret.encode())


def _id(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:_ID]
