"""Sentences as data: said in English by themselves, the same after a journey through a table."""

import json

import pytest

from omnicontent.phrases import Moment, Phrase, either, ngettext, term, words_of
from omnicontent.phrases import phrase as _

FILM = _(
    "%(channel)s shows %(seconds)s of %(bytes)s in %(kinds)s at %(moment)s",
    channel=term("channel", "Pond"),
    seconds=3.5,
    bytes=12345,
    kinds=("mp4", _("frog")),
    moment=Moment(at="2026-06-03T09:00:00+02:00"),
)


def test_a_phrase_says_itself_in_english():
    assert str(FILM) == "Pond shows 3.5 of 12,345 in mp4, frog at 3 June, 09:00"


def test_nobody_says_two_point_nought():
    assert str(_("%(n)s seconds", n=2.0)) == "2 seconds"


def test_a_pattern_without_values_keeps_its_percent_signs():
    assert str(_("100% wool")) == "100% wool"


def test_values_are_never_patterns():
    assert str(_("He said “%(words)s”.", words="%(channel)s 30%")) == "He said “%(channel)s 30%”."


@pytest.mark.parametrize(("n", "said"), [(0, "0 frogs"), (1, "1 frog"), (2, "2 frogs")])
def test_a_number_decides_between_one_and_several(n, said):
    assert str(ngettext("%(n)s frog", "%(n)s frogs", n)) == said


def test_one_of_several_is_meant():
    assert str(either(["x", "y", "z"])) == "x or y or z"


def test_a_day_has_no_hour():
    assert str(_("%(day)s", day=Moment(at="2026-06-03T09:00:00Z", day_only=True))) == "3 June 2026"


def test_a_phrase_comes_out_of_a_table_as_it_went_in():
    assert Phrase.model_validate(json.loads(json.dumps(FILM.model_dump()))) == FILM


def test_an_error_keeps_its_phrase():
    assert words_of(ValueError(FILM)) == FILM
    assert str(ValueError(FILM)) == str(FILM)


@pytest.mark.parametrize(("error", "said"), [(ValueError("old way"), "old way"), (OSError(), "")])
def test_an_error_of_somebody_elses_says_what_it_says(error, said):
    assert words_of(error) == said
