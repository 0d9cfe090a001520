"""Whose number it is, in the reader's language where it is one that every prison has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_KNOWN: Final[Mapping[str, StrOrPromise]] = {
    "prison number": _("prison number"), "national number": _("national number"),
    "case number": _("case number"), "passport": _("passport"),
}  # fmt: skip


def system_called(typed: str) -> str:
    """What an officer typed as the kind of a number; other words stay as they are."""
    return str(_KNOWN.get(typed.strip().casefold(), typed))
