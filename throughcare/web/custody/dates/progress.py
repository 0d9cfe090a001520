"""A page that says how far a long act is, without script: a line every two seconds until it ends.

The act runs in a thread with a connection of its own, in its own transaction. If the browser goes
away the act goes on to its end; the page of the decree says then what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from django.db import connection
from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from throughcare.errors import BadInput
from throughcare.web.people.trouble import trouble_of
from throughcare.web.request import Request

Progress = Callable[[int, int], None]
Work = Callable[[Progress], str]

EVERY: Final = 2.0  # seconds between two lines
_MARK: Final = "<!-- progress -->"


def streamed(
    request: Request, title: str, work: Work, *, every: float = EVERY
) -> StreamingHttpResponse:
    """Do the work and tell how far it is; at the end the way on, or why nothing was done."""
    page = render_to_string("custody/dates/progress.html", {"title": title}, request=request)
    head, _between, foot = page.partition(_MARK)
    return StreamingHttpResponse(_told(head, foot, work, every))


def _told(head: str, foot: str, work: Work, every: float) -> Iterator[str]:
    said: SimpleQueue[str] = SimpleQueue()
    far: list[tuple[int, int]] = []
    language, zone = translation.get_language(), timezone.get_current_timezone()

    def run() -> None:
        with translation.override(language), timezone.override(zone):
            try:
                said.put(_end(work, lambda now, whole: far.append((now, whole))))
            finally:
                connection.close()

    worker = Thread(target=run)
    worker.start()
    yield head
    with translation.override(language):
        while True:
            try:
                yield said.get(timeout=every)
                break
            except Empty:
                now, whole = far[-1] if far else (0, 0)
                yield format_html("<p>{} {} / {}</p>\n", _("Done:"), now, whole)
    worker.join()
    yield foot


def _end(work: Work, progress: Progress) -> str:
    try:
        way = work(progress)
    except BadInput as error:
        trouble = trouble_of(error)
        return format_html(
            '<section class="refused" role="alert"><p><strong>{}</strong></p><p>{}</p></section>',
            trouble.what, trouble.remedy,
        )  # fmt: skip
    except Exception:
        sentence = _("Nothing was done: it broke off. Try again, or tell whoever runs the service.")
        return format_html('<section class="refused" role="alert"><p>{}</p></section>', sentence)
    return format_html('<p><strong>{}</strong> <a href="{}">{}</a></p>',
                       _("It is done."), way, _("Look at the result"))  # fmt: skip
