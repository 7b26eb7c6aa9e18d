"""Own words as they are typed: their faults, their lengths, and what the campaign would say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.errors import AdaptationError, UnknownChannelError
from omnicontent.channels.masters import STALE, master_parts, words_digest
from omnicontent.channels.message_checks import check_words
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.phrases import words_of
from omnicontent.previews.drafts import telling_faults
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.word_counts import counts_in_words
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.own_words import words_blocks
from omnicontent.stories.wording import in_words

type Answer = dict[str, object]
NOTHING: Answer = {"issues": [], "stale": None, "counts": [], "master": None}


@dataclass(frozen=True, slots=True)
class _Judged:
    """A channel's verdict on the whole story: its issues, and what it says without own words."""

    channel: Channel
    content: Content | None = None
    """None where the channel can't say the story at all."""
    issues: tuple[Issue, ...] = ()
    masters: Mapping[str, str] = field(default_factory=dict)


def judge_page(page: CampaignPage) -> dict[str, Answer]:
    """Return the issues, lengths, staleness and master of the page's own words, by block.

    The page is as it is typed, saved or not. Where it is no story yet, every block is told why
    its words can't be checked; nothing here keeps anybody from saving.
    """
    blocks = {child.id: child.value for child in words_blocks(page.own_words)}
    try:
        story = story_from_page(page)
    except StoryError as error:
        unchecked = _("These words can't be checked yet: %(reason)s") % {
            "reason": in_words(words_of(error))
        }
        return {block: _told(_line(unchecked, "warning")) for block in blocks}
    judge = _Judge(story)
    return {block: judge.answer(value) for block, value in blocks.items()}


class _Judge:
    """Judges one story, each channel once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._judged: dict[str, _Judged] = {}

    def answer(self, value: Any) -> Answer:
        """Return what is to be said about one block."""
        slug, part, words = value["channel"], value["part"], (value["text"] or "").strip()
        if not (slug and part):
            return NOTHING
        try:
            with telling_faults(slug):
                return self._answer(slug, part, words, value.get("replaced_words") or "")
        except (NoPreviewError, UnknownChannelError) as error:
            return _told(_line(in_words(words_of(error)), "warning"))

    def _answer(self, slug: str, part: str, words: str, replaced: str) -> Answer:
        if slug not in self._judged:
            self._judged[slug] = _judge(get_channel(slug), self._story)
        judged = self._judged[slug]
        now = judged.masters.get(part)
        answer = NOTHING | {"master": None if now is None else _master(now, self._story)}
        return answer | self._verdict(judged, part, words, replaced) if words else answer

    def _verdict(self, judged: _Judged, part: str, words: str, replaced: str) -> Answer:
        spec = judged.channel.spec
        issues = list(_issues_of(judged, part, words, self._story))
        stale = any(issue.code == STALE for issue in issues)
        now = judged.masters.get(part, "")
        alone = Content(channel=spec.slug, locale=self._story.locale, parts={part: words})
        return {
            "issues": [_line(in_words(one.words), one.severity) for one in issues],
            "counts": counts_in_words(judged.channel, part, judged.content or alone),
            "stale": _stale(now, words, replaced, self._story) if stale else None,
        }


def _judge(channel: Channel, story: Story) -> _Judged:
    masters = master_parts(channel, story)
    try:
        content = channel.adapt(story)
    except AdaptationError as error:
        issue = Issue.of("does_not_fit", words_of(error), field=error.field)
        return _Judged(channel, None, (issue,), masters)
    return _Judged(channel, content, tuple(channel.validate(content, story)), masters)


def _issues_of(judged: _Judged, part: str, words: str, story: Story) -> Iterator[Issue]:
    """Yield what these words say against the facts, then what else is wrong with their part.

    A fact that they say wrongly is missing, too: once is enough to hear it.
    """
    spec = judged.channel.spec
    against = check_words(spec, part, words, story)
    yield from against
    told = {(issue.code, issue.fact, issue.span) for issue in against}
    told |= {("missing_fact", issue.fact, "") for issue in against}
    for issue in judged.issues:
        mine = issue.field == f"overrides.{spec.slug}.{part}"
        if mine and (issue.code, issue.fact, issue.span) not in told:
            yield issue


def _stale(now: str, words: str, replaced: str, story: Story) -> Answer:
    """Return the texts to compare, and what the three buttons are called."""
    texts = [
        {"label": _("The campaign says now"), "text": now},
        {"label": _("Your words"), "text": words},
        {"label": _("The campaign said, when you wrote them"), "text": replaced},
    ]
    return {
        "label": _("The campaign has changed"),
        "digest": words_digest(now, story),
        "lang": story.locale,
        "texts": texts,
        "keep": _("Keep mine"),
        "take": _("Take the campaign's"),
        "edit": _("Edit mine"),
    }


def _master(now: str, story: Story) -> Answer:
    """Return what the channel would say by itself, and how the way back to it is called."""
    return {
        "label": _("What the campaign would say"),
        "text": now,
        "lang": story.locale,
        "reset": _("Reset to the campaign's words"),
        "gone": _("Your own words are removed: the campaign's are said."),
        "undo": _("Undo"),
        "filled": _("These are the campaign's words: make them your own."),
    }


def _told(*lines: dict[str, str]) -> Answer:
    return NOTHING | {"issues": list(lines)}


def _line(message: str, severity: str) -> dict[str, str]:
    return {"message": message, "severity": severity}
