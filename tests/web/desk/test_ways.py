"""No link leads to a closed door, and no open page is without a link."""

from __future__ import annotations

import pytest

from tests.web.desk import cast
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.casework.people.queries import file_of
from throughcare.web.desk.ways import ways_of, ways_of_file

pytestmark = pytest.mark.django_db
_PAGES = (
    "/my-file", "/staff", "/accounts", "/emergencies", "/what-may-i", "/kin", "/morning",
    "/movements", "/separation", "/judgements", "/reliability", "/what-if", "/rules", "/training",
    "/observe", "/intelligence", "/intelligence/received", "/intelligence/officer",
    "/contact", "/chaplaincy", "/plans", "/programmes", "/team",
)  # fmt: skip
_OF_FILE = (
    "readers", "emergency", "cases", "statements", "intelligence", "intelligence/report",
    "custody/religion",
)  # fmt: skip


def _account(role: Role, file: Person) -> Account:
    own = file.id if role is Role.PRISONER else None
    made = cast.account(role, role, person=own)
    if role is not Role.PRISONER:
        cast.case(made, role, file.id)
    return made


@pytest.mark.parametrize("role", list(Role))
def test_from_the_first_page_each_role_is_led_to_what_is_open_and_to_nothing_else(
    role: Role,
) -> None:
    somebody = _account(role, cast.file())
    led = {way.to for way in ways_of(cast.viewer(somebody), at=cast.now())}
    assert led == {way for way in _PAGES if cast.page(somebody, way)[0] == 200}


@pytest.mark.parametrize("role", list(Role))
def test_from_a_file_each_role_is_led_to_what_is_open_and_to_nothing_else(role: Role) -> None:
    file = cast.file()
    somebody, at = _account(role, file), cast.now()
    viewer = cast.viewer(somebody)
    try:
        seen = file_of(viewer, file.id, at=at, why="")
    except (NotThere, Refused):
        assert role in {Role.HQ_ANALYST, Role.UN_PROGRAMME_OFFICER, Role.SYSTEM_ADMINISTRATOR,
                        Role.FAMILY}  # fmt: skip
        return
    led = {way.to for way in ways_of_file(viewer, seen, at=at)}
    pages = [f"/people/{file.id}/{name}" for name in _OF_FILE]
    assert led & set(pages) == {way for way in pages if cast.page(somebody, way)[0] == 200}
    assert (f"/kin?person={file.id}" in led) == (role is not Role.PRISONER)


def test_who_sees_a_short_file_is_led_to_the_work_that_he_or_she_keeps() -> None:
    file, at = cast.file(), cast.now()
    led = {}
    for role in (Role.TEACHER_INSTRUCTOR, Role.CHAPLAIN):
        viewer = cast.viewer(_account(role, file))
        seen = file_of(viewer, file.id, at=at, why="")
        led[role] = {way.to.rpartition("/")[2] for way in ways_of_file(viewer, seen, at=at)}
    assert "work" in led[Role.TEACHER_INSTRUCTOR] and "work" not in led[Role.CHAPLAIN]
    assert "religion" in led[Role.CHAPLAIN]
