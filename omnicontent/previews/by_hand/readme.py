"""The zip's README: what it is of, and what each file is, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from omnicontent.previews.by_hand.bundles import Member
from omnicontent.previews.variants import language_name
from omnicontent.releases.models import Variant

README = "README.txt"


def readme_of(variant: Variant, channel_name: str, members: Iterable[Member]) -> Member:
    """Return the README of the other members."""
    release = variant.release
    known = [
        (_("Campaign"), release.title),
        (_("Release"), f"{release.number} ({release.get_state_display()})"),
        (_("Channel"), channel_name),
        (_("Language"), _language(variant.locale)),
        (_("Digest"), f"SHA-256 {variant.digest}"),
    ]
    files = [(member.name, member.about) for member in members]
    lines = [*_table(known), "", _("The texts are as readers get them: paste them whole.")]
    return Member(README, "", "\n".join([*lines, "", *_table(files), ""]).encode())


def _table(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(name) for name, _words in rows) + 2
    return [f"{name:{width}}{words}" for name, words in rows]


def _language(code: str) -> str:
    name = language_name(code)
    return code if name == code else f"{name} ({code})"
