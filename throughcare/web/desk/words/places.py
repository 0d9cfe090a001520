"""What a place of a post is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from throughcare.access.belonging import SERVICE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def place_words(code: str) -> StrOrPromise:
    """The whole service has a word of its own, an establishment its code."""
    return _("the whole service") if code == SERVICE else code
