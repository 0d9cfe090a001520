"""A director posts, ends, strikes out and writes down supervision on pages; staff see their own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import translation

from tests.web.desk import cast
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.service.training import actions
from throughcare.service.training.models import Posting, Supervision
from throughcare.service.training.units import Meeting, UnitKind

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."
DAY = timedelta(days=1)
LIST = "/training/posts?at=north"


@pytest.fixture
def director() -> Account:
    return cast.account("director", Role.PRISON_DIRECTOR)


@pytest.fixture
def amel() -> Account:
    return cast.account("amel", Role.PSYCHOLOGIST)


def today() -> date:
    return cast.now().date()


def typed(of: Account, **other: Any) -> dict[str, Any]:
    return {
        "who": str(of.pk), "unit_kind": "vep", "since": today().isoformat(), "until": "", **other
    }  # fmt: skip


def met(*who: Account, **other: Any) -> dict[str, Any]:
    return {
        "who": [str(one.pk) for one in who], "meeting": "debriefing",
        "held_on": today().isoformat(), "led_by": "Dr. Saïd", **other,
    }  # fmt: skip


def posted(by: Account, of: Account, **more: Any) -> Posting:
    said: dict[str, Any] = {"unit_kind": "vep", "since": today() - 60 * DAY, **more}
    return actions.post_to_unit(
        by=cast.viewer(by), at=cast.now(), account=of, establishment="north", **said
    )


def test_a_director_posts_somebody_and_the_list_says_so(director: Account, amel: Account) -> None:
    answer = cast.browser(director).post("/training/posts/new?at=north", typed(amel))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{LIST}&done=posted")
    status, text = cast.page(director, f"{LIST}&done=posted")
    assert status == 200
    for words in (
        "The posting is written down.",
        "a unit for violent extremist",
        "<bdi>amel</bdi>",
    ):
        assert words in text
    assert f"/training/posts/{Posting.objects.get().id}/end" in text


def test_what_the_rules_say_stands_on_the_next_page_in_the_words_of_the_reader(
    director: Account, amel: Account
) -> None:
    assert "Nothing is broken or due" in cast.page(director, LIST)[1]
    posted(director, amel)
    text = cast.page(director, LIST)[1]
    assert "/rules/vep-30" in text and "overdue" in text
    assert "/rules/nmr-75-3" not in text  # due in ten months: nobody has to look at it now
    assert "Nothing is broken or due" not in text
    mine = cast.page(amel, "/training/posts")[1]
    assert "/rules/vep-30" in mine and "Who is posted where" not in mine


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"who": ""}, "This field is required."), ({"who": "999999"}, "Select a valid choice."),
        ({"unit_kind": "tower"}, "Select a valid choice."),
        ({"since": "yesterday"}, "Enter a valid date."),
        ({"until": "2000-01-01"}, "the posting would end before it begins"),
    ],
)  # fmt: skip
def test_a_posting_that_cannot_be_is_refused_in_the_form(
    director: Account, amel: Account, wrong: dict[str, str], said: str
) -> None:
    answer = cast.browser(director).post("/training/posts/new", typed(amel, **wrong))
    status, text = cast.seen(answer)
    assert status == 422 and said in text
    assert not Posting.objects.exists()


def test_a_posting_ends_and_is_struck_out_on_pages(director: Account, amel: Account) -> None:
    row = posted(director, amel)
    way = f"/training/posts/{row.id}"
    assert "<bdi>amel</bdi>" in cast.page(director, f"{way}/end")[1]
    wrong = cast.browser(director).post(f"{way}/end", {"ended_on": "2000-01-01"})
    assert wrong.status_code == 422
    ended = cast.browser(director).post(f"{way}/end", {"ended_on": today().isoformat()})
    assert (ended.status_code, ended.headers["Location"]) == (302, f"{LIST}&done=ended")
    assert cast.page(director, f"{way}/end")[0] == 404
    assert cast.browser(director).post(f"{way}/strike", {"why": " "}).status_code == 422
    assert cast.browser(director).post(f"{way}/strike", {"why": "not so"}).status_code == 302
    assert "No posting is written down." in cast.page(director, LIST)[1]


def test_who_took_part_in_a_debriefing_is_written_down_at_once(
    director: Account, amel: Account
) -> None:
    ines = cast.account("ines", Role.SECURITY_OFFICER)
    way = "/training/meetings/new?at=north"
    assert f'value="{director.pk}"' not in cast.page(director, way)[1]
    nobody = cast.browser(director).post(way, met())
    assert nobody.status_code == 422
    assert cast.browser(director).post(way, met(amel, ines)).status_code == 302
    text = cast.page(director, LIST)[1]
    assert Supervision.objects.count() == 2 and "Dr. Saïd" in text and "debriefing" in text
    again = cast.browser(director).post(way, met(amel))
    status, said = cast.seen(again)
    assert status == 422 and "this is written down already" in said
    row = Supervision.objects.get(account=amel)
    strike = f"/training/meetings/{row.id}/strike"
    assert "Dr. Saïd" in cast.page(director, strike)[1]
    assert cast.browser(director).post(strike, {"why": "put off"}).status_code == 302
    assert "Dr. Saïd" in cast.page(ines, "/training/posts")[1]
    assert "Dr. Saïd" not in cast.page(amel, "/training/posts")[1]


def test_a_colleague_writes_of_a_director_and_nobody_of_oneself(director: Account) -> None:
    deputy = cast.account("deputy", Role.PRISON_DIRECTOR)
    row = posted(deputy, director)
    assert "A colleague does this." in cast.page(director, LIST)[1]
    for way in ("end", "strike"):
        assert cast.page(director, f"/training/posts/{row.id}/{way}")[0] == 404
        assert cast.page(deputy, f"/training/posts/{row.id}/{way}")[0] == 200
    assert "This field" not in cast.page(director, "/training/posts/new")[1]
    itself = cast.browser(director).post("/training/posts/new", typed(director, unit_kind="women"))
    assert itself.status_code == 422


@pytest.mark.parametrize("role", [Role.PRISONER, Role.FAMILY])
def test_who_is_no_staff_finds_nothing(role: Role) -> None:
    somebody = cast.account("somebody", role)
    assert cast.page(somebody, "/training/posts")[0] == 404


def test_an_act_on_what_is_not_there_is_not_there(director: Account) -> None:
    for way in (
        f"/training/posts/{uuid4()}/end", f"/training/posts/{uuid4()}/strike",
        f"/training/meetings/{uuid4()}/strike", "/training/posts?at=nowhere",
        "/training/posts/new?at=south",
    ):  # fmt: skip
        status, text = cast.page(director, way)
        assert status == 404 and NOTHING in text


@pytest.mark.parametrize("language", ["fr", "ar", "ru", "kk"])
def test_every_unit_and_meeting_is_called_in_each_language(language: str) -> None:
    english = [str(one.label) for one in (*UnitKind, *Meeting)]
    with translation.override(language):
        told = [str(one.label) for one in (*UnitKind, *Meeting)]
    same = {one for one, other in zip(english, told, strict=True) if one == other}
    assert same <= {"supervision"}  # the French say the same
