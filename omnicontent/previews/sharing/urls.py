"""Addresses for people without an account. Nothing below them is cached, listed or indexed."""

from django.urls import path

from omnicontent.previews.sharing import views

VARIANT = "<str:token>/variants/<int:variant_id>"

urlpatterns = [
    path("<str:token>/", views.show_wall, name="share_wall"),
    path(f"{VARIANT}/", views.show_variant, name="share_variant"),
    path(f"{VARIANT}/mock/", views.show_mock, name="share_mock"),
]
