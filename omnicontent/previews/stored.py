"""A stored variant drawn inside the mock of its surface: the very bytes that are delivered."""

from django.utils.translation import gettext as _

from omnicontent.channels.content import Issue
from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.phrases import words_of
from omnicontent.previews.drafts import Draft
from omnicontent.previews.errors import NoPreviewError
from omnicontent.previews.variants import ALTERED, content_of, rendered_of, story_of
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
        raise NoPreviewError(str(ALTERED)) from error
    return Draft(
        channel=channel,
        story=story_of(variant),
        content=content_of(variant),
        rendered=rendered_of(variant),
        issues=_issues(variant),
    )


def _issues(variant: Variant) -> tuple[Issue, ...]:
    found = [Issue.model_validate(issue) for issue in variant.issues]
    ruling = ruling_on({issue.code for issue in found}, variant.release.campaign)
    return tuple(ruling.settle_all(found, variant.channel, variant.locale))
