"""A name: its parts in the person's own order, each in several spellings, and its use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.people.kinds import Kind, Use
from throughcare.casework.people.values import name_in
from throughcare.kernel.errors import BadName
from throughcare.kernel.names import KIND_WORDS, NamePart, PartKind, PersonName, normalised
from throughcare.web.people.forms.base import LINE, PageForm

FEWEST, MOST, MORE = 3, 12, 2  # rows that are shown
WHOLE: Final = 600  # signs of all parts together
_COLUMNS = ("text", "kind", "spelling", "further")


class NameForm(PageForm):
    """Rows of parts. Empty rows are left out; nothing says which part is the first or the last."""

    kind = Kind.NAME
    layout = "people/forms/name.html"
    use = forms.ChoiceField(label=gettext_lazy("Used as"), choices=Use.choices)

    def __init__(self, *words: Any, **named: Any) -> None:
        given = named.get("data") or (words[0] if words else None)
        super().__init__(*words, **named)
        self.rows = self._how_many(given)
        for row in range(self.rows):
            self._add_row(row)

    def clean(self) -> dict[str, object]:
        """See each spelling, then the whole."""
        cleaned = super().clean() or {}
        for row in range(self.rows):
            self._clean_row(row)
        if not self.errors and not self._parts():
            self.add_error("part0_text", _("Type the name that the person gives, or 'unknown'."))
        if not self.errors and sum(len(text) for text in self.spelled()) > WHOLE:
            self.add_error("part0_text", _("The name is too long. Leave out what is no name."))
        return cleaned

    def value(self) -> dict[str, object]:
        """The value of a fact of the kind name."""
        return {"use": self.cleaned_data["use"], "parts": self.name()}

    def name(self) -> PersonName:
        """What was typed. Raises BadName."""
        return PersonName(tuple(self._parts()))

    def spelled(self) -> list[str]:
        """Every text of the name."""
        return [text for part in self._parts() for text in (part.text, *part.spellings)]

    @property
    def rows_name(self) -> str:
        """Under which name the page says how many rows it shows."""
        return self.add_prefix("rows")

    def table(self) -> list[list[forms.BoundField]]:
        """The fields, row by row."""
        return [[self[f"part{row}_{one}"] for one in _COLUMNS] for row in range(self.rows)]

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """What stands in the fields for a name that is kept."""
        initial: dict[str, object] = {"use": value["use"]}
        parts = name_in(value).parts
        for row, part in enumerate(parts[:MOST]):
            initial |= {f"part{row}_text": part.text, f"part{row}_kind": part.kind.value}
            further = dict(zip(("spelling", "further"), part.spellings, strict=False))
            initial |= {f"part{row}_{name}": text for name, text in further.items()}
        return initial | {"rows": max(len(parts), FEWEST)}

    def _how_many(self, given: Mapping[str, str] | None) -> int:
        said = given.get(self.rows_name) if given else self.initial.get("rows")
        try:
            rows = int(str(said or FEWEST)[:4])
        except ValueError:  # not ours, or a broken page: as many as on a fresh one
            rows = FEWEST
        if given and given.get("more") is not None:
            rows += MORE
        return max(FEWEST, min(rows, MOST))

    def _add_row(self, row: int) -> None:
        labels = {
            "text": gettext_lazy("As the person writes it"),
            "spelling": gettext_lazy("In other letters"),
            "further": gettext_lazy("Another spelling"),
        }
        for name, label in labels.items():
            self.fields[f"part{row}_{name}"] = forms.CharField(
                label=label, required=False, max_length=LINE,
                widget=forms.TextInput(attrs={"class": "form-control", "dir": "auto",
                                              "autocomplete": "off"}),
            )  # fmt: skip
        self.fields[f"part{row}_kind"] = forms.ChoiceField(
            label=gettext_lazy("What it is"), required=False,
            choices=[(one.value, KIND_WORDS[one]) for one in PartKind],
            widget=forms.Select(attrs={"class": "form-select"}),
        )  # fmt: skip

    def _clean_row(self, row: int) -> None:
        for column in ("text", "spelling", "further"):
            name = f"part{row}_{column}"
            text = self.cleaned_data.get(name)
            if text:
                try:
                    self.cleaned_data[name] = normalised(text)
                except BadName as error:
                    self.add_error(name, f"{error.what}. {error.remedy}.")
        spelled = any(self.cleaned_data.get(f"part{row}_{one}") for one in ("spelling", "further"))
        text = f"part{row}_text"
        if spelled and not self.cleaned_data.get(text) and not self.has_error(text):
            self.add_error(text, _("Type this part as the person writes it, too."))

    def _parts(self) -> list[NamePart]:
        said = self.cleaned_data
        return [
            NamePart(
                said[f"part{row}_text"],
                PartKind(said.get(f"part{row}_kind") or PartKind.UNSPECIFIED),
                tuple(
                    text for one in ("spelling", "further")
                    if (text := said.get(f"part{row}_{one}"))
                ),
            )
            for row in range(self.rows) if said.get(f"part{row}_text")
        ]  # fmt: skip
