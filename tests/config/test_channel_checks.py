"""The system checks of channels, which ``manage.py check`` and the admin's report show."""

import dataclasses
import datetime

import pytest
from django.core.checks import run_checks
from django.utils import timezone

from omnicontent.channels.registry import registered
from omnicontent.channels.spec import ImageSlot, Part
from omnicontent.config.channel_checks import CHANNELS_TAG, age_warnings, fallback_faults
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

CHECKED = datetime.date(2026, 11, 22)


def checked(day, **fields):
    return dataclasses.replace(limit(9, Unit.BYTES), checked=day, **fields)


def spec(slug="sound", **fields):
    return dataclasses.replace(SPEC, slug=slug, **fields)


def ids():
    return [message.id for message in run_checks(tags=[CHANNELS_TAG])]


def test_the_channels_as_they_are_need_nothing():
    assert set(ids()) <= {"omnicontent.W002"}


@pytest.mark.parametrize(("days", "warned"), [(365, False), (366, True)])
def test_a_limit_that_nobody_checked_for_a_year_is_a_warning(days, warned):
    today = CHECKED + datetime.timedelta(days=days)
    warnings = list(age_warnings([spec()], today))
    assert [warning.id for warning in warnings] == ["omnicontent.W002"] * warned


def test_a_channel_has_one_warning_with_its_eldest_limit():
    eldest = checked(datetime.date(2024, 2, 29), source="https://old.example/limits")
    old = spec(
        parts=(*SPEC.parts, Part(name="more", label="more", limits=(eldest,))),
        payload_limits=(checked(datetime.date(2025, 1, 1)),),
    )
    (warning,) = age_warnings([old], datetime.date(2030, 1, 1))
    assert '"sound" was last checked on 2024-02-29' in warning.msg
    assert "9 bytes, from https://old.example/limits" in warning.msg
    assert "`checked`" in warning.hint


@pytest.mark.parametrize(
    "fields",
    [
        {"payload_limits": (checked(CHECKED),)},
        {"images": (ImageSlot(name="i", width_px=1, height_px=1, limits=(checked(CHECKED),)),)},
        {"images": (ImageSlot(name="i", width_px=1, height_px=1, alt_limit=checked(CHECKED)),)},
    ],
)
def test_no_limit_is_overlooked(fields):
    assert list(age_warnings([spec(parts=(), **fields)], datetime.date(2030, 1, 1)))


def test_a_channel_without_limits_does_not_grow_old():
    assert not list(age_warnings([spec(parts=(), images=())], datetime.date(2030, 1, 1)))


def test_today_is_the_clock_s(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2030, 1, 1))
    with registered(SoundChannel()):
        said = [w.msg for w in run_checks(tags=[CHANNELS_TAG]) if w.id == "omnicontent.W002"]
    assert sum('"sound"' in words for words in said) == 1


def test_a_fallback_that_is_not_installed_is_an_error():
    class Falls(SoundChannel):
        spec = spec(fallback="carrier-pigeon")

    with registered(Falls()):
        (error,) = [e for e in run_checks(tags=[CHANNELS_TAG]) if e.id == "omnicontent.E002"]
    assert '"sound" falls back to "carrier-pigeon", which is not installed' in error.msg
    assert error.hint


def faults(**fallbacks):
    specs = {slug: spec(slug, fallback=fallback) for slug, fallback in fallbacks.items()}
    return list(fallback_faults(specs))


def test_a_chain_of_fallbacks_with_an_end_is_no_fault():
    assert faults(a="b", b="c", c="", d="b") == []


def test_a_circle_of_fallbacks_is_told_once():
    assert faults(c="a", a="b", b="c", d="a") == [
        "These channels fall back in a circle: a → b → c → a."
    ]
    assert faults(a="a") == ["These channels fall back in a circle: a → a."]


def test_a_preview_that_can_t_be_read_is_a_warning(settings, tmp_path):
    folder = tmp_path / "channels_out" / "sound"
    folder.mkdir(parents=True)
    (folder / "preview.html").write_text("{% no_such_tag %}")
    (engine,) = settings.TEMPLATES
    settings.TEMPLATES = [engine | {"DIRS": [tmp_path]}]
    with registered(SoundChannel()):
        (warning,) = [w for w in run_checks(tags=[CHANNELS_TAG]) if w.id == "omnicontent.W003"]
    assert 'preview of the channel "sound"' in warning.msg
    assert "no_such_tag" in warning.msg


def test_a_channel_that_can_t_name_its_template_is_a_warning():
    class Nameless(SoundChannel):
        def preview_template(self):
            raise RuntimeError("nowhere")

    with registered(Nameless()):
        assert "omnicontent.W003" in ids()


def test_a_channel_without_a_template_needs_none():
    with registered(SoundChannel()):
        assert "omnicontent.W003" not in ids()
