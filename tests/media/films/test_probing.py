import hashlib
import json
from pathlib import Path

import av
import pytest
from PIL import Image

from omnicontent.media.errors import MediaTooLargeError, UnreadableMediaError
from omnicontent.media.films.probing import probe_film
from omnicontent.media.films.sandbox import job_folder
from omnicontent.media.films.videos import inspect_video, make_videos
from omnicontent.media.recipes import VideoRecipe
from tests.media.sample_films import ffmpeg, make_film


def test_a_film_is_what_it_is(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mp4")

    facts = inspect_video(path)

    assert (facts.width_px, facts.height_px) == (320, 240)
    assert facts.seconds == pytest.approx(2, abs=0.05)
    assert facts.fps == pytest.approx(24, abs=0.1)
    assert facts.has_sound
    assert facts.digest == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        ("mov", ("-c:v", "prores", "-profile:v", "0", "-pix_fmt", "yuv422p10le")),
        ("mkv", ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none")),
        ("webm", ("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")),
        ("avi", ("-c:v", "mpeg4", "-c:a", "mp3")),
    ],
)
def test_every_container_is_told_by_content(
    tmp_path: Path, suffix: str, codec: tuple[str, ...]
) -> None:
    path = make_film(tmp_path / f"a.{suffix}", seconds=1, codec=codec).rename(tmp_path / "a.txt")

    facts = inspect_video(path)

    assert facts.seconds == pytest.approx(1, abs=0.1)
    assert facts.has_sound


def test_reordered_pictures_are_all_counted(tmp_path: Path) -> None:
    codec = ("-c:v", "libx264", "-preset", "medium", "-bf", "8", "-pix_fmt", "yuv420p")
    path = make_film(tmp_path / "a.mp4", seconds=1, codec=codec)

    facts = inspect_video(path)

    assert facts.seconds == pytest.approx(1, abs=0.05)
    assert facts.fps == pytest.approx(24, abs=1)


def test_sound_that_goes_on_does_not_lengthen_the_film(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:r=25", "-f", "lavfi", "-i", "sine=d=3",
           "-pix_fmt", "yuv420p", tmp_path / "a.mp4")  # fmt: skip

    assert inspect_video(tmp_path / "a.mp4").seconds == pytest.approx(1, abs=0.25)


def test_what_an_edit_list_hides_does_not_count(tmp_path: Path) -> None:
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "240")
    source = make_film(tmp_path / "a.mp4", seconds=4, codec=codec)
    ffmpeg("-ss", "2.5", "-i", source, "-c", "copy", tmp_path / "trimmed.mp4")

    assert inspect_video(tmp_path / "trimmed.mp4").seconds == pytest.approx(1.5, abs=0.1)
    target = tmp_path / "out.mp4"
    (made,) = make_videos(
        tmp_path / "trimmed.mp4",
        [(VideoRecipe(width_px=160, height_px=120, seconds_max=9), target)],
    )
    assert made.seconds == pytest.approx(1.5, abs=0.1)


def test_a_film_without_a_length_in_its_header_is_measured(tmp_path: Path) -> None:
    # As browsers record them.
    source = make_film(tmp_path / "a.mp4", seconds=1.5)
    ffmpeg("-i", source, "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus",
           "-live", "1", tmp_path / "live.webm")  # fmt: skip

    assert inspect_video(tmp_path / "live.webm").seconds == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize("degrees", ["90", "-90", "180"])
def test_rotation_is_seen(tmp_path: Path, degrees: str) -> None:
    ffmpeg("-display_rotation", degrees, "-i", make_film(tmp_path / "a.mp4"),
           "-c", "copy", tmp_path / "r.mp4")  # fmt: skip

    facts = inspect_video(tmp_path / "r.mp4")

    upright = (320, 240) if degrees == "180" else (240, 320)
    assert (facts.width_px, facts.height_px) == upright


def test_pixels_that_are_not_square_are_stretched(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mp4", picture="testsrc2=s=360x288,setsar=16/15")

    facts = inspect_video(path)

    assert (facts.width_px, facts.height_px) == (384, 288)


def test_a_cover_picture_is_not_the_film(tmp_path: Path) -> None:
    Image.new("RGB", (600, 600), "red").save(tmp_path / "cover.png")
    ffmpeg("-i", make_film(tmp_path / "a.mp4"), "-i", tmp_path / "cover.png", "-map", "1",
           "-map", "0", "-c", "copy", "-disposition:v:0", "attached_pic",
           tmp_path / "covered.mp4")  # fmt: skip

    facts = inspect_video(tmp_path / "covered.mp4")

    assert (facts.width_px, facts.height_px) == (320, 240)


def test_titles_cannot_pretend_to_be_streams(tmp_path: Path) -> None:
    title = "x\n  Stream #0:7: Audio: aac\nStream #0:8: Video: h264, arib-std-b67"
    path = make_film(tmp_path / "a.mp4", sound="", codec=("-metadata", f"title={title}"))

    assert not inspect_video(path).has_sound


def test_a_truncated_film_is_refused(tmp_path: Path) -> None:
    whole = make_film(tmp_path / "a.mp4", codec=("-movflags", "+faststart"))
    data = whole.read_bytes()
    for name, length in (("no_index", 2000), ("half", len(data) // 2)):
        path = tmp_path / name
        path.write_bytes(data[:length])
        with pytest.raises(UnreadableMediaError, match="upload it again"):
            inspect_video(path)


@pytest.mark.parametrize("share", [0.4, 0.9])
@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        ("mkv", ("-c:v", "libx264", "-preset", "ultrafast")),
        ("webm", ("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")),
        ("avi", ("-c:v", "mpeg4", "-c:a", "mp3")),
    ],
)
def test_a_film_cut_off_without_an_error_is_refused_too(
    tmp_path: Path, suffix: str, codec: tuple[str, ...], share: float
) -> None:
    path = make_film(tmp_path / f"a.{suffix}", seconds=1, codec=codec)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    with pytest.raises(UnreadableMediaError, match="upload it again"):
        inspect_video(path)


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, b"plain words", b"ftyp", b"RIFF\0\0\0\0AVI "])
def test_what_is_no_film_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(data)

    with pytest.raises(UnreadableMediaError):
        inspect_video(path)


