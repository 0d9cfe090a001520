"""A language by its own name and by the reader's name for it: its own may be in unread letters."""

from __future__ import annotations

from django.utils.translation import get_language

from throughcare.kernel.languages import Language, all_languages


def language_called(language: Language) -> str:
    """Both names, each kept apart from the direction of the other; one where they are the same."""
    ours = language.name_in(get_language() or "en")
    own = f"\u2068{language.own_name}\u2069"
    same = ours.casefold() == language.own_name.casefold()
    return own if same else f"{own} (\u2068{ours}\u2069)"


def language_choices() -> list[tuple[str, str]]:
    """All languages to choose from, with nothing chosen first."""
    return [("", "—"), *((one.code, language_called(one)) for one in all_languages().values())]
