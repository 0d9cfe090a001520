"""What is wrong between entries, and between entries and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from standards.rulebook.check_lint import check_problems
from standards.rulebook.derivations import DERIVATIONS_FILE, Derivation
from standards.rulebook.entry import Entry
from standards.rulebook.errors import Problem
from standards.rulebook.nearest import did_you_mean
from standards.rulebook.vocabulary import APPLIES_TO, VOCABULARY_FILE, Vocabulary


def entry_problems(
    entries: Iterable[Entry], vocabulary: Vocabulary, derivations: Iterable[Derivation]
) -> Iterator[Problem]:
    """Equal ids, and every name that leads nowhere."""
    found: dict[str, Entry] = {}
    everything = list(entries)
    for entry in everything:
        first = found.setdefault(entry.id, entry)
        if first is not entry and entry.id:
            what = f"the id '{entry.id}' stands already in {first.file}:{first.line}"
            yield _problem(entry, what, "give one of the two another id")
    derived = {derivation.id for derivation in derivations}
    for entry in everything:
        yield from check_problems(entry, vocabulary)
        yield from _names(entry, vocabulary, found)
        if entry.derivation and entry.derivation not in derived:
            remedy = did_you_mean(entry.derivation, derived, f"add it to {DERIVATIONS_FILE}")
            yield _problem(entry, f"the derivation '{entry.derivation}' is unknown", remedy)


def _names(entry: Entry, vocabulary: Vocabulary, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    for other in entry.related:
        if other not in entries:
            remedy = did_you_mean(other, entries, "remove it from related")
            yield _problem(entry, f"related '{other}' is no rule", remedy)
    for name in entry.applies_to:
        if name not in vocabulary.of(APPLIES_TO):
            remedy = did_you_mean(name, vocabulary.of(APPLIES_TO), _ADD.format(APPLIES_TO))
            yield _problem(entry, f"applies_to '{name}' is not in the vocabulary", remedy)
    for name in entry.needs:
        if not vocabulary.knows_field(name):
            remedy = did_you_mean(name, vocabulary.field_names(), _ADD.format("records"))
            yield _problem(entry, f"needs '{name}' is not in the vocabulary", remedy)


_ADD = f"add it to {{}} in {VOCABULARY_FILE}"


def _problem(entry: Entry, what: str, remedy: str) -> Problem:
    return Problem(entry.file, entry.line, f"{entry.id}: {what}", remedy)
