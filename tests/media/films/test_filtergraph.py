import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.errors import BudgetError
from omnicontent.media.films.arguments import Added, encode_arguments
from omnicontent.media.films.bit_rates import video_bits
from omnicontent.media.films.cutting import cut_film
from omnicontent.media.films.filtergraph import still_moment
from omnicontent.media.films.probing import Probe
from omnicontent.media.recipes import (
    ClosingCard,
    FrameRecipe,
    ImageRecipe,
    Key,
    ShotFrame,
    VideoRecipe,
)

PROBE = Probe(1920, 1080, 20.0, 24.0, True, True, "bt709", False)
EVIL = "a',drawtext=textfile=/etc/passwd:x='0"


@given(
    seconds=st.floats(min_value=0.04, max_value=1800),
    most=st.floats(min_value=0.5, max_value=600),
    fps=st.integers(min_value=1, max_value=60),
    card=st.none() | st.floats(min_value=0.1, max_value=10),
)
def test_source_and_card_never_outlast_the_surface(
    seconds: float, most: float, fps: int, card: float | None
) -> None:
    closing = ClosingCard(headline="Sale", seconds=card) if card else None
    recipe = VideoRecipe(
        width_px=640, height_px=360, fps=fps, seconds_max=max(most, 2 / fps), closing_card=closing
    )

    cut = cut_film(recipe, seconds)

    assert cut.source_frames >= 1
    assert cut.seconds <= recipe.seconds_max + 1e-6
    assert cut.source_seconds <= max(seconds + 0.5 / fps, 1 / fps) + 1e-6


def test_a_short_film_keeps_all_of_itself_and_its_card() -> None:
    recipe = VideoRecipe(
        width_px=640, height_px=360, seconds_max=60, closing_card=ClosingCard(headline="Sale")
    )

    cut = cut_film(recipe, 20)

    assert cut.source_seconds == 20
    assert cut.seconds == 22.5


def test_a_long_film_makes_room_for_its_card() -> None:
    recipe = VideoRecipe(
        width_px=640, height_px=360, seconds_max=10, closing_card=ClosingCard(headline="Sale")
    )

    cut = cut_film(recipe, 20)

    assert (cut.source_seconds, cut.seconds) == (7.5, 10)


def test_many_renditions_share_one_decode() -> None:
    cuts = [
        cut_film(VideoRecipe(width_px=size, height_px=720, seconds_max=9), 20)
        for size in (720, 1280, 404)
    ]
    stills = [
        FrameRecipe(image=ImageRecipe(width_px=9, height_px=9), at_seconds=at) for at in (1, 2)
    ]

    words, graph = encode_arguments(PROBE, cuts, stills, [Added()] * 3)

    assert words.count("-i") == 1
    assert graph.count("[0:V:0]") == 1
    assert "split=5" in graph
    assert words.count("libx264") == 3


def test_no_words_of_a_story_reach_ffmpeg() -> None:
    card = ClosingCard(headline=EVIL, lines=(EVIL,), call_to_action=EVIL)
    recipe = VideoRecipe(width_px=640, height_px=360, seconds_max=9, closing_card=card)
    still = FrameRecipe(image=ImageRecipe(width_px=9, height_px=9, words=(EVIL,)))

    words, graph = encode_arguments(PROBE, [cut_film(recipe, 20)], [still], [Added("card0.mp4")])

    assert not any("drawtext" in word or "passwd" in word for word in [*words, graph])


def test_only_known_formats_and_local_files_are_opened() -> None:
    cut = cut_film(VideoRecipe(width_px=640, height_px=360, seconds_max=9), 20)

    words, _ = encode_arguments(PROBE, [cut], [], [Added()])

    opening = words[: words.index("-i")]
    assert opening[opening.index("-format_whitelist") + 1] == "mov,matroska,webm,avi"
    assert opening[opening.index("-protocol_whitelist") + 1] == "file,pipe"


def test_a_budget_lowers_the_bit_rate_or_is_refused() -> None:
    free = VideoRecipe(width_px=1280, height_px=720, seconds_max=20)
    tight = free.model_copy(update={"max_bytes": 5_000_000})
    hopeless = free.model_copy(update={"max_bytes": 400_000})

    assert video_bits(cut_film(tight, 20)) < video_bits(cut_film(free, 20))
    with pytest.raises(BudgetError, match="shorter film"):
        video_bits(cut_film(hopeless, 20))


def test_a_still_after_the_end_is_the_last_picture() -> None:
    still = FrameRecipe(image=ImageRecipe(width_px=9, height_px=9), at_seconds=99)

    assert 19.8 < still_moment(still, PROBE) < 20


def test_forty_shots_are_scaled_by_one_chain() -> None:
    def shot(number: int) -> ShotFrame:
        key = Key(at=number / 2, left=0, top=0)
        wide, pad = (1920, "blur") if number % 2 else (606, "")
        return ShotFrame(
            start=number / 2, end=number / 2 + 0.5, width=wide, height=1080, keys=(key,), pad=pad
        )

    cropped = tuple(shot(0).model_copy(update={"start": n, "end": n + 1}) for n in range(20))
    padded = tuple(shot(number) for number in range(40))
    scalings = []
    for shots in (cropped, padded):
        recipe = VideoRecipe(width_px=1080, height_px=1920, seconds_max=60, shots=shots)
        _, graph = encode_arguments(PROBE, [cut_film(recipe, 20)], [], [Added()])
        scalings.append(graph.count("scale="))

    assert scalings == [1, 2]  # and one more for the whole pictures