def test_sound_without_a_picture_is_refused(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "sine=d=1", tmp_path / "a.m4a")

    with pytest.raises(UnreadableMediaError):
        inspect_video(tmp_path / "a.m4a")


def _hostile(neighbor: Path) -> dict[str, str]:
    return {
        "ffconcat": f"ffconcat version 1.0\nfile {neighbor.name}\n",
        "ffconcat absolute": f"ffconcat version 1.0\nfile {neighbor}\n",
        "hls": f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{neighbor.name}\n#EXT-X-ENDLIST\n",
        "hls absolute": f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://{neighbor}\n",
        "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period>'
        f"<AdaptationSet><Representation><BaseURL>{neighbor}</BaseURL></Representation>"
        "</AdaptationSet></Period></MPD>",
        "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{neighbor}"/></svg>',
        "json": json.dumps({"file": str(neighbor)}),
    }


@pytest.mark.parametrize("name", ["film.mp4", "film.mov", "film", "film.m3u8"])
@pytest.mark.parametrize("kind", list(_hostile(Path("n"))))
def test_a_playlist_in_disguise_reads_no_neighbor(tmp_path: Path, kind: str, name: str) -> None:
    neighbor = make_film(tmp_path / "private.ts", seconds=0.3)
    path = tmp_path / name
    path.write_text(_hostile(neighbor)[kind])
    target = tmp_path / "out.mp4"

    with pytest.raises(UnreadableMediaError):
        inspect_video(path)
    recipe = VideoRecipe(width_px=160, height_px=120, seconds_max=5)
    with pytest.raises(UnreadableMediaError):
        make_videos(path, [(recipe, target)])
    assert not target.exists()


@pytest.mark.parametrize(
    ("picture", "seconds", "words"),
    [
        ("color=s=4096x2304:r=5", 0.4, "4K"),
        ("color=s=2160x3842:r=5", 0.4, "4K"),
        ("color=s=64x64:r=120", 1, "60"),
        ("color=s=32x32:r=1", 1900, "30 minutes"),
    ],
)
def test_films_beyond_the_limits_are_refused(
    tmp_path: Path, picture: str, seconds: float, words: str
) -> None:
    path = make_film(tmp_path / "a.mp4", picture=picture, seconds=seconds, sound="")

    with pytest.raises(MediaTooLargeError, match=words):
        inspect_video(path)


def test_films_at_the_limits_are_taken(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mp4", picture="testsrc2=s=3840x2160:r=60", seconds=0.3)

    assert inspect_video(path).width_px == 3840


@pytest.mark.parametrize(
    ("picture", "flags", "interlaced"),
    [
        ("testsrc2=s=320x240:r=50,interlace=scan=tff", ("-x264opts", "tff=1"), True),
        ("testsrc2=s=320x240:r=50,interlace=scan=bff", ("-x264opts", "bff=1"), True),
        ("testsrc2=s=320x240:r=25", (), False),
    ],
)
def test_interlaced_films_are_told(
    tmp_path: Path, picture: str, flags: tuple[str, ...], interlaced: bool
) -> None:
    codec = ("-c:v", "libx264", "-preset", "ultrafast", *flags)
    path = make_film(tmp_path / "a.mp4", picture=picture, seconds=0.5, codec=codec)

    with job_folder(path) as folder:
        assert probe_film(folder).interlaced == interlaced


def test_sound_that_we_can_not_read_is_refused_at_once(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.avi", codec=("-c:v", "mpeg4", "-c:a", "wmav2"))

    with pytest.raises(UnreadableMediaError):
        inspect_video(path)


def test_an_empty_sound_track_is_no_sound(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", sound="")
    with av.open(str(source)) as film, av.open(str(tmp_path / "b.mp4"), "w") as empty:
        picture = empty.add_stream_from_template(film.streams.video[0])
        empty.add_stream("aac", rate=48_000).codec_context.open()
        for packet in film.demux(video=0):
            if packet.dts is not None:
                packet.stream = picture
                empty.mux(packet)

    assert not inspect_video(tmp_path / "b.mp4").has_sound


def test_a_picture_in_a_film_s_clothes_is_a_short_film_or_refused(tmp_path: Path) -> None:
    Image.new("RGB", (320, 240), "red").save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.mp4")
    ffmpeg("-loop", "1", "-i", tmp_path / "a.mp4", "-frames:v", "1", "-pix_fmt", "yuv420p",
           "-c:v", "libx264", tmp_path / "one.mp4")  # fmt: skip

    with pytest.raises(UnreadableMediaError):
        inspect_video(tmp_path / "a.mp4")
    assert inspect_video(tmp_path / "one.mp4").seconds < 0.1
