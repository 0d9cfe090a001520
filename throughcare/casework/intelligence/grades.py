"""The scales and kinds of source of `grades.yaml`, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml
from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FILE: Final = Path(__file__).with_name("grades.yaml")

SOURCES: Final[Mapping[str, StrOrPromise]] = {
    "A": _("always reliable"),
    "B": _("mostly reliable"),
    "C": _("sometimes reliable"),
    "D": _("not reliable"),
    "E": _("not tried before"),
}
INFORMATION: Final[Mapping[str, StrOrPromise]] = {
    "1": _("known to be true without doubt"),
    "2": _("known to the source, not to whoever reports it"),
    "3": _("not known to the source, but something else supports it"),
    "4": _("cannot be judged"),
    "5": _("thought to be false"),
}
HANDLING: Final[Mapping[str, StrOrPromise]] = {
    "1": _("may be shared inside the prison service as a statement"),
    "2": _("may be shared with another authority, after a decision for each item"),
    "3": _("may be shared abroad, under conditions set for each item"),
    "4": _("stays with the intelligence office"),
    "5": _("may be shared under the conditions that are written with it"),
}
KINDS: Final[Mapping[str, StrOrPromise]] = {
    "own_observation": _("own observation"),
    "staff": _("another officer, on duty"),
    "prisoner": _("a prisoner, of his or her own will"),
    "search": _("a search or a find"),
    "open_source": _("something public"),
    "lawful_order": _("a technical measure on a lawful order"),
    "partner": _("another authority"),
    "health": _("health care"),
    "psychology": _("psychology"),
    "chaplaincy": _("chaplaincy"),
    "complaint": _("a confidential complaint"),
    "legal_mail": _("legal mail or a legal visit"),
    "rehabilitation": _("staff of rehabilitation"),
}


def allowed_kinds() -> tuple[str, ...]:
    """From where a report may come."""
    return tuple(_read()["kinds"]["allowed"])


def never_kinds() -> tuple[str, ...]:
    """From where none ever comes: these relations are confidential."""
    return tuple(_read()["kinds"]["never"])


def no_informants() -> frozenset[Role]:
    """Whoever holds one of these posts writes no report."""
    return frozenset(Role(name) for name in _read()["not_made_informants"]["roles"])


def graded(source: str, information: str, handling: str) -> bool:
    """Whether each grade is one of its scale."""
    scales = _read()
    return (
        source in scales["source_reliability"]
        and information in scales["information_reliability"]
        and handling in scales["handling"]
    )


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
