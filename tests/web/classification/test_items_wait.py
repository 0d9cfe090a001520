"""Whoever minutes or signs is told how many items wait; the person is not, by no sign at all."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.casework.intelligence.made import answered, named, report
from tests.staff import see_no_rows, written
from tests.web.assessment.told import the_prisoner
from tests.web.classification.made import Bench
from tests.web.people.made import Somebody
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seen_already")]
WORDS = "Items that wait for a written answer"


def items(bench: Bench, count: int) -> list[UUID]:
    """So many reports of the office about the person."""
    found = [report(bench.file.id) for _number in range(count)]
    see_no_rows()
    return found


def bare(page: str) -> str:
    """The words of a page, without what is new at each reading."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r'(value|nonce|content)="[^"]{16,}"', "", main)


def test_the_page_the_minutes_and_the_signing_say_how_many_wait(bench: Bench) -> None:
    way = bench.minuted()
    forms = [(bench.manager, f"/{bench.board()}/minutes"), (bench.second, f"{way}/sign")]
    for by, rest in ((bench.manager, ""), *forms):
        assert WORDS not in by.page(bench.at(rest)), rest
    items(bench, 2)
    assert f"<strong>{WORDS}: 2</strong>" in bench.manager.page(bench.at())
    for by, rest in forms:
        assert f"<p>{WORDS}: <bdi>2</bdi></p>" in by.page(bench.at(rest)), rest


def test_a_signature_is_refused_with_the_number_and_what_was_typed_stays(bench: Bench) -> None:
    way = bench.minuted()
    (item,) = items(bench, 1)
    typed = {"right": "yes", "why": "So it was said, word by word."}
    refused = bench.second.send(bench.at(f"{way}/sign"), **typed)
    page = refused.content.decode()
    assert refused.status_code == 422 and "wait for a written answer: 1" in page
    assert typed["why"] in page and "K-7" not in page and "blade" not in page
    written(bench.director.viewer)
    named()
    answered(item)
    see_no_rows()
    assert WORDS not in bench.second.page(bench.at(f"{way}/sign"))
    bench.sent(bench.second, f"{way}/sign", **typed)


def test_the_person_reads_the_same_and_is_asked_for_as_often_whatever_waits(bench: Bench) -> None:
    me = the_prisoner(bench)
    bench.minuted()
    _same(bench, me)


@pytest.mark.parametrize("who", ["officer", "nurse", "teacher", "reception"])
def test_whoever_reads_no_intelligence_is_refused_alike_whatever_waits(
    bench: Bench, who: str
) -> None:
    bench.minuted()
    _same(bench, getattr(bench, who))


def _same(bench: Bench, somebody: Somebody) -> None:
    rests = ("", f"/{bench.level()}/sign", f"/{bench.board()}/minutes")
    see_no_rows()

    def asked() -> list[tuple[int, str, int]]:
        found = []
        for rest in rests:
            with CaptureQueriesContext(connection) as questions:
                answer = somebody.client.get(bench.at(rest))
            found.append((answer.status_code, bare(answer.content.decode()), len(questions)))
        return found

    asked()
    before = asked()
    items(bench, 2)
    assert asked() == before and WORDS not in str(before)


def test_the_named_officer_sees_who_left_and_the_director_how_many(bench: Bench) -> None:
    from tests.casework.intelligence.test_consider import left
    from throughcare.casework.intelligence import actions

    post = HeldPost(Role.INTELLIGENCE_OFFICER, "north", bench.director.viewer.posts[0].period)
    office = written(Viewer(961, posts=(post,)))
    assert office.account == 961
    (item, _other) = items(bench, 2)
    named()
    left(bench.file.id, at=bench.now)
    assert actions.note_left_open(at=bench.now) == 2
    see_no_rows()
    desk = Somebody(Role.INTELLIGENCE_OFFICER, name="ilya")
    page = desk.page("/intelligence/queue")
    assert "Left open at a release" in page and "Bolat" in page
    mine = bench.director.page("/intelligence/officer")
    assert "Items left open at a release, and not answered since" in mine
    assert "<p><strong>2</strong></p>" in mine and "Bolat" not in mine
    answered(item, occasion="after_release")
    see_no_rows()
    assert "<p><strong>1</strong></p>" in bench.director.page("/intelligence/officer")
    for who in (bench.officer, bench.manager, bench.teacher):
        assert who.status("/intelligence/queue") == 404
