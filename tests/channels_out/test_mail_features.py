"""No feature of our mails is lost in Gmail, Outlook or Apple Mail without something in its place.

By the data of caniemail.com, read from beside the repository.
"""

import json
from pathlib import Path

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.mail_features import features_of
from tests.channels_out.many_stories import many_stories

DATA = Path(__file__).parents[3] / "shared" / "vectors" / "email" / "caniemail.json"
PROGRAMS = {
    "gmail": ("desktop-webmail", "ios", "android"),
    "outlook": ("windows", "macos", "outlook-com", "ios", "android"),
    "apple-mail": ("macos", "ios"),
}
WORD = "Outlook on Windows, which draws by Word's rules, "
INLINE = "styles are inline as well"
PREHEADER = "display: none hides the preheader; Outlook gets it so small that nobody sees it"
FALLBACKS = {
    # Not read by some program.
    "css-at-media-prefers-color-scheme": "the light colors, which are inline, hold",
    "css-at-media": "one column in the light colors, which is as wide as the screen",
    "css-border-radius": "square corners",
    "css-border-spacing": "border-collapse and the attribute cellspacing leave no gaps",
    "css-color-scheme": "the program's own dark mode",
    "css-cursor": "the program's own pointer",
    "css-max-height": PREHEADER,
    "css-opacity": PREHEADER,
    "css-outline": "pictures have no frame by the attribute border",
    "css-overflow": PREHEADER,
    "css-selector-chaining": "only for phones, which are narrow enough for one column without it",
    "css-table-layout": WORD + "has no other layout",
    "css-white-space": "a label of two words may stand on two lines",
    "css-word-spacing": "normal is what everybody has",
    "html-body": "colors and margins are on the elements inside it as well",
    "html-meta-color-scheme": "the program's own dark mode",
    "html-target": "links open in a new window anyway",
    # Read in part; the part that we use is read, or has something in its place.
    "css-background": "colors only, which all read",
    "css-border": "no more than 8px, on cells and on a quotation, which may do without",
    "css-display": WORD + "reads the table in its own comment",
    "css-display-none": "on a div without tables inside",
    "css-font-size": "in px, which all read",
    "css-font-weight": "600 and 700 are bold, 400 is not",
    "css-height": "height: auto and 100% on pictures and tables, whose width is an attribute",
    "css-important": "in style sheets only, behind a space",
    "css-letter-spacing": "less than a pixel, in px",
    "css-line-height": "a number and px; lines a little further apart or nearer",
    "css-margin": "none below zero; tables are centered by their attribute",
    "css-max-width": WORD + "reads the width of the table in its own comment",
    "css-padding": "on cells, which all read; on lists and quotations for the looks",
    "css-selector-class": INLINE,
    "css-selector-descendant": INLINE,
    "css-selector-grouping": INLINE,
    "css-selector-id": "a rule for Outlook on the web alone",
    "css-text-align": "left, center and right, which all read",
    "css-text-decoration": "one value, which all read; links are underlined anyway",
    "css-text-transform": "none, which is what everybody has",
    "css-width": "on tables and cells; pictures and the page have the attribute",
    "css-word-break": "break-word: a very long word is wider than its line",
    "html-align": "tables are centered in their cells as well",
    "html-dir": "on the whole mail and its columns, with the alignment beside it",
    "html-lists": "no numbers of our own",
    "html-style": INLINE + "; in the head, below 16 KB",
    "html-width": "in pixels that the file is twice as wide as",
}
"""Feature that some program does not read, or not wholly -> what its readers get in its place."""


@pytest.fixture(scope="module")
def features():
    return {one["slug"]: one["stats"] for one in json.loads(DATA.read_text())["data"]}


@pytest.fixture(scope="module")
def used():
    email = get_channel("email")
    mails = [json.loads(email.render(email.adapt(told)).body) for told in many_stories().values()]
    return set().union(*(features_of(mail["html"]) for mail in mails))


def lacking(stats) -> list[str]:
    """Return the programs whose newest version does not do all of a feature."""
    missing = []
    for family, platforms in PROGRAMS.items():
        for platform in platforms:
            versions = stats.get(family, {}).get(platform, {})
            newest = versions[max(versions, key=version_of)] if versions else "u"
            if newest[0] in "na":
                missing.append(f"{family} {platform}: {newest}")
    return missing


def version_of(name: str) -> list[int]:
    return [int(part) for part in name.replace("-", ".").split(".") if part.isdigit()]


needs_data = pytest.mark.skipif(
    not DATA.exists(), reason="no caniemail data beside the repository"
)


@needs_data
def test_every_feature_is_one_that_caniemail_knows(used, features):
    assert len(used) > 30
    assert used - set(features) == set()


@needs_data
def test_every_feature_is_read_everywhere_or_has_something_in_its_place(used, features):
    without = {slug: lacking(features[slug]) for slug in sorted(used) if slug not in FALLBACKS}
    assert {slug: programs for slug, programs in without.items() if programs} == {}


@needs_data
def test_no_fallback_is_named_that_nothing_needs(used, features):
    needless = [slug for slug in FALLBACKS if slug not in used or not lacking(features[slug])]
    assert needless == []


def test_what_a_mail_uses_is_noticed():
    html = '<p style="display: none; gap: 1em">x</p><video></video><!-- y --><img src="a.webp">'
    used = features_of(html)
    assert {"css-display-none", "css-gap", "css-unit-em", "html-video", "image-webp"} <= used
    assert "html-comments" in used
