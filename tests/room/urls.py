"""Which address leads to which page of the test room."""

from __future__ import annotations

from django.urls import path

from tests.room import pages

urlpatterns = [
    path("<str:compartment>/search", pages.search),
    path("<str:compartment>/export", pages.export),
    path("<str:compartment>/count", pages.count),
    path("<str:compartment>/of/<str:whom>", pages.page),
]
