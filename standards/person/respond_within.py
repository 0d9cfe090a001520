"""After the trigger, did the response follow within the limit? (patterns.md 2.1)"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from standards.checks import ALWAYS_ON, RespondWithin
from standards.civil import local_day, midnight
from standards.findings import Finding, Flag, Status
from standards.instants import ALWAYS, OPEN, Instant
from standards.person.file import PersonFile
from standards.records import Record
from standards.spells import Stretch

_WITHOUT_END = Stretch(ALWAYS, OPEN, "UTC")


def respond_within(check: RespondWithin, file: PersonFile) -> list[Finding]:
    """One finding for each trigger that raises a duty."""
    duties = [
        (moment, trigger, window, member)
        for moment, trigger in file.events(check.trigger)
        if (window := _window(check, file, moment)) is not None
        and (member := file.in_group(check.group, moment)) is not None
        and not _excepted(check, file, moment, trigger)
    ]
    answers = _match(check, file, [(m, t, w) for m, t, w, _ in duties])
    return [
        _judge(check, file, moment, trigger, window, member, answer)
        for (moment, trigger, window, member), answer in zip(duties, answers, strict=True)
    ]


def _window(check: RespondWithin, file: PersonFile, moment: Instant) -> Stretch | None:
    """The custody or `while` in which the duty lives (1.5, 4.3)."""
    if check.while_ == ALWAYS_ON:
        return _WITHOUT_END
    return file.window_at(check.while_, moment)


def _deadline(check: RespondWithin, moment: Instant, zone: str) -> Instant:
    deadline = check.limit.after(moment, zone)
    if check.to_end_of_day:
        return midnight(local_day(deadline, zone) + 1, zone)
    return deadline


def _excepted(check: RespondWithin, file: PersonFile, moment: Instant, trigger: Record) -> bool:
    """Does a record of `unless`, of the same key, keep the duty from arising (4.24)?"""
    if check.unless is None:
        return False
    deadline = _deadline(check, moment, file.zone_of(trigger))
    return any(
        record.time is not None
        and record.time <= deadline
        and (check.key is None or record.key == trigger.key)
        for record in file.excepting(check.unless)
    )


def _match(
    check: RespondWithin, file: PersonFile, duties: list[tuple[Instant, Record, Stretch]]
) -> list[tuple[Instant, Record] | None]:
    """The answer to each duty: the first one in time; with a key, one answers one (4.5)."""
    responses: dict[str | None, list[tuple[Instant, Record]]] = defaultdict(list)
    for when, record in file.events(check.response):
        responses[record.key if check.key is not None else None].append((when, record))
    used: dict[tuple[Instant, str | None], int] = {}
    answers: list[tuple[Instant, Record] | None] = []
    for moment, trigger, window in duties:
        key = trigger.key if check.key is not None else None
        earliest = check.accept_early.before(moment, file.zone_of(trigger))
        index = bisect_left(responses[key], earliest, key=lambda pair: pair[0])
        if check.key is not None:
            index = max(index, used.get((window.start, key), 0))
        answered = index < len(responses[key]) and responses[key][index][0] <= window.end
        answers.append(responses[key][index] if answered else None)
        if answered:
            used[window.start, key] = index + 1
    return answers


def _judge(
    check: RespondWithin,
    file: PersonFile,
    moment: Instant,
    trigger: Record,
    window: Stretch,
    member: Stretch,
    answer: tuple[Instant, Record] | None,
) -> Finding:
    deadline = _deadline(check, moment, file.zone_of(trigger))
    flags = member.flags
    evidence: tuple[str, ...] = (trigger.id,)
    if answer is not None:
        evidence += (answer[1].id,)
        in_time = answer[0] < deadline or (answer[0] == deadline and not check.to_end_of_day)
        if in_time:
            status, since, until = Status.MET, moment, max(answer[0], moment)
        else:
            status, since, until = Status.BREACHED, deadline, answer[0]
        return _finding(check, file, trigger, moment, status, since, until, flags, evidence)
    if window.end != OPEN:
        ended = flags | {Flag.INFERRED_END} if window.inferred and _shows(check) else flags
        evidence += window.evidence
        if window.end <= deadline:
            status, since = Status.LAPSED, moment
        else:
            status, since = Status.BREACHED, deadline
        return _finding(check, file, trigger, moment, status, since, window.end, ended, evidence)
    late = file.as_of >= deadline if check.to_end_of_day else file.as_of > deadline
    if late:
        return _finding(
            check, file, trigger, moment, Status.BREACHED, deadline, None, flags, evidence
        )
    return _finding(check, file, trigger, moment, Status.DUE, moment, deadline, flags, evidence)


def _shows(check: RespondWithin) -> bool:
    """Custody ends by release, which is no inference; a `while` may end by one (4.22)."""
    return check.while_ != "in_custody"


def _finding(
    check: RespondWithin,
    file: PersonFile,
    trigger: Record,
    moment: Instant,
    status: Status,
    since: Instant,
    until: Instant | None,
    flags: frozenset[str],
    evidence: tuple[str, ...],
) -> Finding:
    keyed = check.key is not None or check.is_per_thing
    return Finding(
        rule=check.rule,
        status=status,
        who=file.who,
        since=since,
        until=until,
        flags=frozenset(Flag(flag) for flag in flags),
        key=trigger.key if keyed else None,
        duty=moment,
        evidence=evidence,
    )
