"""The default checks of a content: limits, required parts, media, alt texts, facts carried.

They say nothing about how a text came to be, so they hold for an editor's own words as well.
"""

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING

from omnicontent.channels.amounts import count_in
from omnicontent.channels.common_parts import ALT, split_tags
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.counting import Count, count_parts, measure_part
from omnicontent.channels.fallbacks import check_fallback
from omnicontent.channels.masters import check_stale_words
from omnicontent.channels.media_checks import check_media, field_of_alt
from omnicontent.channels.message_checks import check_message
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.phrases import Phrase, either, term
from omnicontent.phrases import phrase as _
from omnicontent.text.units import Unit

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel


def check_content(channel: "Channel", content: Content, story: Story) -> list[Issue]:
    """Return every issue of ``content`` against its channel's spec and the story's facts."""
    return [
        *check_own_words(channel.spec, story),
        *check_stale_words(channel, story),
        *check_undelivered(channel, content, story),
        *check_form(channel.spec, story),
        *check_fallback(channel.spec, story),
        *check_tags(channel.spec, content, story),
        *check_parts(channel, content, story),
        *check_characters(channel.spec, content, story),
        *check_media(channel.spec, content, story),
        *check_message(channel, content, story),
    ]


def check_own_words(spec: ChannelSpec, story: Story) -> Iterator[Issue]:
    """Yield a warning for own words that no part of the surface takes."""
    names = {part.name for part in spec.parts if part.overridable}
    for name in sorted(set(story.overrides.get(spec.slug, {})) - names):
        yield Issue.of(
            "unknown_part",
            _(
                '%(channel)s has no part "%(part)s", so these own words show nowhere. Its parts '
                "are: %(parts)s.",
                channel=spec.spoken,
                part=name,
                parts=tuple(sorted(names)) or _("none"),
            ),
            severity="warning",
            part=name,
            field=f"overrides.{spec.slug}.{name}",
        )


def check_undelivered(channel: "Channel", content: Content, story: Story) -> Iterator[Issue]:
    """Yield a warning for own words that do not go out in this variant."""
    spec, reasons = channel.spec, channel.undelivered(content, story)
    for part in spec.parts:
        own = story.own_words(spec.slug, part.name) or ""
        if own.strip() and part.name in reasons:
            yield Issue.of(
                "not_delivered",
                _(
                    "Your own words for the %(part)s on %(channel)s do not go out: %(reason)s",
                    part=part.spoken,
                    channel=spec.spoken,
                    reason=reasons[part.name],
                ),
                severity="warning",
                part=part.name,
                field=f"overrides.{spec.slug}.{part.name}",
            )


def check_form(spec: ChannelSpec, story: Story) -> Iterator[Issue]:
    """Yield a warning for a shape that the surface does not have."""
    form = story.forms.get(spec.slug, "")
    if form and form not in spec.forms:
        yield Issue.of(
            "unknown_form",
            _(
                '%(channel)s has no form "%(form)s", so its usual one is made. Its forms are: '
                "%(forms)s.",
                channel=spec.spoken,
                form=form,
                forms=tuple(term("form", one) for one in spec.forms) or _("none"),
            ),
            severity="warning",
            field=f"forms.{spec.slug}",
        )


