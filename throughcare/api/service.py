"""The interface as one thing: its operations, and how what they raise is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from throughcare.access.errors import NotThere, Refused
from throughcare.api.door import no_token
from throughcare.api.operations import (
    custody_dates,
    custody_movements,
    custody_orders,
    custody_places,
    duplicates,
    duties,
    facts,
    files,
    notes,
    own,
    safety_cases,
    safety_days,
    safety_found,
    safety_found_cases,
    safety_health,
    safety_restraints,
    safety_restrictions,
    safety_reviews,
    safety_separations,
)
from throughcare.api.problems import Problem
from throughcare.api.refusals import problem_of, problem_of_form, unreadable
from throughcare.errors import BadInput


class Token(HttpBearer):
    """For the schema, and a second look: what came past the door without a token stays outside."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The token that the door has opened with, if it was this one."""
        opened = getattr(request, "opened", None)
        return opened if opened is not None and opened.secret == token.strip() else None


def _told(request: HttpRequest, error: Any) -> HttpResponse:
    if isinstance(error, Problem):
        return error.answer(request)
    if isinstance(error, ValidationError):
        return problem_of_form(error.errors).answer(request)
    if isinstance(error, HttpError):
        # Only two come from the library: a body that is no JSON, and `Token` above saying no.
        return (unreadable() if error.status_code == 400 else no_token()).answer(request)
    return problem_of(error).answer(request)


def interface(routers: Iterable[Router], *, name: str = "api") -> NinjaAPI:
    """An interface of these operations, which tells whatever they refuse as a problem."""
    made = NinjaAPI(
        title="Throughcare", version="1", urls_namespace=name, auth=Token(), docs_url=None,
        openapi_url=None,
        description="One file for every prisoner, for machines: the same questions and actions "
        "as the pages, in the role of a token. What is not in this schema is refused.",
    )  # fmt: skip
    for kind in (Problem, ValidationError, HttpError, BadInput, NotThere, Refused):
        made.add_exception_handler(kind, _told)
    for router in routers:
        made.add_router("", router)
    return made


API: Final = interface(
    part.router
    for part in (
        own,
        files,
        facts,
        notes,
        duplicates,
        custody_dates,
        custody_movements,
        custody_orders,
        custody_places,
        safety_separations,
        safety_found,
        safety_reviews,
        safety_health,
        safety_days,
        safety_restrictions,
        safety_restraints,
        safety_cases,
        safety_found_cases,
        duties,
    )
)
