import pytest

from omnicontent.media.words.fonts import drawable, font_for

FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ€–—’«»…%‰°"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("character", FRENCH)
def test_french_and_money_have_their_glyphs(character: str, bold: bool) -> None:
    font = font_for(FRENCH, 40, bold=bold)

    assert font.getname()[0] == "Source Sans Pro"
    assert bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))
    assert drawable(character, bold=bold) == character


def test_accents_are_not_dropped_from_their_letters() -> None:
    font = font_for("éÉ", 40)

    assert bytes(font.getmask("é")) != bytes(font.getmask("e"))
    assert bytes(font.getmask("É")) != bytes(font.getmask("E"))


def test_greek_and_cyrillic_are_drawable() -> None:
    assert drawable("Καλό καλοκαίρι, Лето") == "Καλό καλοκαίρι, Лето"


def test_what_no_font_has_leaves_no_box() -> None:
    assert drawable("Sale 🎉 today") == "Sale today"


def test_narrow_spaces_become_drawable_and_still_hold() -> None:
    assert drawable("1\u202f250\u00a0€\u202f!") == "1\u00a0250\u00a0€\u00a0!"
