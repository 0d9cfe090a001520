"""Who the person is: stated or compared with papers; and who received a woman."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.reception.forms.base import (
    SEXES,
    StepForm,
    choice,
    line,
    question,
    several,
)


class IdentityForm(StepForm):
    """What stands in the file is only stated until it was compared with a paper."""

    kind = StepKind.IDENTITY
    questions = ("searched_duplicates",)
    searched_duplicates = question(
        gettext_lazy("Was it looked for a file that is there already?"), required=True
    )
    found = choice(
        gettext_lazy("Who the person is"),
        (
            ("verified", gettext_lazy("was compared with papers")),
            ("stated", gettext_lazy("is what the person says")),
            ("unknown", gettext_lazy("is not known")),
        ),
    )
    facts = several(
        gettext_lazy("What was compared with the papers"),
        (),
        hint=gettext_lazy("These stand as verified in the file from then on."),
    )
    proof = line(
        gettext_lazy("Papers seen"),
        hint=gettext_lazy("Kind and number, original or copy: “passport A12, original”."),
    )
    received_by_sex = choice(
        gettext_lazy("The officer who receives is"), SEXES,
        hint=gettext_lazy("Women are received by women."), required=False,
    )  # fmt: skip
    woman_officer = line(
        gettext_lazy("Woman officer who was present"),
        hint=gettext_lazy("Where a man receives a woman, name a woman officer at least."),
    )

    def prepare(self) -> None:
        """The search for duplicates is where the reception begins."""
        self.fields["searched_duplicates"].initial = "yes"
        self.fields["received_by_sex"].required = self.walk.sex == "female"

    def offer(self, facts: list[tuple[str, str]]) -> IdentityForm:
        """The facts of the file that are only stated."""
        self.fields["facts"].choices = facts  # type: ignore[attr-defined]
        if not facts:
            del self.fields["facts"]
        return self

    def clean(self) -> dict[str, Any]:
        """Verified by something."""
        cleaned = super().clean()
        verified = cleaned.get("found") == "verified" or cleaned.get("facts")
        if verified and not cleaned.get("proof"):
            self.add_error("proof", _("Say which papers were seen."))
        return cleaned

    def value(self) -> dict[str, object]:
        """The papers one by one."""
        kept = super().value()
        kept.pop("facts", None)
        proof = kept.pop("proof", None)
        return {**kept, "documents_seen": [proof]} if proof else kept
