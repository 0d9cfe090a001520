"""The test room for machines: the same queries and actions, behind the same door."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import path
from ninja import Router, Schema

from tests.room import actions, queries
from tests.room.pages import about_of
from throughcare.access.terms import Compartment
from throughcare.api.call import Call
from throughcare.api.door import guarded
from throughcare.api.service import interface

router = Router()


class Text(Schema):
    """What is added, or put in the place of a row."""

    text: str
    row: UUID | None = None


@router.get("/{code}/of/{whom}")
def read(request: Call, code: Compartment, whom: str) -> dict[str, Any]:
    """The texts, or the names of the fields of a redacted reading."""
    reading = queries.read(request.viewer, code, about_of(whom), at=request.at)
    return {"texts": list(reading.texts), "fields": list(reading.fields)}


@router.post("/{code}/of/{whom}/add")
def add(request: Call, code: Compartment, whom: str, given: Text) -> dict[str, Any]:
    """Add a text, or write in a row."""
    asked = {"by": request.viewer, "at": request.at, "compartment": code, "about": about_of(whom)}
    if given.row:
        return {"row": str(actions.write(**asked, row=given.row, text=given.text))}
    return {"row": str(actions.append(**asked, text=given.text))}


@router.get("/{code}/search")
def search(request: Call, code: Compartment, q: str) -> dict[str, Any]:
    """The texts found."""
    return {"texts": queries.search(request.viewer, code, q, at=request.at)}


@router.get("/{code}/export")
def export(request: Call, code: Compartment) -> dict[str, Any]:
    """Whom and what."""
    return {"lines": [list(line) for line in queries.export(request.viewer, code, at=request.at)]}


@router.get("/{code}/count")
def count(request: Call, code: Compartment) -> dict[str, Any]:
    """How many."""
    return {"count": queries.count(request.viewer, code, at=request.at)}


urlpatterns = [
    path(str(one.pattern), guarded(one.callback))
    for one in interface([router], name="room").urls[0]
    if one.name != "api-root"
]
