"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.deeds import page_for
from throughcare.web.safety.separation import doing, ordering, section

_SECTION = "people/<uuid:person_id>/custody/separation"


def _called(way: str) -> str:
    """The name of an address without its numbers."""
    return way.replace("/<uuid:row_id>", "").replace("/", "_").replace("-", "_")


urlpatterns: list[URLPattern] = [
    path(_SECTION, section.separation, name="separation"),
    path(f"{_SECTION}/order", ordering.order, name="separation_order"),
    path(f"{_SECTION}/found", ordering.found, name="separation_found"),
    *(
        path(f"{_SECTION}/{way}", page_for(deed), name=f"separation_{_called(way)}")
        for way, deed in doing.OTHERS.items()
    ),
    *(
        path(
            f"{_SECTION}/orders/<uuid:row_id>/{way}", page_for(deed),
            name=f"separation_order_{_called(way)}",
        )
        for way, deed in doing.OF_AN_ORDER.items()
    ),
    *(
        path(f"{_SECTION}/<uuid:row_id>/{way}", page_for(deed), name=f"separation_{_called(way)}")
        for way, deed in doing.OF_A_ROW.items()
    ),
]  # fmt: skip
