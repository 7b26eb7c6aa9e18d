"""Limits kept, facts carried, nothing cut in two, the editor's words as typed."""

from collections.abc import Iterator

import regex

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.channels.counting import count_parts, fits_part
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Block, Story
from omnicontent.channels.testing.telling import adapted, errors_among, in_form
from omnicontent.channels.visible import drawn_words
from omnicontent.channels.wording import display_link, link_of
from omnicontent.message.checks import missing
from omnicontent.message.finding import carries
from omnicontent.message.saying import say
from omnicontent.text.plain import html_to_text

GSM_JOINTS = frozenset({"-", "->"})
"""Stand in an SMS for dots and arrows between facts: the beginning of no word."""


def check_limits(channel: Channel) -> Iterator[str]:
    """Yield parts that adapt made longer than the platform takes."""
    for _story, content in adapted(channel):
        for count in count_parts(channel, content):
            if count.limit.enforced and not count.fits:
                yield (
                    f"{count.part.name} has {count.length.count} {count.limit.unit}, "
                    f"{count.limit.maximum:g} allowed"
                )


def check_facts(channel: Channel) -> Iterator[str]:
    """Yield facts that the delivered bytes must carry and don't, or must not and do."""
    spec = channel.spec
    for story, content in adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        for kind in missing(story.facts, spec.must, seen, story.locale):
            yield f"the payload does not carry {kind} ({story.locale})"
        for kind, fact in story.facts.present():
            if kind in spec.never and carries(fact, seen, story.locale):
                yield f"the payload carries {kind}, which it never may"


def check_cuts(channel: Channel) -> Iterator[str]:
    """Yield words, links, graphemes and facts that were cut in two."""
    for story, content in adapted(channel):
        seen = channel.visible_text(content, channel.render(content))
        words = _words_of(story) | _tokens(" ".join(content.links))
        for token in _tokens(seen) - words - GSM_JOINTS:
            if whole := next((word for word in words if word.startswith(token)), None):
                yield f"cut inside a {_kind_of(token, whole)}: {token!r} of {whole!r}"
        yield from _cut_facts(story, seen)


def check_own_words(channel: Channel) -> Iterator[str]:
    """Yield parts where the editor's words do not stand as typed, or do not go out in silence.

    So do those of which too many go unnoticed.
    """
    for part in channel.spec.parts:
        if part.overridable:
            for story in _plain_and_bare(channel):
                yield from _lost_words(channel, part, story)
            yield from _unnoticed(channel, part)


def _plain_and_bare(channel: Channel) -> Iterator[Story]:
    """Yield short stories in each form: ordinary ones, and without facts, film or any medium."""
    stories = sample_stories()
    for form in channel.spec.forms or ("",):
        yield in_form(channel, stories["without facts"], form)
        for absent in ((), ("hero_video",), ("hero_video", "hero_image")):
            story = stories["ordinary"].model_copy(update=dict.fromkeys(absent))
            yield in_form(channel, story, form)


def _lost_words(channel: Channel, part: Part, story: Story) -> Iterator[str]:
    words = "  Qzmy own qzwords \n"
    own = {channel.spec.slug: {part.name: words}}
    told = story.model_copy(update={"overrides": own})
    try:
        content = channel.adapt(told)
    except AdaptationError:
        return  # check_adapts sees to the ordinary ones
    lost = part.name in channel.undelivered(content, told)
    if not lost and content.parts.get(part.name) != words:
        yield f"{part.name}: the editor's own words are not used as typed"
    if lost is _sends(channel, content, words):
        fault = "delivered, and undelivered names them"
        silent = "not delivered, and undelivered does not say why"
        yield f"{part.name}: own words are {fault if lost else silent}"


def _sends(channel: Channel, content: Content, words: str) -> bool:
    """Tell whether the words go out: seen, drawn, or as metadata."""
    rendered = channel.render(content)
    sent = (channel.visible_text(content, rendered), drawn_words(content), rendered.body.decode())
    return all(any(word in text for text in sent) for word in words.split())


def _unnoticed(channel: Channel, part: Part) -> Iterator[str]:
    words = _too_long(channel, part)
    if not words:
        return
    own = {channel.spec.slug: {part.name: words}}
    story = sample_stories()["ordinary"].model_copy(update={"overrides": own})
    for form in channel.spec.forms or ("",):
        told = in_form(channel, story, form)
        content = channel.adapt(told)
        lost = part.name in channel.undelivered(content, told)
        if not lost and not errors_among(channel.validate(content, told)):
            yield f"{part.name}: validate does not notice own words that are too long"


def _too_long(channel: Channel, part: Part) -> str:
    """Return a text that is too long for the part, or "" where none is."""
    for count in (20, 100, 500, 5000):
        text = "Qzfar too long. " * count
        if not fits_part(channel, part, text):
            return text
    return ""


def _tokens(text: str) -> set[str]:
    stripped = (token.strip(".,;:!?…()[]\"'«»“”·") for token in text.split())
    return {token for token in stripped if token}


def _words_of(story: Story) -> set[str]:
    texts = [story.headline, story.key_message, story.summary, *story.hashtags, link_of(story)]
    texts += [f"#{tag}" for tag in story.hashtags]
    texts += [display_link(link_of(story)), story.url]
    texts += [str(value) for value in story.brand.model_dump().values()]
    texts += [words for block in story.body for words in _words_of_block(block)]
    for _kind, fact in story.facts.present():
        texts += [say(fact, story.locale), say(fact, story.locale, "short")]
    return _tokens(" ".join(texts))


def _words_of_block(block: Block) -> Iterator[str]:
    yield html_to_text(getattr(block, "html", ""))
    for name in ("text", "attribution", "caption", "title", "intro"):
        yield getattr(block, name, "")
    yield from getattr(block, "items", ())


def _kind_of(token: str, whole: str) -> str:
    if "://" in whole or "/" in whole:
        return "link"
    graphemes = regex.findall(r"\X", whole)
    starts = {"".join(graphemes[:count]) for count in range(len(graphemes) + 1)}
    return "word" if token in starts else "grapheme"


def _cut_facts(story: Story, seen: str) -> Iterator[str]:
    """Yield facts whose first two words are said and whose rest is not."""
    flat = " ".join(seen.split())
    for kind, fact in story.facts.present():
        if kind == "call_to_action" or carries(fact, seen, story.locale):
            continue
        said = (say(fact, story.locale), say(fact, story.locale, "short"))
        if any(len(w := s.split()) > 2 and " ".join(w[:2]) in flat for s in said):
            yield f"cut inside a fact: {kind}"
