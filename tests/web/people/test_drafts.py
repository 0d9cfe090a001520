"""A draft keeps what was typed for its own account; a form is sent once, however often clicked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import Error, connection, transaction
from django.utils import timezone

from tests.web.people.made import Somebody, place, shown
from throughcare.access.models import Account
from throughcare.web.drafts import actions, queries
from throughcare.web.drafts.errors import SentAlready
from throughcare.web.drafts.models import Draft, Sent

DAYS = timedelta(days=settings.DRAFT_DAYS)
SECOND = timedelta(seconds=1)
DIGEST = "0" * 64


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def keep(who: Somebody, **changed: object) -> Draft:
    said = {"by": who.account.pk, "at": timezone.now(), "key": uuid4(), "form": "Write a note",
            "way": "/people", "typed": {"text": ["half a sentence"]}}  # fmt: skip
    return actions.keep(**{**said, **changed})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_the_button_keeps_what_is_typed_and_the_list_leads_back_to_it(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    way = f"/people/{file.id}/notes/new"
    typed = officer.fill(way, kind="handover", text="he asked twice", happened_at="")
    answer = officer.client.post("/drafts/keep", typed)
    assert answer.status_code == 302
    page = officer.page("/drafts")
    assert "he asked twice" in page and "Write a note" in page
    again = officer.page(f"{way}?draft={typed['once']}")
    assert "he asked twice" in again and '<option value="handover" selected' in again
    assert "not saved" not in again and 'class="wrong"' not in again


@pytest.mark.django_db
def test_a_draft_is_gone_once_its_form_is_sent(officer: Somebody) -> None:
    way = f"/people/{officer.open('Aigerim').id}/facts/gender/new"
    typed = officer.fill(way, words="a woman")
    officer.client.post("/drafts/keep", typed)
    assert officer.client.post(way, {**typed, "words": ""}).status_code == 422
    assert Draft.objects.count() == 1
    assert officer.client.post(way, typed).status_code == 302
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_a_long_form_of_several_parts_comes_back_from_its_draft(officer: Somebody) -> None:
    typed = officer.fill(
        "/people/new",
        **{"name-rows": "5", "name-part4_text": "Fifth", "born-born_year": "1990"},
    )
    officer.client.post("/drafts/keep", typed)
    page = officer.page(f"/people/new?draft={typed['once']}")
    assert 'value="Fifth"' in page and 'value="1990"' in page and "not saved" not in page


@pytest.mark.django_db
def test_a_draft_keeps_the_version_of_the_file_that_was_seen(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    way = f"/people/{file.id}/facts/gender/new"
    typed = officer.fill(way, words="w")
    officer.client.post("/drafts/keep", typed)
    Somebody(name="colleague").send(f"/people/{file.id}/facts/sex/new", sex="female")
    assert f'name="version" value="{typed["version"]}"' in officer.page(
        f"{way}?draft={typed['once']}"
    )


@pytest.mark.django_db
def test_a_script_that_keeps_by_itself_is_answered_with_a_line(officer: Somebody) -> None:
    page = officer.page(f"/people/{officer.open('Aigerim').id}/notes/new")
    assert 'hx-post="/drafts/keep"' in page
    typed = {"once": str(uuid4()), "text": "t", "draft_way": "/people"}
    answer = officer.client.post("/drafts/keep", typed, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (200, b"Kept as a draft.")


@pytest.mark.django_db
def test_no_other_account_lists_opens_or_takes_away_a_draft(officer: Somebody) -> None:
    draft, colleague = keep(officer), Somebody(name="colleague")
    assert "half a sentence" not in colleague.page("/drafts")
    assert "half a sentence" in officer.page("/drafts")
    assert queries.draft_of(colleague.account.pk, draft.key, at=timezone.now()) is None
    assert queries.draft_of(officer.account.pk, draft.key, at=timezone.now()) == draft
    colleague.client.post(f"/drafts/{draft.key}/forget")
    assert Draft.objects.filter(key=draft.key).exists()
    officer.client.post(f"/drafts/{draft.key}/forget")
    assert not Draft.objects.filter(key=draft.key).exists()


@pytest.mark.django_db
def test_a_draft_is_there_until_its_last_day_is_over_and_then_taken_away(
    officer: Somebody,
) -> None:
    kept = keep(officer)
    last = kept.kept_at + DAYS
    assert queries.drafts_of(officer.account.pk, at=last - SECOND) == [kept]
    assert queries.drafts_of(officer.account.pk, at=last) == []
    actions.forget_old(at=last - SECOND)
    assert Draft.objects.count() == 1
    actions.forget_old(at=last)
    assert not Draft.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example", "javascript:x", "\0"])
def test_a_draft_never_leads_elsewhere(officer: Somebody, way: str) -> None:
    officer.client.post("/drafts/keep", {"once": str(uuid4()), "text": "t\0t", "draft_way": way})
    assert Draft.objects.get().way == "/"
    with pytest.raises(Error), transaction.atomic():
        keep(officer, way="//evil.example")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", [{"once": "x"}, {}, {"once": str(uuid4()), "t": "x" * 300_000}])
def test_what_cannot_be_kept_as_a_draft_is_told(officer: Somebody, typed: dict[str, str]) -> None:
    answer = officer.client.post("/drafts/keep", typed)
    assert answer.status_code == 422 and "too" in shown(answer) and not Draft.objects.exists()


@pytest.mark.django_db
def test_what_raises_leaves_the_key_unspent(officer: Somebody) -> None:
    said = {"by": officer.account.pk, "at": timezone.now(), "key": uuid4(), "digest": DIGEST}

    def fails() -> str:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        actions.once(**said, act=fails)
    assert actions.once(**said, act=lambda: "/there") == "/there"
    assert actions.once(**said, act=fails) == "/there"


@pytest.mark.django_db
def test_other_words_under_a_spent_key_are_told_and_another_account_has_keys_of_its_own(
    officer: Somebody,
) -> None:
    said = {"at": timezone.now(), "key": uuid4(), "act": lambda: "/there"}
    actions.once(**said, by=officer.account.pk, digest=DIGEST)
    with pytest.raises(SentAlready):
        actions.once(**said, by=officer.account.pk, digest="1" * 64)
    actions.once(**said, by=Somebody(name="colleague").account.pk, digest="1" * 64)
    with pytest.raises(Error, match="sent_once"), transaction.atomic():
        Sent.objects.create(
            account=officer.account, key=said["key"], digest=DIGEST, at=timezone.now()
        )


@pytest.mark.usefixtures("own_database")
def test_of_many_clicks_at_once_one_acts_and_all_are_led_to_the_same_place() -> None:
    account, key, at = Account.objects.create(name="amel"), uuid4(), timezone.now()
    together, acted, led = threading.Barrier(8), [], []

    def act(number: int) -> Callable[[], str]:
        def do() -> str:
            acted.append(number)
            return f"/{number}"

        return do

    def click(number: int) -> None:
        together.wait()
        led.append(actions.once(by=account.pk, at=at, key=key, digest=DIGEST, act=act(number)))
        connection.close()

    threads = [threading.Thread(target=click, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(acted) == 1 and led == [f"/{acted[0]}"] * 8
