"""Whether a text may betray its source: a warning, and never more. Nothing is understood here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import yaml
from django.db import connection
from django.utils.translation import gettext as _

from throughcare.casework.intelligence.errors import MayNameSource
from throughcare.kernel.matching import keys_of

_FILE: Final = Path(__file__).with_name("naming.yaml")
_SHORTEST: Final = 4  # letters of a word that is compared with names
MOST_WORDS: Final = 3_000  # words of a text that are compared


def need_no_name(texts: list[str], *, code: str, house: str | None, person: UUID) -> None:
    """Raises MayNameSource where a text has the code, a turn of speech, or a name in it."""
    signs = list(dict.fromkeys(_signs(" ".join(texts), code, house, person)))
    if signs:
        raise MayNameSource(
            _("this may tell who the source is: %(signs)s") % {"signs": ", ".join(signs)},
            remedy=_("write it without that, or say openly below that it betrays nobody"),
            signs=signs,
        )


def _signs(text: str, code: str, house: str | None, person: UUID) -> list[str]:
    found = [code] if code and re.search(rf"\b{re.escape(code)}\b", text, re.IGNORECASE) else []
    low = text.casefold()
    found += [turn for turn in turns() if turn in low]
    return [*found, *_names(text, house, person)]


def _names(text: str, house: str | None, person: UUID) -> list[str]:
    """Words that sound like the name of another person held in the same prison."""
    found = dict.fromkeys(re.findall(r"[^\W\d_]+", text))
    words = [one for one in found if len(one) >= _SHORTEST]
    words = [one for one in words if not one[0].islower()][:MOST_WORDS]
    by_key = {key: word for word in words for key in keys_of(word)}
    if not by_key or not house:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT intelligence_names(%s, %s, %s)", [house, person, list(by_key)])
        return sorted({by_key[key] for (key,) in cursor.fetchall()})


@cache
def turns() -> tuple[str, ...]:
    """Turns of speech after which a source is named, in all languages of the service."""
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(turn.casefold() for many in held["turns"].values() for turn in many)
