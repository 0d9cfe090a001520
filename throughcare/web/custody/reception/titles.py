"""What each step is called on its page, why it is asked, and which rule asks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.casework.custody.terms import StepKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Told:
    """The heading of a step, a sentence about it, and its rule."""

    title: StrOrPromise
    lead: StrOrPromise
    rule: StrOrPromise


_HEALTH: Final = _("This goes to health. You write it down and cannot read it back.")

TOLD: Final[Mapping[StepKind, Told]] = {
    StepKind.LEGALITY: Told(
        _("Is there a valid order?"),
        _("No person is received without a valid order. The day and the hour are kept."),
        _("Nelson Mandela Rule 7"),
    ),
    StepKind.IDENTITY: Told(
        _("Who is it?"), _("What was compared with a paper is verified; all else is stated."),
        _("Nelson Mandela Rules 7, 52 and 81; Bangkok Rule 2"),
    ),
    StepKind.SEARCH: Told(
        _("Search of the person"),
        _("With respect, in private, by trained staff of the same sex. Others read it back."),
        _("Nelson Mandela Rules 50 to 52; Bangkok Rule 19"),
    ),
    StepKind.INJURIES: Told(_("Visible injuries"), _HEALTH, _("Nelson Mandela Rules 7, 30 and 34")),
    StepKind.COMPLAINT: Told(
        _("Ill-treatment before coming here"), _HEALTH, _("Nelson Mandela Rules 7, 30 and 34")
    ),
    StepKind.PROPERTY: Told(
        _("Property"), _("Read the list to the person before they sign. A copy is theirs."),
        _("Nelson Mandela Rule 67"),
    ),
    StepKind.INFORMATION: Told(
        _("What the person is told"), _("At once, in a language the person understands."),
        _("Nelson Mandela Rules 54 and 55"),
    ),
    StepKind.LAWYER: Told(
        _("Lawyer"), _("The person may reach a lawyer of their choice, or legal aid."),
        _("Nelson Mandela Rules 61 and 119"),
    ),
    StepKind.CONSUL: Told(
        _("Consul, or who protects refugees"),
        _("Asked of everybody. It says nothing about any danger."), _("Nelson Mandela Rule 62"),
    ),
    StepKind.FAMILY: Told(
        _("Family told"), _("The person may tell family, or whom they name, at once."),
        _("Nelson Mandela Rule 68"),
    ),
    StepKind.DEPENDANTS: Told(
        _("Who depends on the person"), _("Children and others, and who cares for them now."),
        _("Bangkok Rule 2; Nelson Mandela Rule 29"),
    ),
    StepKind.NEEDS: Told(
        _("What the person needs now"), _("Write what the person says, in their words."),
        _("Nelson Mandela Rules 2 and 30"),
    ),
    StepKind.PLACE: Told(
        _("First place"), _("Women and men, children and adults, untried and sentenced apart."),
        _("Nelson Mandela Rules 11 and 12"),
    ),
    StepKind.ARREST: Told(
        _("Arrest"), _("When, where and by whom, as far as it is known."),
        _("Nelson Mandela Rule 7"),
    ),
    StepKind.CHARGES_TOLD: Told(
        _("Reasons and charges told"), _("In a language the person understands."),
        _("Nelson Mandela Rules 54 and 119"),
    ),
    StepKind.AGE: Told(
        _("Age"),
        _("Where the age is in doubt, the person counts as a child until it is decided."),
        _("Havana Rules 28 and 29; Beijing Rules"),
    ),
}  # fmt: skip
