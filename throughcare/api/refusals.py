"""From what a room refuses to the problem that a machine is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere, Refused
from throughcare.api.problems import ChangeTold, FieldProblem, Problem
from throughcare.casework.custody.errors import AlreadyInCustody, SameEntry
from throughcare.casework.people.errors import (
    AlertStands,
    AlreadyReplaced,
    CannotMerge,
    ChangedMeanwhile,
)
from throughcare.casework.rows.errors import AlreadyReplaced as ReplacedInCustody
from throughcare.errors import BadInput

# The request was right in itself, but the file is no longer as it takes it to be.
_OVERTAKEN: Final = (
    AlertStands, AlreadyReplaced, CannotMerge, AlreadyInCustody, ReplacedInCustody, SameEntry,
)  # fmt: skip


def problem_of(error: BadInput | NotThere | Refused) -> Problem:
    """404 for what is hidden or missing, 403, 409 for what changed meanwhile, otherwise 422."""
    if isinstance(error, NotThere):
        return Problem(HTTPStatus.NOT_FOUND, "not-there", nothing_here())
    if isinstance(error, Refused):
        return Problem(HTTPStatus.FORBIDDEN, "refused", str(error.answer.sentence))
    told = FieldProblem(where=str(error.where), what=str(error.what), remedy=str(error.remedy))
    if isinstance(error, ChangedMeanwhile):
        changes = [ChangeTold(done=one.done, kind=one.kind, by=one.by) for one in error.changes]
        return Problem(
            HTTPStatus.CONFLICT, "changed-meanwhile", _sentence(told), errors=[told],
            changes=changes, version=error.version,
        )  # fmt: skip
    if isinstance(error, _OVERTAKEN):
        return Problem(HTTPStatus.CONFLICT, "overtaken", _sentence(told), errors=[told])
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", _sentence(told), errors=[told])


def nothing_here() -> str:
    """The one sentence for what is hidden and for what does not exist."""
    return _("There is nothing here. Check the number, or ask the records office.")


def problem_of_form(errors: Sequence[Mapping[str, Any]]) -> Problem:
    """422 for a request that does not have the form of the schema. Tells no value back."""
    told = [_told(error) for error in errors]
    return Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, "invalid",
        _("The request does not have the form that the schema describes. See `errors`."),
        errors=told,
    )  # fmt: skip


def unreadable() -> Problem:
    """400 for a body that is no JSON."""
    return Problem(
        HTTPStatus.BAD_REQUEST, "unreadable",
        _("The body cannot be read as JSON. Nothing was changed. Send it as UTF-8."),
    )  # fmt: skip


def _told(error: Mapping[str, Any]) -> FieldProblem:
    source, *path = (str(part) for part in error["loc"])
    # Behind `body` stands the name of our own argument, which nobody outside knows.
    inner = path[1:] if source == "body" else path
    where = "/".join([source, *inner])
    if error["type"] == "missing":
        return FieldProblem(where=where, what=_("this is missing"), remedy=_("give it"))
    if error["type"] == "extra_forbidden":
        return FieldProblem(
            where=where, what=_("nothing of this name is known here"), remedy=_("leave it out")
        )
    return FieldProblem(
        where=where, what=str(error["msg"]), remedy=_("see this field in the schema")
    )


def _sentence(told: FieldProblem) -> str:
    if not told.remedy:
        return told.what
    # A rule is quoted as a whole sentence with its full stop.
    return f"{told.what}{' ' if told.what.endswith('.') else ': '}{told.remedy}"
