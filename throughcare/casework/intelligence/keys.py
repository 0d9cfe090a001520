"""The room's own key: everything that is said here is encrypted under it before it is written.

It is not the service's secret: whoever reads the database, a backup, or holds that secret alone
sees only tokens. `THROUGHCARE_INTELLIGENCE_KEY` holds the newest key first and older ones after it,
with spaces between them, so that a key can be changed (docs/intelligence.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext as _

from throughcare.casework.intelligence.errors import NoKey


def has_key() -> bool:
    """Whether there is a key at all, and it is one."""
    try:
        _ring(tuple(settings.INTELLIGENCE_KEYS))
    except NoKey:
        return False
    return True


def need_key() -> None:
    """Refuse to go on without a key. Raises NoKey."""
    _ring(tuple(settings.INTELLIGENCE_KEYS))


def locked(words: Mapping[str, object], *, row: UUID) -> str:
    """A token that only `opened` with the same row reads. Raises NoKey."""
    said = json.dumps({"row": str(row), **words}, ensure_ascii=False, sort_keys=True)
    return _ring(tuple(settings.INTELLIGENCE_KEYS)).encrypt(said.encode()).decode()


def opened(token: str, *, row: UUID) -> dict[str, Any]:
    """What was locked for this row. Raises NoKey where no key of ours opens it."""
    ring = _ring(tuple(settings.INTELLIGENCE_KEYS))
    try:
        said: dict[str, Any] = json.loads(ring.decrypt(token))
    except InvalidToken as error:
        raise NoKey(
            _("what is written here was encrypted under a key that the service has no more"),
            remedy=_("tell your administrator: the older key belongs behind the new one"),
        ) from error
    if said.pop("row") != str(row):
        raise NoKey(
            _("these words were written for another entry"),
            remedy=_("tell your administrator: somebody has changed the database by hand"),
        )
    return said


def locked_anew(token: str) -> str:
    """The same words under the newest key. Raises NoKey."""
    try:
        return _ring(tuple(settings.INTELLIGENCE_KEYS)).rotate(token).decode()
    except InvalidToken as error:
        raise NoKey(
            _("what is written here was encrypted under a key that the service has no more"),
            remedy=_("tell your administrator: the older key belongs behind the new one"),
        ) from error


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    try:
        if keys:
            return MultiFernet([Fernet(key) for key in keys])
    except ValueError:
        pass
    raise NoKey(
        _("the key of the intelligence room is not there, so nothing can be written or read here"),
        remedy=_("ask the two holders of the key to give it to the administrator"),
    )
