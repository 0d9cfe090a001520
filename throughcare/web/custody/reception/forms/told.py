"""What the person is told, who is told of the person, and what the person needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.reception.forms.base import (
    StepForm,
    choice,
    line,
    question,
    several,
    spoken,
    text,
)
from throughcare.web.people.forms.acts import Moment

TOPICS: Final = (
    ("law_and_rules", gettext_lazy("the law and the rules of this prison")),
    ("rights", gettext_lazy("rights, and how information is asked for")),
    ("duties", gettext_lazy("duties, and what is punished")),
    ("requests_and_complaints", gettext_lazy("requests and complaints")),
    ("legal_advice", gettext_lazy("legal advice and legal aid")),
    ("contact", gettext_lazy("letters, calls and visits")),
    ("health", gettext_lazy("health care")),
    ("daily_life", gettext_lazy("everything else that daily life needs")),
)
MODES: Final = (
    ("oral", gettext_lazy("aloud")),
    ("written", gettext_lazy("in writing")),
    ("oral_and_written", gettext_lazy("aloud and in writing")),
    ("sign", gettext_lazy("in sign language")),
)


class InformationForm(StepForm):
    """Mandela Rules 54 and 55."""

    kind = StepKind.INFORMATION
    questions = ("interpreter",)
    topics = several(gettext_lazy("What was explained"), TOPICS)
    language = spoken(gettext_lazy("In which language"))
    mode = choice(gettext_lazy("How"), MODES)
    interpreter = question(gettext_lazy("Was there an interpreter?"))
    understood = text(
        gettext_lazy("What the person understood, in their own words"), rows=3,
        hint=gettext_lazy("Ask: what will you do when you have a complaint?"),
    )  # fmt: skip

    def prepare(self) -> None:
        """All topics are explained, unless one is taken away."""
        self.fields["topics"].initial = [code for code, _label in TOPICS]
        self.fields["mode"].initial = "oral_and_written" if self.walk.reads else "oral"
        if not self.walk.reads:
            self.fields["mode"].help_text = _(
                "The file says that this person does not read: tell it aloud or in signs."
            )

    def clean(self) -> dict[str, Any]:
        """At least one topic; never only in writing for who does not read."""
        cleaned = super().clean()
        if not cleaned.get("topics"):
            self.add_error("topics", _("Choose what was explained."))
        if cleaned.get("mode") == "written" and not self.walk.reads:
            self.add_error("mode", _("This person does not read. Tell it aloud or in signs."))
        return cleaned


class LawyerForm(StepForm):
    """Mandela Rule 61, and 119 for who is not tried yet."""

    kind = StepKind.LAWYER
    questions = ("free_aid", "declined")
    name = line(gettext_lazy("Name of the lawyer"), hint=gettext_lazy("Empty where there is none."))
    reached_at = Moment(label=gettext_lazy("When the lawyer was reached"), required=False)
    free_aid = question(gettext_lazy("Does the person ask for free legal aid?"))
    declined = question(gettext_lazy("Does the person want no lawyer now?"))


class ConsulForm(StepForm):
    """Mandela Rule 62: the consul, or for refugees and the stateless who protects them."""

    kind = StepKind.CONSUL
    questions = ("foreign", "refugee_or_stateless", "told_of_right", "wants_contact")
    foreign = question(gettext_lazy("Is the person a national of another country?"), required=True)
    refugee_or_stateless = question(
        gettext_lazy("Is the person a refugee, seeking asylum, or stateless?"),
        hint=gettext_lazy("Then no consul is called: a body that protects such persons is."),
    )
    told_of_right = question(gettext_lazy("Was the person told of this right?"))
    wants_contact = question(gettext_lazy("Does the person want the contact?"))
    contacted_at = Moment(label=gettext_lazy("When the consul was told"), required=False)
    protection_body_told_at = Moment(
        label=gettext_lazy("When the protecting body was told"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """No consul without the person's will: it may put a refugee in danger."""
        cleaned = super().clean()
        if cleaned.get("contacted_at") and cleaned.get("wants_contact") == "no":
            self.add_error("contacted_at", _("The person does not want it. Look at both answers."))
        if cleaned.get("contacted_at") and cleaned.get("refugee_or_stateless") == "yes":
            self.add_error(
                "contacted_at", _("For a refugee the protecting body is told, not the consul.")
            )
        return cleaned


