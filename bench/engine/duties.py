"""The records that each pattern reads: most duties done in time, a few late, a few not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from bench.engine.draft import NULL, Bools, Draft, Ints
from bench.engine.states import States
from bench.engine.world import AS_OF, Spans, World
from standards.checks import CUSTODY, Check, OnlyWith, RecurWithin, RequiresFields, RespondWithin
from standards.durations import Duration
from standards.instants import DAY, HOUR, MINUTE

LATE, MISSING = 0.04, 0.03
EVENT_SHARE = 0.25  # of the stays in which a thing that may happen does
RARE = 0.012  # of the stays in which what must never happen does
_MONTH = 30
_LONGEST = 150 * DAY
_BY_STAFF = ("search", "restraint_use", "assessment", "file_access", "staff_member")
_SPELL_GUARDS = ("valid", "in_force", "in_post", "assigned", "in_charge", "in_catalogue", "lawful",
                 "oversight")  # fmt: skip


def length(duration: Duration) -> int:
    """About how long, for choosing times."""
    return (duration.months * _MONTH + duration.days) * DAY + duration.elapsed


@dataclass(slots=True)
class Duties:
    """Writes records for checks, each kind of event once."""

    draft: Draft
    world: World
    states: States
    rng: np.random.Generator
    done: dict[str, tuple[Ints, Ints, Ints]] = field(default_factory=dict)

    def within(self, spans: Spans) -> Ints:
        """One instant in each stretch, on the minute."""
        room = np.maximum(np.minimum(spans.end, AS_OF) - spans.start, 1)
        return (
            spans.start + (room * self.rng.random(len(spans))).astype(np.int64) // MINUTE * MINUTE
        )

    def stays(self, share: float, name: str = "") -> Spans:
        """Some of the stays; of children or women where the name says so."""
        world = self.world
        chosen = self.rng.random(len(world.stays)) < share
        young = world.child[world.person_of_stay]
        female = world.woman[world.person_of_stay]
        if "child_admitted" in name or "from_mother" in name:
            chosen &= female
        elif "girl" in name:
            chosen = young & (self.rng.random(len(young)) < 0.2)
        elif "child" in name or "school_age" in name:
            chosen = young & (self.rng.random(len(young)) < 4 * share)
        elif "woman" in name or "women" in name:
            chosen = female & (self.rng.random(len(young)) < 4 * share)
        return world.stays.take(chosen)

    def event(self, name: str, *, per: str = "person", share: float = EVENT_SHARE) -> tuple[
        Ints, Ints, Ints
    ]:  # fmt: skip
        """The events of a type: who, when, key; written when first asked for."""
        if name not in self.done:
            who, when = self._moments(name, per, share)
            key = self.draft.new_keys(len(who))
            staff = self.world.staff_for(self.rng, who) if per in _BY_STAFF and len(who) and (
                int(who.min()) >= int(self.world.persons[0])
                and int(who.max()) <= int(self.world.persons[-1])
            ) else -1  # fmt: skip
            self.draft.add(name, who, when, key=key, staff=staff)
            self.done[name] = (who, when, key)
        return self.done[name]

    def _moments(self, name: str, per: str, share: float) -> tuple[Ints, Ints]:
        if per == "establishment":
            who = np.repeat(self.world.prisons, 8)
            start = np.full(len(who), AS_OF - 1000 * DAY)
            spans = Spans(who, start, np.full(len(who), AS_OF))
            return who, self.within(spans)
        if per == "staff_member":
            some = self.world.staff[self.rng.random(len(self.world.staff)) < 0.5]
            start = np.full(len(some), AS_OF - 900 * DAY)
            return some, self.within(Spans(some, start, np.full(len(some), AS_OF)))
        if name == "admission":
            return self.world.stays.who, self.world.stays.start
        if name == "release":
            return self.world.stays.who, self.world.stays.end
        if name.startswith("admission"):
            stays = self.stays(share if "woman" in name or "child" in name else 0.5, name)
            return stays.who, stays.start
        if "death" in name or name == "disappearance":
            share = min(share, 0.01)
        stays = self.stays(share, name)
        if "release" in name:
            return stays.who, stays.end
        return stays.who, self.within(stays)

    # -- respond_within -------------------------------------------------------------------

    def respond(self, checks: Sequence[RespondWithin]) -> None:
        """Triggers, and an answer to most of them."""
        by_trigger: dict[str, list[RespondWithin]] = defaultdict(list)
        for check in checks:
            by_trigger[check.trigger].append(check)
        for trigger, own in by_trigger.items():
            if trigger == "separation_started":
                spans = self.states.spans("separated")
                self.done[trigger] = (spans.who, spans.start, self.draft.new_keys(len(spans)))
                self.draft.add(trigger, spans.who, spans.start, key=self.done[trigger][2])
            who, when, key = self.event(trigger, per=own[0].per)
            for response in dict.fromkeys(check.response for check in own):
                rules = [check for check in own if check.response == response]
                self._answers(response, rules, who, when, key)
            for name in {check.unless for check in own if check.unless is not None}:
                some = self.rng.random(len(who)) < 0.1
                self.draft.add(name, who[some], when[some] + MINUTE, key=key[some])

    def _answers(
        self, response: str, rules: Sequence[RespondWithin], who: Ints, when: Ints, key: Ints
    ) -> None:
        rng, size = self.rng, len(who)
        limit = max(min(length(rule.limit) for rule in rules), MINUTE)
        early = min(length(rule.accept_early) for rule in rules)
        share = np.where(rng.random(size) < LATE, rng.uniform(1.0, 4.0, size), rng.beta(2, 4, size))
        delay = (limit * share).astype(np.int64) // MINUTE * MINUTE
        if early:
            before = rng.random(size) < (0.9 if limit == MINUTE else 0.1)
            ahead = (early * rng.random(size)).astype(np.int64) // MINUTE * MINUTE
            delay = np.where(before, -ahead, delay)
        there = rng.random(size) >= MISSING
        self.draft.add(response, who[there], (when + delay)[there], key=key[there])

    # -- recur_within ---------------------------------------------------------------------

    def recur(self, checks: Sequence[RecurWithin]) -> None:
        """Responses at somewhat shorter intervals than the limit; some of them left out."""
        by_response: dict[tuple[str, str], list[RecurWithin]] = defaultdict(list)
        for check in checks:
            by_response[check.response, check.per].append(check)
        for (response, per), own in by_response.items():
            widest = min(own, key=lambda check: (check.state != CUSTODY, length(check.limit)))
            for check in own:
                self.states.spans(check.state, per)
            spans = self.states.spans(widest.state, per)
            self._series(response, spans, length(widest.limit))

    def _series(self, response: str, spans: Spans, limit: int) -> None:
        rng = self.rng
        # No stay is as long as the longest limits; they are answered all the same.
        limit = min(limit, _LONGEST)
        step = int(limit * 0.85)
        stop = np.minimum(spans.end, AS_OF)
        times = np.minimum(np.maximum((stop - spans.start) // step, 0), 2000)
        row = np.repeat(np.arange(len(spans)), times)
        first = np.cumsum(times) - times
        index = np.arange(len(row)) - first[row] + 1
        wobble = (limit * 0.12 * rng.random(len(row))).astype(np.int64)
        when = spans.start[row] + index * step + wobble // MINUTE * MINUTE
        there = rng.random(len(row)) >= MISSING
        self.draft.add(response, spans.who[row][there], when[there])

    # -- never ----------------------------------------------------------------------------

    def never(self, events: Iterable[str], per: dict[str, str]) -> None:
        """What must not happen, happens now and then."""
        for name in events:
            self.event(name, per=per.get(name, "person"), share=RARE)

    # -- only_with ------------------------------------------------------------------------

    def guarded(self, checks: Sequence[OnlyWith]) -> None:
        """Events, states and plans with the guards that most of them have."""
        for check in checks:
            if check.event is not None:
                self._event_guards(check)
            elif check.state is not None:
                self._state_guards(check)
        self._plans([check for check in checks if check.planned is not None])

    def _event_guards(self, check: OnlyWith) -> None:
        assert check.event is not None
        who, when, key = self.event(check.event, per=check.per, share=0.12)
        if check.event == CUSTODY or not len(who):
            return
        rng, size = self.rng, len(who)
        there = rng.random(size) >= 0.07
        lead, age = length(check.min_lead), 20 * DAY
        if check.max_age is not None:
            age = max(length(check.max_age) - lead, HOUR)
        back = lead + (age * rng.uniform(0.02, 0.9, size)).astype(np.int64) // MINUTE * MINUTE
        self._guard(check.guard, who, when - back, when + 5 * DAY, key, there)
        if check.exempt_if is not None:
            some = rng.random(size) < 0.03
            self.draft.add(check.exempt_if, who[some], when[some] - MINUTE, key=key[some])

    def _guard(
        self, guard: str, who: Ints, start: Ints, end: Ints, key: Ints | int, there: Bools
    ) -> None:
        whose = key[there] if isinstance(key, np.ndarray) else key
        if any(word in guard for word in _SPELL_GUARDS):
            made = np.where(self.rng.random(len(who)) < 0.02, start + HOUR, NULL)[there]
            self.draft.add(
                guard, who[there], start[there], t1=end[there], spell=True, key=whose, made=made
            )
        else:
            self.draft.add(guard, who[there], start[there], key=whose)

    def _state_guards(self, check: OnlyWith) -> None:
        assert check.state is not None
        spans = self.states.spans(check.state, check.per)
        rng, size = self.rng, len(spans)
        if check.max_age is not None and not any(w in check.guard for w in _SPELL_GUARDS):
            self._series(check.guard, spans, length(check.max_age))
            self.draft.add(check.guard, spans.who, spans.start)
            return
        grace = length(check.grace)
        start = spans.start + (grace * rng.random(size)).astype(np.int64) // MINUTE * MINUTE
        # Five in a hundred end too early.
        short = rng.random(size) < 0.05
        end = np.where(short, (start + spans.end) // 2, spans.end)
        self._guard(check.guard, spans.who, start, end, -1, rng.random(size) >= MISSING)

    def _plans(self, checks: Sequence[OnlyWith]) -> None:
        """Planned releases of those sentenced, a third changed once, and what they ask for."""
        world, rng = self.world, self.rng
        stays = world.stays.take(world.judged_at < np.minimum(world.stays.end, AS_OF))
        size = len(stays)
        known = np.minimum(stays.end - rng.integers(5 * DAY, 250 * DAY, size), AS_OF)
        known = np.maximum(known, stays.start + HOUR)
        planned = stays.end + np.where(rng.random(size) < 0.3, rng.integers(0, 9 * DAY, size), 0)
        key = self.draft.new_keys(size)
        self._plan(stays.who, planned, known, key)
        again = (rng.random(size) < 0.3) & (known + 4 * DAY < np.minimum(stays.end, AS_OF))
        self._plan(stays.who[again], stays.end[again], known[again] + 4 * DAY, key[again])
        for check in checks:
            lead = length(check.min_lead)
            share = np.where(rng.random(size) < 0.08, rng.uniform(0.2, 1, size), 1.05)
            when = planned - (lead * share).astype(np.int64) - rng.integers(0, 4 * DAY, size)
            there = rng.random(size) >= 0.06
            self.draft.add(check.guard, stays.who[there], when[there])

    def _plan(self, who: Ints, planned: Ints, known: Ints, key: Ints) -> None:
        there = known <= AS_OF
        self.draft.add("planned_release", who[there], None, planned=planned[there],
                       known=known[there], key=key[there])  # fmt: skip

    # -- requires_fields ------------------------------------------------------------------

    def fields(self, checks: Sequence[RequiresFields]) -> None:
        """The records with their fields: in time, late, blank or not known."""
        by_record: dict[str, list[RequiresFields]] = defaultdict(list)
        for check in checks:
            by_record[check.record].append(check)
        for record, own in by_record.items():
            limits: dict[str, int] = {}
            for check in own:
                for name in check.fields:
                    limits[name] = min(length(check.by), limits.get(name, length(check.by)))
            self._with_fields(record, limits)

    def _with_fields(self, record: str, limits: dict[str, int]) -> None:
        stays = self._of_record(record)
        when = stays.start if record.startswith("admission") else self.within(stays)
        key = self.draft.new_keys(len(stays))
        own = self.draft.add(f"{record}", stays.who, when, key=key)
        others: dict[str, Ints] = {}
        for name, limit in limits.items():
            prefix = name.partition(".")[0]
            index = own
            # `admission` of a woman is known by another name of the same record.
            if not record.startswith(prefix):
                if prefix not in others:
                    others[prefix] = self.draft.add(prefix, stays.who, when + MINUTE, key=key)
                index = others[prefix]
            self._fill(index, name, when, limit)

    def _of_record(self, record: str) -> Spans:
        if record == "training_curriculum":
            prisons = np.repeat(self.world.prisons, 3)
            start = np.full(len(prisons), AS_OF - 1000 * DAY)
            return Spans(prisons, start, np.full(len(prisons), AS_OF))
        if record == "death":
            return self.stays(0.004)
        return self.stays(0.9 if record in ("health_screening",) else 0.2, record)

    def _fill(self, index: Ints, name: str, when: Ints, limit: int) -> None:
        rng, size = self.rng, len(index)
        delay = (limit * rng.beta(2, 4, size)).astype(np.int64)
        late = rng.random(size) < LATE
        delay = np.where(late, limit + rng.integers(MINUTE, 3 * DAY, size), delay)
        entered = np.where(rng.random(size) < MISSING, NULL, when + delay)
        self.draft.fill(index, name, entered, rng.random(size) < 0.02)


def of_kind(checks: Iterable[Check], kind: type[Check]) -> list[Check]:
    return [check for check in checks if type(check) is kind]
