"""A printed page, read back as a print shop and a telephone would."""

import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from omnicontent.media.errors import WordsError
from omnicontent.media.framing.cropping import cover
from omnicontent.media.geometry import Focus
from omnicontent.media.legible import words_fault
from omnicontent.media.pictures.images import make_images
from omnicontent.media.posters.layout import CODE_MM, ink_on, lay_out, rgb
from omnicontent.media.posters.poster import draw_poster
from omnicontent.media.posters.qr_code import QUIET_MODULES
from omnicontent.media.recipes import PosterRecipe
from omnicontent.media.words.contrast import contrast
from omnicontent.media.words.fonts import lacking
from tests.media.photos import photo, saved, with_dot

LINK = "https://shop.example/winter?utm_source=print&utm_medium=poster&utm_campaign=winter#top"
POSTER = PosterRecipe(
    color="#2f6b3c",
    locale="en",
    brand="Greenhouse",
    words=("30% off", "through December 14, 2026", "Code WINTER30"),
    call_to_action="Shop now",
    address="shop.example/winter",
    link=LINK,
    place="Market hall, 12 Quai des Fleurs, Lyon",
    small_print="While stocks last.",
)
LONG = {
    "words": (
        "€1,299.00 instead of €1,499.50",
        "from March 1, 2027 at 10:00 AM through March 31, 2027",
        "Code SPRINGGARDEN2027",
    ),
    "call_to_action": "Book your workshop place today",
    "address": "shop.example.com/city-bikes/spring-collection?cat=all&sort=new",
    "place": "The Greenhouse at the Old Market Hall, 12 Quai des Fleurs, 69002 Lyon",
    "small_print": "One voucher a household, not with other offers, from 50 euros. " * 2,
}
FRENCH = {
    "locale": "fr",
    "brand": "L’Épicerie du Canal",
    "words": (
        "12,50\u202f€ au lieu de 18,00\u202f€",
        "du 1er au 31 août 2026",
        "Code E\u0301TE\u0301",
    ),
    "call_to_action": "Réservez\u00a0!",
}
ARABIC = {
    "locale": "ar",
    "brand": "البيت الأخضر",
    "words": ("خصم 30٪", "حتى 14 ديسمبر 2026", "الرمز WINTER30"),
    "call_to_action": "تسوق الآن",
    "place": "سوق الزهور",
    "small_print": "",
}
BARE = {"words": ("Open day",), "call_to_action": "", "address": "", "link": "", "small_print": ""}


def poster(**changes: object) -> PosterRecipe:
    return POSTER.model_copy(update=changes)


@cache
def printed(recipe: PosterRecipe) -> bytes:
    return draw_poster(photo(432, 336), recipe)


def shown(recipe: PosterRecipe, dots_per_inch: int = 150) -> Image.Image:
    (page,) = pypdfium2.PdfDocument(printed(recipe))
    return page.render(scale=dots_per_inch / 72).to_pil().convert("RGB")


def read(recipe: PosterRecipe) -> str:
    (page,) = pypdfium2.PdfDocument(printed(recipe))
    return page.get_textpage().get_text_bounded()


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def millimeters(box) -> list[float]:
    return [round(float(edge) * 25.4 / 72, 2) for edge in box]


@pytest.mark.parametrize("changes", [{}, LONG, FRENCH, BARE], ids=["short", "long", "fr", "bare"])
def test_the_page_says_its_words_as_text(changes: dict[str, object]) -> None:
    recipe = poster(**changes)

    assert plain(read(recipe)) == plain("".join(recipe.texts))


def test_right_to_left_words_are_shaped_text_from_the_right() -> None:
    recipe = poster(**ARABIC)
    layout = lay_out(recipe)

    # A reader turns lam-alef, one glyph, round in its row: letters are compared, not their order.
    assert sorted(plain(read(recipe))) == sorted(plain("".join(recipe.texts)))
    assert layout.right_to_left
    assert layout.code is not None
    assert layout.code.left == 15
    words = [row for row in layout.rows if row.text in recipe.words]
    assert {round(row.left + row.width, 3) for row in words} == {195}


def test_a_printer_finds_sheet_bleed_and_cut() -> None:
    reader = PdfReader(BytesIO(printed(POSTER)))
    (page,) = reader.pages

    assert reader.pdf_header == "%PDF-1.7"  # the first with this version of profiles
    assert millimeters(page.mediabox) == [0, 0, 230, 317]
    assert millimeters(page.bleedbox) == [7, 7, 223, 310]
    assert millimeters(page.trimbox) == [10, 10, 220, 307]


def test_all_fonts_are_embedded_and_cut_down() -> None:
    recipe = poster(**ARABIC)
    (page,) = PdfReader(BytesIO(printed(recipe))).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]

    assert len(fonts) >= 2
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
        assert "/ToUnicode" in font
        assert descendant.get_object()["/BaseFont"][7] == "+"
    assert len(printed(recipe)) < 600_000


def test_colors_are_srgb_with_its_profile() -> None:
    reader = PdfReader(BytesIO(printed(POSTER)))
    (page,) = reader.pages
    (picture,) = (one.get_object() for one in page["/Resources"]["/XObject"].values())
    plain_colors = page["/Resources"]["/ColorSpace"]["/DefaultRGB"]
    (intent,) = reader.root_object["/OutputIntents"]

    assert picture["/ColorSpace"][0] == plain_colors[0] == "/ICCBased"
    assert "sRGB".encode("utf-16-be") in plain_colors[1].get_object().get_data()
    assert intent.get_object()["/OutputConditionIdentifier"] == "sRGB IEC61966-2.1"


