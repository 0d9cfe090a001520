"""What a message may quote of a file: short codes, never a sentence, as that may be licensed."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"[\w.+-]{1,40}")


def is_code(value: object) -> bool:
    """Whether it is one short word, such as a key or an id."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def named(value: object) -> str:
    """The code in quotes; of anything longer only that it is there."""
    return f"'{value}'" if is_code(value) else "a text (not repeated here)"
