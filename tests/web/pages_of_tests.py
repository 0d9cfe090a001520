"""The service's pages and two more: one with a form behind the door, one sensitive."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path

from throughcare.web.request import Request
from throughcare.web.sign_in.fresh import fresh

ARRIVED: list[dict[str, list[str]]] = []


def note(request: Request) -> HttpResponse:
    """A form as any other: what arrives is written down; an empty text is refused."""
    if request.method == "POST":
        if not request.POST.get("text"):
            return HttpResponse("Write something.", status=422)
        ARRIVED.append({name: request.POST.getlist(name) for name in request.POST})
        return HttpResponseRedirect("/note")
    return HttpResponse("note")


@fresh()
def sensitive(request: Request) -> HttpResponse:
    """The same, and only shortly after a proof."""
    return note(request)


urlpatterns = [
    path("note", note),
    path("sensitive", sensitive),
    path("", include("throughcare.config.urls")),
]
handler400 = "throughcare.web.pages.bad_request"
handler404 = "throughcare.web.pages.not_found"
handler500 = "throughcare.web.pages.failed"
