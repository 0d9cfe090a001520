"""The form of the minutes about one person: in the order in which a team works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.assessment.errors import BeliefAlone
from throughcare.casework.assessment.words import need_act
from throughcare.casework.team.actions import Decided, Said
from throughcare.casework.team.queries import Item
from throughcare.casework.team.team_terms import Heard
from throughcare.web.desk.form import DeskForm, Moment, sentence
from throughcare.web.team.forms import choice

_DECISIONS: Final = 4  # rows for decisions; the minutes may be saved and opened again for more
_FEWEST_FREE: Final = 2


class MinutesForm(DeskForm):
    """What was considered, how the person was heard, what each said, what was decided."""

    considered = sentence(gettext_lazy("What was considered"), rows=4)
    heard = forms.ChoiceField(
        label=gettext_lazy("How the view of the person was heard"), choices=()
    )
    heard_words = sentence(
        gettext_lazy("What the person said"),
        hint=gettext_lazy("In the person's own words; or why the person could not be heard."),
    )
    reasons = sentence(gettext_lazy("Reasons for what was decided"), rows=4)
    besides = forms.CharField(
        label=gettext_lazy("Leaving aside what somebody is or believes: what did the person do?"),
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Only where the reasons speak of it."),
    )  # fmt: skip

    def __init__(
        self, present: Mapping[str, str], owners: Sequence[tuple[str, str]], decisions: int,
        *words: Any, **named: Any,
    ) -> None:  # fmt: skip
        super().__init__(*words, **named)
        self.fields["heard"].choices = [  # type: ignore[attr-defined]
            ("", "—"), *((one.value, capfirst(str(one.label))) for one in Heard)
        ]  # fmt: skip
        self.present = list(present)
        self.rows = range(1, max(_DECISIONS, decisions + _FEWEST_FREE) + 1)
        for account, label in present.items():
            self.fields[f"said_{account}"] = _text(label)
            self.fields[f"dissent_{account}"] = _text(_("%(member)s: dissent") % {"member": label})
        for number in self.rows:
            which = {"number": number}
            self.fields[f"words_{number}"] = _text(_("Decision %(number)s") % which)
            self.fields[f"owner_{number}"] = choice(
                _("Decision %(number)s: who does it") % which, owners, required=False
            )
            due = Moment(label=_("Decision %(number)s: by when") % which, required=False)
            self.fields[f"due_{number}"] = due
        for name, field in self.fields.items():
            chosen = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if chosen else "form-control"
            if not chosen and not name.startswith("due_"):
                field.widget.attrs["dir"] = "auto"

    def head(self) -> Iterator[Any]:
        """What was considered, and how the person was heard."""
        return (self[name] for name in ("considered", "heard", "heard_words"))

    def tail(self) -> Iterator[Any]:
        """The reasons."""
        return (self[name] for name in ("reasons", "besides"))

    def members(self) -> list[tuple[Any, Any]]:
        """What each said, and a dissent."""
        return [(self[f"said_{one}"], self[f"dissent_{one}"]) for one in self.present]

    def decisions(self) -> list[tuple[Any, Any, Any]]:
        """What was decided, who does it, by when."""
        return [
            (self[f"words_{one}"], self[f"owner_{one}"], self[f"due_{one}"]) for one in self.rows
        ]

    def said(self) -> list[Said]:
        """What members said, as the action takes it."""
        told = self.cleaned_data
        return [
            Said(
                account=int(one), words=told[f"said_{one}"], dissent=told[f"dissent_{one}"]
            )
            for one in self.present
        ]  # fmt: skip

    def decided(self) -> list[Decided]:
        """What was decided, as the action takes it."""
        told = self.cleaned_data
        return [
            Decided(
                words=told[f"words_{one}"], owner=int(told[f"owner_{one}"] or 0) or None,
                due_at=told.get(f"due_{one}"),
            )
            for one in self.rows
            if told.get(f"words_{one}") or told.get(f"owner_{one}") or told.get(f"due_{one}")
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse at its field a decision without an owner or a day, and reasons without an act."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for one in self.rows:
            names = [f"{part}_{one}" for part in ("words", "owner", "due")]
            if any(told.get(name) for name in names):
                for name in names:
                    if not told.get(name) and name not in self.errors:
                        self.add_error(
                            name, _("A decision has words, an owner and a day: fill this in too.")
                        )
        try:
            need_act(told.get("reasons", ""), told.get("besides", ""))
        except BeliefAlone as error:
            self.add_error("reasons", f"{capfirst(error.what)}. {capfirst(error.remedy)}")
        return told


def written(item: Item) -> dict[str, Any]:
    """What is written so far, for the form to be opened again."""
    case = item.case
    if case is None or case.state != "minuted":
        return {}
    told: dict[str, Any] = {
        name: getattr(case, name)
        for name in ("considered", "heard", "heard_words", "reasons", "besides")
    }
    for one in item.said:
        told |= {f"said_{one.account}": one.words, f"dissent_{one.account}": one.dissent}
    for number, task in enumerate(item.decided, start=1):
        told |= {
            f"words_{number}": task.words, f"owner_{number}": task.owner,
            f"due_{number}": timezone.localtime(task.due_at),
        }  # fmt: skip
    return told


def _text(label: str) -> forms.CharField:
    look = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=False, max_length=2000, widget=look)
