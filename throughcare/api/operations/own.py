"""What this token may do, and the schema."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, JsonResponse
from ninja import Router
from pydantic import Field

from throughcare.access.matrix import matrix
from throughcare.access.terms import Compartment, Level, Role, Scope
from throughcare.api.fields import Shown
from throughcare.api.statuses import named, reading, took

router = Router(tags=["token"])

_LEVELS = {
    Level.REDACTED: "redacted", Level.READ: "read", Level.APPEND: "append", Level.WRITE: "write",
}  # fmt: skip
_SCOPES = {
    Scope.ESTABLISHMENT: "establishment", Scope.ASSIGNED: "assigned", Scope.SELF: "self",
    Scope.SERVICE: "service",
}  # fmt: skip


class Opens(Shown):
    """What the token opens of one compartment: how far, and in whose files."""

    compartment: Compartment
    level: Annotated[str, Field(description="redacted, read, append or write")]
    whose: Annotated[str, Field(description="establishment, assigned, self or service")]


class TokenShown(Shown):
    """This token, and its reach. Whether a file is opened is decided anew for each call."""

    account: int
    label: str
    role: Role
    establishment: str
    begins: datetime
    ends: datetime
    reach: list[Opens]


@router.get("/me", response=reading(TokenShown), **named("what_may_i"))
def what_may_i(request: HttpRequest) -> TokenShown:
    """What may I: whom this token acts as, and what it opens."""
    token = took(request).opened.token
    role = Role(token.role)
    return TokenShown(
        account=token.account_id, label=token.label, role=role, begins=token.begins,
        establishment=token.establishment, ends=token.ends, reach=_reach(role),
    )  # fmt: skip


@router.get("/openapi.json", include_in_schema=False, **named("schema"))
def schema(request: HttpRequest) -> JsonResponse:
    """The schema of this interface, for a token only."""
    from throughcare.api.schema import document

    return JsonResponse(document())


def _reach(role: Role) -> list[Opens]:
    cells = [(part, matrix().cells[role, part]) for part in Compartment]
    return [
        Opens(compartment=part, level=_LEVELS[cell.level], whose=_SCOPES[cell.scope])
        for part, cell in cells
        if cell.level is not Level.NONE and cell.scope is not None
    ]
