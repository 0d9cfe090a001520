"""The officers' guides send nobody to a page that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import Resolver404, resolve

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("officers.md", "custody.md")
ADDRESS = re.compile(r"`(/[a-z./-]+)`")
SOMEBODY, SOMEWHERE = str(UUID(int=7)), "north/a"


def addresses(guide: str) -> list[str]:
    return ADDRESS.findall((DOCS / guide).read_text(encoding="utf-8"))


def leads(address: str) -> bool:
    stands_for = SOMEBODY if address.startswith("/people/") else SOMEWHERE
    try:
        resolve(address.replace("...", stands_for), urlconf="throughcare.config.urls")
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize("guide", GUIDES)
def test_each_address_of_a_guide_is_a_page(guide: str) -> None:
    named = addresses(guide)
    assert len(named) > 3
    assert [one for one in named if not leads(one)] == []


def test_an_address_that_is_none_is_seen() -> None:
    assert not leads("/people/.../cells-of-gold")
