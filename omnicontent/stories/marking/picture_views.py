"""What the picture editor asks while somebody marks: nothing here is saved."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from omnicontent.stories.files import as_path
from omnicontent.stories.marking.picture_frames import picture_frames
from omnicontent.stories.marking.proposing import propose_marks
from omnicontent.stories.marking.reading import read_marks
from omnicontent.stories.models import MasterImage

View = Callable[[HttpRequest, MasterImage], HttpResponse]


def _for_those_who_may_change(view: View) -> Callable[[HttpRequest, int], HttpResponse]:
    @require_POST
    @cache_control(private=True, no_store=True)
    @wraps(view)
    def checked(request: HttpRequest, image_id: int) -> HttpResponse:
        picture = get_object_or_404(MasterImage, pk=image_id)
        policy = policy_registry.get_by_type(MasterImage)
        if not policy.user_has_permission_for_instance(request.user, "change", picture):
            raise PermissionDenied
        return view(request, picture)

    return checked


@_for_those_who_may_change
def show_frames(request: HttpRequest, picture: MasterImage) -> HttpResponse:
    """Answer posted marks with what every shape in use would show."""
    try:
        marks = read_marks(request.POST.get("marks", ""))
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    size = picture.width_px, picture.height_px
    return JsonResponse({"frames": picture_frames(marks, size)})


@_for_those_who_may_change
def propose_again(request: HttpRequest, picture: MasterImage) -> HttpResponse:
    """Answer with the marks that the picture's own pixels suggest."""
    with as_path(picture.file) as path:
        return JsonResponse({"marks": propose_marks(path).model_dump(mode="json")})
