"""The key that signs the register's heads: Ed25519, in a file that only the service can read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from throughcare.register.errors import BadKey

PRIVATE, PUBLIC = "register.key", "register.pub"
_ONLY_MINE = 0o600
_RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)

Keys = Mapping[str, Ed25519PublicKey]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The private key, and the fingerprint by which its signatures name it."""

    private: Ed25519PrivateKey

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, 64 hexadecimal digits."""
        return fingerprint(self.private.public_key())

    def sign(self, statement: bytes) -> bytes:
        """64 bytes."""
        return self.private.sign(statement)

    def keys(self) -> Keys:
        """The public half, as verification takes it."""
        public = self.private.public_key()
        return {fingerprint(public): public}


def fingerprint(public: Ed25519PublicKey) -> str:
    """SHA-256 of the public key, 64 hexadecimal digits."""
    return sha256(public.public_bytes(*_RAW)).hexdigest()


def is_signed(keys: Keys, key: str, statement: bytes, signature: bytes) -> bool:
    """Did the key of this fingerprint, one of those we trust, sign the statement?"""
    public = keys.get(key)
    if public is None:
        return False
    try:
        public.verify(signature, statement)
    except InvalidSignature:
        return False
    return True


def signing_key(folder: Path) -> SigningKey:
    """The key of the folder, made if there is none. Raises BadKey if others can read it."""
    path = folder / PRIVATE
    if not path.exists():
        _make(path)
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise BadKey(
            f"others than the service can read the signing key (mode {mode:o})",
            where=str(path),
            remedy=f"find out who read it; then run: chmod 600 {path}",
        )
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as error:
        raise _no_key(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path)
    return SigningKey(key)


def public_keys(folder: Path) -> Keys:
    """All public keys of the folder (*.pub), the present and those of earlier years."""
    found = {}
    for path in sorted(folder.glob("*.pub")):
        try:
            key = serialization.load_pem_public_key(path.read_bytes())
        except ValueError as error:
            raise _no_key(path) from error
        if not isinstance(key, Ed25519PublicKey):
            raise _no_key(path)
        found[fingerprint(key)] = key
    return found


def _make(path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    # Never for a moment readable by others, and never over a key that is there.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE), "wb") as made:
        made.write(pem)
    path.with_name(PUBLIC).write_bytes(public)


def _no_key(path: Path) -> BadKey:
    return BadKey(
        "this is not an Ed25519 key in PEM form",
        where=str(path),
        remedy="bring the file back from a copy; without it earlier heads cannot be continued",
    )
