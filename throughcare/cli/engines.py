"""Which engine a command asks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from standards.findings import Finding


class Engine(StrEnum):
    """The two engines, by the names of the command line."""

    person = "person"
    population = "population"

    def evaluate(self) -> Callable[..., list[Finding]]:
        """The engine's door. The population engine is loaded only when asked for."""
        if self is Engine.person:
            from standards.person.engine import evaluate_archive

            return evaluate_archive
        from standards.population.engine import evaluate_archive as evaluate_population

        return evaluate_population


class Choice(StrEnum):
    """An engine by name, or whichever suits the size."""

    auto = "auto"
    person = "person"
    population = "population"


MANY_RECORDS = 50_000  # above this many the population engine is the faster one


def choose(choice: Choice, records: int) -> Engine:
    """The engine named, or the faster one for so many records."""
    if choice is Choice.auto:
        return Engine.person if records <= MANY_RECORDS else Engine.population
    return Engine(choice.value)
