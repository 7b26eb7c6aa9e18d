"""Stories by name that a document must survive: whole, hostile, bare, long, in many scripts."""

from omnicontent.channels.sample_stories import fuzzed_stories, long_stories, sample_stories
from omnicontent.channels.story import Story
from tests.channels_out.full_stories import full_story, hostile_story
from tests.channels_out.stories import story

DATES = {"published_at": "2026-11-20T10:00:00+01:00", "updated_at": "2026-11-21T09:30:00Z"}


def many_stories() -> dict[str, Story]:
    """Return name -> story."""
    dated = {
        "whole": full_story(**DATES),
        "hostile": hostile_story().model_copy(
            update={"published_at": full_story(**DATES).published_at}
        ),
        "without a page": story(),
        "relative files": full_story(files_url="files/"),
        "controls": full_story(headline="Win\x00ter\x0b \ufffe\x1fgarden", **DATES),
    }
    fuzzed = {f"random {number}": told for number, told in enumerate(fuzzed_stories(8))}
    return dated | sample_stories() | long_stories() | fuzzed
