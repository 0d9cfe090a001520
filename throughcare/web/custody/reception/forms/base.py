"""What the forms of all steps share: questions with yes, no or unknown, lists by lines, a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.queries import Walk
from throughcare.casework.custody.terms import StepKind
from throughcare.web.people.forms.acts import Moment
from throughcare.web.people.forms.base import LINE, TEXT, Group, PageForm
from throughcare.web.people.shown.languages import language_choices

UNKNOWN: Final = "unknown"
YES_NO: Final = (
    ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")),
    (UNKNOWN, gettext_lazy("not known")),
)  # fmt: skip
SEXES: Final = (
    ("female", gettext_lazy("a woman")), ("male", gettext_lazy("a man")),
    (UNKNOWN, gettext_lazy("not known")),
)  # fmt: skip
_ANSWERS: Final = {"yes": True, "no": False, UNKNOWN: UNKNOWN}
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")
_COUNTED: Final = re.compile(r"\s*([0-9]{1,4})\s*[x×*]\s*(\S.*)")


def question(label: Any, *, hint: Any = "", required: bool = False) -> forms.ChoiceField:
    """A question that is answered by yes, no or not known."""
    return choice(label, YES_NO, hint=hint, required=required)


def choice(label: Any, choices: Any, *, hint: Any = "", required: bool = True) -> forms.ChoiceField:
    """One answer of a short list, each with its own button."""
    return forms.ChoiceField(
        label=label, choices=choices, help_text=hint, required=required, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose an answer; “not known” is one too.")},
    )  # fmt: skip


def several(label: Any, choices: Any, *, hint: Any = "") -> forms.MultipleChoiceField:
    """Any number of answers of a list."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, help_text=hint, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


def line(label: Any, *, hint: Any = "", required: bool = False) -> forms.CharField:
    """A few words."""
    return forms.CharField(label=label, required=required, max_length=LINE, help_text=hint)


def text(label: Any, *, hint: Any = "", required: bool = False, rows: int = 3) -> forms.CharField:
    """A text, as it was said."""
    return forms.CharField(
        label=label, required=required, max_length=TEXT // 2, help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def spoken(label: Any, *, required: bool = True) -> forms.ChoiceField:
    """A language of the list."""
    return forms.ChoiceField(label=label, choices=language_choices, required=required)


def answered(said: str) -> object:
    """Yes, no or unknown as the room keeps it; nothing where nothing was chosen."""
    return _ANSWERS.get(said)


def things(said: str) -> list[dict[str, object]]:
    """What stands on each line; "2 x shirt" is two of one."""
    kept: list[dict[str, object]] = []
    for row in said.splitlines():
        counted = _COUNTED.fullmatch(row)
        if counted:
            kept.append({"what": counted[2].strip(), "count": int(counted[1])})
        elif row.strip():
            kept.append({"what": row.strip()})
    return kept


def not_later(field: forms.Form, name: str, at: datetime) -> None:
    """An error at a moment that has not come."""
    moment = field.cleaned_data.get(name)
    if moment is not None and moment > at:
        field.add_error(name, _("This time has not come yet. Look at day and hour."))


class StepForm(PageForm):
    """The form of one step. `value` is what the room keeps; `walk` is what is known so far."""

    kind: ClassVar[StepKind]
    template: ClassVar[str] = "custody/reception/step.html"
    questions: ClassVar[tuple[str, ...]] = ()
    may_come: ClassVar[tuple[str, ...]] = ()  # moments that may lie in the future

    def __init__(
        self, *words: Any, at: datetime, walk: Walk, officer: str = "", **named: Any
    ) -> None:
        super().__init__(*words, **named)
        self.at, self.walk, self.officer = at, walk, officer
        self.fields["happened_at"] = Moment(
            label=gettext_lazy("When it was done"), initial=timezone.localtime(at)
        )
        self.fields["happened_at"].widget.attrs.update({"class": "form-control"})
        self.prepare()

    def prepare(self) -> None:
        """What is filled in already, or left out for this person."""

    def clean(self) -> dict[str, Any]:
        """No time that has not come."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, Moment) and name not in self.may_come:
                not_later(self, name, self.at)
        return cleaned

    def value(self) -> dict[str, object]:
        """What was typed, in the form of the kind of step."""
        said = self.cleaned_data
        kept: dict[str, object] = {
            name: said[name] for name in self.base_fields if name in said and said[name] != ""
        }
        for name in self.questions:
            kept[name] = answered(str(said.get(name, "")))
        return {
            name: one.isoformat() if isinstance(one, datetime) else one
            for name, one in kept.items() if one not in (None, "", [])
        }  # fmt: skip

    @classmethod
    def initial_of(cls, value: Mapping[str, object]) -> dict[str, object]:
        """What stands in the fields for a step that is kept; what has no field is left out."""
        return {name: _as_typed(value[name]) for name in cls.base_fields if name in value}

    def groups(self) -> Iterator[Group]:
        """The fields in order, the time of the step at the end."""
        for name in self.base_fields:
            if name in self.fields:
                yield Group([self[name]])
        yield Group([self["happened_at"]])


def _as_typed(kept: object) -> object:
    if isinstance(kept, bool):
        return "yes" if kept else "no"
    if isinstance(kept, str) and _MOMENT.match(kept):
        return timezone.localtime(datetime.fromisoformat(kept))
    if isinstance(kept, list) and any(isinstance(one, Mapping) for one in kept):
        return "\n".join(_line_of(one) for one in kept)
    return kept


def _line_of(one: object) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    what = str(one.get("what", one.get("region", "")))
    return f"{one['count']} x {what}" if "count" in one else what
