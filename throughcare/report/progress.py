"""A progress bar on the error stream; silent where nobody watches."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

Report = Callable[[int, int], None]


class Steps:
    """One bar after another. Does nothing unless a terminal that can redraw is there."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        quiet = not console.is_terminal or console.is_dumb_terminal
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bars = Progress(*columns, console=console, transient=True, disable=quiet)

    def __enter__(self) -> Steps:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def step(self, name: str) -> Report:
        """A new bar; call what comes back with how much is done and how much there is."""
        task = self._bars.add_task(name, total=None)
        return lambda done, total: self._bars.update(task, completed=done, total=total)
