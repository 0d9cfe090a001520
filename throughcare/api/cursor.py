"""Where the next page begins: a signed word that only the token that got it can use."""

from __future__ import annotations

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from throughcare.api.problems import Problem


def written(after: UUID | None, *, token: int) -> str | None:
    """The cursor for the page after this file; None at the end."""
    return None if after is None else _signer(token).sign(after.hex)


def read(cursor: str | None, *, token: int) -> UUID | None:
    """The file after which the page begins. Raises Problem 422 for a cursor that is not ours."""
    if cursor is None:
        return None
    try:
        return UUID(_signer(token).unsign(cursor))
    except BadSignature as error:
        raise Problem.of_field(
            "query/after",
            _("this is no cursor of this token"),
            _("take `next` from the page before, or begin without `after`"),
        ) from error


def _signer(token: int) -> Signer:
    return Signer(salt=f"throughcare.api.cursor.{token}")
