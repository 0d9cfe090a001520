"""Which record types the room can give at all, whether or not there is one yet; a line a topic."""

from __future__ import annotations

from typing import Final

from throughcare.service.training.facts import posts, training

_POSTS: Final = (posts.ON_DUTY, posts.SPECIALISED, posts.SUPERVISED, *posts.OF_KIND.values())

KEPT: Final = frozenset((*_POSTS, *training.GUARDS))
