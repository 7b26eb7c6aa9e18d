"""What the actions for people who post by hand show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.previews.by_hand.handing import has_all_files, why_not
from omnicontent.previews.by_hand.texts import Paste, pastes_of
from omnicontent.previews.drafts import telling_faults
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.variants import rendered_of, story_of
from omnicontent.releases.models import Variant

register = template.Library()


@dataclass(frozen=True, slots=True)
class Actions:
    """What can be done with a variant by hand; ``trouble`` says why nothing can."""

    pastes: list[Paste]
    has_files: bool = False
    """Whether every picture and film is made, so that there is a whole zip."""
    is_mail: bool = False
    address: str = ""
    """Where a test of a mail goes: the user's own address, if the account has one."""
    trouble: str = ""


@register.simple_tag(takes_context=True)
def by_hand_actions(
    context: Mapping[str, Any], variant: Variant, content: Content, channel: Channel | None
) -> Actions:
    """Return what the user can do with the variant by hand."""
    if why := why_not(variant):
        return Actions([], trouble=why)
    rendered = rendered_of(variant)
    try:
        with telling_faults(variant.channel):
            pastes = pastes_of(channel, content, rendered, story_of(variant))
            is_mail = bool(channel and channel.mail(rendered))
    except NoPreviewError as error:
        return Actions([], trouble=str(error))
    address = context["request"].user.email
    return Actions(pastes, has_all_files(variant), is_mail, address)
