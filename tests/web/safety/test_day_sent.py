"""Entries from a device: the same refusals as on the page, each once, and its clock is compared."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from tests.casework.safety.conftest import cast
from tests.casework.safety.made import ADMISSIONS, ELSEWHERE, INSPECTOR, SECOND_OFFICER, WING
from tests.staff import see_all_rows
from tests.web.arrival import let_in
from tests.web.people.made import Browser
from tests.web.safety.of_day import DAY, SENT, at_screen, held
from throughcare.access.models import Account
from throughcare.casework.safety.models import DayConflict, OutOfCell

pytestmark = pytest.mark.django_db
__all__ = ["cast"]
HOUR = timedelta(hours=1)


@pytest.fixture
def person() -> UUID:
    return held()


def entry(person: UUID | str, since: str = "09:00", until: str = "10:00", **more: Any) -> Any:
    return {
        "key": str(uuid4()), "person": str(person), "entry": "out_of_cell", "on": DAY,
        "from": since, "to": until, "kind": "", "answers": "", **more,
    }  # fmt: skip


def post(client: Any, *entries: Any, **more: Any) -> Any:
    body = {"place": "north/a/1", "entries": entries, **more}
    return client.post(SENT, json.dumps(body), content_type="application/json")


def fates(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [one["fate"] for one in answer.json()["outcomes"]]


def count(model: Any) -> int:
    see_all_rows("DIS")
    return int(model.objects.filter(stood_until=None).count())


def test_a_device_sends_a_shift_at_once_and_each_entry_has_its_fate(person: UUID) -> None:
    answer = post(at_screen(WING), entry(person), entry(person, "11:00", "12:00"))
    assert fates(answer) == ["written", "written"]
    assert answer.json()["clock"] == ""
    see_all_rows("DIS")
    assert OutOfCell.objects.earliest("since").since.isoformat() == "2026-03-02T08:00:00+00:00"


def test_what_is_sent_again_after_a_lost_answer_is_written_once(person: UUID) -> None:
    one, client = entry(person), at_screen(WING)
    assert fates(post(client, one)) == ["written"]
    assert fates(post(client, one)) == ["already"]
    assert count(OutOfCell) == 1


def test_other_hours_by_another_officer_are_a_conflict_that_names_who(person: UUID) -> None:
    post(at_screen(WING), entry(person))
    answer = post(at_screen(SECOND_OFFICER), entry(person, "09:30", "11:00"))
    assert fates(answer) == ["conflict"]
    assert "account 903 has written other hours" in answer.json()["outcomes"][0]["said"]
    assert count(DayConflict) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"to": "08:00"}, "lies before the beginning"), ({"to": ""}, "Say from when to when."),
        ({"from": "nine"}, "A time is written like 09:30."), ({"on": "soon"}, "cannot be read"),
        ({"on": "2126-01-01"}, "the time has not come"), ({"entry": "visit"}, "cannot be read"),
        ({"entry": "contact", "kind": "chat"}, "none of the list"), ({"person": "x"}, "cannot be"),
        ({"person": str(uuid4())}, "not within your reach"), ({"on": None}, "cannot be read"),
        ({"said_at": "yesterday"}, "cannot be read"), ({"said_at": "0001-01-01"}, "cannot be"),
        ({"entry": "health_visit"}, "only health staff"), ({"from": 9}, "Say from when to when."),
    ],
)  # fmt: skip
def test_one_wrong_entry_is_refused_in_words_and_nothing_is_half_written(
    person: UUID, wrong: dict[str, Any], said: str
) -> None:
    answer = post(at_screen(WING), entry(person, "11:00", "12:00"), {**entry(person), **wrong})
    assert fates(answer) == ["held_back", "refused"]
    assert said in answer.json()["outcomes"][1]["said"]
    assert count(OutOfCell) == 0


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", "null", '{"entries": {}}', '{"entries": [1]}', '{"entries": [{"key": "x"}]}',
     '{"entries": [], "now": "noon"}', "[" * 5000, '{"entries": [], "now": "2026-03-02T09:00"}'],
)  # fmt: skip
def test_what_is_no_list_of_entries_is_answered_in_words(body: str) -> None:
    answer = at_screen(WING).post(SENT, body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["said"]


def test_more_than_the_room_takes_at_once_is_refused_as_a_whole(person: UUID) -> None:
    answer = post(at_screen(WING), *[entry(person)] * 2001)
    assert answer.status_code == 422 and "more than 2,000" in answer.json()["said"]
    assert count(OutOfCell) == 0


@pytest.mark.parametrize(("hours", "said"), [(3, "fast by 3 hours."), (-3, "slow by 3 hours.")])
def test_a_clock_three_hours_off_is_said_and_the_hours_stand_as_typed(
    person: UUID, hours: int, said: str
) -> None:
    shown = datetime.now(UTC) + hours * HOUR
    answer = post(
        at_screen(WING), entry(person, said_at=shown.isoformat()), now=shown.isoformat()
    )  # fmt: skip
    assert fates(answer) == ["written"]
    assert said in answer.json()["clock"]
    see_all_rows("DIS")
    row = OutOfCell.objects.get()
    assert (row.since.hour, row.said_at) == (8, shown)  # said_at as the device showed it


def test_a_clock_some_minutes_off_is_not_worth_a_word(person: UUID) -> None:
    shown = datetime.now(UTC) + timedelta(minutes=3)
    assert post(at_screen(WING), entry(person), now=shown.isoformat()).json()["clock"] == ""


@pytest.mark.parametrize("said_at", ["2026-03-02T08:30:00Z", "2126-01-01T00:00:00Z"])
def test_an_entry_typed_before_it_ended_or_after_it_was_sent_cannot_be_placed(
    person: UUID, said_at: str
) -> None:
    now = datetime.now(UTC).isoformat()
    answer = post(at_screen(WING), entry(person, said_at=said_at), now=now)
    assert fates(answer) == ["refused"]
    assert "the clock was changed" in answer.json()["outcomes"][0]["said"]
    assert count(OutOfCell) == 0


def test_when_it_was_typed_is_corrected_by_the_error_of_the_clock(person: UUID) -> None:
    # Typed at 10:05 on the wall (09:05 UTC), by a clock that is a day slow.
    shown = datetime.now(UTC) - 24 * HOUR
    typed = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    one = entry(person, said_at=typed.isoformat())
    assert fates(post(at_screen(WING), one, now=shown.isoformat())) == ["written"]
    assert fates(post(at_screen(WING), {**one, "key": str(uuid4())})) == ["already"]


@pytest.mark.parametrize("viewer", [ADMISSIONS, INSPECTOR, ELSEWHERE])
def test_who_may_not_add_writes_nothing_and_learns_nothing(person: UUID, viewer: Any) -> None:
    far = post(at_screen(viewer), entry(person))
    none = post(at_screen(viewer), entry(uuid4()))
    assert fates(far) == ["refused"]
    assert [one["said"] for one in far.json()["outcomes"]] == [
        one["said"] for one in none.json()["outcomes"]
    ]
    assert count(OutOfCell) == 0


def test_without_a_session_or_without_its_token_nothing_is_written(person: UUID) -> None:
    assert post(Browser(), entry(person)).status_code == 302
    strict = let_in(Browser(enforce_csrf_checks=True), Account.objects.get(pk=903))
    assert post(strict, entry(person)).status_code == 403
    assert strict.get(SENT).status_code == 405
    assert count(OutOfCell) == 0


def test_the_worker_is_allowed_for_the_whole_service_and_keeps_its_policy() -> None:
    answer = Browser().get("/day-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/"
    said = " ".join(answer.content.decode().replace('"\n  + "', "").split())
    rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    policy = "; ".join(f"{name} {' '.join(given)}" for name, given in rules.items())
    assert policy in said


def test_the_scripts_hold_no_words_that_cannot_be_translated() -> None:
    folder = Path(settings.STATICFILES_DIRS[0])
    names = ("day/queue.js", "day/day.js", "programmes/register.js")
    scripts = [(folder / name).read_text(encoding="utf-8") for name in names]
    assert "textContent = text" in scripts[0]
    assert not any("alert(" in one for one in scripts)
