"""Which address leads to which page of this room."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from throughcare.web.desk.accounts import listing, one
from throughcare.web.desk.emergencies.opened import opened
from throughcare.web.desk.emergencies.taking import emergency
from throughcare.web.desk.emergencies.waiting import confirm, emergencies, review, seen
from throughcare.web.desk.kin import kin
from throughcare.web.desk.my_file import my_file
from throughcare.web.desk.readers import readers
from throughcare.web.desk.staff.cases import cases, end_case
from throughcare.web.desk.staff.posts import end_post, posts, staff
from throughcare.web.desk.what_may_i import what_may_i
from throughcare.web.people.local import local

_EMERGENCY = "people/<uuid:person>/emergency"
_CASES = "people/<uuid:person>/cases"


def _page(way: str, page: Callable[..., HttpResponse], name: str) -> URLPattern:
    """A page whose times are those of the viewer's own place."""
    return path(way, local(page), name=name)


urlpatterns = [
    _page("what-may-i", what_may_i, "what_may_i"),
    _page("my-file", my_file, "my_file"),
    _page("kin", kin, "kin"),
    _page("people/<uuid:person>/readers", readers, "readers"),
    _page(_EMERGENCY, emergency, "emergency"),
    _page(f"{_EMERGENCY}/<int:number>", opened, "emergency_opened"),
    _page("emergencies", emergencies, "emergencies"),
    _page("emergencies/<int:number>/confirm", confirm, "emergency_confirm"),
    _page("emergencies/<int:number>/review", review, "emergency_review"),
    _page("notices/<int:number>/seen", seen, "notice_seen"),
    _page("accounts", listing.accounts, "accounts"),
    _page("accounts/new", listing.new_account, "account_new"),
    _page("accounts/<int:number>", one.account, "account"),
    _page("accounts/<int:number>/suspend", one.suspend, "account_suspend"),
    _page("accounts/<int:number>/restore", one.restore, "account_restore"),
    _page("accounts/<int:number>/password", one.password, "account_password"),
    _page("accounts/<int:number>/own-file", one.own_file, "account_own_file"),
    _page("staff", staff, "staff"),
    _page("staff/<int:number>", posts, "staff_posts"),
    _page("staff/<int:number>/posts/<int:post>/end", end_post, "staff_post_end"),
    _page(_CASES, cases, "cases"),
    _page(f"{_CASES}/<int:number>/end", end_case, "case_end"),
]
