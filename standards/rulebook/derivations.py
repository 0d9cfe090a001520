"""Derived states and declared assumptions, typed (rulebooks/derivations.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standards.durations import Duration
from standards.rulebook.errors import Problem
from standards.rulebook.fields import Fields
from standards.rulebook.located import Items, Section

DERIVATIONS_FILE = "derivations.yaml"
UNKNOWN = "unknown"
_PARTS_OF_SHARE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSpell:
    """The state holds exactly while the source record does."""

    id: str
    source: str
    state: str
    rule: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SolitaryByLocalDay:
    """Separation is solitary on local days with too little meaningful contact (nmr-44).

    `alone_for` judges a whole local day, `alone_share` a part of one. `assumption` is the
    declared assumption under which separation without any contact log counts as solitary;
    without it such separation is `when_contact_not_kept`: unknown.
    """

    id: str
    source: str
    state: str
    contact: str
    meaningful_kinds: tuple[str, ...]
    not_meaningful_kinds: tuple[str, ...]
    meaningful: tuple[str, ...]
    not_meaningful: tuple[str, ...]
    alone_for: Duration
    alone_share: tuple[int, int]
    when_contact_not_kept: str
    assumption: str
    from_records: tuple[str, ...] = ()
    set_by: str = "rule"
    set_by_note: str = ""
    rule: str = ""
    says: str = ""


Derivation = SameSpell | SolitaryByLocalDay


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something a data set does not tell and whoever checks it declares."""

    name: str
    says: str
    means: str


_SAME = ("id", "rule", "method", "from", "state", "says")
_SOLITARY = (
    *_SAME,
    "contact", "meaningful_kinds", "not_meaningful_kinds", "meaningful", "not_meaningful",
    "alone_for", "alone_share", "when_contact_not_kept", "assumption", "from_records", "set_by",
    "set_by_note",
)  # fmt: skip
METHODS: Mapping[str, tuple[str, ...]] = {
    "same_spell": _SAME,
    "solitary_by_local_day": _SOLITARY,
}


def read_derivations(
    section: Section, file: str
) -> tuple[tuple[Derivation, ...], dict[str, Assumption], list[Problem]]:
    """Read the derivations and assumptions of a rulebook."""
    problems: list[Problem] = []
    top = Fields(section, file, problems, "derivations")
    top.only(("derivations", "assumptions"))
    assumptions = _read_assumptions(top)
    derivations = []
    for part in top.parts("derivations"):
        fields = Fields(part, file, problems, str(part.get("id", "derivation")))
        method = fields.choice("method", METHODS)
        if method in METHODS:
            fields.only(METHODS[method])
            derivations.append(_read_one(fields, method, assumptions))
    return tuple(derivations), assumptions, problems


def _read_one(fields: Fields, method: str, assumptions: Mapping[str, Assumption]) -> Derivation:
    name = fields.text("id", required="give it a name")
    source = fields.text("from", required="name the record type it follows from")
    state = fields.text("state", required="name the state that follows")
    rule, says = fields.text("rule"), fields.text("says")
    if method == "same_spell":
        return SameSpell(id=name, source=source, state=state, rule=rule, says=says)
    assumption = fields.text("assumption", required="name the assumption")
    if assumption and assumption not in assumptions:
        fields.problem("assumption", f"'{assumption}' is not declared", "add it to assumptions")
    fields.choice("when_contact_not_kept", (UNKNOWN,))
    return SolitaryByLocalDay(
        id=name,
        source=source,
        state=state,
        rule=rule,
        says=says,
        contact=fields.text("contact", required="name the record type of contacts"),
        meaningful_kinds=fields.texts("meaningful_kinds", required="list the kinds"),
        not_meaningful_kinds=fields.texts("not_meaningful_kinds"),
        meaningful=fields.texts("meaningful"),
        not_meaningful=fields.texts("not_meaningful"),
        alone_for=fields.duration("alone_for"),
        alone_share=_share(fields),
        when_contact_not_kept=UNKNOWN,
        assumption=assumption,
        from_records=fields.texts("from_records"),
        set_by=fields.choice("set_by", ("rule", "policy")),
        set_by_note=fields.text("set_by_note"),
    )


def _share(fields: Fields) -> tuple[int, int]:
    value = fields.section.get("alone_share")
    if (
        isinstance(value, Items)
        and len(value) == _PARTS_OF_SHARE
        and all(isinstance(item, int) and item > 0 for item in value)
    ):
        return value[0], value[1]
    fields.problem("alone_share", "'alone_share' is not a share", "write it as [22, 24]")
    return 1, 1


def _read_assumptions(top: Fields) -> dict[str, Assumption]:
    found = {}
    for name, section in (top.part("assumptions") or {}).items():
        if not isinstance(section, Section):
            top.problem("assumptions", f"'{name}' says nothing", "write says: and means:")
            continue
        fields = Fields(section, top.file, top.problems, name)
        fields.only(("says", "means"))
        says = fields.text("says", required="say what is assumed, in one sentence")
        found[name] = Assumption(name, says, fields.text("means"))
    return found
