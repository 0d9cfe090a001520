"""The forms of a meeting: called, cancelled, who was there, signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.team.actions import There
from throughcare.casework.team.rules import chairs, sitting_roles
from throughcare.casework.team.team_terms import Came, MeetingKind, Seat
from throughcare.web.desk.form import DeskForm, Moment, sentence
from throughcare.web.desk.words import role_words
from throughcare.web.team.here import Members

_MORE: Final = 4  # rows for further members of one profession
_THERE, _ABSENT = "there", "absent"


def choice(label: Any, choices: Sequence[tuple[Any, Any]], **named: Any) -> forms.ChoiceField:
    """One of a list, with nothing chosen first."""
    return forms.ChoiceField(label=label, choices=[("", "—"), *choices], **named)


class CallForm(DeskForm):
    """A meeting is called together."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of meeting"), choices=())
    meets_at = Moment(label=gettext_lazy("When the team meets"))
    chair = forms.ChoiceField(label=gettext_lazy("Chair"), choices=())
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Who is invited"), required=False, choices=(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    agencies = forms.CharField(
        label=gettext_lazy("Agencies outside"), required=False, max_length=2000,
        help_text=gettext_lazy("One on each line, by its name. They get no file by it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, members: Members, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "—"), *((one.value, capfirst(str(one.label))) for one in MeetingKind)
        ]  # fmt: skip
        may = sorted(
            {one for office in chairs() for one in members[office]}, key=lambda one: one[1]
        )
        self.fields["chair"].choices = [("", "—"), *may]  # type: ignore[attr-defined]
        roles = sorted(sitting_roles(), key=lambda role: role.value)
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, role_words(role)) for role in roles
        ]


class CancelForm(DeskForm):
    """A meeting does not take place."""

    why = sentence(gettext_lazy("Why it does not take place"))


class OffForm(DeskForm):
    """Somebody is taken off an agenda."""

    why = sentence(gettext_lazy("Why the person is not spoken about"))


class SignForm(DeskForm):
    """Another member signs."""

    read = forms.BooleanField(
        label=gettext_lazy("I was there, I have read it all, and so it was said and decided"),
        error_messages={"required": gettext_lazy("Read the minutes, and say so.")},
    )

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["read"].widget.attrs["class"] = "form-check-input"


class TaskForm(DeskForm):
    """What came of a task."""

    came = forms.ChoiceField(label=gettext_lazy("What came of it"), choices=())
    words = forms.CharField(
        label=gettext_lazy("In words"), required=False, max_length=2000,
        help_text=gettext_lazy("Needed where it cannot be done: why not."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    ended_at = Moment(label=gettext_lazy("When"))

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["came"].choices = [  # type: ignore[attr-defined]
            ("", "—"), *((one.value, capfirst(str(one.label))) for one in Came)
        ]  # fmt: skip


class AttendanceForm(DeskForm):
    """When it was, and who was there. One row for each office that somebody holds here."""

    held_at = Moment(label=gettext_lazy("When the team met"))

    def __init__(self, members: Members, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.rows: list[str] = []
        every = []
        for office in Seat:
            if members[office]:
                label = capfirst(str(office.label))
                held = [(f"{office}:{who}", name) for who, name in members[office]]
                every.append((label, held))
                self._row(str(office), label, held)
        for number in range(1, _MORE + 1):
            self._row(f"more{number}", _("Another member (%(number)s)") % {"number": number}, every)
        for name, field in self.fields.items():
            chosen = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if chosen else "form-control"
            if name.startswith("why_"):
                field.widget.attrs["dir"] = "auto"

    def members(self) -> Iterator[tuple[Any, Any, Any]]:
        """The fields of each row: who, whether there, why not."""
        for row in self.rows:
            yield self[f"who_{row}"], self[f"was_{row}"], self[f"why_{row}"]

    def there(self) -> list[There]:
        """Who was there, as the action takes it."""
        said, made = self.cleaned_data, []
        for row in self.rows:
            office, _mark, account = said[f"who_{row}"].partition(":")
            if account:
                present = said[f"was_{row}"] != _ABSENT
                made.append(
                    There(
                        account=int(account), office=Seat(office), present=present,
                        absent_why="" if present else said[f"why_{row}"],
                    )
                )  # fmt: skip
        return made

    def _row(self, name: str, label: str, held: Sequence[tuple[Any, Any]]) -> None:
        self.rows.append(name)
        self.fields[f"who_{name}"] = choice(label, held, required=False)
        was = [(_THERE, _("was there")), (_ABSENT, _("was absent"))]
        self.fields[f"was_{name}"] = forms.ChoiceField(
            label=_("%(office)s: there or absent") % {"office": label}, choices=was, required=False
        )
        self.fields[f"why_{name}"] = forms.CharField(
            label=_("%(office)s: why absent") % {"office": label}, required=False, max_length=200
        )
