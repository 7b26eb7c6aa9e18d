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
from omnicontent.stories.marking.holding import held_by, titles_of
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

    def __init__(self, row: MasterImage | MasterMedia, version_url_name: str) -> None:
        super().__init__("pk", label=_("What is marked"))
        self.row, self.version_url_name = row, version_url_name

    @override
    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        row, version = self.row, self.row.with_content_json(instance.content)
        fits = version.sha256 == row.sha256
        marks = version.known_marks()
        return context | {
            "value": version_in_words(version),
            "is_latest": instance.pk == row.latest_revision_id,
            "fits": fits,
            "picture": row if fits and isinstance(row, MasterImage) else None,
            "boxes": [
                *(("keep", box) for box in marks.keep),
                *(("avoid", box) for box in marks.avoid),
                *(("crop", crop.box) for crop in marks.crops),
            ],
            "focus": marks.focus,
            "url": reverse(self.version_url_name, args=[row.pk, instance.pk]),
        }


class Versions(HistoryView):
    """Wagtail's history, of the versions themselves; posted to, it brings one of them back."""

    filterset_class = None
    version_url_name = ""
    verbose_name_plural = gettext_lazy("versions")

    @cached_property
    def columns(self) -> list[Column]:
        """What is marked, who marked it, and when."""
        return [
            VersionColumn(self.object, self.version_url_name),
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

    def post(self, request: HttpRequest, *, version: int, **kwargs: Any) -> HttpResponse:
        """Mark the row again as it was, unless a lock holds it."""
        wanted = get_object_or_404(self.object.revisions, pk=version)
        if held := held_by(self.object, request.user):
            messages.warning(request, LOCKED_NOW % {"campaigns": titles_of(held)})
        else:
            self._bring_back(wanted)
        return redirect(self.get_edit_url(self.object))

    def _bring_back(self, version: Revision) -> None:
        try:
            bring_back(row=self.object, version=version, user=self.request.user)
        except MarksError as error:
            messages.error(self.request, in_words(error.args[0]))
        else:
            moment = date_format(localtime(version.created_at), "DATETIME_FORMAT")
            words = _("It is marked again as on %(moment)s.") % {"moment": moment}
            messages.success(self.request, words)


class PictureVersions(Versions):
    """Of a picture."""

    model = MasterImage
    index_url_name = "wagtailimages:index"
    edit_url_name = "wagtailimages:edit"
    history_url_name = "picture_versions"
    version_url_name = "picture_version"


class FilmVersions(Versions):
    """Of a film."""

    model = MasterMedia
    index_url_name = "wagtailmedia:index"
    edit_url_name = "wagtailmedia:edit"
    history_url_name = "film_versions"
    version_url_name = "film_version"
