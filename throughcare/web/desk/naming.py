"""What a person is called on a page, and by which numbers: from the facts that the viewer sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from throughcare.casework.people.kinds import Kind, Use
from throughcare.casework.people.queries import File
from throughcare.casework.people.values import name_in

if TYPE_CHECKING:
    from throughcare.kernel.names import PersonName


def called(file: File) -> str:
    """The preferred name, without one the latest of the papers, each part isolated."""
    names = _names(file, Use.PREFERRED) or _names(file, Use.RECORDED)
    return names[-1].display() if names else _("name not known")


def numbers(file: File) -> Sequence[str]:
    """The numbers as they were typed, the latest last."""
    return [str(one.value["number"]) for one in file.facts if one.kind == Kind.IDENTIFIER]


def _names(file: File, use: Use) -> list[PersonName]:
    return [
        name_in(one.value)
        for one in file.facts
        if one.kind == Kind.NAME and one.value["use"] == use
    ]
