"""Search, visible injuries, complaint of prior ill-treatment."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.reception.body_map import REGIONS
from throughcare.web.custody.reception.forms.base import (
    SEXES,
    UNKNOWN,
    StepForm,
    choice,
    line,
    question,
    several,
    text,
)
from throughcare.web.people.forms.acts import Moment


class SearchForm(StepForm):
    """How the person was searched, by whom, and what was found (Mandela Rules 50 to 52)."""

    kind = StepKind.SEARCH
    by_kind = choice(
        gettext_lazy("Kind of search"),
        (
            ("pat_down", gettext_lazy("over the clothes")),
            ("strip", gettext_lazy("without clothes")),
            ("body_cavity", gettext_lazy("of the inside of the body, by health staff only")),
            ("device", gettext_lazy("with a device, without touching")),
            ("property", gettext_lazy("of the things only")),
        ),
    )
    reason = line(gettext_lazy("Reason"), required=True)
    by_staff = line(gettext_lazy("Who searched"), required=True)
    by_staff_sex = choice(
        gettext_lazy("The officer who searched is"), SEXES,
        hint=gettext_lazy("Staff of the same sex search. Women are searched by women only."),
    )  # fmt: skip
    authorised_by = line(gettext_lazy("Who allowed it, where it needed leave"))
    result = line(
        gettext_lazy("Result"), required=True, hint=gettext_lazy("Such as: nothing was found.")
    )
    witness = line(gettext_lazy("Who else was present"))
    second_look = line(
        gettext_lazy("Second look"),
        hint=gettext_lazy(
            "Only where the search was not made as it should be: who looks into it, and why."
        ),
    )

    def prepare(self) -> None:
        """The usual answers stand there already, and can be changed."""
        self.fields["by_kind"].initial = "pat_down"
        self.fields["reason"].initial = _("reception")
        self.fields["by_staff"].initial = self.officer

    def value(self) -> dict[str, object]:
        """`kind` is the name of the field in the room, and of the step here."""
        kept = super().value()
        return {"kind": kept.pop("by_kind"), **kept}


class InjuriesForm(StepForm):
    """What is seen on the body, never a photo. Health keeps it."""

    kind = StepKind.INJURIES
    template = "custody/reception/injuries.html"
    none_seen = choice(
        gettext_lazy("Are injuries or marks seen?"),
        (
            ("seen", gettext_lazy("yes: they are marked below")),
            ("none", gettext_lazy("no injury is seen")),
            (UNKNOWN, gettext_lazy("not known: the body was not looked at")),
        ),
    )
    words = text(
        gettext_lazy("What is seen"),
        hint=gettext_lazy("For each place: what it is, its size, its colour, fresh or old."),
    )
    marks = several(
        gettext_lazy("Where"), REGIONS,
        hint=gettext_lazy("Right and left are those of the person. The picture says the same."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Either marks with words, or none."""
        cleaned = super().clean()
        seen, marks = cleaned.get("none_seen"), cleaned.get("marks")
        if seen == "seen" and not marks:
            self.add_error("marks", _("Choose at least one place, or say that none is seen."))
        if seen == "seen" and not cleaned.get("words"):
            self.add_error("words", _("Say in words what is seen."))
        if seen in ("none", UNKNOWN) and marks:
            self.add_error("none_seen", _("Places are chosen below. Choose “yes”, or clear them."))
        return cleaned

    def value(self) -> dict[str, object]:
        """Each place by its code."""
        said = self.cleaned_data
        none = {"none": True, "seen": False, UNKNOWN: UNKNOWN}[said["none_seen"]]
        marks = [{"region": region} for region in said["marks"]]
        kept: dict[str, object] = {"none_seen": none, "words": said["words"]}
        return {**kept, "marks": marks} if marks else kept


class ComplaintForm(StepForm):
    """Whether the person says that they were ill-treated before. Health keeps it."""

    kind = StepKind.COMPLAINT
    questions = ("made",)
    made = question(
        gettext_lazy("Does the person say that they were ill-treated before they came here?"),
        required=True, hint=gettext_lazy("Ask it alone with the person, in their language."),
    )  # fmt: skip
    words = text(gettext_lazy("In the person's own words"), rows=6)
    reported_to = line(
        gettext_lazy("To whom it was passed on"),
        hint=gettext_lazy("An authority outside this prison, and the physician."),
    )
    reported_at = Moment(label=gettext_lazy("When it was passed on"), required=False)
