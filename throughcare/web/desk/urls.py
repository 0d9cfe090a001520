"""Which address leads to which page of this room."""

from __future__ import annotations

from django.urls import path

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

_EMERGENCY = "people/<uuid:person>/emergency"
_CASES = "people/<uuid:person>/cases"

urlpatterns = [
    path("what-may-i", what_may_i, name="what_may_i"),
    path("my-file", my_file, name="my_file"),
    path("kin", kin, name="kin"),
    path("people/<uuid:person>/readers", readers, name="readers"),
    path(_EMERGENCY, emergency, name="emergency"),
    path(f"{_EMERGENCY}/<int:number>", opened, name="emergency_opened"),
    path("emergencies", emergencies, name="emergencies"),
    path("emergencies/<int:number>/confirm", confirm, name="emergency_confirm"),
    path("emergencies/<int:number>/review", review, name="emergency_review"),
    path("notices/<int:number>/seen", seen, name="notice_seen"),
    path("accounts", listing.accounts, name="accounts"),
    path("accounts/new", listing.new_account, name="account_new"),
    path("accounts/<int:number>", one.account, name="account"),
    path("accounts/<int:number>/suspend", one.suspend, name="account_suspend"),
    path("accounts/<int:number>/restore", one.restore, name="account_restore"),
    path("accounts/<int:number>/password", one.password, name="account_password"),
    path("accounts/<int:number>/own-file", one.own_file, name="account_own_file"),
    path("staff", staff, name="staff"),
    path("staff/<int:number>", posts, name="staff_posts"),
    path("staff/<int:number>/posts/<int:post>/end", end_post, name="staff_post_end"),
    path(_CASES, cases, name="cases"),
    path(f"{_CASES}/<int:number>/end", end_case, name="case_end"),
]
