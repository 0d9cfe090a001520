"""When states hold: the stretches of each named state, from the stays and things of a world."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from bench.engine.draft import NULL, Draft, Ints
from bench.engine.world import AS_OF, FIRST_DAY, STAFF_EACH, Spans, World
from standards.checks import CUSTODY
from standards.instants import DAY, HOUR, MINUTE

# The share of stays during the whole of which a state holds.
WHOLE_STAY = {
    "in_custody_not_in_outdoor_work": 0.6, "fit_and_willing_to_work": 0.25, "working": 0.25,
    "sentence_of_suitable_length": 0.3, "vep_in_custody": 0.02, "child_resident": 0.01,
    "criminal": 0.8, "civil": 0.03, "vep": 0.02, "assessed_vulnerable": 0.03,
    "assessed_recruiter": 0.01, "mental_condition_known": 0.08, "psychiatric_need": 0.04,
    "in_treatment": 0.1, "disability_worsened_by_solitary": 0.02,
}  # fmt: skip
# Shares and longest length of states that come and go; others are as in OTHERS.
PASSING = {
    "solitary": (0.10, 30 * DAY), "separated": (0.12, 25 * DAY), "on_sick_list": (0.2, 12 * DAY),
    "restrained": (0.08, 3 * HOUR), "in_vehicle_without_stop": (0.3, 5 * HOUR),
    "restrained_during_appearance": (0.01, 3 * HOUR), "pregnant": (0.02, 200 * DAY),
    "pregnant_girl": (0.002, 200 * DAY), "mother_with_infant": (0.01, 120 * DAY),
    "breastfeeding": (0.01, 120 * DAY), "labour": (0.005, DAY), "birth_and_after": (0.005, 5 * DAY),
    "special_regime": (0.03, 90 * DAY), "clinical_isolation": (0.03, 15 * DAY),
    "in_protective_custody": (0.03, 60 * DAY), "parted_from_child": (0.02, 90 * DAY),
    "in_disengagement_programme": (0.03, 120 * DAY), "vep_flag_unconfirmed": (0.02, 220 * DAY),
    "intelligence_report_retained": (0.04, 250 * DAY), "investigation_open": (0.04, 60 * DAY),
    "supervised_activity": (0.3, 4 * HOUR),
}  # fmt: skip
OTHERS = (0.01, 6 * DAY)
MORE_THAN_ONCE = {"supervised_activity": 3, "solitary": 2}


@dataclass(slots=True)
class States:
    """The spans of states, each written once."""

    draft: Draft
    world: World
    rng: np.random.Generator
    known: dict[str, Spans] = field(default_factory=dict)

    def spans(self, state: str, per: str = "person") -> Spans:
        """The stretches of a state, written as spell records when first asked for."""
        found = self.known.get(state)
        if found is None:
            if state == CUSTODY:
                found = self.world.stays
            else:
                found = self._of_things(state, per) or self._of_persons(state)
                self._write(state, found)
            self.known[state] = found
        return found

    def _write(self, state: str, spans: Spans) -> None:
        if not len(spans):
            return
        rng, size = self.rng, len(spans)
        # Half of the open ones have a planned end.
        planned = rng.random(size) < 0.5
        t1 = np.where((spans.end > AS_OF) & ~planned, NULL, spans.end)
        nolog = (rng.random(size) < 0.2) if state == "solitary" else False
        self.draft.add(state, spans.who, spans.start, t1=t1, spell=True, nolog=nolog)

    def _of_persons(self, state: str) -> Spans:
        stays, rng, world = self.world.stays, self.rng, self.world
        young = world.child[world.person_of_stay]
        female = world.woman[world.person_of_stay]
        sentence = np.minimum(world.judged_at, stays.end)
        untried = Spans(stays.who, stays.start, sentence)
        tried = Spans(stays.who, world.judged_at, stays.end).take(world.judged_at < stays.end)
        of_tried = world.judged_at < stays.end
        match state:
            case "untried":
                return untried
            case "sentenced" | "sentenced_in_custody":
                return tried
            case "untried_children" | "untried_child_in_custody":
                return untried.take(young)
            case "sentenced_children":
                return tried.take(young[of_tried])
            case "child_in_custody":
                return stays.take(young)
            case "woman_in_custody":
                return stays.take(female)
            case "woman_in_screening_age":
                return stays.take(female & (rng.random(len(stays)) < 0.7))
        if state in WHOLE_STAY:
            return stays.take(rng.random(len(stays)) < WHOLE_STAY[state])
        share, longest = PASSING.get(state, OTHERS)
        return self._passing(share, longest, MORE_THAN_ONCE.get(state, 1))

    def _passing(self, share: float, longest: int, times: int) -> Spans:
        """Stretches inside stays; one in six touches the end of the stay."""
        stays, rng = self.world.stays, self.rng
        stays = stays.take(np.repeat(np.flatnonzero(rng.random(len(stays)) < share), times))
        size = len(stays)
        length = (longest * rng.uniform(0.04, 1.0, size)).astype(np.int64) // MINUTE * MINUTE
        room = np.maximum(stays.end - stays.start - length, 1)
        start = stays.start + (room * rng.random(size)).astype(np.int64) // MINUTE * MINUTE
        at_end = rng.random(size) < 1 / 6
        end = np.where(at_end, stays.end, np.minimum(start + length, stays.end))
        start = np.where(at_end, np.maximum(stays.end - length, stays.start), start)
        return Spans(stays.who, start, end).take(start < np.minimum(end, AS_OF))

    def _of_things(self, state: str, per: str) -> Spans | None:
        """States of prisons, units, workshops and staff."""
        world, rng = self.world, self.rng
        if state == "implicated_staff":
            return self._some_of(world.staff, 0.03, 60 * DAY)
        if per == "unit_and_faith" or per == "unit":
            if state == "night_lock_up":
                # Only one unit in four has dormitories.
                return self._nights(world.units[::4])
            if state == "drinking_water_unavailable":
                return self._repeated(world.units, 12, 3 * HOUR)
            return self._always(world.units)
        if per in ("establishment", "closed_establishment"):
            if state == "establishment_open":
                return self._always(world.prisons)
            return self._some_of(world.prisons, 0.4, 200 * DAY)
        if per == "workshop":
            return self._always(world.workshops)
        if per == "staff_member":
            share = 0.6 if state in ("in_contact_post", "on_duty_post") else 0.15
            return self._some_of(world.staff, share, 700 * DAY)
        rng.random()
        return None

    def _always(self, things: Ints) -> Spans:
        start = np.full(len(things), FIRST_DAY * DAY)
        return Spans(things, start, np.full(len(things), AS_OF + 400 * DAY))

    def _some_of(self, things: Ints, share: float, longest: int) -> Spans:
        rng = self.rng
        some = things[rng.random(len(things)) < share]
        start = FIRST_DAY * DAY + rng.integers(0, 900 * 24, len(some)) * HOUR
        length = (longest * rng.uniform(0.2, 1.0, len(some))).astype(np.int64) // HOUR * HOUR
        return Spans(some, start, start + np.maximum(length, HOUR))

    def _repeated(self, things: Ints, times: int, longest: int) -> Spans:
        who = np.repeat(things, times)
        start = FIRST_DAY * DAY + self.rng.integers(0, 1060 * 48, len(who)) * (HOUR // 2)
        length = self.rng.integers(MINUTE, longest, len(who)) // MINUTE * MINUTE
        return Spans(who, start, start + np.maximum(length, MINUTE))

    def _nights(self, units: Ints) -> Spans:
        """From eight in the evening to six, 20:00 to 06:00 UTC+2 in round numbers."""
        days = np.arange(FIRST_DAY, AS_OF // DAY)
        who = np.repeat(units, len(days))
        start = np.tile(days, len(units)) * DAY + 18 * HOUR
        return Spans(who, start, start + 10 * HOUR)


__all__ = ["STAFF_EACH", "States"]
