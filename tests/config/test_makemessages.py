"""``manage.py makemessages``: the words of specs, read from the specs."""

import pytest
from django.core.management import CommandError

from omnicontent.channels.registry import Loaded
from omnicontent.config.management.commands import makemessages


def test_words_of_built_in_channels_are_marked_once_in_an_order_that_stays():
    lines = list(makemessages.marked_words())
    assert lines == sorted(set(lines))
    assert "pgettext('part', 'alt text')" in lines
    assert "pgettext('fact', 'the offer')" in lines
    compile("\n".join(lines), "words", "exec")


def test_words_of_plug_ins_are_not_collected(monkeypatch):
    asked = []

    def load(**options):
        asked.append(options)
        return Loaded()

    monkeypatch.setattr(makemessages, "load_channels", load)
    assert all(
        line.startswith(("pgettext('fact', ", "pgettext('character', "))
        for line in makemessages.marked_words()
    )
    assert asked == [{"group": None}]


def test_a_channel_that_breaks_stops_it_as_its_words_would_vanish(monkeypatch):
    broken = Loaded(failures={"channels_out.pond": ImportError("no water")})
    monkeypatch.setattr(makemessages, "load_channels", lambda **_: broken)
    with pytest.raises(CommandError, match=r"channels_out\.pond .* words: no water"):
        list(makemessages.marked_words())
