"""What the tests of the day start from: people separated in March, and officers at a screen."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from tests.casework.safety.made import AT, grown, separated
from tests.web.arrival import let_in
from tests.web.people.made import Browser
from throughcare.access.models import Account
from throughcare.access.question import Viewer

DAY: Final = "2026-03-02"  # the day after AT, when the separation of `held` runs
WAY: Final = f"/separation/north/day?on={DAY}"
SENT: Final = "/separation/day/entries"


def held(name: str = "Aigerim", cell: str = "north/a/1/01") -> UUID:
    """Somebody separated for three days from AT."""
    person = grown(name, cell=cell)
    separated(person)
    return person


def at_screen(viewer: Viewer) -> Browser:
    """This officer, signed in."""
    client = let_in(Browser(), Account.objects.get(pk=viewer.account))
    assert isinstance(client, Browser)
    return client


def page(client: Any, way: str = WAY) -> str:
    """The page, opened."""
    answer = client.get(way)
    assert answer.status_code == 200, (way, answer.status_code, answer.content.decode()[:2000])
    return str(answer.content.decode())


def fields(text: str) -> dict[str, str]:
    """What the form carries before anything is typed."""
    form = re.search(r'<form class="unit-day".*?</form>', text, re.S)
    assert form, text
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return dict(found)


def typed(person: UUID, **parts: str) -> dict[str, str]:
    """What is typed in a row: out_from="09:00", met_kind="programme", ..."""
    return {
        "{}.{}.{}".format(*name.split("_"), person): said for name, said in parts.items()
    }  # fmt: skip


def send(client: Any, *rows: Mapping[str, str], way: str = WAY) -> Any:
    """Open the page, type, press the button."""
    whole = fields(page(client, way))
    for row in rows:
        whole.update(row)
    return client.post(way, whole)


def words(answer: Any) -> str:
    """What a page says between header and footer, in one line."""
    body = re.search(r"<main[^>]*>(.*)</main>", answer.content.decode(), re.S)
    text = re.sub(r"<[^>]+>", " ", body[1] if body else answer.content.decode())
    return " ".join(html.unescape(text).split())


LATER: Final = AT + timedelta(days=2)
