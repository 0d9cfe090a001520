"""Everybody can read in plain words what the own posts open, and until when."""

from __future__ import annotations

import pytest

from tests.web.desk import cast
from throughcare.access.matrix import matrix
from throughcare.access.terms import Compartment, Level, Role, Scope
from throughcare.web.desk import words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_each_role_reads_each_part_that_is_open_and_each_that_is_closed(role: Role) -> None:
    status, text = cast.page(cast.account("amel", role), "/what-may-i")
    assert status == 200
    assert (
        f"{str(words.ROLES[role])[0].upper()}{str(words.ROLES[role])[1:]}, <bdi>north</bdi>" in text
    )
    for code in Compartment:
        cell = matrix().cells[role, code]
        row = f'<th scope="row">{words.COMPARTMENTS[code]}</th><td>{words.LEVELS[cell.level]}'
        assert (row in text) == (cell.level is not Level.NONE), code


def test_a_short_form_names_its_fields_and_a_full_reading_none() -> None:
    _, security = cast.page(cast.account("amel", Role.SECURITY_OFFICER), "/what-may-i")
    _, doctor = cast.page(cast.account("bota", Role.PHYSICIAN_NURSE), "/what-may-i")
    assert "observation level" in security
    assert "observation level" not in doctor


def test_only_who_may_open_an_emergency_reads_what_it_would_open() -> None:
    _, director = cast.page(cast.account("amel", Role.PRISON_DIRECTOR), "/what-may-i")
    _, chaplain = cast.page(cast.account("bota", Role.CHAPLAIN), "/what-may-i")
    assert "missing person or emergency notice" in director
    assert "missing person or emergency notice" not in chaplain


def test_a_post_says_whether_it_is_in_force() -> None:
    amel = cast.account("amel", Role.CHAPLAIN)
    assert "In force. From" in cast.page(amel, "/what-may-i")[1]
    bota = cast.account("bota")
    cast.post(bota, Role.CHAPLAIN, begins=-2 * cast.DAY, ends=-cast.DAY)
    _, text = cast.page(bota, "/what-may-i")
    assert "Ended: opens nothing. From" in text
    assert "Your post has ended." in text
    chan = cast.account("chan")
    cast.post(chan, Role.CHAPLAIN, begins=cast.DAY)
    assert "Not begun yet: opens nothing. From" in cast.page(chan, "/what-may-i")[1]


def test_without_a_post_the_page_says_whom_to_ask() -> None:
    status, text = cast.page(cast.account("amel"), "/what-may-i")
    assert status == 200
    assert "You hold no post. Ask your director to appoint you." in text


def test_every_word_of_the_matrix_has_its_plain_words() -> None:
    rows = matrix().break_glass.allowed
    fields = {field for shown in matrix().redacted.values() for field in shown}
    assert set(words.FIELDS) == fields | {field for row in rows.values() for field in row.fields}
    assert set(words.GROUNDS) == {row.ground for row in rows.values()}
    assert set(words.ROLES) == set(Role)
    assert set(words.COMPARTMENTS) == set(Compartment)
    assert set(words.LEVELS) == set(Level)
    assert set(words.SCOPES) == set(Scope)
