"""How loud finished films are, measured by ffmpeg's own meter on the coded sound."""

import subprocess
from pathlib import Path

import pytest
from imageio_ffmpeg import get_ffmpeg_exe

from omnicontent.media.films.cutting import cut_film
from omnicontent.media.films.loudness import (
    Leveling,
    Loudness,
    level,
    level_anew,
    measured,
    measuring,
)
from omnicontent.media.films.probing import Probe
from omnicontent.media.films.sound import sound_of
from omnicontent.media.films.videos import make_videos
from omnicontent.media.recipes import ClosingCard, Span, VideoRecipe
from tests.media.sample_films import ffmpeg, read_film

RECIPE = VideoRecipe(width_px=160, height_px=160, fps=10, seconds_max=60)
PINK = "anoisesrc=c=pink:a={}:r=48000:seed=7"
SPEECH = f"{PINK.format(0.5)},tremolo=f=4:d=0.95,tremolo=f=0.4:d=0.9"
MUSIC = (
    "aevalsrc='0.5*sin(2*PI*220*t)*exp(-3*mod(t,0.5))+0.6*sin(2*PI*3300*t)*exp(-9*mod(t,0.25))"
    "+0.3*(random(0)*2-1)*exp(-40*mod(t,0.5))':s=48000"
)
CENTER_ONLY = "aevalsrc='0|0|0.2*sin(2500*t)|0.9*sin(300*t)|0|0':s=48000:c=5.1"


def make_heard(path: Path, sound: str, seconds: float) -> Path:
    ffmpeg("-f", "lavfi", "-i", "color=black:s=64x64:r=10", "-f", "lavfi", "-i", sound, "-t",
           str(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s16le",
           path)  # fmt: skip
    return path


def loudness(path: Path) -> Loudness:
    graph = f"[0:a:0]{measuring('x')}[o]"
    words = [get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-nostats", "-i", str(path),
             "-filter_complex", graph, "-map", "[o]", "-f", "null", "-"]  # fmt: skip
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return measured(done.stderr, "x")


@pytest.mark.parametrize(
    ("sound", "seconds"),
    [
        (PINK.format(0.02), 6),
        (PINK.format(1), 6),
        (SPEECH, 8),
        (MUSIC, 8),
        (CENTER_ONLY, 4),
        ("sine=f=997:r=44100,volume=0.02", 1),
        ("aevalsrc='0.95*sgn(sin(2*PI*110*t))':s=48000", 4),
        ("aevalsrc='if(lt(t,1),0.9*sin(2500*t),0)':s=48000", 6),
    ],
)
def test_films_are_as_loud_as_players_want_them(
    tmp_path: Path, sound: str, seconds: float
) -> None:
    source = make_heard(tmp_path / "a.mov", sound, seconds)
    card = ClosingCard(headline="Sale", seconds=2)
    recipe = RECIPE.model_copy(update={"closing_card": card})

    (made,) = make_videos(source, [(recipe, tmp_path / "out.mp4")])

    result = loudness(tmp_path / "out.mp4")
    assert result.lufs == pytest.approx(-14, abs=1)
    assert made.lufs == pytest.approx(result.lufs, abs=0.2)
    assert result.peak_db <= -1


@pytest.mark.parametrize(("sound", "seconds"), [(PINK.format(0.0005), 3), ("sine=f=997", 0.3)])
def test_what_is_silent_or_too_short_to_measure_is_not_made_louder(
    tmp_path: Path, sound: str, seconds: float
) -> None:
    source = make_heard(tmp_path / "a.mov", sound, seconds)
    before = read_film(source).loudness

    (made,) = make_videos(source, [(RECIPE, tmp_path / "out.mp4")])

    assert read_film(tmp_path / "out.mp4").loudness <= before * 1.1 / (2**15)
    assert made.lufs is None


def test_what_no_gain_can_level_says_how_loud_it_is(tmp_path: Path) -> None:
    clicks = "aevalsrc='if(lt(mod(t,1),0.0002),1,0)':s=48000"
    source = make_heard(tmp_path / "a.mov", clicks, 4)
    still = RECIPE.model_copy(update={"sound": False, "width_px": 128})
    wishes = [(still, tmp_path / "still.mp4"), (RECIPE, tmp_path / "out.mp4")]

    silent, made = make_videos(source, wishes)

    assert silent.lufs is None
    assert made.lufs == pytest.approx(loudness(tmp_path / "out.mp4").lufs, abs=0.2)
    assert made.lufs < -20


def test_each_length_of_a_film_is_measured_by_itself(tmp_path: Path) -> None:
    rising = "aevalsrc='(if(lt(t,3),0.02,0.4))*sin(2500*t)':s=48000"
    source = make_heard(tmp_path / "a.mov", rising, 6)
    quiet = RECIPE.model_copy(update={"spans": (Span(start=0, end=3),)})
    joined = RECIPE.model_copy(update={"spans": (Span(start=4, end=6), Span(start=0, end=1))})
    cuts = (quiet, joined, RECIPE)
    wishes = [(recipe, tmp_path / f"{number}.mp4") for number, recipe in enumerate(cuts)]

    make_videos(source, wishes)

    for _, path in wishes:
        assert loudness(path).lufs == pytest.approx(-14, abs=1)


def test_films_with_the_same_sound_share_it() -> None:
    probe = Probe(640, 360, 20, 24, True, True, "bt709", False)
    wide = cut_film(RECIPE, 20)
    fast = cut_film(RECIPE.model_copy(update={"fps": 60, "width_px": 128}), 20)
    short = cut_film(RECIPE.model_copy(update={"seconds_max": 5}), 20)

    assert sound_of(wide, probe) == sound_of(fast, probe)
    assert sound_of(short, probe).parts == ((0, 240_000),)
    assert sound_of(short, probe).faded


def test_a_gain_comes_alone_unless_peaks_would_go_over() -> None:
    calm = level(Loudness(-20, -10))
    hot = level(Loudness(-20, -3))

    assert calm == Leveling(6)
    assert "alimiter" not in calm.filters
    assert hot.limited
    assert level(Loudness(-70, -50)) == Leveling(0)
    assert level(Loudness(float("nan"), -50)) == Leveling(0)


def test_a_result_that_is_off_is_corrected() -> None:
    anew = level_anew(Leveling(6, -2, limited=True), Loudness(-15, -0.5))

    assert anew.gain_db == 7
    assert anew.ceiling_db < -2.5
