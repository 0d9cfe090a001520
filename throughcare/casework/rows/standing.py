"""Which rows stand about one person, as it was known. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.casework.people.files import parts_of
from throughcare.casework.rows.record import Record, known

R = TypeVar("R", bound=Record)


def rows_of(model: type[R], person_id: UUID, *, known_at: datetime) -> QuerySet[R]:
    """The rows of the whole file, joined files among them, that stood at the moment."""
    return model._default_manager.filter(known(known_at), person__in=parts_of(person_id))


def holds(begins: str, ends: str, at: datetime) -> Q:
    """The half-open period of a row holds the moment."""
    return (Q(**{ends: None}) | Q(**{f"{ends}__gt": at})) & Q(**{f"{begins}__lte": at})
