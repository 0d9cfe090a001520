"""Arithmetic of the paths of places: `north/a/2/204` is cell 204 of unit 2 in premises a."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from standards.places import DEPTHS, holds, node_at
from throughcare.kernel.errors import BadPlace

__all__ = ["KINDS", "establishment_of", "holds", "kind_of", "parent_of", "read_path"]

KINDS = ("establishment", "premises", "unit", "cell")
CODE = r"[a-z0-9][a-z0-9-]*"


def read_path(text: str) -> str:
    """The path, if it is written as one. Raises BadPlace."""
    if re.fullmatch(rf"{CODE}(/{CODE}){{0,3}}", text) is None:
        raise BadPlace(
            _("'%(text)s' is not the path of a place") % {"text": text},
            remedy=_("write one to four codes with / between them, such as north/a/2/204"),
        )
    return text


def kind_of(path: str) -> str:
    """Establishment, premises, unit or cell, by the depth of the path. Raises BadPlace."""
    depth = read_path(path).count("/") + 1
    return next(kind for kind in KINDS if DEPTHS[kind] == depth)


def parent_of(path: str) -> str | None:
    """The path of the place above; None for an establishment. Raises BadPlace."""
    return read_path(path).rpartition("/")[0] or None


def establishment_of(path: str) -> str:
    """The establishment in which the place lies, or which it is. Raises BadPlace."""
    return node_at(read_path(path), 1) or path
