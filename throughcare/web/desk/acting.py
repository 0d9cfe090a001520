"""One act of a form: done and led on, or refused with its words in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from throughcare.errors import BadInput
from throughcare.web.desk.form import DeskForm


def done(form: DeskForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether what was typed fits and the act went through; if not, the form says why."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except BadInput as refusal:
        form.refuse(refusal)
        return False
    return True
