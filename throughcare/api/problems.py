"""Refusals as problem+json (RFC 9457): what happened, where, what to do now."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Final

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE: Final = "application/problem+json"
_TYPE: Final = "urn:throughcare:problem:"


class FieldProblem(BaseModel):
    """One thing that is wrong with a request."""

    model_config = ConfigDict(extra="forbid")
    where: Annotated[str, Field(description="The field: body/fact/value, query/limit")]
    what: Annotated[str, Field(description="What is wrong, in a sentence")]
    remedy: Annotated[str, Field(description="What to do now")]


class ChangeTold(BaseModel):
    """One thing that somebody else has changed meanwhile."""

    model_config = ConfigDict(extra="forbid")
    done: str
    kind: str
    by: Annotated[str, Field(description="The number of the account")]


class ProblemBody(BaseModel):
    """A refusal. Members that do not apply are null."""

    model_config = ConfigDict(extra="forbid")
    type: Annotated[str, Field(description="A name for this kind of problem, as a URI")]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: Annotated[str, Field(description="A sentence: what happened, what to do now")]
    instance: Annotated[str, Field(description="The path that was asked for")]
    errors: list[FieldProblem] | None = None
    changes: Annotated[
        list[ChangeTold] | None, Field(description="409: what somebody else has changed")
    ] = None
    version: Annotated[
        int | None, Field(description="409: the present version of the file, for `expected`")
    ] = None


class Problem(Exception):
    """A refusal on its way out."""

    def __init__(
        self, status: HTTPStatus, name: str, detail: str, *,
        errors: Sequence[FieldProblem] | None = None,
        changes: Sequence[ChangeTold] | None = None, version: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.status, self.name, self.detail = status, name, detail
        self.errors, self.changes, self.version = errors, changes, version
        self.headers = headers or {}
        super().__init__(detail)

    @classmethod
    def of_field(cls, where: str, what: str, remedy: str) -> Problem:
        """422 for one field."""
        told = FieldProblem(where=where, what=what, remedy=remedy)
        return cls(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", f"{what}: {remedy}", errors=[told])

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The answer that carries it."""
        body = ProblemBody(
            type=_TYPE + self.name, title=self.status.phrase, status=self.status.value,
            detail=self.detail, instance=request.path,
            errors=list(self.errors) if self.errors is not None else None,
            changes=list(self.changes) if self.changes is not None else None,
            version=self.version,
        )  # fmt: skip
        return HttpResponse(
            json.dumps(body.model_dump(mode="json")), status=self.status.value,
            content_type=MEDIA_TYPE, headers=dict(self.headers),
        )  # fmt: skip
