"""What all nine queries read: states, custody, groups and joined spells (1.3 to 1.5)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import ALWAYS_ON, CUSTODY, Check, RespondWithin, Separate
from standards.instants import ALWAYS, OPEN
from standards.population.columns import NONE, Names
from standards.population.ground import STRETCH, Ground, Store, plain_stretch
from standards.population.memberships import memberships
from standards.population.signatures import (
    signature_ids,
    signature_list,
    signature_of,
    signature_rows,
    state_checks,
)
from standards.population.states import custody, state_spells
from standards.population.stretches import cut, joined, numbered, pick, renamed, union, with_reach

__all__ = ["STRETCH", "Facts", "signature_ids", "signature_of", "state_checks"]

_SUBJECT = ["sid", "who", "skey"]
_GAP = ["gap_m", "gap_d", "gap_u"]


class Facts(Ground):
    """The facts of an archive as of one moment, as tables in a store."""

    def __init__(
        self, checks: Sequence[Check], names: Names, store: Store, *, adult_if_unknown: bool
    ) -> None:
        super().__init__(checks, names, store, adult_if_unknown=adult_if_unknown)
        keep = self.store.keep
        self.spells = keep("spells", state_spells(self))
        self.custody = keep("custody", custody(self, self.spells))
        self.groups = keep("groups", memberships(self))
        self.windows = keep("windows", self._windows())
        rows = signature_rows(self.checks, self.names.number)
        columns = " ".join(["sid", "state", "grp", "perthing", *_GAP])
        self.signatures = keep("signatures", self.table(rows, columns))
        self.parts = keep("parts", self.parts_of(uncertain=False))
        self.joined = keep("joined", joined(self.parts, _SUBJECT))

    def _windows(self) -> ir.Table:
        """Where duties live: custody, each `while` state, and `always`."""
        code = self.names.number
        names = {c.while_ for c in self.checks if isinstance(c, RespondWithin)}
        names |= {c.while_ for c in self.checks if isinstance(c, Separate) and c.while_}
        s = self.spells
        states = [code(name) for name in sorted(names - {CUSTODY, ALWAYS_ON})]
        spells = s.filter(s.typ.isin([NONE, *states]), ~s.uncertain)
        found = union(spells.select("who", *STRETCH, wname="typ"), ["wname", "who"])
        always = self.everybody.select("who", **plain_stretch(ALWAYS, OPEN, 0))
        columns = ["wname", "who", *STRETCH]
        return ibis.union(
            found[columns],
            self.custody.mutate(wname=ibis.literal(code(CUSTODY), "int64"))[columns],
            always.mutate(wname=ibis.literal(code(ALWAYS_ON), "int64"))[columns],
        )

    def parts_of(self, *, uncertain: bool) -> ir.Table:
        """The stretches of each signature (state, group, gap, per), cut by group, numbered."""
        sig = self.signatures
        s = self.spells.filter(self.spells.uncertain if uncertain else ~self.spells.uncertain)
        # The state in_custody is custody itself (4.19).
        written = sig.filter(sig.state != self.names.number(CUSTODY))
        raw = s.join(written, s.typ == written.state)
        raw = raw.mutate(skey=pick(raw.perthing == 1, raw.key, NONE))
        columns = [*_SUBJECT, "grp", *_GAP, *STRETCH]
        raw = raw[columns]
        if not uncertain:
            own = sig.filter(sig.state == self.names.number(CUSTODY))
            whole = self.custody.cross_join(own).mutate(skey=ibis.literal(NONE, "int64"))
            raw = raw.union(whole[columns])
        if any(check.group is not None for check in state_checks(self.checks)):
            raw = self._cut_by_group(raw)
        raw = raw.filter(raw.start != ALWAYS)
        gaps = [signature[2] for signature in signature_list(self.checks)]
        return numbered(with_reach(raw, self.calendar, self.as_of, gaps), _SUBJECT)

    def _cut_by_group(self, raw: ir.Table) -> ir.Table:
        """A group cuts a state before its spells are joined (4.26)."""
        members = renamed(self.groups, "grp", "who")
        some = raw.filter(raw.grp != NONE)
        some = cut(some, members, [some.grp == members.grp_, some.who == members.who_])
        return raw.filter(raw.grp == NONE).union(some)

    def joined_for(self, rules: ir.Table) -> ir.Table:
        """Joined spells with the parameters of each rule (rules has `sid`)."""
        return self.joined.join(rules, "sid")

    def members(self, t: ir.Table, moment: str, checks: Sequence[Check]) -> ir.Table:
        """Keep rows whose `who` is in the group `grp` at the moment; add `presumed`."""
        if not any(check.group is not None for check in checks):
            return t.mutate(presumed=ibis.literal(False))
        g = self.groups.select(
            grp_="grp", who_="who", start_="start", end_="end", presumed="presumed"
        )
        some = t.filter(t.grp != NONE)
        within = [g.start_ <= some[moment], some[moment] < g.end_]
        some = some.join(g, [some.grp == g.grp_, some.who == g.who_, *within])
        everyone = t.filter(t.grp == NONE).mutate(presumed=ibis.literal(False))
        return everyone.union(some.drop("grp_", "who_", "start_", "end_"))
