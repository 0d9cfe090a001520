"""What a page that works without a line says of the session, and the key of an entry."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.conf import settings

from throughcare.web.request import Request
from throughcare.web.sign_in.expiry import BEGAN


def device_told(request: Request) -> dict[str, Any]:
    """For `safety/day/device.html`: whose device it is now, and when it forgets by itself."""
    ends = int(request.session.get(BEGAN, 0) + settings.SESSION_LONGEST_SECONDS)
    return {"account": request.viewer.account, "ends": ends, "at": request.at}


def key_of(field: UUID | None, *said: str) -> UUID:
    """The key of an entry: that of its field, and of what stands in it.

    The same sent again is the same entry; changed, it is another one. Without a field it is new.
    """
    return uuid5(field or uuid4(), "|".join(said))