@pytest.mark.parametrize("dots_per_inch", [100, 200])
@pytest.mark.parametrize("changes", [{}, ARABIC, {"link": LINK + "a" * 300}])
def test_a_telephone_reads_the_code(changes: dict[str, object], dots_per_inch: int) -> None:
    recipe = poster(**changes)

    (code,) = zxingcpp.read_barcodes(shown(recipe, dots_per_inch))

    assert code.text == recipe.link
    assert code.ec_level in {"M", "Q", "H"}


def test_the_code_is_large_and_has_its_quiet_zone() -> None:
    layout = lay_out(POSTER)
    assert layout.code is not None
    step = min(run.height for run in layout.modules)
    left = min(run.left for run in layout.modules)
    right = max(run.left + run.width for run in layout.modules)

    assert right - left >= 20
    assert left - layout.code.left == pytest.approx(QUIET_MODULES * step)
    assert layout.code.left + CODE_MM - right == pytest.approx(QUIET_MODULES * step)
    (page,) = PdfReader(BytesIO(printed(POSTER))).pages
    assert len(page.images) == 1  # the photo: the code is vectors


def test_the_same_recipe_gives_the_same_bytes() -> None:
    again = PosterRecipe.model_validate_json(POSTER.model_dump_json())

    assert draw_poster(photo(432, 336), again) == printed(POSTER)


@pytest.mark.parametrize("changes", [{}, LONG, FRENCH, ARABIC, BARE])
def test_everything_stays_clear_of_the_knife(changes: dict[str, object]) -> None:
    layout = lay_out(poster(**changes))

    for row in layout.rows:
        assert row.left >= 14.9
        assert row.left + row.width <= 195.1
        assert row.baseline + 0.3 * row.size <= 292
    for above, below in zip(layout.rows, layout.rows[1:], strict=False):
        assert below.baseline - below.size * 0.86 >= above.baseline


def test_marks_stand_outside_the_bleed() -> None:
    picture = shown(POSTER, 254)  # 10 pixels a millimeter
    dark = picture.convert("L").point(lambda value: 255 if value < 128 else 0)

    for box in ((0, 0, 2300, 70), (0, 0, 70, 3170), (0, 3100, 2300, 3170), (2230, 0, 2300, 3170)):
        assert dark.crop(box).getbbox()
    for box in ((0, 150, 65, 2800), (150, 0, 2000, 65)):
        assert dark.crop(box).getbbox() is None
    assert picture.getpixel((75, 3000)) == picture.getpixel((2225, 3000)) == (47, 107, 60)


def test_the_picture_has_300_dots_per_inch_and_keeps_its_focus(tmp_path: Path) -> None:
    source = saved(with_dot(photo(4000, 1500), 3600, 750, radius=60), tmp_path / "a.png")
    recipe = poster()
    frame = cover(4000, 1500, recipe.width_px, recipe.height_px, Focus(x=0.9, y=0.5))
    recipe = poster(frame=frame)
    path = tmp_path / "poster.pdf"

    (result,) = make_images(source, [(recipe, path)])

    (page,) = PdfReader(path).pages
    (picture,) = page.images
    assert picture.image is not None
    assert picture.image.size == (2551, 1984) == (result.width_px, result.height_px)
    assert result.bytes == path.stat().st_size
    assert result.upscaled > 1
    red, green, blue = picture.image.resize((255, 198)).getpixel((202, 99))
    assert (red > 200, green < 60, blue > 200) == (True, True, True)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_words_stand_out_from_every_color(color: str) -> None:
    assert contrast(ink_on(color), rgb(color)) >= 4.5


def test_the_offer_is_the_largest_and_a_long_one_leaves_the_rest_readable() -> None:
    for changes in ({}, LONG):
        rows = lay_out(poster(**changes)).rows
        offer = max(row.size for row in rows)
        assert rows[1].size == offer
        assert poster(**changes).words[0].startswith(rows[1].text[:3])
        assert min(row.size for row in rows) >= 2.5  # seven points


def test_what_does_not_fit_is_told_before_anything_is_printed() -> None:
    assert "Shorten the longest of them: “word" in str(words_fault(poster(words=("word " * 300,))))
    assert "QR code" in str(words_fault(poster(link="https://shop.example/" + "a" * 1500)))
    assert words_fault(poster()) == ""


def test_a_sign_that_no_font_has_is_named() -> None:
    assert lacking("🦄", bold=True)
    with pytest.raises(WordsError, match="“🦄”"):
        lay_out(poster(small_print="Ride 🦄 today"))


UNSEEN = ("\u200b", " \u00a0", "\u200d", "\u00ad\ufe0f", "\u0301")


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_a_line_without_a_visible_sign_is_dropped(unseen: str) -> None:
    seen = lay_out(poster(words=(unseen, "30% off", unseen), place=unseen, brand=unseen))

    assert [row.text for row in seen.rows][:1] == ["30% off"]
    assert seen.tab is None
    assert lay_out(poster(words=(unseen,))) == lay_out(poster(words=()))
    assert "no words that can be seen" in str(words_fault(poster(words=(unseen,), brand=unseen)))


def test_a_page_without_a_brand_is_printed() -> None:
    assert "30% off" in read(poster(brand=" "))


@settings(max_examples=30)
@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=80))
def test_any_words_fit_or_are_refused_in_words(text: str) -> None:
    recipe = poster(words=(text or "a", text), small_print=text)
    fault = str(words_fault(recipe))
    rows = () if fault else lay_out(recipe).rows

    assert all(row.width <= 180.1 for row in rows)
    assert not fault or "font" in fault or "Shorten" in fault
