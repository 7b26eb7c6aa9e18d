"""A printed page as the preview draws it: laid out as the printer will get it, in millimeters."""

from dataclasses import dataclass

from omnicontent.media.errors import WordsError
from omnicontent.media.posters.layout import SLUG_MM, Layout, crop_marks, lay_out
from omnicontent.media.posters.qr_code import Box
from omnicontent.media.recipes import PosterRecipe

SAFE_MM = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's layout, with what a template can't work out; none where the words don't fit."""

    recipe: PosterRecipe
    layout: Layout
    document_url: str
    """Where the finished PDF is; empty before it is made."""

    @property
    def sheet(self) -> Box:
        """The sheet that crop marks stand on."""
        return self._around(SLUG_MM)

    @property
    def bleed(self) -> Box:
        """What is printed, before it is cut."""
        return self._around(self.recipe.bleed_mm)

    @property
    def trim(self) -> Box:
        """What is left."""
        return self._around(0)

    @property
    def safe(self) -> Box:
        """What no careless cut can hurt."""
        return self._around(-SAFE_MM)

    @property
    def picture(self) -> Box:
        """Where the picture is, in percent of the sheet."""
        sheet, bleed = self.sheet, self.bleed
        height = self.recipe.picture_mm + self.recipe.bleed_mm
        left, top = bleed.left - sheet.left, bleed.top - sheet.top
        across, down = 100 / sheet.width, 100 / sheet.height
        return Box(left * across, top * down, bleed.width * across, height * down)

    @property
    def ink(self) -> str:
        """The color of words, for CSS."""
        return "rgb({} {} {})".format(*self.layout.ink)

    @property
    def code(self) -> str:
        """The dark modules of the QR code, as the path of an SVG."""
        runs = self.layout.modules
        return "".join(
            f"M{b.left:.3f} {b.top:.3f}h{b.width:.3f}v{b.height:.3f}h-{b.width:.3f}z" for b in runs
        )

    @property
    def panel_height(self) -> float:
        """How tall the panel below the picture is, its bleed included."""
        return self.recipe.height_mm + self.recipe.bleed_mm - self.recipe.picture_mm

    @property
    def marks(self) -> tuple[tuple[float, ...], ...]:
        """Lines of the crop marks: x and y of both ends."""
        return crop_marks(self.recipe)

    @property
    def cut_x(self) -> float:
        """How much is cut off at the left and the right, in percent of the sheet."""
        return 100 * SLUG_MM / self.sheet.width

    @property
    def cut_y(self) -> float:
        """How much is cut off at the top and the bottom, in percent of the sheet."""
        return 100 * SLUG_MM / self.sheet.height

    def _around(self, margin: float) -> Box:
        width, height = self.recipe.width_mm, self.recipe.height_mm
        return Box(-margin, -margin, width + 2 * margin, height + 2 * margin)


def paper(recipe: object, document_url: str) -> Paper | None:
    """Return how a poster looks; none for other recipes, and for words that don't fit."""
    if not isinstance(recipe, PosterRecipe):
        return None
    try:
        return Paper(recipe, lay_out(recipe), document_url)
    except WordsError:
        return None  # an issue beside the mock says so
