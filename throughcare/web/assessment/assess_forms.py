"""The forms of an assessment. A rating is a word of the tool; nothing is coloured or counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.assess_terms import (
    Advice,
    Confidence,
    Purpose,
    Reliability,
    SourceKind,
    TookPart,
)
from throughcare.casework.assessment.complete import judgements_asked
from throughcare.casework.assessment.instruments.model import Form, Instrument, Judgement
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.queries import Source
from throughcare.casework.assessment.tools import in_language, tools
from throughcare.web.assessment.forms import OwnForm
from throughcare.web.assessment.tongues import SpokenSelect, spoken
from throughcare.web.custody.fields import line, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import sentence
from throughcare.web.people.forms.base import dress

_A_LINE_EACH = _("One in each line.")
# What the name of a field of a final judgement begins with.
JUDGED = "judged_"


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"})
    return forms.DateField(label=label, widget=widget)


class BeginForm(TimedForm):
    """Which question is asked, with which tool, by which right."""

    purpose = one_of(_("Which question is asked"), Purpose)
    tool_id = forms.ChoiceField(label=_("With which tool"), choices=(), widget=SpokenSelect)
    legal_basis = line(_("Legal basis"), hint=_("The article that lets the service assess."))

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["tool_id"]
        assert isinstance(field, forms.ChoiceField)
        known = {one.id: in_language(one, get_language() or "") for one in tools()}
        field.choices = [
            ("", "—"),
            *((name, f"{one.title} ({one.version})") for name, one in known.items()),
        ]
        assert isinstance(field.widget, SpokenSelect)
        field.widget.tongues = {name: one.language for name, one in known.items()}


class HeardForm(TimedForm):
    """Whether the prisoner took part. Nobody is asked why not."""

    took_part = one_of(
        _("Did the prisoner take part?"), TookPart, only=set(TookPart.values) - {"not_asked"},
        hint=_("To decline is a right. It is never rated."),
    )  # fmt: skip
    own_view = sentence(_("The prisoner's own view, in his or her words"), required=False, rows=5)
    helped_by = line(_("Interpreter or support person"))


class SourceForm(TimedForm):
    """Somebody or something that was consulted."""

    kind = one_of(_("Kind of source"), SourceKind)
    what = sentence(_("What it says"), required=False)
    dated = _day(_("Of which day"))
    reliability = one_of(_("How far it can be relied on"), Reliability)


class RateForm(OwnForm):
    """One answer to one item, with its evidence."""

    code = forms.ChoiceField(label=_("Your answer"), choices=(), widget=forms.RadioSelect)
    evidence = sentence(_("Evidence"), required=False, rows=4)
    besides = sentence(
        _("Leaving belief, worship, dress, diet and origin aside: what was done?"), required=False,
        rows=2, hint=_("Only needed where the answer above speaks of one of these."),
    )  # fmt: skip
    sources = forms.MultipleChoiceField(
        label=_("Which sources say so"), required=False, choices=(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    single_source = tick(_("Only one source says so"))

    def __init__(
        self, *words: Any, scale: Scale, language: str, sources: Sequence[Source], **named: Any
    ) -> None:  # fmt: skip
        super().__init__(*words, **named)
        code, cited = self.fields["code"], self.fields["sources"]
        assert isinstance(code, forms.ChoiceField)
        assert isinstance(cited, forms.MultipleChoiceField)
        code.choices = [(one.code, spoken(one.label.shown, language)) for one in scale.ratings]
        cited.choices = [(str(one.id), f"{one.get_kind_display()}: {one.what}") for one in sources]
        if not sources:
            del self.fields["sources"]


class AdviceForm(TimedForm):
    """What should be done. Help first."""

    kind = one_of(_("Help or limit"), Advice)
    what = sentence(_("What should be done"), required=False, rows=2)
    reason = sentence(_("Why"), required=False, rows=2)
    owner = line(_("Who does it"))
    due = _day(_("Until when"))
    lesser = sentence(
        _("What less was considered"), required=False, rows=2,
        hint=_("For a limit: why something less is not enough."),
    )  # fmt: skip


class JudgedForm(OwnForm):
    """The final judgements of the tool. Each is given by the assessor; nothing suggests one.

    `words`: the tool in the reader's language. An option is kept as the tool itself has it.
    """

    def __init__(
        self, *typed: Any, tool: Instrument, words: Instrument, **named: Any
    ) -> None:  # fmt: skip
        super().__init__(*typed, **named)
        pairs = zip(judgements_asked(tool), judgements_asked(words), strict=True)
        own = {f"{JUDGED}{one.id}": _field(one, said, words.language) for one, said in pairs}
        self.fields = {**own, **self.fields}
        for field in own.values():
            dress(field.widget)


class FinishForm(JudgedForm):
    """The final judgement, and what colleagues read of it once it is approved."""

    shared = sentence(
        _("What colleagues need to know"), required=False, rows=4,
        hint=_("They read this and no rating. Nothing that was said in confidence."),
    )  # fmt: skip
    strengths = sentence(_("Strengths that protect"), required=False, rows=3)
    gaps = sentence(_("What is not known"), required=False, rows=2)
    confidence = one_of(_("How sure you are"), Confidence)


class ConsensusForm(TimedForm):
    """What two raters make of their difference."""

    text = sentence(_("What you make of the difference"), required=False, rows=5)


class NothingForm(TimedForm):
    """A step that asks nothing but to be pressed."""


def judged_of(tool: Instrument, said: Mapping[str, Any]) -> dict[str, Any]:
    """The final judgements that were typed, by their ids, as the action takes them."""
    asked = {one.id: said.get(f"{JUDGED}{one.id}", "") for one in judgements_asked(tool)}
    lists = {one.id for one in judgements_asked(tool) if one.form is Form.LIST}
    return {name: one.splitlines() if name in lists else one for name, one in asked.items()}


def _field(one: Judgement, said: Judgement, language: str) -> forms.Field:
    """One judgement, asked in these words."""
    title = spoken(said.title.shown, language)
    hint = spoken(" · ".join(part.shown for part in (*said.prompts, *said.fields)), language)
    if one.form is Form.CHOICE:
        kept, shown = ([option.shown for option in by.options] for by in (one, said))
        widget = SpokenSelect()
        widget.tongues = dict.fromkeys(kept, language)
        choices = [("", "—"), *zip(kept, shown, strict=True)]
        return forms.ChoiceField(label=title, choices=choices, widget=widget)
    if one.form is Form.LIST:
        return sentence(title, required=False, hint=format_html("{} {}", _A_LINE_EACH, hint))
    return sentence(title, required=False, rows=5, hint=hint)