class FamilyForm(StepForm):
    """Mandela Rule 68: at once, and by means that the prison gives."""

    kind = StepKind.FAMILY
    questions = ("means_given", "declined")
    means_given = question(
        gettext_lazy("Was the person given the means to tell somebody?"), required=True,
        hint=gettext_lazy("A call, a message, a letter."),
    )  # fmt: skip
    told_whom = line(
        gettext_lazy("Who was told"), hint=gettext_lazy("Family, or whom the person names.")
    )
    told_at = Moment(label=gettext_lazy("When they were told"), required=False)
    by = line(gettext_lazy("Who told them"))
    declined = question(gettext_lazy("Does the person want nobody told?"))

    def clean(self) -> dict[str, Any]:
        """Told and declined exclude each other."""
        cleaned = super().clean()
        if cleaned.get("told_whom") and cleaned.get("declined") == "yes":
            self.add_error("declined", _("Somebody was told. Look at both answers."))
        if cleaned.get("told_at") and not cleaned.get("told_whom"):
            self.add_error("told_whom", _("Say who was told."))
        return cleaned


class DependantsForm(StepForm):
    """Who depends on the person, and who cares for them now (Bangkok Rule 2)."""

    kind = StepKind.DEPENDANTS
    questions = ("depends", "arranged", "with_me")
    depends = question(gettext_lazy("Does anybody depend on the person?"), required=True)
    members = text(
        gettext_lazy("Who they are, and who cares for them now"),
        hint=gettext_lazy("One on each line: name, age, where, cared for by whom."),
    )
    with_me = question(
        gettext_lazy("Does a child come into prison with the person?"),
        hint=gettext_lazy("A child is no prisoner, and is never treated as one."),
    )
    children = text(
        gettext_lazy("Children who come along"), rows=2,
        hint=gettext_lazy("One on each line: name, birth date, health."),
    )  # fmt: skip
    arranged = question(gettext_lazy("Is the care of those outside arranged?"))

    @classmethod
    def initial_of(cls, value: Mapping[str, object]) -> dict[str, object]:
        """One on each line."""
        some, along = value.get("members"), value.get("children")
        anybody = bool(some or along)
        return {
            "depends": "yes" if anybody else "no", "with_me": "yes" if along else "no",
            "members": _lines(some), "children": _lines(along),
            "arranged": super().initial_of(value).get("arranged"),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Names where there is somebody."""
        cleaned = super().clean()
        if cleaned.get("depends") == "yes" and not (cleaned["members"] or cleaned["children"]):
            self.add_error("members", _("Say who they are."))
        if cleaned.get("with_me") == "yes" and not cleaned.get("children"):
            self.add_error("children", _("Say which child."))
        return cleaned

    def value(self) -> dict[str, object]:
        """One on each line; an empty list is nobody, and not the same as not known."""
        kept = super().value()
        some, with_me = kept.pop("depends", None), kept.pop("with_me", None)
        members = [row.strip() for row in str(kept.get("members", "")).splitlines() if row.strip()]
        children = [
            row.strip() for row in str(kept.get("children", "")).splitlines() if row.strip()
        ]
        none = [] if some is False or children else "unknown"
        return {
            **kept, "members": members or none,
            "children": children or ([] if False in (some, with_me) else "unknown"),
        }  # fmt: skip


def _lines(kept: object) -> str:
    return "\n".join(str(one) for one in kept) if isinstance(kept, list) else ""


class NeedsForm(StepForm):
    """What cannot wait, in the person's own words."""

    kind = StepKind.NEEDS
    questions = ("interpreter",)
    own_words = text(
        gettext_lazy("What the person needs now, in their own words"), rows=6, required=True,
        hint=gettext_lazy("A call, a child, a medicine, a fear, food, a paper. “Nothing” is an "
                          "answer. Wishes of worship, dress and diet are no sign of danger."),
    )  # fmt: skip
    adjustments = line(gettext_lazy("What helps with a disability"))
    interpreter = question(gettext_lazy("Does the person need an interpreter?"))
