"""Those who share a place or keep a certificate: what one file must ask of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standards.instants import Instant
from standards.person.file import PersonFile
from standards.places import node_at, zone_of_place
from standards.records import Place
from standards.spells import Stretch

Presence = tuple[PersonFile, Stretch]


class Company:
    """The files of an archive, as far as a rule may look into those of others."""

    def __init__(
        self, files: Mapping[str, PersonFile], places: Mapping[str, Place], zone: str
    ) -> None:
        self._files = files
        self._places = places
        self._zone = zone
        self._present: dict[tuple[int, tuple[str, ...]], dict[str, list[Presence]]] = {}

    def file(self, who: str) -> PersonFile | None:
        """The file of an officer, person or place; None if there is none."""
        return self._files.get(who)

    def present(self, node: str, kinds: tuple[str, ...]) -> Sequence[Presence]:
        """Who was placed in a node, and when, by the named record types."""
        return self._index(node.count("/") + 1, kinds).get(node, ())

    def nodes(self, depth: int) -> Sequence[str]:
        """Every node of that depth in which somebody was placed."""
        return sorted(self._index(depth, ("placement",)))

    def place(self, node: str) -> Place | None:
        """The measures of a node, if written."""
        return self._places.get(node)

    def zone_at(self, node: str) -> str:
        """The zone of a node."""
        return zone_of_place(node, self._places) or self._zone

    def _index(self, depth: int, kinds: tuple[str, ...]) -> dict[str, list[Presence]]:
        known = self._present.get((depth, kinds))
        if known is None:
            known = {}
            for file in self._files.values():
                for kind in kinds:
                    for record in file.of_type(kind):
                        node = node_at(record.place, depth) if record.place else None
                        if node is not None and _holds(record.since, record.until):
                            known.setdefault(node, []).append((file, file.stretch(record)))
            self._present[depth, kinds] = known
        return known


def _holds(since: Instant | None, until: Instant | None) -> bool:
    return since is not None and (until is None or until > since)
