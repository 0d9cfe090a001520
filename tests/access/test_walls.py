"""The second wall answers as the first: the database works it out from the rows of access."""

from __future__ import annotations

from itertools import count, product
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from tests.access.cast import AMINA, BORIS, LONG_AGO, NOW, case, lasting, post, urgent, who
from tests.staff import written
from throughcare.access.matrix import matrix
from throughcare.access.models import BreakGlass
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment, Role
from throughcare.access.walls import behind
from throughcare.access.walls.matrix_rows import cells_of, openings_of

pytestmark = pytest.mark.django_db

CARLA = UUID(int=3)
PEOPLE = [(AMINA, "north"), (BORIS, "north"), (CARLA, "south"), (CARLA, None)]
HOWS = {
    Act.READ: ["full"],
    Act.APPEND: ["add"],
    Act.READ_REDACTED: ["full", "redacted", "emergency"],
}
_numbers = count(1)


def at_north(role: str, **when: int) -> HeldPost:
    return post(role, "north", **when)


def rows_say(viewer: Viewer) -> dict[tuple[str, str, UUID, str | None], bool]:
    """What the database admits, for each compartment, way and person."""
    asked = [
        (code.value, how, person, place)
        for code in Compartment
        for how in ("full", "redacted", "add", "emergency")
        for person, place in PEOPLE
    ]
    with behind(viewer, at=NOW), connection.cursor() as cursor:
        cursor.execute(
            "SELECT c, h, p, w, access_admits(p, w, c, h) FROM unnest(%s::text[], %s::text[], "
            "%s::uuid[], %s::text[]) AS asked(c, h, p, w)",
            [list(column) for column in zip(*asked, strict=True)],
        )
        return {(c, h, p, w): yes for c, h, p, w, yes in cursor.fetchall()}


def agree(viewer: Viewer) -> int:
    """Compare both walls; how many of the answers were yes."""
    seen, admitted = rows_say(written(viewer)), 0
    for code, (act, hows), (person, place) in product(Compartment, HOWS.items(), PEOPLE):
        if code is Compartment.AGG:  # about nobody: no row of a person lies there
            continue
        first = scope_of(viewer, code, act, at=NOW).admits(person, place)
        second = any(seen[code.value, how, person, place] for how in hows)
        assert first == second, (viewer, code, act, person, place)
        admitted += second
    return admitted


def numbered(viewer: Viewer) -> Viewer:
    """The viewer under a fresh account."""
    return Viewer(
        next(_numbers), viewer.suspended, viewer.person, viewer.posts, viewer.assigned,
        viewer.kin, viewer.grants,
    )  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_both_walls_agree_for_each_role_whether_assigned_ended_related_or_on_one_s_own(
    role: Role,
) -> None:
    opens = [
        agree(numbered(viewer))
        for viewer in (
            who(at_north(role)),
            who(at_north(role), case(role)),
            who(at_north(role), case(role, ends=-1)),
            who(at_north(role), case(role, ends=0)),
            who(at_north(role), case(role, ends=1)),
            who(at_north(role, ends=0), case(role)),
            who(at_north(role, begins=1), case(role)),
            who(at_north(role), case(role), kin=(AMINA,)),
            who(at_north(role), case(role), person=AMINA),
            who(at_north(role), case(role), suspended=True),
            *and_in_prison(role),
        )
    ]
    sees_files = any(
        cell.scope and code is not Compartment.AGG
        for (one, code), cell in matrix().cells.items()
        if one is role
    )
    assert any(opens[:-1]) == sees_files


def and_in_prison(role: Role) -> list[Viewer]:
    """Somebody on the staff who is also held; nobody administers accounts and reads files."""
    if role is Role.SYSTEM_ADMINISTRATOR:
        return []
    return [who(at_north(role), at_north("prisoner"), person=BORIS)]


def emergency(viewer: Viewer) -> Viewer:
    for grant in viewer.grants:
        written(Viewer(viewer.account, posts=viewer.posts))
        BreakGlass.objects.create(
            account_id=viewer.account, role=grant.role, place="north", person=grant.person,
            compartment=grant.compartment, ground="imminent danger to life",
            reason="there is a fire in the wing, and two are missing", begins=grant.period.begins,
            ends=grant.period.ends, confirm_by=grant.confirm_by, review_by=grant.period.ends,
        )  # fmt: skip
    return viewer


@pytest.mark.parametrize(
    ("when", "opens"),
    [({}, True), ({"ends": 0}, False), ({"confirm": 0}, False), ({"confirm": 1}, True),
     ({"person": CARLA}, True), ({"role": "prison_director"}, False)],
)  # fmt: skip
def test_both_walls_agree_on_emergencies(when: dict, opens: bool) -> None:
    ours = emergency(numbered(who(at_north("security_officer"), urgent(**when))))
    assert agree(ours) > 0
    with behind(ours, at=NOW), connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_admits(%s, 'north', 'HLT', 'emergency')", [when.get("person", AMINA)]
        )
        assert cursor.fetchone()[0] == opens


def test_nothing_is_admitted_outside_and_what_was_before_comes_back() -> None:
    officer = written(numbered(who(at_north("admissions_officer"))))
    inspector = written(numbered(who(at_north("npm_inspector"))))
    ask = "SELECT access_admits(%s, %s, 'ID', 'full')"
    with connection.cursor() as cursor:
        cursor.execute(ask, [AMINA, "south"])
        assert cursor.fetchone()[0] is False
        with behind(inspector, at=NOW):
            with behind(officer, at=NOW):
                cursor.execute(ask, [AMINA, "south"])
                assert cursor.fetchone()[0] is False
            cursor.execute(ask, [AMINA, "south"])
            assert cursor.fetchone()[0] is True
        cursor.execute(ask, [AMINA, "south"])
        assert cursor.fetchone()[0] is False


def test_an_error_behind_the_wall_leaves_no_opening() -> None:
    inspector = written(numbered(who(at_north("npm_inspector"))))
    with pytest.raises(ZeroDivisionError), transaction.atomic(), behind(inspector, at=NOW):
        _ = 1 / 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_admits(%s, 'south', 'ID', 'full')", [AMINA])
        assert cursor.fetchone()[0] is False


def test_the_database_has_the_matrix_of_the_file_and_the_service_cannot_change_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT role, compartment, level, scope FROM access_cell")
        assert sorted(cursor.fetchall()) == cells_of(matrix())
        cursor.execute("SELECT compartment, role FROM access_opened")
        assert sorted(cursor.fetchall()) == openings_of(matrix())
    for words in ("DELETE FROM access_cell", "UPDATE access_opened SET role = 'family'"):
        refused = pytest.raises(DatabaseError, match="permission denied")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)


def test_the_post_that_counts_is_the_row_s_not_what_the_program_claims() -> None:
    claims = numbered(who(at_north("npm_inspector")))
    written(Viewer(claims.account, posts=(at_north("teacher_instructor"),)))
    assert lasting(LONG_AGO).holds(NOW)
    with behind(claims, at=NOW), connection.cursor() as cursor:
        cursor.execute("SELECT access_admits(%s, 'north', 'ID', 'full')", [AMINA])
        assert cursor.fetchone()[0] is False
