"""The texts of a variant that people paste: as readers get them, each under a name of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.mail_messages import MailMessage
from omnicontent.channels.story import Story
from omnicontent.stories.wording import part_label


@dataclass(frozen=True, slots=True)
class Paste:
    """One text."""

    file_name: str
    label: str
    """What it is, in the reader's language, as it stands within a sentence."""
    text: str


def pastes_of(
    channel: Channel | None, content: Content, rendered: Rendered, story: Story
) -> list[Paste]:
    """Return what is pasted, in the order of the channel's parts, and the alternative texts.

    Of a channel that is no longer installed, every part under its bare name.
    """
    mail = channel.mail(rendered) if channel else None
    texts = list(_of_mail(mail) if mail else _of_parts(channel, content, story))
    return [*texts, *alt_texts(content)]


def alt_texts(content: Content) -> list[Paste]:
    """Return every alternative text once, numbered as the first file that it describes."""
    places: dict[str, int] = {}
    for place, use in enumerate(content.media, start=1):
        if use.alt.strip():
            places.setdefault(use.alt, place)
    label = pgettext("part", "alt text")
    if len(places) == 1:
        return [Paste("alt-text.txt", label, alt) for alt in places]
    return [
        Paste(f"alt-text-{place:02}.txt", f"{label} {place}", alt) for alt, place in places.items()
    ]


def _of_mail(mail: MailMessage) -> Iterator[Paste]:
    yield Paste("subject.txt", pgettext("part", "subject"), mail.subject)
    if mail.preheader:
        yield Paste("preheader.txt", pgettext("part", "preheader"), mail.preheader)
    yield Paste("text.txt", _("plain text"), mail.text)
    yield Paste("message.html", _("HTML"), mail.html)


def _of_parts(channel: Channel | None, content: Content, story: Story) -> Iterator[Paste]:
    for name, texts in _pasted(channel, content, story).items():
        yield from _numbered(name, _label(channel, name), list(texts))


def _pasted(
    channel: Channel | None, content: Content, story: Story
) -> Mapping[str, Iterable[str]]:
    if channel is None:
        return {name: [text] for name, text in content.parts.items() if text.strip()}
    unsaid = channel.undelivered(content, story)
    pasted = channel.pasted(content)
    return {name: texts for name, texts in pasted.items() if name not in unsaid}


def _numbered(name: str, label: str, texts: list[str]) -> Iterator[Paste]:
    stem = slugify(name.replace("_", "-")) or "text"
    if len(texts) == 1:
        yield Paste(f"{stem}.txt", label, texts[0])
        return
    for place, text in enumerate(texts, start=1):
        yield Paste(f"{stem}-{place:02}.txt", f"{label} {place}/{len(texts)}", text)


def _label(channel: Channel | None, name: str) -> str:
    parts = channel.spec.parts if channel else ()
    found = next((part for part in parts if part.name == name), None)
    return part_label(found) if found else pgettext("part", name)
