"""Which address leads to which page of training."""

from __future__ import annotations

from django.urls import path

from throughcare.web.training import doing, listing

urlpatterns = [
    path("training", listing.page, name="training"),
    path("training/new", doing.new, name="training_new"),
    path("training/<uuid:certificate_id>/booster", doing.booster, name="training_booster"),
    path("training/<uuid:certificate_id>/withdraw", doing.withdraw, name="training_withdraw"),
]
