"""Ids that sort by the moment in which they were made, and numbers that people type."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.kernel.errors import BadNumber

RANDOM_BYTES = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_IGNORED = frozenset(" -./\u00a0\u202f\u200e\u200f\u061c")


def sortable_id(moment: datetime, random: bytes) -> UUID:
    """The UUID of version 7 (RFC 9562) for a moment, to the millisecond, and ten random bytes.

    Ids of a later millisecond are greater. The same two arguments give the same id. Raises
    ValueError if the moment has no time zone, lies before 1970, or the bytes are not ten.
    """
    if moment.tzinfo is None:
        raise ValueError("an id needs a moment with a time zone")
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"an id needs {RANDOM_BYTES} random bytes, not {len(random)}")
    since = moment - _EPOCH
    milliseconds = (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000
    if milliseconds < 0:
        raise ValueError("an id cannot be made for a moment before 1970")
    chance = int.from_bytes(random, "big")
    high, low = (chance >> 62) & 0xFFF, chance & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (7 << 76) | (high << 64) | (2 << 62) | low)


def read_number(typed: str) -> str:
    """The number in Latin digits and capital letters, whatever digits it was typed in.

    Spaces, hyphens, points, slashes and marks of direction are left out: ١٢-٣٤, ۱۲ ۳۴ and 1234
    are one number. Leading zeros are kept. Raises BadNumber.
    """
    kept = [_latin(sign, typed) for sign in unicodedata.normalize("NFKC", typed)]
    number = "".join(kept).upper()
    if not any(sign.isdigit() for sign in number):
        raise BadNumber(
            _("there is no number in '%(typed)s'") % {"typed": typed},
            remedy=_("type the number as it stands on the paper, in any digits"),
        )
    return number


def _latin(sign: str, typed: str) -> str:
    if sign in _IGNORED:
        return ""
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    if sign.isascii() and sign.isalpha():
        return sign
    raise BadNumber(
        _("'%(sign)s' in '%(typed)s' cannot be part of a number") % {"sign": sign, "typed": typed},
        remedy=_("use digits, the letters A to Z, spaces and hyphens"),
    )
