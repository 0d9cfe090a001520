"""A file is looked through before it is unfolded, so that a dangerous one costs nothing.

The parser is asked for its events only: they need no memory, however the file repeats itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.instruments.naming import named
from throughcare.casework.assessment.instruments.opening import Refused

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING: Final = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_BEGIN: Final = "begin with 'id:', as throughcare/casework/assessment/instruments/generic.yaml does"


def look_through(data: bytes) -> None:
    """Refuse what would unfold, nest too deep or hide something. Raises Refused.

    What is not YAML passes: the reader says where it breaks.
    """
    try:
        _look(yaml.parse(data, Loader=_Loader))
    except yaml.YAMLError:
        return


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come; `keys` only of a mapping."""

    keys: dict[str, int] | None
    wants_key: bool = field(default=True)


def _look(events: Any) -> None:
    inside: list[_Open] = []
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _at(event, "a second document begins here (---)", "one file, one instrument")
        elif isinstance(event, _CLOSING):
            inside.pop()
        elif isinstance(event, yaml.NodeEvent):
            _plain(event)
            _placed(event, inside)
            if isinstance(event, _OPENING):
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                inside.append(_Open({} if is_mapping else None))
                _not_too_deep(event, len(inside))
    if not documents:
        raise Refused(1, "the file is empty", _BEGIN)


def _plain(event: Any) -> None:
    """No alias, no anchor, no tag: each could make more of the file than stands in it."""
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise _at(
            event, "an anchor or alias (&name, *name) is used; it could unfold without end",
            "write the text out again where it is used",
        )  # fmt: skip
    if event.tag is not None:
        raise _at(event, "a tag (!name) is used", "remove it; instruments hold only text")


def _placed(event: Any, inside: list[_Open]) -> None:
    """The top is a mapping; each key of a mapping is a word and stands once."""
    if not inside:
        if not isinstance(event, yaml.MappingStartEvent):
            raise _at(event, "the file is not a mapping: at its top stand no keys", _BEGIN)
        return
    around = inside[-1]
    if around.keys is None:
        return
    if around.wants_key:
        if not isinstance(event, yaml.ScalarEvent):
            raise _at(event, "a key here is not a word", "write a word and a colon")
        key, line = str(event.value), _line(event)
        if key in around.keys:
            what = f"{named(key)} is written twice; the first is on line {around.keys[key]}"
            raise _at(event, what, "keep one of the two")
        around.keys[key] = line
    around.wants_key = not around.wants_key


def _not_too_deep(event: Any, depth: int) -> None:
    most = limit("most_depth")
    if depth > most.value:
        what = f"lists and keys stand more than {most.value} levels inside each other"
        raise _at(event, what, f"write it flatter: {most.why}")


def _at(event: Any, what: str, remedy: str) -> Refused:
    return Refused(_line(event), what, remedy)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
