"""The page on which editors accept promises and acknowledge warnings, by name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied

from omnicontent.phrases import words_of
from omnicontent.previews.builds import sentence
from omnicontent.previews.issues import Reader, Shown, by_sentence, given_in
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.reason_form import ReasonForm
from omnicontent.previews.ways import campaign_url
from omnicontent.releases.errors import ReleasesError
from omnicontent.releases.models import Release
from omnicontent.releases.open_issues import open_issues
from omnicontent.releases.selectors import latest_release, progress
from omnicontent.releases.services import accept, acknowledge
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import in_words

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def show_issues(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the open issues of the newest release's message; settle one that is posted."""
    page = campaign_for(request.user, page_id)
    if page is None:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    release = latest_release(page.translation_key)
    posted = _post(request, page, release) if request.method == "POST" and release else None
    if isinstance(posted, HttpResponse):
        return posted
    return TemplateResponse(
        request, "previews/admin/issues.html", _context(request, page, release, posted)
    )


def _post(request: HttpRequest, page: CampaignPage, release: Release) -> HttpResponse | ReasonForm:
    """Settle what was posted; return the form where its reason can't be taken."""
    key = request.POST.get("key", "")
    shown = _find(request, page, release, key)
    if shown is None:
        messages.error(
            request, _("This issue is no longer open: it was settled or mended meanwhile.")
        )
        return redirect("campaign_issues", page.pk)
    if not shown.may_settle:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    form = ReasonForm(request.POST, prefix=key)
    accepts = request.POST.get("verb") == "accept"
    user = cast("User", request.user)  # the admin lets nobody else in
    if accepts and not form.is_valid():
        return form
    try:
        if accepts:
            reason = form.cleaned_data["reason"]
            accept(release=release, key=key, reason=reason, user=user)
        else:
            acknowledge(release=release, key=key, user=user)
    except ReleasesError as error:
        messages.error(request, in_words(words_of(error)))
    else:
        done = _("Accepted.") if accepts else _("Acknowledged.")
        again = _("Release %(number)s is judged again.") % {"number": release.number}
        messages.success(request, f"{done} {again}")
    return redirect("campaign_issues", page.pk)


def _find(request: HttpRequest, page: CampaignPage, release: Release, key: str) -> Shown | None:
    issues = [issue for issue in open_issues(release) if issue.key == key]
    found = by_sentence(issues, _reader(request, page))
    return next((shown for one in found for shown in one.issues), None)


def _context(
    request: HttpRequest, page: CampaignPage, release: Release | None, form: ReasonForm | None
) -> dict[str, object]:
    title = _("Issues of the message")
    edit_url = campaign_url(request.user, page)
    context: dict[str, object] = {
        "header_title": title,
        "page_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": title},
        ],
        "edit_url": edit_url,
        "history_url": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "media": ReasonForm().media,
    }
    return context | _release_context(request, page, release, form) if release else context


def _release_context(
    request: HttpRequest, page: CampaignPage, release: Release, form: ReasonForm | None
) -> dict[str, object]:
    build = progress(release)
    found = by_sentence(open_issues(release), _reader(request, page, form))
    return {
        "sentence": sentence(build),
        "busy": not build.is_over,
        "sentences": list(found),
        "given": given_in(release),
    }


def _reader(request: HttpRequest, page: CampaignPage, form: ReasonForm | None = None) -> Reader:
    return Reader(request.user, _pages(page), form)


def _pages(page: CampaignPage) -> Mapping[str, Any]:
    """Return the campaign's pages by language, the one at hand first."""
    others = page.get_translations().select_related("locale").specific()
    return {one.locale.language_code: one for one in (page, *others)}
