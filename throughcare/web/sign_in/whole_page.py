"""A request by script that is led elsewhere: the whole page goes there, not a part of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect


def is_by_script(request: HttpRequest) -> bool:
    """Whether only a part of a page asks."""
    return "HX-Request" in request.headers


def by_whole_page(request: HttpRequest, answer: HttpResponseRedirect) -> HttpResponseRedirect:
    """The same way, told so that the script takes the whole page along."""
    if is_by_script(request):
        answer.status_code = 204
        answer["HX-Redirect"] = answer.url
        del answer["Location"]
    return answer
