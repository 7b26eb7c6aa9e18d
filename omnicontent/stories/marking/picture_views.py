"""What the picture editor asks while somebody marks: nothing here is saved."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse

from omnicontent.stories.files import as_path
from omnicontent.stories.marking.changing import for_those_who_may_change
from omnicontent.stories.marking.picture_frames import picture_frames
from omnicontent.stories.marking.proposing import propose_marks
from omnicontent.stories.marking.reading import read_marks
from omnicontent.stories.models import MasterImage


@for_those_who_may_change(MasterImage)
def show_frames(request: HttpRequest, picture: MasterImage) -> HttpResponse:
    """Answer posted marks with what every shape in use would show."""
    try:
        marks = read_marks(request.POST.get("marks", ""))
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    size = picture.width_px, picture.height_px
    return JsonResponse({"frames": picture_frames(marks, size)})


@for_those_who_may_change(MasterImage)
def propose_again(request: HttpRequest, picture: MasterImage) -> HttpResponse:
    """Answer with the marks that the picture's own pixels suggest."""
    with as_path(picture.file) as path:
        return JsonResponse({"marks": propose_marks(path).model_dump(mode="json")})
