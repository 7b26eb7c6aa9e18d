"""The API's addresses; config includes them, and API requests see nothing else."""

from django.urls import path

from omnicontent.api.v1 import api

urlpatterns = [path("api/v1/", api.urls)]
