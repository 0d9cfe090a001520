"""What all nine queries read: records that count, states, custody, groups (1.2 to 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import (
    ALWAYS_ON,
    CUSTODY,
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RespondWithin,
    Separate,
)
from standards.durations import ZERO, Duration
from standards.groups import ADULTS, BEGIN_WHEN_KNOWN, CHILDREN, MADE_OF, MEN, WOMEN
from standards.instants import ALWAYS, OPEN, Instant
from standards.person.custody import ADMISSION, CUSTODY_ENDS, CUSTODY_SPELLS
from standards.person.file import GENERAL_POPULATION, PLACEMENT, SEPARATED_STATES
from standards.population.calendar import Calendar, duration_columns
from standards.population.columns import NONE, Columns
from standards.population.stretches import (
    absent,
    cut,
    joined,
    number,
    numbered,
    pick,
    renamed,
    union,
    with_reach,
)

STRETCH = ("start", "end", "zone", "inferred", "plan", "nolog", "presumed")
StateCheck = RecurWithin | MaxDuration | Never | OnlyWith | Quota


class Store(Protocol):
    """Where intermediate tables are kept: a connection that makes temporary tables."""

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        """Compute the table once and give it back to be read."""


class Facts:
    """The facts of an archive as of one moment, as tables in a store."""

    def __init__(
        self,
        columns: Columns,
        checks: Sequence[Check],
        store: Store,
        *,
        as_of: Instant,
        known_at: Instant,
        adult_if_unknown: bool,
    ) -> None:
        self.columns = columns
        self.names = columns.names
        self.checks = checks
        self.store = store
        self.as_of = as_of
        self.known_at = known_at
        self.adult_if_unknown = adult_if_unknown
        self.calendar = _calendar(columns, checks, as_of)
        for name, table in self.calendar.tables().items():
            setattr(self.calendar, name, store.keep(name, table))
        self.live = store.keep("live", self._live())
        self.everybody = store.keep("everybody", self.live.select("who").distinct())
        self.spells = store.keep("spells", self._spells())
        self.custody = store.keep("custody", self._custody())
        self.groups = store.keep("groups", self._groups())
        self.windows = store.keep("windows", self._windows())
        self.signatures = _signatures(self)
        self.parts = store.keep("parts", self.parts_of(uncertain=False))
        self.joined = store.keep("joined", self._joined(self.parts))

    # -- 1.2 what is known ------------------------------------------------------------------

    def _live(self) -> ir.Table:
        r = self.columns.records
        entered = r.filter(
            r.known.isnull() | (r.known <= self.known_at),
            r.voided.isnull() | (r.voided > self.known_at),
        )
        corrected = (
            entered.filter(entered.supersedes != NONE)
            .select(whose=entered.who, old=entered.supersedes)
            .distinct()
        )
        live = entered.anti_join(
            corrected, [entered.who == corrected.whose, entered.name == corrected.old]
        )
        live = live.filter(live.t0.isnull() | (live.t0 <= self.as_of))
        # A spell that ends at or before its beginning holds at no instant (4.21).
        return live.mutate(holds=~live.spell | live.t1.isnull() | (live.t1 > live.t0)).drop(
            "name", "voided", "supersedes"
        )

    def of(self, *types: str) -> ir.Table:
        """The live records of some types."""
        codes = [self.names.number(name) for name in types]
        return self.live.filter(self.live.typ.isin(codes))

    # -- 1.3 states -------------------------------------------------------------------------

    def _spells(self) -> ir.Table:
        """Every state spell with its end: written, open, planned or inferred."""
        t = self.live
        spells = t.filter(t.spell, t.holds)
        told = self._told_ends(spells)
        s = spells.left_join(told, spells.rid == told.spellrid)
        late = s.t1.notnull() & (s.t1 > self.as_of)
        inferred = s.t1.isnull() & s.toldend.notnull()
        return s.mutate(
            start=s.t0,
            end=pick(late, OPEN, ibis.coalesce(s.t1, s.toldend, OPEN)),
            inferred=inferred,
            plan=pick(late, s.t1, absent()),
            presumed=ibis.literal(False),
        ).select("rid", "typ", "who", "key", "place", "uncertain", *STRETCH)

    def _told_ends(self, spells: ir.Table) -> ir.Table:
        """For each spell without a written end, the first later record that contradicts it."""
        code = self.names.number
        pairs = [(code(end), NONE) for end in CUSTODY_ENDS]
        pairs.append((code(PLACEMENT), code(PLACEMENT)))
        pairs += [(code(GENERAL_POPULATION), code(state)) for state in SEPARATED_STATES]
        enders = self.table(
            [{"ender": ender, "ends": ends} for ender, ends in pairs], "ender ends"
        )
        t = self.live.filter(self.live.holds, self.live.t0.notnull())
        later = t.join(enders, t.typ == enders.ender).select("ends", whose="who", moment="t0")
        open_ = spells.filter(spells.t1.isnull())
        met = open_.join(
            later,
            [
                open_.who == later.whose,
                later.moment > open_.t0,
                (later.ends == NONE) | (later.ends == open_.typ),
            ],
        )
        return met.group_by(spellrid=met.rid).aggregate(toldend=met.moment.min())

    def _custody(self) -> ir.Table:
        """Custody as joined stretches; without any record of it, throughout (4.19)."""
        s = self.spells
        codes = [self.names.number(name) for name in CUSTODY_SPELLS]
        written = s.filter(s.typ.isin(codes), ~s.uncertain).select("who", *STRETCH)
        admissions = self.of(ADMISSION)
        admitted = admissions.select("rid", "who", "zone", start="t0")
        ends = self.of(*CUSTODY_ENDS).select(whose="who", moment="t0")
        met = admitted.left_join(
            ends, [admitted.who == ends.whose, ends.moment > admitted.start]
        )
        walked = met.group_by(["rid", "who", "zone", "start"]).aggregate(until=met.moment.min())
        walked = self._definite(walked, walked.start, walked.until.coalesce(OPEN), walked.zone)
        return union(
            written.union(walked).union(self._custody_before(written, admitted, ends)), ["who"]
        )

    def _custody_before(
        self, written: ir.Table, admitted: ir.Table, ends: ir.Table
    ) -> ir.Table:
        """Custody whose beginning is not on file: before the first end, or throughout."""
        who = self.everybody
        first_end = ends.group_by("whose").aggregate(firstend=ends.moment.min())
        first_in = admitted.group_by(inwho=admitted.who).aggregate(firstin=admitted.start.min())
        unwritten = who.anti_join(written, "who")
        t = unwritten.left_join(first_end, unwritten.who == first_end.whose)
        t = t.left_join(first_in, t.who == first_in.inwho)
        t = t.filter(t.firstin.isnull() | (t.firstend < t.firstin))
        zone = ibis.literal(self.columns.zone)
        return self._definite(t, ibis.literal(ALWAYS), t.firstend.coalesce(OPEN), zone)

    def _definite(self, t: ir.Table, start: Any, end: Any, zone: Any) -> ir.Table:
        """Stretches whose ends are not inferred and that carry no flags."""
        return t.select(
            who=t.who,
            start=start.cast("int64"),
            end=end.cast("int64"),
            zone=zone.cast("int64"),
            inferred=ibis.literal(False),
            plan=absent(),
            nolog=ibis.literal(False),
            presumed=ibis.literal(False),
        )

    # -- 1.4 groups -------------------------------------------------------------------------

    def _groups(self) -> ir.Table:
        """Memberships: group, who and a stretch; only groups that some check names."""
        wanted = _group_names(self.checks)
        found = [self._empty("grp")]
        spells = self._group_spells(wanted)
        if spells is not None:
            found.append(spells)
        found += [self._age_group(name) for name in sorted(wanted & {CHILDREN, ADULTS})]
        for name, column in ((WOMEN, "female"), (MEN, "male")):
            if name in wanted:
                p = self.columns.persons
                found.append(self._membership(name, p.filter(p[column]), ALWAYS, OPEN))
        return union(ibis.union(*found) if len(found) > 1 else found[0], ["grp", "who"])

    def _group_spells(self, wanted: set[str]) -> ir.Table | None:
        """Spells as written, never inferred; pregnancy begins when it is known (4.23)."""
        rows = [
            {
                "membertyp": self.names.number(kind),
                "grp": self.names.number(name),
                "whenknown": int(kind in BEGIN_WHEN_KNOWN),
            }
            for name in sorted(wanted - {CHILDREN, ADULTS})
            for kind in MADE_OF.get(name, (name,))
        ]
        if not rows:
            return None
        kinds = self.table(rows, "membertyp grp whenknown")
        t = self.live.filter(self.live.spell)
        t = t.join(kinds, t.typ == kinds.membertyp)
        start = pick(t.whenknown == 1, ibis.greatest(t.t0, t.known.coalesce(t.t0)), t.t0)
        end = pick(t.t1.isnull() | (t.t1 > self.as_of), OPEN, t.t1)
        t = t.mutate(start_=start, end_=end)
        t = t.filter(t.start_ < t.end_, t.start_ <= self.as_of)
        return t.select(
            grp=t.grp,
            who=t.who,
            start=t.start_,
            end=t.end_,
            zone=t.zone,
            inferred=ibis.literal(False),
            plan=absent(),
            nolog=ibis.literal(False),
            presumed=ibis.literal(False),
        )

    def _age_group(self, name: str) -> ir.Table:
        """Children and adults; a birth date that is not known makes a child, flagged."""
        who, p = self.everybody, self.columns.persons
        t = who.left_join(p, who.who == p.who).select(
            who=who.who, ofage=p.ofage, latest=p.latest.coalesce(False)
        )
        if name == ADULTS:
            known = t.filter(t.ofage <= self.as_of)
            adults = self._membership(ADULTS, known, known.ofage, OPEN)
            if self.adult_if_unknown:
                unknown = t.filter(t.ofage.isnull())
                return adults.union(self._membership(ADULTS, unknown, ALWAYS, OPEN))
            return adults
        if self.adult_if_unknown:
            t = t.filter(t.ofage.notnull())
        end = pick(t.ofage.isnull() | (t.ofage > self.as_of), OPEN, t.ofage)
        return self._membership(CHILDREN, t, ALWAYS, end, t.ofage.isnull() | t.latest)

    def _membership(
        self, name: str, t: ir.Table, start: Any, end: Any, presumed: Any = False
    ) -> ir.Table:
        def column(value: Any) -> Any:
            return ibis.literal(value, "int64") if isinstance(value, int) else value.cast("int64")

        return t.select(
            grp=ibis.literal(self.names.number(name), "int64"),
            who=t.who,
            start=column(start),
            end=column(end),
            zone=ibis.literal(self.columns.zone, "int64"),
            inferred=ibis.literal(False),
            plan=absent(),
            nolog=ibis.literal(False),
            presumed=ibis.literal(presumed) if isinstance(presumed, bool) else presumed,
        )

    def _empty(self, label: str) -> ir.Table:
        names = f"{label} who start end zone plan"
        t = self.table([], names)
        return t.select(
            label, "who", "start", "end", "zone", inferred=ibis.literal(False), plan=t.plan,
            nolog=ibis.literal(False), presumed=ibis.literal(False),
        )  # fmt: skip

    # -- 1.5 where a duty lives -------------------------------------------------------------

    def _windows(self) -> ir.Table:
        """Custody, each `while` state, and `always`, as name, who and stretch."""
        code = self.names.number
        names = {c.while_ for c in self.checks if isinstance(c, RespondWithin)}
        names |= {c.while_ for c in self.checks if isinstance(c, Separate) and c.while_}
        states = [code(name) for name in names - {CUSTODY, ALWAYS_ON}]
        c = self.custody
        found = [c.select(*STRETCH, wname=ibis.literal(code(CUSTODY), "int64"), who=c.who)]
        e = self.everybody
        always = self._definite(e, ibis.literal(ALWAYS), ibis.literal(OPEN), ibis.literal(0))
        found.append(always.mutate(wname=ibis.literal(code(ALWAYS_ON), "int64")))
        if states:
            s = self.spells
            spells = s.filter(s.typ.isin(states), ~s.uncertain)
            spells = spells.select(*STRETCH, wname=spells.typ, who=spells.who)
            found.append(union(spells, ["wname", "who"]))
        columns = ["wname", "who", *STRETCH]
        return ibis.union(*(table[columns] for table in found))

    # -- joined spells for every rule about a state -----------------------------------------

    def parts_of(self, *, uncertain: bool) -> ir.Table:
        """The stretches of each signature (state, group, gap, per), cut by group, numbered."""
        sig = self.signatures
        s = self.spells.filter(
            self.spells.uncertain if uncertain else ~self.spells.uncertain
        )
        raw = s.join(sig, s.typ == sig.state)
        raw = raw.mutate(skey=pick(raw.perthing == 1, raw.key, NONE))
        columns = ["sid", "who", "skey", "grp", "gap_m", "gap_d", "gap_u", *STRETCH]
        raw = raw[["state", *columns]]
        if not uncertain:
            c = self.custody
            own = sig.filter(sig.state == self.names.number(CUSTODY))
            custody = c.cross_join(own).mutate(skey=ibis.literal(NONE, "int64"))
            raw = raw.filter(raw.state != self.names.number(CUSTODY)).drop("state")
            raw = raw.union(custody[columns])
        if any(check.group is not None for check in state_checks(self.checks)):
            members = renamed(self.groups, "grp", "who")
            everyone = raw.filter(raw.grp == NONE)
            some = raw.filter(raw.grp != NONE)
            some = cut(some, members, [some.grp == members.grp_, some.who == members.who_])
            raw = everyone.union(some)
        raw = raw.filter(raw.start != ALWAYS)
        gaps = [signature[2] for signature in _signature_list(self.checks)]
        reaching = with_reach(raw, self.calendar, self.as_of, gaps)
        return numbered(reaching, ["sid", "who", "skey"])

    def _joined(self, parts: ir.Table) -> ir.Table:
        return joined(parts, ["sid", "who", "skey"])

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
        some = some.join(
            g,
            [
                some.grp == g.grp_,
                some.who == g.who_,
                g.start_ <= some[moment],
                some[moment] < g.end_,
            ],
        ).drop("grp_", "who_", "start_", "end_")
        everyone = t.filter(t.grp == NONE).mutate(presumed=ibis.literal(False))
        return everyone.union(some)

    def table(self, rows: Sequence[dict[str, Any]], columns: str) -> ir.Table:
        """A small table of whole numbers."""
        names = columns.split()
        data = {n: pa.array([row[n] for row in rows], pa.int64()) for n in names}
        return ibis.memtable(pa.table(data))


def state_checks(checks: Sequence[Check]) -> list[StateCheck]:
    """The checks about a state."""
    kinds = (RecurWithin, MaxDuration, Never, OnlyWith, Quota)
    return [c for c in checks if isinstance(c, kinds) and c.state is not None]


def gap_of(check: Check) -> Duration:
    return check.merge_gap if isinstance(check, RecurWithin | MaxDuration) else ZERO


Signature = tuple[str, str | None, Duration, bool]


def signature_of(check: StateCheck) -> Signature:
    """What decides the joined spells of a check: rules that agree on it share them."""
    assert check.state is not None
    return (check.state, check.group, gap_of(check), check.is_per_thing)


def _signature_list(checks: Sequence[Check]) -> list[Signature]:
    return list(dict.fromkeys(signature_of(check) for check in state_checks(checks)))


def signature_ids(checks: Sequence[Check]) -> dict[Signature, int]:
    return {signature: number for number, signature in enumerate(_signature_list(checks))}


def _signatures(facts: Facts) -> ir.Table:
    code = facts.names.number
    rows = [
        {
            "sid": sid,
            "state": code(state),
            "grp": code(group),
            "perthing": int(per_thing),
            **duration_columns("gap", gap),
        }
        for (state, group, gap, per_thing), sid in signature_ids(facts.checks).items()
    ]
    table = facts.table(rows, "sid state grp perthing gap_m gap_d gap_u")
    return facts.store.keep("signatures", table)


def _group_names(checks: Sequence[Check]) -> set[str]:
    names = {check.group for check in checks if check.group is not None}
    names |= {check.from_group for check in checks if isinstance(check, Separate)}
    return names | {"untried", "sentenced"}


def _calendar(columns: Columns, checks: Sequence[Check], as_of: Instant) -> Calendar:
    """Far enough on both sides for every shift that a check can ask."""
    longest = 0
    for check in checks:
        for name in check.__dataclass_fields__:
            value = getattr(check, name)
            if isinstance(value, Duration):
                days = value.months * 31 + value.days + value.elapsed // 86_400_000_000
                longest = max(longest, days + 1)
    first, last = min(columns.span[0], as_of), max(columns.span[1], as_of)
    return Calendar(columns.zones, (first, last), 3 * longest + 70)
