"""Taking a post or an assignment away, or declaring a relative, never opens anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access.cast import AMINA, BORIS, HERE, NOW, lasting, post, urgent
from throughcare.access.matrix import matrix
from throughcare.access.policy import decide
from throughcare.access.question import Assigned, Grant, HeldPost, Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role

_PERIODS = st.sampled_from([lasting(), lasting(ends=0), lasting(begins=0), lasting(-5, 5)])
# Few roles, places and people, so that posts, cases and emergencies meet often.
_ROLES = st.sampled_from(
    [Role.PRISON_DIRECTOR, Role.PRISON_DIRECTOR, Role.CASE_MANAGER, Role.SECURITY_OFFICER,
     Role.PSYCHOLOGIST, Role.NPM_INSPECTOR, Role.PRISONER, Role.FAMILY]
)  # fmt: skip
_PEOPLE = st.sampled_from([AMINA, AMINA, BORIS])
_PLACES = st.sampled_from(["north", "north/central", "south/harbour"])
_POSTS = st.builds(HeldPost, _ROLES, _PLACES, _PERIODS)
_CASES = st.builds(Assigned, _ROLES, _PEOPLE, _PERIODS)
_BY = st.sampled_from([None, NOW, NOW + timedelta(minutes=1)])
_OPENED = st.sampled_from([Compartment.HLT, Compartment.PSY, Compartment.CMP])
_URGENT_ROLES = st.sampled_from([Role.PRISON_DIRECTOR, Role.SECURITY_OFFICER])
_GRANTS = st.builds(Grant, _URGENT_ROLES, _PEOPLE, _OPENED, _PERIODS, _BY, st.booleans())
_VIEWERS = st.builds(
    Viewer, st.just(1), st.just(value=False), st.none() | _PEOPLE,
    st.lists(_POSTS, min_size=1, max_size=4).map(tuple), st.lists(_CASES, max_size=4).map(tuple),
    st.frozensets(_PEOPLE, max_size=1), st.lists(_GRANTS, max_size=3).map(tuple),
)  # fmt: skip
_SUBJECTS = st.builds(Subject, st.none() | _PEOPLE, st.none() | _PLACES)


_URGENT = matrix().break_glass.allowed
_FIELDS = {
    code: (*matrix().redacted.get(code, ()), *(_URGENT[code].fields if code in _URGENT else ()))
    for code in Compartment
}


def _opened(viewer: Viewer, subject: Subject) -> set[tuple[Act, Compartment, str]]:
    """All that the viewer may do here: each act, and each field shown. A full read shows all."""
    opened = set()
    for act in Act:
        for code in Compartment:
            answer = decide(viewer, act, code, subject, at=NOW)
            if answer.allowed:
                opened |= {(act, code, field) for field in ("", *answer.fields)}
            if answer.allowed and act is Act.READ:
                opened |= {(Act.READ_REDACTED, code, field) for field in _FIELDS[code]}
    return opened


def _ended(one: Any) -> Any:
    return replace(one, period=replace(one.period, ends=NOW))


@settings(max_examples=300, deadline=None)
@given(_VIEWERS, _SUBJECTS, st.data())
def test_ending_a_post_never_adds_access(viewer: Viewer, subject: Subject, data: Any) -> None:
    place = data.draw(st.integers(0, len(viewer.posts) - 1))
    posts = list(viewer.posts)
    posts[place] = _ended(posts[place])
    assert _opened(replace(viewer, posts=tuple(posts)), subject) <= _opened(viewer, subject)


@settings(max_examples=300, deadline=None)
@given(_VIEWERS, _CASES, _SUBJECTS)
def test_ending_an_assignment_never_adds_access(
    viewer: Viewer, case: Assigned, subject: Subject
) -> None:
    before = replace(viewer, assigned=(*viewer.assigned, case))
    after = replace(viewer, assigned=(*viewer.assigned, _ended(case)))
    assert _opened(after, subject) <= _opened(before, subject)


@settings(max_examples=300, deadline=None)
@given(_VIEWERS, _GRANTS, _PEOPLE, st.none() | _PLACES)
def test_declaring_a_relative_never_adds_access(
    viewer: Viewer, grant: Grant, person: UUID, place: str | None
) -> None:
    before = replace(viewer, kin=frozenset(), grants=(replace(grant, person=person),))
    after = replace(before, kin=frozenset({person}))
    subject = Subject(person, place)
    assert _opened(after, subject) <= _opened(before, subject)


@settings(max_examples=300, deadline=None)
@given(_VIEWERS, _GRANTS, _SUBJECTS)
def test_the_end_of_an_emergency_never_adds_access(
    viewer: Viewer, grant: Grant, subject: Subject
) -> None:
    before = replace(viewer, grants=(*viewer.grants, grant))
    after = replace(viewer, grants=(*viewer.grants, _ended(grant)))
    assert _opened(after, subject) <= _opened(before, subject)


def test_an_inspector_who_is_a_director_again_sees_less_and_not_more() -> None:
    grant = urgent("PSY", "prison_director")
    posts = (post("npm_inspector", "service"), post("prison_director"))
    both = Viewer(account=1, posts=posts, grants=(grant,))
    assert _opened(replace(both, posts=posts[1:]), HERE) < _opened(both, HERE)


@settings(max_examples=300, deadline=None)
@given(_VIEWERS, _SUBJECTS)
def test_a_suspended_account_opens_nothing_whatever_it_held(
    viewer: Viewer, subject: Subject
) -> None:
    assert _opened(replace(viewer, suspended=True), subject) == set()