def check_tags(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Yield a warning for hashtags and mentions of the editor's that the text left out."""
    for part in spec.parts:
        own = story.own_words(spec.slug, part.name) if part.inside else None
        said = set(split_tags(content.parts.get(part.inside, "")))
        if lost := [word for word in split_tags(own or "") if word not in said]:
            yield Issue.of(
                "words_left_out",
                _(
                    "The %(whole)s on %(channel)s has no room for your %(part)s %(lost)s, or is "
                    "in own words that leave them out.",
                    whole=spec.part(part.inside).spoken,
                    channel=spec.spoken,
                    part=part.spoken,
                    lost=" ".join(lost),
                ),
                severity="warning",
                part=part.name,
                field=f"overrides.{spec.slug}.{part.name}",
            )


def check_parts(channel: "Channel", content: Content, story: Story) -> Iterator[Issue]:
    """Yield required parts that are empty, and parts beyond a limit."""
    spec = channel.spec
    for part in spec.parts:
        if part.required and not content.parts.get(part.name, "").strip():
            yield Issue.of(
                "missing_part",
                _(
                    "%(channel)s needs a %(part)s, and it is empty.",
                    channel=spec.spoken,
                    part=part.spoken,
                ),
                part=part.name,
                field=field_of_part(spec, content, story, part.name),
            )
    for count in count_parts(channel, content):
        if not count.fits:
            fault = _part_to_shorten(channel, content, story, count)
            label = _label(spec, content, count)
            message = _beyond_limit(spec, count, label)
            yield Issue.of(
                _code_beyond(count),
                message,
                severity="error" if count.limit.enforced else "warning",
                part=fault,
                field=field_of_part(spec, content, story, fault),
            )


def check_characters(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Yield parts that hold characters which the platform refuses."""
    for part in spec.parts:
        if found := sorted(set(part.refuses) & set(content.parts.get(part.name, ""))):
            signs = [sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in found]
            yield Issue.of(
                "forbidden_characters",
                _(
                    "%(channel)s takes no %(signs)s in the %(part)s: take them away.",
                    channel=spec.spoken,
                    signs=either(signs),
                    part=part.spoken,
                ),
                part=part.name,
                field=field_of_part(spec, content, story, part.name),
            )


def check_address(spec: ChannelSpec, url: str, maximum: int) -> Iterator[Issue]:
    """Yield that the address of the call to action is longer than a surface's buttons take."""
    if len(url) > maximum:
        yield Issue.of(
            "too_long",
            _(
                "%(channel)s takes addresses of %(most)s characters; this one has %(count)s with "
                "its tracking. Shorten it.",
                channel=spec.spoken,
                most=maximum,
                count=len(url),
            ),
            field="facts.call_to_action",
        )


def field_of_part(spec: ChannelSpec, content: Content, story: Story, part: str) -> str:
    """Return the story's field that an editor mends when a part is wrong."""
    own = story.own_words(spec.slug, part) is not None
    if part == ALT and not own:
        return _field_of_alt(content, story)
    known = [known for known in spec.parts if known.name == part]
    if own or any(one.overridable for one in known):
        return f"overrides.{spec.slug}.{part}"
    words = story.overrides.get(spec.slug, {})
    longest = _longest(words)
    return f"overrides.{spec.slug}.{longest}" if longest else "headline"


def _field_of_alt(content: Content, story: Story) -> str:
    """Return the field of what the alternative text tells of, of the picture if nothing has it."""
    alt = content.parts.get(ALT)
    told = (field_of_alt(use, story) for use in content.media if alt and use.alt == alt)
    return next(told, "hero_image.alt")


def _longest(words: dict[str, str]) -> str:
    return max(sorted(words), key=lambda name: len(words[name]), default="")


def _label(spec: ChannelSpec, content: Content, count: Count) -> Phrase:
    """Return what a limit counts, such as "content warning with the post"."""
    said = [spec.part(name).spoken for name in count.limit.together if content.parts.get(name)]
    parts = said or [count.part.spoken]
    return reduce(lambda one, more: _("%(part)s with the %(more)s", part=one, more=more), parts)


def _part_to_shorten(channel: "Channel", content: Content, story: Story, count: Count) -> str:
    """Return the part that a limit counts; of several, the own words that take the most room."""
    names = count.limit.together
    own = [name for name in names if story.own_words(channel.spec.slug, name) is not None]
    lengths = {
        name: measure_part(channel, name, content.parts.get(name, ""), count.limit).count
        for name in own or names
    }
    return max(lengths, key=lengths.__getitem__, default=count.part.name)


def _code_beyond(count: Count) -> str:
    many = count.limit.unit is Unit.ITEMS
    if _is_short(count):
        return "too_few" if many else "too_short"
    return "too_many" if many else "too_long"


def _is_short(count: Count) -> bool:
    return count.length.count < count.limit.minimum


def _beyond_limit(spec: ChannelSpec, count: Count, label: Phrase) -> Phrase:
    limit, number = count.limit, count.length.count
    wanted = _("%(most)s are allowed. Take %(over)s away.", most=limit.maximum, over=-count.left)
    if _is_short(count):
        missing = limit.minimum - number
        wanted = _("at least %(least)s are needed. Add %(n)s.", least=limit.minimum, n=missing)
    return _(
        "The %(label)s on %(channel)s has %(count)s; %(wanted)s%(advice)s",
        label=label,
        channel=spec.spoken,
        count=count_in(limit, number),
        wanted=wanted,
        advice="" if limit.enforced else _(" It is only advice: the platform takes it."),
    )
