"""What a place is called in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from throughcare.kernel.models import Place


def names_of_places(paths: Iterable[str | None]) -> dict[str, str]:
    """The name of each place; a place without one, or that is not in the tree, by its path."""
    asked = {path for path in paths if path}
    known = dict(Place.objects.filter(path__in=asked).values_list("path", "name"))
    return {path: _called(path, known.get(path) or {}) for path in asked}


def _called(path: str, names: dict[str, str]) -> str:
    language = (get_language() or "en").split("-")[0]
    return names.get(language) or names.get("en") or next(iter(names.values()), path)
