"""Who reads what was told to the person: the psychologists, the person, and the lawyer beside."""

from __future__ import annotations

from collections.abc import Callable

from throughcare.access.terms import Act, Compartment


def reads_report(may: Callable[[Act, Compartment], bool]) -> bool:
    """Whether somebody who may so much in a file reads the report to the person.

    Colleagues read the psychological file in short as the person does; legal letters none of them
    reads. The door of the database asks the same.
    """
    if may(Act.READ, Compartment.PSY):
        return True
    return may(Act.READ_REDACTED, Compartment.PSY) and may(Act.READ, Compartment.LEG)
