"""What built-in channels say of themselves in words of their own, for the catalogs to collect.

Their modules know no Django, so they cannot mark these words; and nothing below this package names
a channel. ``stories/wording.py`` looks the words up as the specs have them.
"""

from django.utils.translation import pgettext_lazy

NAMES = (
    pgettext_lazy("channel", "Email"),
    pgettext_lazy("channel", "Facebook post"),
    pgettext_lazy("channel", "Facebook reel"),
    pgettext_lazy("channel", "Facebook story"),
    pgettext_lazy("channel", "Feed"),
    pgettext_lazy("channel", "In-app banner"),
    pgettext_lazy("channel", "Instagram feed"),
    pgettext_lazy("channel", "Instagram reel"),
    pgettext_lazy("channel", "Instagram story"),
    pgettext_lazy("channel", "News item (ninjs)"),
    pgettext_lazy("channel", "Poster"),
    pgettext_lazy("channel", "Screen, landscape"),
    pgettext_lazy("channel", "Screen, portrait"),
    pgettext_lazy("channel", "Web page"),
    pgettext_lazy("channel", "YouTube Short"),
)
"""Names with common words in them; others are the same in every language."""

NOTES = (
    pgettext_lazy("note", "A post has one topic; more hashtags stay plain words."),
    pgettext_lazy(
        "note", "A rule of Instagram's first API; the reference of today's names no such number."
    ),
    pgettext_lazy("note", "About one line on a phone."),
    pgettext_lazy("note", "About so many are shown; 30 in Chinese, Japanese and Korean."),
    pgettext_lazy("note", "About three lines on a phone."),
    pgettext_lazy("note", "About what a button shows."),
    pgettext_lazy("note", "About what a phone shows; the rest is cut on screen."),
    pgettext_lazy("note", "Expanded; folded it shows about 45 characters, the facts."),
    pgettext_lazy("note", "Hashtags; reported by publishers since 2025-08, no official page."),
    pgettext_lazy("note", "LinkedIn advises fewer."),
    pgettext_lazy("note", "Mastodon cuts what is longer; older servers at 1,500."),
    pgettext_lazy("note", "Outlook shows 50, Gmail on a desktop 70, phones 40."),
    pgettext_lazy("note", "Phones show 80 to 110."),
    pgettext_lazy("note", "What Mastodon lets its own people write; it shows longer ones too."),
    pgettext_lazy("note", "What Mixpost sends at most."),
    pgettext_lazy("note", "YouTube ignores all of them where there are more."),
)
"""Notes on limits that are only advice: the preview shows them beside a text that is longer. Those
on limits that hold stand in the reference and the API alone, which are English.
"""
