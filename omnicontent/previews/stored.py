"""A stored variant drawn inside the mock of its surface: the very bytes that are delivered."""

from django.utils.translation import gettext as _

from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.phrases import words_of
from omnicontent.previews.drafts import Draft
from omnicontent.previews.errors import NoPreviewError
from omnicontent.releases.errors import AlteredVariantError
from omnicontent.releases.models import Variant
from omnicontent.releases.sealing import require_unaltered
from omnicontent.releases.settling import ruling_on
from omnicontent.stories.wording import in_words


def stored_draft(variant: Variant) -> Draft:
    """Return what was built of a release's story for one channel, nothing of it made anew.

    :raises NoPreviewError: it is not built yet, was altered since, or its channel is gone.
    """
    if variant.state != Variant.State.READY:
        raise NoPreviewError(_("This variant is still being built."))
    try:
        channel = get_channel(variant.channel)
        require_unaltered(variant)
    except UnknownChannelError as error:
        raise NoPreviewError(in_words(words_of(error)), field="channels") from error
    except AlteredVariantError as error:
        words = _("This was altered in the store after it was built. Publish again.")
        raise NoPreviewError(words) from error
    pinned = variant.release.stories.get(locale=variant.locale)
    return Draft(
        channel=channel,
        story=Story.model_validate(pinned.story),
        content=Content.model_validate(variant.content),
        rendered=Rendered(
            media_type=variant.media_type,
            file_name=variant.file_name,
            body=bytes(variant.body or b""),
        ),
        issues=_issues(variant),
    )


def _issues(variant: Variant) -> tuple[Issue, ...]:
    found = [Issue.model_validate(issue) for issue in variant.issues]
    ruling = ruling_on({issue.code for issue in found}, variant.release.campaign)
    return tuple(ruling.settle_all(found, variant.channel, variant.locale))
