"""The editor's preview panel for reviewers: who may approve a page sees it, also without editing.

Wagtail's own view asks for the right to edit, so a reviewer's panel would stay empty.
"""

from typing import Any, override

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.views.pages.preview import PreviewOnEditView
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override


class ReviewablePreview(PreviewOnEditView):
    """Wagtail's preview; who can't save sees the saved draft, whatever the locked form sends."""

    reviewing = False

    @override
    def get_object(self) -> Page:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"])
        may = page.permissions_for_user(self.request.user)
        saves = may.can_edit() and not may.page_locked()
        self.reviewing = not saves and (may.can_publish() or may.can_edit())
        return page.get_latest_revision_as_object() if self.reviewing else super().get_object()

    @override
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.reviewing:
            return JsonResponse({"is_valid": True, "is_available": True})
        return super().post(request, *args, **kwargs)

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._draft(request) if self.reviewing else super().get(request, *args, **kwargs)

    @xframe_options_sameorigin_override
    def _draft(self, request: HttpRequest) -> HttpResponse:
        mode = request.GET.get("mode", self.object.default_preview_mode)
        return self.object.make_preview_request(request, mode, self.get_extra_request_attrs())
