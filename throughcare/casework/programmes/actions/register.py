"""To write down who came to a session, all of a group at once. Compartment PRG.

Everything is checked before anything is written: where one entry is wrong, nothing is written and
each is told what is wrong with it. Where somebody else has written otherwise, the entry is kept
beside what stands, and a person settles it. What is written says nothing else of anybody: staying
away has no consequence by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.calendar import today_at
from throughcare.casework.people.files import Holding, Sheaf, entering, fresh_id, hold_several
from throughcare.casework.programmes.actions.referring import gone_words
from throughcare.casework.programmes.data import reasons
from throughcare.casework.programmes.days import hours_of, need_meeting_day
from throughcare.casework.programmes.doors import members_of, said_before, says_the_same
from throughcare.casework.programmes.entries import Entry, Fate, Member, Outcome
from throughcare.casework.programmes.errors import DayOff
from throughcare.casework.programmes.holding import PRG
from throughcare.casework.programmes.house import Desk, desk_at, standing_row
from throughcare.casework.programmes.models import (
    Attendance,
    AttendanceConflict,
    Group,
    Session,
    Worker,
)
from throughcare.casework.programmes.terms import Came
from throughcare.casework.rows.writing import put


@entering
def write_register(
    *, by: Viewer, at: datetime, group_id: UUID, on: date, entries: Sequence[Entry]
) -> Sequence[Outcome]:
    """Write who came to the session of a group on a day. The first who writes holds the session.

    Never raises for one entry: each has its outcome, in the order given. Raises DayOff, NotThere.
    """
    group = standing_row(Group, group_id, at=at)
    desk = desk_at(by, group.place, Act.APPEND, at=at)
    need_day(group, on, at=at)
    sheaf = Sheaf()
    held = hold_several(
        person_ids={one.person_id for one in entries}, act=Act.APPEND, compartment=PRG, by=by,
        at=at, why="", sheaf=sheaf,
    )  # fmt: skip
    holdings = {asked: one for asked, one in held.items() if isinstance(one, Holding)}
    members = {one.person: one for one in members_of(group.first, on, at=at)}
    wrong = _wrong(entries, holdings, members, group, on)
    if wrong or not entries:
        return [_not_written(one, wrong.get(place)) for place, one in enumerate(entries)]
    session = _session(desk, group, on)
    before = said_before([one.key for one in entries])
    outcomes = []
    for one in entries:
        holding = holdings[one.person_id]
        if one.key in before:
            outcomes.append(Outcome(key=one.key, fate=Fate.ALREADY, by=before[one.key][0]))
            continue
        outcomes.append(_write(holding, session, one, members[holding.person.id]))
        before[one.key] = (str(by.account), False)
    sheaf.write()
    return outcomes


def need_day(group: Group, on: date, *, at: datetime) -> None:
    """Refuse a day on which there is no session, or that has not come. Raises DayOff."""
    if on > today_at(group.place, at=at):
        raise DayOff(_("this day has not come"), remedy=_("write it on the day, or after it"))
    need_meeting_day(group, on)


def _session(desk: Desk, group: Group, on: date) -> Session:
    found = Session.objects.filter(group=group.first, held_on=on).first()
    if found is not None:
        return found
    vetting: dict[str, object] = {}
    if group.worker_id is not None:
        worker = standing_row(Worker, group.worker_id, at=desk.at)
        vetting = {
            "vetted_on": worker.vetted_on, "inducted_on": worker.inducted_on,
            "valid_until": worker.valid_until,
        }  # fmt: skip
    begins, ends = hours_of(group, on)
    row = Session.objects.create(
        id=fresh_id(desk.at), group_id=group.first, place=group.place, held_on=on,
        begins_at=begins, ends_at=ends, worker_id=group.worker_id, recorded_at=desk.at,
        recorded_by=str(desk.by.account), **vetting,
    )  # fmt: skip
    desk.enter("programmes.session_held", row)
    return row


def _wrong(
    entries: Sequence[Entry], holdings: Mapping[UUID, Holding], members: Mapping[UUID, Member],
    group: Group, on: date,
) -> dict[int, str]:  # fmt: skip
    found: dict[int, str] = {}
    seen: set[UUID] = set()
    for place, one in enumerate(entries):
        holding = holdings.get(one.person_id)
        member = members.get(holding.person.id) if holding else None
        said = _wrong_entry(one, member, group, on)
        if not said and member is not None and member.person in seen:
            said = _("this person stands twice in what was sent")
        if member is not None:
            seen.add(member.person)
        if said:
            found[place] = said
    return found


def _wrong_entry(one: Entry, member: Member | None, group: Group, on: date) -> str:
    if member is None:
        return _("this person is none of this group whom you may write of")
    begins, ends = hours_of(group, on)
    if member.gone_at is not None and member.gone_at <= begins:
        return gone_words(member.gone_at, member.gone_how or "", group.place)
    if member.enrolled_at >= ends:
        return _("this person came to the group after that day")
    left = min([each for each in (member.over_at, member.withdrawn_at) if each], default=None)
    if left is not None and left <= begins:
        return _("this person is no longer of this group")
    if one.came not in Came.values:
        return _("it is not said whether the person came")
    if (one.came == Came.EXCUSED) != bool(one.reason):
        return _("who is excused is excused for a reason of the list, and nobody else")
    if one.reason and one.reason not in reasons("excused"):
        return _("this reason is none of the list")
    return ""


def _not_written(one: Entry, wrong: str | None) -> Outcome:
    return Outcome(key=one.key, fate=Fate.REFUSED if wrong else Fate.HELD_BACK, said=wrong or "")


def _write(holding: Holding, session: Session, one: Entry, member: Member) -> Outcome:
    said = {
        "session_id": session.id, "referral_id": member.referral, "came": one.came,
        "reason": one.reason, "entry_key": one.key, "said_at": one.said_at,
    }  # fmt: skip
    at = min(session.begins_at, holding.at)
    if member.written is None:
        put(holding, Attendance(**said), event="programmes.attendance_written", happened_at=at)
        return Outcome(key=one.key, fate=Fate.WRITTEN)
    if says_the_same(member.written, one.came, one.reason):
        return Outcome(key=one.key, fate=Fate.ALREADY, by=member.written_by or "")
    mine = Attendance.objects.filter(id=member.written, recorded_by=str(holding.by.account)).first()
    if mine is not None:  # an own slip, by who may read it: corrected, and readable as it was
        put(
            holding, Attendance(**said), event="programmes.attendance_corrected", happened_at=at,
            replaces=mine,
        )  # fmt: skip
        return Outcome(key=one.key, fate=Fate.WRITTEN)
    row = AttendanceConflict(
        **said, against=member.written, written_by=str(holding.by.account)
    )  # fmt: skip
    put(holding, row, event="programmes.attendance_conflict", happened_at=at)
    words = _("somebody else has written otherwise; both are kept, and a person decides")
    return Outcome(key=one.key, fate=Fate.CONFLICT, said=words, by=member.written_by or "")


def need_group(group_id: UUID, *, by: Viewer, at: datetime) -> Group:
    """The group, for whoever may write of it. Raises NotThere."""
    group = standing_row(Group, group_id, at=at)
    desk_at(by, group.place, Act.APPEND, at=at)
    return group
