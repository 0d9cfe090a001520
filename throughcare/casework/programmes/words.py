"""What must be said, and what may not be left empty."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from throughcare.casework.programmes.errors import NotSaid


def need_said(**said: str) -> None:
    """Refuse where one of these was left empty. The names are those of the form. Raises NotSaid."""
    missing = [name.replace("_", " ") for name, text in said.items() if not text.strip()]
    if missing:
        raise NotSaid(
            _("this is not said: %(what)s") % {"what": ", ".join(missing)},
            remedy=_("write it; what else was typed is kept"),
        )


def need_of(values: Collection[str], **said: str) -> None:
    """Refuse what is not of a closed list. Raises NotSaid."""
    wrong = [name.replace("_", " ") for name, value in said.items() if value not in values]
    if wrong:
        raise NotSaid(
            _("this is not of the list: %(what)s") % {"what": ", ".join(wrong)},
            remedy=_("choose one of the list"),
        )
