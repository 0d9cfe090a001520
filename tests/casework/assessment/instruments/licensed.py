"""An instrument under a licence, and every text of it that must not leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from tests.casework.assessment.instruments.conftest import HOLDERS_LICENCE, OPEN_LICENCE, TEXT

# Ours under another name, as if a holder had written it: no real tool is in the repository.
LICENSED: Final = (
    TEXT.replace(OPEN_LICENCE, HOLDERS_LICENCE)
    .replace("id: tc-generic", "id: house-tool")
    .replace("title: Throughcare generic needs-and-conduct instrument", "title: House Tool")
)
_SHORTEST = 3  # a text of fewer words may stand in a message by chance
# Words of the generic instrument that our own remedies use as well.
_OUR_REMEDIES = {"not enough information", "choice of chaplain if asked for"}


def texts(value: Any) -> Iterator[str]:
    """Every text below a value of a file."""
    if isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


_READ: Final = yaml.safe_load(LICENSED)
SECRETS: Final = frozenset(
    text
    for part in ("domains", "ratings", "strength_ratings", "final_judgements")
    for text in texts(_READ[part])
    if len(text.split()) >= _SHORTEST and text not in _OUR_REMEDIES
)


def told(text: str) -> set[str]:
    """Which licensed texts stand in a text."""
    return {secret for secret in SECRETS if secret in text}
