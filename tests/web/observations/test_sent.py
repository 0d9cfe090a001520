"""Observations from a device: each whole or not at all, once, and never past the access table."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.casework.custody.made import COLLEAGUE
from tests.casework.custody.made_moves import arrived, let_go, sent
from tests.casework.observations.conftest import cast
from tests.casework.observations.made import (
    DIRECTOR,
    ELSEWHERE,
    INSPECTOR,
    SECOND_OFFICER,
    WING,
    grown,
    manager,
    rows,
)
from tests.staff import written
from tests.web.arrival import let_in
from tests.web.people.made import Browser
from tests.web.safety.of_day import at_screen
from throughcare.access.models import Account
from throughcare.kernel.models import Place
from throughcare.web.observations.words import seal_of

pytestmark = pytest.mark.django_db
__all__ = ["cast"]
SENT = "/observations/entries"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SPEAKS = "He prays loudly and told a new man to give him his radio."


@pytest.fixture
def person() -> UUID:
    return grown()


def now() -> datetime:
    return datetime.now(UTC)


def entry(person: UUID | str, **more: Any) -> dict[str, Any]:
    return {
        "key": str(uuid4()), "person": str(person), "tone": "concern", "spot": "yard",
        "seen_at": "", "behaviour": "", "meaning": "", "kept_why": "", "warned": "",
        "said_at": now().isoformat(), "opened": int((now() - 8 * HOUR).timestamp()), **more,
    }  # fmt: skip


def post(client: Any, *entries: Any, **more: Any) -> Any:
    body = {"now": now().isoformat(), "place": "north/a/1", "entries": entries, **more}
    return client.post(SENT, json.dumps(body), content_type="application/json")


def outcomes(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.content
    return list(answer.json()["outcomes"])


def fates(answer: Any) -> list[str]:
    return [one["fate"] for one in outcomes(answer)]


def said(answer: Any) -> str:
    (one,) = outcomes(answer)
    return str(one["said"])


def wall(moment: datetime) -> str:
    """As it is typed: by the clock on the wall of the north."""
    zone = ZoneInfo(Place.objects.get(path="north").zone())
    return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def test_a_shift_is_sent_at_once_and_each_entry_is_written_by_itself(person: UUID) -> None:
    other = grown("Bolat", cell="north/a/1/02")
    answer = post(
        at_screen(WING), entry(person), entry(other, spot="mosque"), entry(other, tone="talk")
    )
    assert fates(answer) == ["written", "refused", "written"]
    assert {(one.person_id, one.tone) for one in rows()} == {(person, "concern"), (other, "talk")}
    assert len(rows()) == 2


def test_what_is_sent_again_is_written_once_and_changed_it_is_another_one(person: UUID) -> None:
    one, client = entry(person, behaviour="He shouted."), at_screen(WING)
    assert fates(post(client, one)) == ["written"]
    assert fates(post(client, one, one)) == ["already", "already"]
    assert fates(post(client, {**one, "behaviour": "He laughed."})) == ["written"]
    assert sorted(row.behaviour for row in rows()) == ["He laughed.", "He shouted."]


def test_twice_in_one_batch_it_is_written_once(person: UUID) -> None:
    one = entry(person)
    assert fates(post(at_screen(WING), one, one)) == ["written", "already"]
    assert len(rows()) == 1


def test_just_now_is_counted_back_by_how_long_it_waited(person: UUID) -> None:
    waited = now() - 3 * HOUR
    assert fates(post(at_screen(WING), entry(person, said_at=waited.isoformat()))) == ["written"]
    (row,) = rows()
    assert abs(row.seen_at - waited) < MINUTE and row.said_now
    assert row.recorded_at - row.seen_at > 2 * HOUR and row.said_at == waited


def test_a_device_clock_of_another_year_moves_nothing(person: UUID) -> None:
    wrong = timedelta(days=4_000)
    shown = now() - wrong
    answer = post(
        at_screen(WING), entry(person, said_at=(shown - HOUR).isoformat()), now=shown.isoformat()
    )
    assert fates(answer) == ["written"]
    assert abs(rows()[0].seen_at - (now() - HOUR)) < MINUTE


def test_an_hour_that_was_typed_stands_as_it_was_typed(person: UUID) -> None:
    typed = (now() - 5 * HOUR).replace(second=0, microsecond=0)
    one = entry(person, seen_at=wall(typed), said_at=(now() - 4 * HOUR).isoformat())
    assert fates(post(at_screen(WING), one)) == ["written"]
    (row,) = rows()
    assert row.seen_at == typed and not row.said_now


@pytest.mark.parametrize(
    "wrong",
    [
        {"said_at": "2126-01-01T00:00:00Z"},  # by its own clock it was typed after it was sent
        {"said_at": (datetime.now(UTC) - 30 * HOUR).isoformat()},  # before the page was given out
    ],
)
def test_just_now_by_a_clock_that_was_set_anew_is_refused_and_a_time_is_asked_for(
    person: UUID, wrong: dict[str, Any]
) -> None:
    answer = post(at_screen(WING), entry(person, **wrong))
    assert fates(answer) == ["refused"] and "type the time" in said(answer)
    assert rows() == []


def test_an_hour_typed_in_advance_is_refused(person: UUID) -> None:
    ahead = entry(person, seen_at=wall(now() + HOUR))
    assert fates(post(at_screen(WING), ahead)) == ["refused"]
    advance = entry(person, seen_at=wall(now() - HOUR), said_at=(now() - 3 * HOUR).isoformat())
    answer = post(at_screen(WING), advance)
    assert "the clock was changed" in said(answer) and rows() == []


def test_words_that_warn_are_answered_by_a_question_and_nothing_is_written(person: UUID) -> None:
    (one,) = outcomes(post(at_screen(WING), entry(person, behaviour=SPEAKS)))
    assert one["fate"] == "asked" and "worship (prays)" in one["said"]
    assert ["prays", True] in one["marks"][0]
    assert "".join(words for words, _marked in one["marks"][0]) == SPEAKS
    assert rows() == []


def test_kept_with_the_seal_it_is_written_with_the_reason(person: UUID) -> None:
    client, one = at_screen(WING), entry(person, behaviour=SPEAKS)
    (asked,) = outcomes(post(client, one))
    answer = post(client, {**one, "warned": asked["seal"], "kept_why": "That was the quarrel."})
    assert fates(answer) == ["written"]
    (row,) = rows()
    assert row.warned and not row.unseen_warning and row.kept_why == "That was the quarrel."


def test_the_seal_of_other_words_is_none(person: UUID) -> None:
    one = entry(person, behaviour=SPEAKS, warned=seal_of("He is a Muslim.", ""))
    assert fates(post(at_screen(WING), one)) == ["asked"]
    assert rows() == []


def test_whose_writer_is_gone_is_kept_and_it_is_said_that_nobody_looked(person: UUID) -> None:
    one = entry(person, behaviour=SPEAKS, gone=True, kept_why="typed before")
    assert fates(post(at_screen(WING), one)) == ["written"]
    (row,) = rows()
    assert (row.warned, row.unseen_warning, row.kept_why) == (True, True, "")
    page = at_screen(manager(person)).get(f"/people/{person}/custody/observations")
    assert "had not looked at the marked words" in page.content.decode()


def test_gone_says_nothing_where_no_word_warns(person: UUID) -> None:
    assert fates(post(at_screen(WING), entry(person, behaviour="He ran.", gone=True))) == [
        "written"
    ]
    assert not rows()[0].unseen_warning


def test_the_section_says_how_the_hour_is_known_and_when_it_came(person: UUID) -> None:
    waited = (now() - 3 * HOUR).isoformat()
    post(at_screen(WING), entry(person, said_at=waited),
         entry(person, said_at=waited, seen_at=wall(now() - 4 * HOUR)))  # fmt: skip
    page = at_screen(manager(person)).get(f"/people/{person}/custody/observations")
    words = page.content.decode()
    assert "counted back by how long it waited" in words and "as it was typed" in words
    assert "written late" not in words


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"behaviour": "x" * 50_000}, "longer than 2000 signs"),
        ({"meaning": "x" * 50_000, "behaviour": "x"}, "longer than 2000 signs"),
        ({"behaviour": "a\0b"}, "Null characters"), ({"behaviour": "\ud800"}, "cannot be read"),
        ({"behaviour": ["x"]}, "cannot be read"), ({"meaning": "He may be sad."}, "not what was"),
        ({"tone": ""}, "Press one of the three"), ({"tone": "risk"}, "valid choice"),
        ({"spot": "mosque"}, "valid choice"), ({"spot": ""}, "Choose where it was."),
        ({"seen_at": "soon"}, "valid date/time"), ({"seen_at": None}, "cannot be read"),
        ({"person": "x"}, "cannot be read"), ({"person": None}, "cannot be read"),
        ({"said_at": "now"}, "cannot be read"), ({"said_at": ""}, "cannot be read"),
        ({"opened": "x"}, "cannot be read"), ({"opened": -62_135_596_800}, "cannot be read"),
        ({"opened": 10**30}, "cannot be read"), ({"person": str(uuid4())}, "no longer held here"),
    ],
)  # fmt: skip
def test_one_wrong_entry_is_refused_in_words_and_the_others_are_written(
    person: UUID, wrong: dict[str, Any], why: str
) -> None:
    answer = post(at_screen(WING), {**entry(person), **wrong}, entry(person))
    first, second = outcomes(answer)
    assert (first["fate"], second["fate"]) == ("refused", "written")
    assert why in first["said"], first["said"]
    assert len(rows()) == 1


def test_of_a_released_person_what_was_seen_before_is_written_and_after_is_refused(
    person: UUID,
) -> None:
    released = now() - 2 * HOUR
    written(COLLEAGUE)
    let_go(person, at=released)
    before = entry(person, said_at=(released - HOUR).isoformat())
    assert fates(post(at_screen(WING), before)) == ["written"]
    answer = post(at_screen(WING), entry(person))
    assert fates(answer) == ["refused"] and "not in custody at that time" in said(answer)
    assert len(rows()) == 1


def moved(person: UUID) -> None:
    sent(person, at=now() - HOUR)
    arrived(person, at=now() - MINUTE)


def test_of_somebody_of_another_prison_it_says_what_it_says_of_nobody(person: UUID) -> None:
    moved(person)
    far = said(post(at_screen(WING), entry(person)))
    assert far == said(post(at_screen(WING), entry(uuid4())))
    assert "moved or released" in far and rows() == []


def test_what_was_written_before_the_person_was_moved_is_there_already(person: UUID) -> None:
    one = entry(person)
    assert fates(post(at_screen(WING), one)) == ["written"]
    moved(person)
    assert fates(post(at_screen(WING), one)) == ["already"]
    assert fates(post(at_screen(SECOND_OFFICER), one)) == ["refused"]
    assert len(rows()) == 1


@pytest.mark.parametrize("place", ["north/zzz", "south/a", "south", "", "x" * 5_000, "entries"])
def test_a_unit_that_is_not_there_or_not_ones_own_is_refused_by_the_same_words(
    person: UUID, place: str
) -> None:
    answer = post(at_screen(WING), entry(person), place=place)
    assert "this unit is not there any more, or not yours" in said(answer)
    assert rows() == []


@pytest.mark.parametrize("viewer", [DIRECTOR, INSPECTOR, ELSEWHERE])
def test_who_may_not_add_there_is_answered_as_of_a_unit_that_does_not_exist(
    person: UUID, viewer: Any
) -> None:
    client = at_screen(viewer)
    for more in ({}, {"behaviour": SPEAKS}):
        one = entry(person, **more)
        there = outcomes(post(client, one))
        assert there == outcomes(post(client, one, place="north/zzz"))
        assert there[0]["fate"] == "refused"
    assert rows() == []


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", "null", '{"entries": {}}', '{"entries": [1]}', '{"entries": [{"key": "x"}]}',
     '{"entries": [], "now": "noon"}', "[" * 5000],
)  # fmt: skip
def test_what_is_no_list_of_entries_is_answered_in_words(body: str) -> None:
    answer = at_screen(WING).post(SENT, body, content_type="application/json")
    assert answer.status_code == 422 and answer.json()["said"]


def test_without_a_session_or_without_its_token_nothing_is_written(person: UUID) -> None:
    assert post(Browser(), entry(person)).status_code == 302
    strict = let_in(Browser(enforce_csrf_checks=True), Account.objects.get(pk=WING.account))
    assert post(strict, entry(person)).status_code == 403
    assert strict.get(SENT).status_code == 405
    assert rows() == []


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40), st.just("yard"),
    st.just("concern"), st.just(SPEAKS), st.lists(st.text(max_size=3), max_size=2),
    st.datetimes().map(lambda one: one.isoformat()), st.just("a\0"), st.just("2199-12-31T23:59"),
    st.sampled_from(["1901-01-01T00:00:00Z", "2199-01-01T00:00:00+14:00"]),
)  # fmt: skip
PARTS = ("tone", "spot", "seen_at", "behaviour", "meaning", "kept_why", "warned", "said_at",
         "opened", "gone", "person")  # fmt: skip


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(wrong=st.dictionaries(st.sampled_from(PARTS), ANYTHING, max_size=4), clock=ANYTHING)
def test_whatever_is_sent_is_answered_and_sent_again_writes_nothing_more(
    person: UUID, wrong: dict[str, Any], clock: Any
) -> None:
    client, one = at_screen(WING), {**entry(person), **wrong}
    more = {"now": clock} if isinstance(clock, str) else {}
    before = len(rows())
    first, came = post(client, one, **more), len(rows()) - before
    again = post(client, one, **more)
    assert (first.status_code, again.status_code) in {(200, 200), (422, 422)}
    assert len(rows()) - before == came
    if first.status_code == 200:
        assert came == (fates(first) == ["written"])
        assert fates(again) == (["already"] if came else fates(first))
