"""States and custody over columns: spells with their ends (patterns.md 1.3, 1.5)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from standards.instants import ALWAYS, OPEN
from standards.person.custody import ADMISSION, CUSTODY_ENDS, CUSTODY_SPELLS
from standards.person.file import GENERAL_POPULATION, PLACEMENT, SEPARATED_STATES
from standards.population.columns import NONE
from standards.population.ground import STRETCH, Ground, plain_stretch
from standards.population.stretches import absent, pick, union


def state_spells(g: Ground) -> ir.Table:
    """Every state spell with its end: written, open, planned or inferred."""
    t = g.live
    spells = t.filter(t.spell, t.holds)
    told = _told_ends(g, spells)
    s = spells.left_join(told, spells.rid == told.spellrid)
    late = s.t1.notnull() & (s.t1 > g.as_of)
    return s.mutate(
        start=s.t0,
        end=pick(late, OPEN, ibis.coalesce(s.t1, s.toldend, OPEN)),
        inferred=s.t1.isnull() & s.toldend.notnull(),
        plan=pick(late, s.t1, absent()),
        presumed=ibis.literal(False),
    ).select("rid", "typ", "who", "key", "place", "uncertain", *STRETCH)


def _told_ends(g: Ground, spells: ir.Table) -> ir.Table:
    """For each spell without a written end, the first later record that contradicts it."""
    code = g.names.number
    pairs = [(code(end), NONE) for end in CUSTODY_ENDS]
    pairs.append((code(PLACEMENT), code(PLACEMENT)))
    pairs += [(code(GENERAL_POPULATION), code(state)) for state in sorted(SEPARATED_STATES)]
    enders = g.table([{"ender": ender, "ends": ends} for ender, ends in pairs], "ender ends")
    t = g.live.filter(g.live.holds, g.live.t0.notnull())
    later = t.join(enders, t.typ == enders.ender).select("ends", whose="who", moment="t0")
    unended = spells.filter(spells.t1.isnull())
    met = unended.join(
        later,
        [
            unended.who == later.whose,
            later.moment > unended.t0,
            (later.ends == NONE) | (later.ends == unended.typ),
        ],
    )
    return met.group_by(spellrid=met.rid).aggregate(toldend=met.moment.min())


def custody(g: Ground, spells: ir.Table) -> ir.Table:
    """Custody as joined stretches; without any record of it, throughout (4.19)."""
    codes = [g.names.number(name) for name in CUSTODY_SPELLS]
    written = spells.filter(spells.typ.isin(codes), ~spells.uncertain).select("who", *STRETCH)
    admitted = g.of(ADMISSION).select("rid", "who", "zone", start="t0")
    ends = g.of(*CUSTODY_ENDS).select(whose="who", moment="t0")
    met = admitted.left_join(ends, [admitted.who == ends.whose, ends.moment > admitted.start])
    walked = met.group_by(["rid", "who", "zone", "start"]).aggregate(until=met.moment.min())
    walked = walked.select(
        "who", **plain_stretch(walked.start, walked.until.coalesce(OPEN), walked.zone)
    )
    before = _custody_before(g, written, admitted, ends)
    return union(written.union(walked).union(before), ["who"])


def _custody_before(g: Ground, written: ir.Table, admitted: ir.Table, ends: ir.Table) -> ir.Table:
    """Custody whose beginning is not on file: before the first end, or throughout."""
    first_end = ends.group_by("whose").aggregate(firstend=ends.moment.min())
    first_in = admitted.group_by(inwho=admitted.who).aggregate(firstin=admitted.start.min())
    t = g.everybody.anti_join(written, "who")
    t = t.left_join(first_end, t.who == first_end.whose)
    t = t.left_join(first_in, t.who == first_in.inwho)
    t = t.filter(t.firstin.isnull() | (t.firstend < t.firstin))
    return t.select("who", **plain_stretch(ALWAYS, t.firstend.coalesce(OPEN), g.home_zone))
