"""Which address leads to which page of this room."""

from __future__ import annotations

from django.urls import path

from throughcare.web.desk.my_file import my_file
from throughcare.web.desk.readers import readers
from throughcare.web.desk.what_may_i import what_may_i

urlpatterns = [
    path("my-file", my_file, name="my_file"),
    path("people/<uuid:person>/readers", readers, name="readers"),
    path("what-may-i", what_may_i, name="what_may_i"),
]
