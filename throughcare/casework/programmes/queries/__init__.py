"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.programmes.entries import Member
from throughcare.casework.programmes.models import (
    Attendance,
    AttendanceConflict,
    Certificate,
    Group,
    Programme,
    Worker,
)
from throughcare.casework.programmes.queries.certificates import certificate_to_print
from throughcare.casework.programmes.queries.house import (
    Catalogue,
    SeenProgramme,
    catalogue_of,
    group_to_change,
    groups_of,
    houses_to_see,
    may_change,
)
from throughcare.casework.programmes.queries.of_person import (
    Content,
    HelpOf,
    Taken,
    attendance_of,
)
from throughcare.casework.programmes.queries.register import (
    OpenConflict,
    Register,
    attendance_conflicts,
    register_of,
)
from throughcare.casework.programmes.queries.waiting import WaitingList, Waits, waiting_list

__all__ = [
    "Attendance",
    "AttendanceConflict",
    "Catalogue",
    "Certificate",
    "Content",
    "Group",
    "HelpOf",
    "Member",
    "OpenConflict",
    "Programme",
    "Register",
    "SeenProgramme",
    "Taken",
    "WaitingList",
    "Waits",
    "Worker",
    "attendance_conflicts",
    "attendance_of",
    "catalogue_of",
    "certificate_to_print",
    "group_to_change",
    "groups_of",
    "houses_to_see",
    "may_change",
    "register_of",
    "waiting_list",
]
