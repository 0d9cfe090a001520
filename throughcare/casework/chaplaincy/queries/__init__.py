"""Every reading of the chaplaincy. The viewer first; each leaves its entry in the register."""

from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.casework.chaplaincy.queries.groups import Group, groups_of
from throughcare.casework.chaplaincy.queries.of_person import Asked, Faith, faith_of

__all__ = [
    "Asked",
    "Faith",
    "Group",
    "Request",
    "Service",
    "Visit",
    "Wish",
    "faith_of",
    "groups_of",
]
