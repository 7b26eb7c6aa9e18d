"""The ways of making the set that ``pictures`` compares, each run in a process of its own.

``python -m tests.benchmarks.picture_ways WAY FOLDER`` prints CPU and wall seconds of the work
alone, without the start of the process. Wagtail's encoders can't be told AVIF's speed: it is 6.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from omnicontent.media.recipes import ImageRecipe
from tests.benchmarks.picture_set import BENCH, HEIGHT, QUALITY, WEB, WIDTH, files, recipes, source

DATABASE = BENCH / "wagtail.sqlite3"
SHARP = BENCH / "sharp"
PREPARE = "prepare-wagtail"
_SHARP_JS = """
import sharp from "sharp";
const {source, files, folder, effort} = JSON.parse(process.argv[2]);
for (const [index, file] of files.entries()) {
  const options = {quality: file.quality};
  if (file.format !== "webp") options.chromaSubsampling = "4:2:0";
  if (file.format === "jpeg") Object.assign(options, {progressive: true});
  if (file.format === "avif") options.effort = effort;
  await sharp(source).resize(file.width, file.height, {fit: "cover"})
    .toFormat(file.format, options).toFile(`${folder}/${index}.${file.format}`);
}
"""


def ours(folder: Path, *, thorough: bool, threads: int = 1) -> Callable[[], None]:
    """Make all files as a worker does that has made a picture before."""
    from omnicontent.media.pictures.images import make_images

    wishes = [(recipe, _file(folder, n)) for n, recipe in enumerate(recipes(thorough=thorough))]

    tiny = folder / "tiny.png"
    Image.new("RGB", (60, 40)).save(tiny)
    warm = [ImageRecipe(width_px=30, height_px=20, format=kind) for kind in QUALITY]
    list(make_images(tiny, [(recipe, folder / "warm") for recipe in warm]))

    def work() -> None:
        for _ in make_images(source(), wishes, threads):
            pass

    return work


def floor(folder: Path, *, thorough: bool) -> Callable[[], None]:
    """Encode pixels that are ready, with the same encoders: what no pipeline can be below."""
    from omnicontent.media.pictures.drawing import open_source
    from omnicontent.media.pictures.encoding import encode

    wishes = recipes(thorough=thorough)
    decoded = open_source(source(), wishes)
    ready = [(decoded.scaled(recipe), recipe) for recipe in wishes]
    encode(*ready[0], 50)

    def work() -> None:
        for number, (drawn, recipe) in enumerate(ready):
            _file(folder, number).write_bytes(encode(drawn, recipe, recipe.quality))

    return work


def wagtail(folder: Path) -> Callable[[], None]:
    """Make all files by Wagtail's ``get_renditions``, which works in three threads."""
    database = folder / "db.sqlite3"
    shutil.copyfile(DATABASE, database)
    os.environ["DATABASE_URL"] = f"sqlite:///{database.resolve()}"
    image = _wagtail_image(folder.resolve())

    def work() -> None:
        made = image.get_renditions(*wagtail_filters())
        for number, name in enumerate(wagtail_filters()):
            shutil.move(made[name].file.path, _file(folder, number))

    return work


def wagtail_filters() -> list[str]:
    """Return the set as Wagtail's filters."""
    names = []
    for (width, height), kind in files():
        fill = width not in WEB or height != round(width * HEIGHT / WIDTH)
        size = f"fill-{width}x{height}" if fill else f"width-{width}"
        names.append(f"{size}|format-{kind}|{kind}quality-{QUALITY[kind]}")
    return names


def prepare_wagtail(folder: Path) -> Callable[[], None]:
    """Make a database that holds the photo, as the models are now and nobody has marked it."""
    from django.db import connections

    database = DATABASE.resolve()
    database.unlink(missing_ok=True)
    shutil.rmtree(BENCH / "original_images", ignore_errors=True)
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    image = _wagtail_image(BENCH.resolve(), new=True)
    image.set_focal_point(None)
    image.save()
    connections.close_all()  # what SQLite has logged beside the file is written into it
    return lambda: None


def sharp(folder: Path, *, thorough: bool) -> Callable[[], None]:
    """Make all files by sharp, one after the other, each from the source."""
    script = SHARP / "set.mjs"
    script.write_text(_SHARP_JS)
    wanted = [
        {
            "width": one.width_px,
            "height": one.height_px,
            "format": one.format,
            "quality": one.quality,
        }
        for one in recipes()
    ]
    order = {
        "source": str(source().resolve()),
        "files": wanted,
        "folder": str(folder.resolve()),
        "effort": 3 if thorough else 0,  # 9 less AVIF's speed
    }
    argv = ["node", str(script), json.dumps(order)]
    return lambda: subprocess.run(argv, check=True).check_returncode()


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number}.{files()[number][1]}"


def _wagtail_image(media: Path, *, new: bool = False):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "omnicontent.config.settings.test")
    import django
    from django.conf import settings

    settings.MEDIA_ROOT = str(media)
    django.setup()
    from django.core.files import File
    from django.core.management import call_command
    from wagtail.images import get_image_model

    if new:
        call_command("migrate", verbosity=0)
        with source().open("rb") as file:
            photo = File(file, name="photo.jpg")
            get_image_model().objects.create(title="Photo", file=photo, width=WIDTH, height=HEIGHT)
    else:
        (media / "original_images").mkdir()
        (media / "original_images" / "photo.jpg").symlink_to(source().resolve())
    return get_image_model().objects.get()


WAYS: dict[str, Callable[[Path], Callable[[], None]]] = {
    PREPARE: prepare_wagtail,
    "ours-6": lambda folder: ours(folder, thorough=True),
    "ours-9": lambda folder: ours(folder, thorough=False),
    "ours-6-two-threads": lambda folder: ours(folder, thorough=True, threads=2),
    "floor-6": lambda folder: floor(folder, thorough=True),
    "floor-9": lambda folder: floor(folder, thorough=False),
    "wagtail-6": wagtail,
    "sharp-6": lambda folder: sharp(folder, thorough=True),
    "sharp-9": lambda folder: sharp(folder, thorough=False),
}


def main(way: str, folder: Path) -> None:
    """Do the work of one way, and print what it took."""
    work = WAYS[way](folder)
    before, started = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - started, os.times()
    print(json.dumps({"cpu": sum(after[:4]) - sum(before[:4]), "wall": wall}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
