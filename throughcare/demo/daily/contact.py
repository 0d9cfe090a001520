"""For most a visit of this month and a call of these days; for children letters each week.

Of the months before nothing is written, as in a prison that begins to keep such records.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from throughcare.casework.contact.models import Contact
from throughcare.demo.daily.file import DAY, HOUR, MINUTE, File
from throughcare.demo.daily.words import falls, words
from throughcare.demo.row import new

_WEEKS_OF_A_CHILD: Final = 3


def contacts(file: File) -> None:
    """Nothing for some; the last visit of others was refused."""
    source = file.source
    if falls(source, "silent") or not file.lasted(2):
        return
    whom = source.choices(("family", "child", "friend"), weights=(80, 12, 8))[0]
    visit = file.ago(source.randrange(2, 20), source.randrange(9, 16), source.choice((0, 15, 30)))
    if file.since < visit:
        _visit(file, visit, whom)
    call = file.ago(1, source.randrange(10, 19), source.randrange(0, 60, 5))
    if file.since < call:
        _put(file, call, kind=source.choice(("call", "call", "letter", "video")), whom=whom)
    if file.one.group.young:
        _of_a_child(file, whom)


def _visit(file: File, at: datetime, whom: str) -> None:
    more: dict[str, Any] = {"outcome": "held"}
    if falls(file.source, "refused"):
        refusal = file.source.choice(words()["refusals"])
        more = {
            "outcome": "refused", "ground": refusal["ground"], "refused_why": refusal["why"],
            "refused_until": at + 7 * DAY,
        }  # fmt: skip
    if file.one.group.female:
        asked = not falls(file.source, "not_asked")
        more |= {"agreed": "yes" if asked else "not_asked"}
        more |= {"agreed_at": at - 4 * HOUR} if asked else {}
    if more["outcome"] == "held" and falls(file.source, "searched"):
        consent = None if falls(file.source, "search_unasked") else at - 20 * MINUTE
        more |= {"search": "outer", "searched_at": at - 10 * MINUTE, "consent_at": consent}
    _put(file, at, kind="visit", whom=whom, **more)


def _of_a_child(file: File, whom: str) -> None:
    for week in range(_WEEKS_OF_A_CHILD):
        for day in (2, 4, 6):
            at = file.ago(7 * week + day, 17, 5 * day)
            if file.since < at:
                _put(file, at, kind="letter" if day == 4 else "call", whom=whom)


def _put(file: File, at: datetime, **said: Any) -> None:
    row = new(Contact, at=at, **{"outcome": "held", **said})
    file.pen.put(row, by=file.reception, at=min(at + HOUR, file.on))
