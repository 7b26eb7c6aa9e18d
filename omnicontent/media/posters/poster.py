"""Printed pages as PDF: the picture, words as shaped text with their fonts, the code as vectors.

fpdf2 draws: one small package shapes by HarfBuzz (``uharfbuzz``), sets right-to-left scripts, and
embeds just the used glyphs of TrueType and OpenType fonts. It writes no boxes beside the
sheet's own, so pypdf, plain Python, adds those. All colors are sRGB with its profile; the printer
converts them for the paper.
"""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import cast

from fpdf import FPDF
from fpdf.enums import OutputIntentSubType, PathPaintRule
from fpdf.output import PDFICCProfile
from PIL import Image, ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, RectangleObject

from omnicontent.media.posters.layout import INK, SLUG_MM, Layout, Row, crop_marks, lay_out, rgb
from omnicontent.media.posters.qr_code import Box
from omnicontent.media.recipes import PosterRecipe
from omnicontent.media.words.contrast import WHITE
from omnicontent.media.words.fonts import brand_fonts, font_file

_MARK_LINE_MM = 0.1
_JPEG_QUALITY = 90
_POINTS_PER_MM = 72 / 25.4
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Same recipe, same bytes: a PDF must say when it was made."""


def draw_poster(picture: Image.Image, recipe: PosterRecipe) -> bytes:
    """Return the page around ``picture``, which has the recipe's size in pixels.

    :raises WordsError: the words can't be printed at a size that people can read.
    """
    layout = lay_out(recipe)
    page = _page(recipe)
    _draw_grounds(page, picture, recipe, layout)
    with brand_fonts(recipe.fonts):
        for row in layout.rows:
            _draw_row(page, row, layout)
    _draw_marks(page, recipe)
    return _with_boxes(bytes(page.output()), recipe)


def _page(recipe: PosterRecipe) -> FPDF:
    size = (recipe.width_mm + 2 * SLUG_MM, recipe.height_mm + 2 * SLUG_MM)
    page = FPDF(unit="mm", format=size)
    page.set_creation_date(_MADE)
    page.set_producer("OmniContent")
    page.set_title(recipe.brand)
    page.set_lang(recipe.locale)
    page.set_margin(0)
    page.c_margin = 0
    page.set_auto_page_break(auto=False)
    page.set_text_shaping(use_shaping_engine=True)
    page.add_output_intent(
        OutputIntentSubType.PDFA,
        output_condition_identifier="sRGB IEC61966-2.1",
        registry_name="https://www.color.org",
        dest_output_profile=PDFICCProfile(_srgb(), n=3, alternate="DeviceRGB"),
        info="sRGB IEC61966-2.1",
    )
    page.add_page()
    return page


def _draw_grounds(page: FPDF, picture: Image.Image, recipe: PosterRecipe, layout: Layout) -> None:
    bleed, color = recipe.bleed_mm, rgb(recipe.color)
    width = recipe.width_mm + 2 * bleed
    _fill(page, Box(-bleed, 0, width, recipe.height_mm + bleed), color)
    jpeg = BytesIO()
    picture.save(jpeg, "JPEG", quality=_JPEG_QUALITY, subsampling="4:4:4", icc_profile=_srgb())
    height = recipe.picture_mm + bleed
    page.image(jpeg, SLUG_MM - bleed, SLUG_MM - bleed, width, height)
    if layout.tab:
        _fill(page, layout.tab, color)
    if layout.code:
        _fill(page, layout.code, WHITE)
        _draw_code(page, layout)


def _fill(page: FPDF, box: Box, color: tuple[int, int, int]) -> None:
    page.set_fill_color(*color)
    page.rect(SLUG_MM + box.left, SLUG_MM + box.top, box.width, box.height, style="F")


def _draw_code(page: FPDF, layout: Layout) -> None:
    """Draw all dark modules as one path: no hairlines between them, whatever renders it."""
    with page.new_path(paint_rule=PathPaintRule.FILL_NONZERO) as path:
        path.style.fill_color = "#000000"
        path.style.stroke_color = None
        for run in layout.modules:
            path.rectangle(SLUG_MM + run.left, SLUG_MM + run.top, run.width, run.height)


def _draw_row(page: FPDF, row: Row, layout: Layout) -> None:
    file = font_file(row.text, bold=row.bold)
    family = f"{file.replace('/', '')}{row.bold}".lower()
    if family not in page.fonts:
        page.add_font(family, fname=file)
    page.set_font(family, size=row.size * _POINTS_PER_MM)
    page.set_text_color(*layout.ink)
    # A cell sets its baseline 0.3 of the letters' size below its middle.
    page.set_xy(SLUG_MM + row.left, SLUG_MM + row.baseline - 0.8 * row.size)
    page.cell(row.width, row.size, row.text)


def _draw_marks(page: FPDF, recipe: PosterRecipe) -> None:
    page.set_draw_color(*INK)
    page.set_line_width(_MARK_LINE_MM)
    for mark in crop_marks(recipe):
        page.line(*(SLUG_MM + place for place in mark))


def _with_boxes(data: bytes, recipe: PosterRecipe) -> bytes:
    """Write what a printer's software cuts by, and that plain colors are sRGB."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pdf_header = "%PDF-1.7"  # profiles of version 4 need 1.6, and fpdf2 writes 1.4
    page = writer.pages[0]
    page.trimbox = _box(page.mediabox, SLUG_MM)
    page.bleedbox = _box(page.mediabox, SLUG_MM - recipe.bleed_mm)
    intents = cast("ArrayObject", writer.root_object["/OutputIntents"])
    profile = cast("DictionaryObject", intents[0]).raw_get("/DestOutputProfile")
    managed = ArrayObject([NameObject("/ICCBased"), profile])
    resources = cast("DictionaryObject", page["/Resources"])
    spaces = DictionaryObject({NameObject("/DefaultRGB"): managed})
    resources[NameObject("/ColorSpace")] = spaces
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _box(media: RectangleObject, inset_mm: float) -> RectangleObject:
    inset = inset_mm * _POINTS_PER_MM
    left, bottom, right, top = map(float, media)
    return RectangleObject((left + inset, bottom + inset, right - inset, top - inset))


@cache
def _srgb() -> bytes:
    """Return the profile of sRGB without the moment of its making, which LittleCMS writes."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + bytes(12) + profile[36:]
