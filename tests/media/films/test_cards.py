import pytest
from PIL import ImageColor

from omnicontent.media.errors import WordsError
from omnicontent.media.films.cards import INK, draw_card, fit_button, fit_card
from omnicontent.media.recipes import ClosingCard
from omnicontent.media.words.contrast import WHITE, contrast
from omnicontent.media.words.overlay import safe_box

CARD = ClosingCard(
    headline="Un été à l’œuvre : –30 % sur tous les ateliers",
    lines=("12,50 € au lieu de 18 €", "Code ÉTÉ26, jusqu’au 31 août"),
    call_to_action="Réservez votre place",
)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1080, 1080), (360, 640)])
def test_the_card_stays_in_the_safe_zone(size: tuple[int, int]) -> None:
    box = draw_card(CARD, size).convert("L").point(lambda v: 255 if v > 100 else 0).getbbox()

    assert box is not None
    left, top, right, bottom = safe_box(*size)
    assert left <= box[0]
    assert top <= box[1]
    assert box[2] <= right + 1
    assert box[3] <= bottom
    assert box[3] - box[1] > size[1] * 0.15


def test_the_card_can_be_read() -> None:
    assert contrast(INK, WHITE) >= 4.5


def test_a_card_without_a_call_has_no_button() -> None:
    bare = ClosingCard(headline="Sale")

    whites = [
        {color: count for count, color in draw_card(card, (360, 640)).getcolors(100_000) or []}
        for card in (bare, bare.model_copy(update={"call_to_action": "Go"}))
    ]

    assert whites[0].get(WHITE, 0) < whites[1][WHITE]


def test_a_call_too_long_to_read_is_refused() -> None:
    card = ClosingCard(headline="Sale", call_to_action="Book your place today " * 20)

    with pytest.raises(WordsError, match="call to action"):
        draw_card(card, (1080, 1920))


ADDRESS = "Shop bikes: shop.example.com/city-bikes?cat=all&sort=new"


def test_a_long_address_is_broken_before_it_becomes_too_small_to_read() -> None:
    left, _top, right, _bottom = safe_box(1080, 1920)
    button = fit_button(ADDRESS, right - left, 58)

    assert button
    assert button.size >= 32  # 11 points on a phone that shows 1080 pixels as 390
    assert button.width <= right - left
    assert button.rows == (
        "Shop bikes:",
        "shop.example.com/",
        "city-bikes?cat=all&sort=new",
    )


@pytest.mark.parametrize("path", ["a" * 60, "-".join(["winter"] * 20)])
def test_the_longest_addresses_get_small_and_stay_inside(path: str) -> None:
    card = ClosingCard(headline="Sale", call_to_action=f"Shop: shop.example/{path}")
    box = draw_card(card, (1080, 1920)).convert("L").point(lambda v: 255 * (v > 100)).getbbox()

    assert box
    _left, _top, right, bottom = safe_box(1080, 1920)
    assert box[2] <= right + 1
    assert box[3] <= bottom


def test_a_call_stays_in_one_row_where_there_is_room() -> None:
    button = fit_button("Shop now: shop.example", 1700, 58)

    assert button
    assert (button.rows, button.size) == (("Shop now: shop.example",), 58)


def test_words_that_run_to_the_left_begin_at_the_right() -> None:
    card = ClosingCard(headline="مرحبا", lines=("EID-50",), call_to_action="Go")
    box = draw_card(card, (1080, 1920)).convert("L").point(lambda v: 255 * (v > 100)).getbbox()

    assert box
    left, _top, right, _bottom = safe_box(1080, 1920)
    assert right - box[2] < 20
    assert box[0] - left > 100


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_on_a_bare_screen_the_card_keeps_its_letters_large(size: tuple[int, int]) -> None:
    card = CARD.model_copy(update={"words_min_px": 48, "call_to_action": ADDRESS})
    lines, button = fit_card(card, size)
    box = draw_card(card, size).convert("L").point(lambda v: 255 * (v > 100)).getbbox()

    assert button
    assert min(button.size, *(line.size for line in lines)) >= 48
    assert box
    assert box[0] >= size[0] * 0.05
    assert box[2] <= size[0] * 0.95 + 1


def test_a_call_too_long_for_large_letters_is_refused() -> None:
    long = CARD.model_copy(update={"call_to_action": "Shop: shop.example/" + "a" * 60})

    fit_card(long, (1080, 1920))
    with pytest.raises(WordsError, match="call to action"):
        fit_card(long.model_copy(update={"words_min_px": 48}), (1080, 1920))


@pytest.mark.parametrize(
    "color", ["#ffcc00", "#7a7a7a", "#000000", "#ffffff", "#1f6feb", "#d04040"]
)
def test_words_can_be_read_on_the_brand_s_color(color: str) -> None:
    picture = draw_card(CARD.model_copy(update={"color": color}), (1080, 1080))
    ground = ImageColor.getrgb(color)
    colors = sorted(picture.getcolors(1 << 20) or [], reverse=True)

    assert picture.getpixel((3, 3)) == ground
    ink = next(one for _, one in colors if one != ground)
    assert contrast(ink, ground) >= 4.5
