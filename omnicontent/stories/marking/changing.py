"""The guard of what the editing surfaces ask: only those who may change a row are answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry


def for_those_who_may_change(model: Any) -> Callable[..., Callable[..., HttpResponse]]:
    """Return a decorator that hands a view the row of ``model`` which its address names."""

    def decorate(view: Callable[[HttpRequest, Any], HttpResponse]) -> Callable[..., HttpResponse]:
        @require_POST
        @wraps(view)
        def checked(request: HttpRequest, pk: int) -> HttpResponse:
            row = get_object_or_404(model, pk=pk)
            policy = policy_registry.get_by_type(model)
            if not policy.user_has_permission_for_instance(request.user, "change", row):
                raise PermissionDenied
            return view(request, row)

        return checked

    return decorate
