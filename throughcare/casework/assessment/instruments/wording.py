"""The words of an instrument, which nothing writes out by chance where they are licensed."""

from __future__ import annotations

from typing import Any, Final, NoReturn, Self

HIDDEN: Final = "(licensed words)"


class Wording:
    """One text of an instrument.

    `shown` is the text, for the page of whoever may assess; nothing else gives it. Where it is
    licensed, `repr`, `str` and formats say so instead, and it can be neither pickled nor turned
    into JSON. It is no dataclass and no `str`: `asdict`, `json` and `join` would unfold those.
    """

    __slots__ = ("_text", "licensed")
    _text: str
    licensed: bool

    def __init__(self, text: str, *, licensed: bool) -> None:
        object.__setattr__(self, "_text", text)
        object.__setattr__(self, "licensed", licensed)

    @property
    def shown(self) -> str:
        """The text itself. Never for a log, an export or a message."""
        return self._text

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("the words of an instrument do not change")

    def __repr__(self) -> str:
        return HIDDEN if self.licensed else repr(self._text)

    def __str__(self) -> str:
        return HIDDEN if self.licensed else self._text

    def __format__(self, form: str) -> str:
        return format(str(self), form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wording) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        if self.licensed:
            raise TypeError("licensed words are not written to a file, a cache or another process")
        return _open, (self._text,)


def _open(text: str) -> Wording:
    return Wording(text, licensed=False)
