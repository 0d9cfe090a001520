"""One item a page: what is asked, what each answer looks like, what is evidence and what is not."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.tools import in_language, item_of, scales_of, tool_of
from throughcare.casework.people.queries import file_to_change
from throughcare.web.assessment.assess_doing import open_of
from throughcare.web.assessment.assess_forms import RateForm
from throughcare.web.assessment.doing import SECTION
from throughcare.web.assessment.shown import progress_of
from throughcare.web.custody.sections import sections
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.acting import Asked
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def rate(request: Request, person_id: UUID, row_id: UUID, item: str) -> HttpResponse:
    """Answer one item; a saved answer leads on to the next item that has none.

    It is asked in the reader's language where the tool has it; what is kept is the code.
    Who somebody is (belief, origin, language) is not shown here, and neither is the last answer
    of anybody else.
    """
    file = file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=Compartment.PSY, at=request.at
    )
    seen = open_of(request, file, row_id)
    tool, me = tool_of(seen.row), str(request.viewer.account)
    words = in_language(tool, request.LANGUAGE_CODE)
    scale = scales_of(words, domains_of(tool, seen.row.extent)).get(item)
    if scale is None:
        raise NotThere
    mine = seen.ratings.get(me, {}).get(item)
    initial = {}
    if mine is not None:
        initial = {
            "code": mine.code, "evidence": mine.evidence, "single_source": mine.single_source,
            "sources": [str(one) for one in mine.sources],
        }  # fmt: skip
    asked = item_of(words, item)
    back = f"/people/{file.id}/custody/{SECTION}"

    def write(form: RateForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.rate(
            by=request.viewer, at=request.at, assessment_id=row_id, item=item, code=said["code"],
            evidence=said["evidence"], besides=said["besides"],
            sources=[UUID(one) for one in said.get("sources", ())],
            single_source=said["single_source"],
        )  # fmt: skip
        after = progress_of(open_of(request, file, row_id), tool, me).next_item
        return f"{back}/{row_id}/rate/{after}" if after else f"{back}?done=judged"

    page = Asked(
        request=request, file=file, here="custody", button="",
        # It names a draft too, which must hold no word of a licensed tool.
        title=_("Item %(id)s") % {"id": item},
        template="assessment/rate.html",
    )  # fmt: skip
    return page.answer(
        lambda typed: RateForm(
            typed, at=request.at, initial=initial, scale=scale, sources=seen.sources,
            language=words.language,
        ),
        write, sections=sections(request, file, SECTION), back=back, item=asked, scale=scale,
        row=seen.row, tool=words, written=tool, original=item_of(tool, item),
        original_scale=scales_of(tool, domains_of(tool, seen.row.extent))[item],
        progress=progress_of(seen, words, me),
    )  # fmt: skip
