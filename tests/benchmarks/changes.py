"""How many files an edit makes anew: ``python -m tests.benchmarks.changes [--json FILE]``.

A story with pictures, a film and marks is told on every channel, before and after two edits.
A file is made anew if its name is new, for a name says source and recipe.
"""

import argparse
import json
from pathlib import Path

import django

from omnicontent.channels.content import MediaUse
from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.story import Story
from omnicontent.media.marks import Keep

BEFORE = Keep(left=0.55, top=0.3, right=0.75, bottom=0.6)
AFTER = Keep(left=0.58, top=0.3, right=0.78, bottom=0.6)


def main() -> None:
    """Print the files of all channels, and those that each edit makes anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    wished = parser.parse_args()
    django.setup()
    figures = measure()
    for name, value in figures.items():
        print(f"{name:<44}{value:>6}")
    if wished.json:
        wished.json.write_text(json.dumps(figures, indent=2))


def measure() -> dict[str, int]:
    """Return how many files there are, and how many are new after each edit."""
    story = _keeping(sample_stories()["full"], BEFORE)
    before = _files(story)
    reworded = story.model_copy(update={"headline": "Qzother", "summary": "Qzother words."})
    moved = _files(_keeping(story, AFTER))
    places = zip(before.values(), moved.values(), strict=True)
    reframed = {b.file_name for a, b in places if a.recipe != b.recipe}
    return {
        "files of all channels": len({use.file_name for use in before.values()}),
        "new after another headline": len(_names(_files(reworded)) - _names(before)),
        "new after a keep box moved": len(_names(moved) - _names(before)),
        "of them with another window": len(reframed),
    }


def _keeping(story: Story, box: Keep) -> Story:
    assert story.hero_image is not None
    picture = story.hero_image.model_copy(update={"keep": (box,)})
    return story.model_copy(update={"hero_image": picture})


def _files(story: Story) -> dict[tuple[str, int], MediaUse]:
    told = ((slug, channel.adapt(story)) for slug, channel in all_channels().items())
    return {(slug, n): use for slug, content in told for n, use in enumerate(content.media)}


def _names(files: dict[tuple[str, int], MediaUse]) -> set[str]:
    return {use.file_name for use in files.values()}


if __name__ == "__main__":
    main()
