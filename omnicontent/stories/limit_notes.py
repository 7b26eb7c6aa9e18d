"""What specs note on limits that are only advice, in the editor's language.

The preview shows these notes where a text is longer than advised. Those on limits that hold stand
in the reference and the API alone, which are English.
"""

from django.utils.translation import pgettext, pgettext_lazy

from omnicontent.channels.spec import Limit

USUAL_NOTES = (
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
"""Notes that the catalogs can say; a plug-in's own note is shown as it is written."""


def note_in_words(limit: Limit) -> str:
    """Return what the spec notes on the limit, in the editor's language where it is known."""
    return pgettext("note", limit.note) if limit.note else ""
