"""The sections of the tab Custody: the same list on each of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access import gate
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.queries import File
from throughcare.web.assessment.lets import lets_of as judgement_lets
from throughcare.web.custody.known import Known
from throughcare.web.observations.lets import lets_of as observation_lets
from throughcare.web.people.file import page_of
from throughcare.web.request import Request
from throughcare.web.safety.lets import lets_of

# What belongs together: a row of its own on a wide screen, and folded on a narrow one.
_GROUPS: Final = (
    (_("Custody"), (
        ("overview", _("Overview"), ""),
        ("orders", _("Orders and status"), "/orders"),
        ("reception", _("Reception"), "/reception"),
        ("places", _("Places"), "/places"),
        ("movements", _("Movements"), "/movements"),
        ("dates", _("Release dates"), "/dates"),
        ("release", _("Release"), "/release"),
        ("printed", _("To print"), "/printed"),
    )),
    (_("Safety"), (
        ("separation", _("Separation"), "/separation"),
        ("restrictions", _("Restrictions"), "/restrictions"),
        ("restraint", _("Restraint"), "/restraint"),
        ("discipline", _("Discipline"), "/discipline"),
    )),
    (_("Decisions"), (
        ("judgement", _("Judgement"), "/judgement"),
        ("classification", _("Classification"), "/classification"),
        ("team", _("Team"), "/team"),
    )),
    (_("Daily life"), (
        ("programmes", _("Programmes"), "/programmes"),
        ("work", _("Work"), "/work"),
        ("contact", _("Contact"), "/contact"),
        ("religion", _("Religion"), "/religion"),
        ("observations", _("Observations"), "/observations"),
    )),
)  # fmt: skip
_OF_MEASURES: Final = ("restrictions", "restraint", "discipline")
# Which act in which compartment opens a section of daily life.
_OF_DAILY_LIFE: Final = {
    "programmes": (Act.READ, Compartment.PRG),
    "contact": (Act.READ, Compartment.CON), "work": (Act.READ, Compartment.PRG),
    "religion": (Act.APPEND, Compartment.REL),
}  # fmt: skip
_OF_NOW: Final = ("printed",)  # a paper is printed as things stand


@dataclass(frozen=True, slots=True)
class Section:
    """One section and its address."""

    label: str
    way: str
    here: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that belong together; its own address is that of the first."""

    label: str
    sections: Sequence[Section]

    @property
    def way(self) -> str:
        """Where its name leads."""
        return self.sections[0].way

    @property
    def here(self) -> bool:
        """Whether the page is one of its sections."""
        return any(one.here for one in self.sections)


def sections(
    request: Request, file: File, here: str, known: Known | None = None
) -> Sequence[Group]:
    """The sections of this file, on the one named `here`; the day that is asked for goes along.

    Those of the register of discipline only for those to whom something in it is open; a group of
    which nothing is open is left out.
    """
    way = f"/people/{file.id}/custody"
    asked = known.asked if known else ""
    closed = _closed(request, file)
    groups = [
        Group(
            str(name),
            [
                Section(str(label), f"{way}{rest}{'' if key in _OF_NOW else asked}", key == here)
                for key, label, rest in held
                if key not in closed
            ],
        )
        for name, held in _GROUPS
    ]
    return [one for one in groups if one.sections]


def _closed(request: Request, file: File) -> set[str]:
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    judges = judgement_lets(request.viewer, file.id, file.held_at, at=request.at)
    watches = observation_lets(request.viewer, file.id, file.held_at, at=request.at)
    return {*(() if lets.opens else ("separation",)),
              *(() if lets.opens_measures else _OF_MEASURES),
              *(() if judges.opens else ("judgement",)),
              *(() if judges.reads else ("classification", "team")),
              *(() if watches.opens else ("observations",)),
              *_closed_of_daily_life(request, file)}  # fmt: skip


def _closed_of_daily_life(request: Request, file: File) -> list[str]:
    about = Subject(file.id, file.held_at)
    return [
        name for name, (act, code) in _OF_DAILY_LIFE.items()
        if not gate.may(request.viewer, act, code, about, at=request.at)
    ]  # fmt: skip


def section_page(
    request: Request, file: File, here: str, known: Known | None = None
) -> dict[str, Any]:
    """What every page of the tab shows: the header of the file, its tabs, the sections.

    `known`: the day that the page answers for, on the pages that answer for a day.
    """
    return {
        **page_of(request, file, "custody"), "sections": sections(request, file, here, known),
        "known": known,
    }  # fmt: skip
