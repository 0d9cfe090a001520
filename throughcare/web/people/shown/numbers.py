"""Kinds of numbers and papers, in the reader's language where every prison has them."""

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
_PAPERS: Final[Mapping[str, StrOrPromise]] = {
    "passport": _("passport"), "identity card": _("identity card"), "permit": _("permit"),
    "birth certificate": _("birth certificate"),
}  # fmt: skip


def system_called(typed: str) -> str:
    """What an officer typed as the kind of a number; other words stay as they are."""
    return str(_KNOWN.get(typed.strip().casefold(), typed))


def document_called(typed: str) -> str:
    """What an officer typed as the kind of a paper; other words stay as they are."""
    return str(_PAPERS.get(typed.strip().casefold(), typed))
