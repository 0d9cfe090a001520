"""To keep a photo, in the place of the one before it."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.actions.facts import write_fact
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold
from throughcare.casework.people.kinds import IDENTITY, Kind
from throughcare.casework.people.models import Fact, Photo
from throughcare.casework.people.pictures import cleaned
from throughcare.casework.people.values import checked


@doors.entering
def set_photo(
    *, by: doors.Viewer, at: datetime, person_id: UUID, raw: bytes, expected: int, why: str = ""
) -> Fact:
    """Keep a picture as the person's photo, without its metadata. The one before stays readable.

    Raises BadPicture, ChangedMeanwhile, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=doors.Act.WRITE, compartment=IDENTITY, by=by, at=at, why=why
    )
    holding.expect(expected, typed=None)
    photo = _keep(holding, cleaned(raw))
    return write_fact(
        holding, kind=Kind.PHOTO, value=checked(Kind.PHOTO, {"reference": str(photo.id)}),
        person_id=holding.person.id, supersedes=_before(holding),
    )  # fmt: skip


def _keep(holding: Holding, content: bytes) -> Photo:
    photo = Photo.objects.create(
        id=fresh_id(holding.at), person=holding.person, content=content,
        digest=sha256(content).hexdigest(), kept_at=holding.at,
        kept_by=doors.account_of(holding.by),
    )  # fmt: skip
    holding.enter("people.photo_kept", photo)
    return photo


def _before(holding: Holding) -> Fact | None:
    """The photo that stands in this very file; one of a file joined with it stays beside it."""
    photos = Fact.objects.filter(person=holding.person, kind=Kind.PHOTO, voided_at=None)
    return photos.filter(superseded_by=None).order_by("made_in").last()
