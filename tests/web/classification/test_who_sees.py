"""The person sees why and by which offices; who may read the prison sees where there is room."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import this_minute
from tests.web.assessment.told import the_prisoner
from tests.web.classification.made import Bench
from tests.web.people.made import Somebody
from tests.web.safety.made import DAY, HOUR, wall
from throughcare.access.terms import Role
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.people.kinds import Kind

pytestmark = pytest.mark.django_db


def main_of(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize("who", ["the person", "the lawyer"])
def test_the_person_and_the_lawyer_see_offices_and_no_account_names(bench: Bench, who: str) -> None:
    me = the_prisoner(bench) if who == "the person" else bench.on_case(Role.DEFENCE_LAWYER, "lara")
    way = bench.minuted()
    page = main_of(me.page(bench.at()))
    for words in ("climbed the inner fence", "The board that is called together", "No level yet"):
        assert words not in page, words
    bench.sent(bench.second, f"{way}/sign", right="yes", why="So it was said.")
    page = main_of(me.page(bench.at()))
    for words in ("climbed the inner fence", "Director or deputy", "Low would be enough."):
        assert words in page, words
    for somebody in (bench.director, bench.second, bench.psychologist, bench.manager):
        name = somebody.account.name
        assert name not in page, name
        assert name in main_of(bench.manager.page(bench.at())) or somebody is bench.manager


def test_the_person_appeals_in_own_words_and_does_nothing_else(bench: Bench) -> None:
    me = the_prisoner(bench)
    way = bench.classified()
    assert f"{way}/appeal" in me.page(bench.at()) and f"{way}/told" not in me.page(bench.at())
    for rest in ("/call", f"{way}/sign", f"/{bench.board()}/minutes", f"/{bench.board()}/dissolve"):
        assert me.status(bench.at(rest)) == 404, rest
    bench.sent(
        me, f"{way}/appeal", words="I fetched a ball.", language="fr", appealed_at=this_minute()
    )
    assert "I fetched a ball." in me.page(bench.at())
    assert me.status(bench.at(f"/{bench.appeal()}/decide")) == 404


@pytest.mark.parametrize("who", ["officer", "nurse", "teacher", "reception"])
def test_whoever_does_not_read_the_plan_has_no_such_section(bench: Bench, who: str) -> None:
    somebody: Somebody = getattr(bench, who)
    bench.classified()
    assert somebody.status(bench.at()) == 404
    assert somebody.status(bench.at(f"/{bench.level()}/told")) in {403, 404}
    if who in {"officer", "reception"}:
        assert "/custody/classification" not in somebody.page(f"/people/{bench.file.id}/custody")


def test_whoever_reads_the_prison_sees_where_there_is_room_and_not_why_there_is_none(
    bench: Bench,
) -> None:
    other = bench.held("Zhanat", cell="north/a/1/03")
    of_custody.keep_apart(
        by=bench.director.viewer, at=bench.now, person_id=bench.file.id, other_id=other.id,
        until=bench.now + 90 * DAY, reason="feud of cousins", decided_by="the director",
    )  # fmt: skip
    page = main_of(bench.director.page(bench.at()))
    assert "Units of this prison" in page and "May the person lie there" in page
    assert "<strong>No</strong>" in page
    for words in ("feud of cousins", "Zhanat", str(other.id)):
        assert words not in page, words
    assert "Units of this prison" not in bench.manager.page(bench.at())
    assert "Units of this prison" not in the_prisoner(bench).page(bench.at())


def test_what_calls_for_a_board_stands_there_until_one_has_decided(bench: Bench) -> None:
    called = "What calls for a board now"
    assert called not in bench.manager.page(bench.at())
    bench.sentenced()
    page = bench.manager.page(bench.at())
    assert called in page and "The first classification" in page
    form = bench.manager.page(bench.at("/call"))
    assert '<option value="first" selected>' in form
    bench.classified()
    assert called not in bench.manager.page(bench.at())


def test_the_person_does_not_learn_from_a_call_that_somebody_referred_him(bench: Bench) -> None:
    bench.classified()
    bench.later(DAY)
    answer = bench.officer.send(
        f"/people/{bench.file.id}/custody/judgement/refer",
        **bench.referral(kind="violence", happened_at=wall(bench.now - HOUR)),
    )
    assert answer.status_code == 302
    words = "Violence, or restraint to prevent harm"
    assert words in bench.manager.page(bench.at())
    assert words not in the_prisoner(bench).page(bench.at())


@pytest.mark.parametrize("sex", ["female", "male"])
def test_a_woman_is_asked_four_things_more_and_not_known_is_an_answer(
    bench: Bench, sex: str
) -> None:
    womens = Somebody(Role.WOMENS_UNIT_OFFICER, name="wanda")
    bench.reception.state(bench.file, Kind.SEX, {"sex": sex})
    bench.later(HOUR)
    bench.call()
    way = f"/{bench.board()}/minutes"
    form = bench.manager.page(bench.at(way))
    asked = ("violence", "care", "mind", "dependency")
    assert all((f'name="{name}_unknown"' in form) == (sex == "female") for name in asked)
    if sex == "male":
        return
    sits = {"seat_womens_officer": f"womens_officer:{womens.account.pk}"}
    bare = bench.manager.send(bench.at(way), **bench.minutes(**sits))
    assert bare.status_code == 422 and b"or say that it is not known" in bare.content
    said = {f"{name}_unknown": "on" for name in asked} | {"care": "Two children at home."}
    bench.sent(bench.manager, way, **bench.minutes(**sits, **said))
    page = main_of(bench.manager.page(bench.at()))
    assert "Two children at home." in page and page.count("not known") == 3
