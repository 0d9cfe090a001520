"""Every role asks every page of training: the list is for two, the pages that write for one.

Staff read their own certificates; a prisoner and a relative find nothing there. In
the usual run every third role asks; tests/training lets every role ask at the list and the acts.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.access.custody_cast import NAMES, Cast, cast_of
from tests.access.read_apart import shown
from tests.access.turns import every_third
from tests.api.made import now
from throughcare.access.models import Account, Post
from throughcare.service.training.models import Certificate, Posting, Supervision
from throughcare.web.training.urls import urlpatterns

pytestmark = pytest.mark.django_db
COLLEAGUES = {"north": "Kollega", "south": "Fernanda"}


@pytest.fixture(params=every_third(0))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def rows() -> dict[str, UUID]:
    """A certificate of somebody at each prison, as rows."""
    found = {}
    for number, (place, name) in enumerate(COLLEAGUES.items(), start=500):
        account = Account.objects.create(pk=number, name=name)
        Post.objects.create(account=account, role="chaplain", establishment=place, begins=now())
        at = now()
        found[place] = Certificate.objects.create(
            id=uuid4(), kind="certificate", account=account, topic="weapons", passed_on=at.date(),
            valid_until=at.date().replace(year=at.year + 1), issued_by=f"School {place}",
            recorded_at=at, recorded_by="2",
        ).id  # fmt: skip
    return found


def posts() -> dict[str, tuple[UUID, UUID]]:
    """A posting for long without training, and a debriefing, of the same two."""
    rows()
    at, found = now(), {}
    for place, name in COLLEAGUES.items():
        said = {"account": Account.objects.get(name=name), "establishment": place}
        said |= {"recorded_at": at, "recorded_by": "2"}
        since = at.date() - timedelta(days=60)
        post = Posting.objects.create(id=uuid4(), unit_kind="vep", since=since, **said)
        met = Supervision.objects.create(
            id=uuid4(), meeting="debriefing", held_on=at.date(), led_by=f"Leader {place}", **said
        )
        found[place] = (post.id, met.id)
    return found


def reads(role: str, place: str) -> bool:
    """Whether the list of a prison is for this role, whose post is at the north."""
    return role == "npm_inspector" or (role == "prison_director" and place == "north")


def test_no_page_of_training_is_left_out_here() -> None:
    names = {str(one.name) for one in urlpatterns}
    assert names == {
        "training", "training_new", "training_booster", "training_withdraw", "training_posts",
        "training_post", "training_post_end", "training_post_strike", "training_meeting",
        "training_meeting_strike",
    }  # fmt: skip


def test_the_list_of_a_prison_opens_for_its_director_and_an_inspector_alone(cast: Cast) -> None:
    rows()
    staff = cast.role not in {"prisoner", "family"}
    none = cast.client.get("/training?at=nowhere")
    assert none.status_code == 404
    for place, name in COLLEAGUES.items():
        answer = cast.client.get(f"/training?at={place}")
        assert (answer.status_code == 200) == reads(cast.role, place), (cast.role, place)
        assert (name in shown(answer)) == reads(cast.role, place), (cast.role, place)
        if not reads(cast.role, place):
            assert shown(answer) == shown(none), (cast.role, place)
    assert (cast.client.get("/training").status_code == 200) == staff, cast.role


def test_only_a_director_writes_and_only_of_the_own_staff(cast: Cast) -> None:
    made, directs = rows(), cast.role == "prison_director"
    assert (cast.client.get("/training/new").status_code == 200) == directs, cast.role
    for what in ("booster", "withdraw"):
        none = cast.client.get(f"/training/{uuid4()}/{what}")
        assert none.status_code == 404
        for place, row in made.items():
            opens = directs and place == "north"
            for send in (cast.client.get, cast.client.post):
                answer = send(f"/training/{row}/{what}")
                told = (cast.role, place, what)
                assert (answer.status_code in {200, 422}) == opens, told
                assert opens or shown(answer) == shown(none), told
    answer = cast.client.post("/training/new", {"who": "500", "course": "weapons"})
    assert (answer.status_code == 422) == directs, cast.role
    assert Certificate.objects.count() == 2


def test_the_postings_of_a_prison_open_for_its_director_and_an_inspector_alone(
    cast: Cast,
) -> None:
    posts()
    staff = cast.role not in {"prisoner", "family"}
    none = cast.client.get("/training/posts?at=nowhere")
    assert none.status_code == 404
    for place, name in COLLEAGUES.items():
        answer = cast.client.get(f"/training/posts?at={place}")
        assert (answer.status_code == 200) == reads(cast.role, place), (cast.role, place)
        for said in (name, f"Leader {place}", "/rules/vep-30"):
            assert (said in shown(answer)) == reads(cast.role, place), (cast.role, place, said)
        if not reads(cast.role, place):
            assert shown(answer) == shown(none), (cast.role, place)
    assert (cast.client.get("/training/posts").status_code == 200) == staff, cast.role


def test_only_a_director_posts_ends_and_strikes_out_and_only_of_the_own_staff(cast: Cast) -> None:
    made, directs = posts(), cast.role == "prison_director"
    for new in ("/training/posts/new", "/training/meetings/new"):
        assert (cast.client.get(new).status_code == 200) == directs, cast.role
        assert (cast.client.post(new, {"who": "500"}).status_code == 422) == directs, cast.role
    for place, (post, met) in made.items():
        for way, row in (("posts/{}/end", post), ("posts/{}/strike", post),
                         ("meetings/{}/strike", met)):  # fmt: skip
            none = cast.client.get(f"/training/{way.format(uuid4())}")
            opens = directs and place == "north"
            for send in (cast.client.get, cast.client.post):
                answer, told = send(f"/training/{way.format(row)}"), (cast.role, place, way)
                assert (answer.status_code in {200, 422}) == opens, told
                assert opens or shown(answer) == shown(none), told
    assert not Posting.objects.exclude(struck_at=None, ended_at=None).exists()


def test_no_page_of_training_names_anybody_in_a_file(cast: Cast) -> None:
    for way in (
        "/training", "/training?at=north", "/training/new", "/training/posts",
        "/training/posts?at=north", "/training/posts/new", "/training/meetings/new",
    ):  # fmt: skip
        said = shown(cast.client.get(way))
        for whom, name in NAMES.items():
            assert name not in said and str(cast.people[whom]) not in said, (cast.role, way)
