"""Addresses of the releases: nothing but files."""

from django.urls import path

from omnicontent.releases import views

urlpatterns = [path("<str:file_name>", views.rendition_file, name="rendition_file")]
