"""Lines of a register from a device, many at once: JSON in, and the fate of each out.

    POST /programmes/register/entries      with the session and the token of forms (X-CSRFToken)
    {"now": "…", "place": "<group>", "entries": [
      {"key": "…", "person": "…", "on": "2026-03-02", "came": "attended", "reason": "",
       "said_at": "2026-03-02T09:58:00Z"}, …]}

    {"clock": "", "outcomes": [{"key": "…", "fate": "written", "said": "…"}, …]}

Where one line of a day is refused, nothing of that day is written: the device sends the others
again without it, and the refused one stays with its person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from throughcare.access.errors import NotThere
from throughcare.casework.programmes.actions import Entry, Fate, Outcome, write_register
from throughcare.errors import BadInput
from throughcare.web.device.batch import NoBatch, batch_of, fates, instant, key_in, no_batch
from throughcare.web.programmes.register import sentences
from throughcare.web.request import Request

_LONGEST: Final = 40


@never_cache
@require_POST
def entries(request: Request) -> JsonResponse:
    """Write down what a device sends. 200 with the fate of each entry, 422 for no batch."""
    try:
        batch = batch_of(request, at=request.at)
        group = key_in(batch.place)
    except NoBatch as error:
        return no_batch(error)
    keyed = list(zip(batch.keys, batch.entries, strict=True))
    outcomes: list[Outcome] = []
    for day in dict.fromkeys(str(one.get("on", "")) for _key, one in keyed):
        some = [(key, one) for key, one in keyed if str(one.get("on", "")) == day]
        outcomes += _of_a_day(request, group, day, some)
    return fates(
        {"key": str(one.key), "fate": one.fate.value, "said": said}
        for one, said in zip(outcomes, sentences(outcomes), strict=True)
    )


def _of_a_day(
    request: Request, group: UUID, day: str, some: Sequence[tuple[UUID, Mapping[str, Any]]]
) -> Sequence[Outcome]:
    try:
        on = date.fromisoformat(day)
        lines = [_line(key, one) for key, one in some]
        return write_register(
            by=request.viewer, at=request.at, group_id=group, on=on, entries=lines
        )  # fmt: skip
    except ValueError:
        why = _("this entry cannot be read; type it again")
    except BadInput as error:
        why = f"{error.what}; {error.remedy}"
    except NotThere:
        why = _("this group is not there any more, or not yours to write of")
    return [Outcome(key=key, fate=Fate.REFUSED, said=why) for key, _one in some]


def _line(key: UUID, one: Mapping[str, Any]) -> Entry:
    """One entry. Raises ValueError."""
    said_at = instant(str(one["said_at"])) if one.get("said_at") else None
    return Entry(
        person_id=UUID(str(one.get("person", ""))), key=key, said_at=said_at,
        came=str(one.get("came", ""))[:_LONGEST], reason=str(one.get("reason", ""))[:_LONGEST],
    )  # fmt: skip
