"""What every answer of the API has in common, also those that no route gave."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from omnicontent.api.problems import as_problem

API_PATH = "/api/"
API_URLS = "omnicontent.api.urls"


class ApiMiddleware:
    """Problem documents for all errors, and nothing of one token kept for another.

    It stands before the locale middleware and gives API requests a URLconf of their own: that
    middleware would otherwise redirect each 404 to a page in the visitor's language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer ``request``."""
        if not request.path_info.startswith(API_PATH):
            return self.get_response(request)
        request.urlconf = API_URLS
        response = as_problem(self.get_response(request))
        response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Authorization"])
        return response
