"""The tables of the room: about members of staff, by their accounts."""

from throughcare.service.training.models.certificate import Certificate, Kind
from throughcare.service.training.models.posting import Posting
from throughcare.service.training.models.supervision import Supervision

__all__ = ["Certificate", "Kind", "Posting", "Supervision"]
