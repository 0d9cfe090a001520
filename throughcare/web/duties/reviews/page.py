"""The page on which somebody answers for a breach."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.duties.queries import of_person, reviews_of
from throughcare.duties.queries.why import asked_for
from throughcare.duties.reviewing import need_may_review, review_breach
from throughcare.web.duties.asked import rule_of, since_of
from throughcare.web.duties.reviews.form import ReviewForm
from throughcare.web.duties.shown import ShownDuty, duties_way, one_shown
from throughcare.web.people.acting import Asked
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def review(request: Request, person_id: UUID, rule: str) -> HttpResponse:
    """Ask for the reason and what was done; whoever may not answer is told before typing."""
    rule_of(rule)
    since_of(request)
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    one = _duty(request, file, rule)
    asked = Asked(
        request=request, file=file, here="duties", title=_("Answer for a breach"),
        button=_("Save the answer"), template="duties/review.html",
    )  # fmt: skip

    def write(form: ReviewForm, _sending: object) -> str:
        said, duty = form.cleaned_data, one.one
        assert duty.since is not None  # it is unmasked
        review_breach(
            by=request.viewer, at=request.at, person_id=file.id, rule=rule, since=duty.since,
            key=duty.key, reason=said["reason"], done=said["done"],
        )  # fmt: skip
        return f"{duties_way(file.id)}?done=reviewed"

    return asked.answer(ReviewForm, write, duty=one)


def _duty(request: Request, file: File, rule: str) -> ShownDuty:
    """The breach that is asked about, exactly. Raises NotThere, Refused, NothingToAnswer."""
    found = of_person(request.viewer, file.id, at=request.at)
    duty, exact = asked_for(found, rule, since_of(request), request.GET.get("key", ""))
    if not exact:
        raise NotThere
    need_may_review(request.viewer, duty, at=request.at)
    reviews = reviews_of(request.viewer, [duty], at=request.at)
    return one_shown(duty, at=request.at, reviews=reviews)
