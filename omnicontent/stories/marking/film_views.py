"""What the film editor asks while somebody chooses windows: nothing here is saved."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from omnicontent.stories.marking.changing import for_those_who_may_change
from omnicontent.stories.marking.film_windows import film_windows
from omnicontent.stories.marking.reading import read_marks, read_own_shots
from omnicontent.stories.marking.shapes import Shape, film_shapes
from omnicontent.stories.models import MasterMedia


@for_those_who_may_change(MasterMedia)
def show_windows(request: HttpRequest, film: MasterMedia) -> HttpResponse:
    """Answer a shape, its chosen windows and the marks with what is shown at each moment."""
    if not (film.width and film.height and film.duration):
        raise Http404
    try:
        own = read_own_shots(request.POST.get("own_shots", ""))
        boxes = read_marks(request.POST.get("marks", ""))
        shape = _shape(request.POST.get("shape", ""))
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    marks = boxes.model_copy(update={"focus": film.known_marks().focus})
    return JsonResponse(film_windows(film, shape, own, marks))


def _shape(label: str) -> Shape:
    for shape in film_shapes():
        if shape.label == label:
            return shape
    raise ValidationError(_("No channel has this shape. Load the page again."))
