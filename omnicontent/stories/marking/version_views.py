"""The versions of what is marked in a picture or chosen of a film, and the way back to one."""

from typing import Any, override

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.generic.history import HistoryView
from wagtail.models import Revision

from omnicontent.stories.errors import MarksError
from omnicontent.stories.marking.changing import for_those_who_may_change
from omnicontent.stories.marking.holding import locks_on, titles_of
from omnicontent.stories.marking.version_words import version_in_words
from omnicontent.stories.marking.versions import bring_back
from omnicontent.stories.models import MasterImage, MasterMedia
from omnicontent.stories.wording import in_words

LOCKED_NOW = gettext_lazy("Nothing was changed. What shows this file is locked: %(campaigns)s.")


class VersionColumn(Column):
    """What a version marks, drawn over the picture, with the button that brings it back."""

    class Media:
        css = {"all": ["stories/marks.css"]}

    cell_template_name = "stories/admin/version_cell.html"

    def __init__(self, row: MasterImage | MasterMedia) -> None:
        super().__init__("pk", label=_("What is marked"))
        self.row = row

    @override
    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        row, version = self.row, self.row.with_content_json(instance.content)
        is_latest = instance.pk == row.latest_revision_id
        fits = version.sha256 == row.sha256
        return context | {
            "value": version_in_words(version),
            "is_latest": is_latest,
            "fits": fits,
            "picture": row if fits and isinstance(row, MasterImage) else None,
            "marks": version.known_marks(),
            "url": "" if is_latest or not fits else self._way_back(row, instance),
        }

    def _way_back(self, row: Any, version: Revision) -> str:
        return reverse(f"{NAMES[type(row)]}_version", args=[row.pk, version.pk])


class Versions(HistoryView):
    """Wagtail's history, of the versions themselves: they tell more than that somebody saved."""

    filterset_class = None
    verbose_name_plural = gettext_lazy("versions")

    @cached_property
    def columns(self) -> list[Column]:
        """What is marked, who marked it, and when."""
        return [
            VersionColumn(self.object),
            UserColumn("user", label=_("User"), width="20%"),
            DateColumn("created_at", label=_("Date"), width="15%"),
        ]

    @override
    def get_object(self) -> Any:
        row = super().get_object()
        if not self.user_has_permission_for_instance("change", row):
            raise PermissionDenied
        return row

    @override
    def get_base_queryset(self) -> Any:
        versions = self.object.revisions.select_related("user__wagtail_userprofile")
        return versions.order_by("-created_at", "-pk")


class PictureVersions(Versions):
    """Of a picture."""

    model = MasterImage
    index_url_name = "wagtailimages:index"
    edit_url_name = "wagtailimages:edit"
    history_url_name = "picture_versions"


class FilmVersions(Versions):
    """Of a film."""

    model = MasterMedia
    index_url_name = "wagtailmedia:index"
    edit_url_name = "wagtailmedia:edit"
    history_url_name = "film_versions"


NAMES = {MasterImage: "picture", MasterMedia: "film"}
EDITORS = {MasterImage: "wagtailimages:edit", MasterMedia: "wagtailmedia:edit"}


@for_those_who_may_change(MasterImage)
def bring_picture_back(request: HttpRequest, picture: MasterImage, version: int) -> HttpResponse:
    """Mark a picture again as it was."""
    return _bring_back(request, picture, version)


@for_those_who_may_change(MasterMedia)
def bring_film_back(request: HttpRequest, film: MasterMedia, version: int) -> HttpResponse:
    """Choose again of a film what was chosen."""
    return _bring_back(request, film, version)


def _bring_back(request: HttpRequest, row: MasterImage | MasterMedia, pk: int) -> HttpResponse:
    version = get_object_or_404(row.revisions, pk=pk)
    if locks := locks_on(row, request.user):
        titles = titles_of(locks, request.user)
        messages.warning(request, LOCKED_NOW % {"campaigns": titles})
    else:
        _try_to_bring_back(request, row, version)
    return redirect(EDITORS[type(row)], row.pk)


def _try_to_bring_back(request: HttpRequest, row: Any, version: Revision) -> None:
    try:
        bring_back(row=row, version=version, user=request.user)
    except MarksError as error:
        messages.error(request, in_words(error.args[0]))
    else:
        moment = date_format(localtime(version.created_at), "DATETIME_FORMAT")
        messages.success(request, _("It is marked again as on %(moment)s.") % {"moment": moment})
