"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from throughcare.casework.custody.queries import Paper
from throughcare.web.custody.printed import pages


class PaperConverter:
    """The kind of a paper in an address."""

    regex = "|".join(Paper)

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(PaperConverter, "paper")

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/custody/printed", pages.papers, name="printed"),
    path("people/<uuid:person_id>/custody/printed/<paper:kind>", pages.paper, name="printed_paper"),
    path("people/<uuid:person_id>/custody/printed/<paper:kind>.pdf", pages.pdf, name="printed_pdf"),
]
