"""Were people of the two groups in one place at one time? (patterns.md 2.6)"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from standards.checks import Separate
from standards.findings import Finding, Status
from standards.person.answer import about
from standards.person.company import Company
from standards.person.file import PersonFile
from standards.person.guards import agree, exempt_spells
from standards.places import node_at
from standards.records import Record
from standards.spells import Stretch, cut, join, union, without


def separate(check: Separate, file: PersonFile, company: Company) -> list[Finding]:
    """Each stretch that the protected person spent together with the other group."""
    exempt = exempt_spells(check.exempt_if, file)
    together: dict[str, list[Stretch]] = defaultdict(list)
    for key, belongs in _memberships(check, file, check.group):
        for kind in check.placements:
            for record in file.of_type(kind):
                mine = without(_protected(check, file, record, belongs), exempt)
                node = node_at(record.place, check.depth) if record.place else None
                if mine and node is not None:
                    for who, common in _with_others(check, file, company, node, mine, key):
                        together[who] += common
    left = _less_pairs(check, file, together)
    return [
        about(
            check, file, None, Status.BREACHED, spell.start, spell.end,
            duty=spell.start, flags=spell.end_flags(), evidence=spell.evidence,
        )
        for spell in join(left)
    ]  # fmt: skip


def _memberships(
    check: Separate, file: PersonFile, group: str
) -> Iterable[tuple[str | None, list[Stretch]]]:
    """The stretches of a group; with `key`, those of each case apart (ADR 0006)."""
    if check.key is None:
        return [(None, file.group(group))]
    keys = sorted({record.key for record in file.of_type(group)}, key=str)
    return [(key, file.group_of_key(group, key)) for key in keys]


def _protected(
    check: Separate, file: PersonFile, record: Record, belongs: list[Stretch]
) -> list[Stretch]:
    """One placement, cut to the group and to `while`, a state of the protected person."""
    if record.since is None or (record.until is not None and record.until <= record.since):
        return []
    mine = cut([file.stretch(record)], belongs)
    return cut(mine, file.windows(check.while_)) if check.while_ is not None else mine


def _with_others(
    check: Separate,
    file: PersonFile,
    company: Company,
    node: str,
    mine: list[Stretch],
    key: str | None,
) -> Iterator[tuple[str, list[Stretch]]]:
    """The common time with each other person in the node and then in `from_group`."""
    for other, placed in company.present(node, check.placements):
        if other.who == file.who:
            continue
        theirs = [
            belongs
            for other_key, belongs in _memberships(check, other, check.from_group)
            if check.key is None or agree(key, other_key)
        ]
        yield other.who, cut(mine, cut([placed], [part for parts in theirs for part in parts]))


def _less_pairs(
    check: Separate, file: PersonFile, together: Mapping[str, list[Stretch]]
) -> list[Stretch]:
    """Leave out time exempt with the one person named in the key, or with anybody if none is."""
    if check.exempt_pair_if is None:
        return [part for parts in together.values() for part in parts]
    pairs = [
        (record.key, spell)
        for record in file.of_type(check.exempt_pair_if)
        if (spell := file.stretch_as_written(record)) is not None
    ]
    return [
        part
        for who, parts in together.items()
        for part in without(union(parts), [spell for key, spell in pairs if key in (None, who)])
    ]
