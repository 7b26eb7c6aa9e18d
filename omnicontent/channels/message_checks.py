"""The message lock on a surface: what its delivered bytes carry, contradict or make up.

Carried is only what readers see. Contradicted or made up may be anything that goes out in words:
alternative texts, captions and the words drawn into pictures, too.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omnicontent.channels.common_parts import ALT
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.own_addresses import own_addresses
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.channels.visible import drawn_words
from omnicontent.channels.wording import texts_of
from omnicontent.media.recipes import VideoRecipe
from omnicontent.message.facts import FactKind
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.lock import Finding, Wanted, check_text
from omnicontent.message.saying import say
from omnicontent.phrases import Phrase, term
from omnicontent.phrases import phrase as _
from omnicontent.text.plain import sentences

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel

CODES = {
    "missing": "missing_fact",
    "forbidden": "forbidden_fact",
    "contradiction": "contradiction",
    "orphan": "orphan_promise",
}
"""What the lock finds -> the issue's stable name."""
WORDS = {
    "missing": _(
        "%(channel)s must say %(label)s (%(fact)s), and its text does not. Add it to the own "
        "words, or clear them."
    ),
    "forbidden": _("%(channel)s must not say %(label)s, and its text does."),
    "contradiction": _(
        "%(channel)s says “%(span)s”, the campaign says “%(fact)s”. Make them agree."
    ),
    "orphan": _(
        "%(channel)s says “%(span)s”, and no fact of the campaign knows of it. Add the fact, take "
        "the words out, or accept them with a reason."
    ),
}


def breaks_lock(issue: Issue) -> bool:
    """Tell whether an issue is one of the message, and of the kind that blocks."""
    return issue.code in CODES.values() and issue.severity == "error"


HTML = "text/html"


def check_message(channel: "Channel", content: Content, story: Story) -> Iterator[Issue]:
    """Yield every issue of the message in what the channel delivers."""
    seen = channel.visible_text(content, channel.render(content))
    spec = channel.spec
    unseen = "\n\n".join(filter(None, _unseen_words(spec, content, seen)))
    phrases, addresses = known_words(story)
    addresses += tuple(use.url for use in content.media)
    wanted = Wanted(spec.must, spec.never, phrases, addresses)
    only_claims = Wanted((), (), phrases, addresses)
    told: set[tuple[str, str, str, str]] = set()
    for text, asked in ((seen, wanted), (unseen, only_claims)):
        for finding in check_text(story.facts, text, story.locale, asked).findings:
            issue = _issue(spec, content, story, finding, text)
            key = (issue.code, issue.fact, issue.span, issue.sentence)
            if key not in told:
                told.add(key)
                yield issue


def check_words(spec: ChannelSpec, part: str, words: str, story: Story) -> list[Issue]:
    """Return what own words for one part say against the facts.

    A fact that they leave out may stand in another part, and is no issue here.
    """
    wanted = Wanted((), spec.never, *known_words(story))
    found = check_text(story.facts, words, story.locale, wanted).findings
    field = f"overrides.{spec.slug}.{part}"
    return [
        _told(spec, story, finding, words).model_copy(update={"part": part, "field": field})
        for finding in found
    ]


def known_words(story: Story) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and the addresses that are the campaign's own, and promise nothing."""
    brand = story.brand
    return (brand.name, brand.postal_address, *story.hashtags), own_addresses(story)


def _unseen_words(spec: ChannelSpec, content: Content, seen: str) -> Iterator[str]:
    """Yield what goes out in words besides what readers see, such as a page's head."""
    yield drawn_words(content)
    for use in content.media:
        yield use.alt
        yield use.captions
        if isinstance(use.recipe, VideoRecipe):
            yield use.recipe.captions
    if spec.media_type.startswith(HTML):
        plain = (part.name for part in spec.parts if not part.html)
        said = (content.parts.get(name, "") for name in plain)
        yield from (words for words in said if words not in seen)


def _issue(
    spec: ChannelSpec, content: Content, story: Story, finding: Finding, said: str
) -> Issue:
    part, field = _place(spec, content, story, finding)
    return _told(spec, story, finding, said).model_copy(update={"part": part, "field": field})


def _told(spec: ChannelSpec, story: Story, finding: Finding, said: str) -> Issue:
    return Issue.of(
        CODES[finding.kind],
        say_finding(spec, story, finding.kind, finding.fact, finding.span),
        fact=finding.fact,
        span=finding.span,
        sentence=sentence_around(said, finding),
    )


def say_finding(
    spec: ChannelSpec, story: Story, what: str, kind: FactKind, span: str = ""
) -> Phrase:
    """Return what the lock found. The fact is said as it stands in the story's texts."""
    fact = story.facts.get(kind)
    return _(
        WORDS[what].pattern,
        channel=spec.spoken,
        label=term("fact", all_kinds()[kind].label),
        fact=say(fact, story.locale, "short") if fact else "",
        span=span,
    )


def sentence_around(text: str, finding: Finding) -> str:
    """Return the sentence in which the words at fault stand, or they where it is not one."""
    if finding.start is None or finding.end is None:
        return finding.span
    stop = 0
    for sentence in sentences(text):
        start = text.find(sentence, stop)
        stop = start + len(sentence)
        if start <= finding.start and finding.end <= stop:
            return sentence
    return finding.span


def _place(spec: ChannelSpec, content: Content, story: Story, finding: Finding) -> tuple[str, str]:
    """Return the part at fault and the story's field that mends it."""
    if not finding.span:
        return "", _field_of_fact(spec, story, finding.fact)
    parts = (name for name, text in content.parts.items() if finding.span in text)
    return next(parts, ""), field_of_words(spec.slug, story, finding)


def field_of_words(slug: str, story: Story, finding: Finding) -> str:
    """Return the story's field in which the words at fault were written."""
    span = finding.span
    for part, words in story.overrides.get(slug, {}).items():
        if span in words:
            return f"overrides.{slug}.{part}"
    for name in ("headline", "key_message", "summary"):
        if span in getattr(story, name):
            return name
    if any(span in text for block in story.body for text in texts_of(block)):
        return "body"
    if story.hero_image and span in story.hero_image.alt:
        return "hero_image.alt"
    if story.hero_video and span in story.hero_video.description:
        return "hero_video.description"
    return f"facts.{finding.fact}"


def _field_of_fact(spec: ChannelSpec, story: Story, kind: FactKind) -> str:
    """Return the own words that most likely say the facts: the longest that readers see."""
    seen = {part.name for part in spec.parts if not part.inside and part.name != ALT}
    words = story.overrides.get(spec.slug, {})
    own = {name: text for name, text in words.items() if name in seen}
    longest = max(sorted(own), key=lambda name: len(own[name]), default="")
    return f"overrides.{spec.slug}.{longest}" if longest else f"facts.{kind}"
