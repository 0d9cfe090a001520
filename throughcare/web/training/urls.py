"""Which address leads to which page of training."""

from __future__ import annotations

from django.urls import path

from throughcare.web.training import doing, listing, posting, posts

urlpatterns = [
    path("training", listing.page, name="training"),
    path("training/new", doing.new, name="training_new"),
    path("training/posts", posts.page, name="training_posts"),
    path("training/posts/new", posting.new, name="training_post"),
    path("training/posts/<uuid:posting_id>/end", posting.end, name="training_post_end"),
    path("training/posts/<uuid:posting_id>/strike", posting.strike, name="training_post_strike"),
    path("training/meetings/new", posting.meeting, name="training_meeting"),
    path(
        "training/meetings/<uuid:supervision_id>/strike",
        posting.strike_meeting,
        name="training_meeting_strike",
    ),
    path("training/<uuid:certificate_id>/booster", doing.booster, name="training_booster"),
    path("training/<uuid:certificate_id>/withdraw", doing.withdraw, name="training_withdraw"),
]
