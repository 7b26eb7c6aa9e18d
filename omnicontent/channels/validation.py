"""The default checks of a content: limits, required parts, media, alt texts, facts carried.

They say nothing about how a text came to be, so they hold for an editor's own words as well.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omnicontent.channels.common_parts import ALT, split_tags
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.counting import Count, count_parts, measure_part
from omnicontent.channels.fallbacks import check_fallback
from omnicontent.channels.masters import check_stale_words
from omnicontent.channels.media_checks import check_media
from omnicontent.channels.message_checks import check_message
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
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
        yield Issue(
            code="unknown_part",
            message=f'{spec.name} has no part "{name}", so these own words show nowhere. '
            f"Its parts are: {', '.join(sorted(names)) or 'none'}.",
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
            yield Issue(
                code="not_delivered",
                message=f"Your own words for the {part.label} on {spec.name} do not go out: "
                f"{reasons[part.name]}",
                severity="warning",
                part=part.name,
                field=f"overrides.{spec.slug}.{part.name}",
            )


def check_form(spec: ChannelSpec, story: Story) -> Iterator[Issue]:
    """Yield a warning for a shape that the surface does not have."""
    form = story.forms.get(spec.slug, "")
    if form and form not in spec.forms:
        yield Issue(
            code="unknown_form",
            message=f'{spec.name} has no form "{form}", so its usual one is made. '
            f"Its forms are: {', '.join(spec.forms) or 'none'}.",
            severity="warning",
            field=f"forms.{spec.slug}",
        )


def check_tags(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Yield a warning for hashtags and mentions of the editor's that the text left out."""
    for part in spec.parts:
        own = story.own_words(spec.slug, part.name) if part.inside else None
        said = set(split_tags(content.parts.get(part.inside, "")))
        if lost := [word for word in split_tags(own or "") if word not in said]:
            yield Issue(
                code="words_left_out",
                message=f"The {spec.part(part.inside).label} on {spec.name} has no room for your "
                f"{part.label} {' '.join(lost)}, or is in own words that leave them out.",
                severity="warning",
                part=part.name,
                field=f"overrides.{spec.slug}.{part.name}",
            )


def check_parts(channel: "Channel", content: Content, story: Story) -> Iterator[Issue]:
    """Yield required parts that are empty, and parts beyond a limit."""
    spec = channel.spec
    for part in spec.parts:
        if part.required and not content.parts.get(part.name, "").strip():
            yield Issue(
                code="missing_part",
                message=f"{spec.name} needs a {part.label}, and it is empty.",
                part=part.name,
                field=field_of_part(spec, story, part.name),
            )
    for count in count_parts(channel, content):
        if not count.fits:
            fault = _part_to_shorten(channel, content, story, count)
            label = _label(spec, content, count)
            yield _beyond_limit(count, label, fault, field_of_part(spec, story, fault))


def check_characters(spec: ChannelSpec, content: Content, story: Story) -> Iterator[Issue]:
    """Yield parts that hold characters which the platform refuses."""
    for part in spec.parts:
        if found := sorted(set(part.refuses) & set(content.parts.get(part.name, ""))):
            signs = " or ".join(
                sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in found
            )
            yield Issue(
                code="forbidden_characters",
                message=f"{spec.name} takes no {signs} in the {part.label}: take them away.",
                part=part.name,
                field=field_of_part(spec, story, part.name),
            )


def check_address(spec: ChannelSpec, url: str, maximum: int) -> Iterator[Issue]:
    """Yield that the address of the call to action is longer than a surface's buttons take."""
    if len(url) > maximum:
        yield Issue(
            code="too_long",
            message=f"{spec.name} takes addresses of {maximum} characters; this one has "
            f"{len(url)} with its tracking. Shorten it.",
            field="facts.call_to_action",
        )


def field_of_part(spec: ChannelSpec, story: Story, part: str) -> str:
    """Return the story's field that an editor mends when a part is wrong."""
    own = story.own_words(spec.slug, part) is not None
    if part == ALT and not own:
        return "hero_image.alt"
    known = [known for known in spec.parts if known.name == part]
    if own or any(one.overridable for one in known):
        return f"overrides.{spec.slug}.{part}"
    words = story.overrides.get(spec.slug, {})
    longest = _longest(words)
    return f"overrides.{spec.slug}.{longest}" if longest else "headline"


def _longest(words: dict[str, str]) -> str:
    return max(sorted(words), key=lambda name: len(words[name]), default="")


def _label(spec: ChannelSpec, content: Content, count: Count) -> str:
    """Return what a limit counts, such as "content warning with the post"."""
    said = [spec.part(name).label for name in count.limit.together if content.parts.get(name)]
    return f"The {' with the '.join(said or [count.part.label])} on {spec.name}"


def _part_to_shorten(channel: "Channel", content: Content, story: Story, count: Count) -> str:
    """Return the part that a limit counts; of several, the own words that take the most room."""
    names = count.limit.together
    own = [name for name in names if story.own_words(channel.spec.slug, name) is not None]
    lengths = {
        name: measure_part(channel, name, content.parts.get(name, ""), count.limit).count
        for name in own or names
    }
    return max(lengths, key=lengths.__getitem__, default=count.part.name)


def _beyond_limit(count: Count, label: str, part: str, field: str) -> Issue:
    limit, unit = count.limit, count.limit.unit.replace("_", " ")
    what = limit.items if limit.unit is Unit.ITEMS else unit
    over, short = count.length.count - limit.maximum, limit.minimum - count.length.count
    codes = ("too_many", "too_few") if limit.unit is Unit.ITEMS else ("too_long", "too_short")
    wanted = f"{limit.maximum:g} are allowed. Take {over:g} away."
    if short > 0:
        wanted = f"at least {limit.minimum:g} are needed. Add {short:g}."
    advice = "" if limit.enforced else " It is only advice: the platform takes it."
    return Issue(
        code=codes[short > 0],
        message=f"{label} has {count.length.count} {what}; {wanted}{advice}",
        severity="error" if limit.enforced else "warning",
        part=part,
        field=field,
    )
