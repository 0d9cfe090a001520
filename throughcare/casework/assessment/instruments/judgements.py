"""Reading the final judgements: a person gives them, and the person assessed is heard."""

from __future__ import annotations

import re
from typing import Final

from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.counting import JUDGEMENTS, label_trouble
from throughcare.casework.assessment.instruments.demands import demands
from throughcare.casework.assessment.instruments.domains import ids_once
from throughcare.casework.assessment.instruments.keys import Keys
from throughcare.casework.assessment.instruments.model import ASSESSOR, Form, Judgement
from throughcare.casework.assessment.instruments.naming import named

_ID: Final = re.compile(r"[a-z][a-z_]{1,39}")
_EVERY: Final = ("id", "title", "type", "rule", "required")
_OWN: Final = {
    Form.TEXT: ("prompts", "allow"),
    Form.LIST: ("fields",),
    Form.CHOICE: ("options", "chosen_by"),
}


def read_judgements(keys: Keys) -> tuple[Judgement, ...]:
    """Every final judgement; those that all instruments ask for must be among them."""
    parts = keys.parts(JUDGEMENTS)
    ids_once(keys, parts, "final judgement")
    judgements = tuple(_judgement(keys, part) for part in parts)
    found = {judgement.id: judgement for judgement in judgements}
    for name, asked in demands().judgements.items():
        if name not in found:
            what = f"there is no final judgement '{name}'"
            keys.problem(JUDGEMENTS, what, f"add id: {name}, type: {asked.form}; {asked.why}")
        elif found[name].form != asked.form:
            what = f"the final judgement '{name}' is not a {asked.form}"
            keys.problem(JUDGEMENTS, what, f"write type: {asked.form}; {asked.why}")
    return judgements


def _judgement(keys: Keys, part: Section) -> Judgement:
    own_id = part.get("id")
    own = keys.page.keys(part, f"final judgement {named(own_id)}" if own_id else "a judgement")
    judgement_id = own.id("id", _ID, "write a short name of small letters")
    given = own.choice("type", tuple(Form))
    form = Form(given or Form.TEXT)
    own.only((*_EVERY, *(_OWN[form] if given else sum(_OWN.values(), ()))))
    if form is Form.CHOICE:
        _by_a_person(own)
    judgement = Judgement(
        id=judgement_id,
        title=own.wording("title", required="write what is asked"),
        form=form,
        required=own.truth("required"),
        prompts=own.wordings("prompts"),
        fields=own.wordings("fields"),
        options=own.wordings("options"),
        rule=own.wording("rule"),
        chosen_by=own.text("chosen_by"),
        may_be=own.texts("allow"),
    )
    if judgement_id == demands().prisoner_view and form is Form.TEXT:
        _view_of_the_prisoner(own, judgement)
    return judgement


def _by_a_person(keys: Keys) -> None:
    """A choice has words to choose from and somebody who chooses."""
    if keys.text("chosen_by") != ASSESSOR:
        what = "this choice is not the assessor's: the software must not give or suggest it"
        keys.problem("chosen_by", what, f"write chosen_by: {ASSESSOR}")
    options = keys.texts("options")
    if len(options) < 2:
        keys.problem("options", "there is nothing to choose from", "write two options or more")
    for option in options:
        trouble = label_trouble(option)
        if trouble:
            what = f"an option is {trouble}, not a word"
            keys.problem("options", what, "write what it means in words")


def _view_of_the_prisoner(keys: Keys, judgement: Judgement) -> None:
    keys.must_be("required", True, "the person is heard, or it is written why not")
    known = demands().without_view
    if set(judgement.may_be) != set(known):
        what = "'allow' does not say how the view may be missing"
        remedy = f"write allow: [{', '.join(known)}]; nobody is asked why, or rated for it"
        keys.problem("allow", what, remedy)
