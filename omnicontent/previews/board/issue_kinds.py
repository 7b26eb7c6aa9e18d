"""What is wrong with a tile, in a few words of its reader's: issues are listed by them."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from omnicontent.releases.policy import WHATS
from omnicontent.releases.rulings import MessageRule

KINDS: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "long": (_("Too long"), ("too_long", "too_many", "alt_too_long", "film_cut", "nearly_cut")),
    "short": (_("Too short or too few"), ("too_short", "too_few", "too_few_pictures")),
    "missing": (
        _("Something is missing"),
        (
            "missing_part",
            "missing_media",
            "missing_date",
            "missing_address",
            "missing_postal_address",
            "missing_unsubscribe",
            "no_button",
            "no_fallback",
            "no_opt_out",
            "no_sender",
        ),
    ),
    "described": (
        _("No words for who can't see or hear"),
        ("missing_alt", "missing_captions"),
    ),
    "framed": (
        _("Pictures cut off or hard to see"),
        ("padded", "keep_cut", "avoid_shown", "under_buttons", "small_text", "upscaled"),
    ),
    "coarse": (_("Pictures that lose detail"), ("coarse_picture",)),
    "sound": (_("Sound too quiet or too loud"), ("quiet_film", "loud_film")),
    "heavy": (_("Files too heavy"), ("file_too_large", "file_heavy")),
    "left_out": (
        _("Something is left out"),
        ("words_left_out", "pictures_left_out", "not_delivered", "no_copy_button"),
    ),
    "unknown": (
        _("Something that the channel does not know"),
        (
            "unknown_button",
            "unknown_form",
            "unknown_handle",
            "unknown_language",
            "unknown_part",
        ),
    ),
    "stale": (_("Own words may be out of date"), ("stale_words",)),
    "costly": (_("Characters that cost more"), ("costly_characters",)),
    "refused": (
        _("Words or addresses that are refused"),
        ("forbidden_characters", "bad_sender", "line_break", "phone_number", "relative_files"),
    ),
    "unmakeable": (
        _("It can't be made"),
        ("unmakeable_film", "undrawable_words", "cannot_adapt", "unknown_channel"),
    ),
}
"""Machine name -> what readers call it, and the codes of its issues."""
_KIND_OF = {code: kind for kind, (_label, codes) in KINDS.items() for code in codes}


def kind_of(code: str) -> str:
    """Return the kind of an issue; a code that none knows, such as a plug-in's, is its own."""
    return _KIND_OF.get(code, code)


def choices_of(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Return each kind once with its words, in the order of the alphabet."""
    labels = {kind: label_of(kind) for kind in kinds}
    return sorted(labels.items(), key=lambda choice: choice[1].casefold())


def label_of(kind: str) -> str:
    """Return what readers call a kind of issue; without words for it, its code's own."""
    if kind in KINDS:
        return str(KINDS[kind][0])
    if kind in WHATS:
        return str(MessageRule.What(WHATS[kind]).label)
    return capfirst(kind.replace("_", " "))
