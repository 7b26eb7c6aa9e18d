"""The editor's form, asked about its own words while somebody types. Saves nothing.

The form is built as Wagtail's preview builds it, with Wagtail's own check of who may edit.
"""

from typing import Any, override

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from omnicontent.previews.own_words import judge_page
from omnicontent.stories.forms import CampaignForm
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.own_words import memories_of, remember


class WordsOnEditView(PreviewOnEditView):
    """Answers a posted form with what is to be said about each block of own words."""

    http_method_names = ("post",)
    object: Page

    @override
    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not isinstance(self.object, CampaignPage):
            raise Http404

    @override
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            form = self.get_form(request.POST)
            self.validate_form(form)
            page = _as_typed(form)
        except (KeyError, ValueError):  # the stream's own fields, which no browser leaves out
            words = _("This form is incomplete: load the page again.")
            return JsonResponse({"error": words}, status=400)
        return JsonResponse({"blocks": judge_page(page), "locked": _lock_in_words(request, page)})


class WordsOnCreateView(WordsOnEditView, PreviewOnCreateView):
    """The same for a campaign that nobody has saved yet."""

    @override
    def get_form(self, query_dict: Any) -> Any:
        # Not as Wagtail does for a new page: it fails on a slug that is in use, and autosave may
        # have saved this very page since the editor was opened.
        form = PreviewOnEditView.get_form(self, query_dict)
        self.validate_form(form)
        form.instance.set_url_path(form.parent_page)
        return form


def _as_typed(form: CampaignForm) -> CampaignPage:
    """Return the page with all that the form could read, and its own words even where it can't.

    Two texts for one part are a fault of the form, and still words to check.
    """
    page = form.instance
    if "own_words" in form.errors:
        saved = memories_of(page)
        field = form.fields["own_words"]
        page.own_words = field.widget.value_from_datadict(form.data, form.files, "own_words")
        remember(page, saved)
    return page


def _lock_in_words(request: HttpRequest, page: CampaignPage) -> str:
    """Return why this person can't save the page, empty where they can."""
    lock = page.get_lock() if page.pk else None
    if lock is None or not lock.for_user(request.user):
        return ""
    return strip_tags(lock.get_message(request.user) or _("This page is locked."))
