"""What is true of every page: a title, one heading, a way back, labels, and nothing inline."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.utils import timezone

from tests.web.people.made import HOUR, Somebody, place
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import AlertCode, Merge, NoteKind

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """What stands in a page: its tags, and the fields with their labels."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inline: list[str] = []
        self.fields: set[str] = set()
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.described: set[str] = set()
        self.links: list[str] = []
        self.unnamed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.inline += [name for name in said if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in said):
            self.inline.append(tag)
        if "id" in said:
            self.ids.append(said["id"])
        self.described |= set(said.get("aria-describedby", "").split())
        self.described |= set(said.get("aria-labelledby", "").split())
        if tag == "label" and "for" in said:
            self.labels.add(said["for"])
        if tag in {"input", "select", "textarea"} and said.get("type") != "hidden":
            self.fields.add(said.get("id", "in a label"))
        if tag == "img" and not said.get("alt"):
            self.unnamed.append("img")
        if tag == "a":
            self.links.append(said.get("href", ""))


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def every_way(officer: Somebody) -> list[str]:
    """The address of each page, with something to show on it."""
    file, other, third = (officer.open(name) for name in ("Samir", "Samira", "Third"))
    now = timezone.now()
    common = {"by": officer.viewer, "at": now}
    fact = officer.state(file, Kind.SEX, {"sex": "male"})
    note = actions.add_note(
        **common, person_id=file.id, kind=NoteKind.SAFETY, text="t", happened_at=now
    )
    alert = actions.raise_alert(
        **common, person_id=file.id, code=AlertCode.FIRST_NIGHT, expires_at=now + HOUR, why="w"
    )
    proposal = actions.propose_duplicate(**common, one=file.id, other=other.id, why="w")
    actions.merge(**common, kept=file.id, merged=third.id, why="w")
    assert Merge.objects.exists()
    of_file = [
        "", "/contacts", "/history", "/notes", "/notes/new", f"/notes/{note.id}/amend", "/alerts",
        "/alerts/new", f"/alerts/{alert.id}/end", "/photo", f"/same-person?other={other.id}",
        "/same-person?q=Samira", f"/facts/{fact.id}/verify", f"/facts/{fact.id}/correct",
        f"/facts/{fact.id}/strike-out", "/facts/name/new", "/facts/document/new",
    ]  # fmt: skip
    return [
        "/", "/people", "/people?q=Samir", "/people?q=Zeno", "/people/new", "/people/export",
        "/people/duplicates", f"/people/duplicates/{proposal.id}", "/drafts",
        f"/people/{third.id}/separate", *(f"/people/{file.id}{way}" for way in of_file),
    ]  # fmt: skip


def test_each_page_has_a_title_one_heading_labels_and_nothing_inline(officer: Somebody) -> None:
    for way in every_way(officer):
        text = officer.page(way)
        page = Page(text)
        assert re.search(r"<title>[^<]+ · Throughcare</title>", text), way
        assert page.tags.count("h1") == 1, way
        assert page.tags.count("main") == 1, way
        assert page.inline == [], way
        assert page.unnamed == [], way
        assert page.fields - page.labels <= {"in a label"} | radios(text), way
        assert len(page.ids) == len(set(page.ids)), (way, sorted(page.ids))
        assert page.described <= set(page.ids), (way, page.described - set(page.ids))
        assert way == "/" or 'class="crumbs"' in text, way


def radios(text: str) -> set[str]:
    """Fields that stand inside their own label."""
    return set(re.findall(r'<label for="(id_[^"]+)"', text))


def test_each_link_of_a_page_leads_to_a_page(officer: Somebody) -> None:
    for way in every_way(officer):
        for link in Page(officer.page(way)).links:
            if link.startswith("/"):
                assert officer.client.get(link.split("#")[0]).status_code in (200, 302), (way, link)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_each_page_opens_in_each_language_and_its_direction(
    officer: Somebody, language: str
) -> None:
    ways = every_way(officer)
    officer.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    direction = "rtl" if language == "ar" else "ltr"
    for way in ways:
        assert f'lang="{language}" dir="{direction}"' in officer.page(way), way


def test_a_form_is_sent_by_post_and_guarded_by_a_token(officer: Somebody) -> None:
    for way in every_way(officer):
        for form in re.findall(r'<form[^>]*method="post".*?</form>', officer.page(way), re.S):
            assert "csrfmiddlewaretoken" in form, way
    officer.client.handler.enforce_csrf_checks = True
    answer = officer.client.post("/people/new", {"name-part0_text": "Aigerim"})
    assert answer.status_code == 403
