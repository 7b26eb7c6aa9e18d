"""Pictures and a film drawn here, for a demo on a machine that reaches no registry."""

import subprocess
from pathlib import Path
from random import Random

import imageio_ffmpeg
from PIL import Image, ImageDraw

SIZE = (3000, 2000)
FILM_SECONDS = 6


def draw(path: Path) -> None:
    """Draw a picture or a film to ``path``, the same one for the same name."""
    if path.suffix == ".mp4":
        draw_film(path)
    else:
        draw_picture(path)


def draw_picture(path: Path) -> None:
    """Draw hills under a sun that stands off center, so that focal points have something to do."""
    chance = Random(path.name)  # noqa: S311
    width, height = SIZE
    sky = Image.linear_gradient("L").resize(SIZE)
    top, low = [tuple(chance.randrange(90, 250) for _ in range(3)) for _ in range(2)]
    picture = Image.composite(Image.new("RGB", SIZE, low), Image.new("RGB", SIZE, top), sky)
    pen = ImageDraw.Draw(picture)
    x, y, radius = chance.uniform(0.2, 0.8) * width, height * 0.32, height * 0.12
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(255, 244, 200))
    for level in range(4):
        shade = 150 - 34 * level
        crest = [
            (step * width / 12, height * (0.5 + 0.12 * level) + chance.uniform(-90, 90))
            for step in range(13)
        ]
        pen.polygon([(0, height), *crest, (width, height)], fill=(shade // 2, shade, shade // 2))
    picture.save(path, quality=88)


def draw_film(path: Path) -> None:
    """Let colors flow for some seconds, with a soft tone."""
    colors = f"gradients=size=1280x720:rate=24:duration={FILM_SECONDS}:n=4:speed=0.02:seed=7"
    tone = f"sine=frequency=330:duration={FILM_SECONDS},volume=0.2"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y"]
    command += ["-f", "lavfi", "-i", colors, "-f", "lavfi", "-i", tone]
    command += ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart"]
    subprocess.run([*command, str(path)], check=True, timeout=120)  # noqa: S603
