"""The service's addresses, and those of the room that only tests have."""

from django.urls import include, path

from throughcare.config.urls import handler400, handler403, handler404, handler500
from throughcare.config.urls import urlpatterns as of_the_service

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *of_the_service,
    path("room/", include("tests.room.urls")),
    path("machines/room/", include("tests.room.api")),
]
