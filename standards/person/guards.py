"""Guards: when a permission, order or certificate is valid (patterns.md 2.5)."""

from __future__ import annotations

from standards.checks import OnlyWith
from standards.instants import OPEN, Instant
from standards.person.company import Company
from standards.person.file import PersonFile
from standards.records import Record
from standards.spells import Stretch


def guards_of(
    check: OnlyWith, file: PersonFile, company: Company, *, staff: str | None = None
) -> list[tuple[PersonFile, Record]]:
    """The guard records of the person, and of the officer named in `by_staff` (1.8)."""
    found = [(file, record) for record in file.of_type(check.guard)]
    if staff is not None and staff != file.who:
        other = company.file(staff)
        if other is not None:
            found += [(other, record) for record in other.of_type(check.guard)]
    return found


def agree(one: str | None, other: str | None) -> bool:
    """Keys agree unless both are written and differ."""
    return one is None or other is None or one == other


def validity(check: OnlyWith, file: PersonFile, guard: Record) -> tuple[Instant, Instant] | None:
    """From when to when the guard is valid; the end belongs to it for a guard event only.

    A guard spell holds over [from, to) but never before it was made; its `to` is no plan, also
    after `as_of` (4.20). A guard event holds from event + min_lead to event + max_age.
    """
    zone = file.zone_of(guard)
    if guard.at is not None:
        start = check.min_lead.after(guard.at, zone)
        end = OPEN if check.max_age is None else check.max_age.after(guard.at, zone)
    elif guard.since is not None:
        start = guard.since
        end = OPEN if guard.until is None else guard.until
    else:
        return None
    if guard.made_at is not None:
        start = max(start, guard.made_at)
    valid = start <= end if guard.at is not None else start < end
    return (start, end) if valid else None


def holds_at(guard: Record, valid: tuple[Instant, Instant], moment: Instant) -> bool:
    """Is the guard valid at the moment?"""
    start, end = valid
    return start <= moment < end or (guard.at is not None and moment == end)


def exempt_at(name: str | None, file: PersonFile, moment: Instant, key: str | None) -> bool:
    """Does a record of `exempt_if` with the same key leave the event out (4.24)?"""
    if name is None:
        return False
    for record in file.excepting(name):
        if record.key != key:
            continue
        if record.at is not None and record.at <= moment:
            return True
        if record.since is not None and record.since <= moment:
            until = OPEN if record.until is None else record.until
            if moment < until:
                return True
    return False


def exempt_spells(name: str | None, file: PersonFile) -> list[Stretch]:
    """The spells of an exemption, as written; an instant exempts no time."""
    if name is None:
        return []
    spells = (file.stretch_as_written(record) for record in file.excepting(name))
    return [spell for spell in spells if spell is not None]
