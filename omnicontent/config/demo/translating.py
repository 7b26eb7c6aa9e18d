"""A demo page in another language: begun as an editor begins one, then given its words."""

import json
from typing import Any

from wagtail_localize.operations import translate_object

from omnicontent.stories.models import CampaignPage
from omnicontent.stories.sharing import CHOICES, WORDS

BLOCKS = ("body", "own_words")


def translate(page: CampaignPage, said: CampaignPage, user: Any) -> CampaignPage:
    """Translate the page; ``said`` holds the words and media, block by block as the page's."""
    translate_object(page, [said.locale], user=user)
    made: CampaignPage = CampaignPage.objects.get(
        translation_key=page.translation_key, locale=said.locale
    )
    for name in ("title", "slug", *CHOICES, *(name for name in WORDS if name not in BLOCKS)):
        setattr(made, name, getattr(said, name))
    for name in BLOCKS:
        blocks = _raw(said, name)
        _take_ids(blocks, _raw(page, name))
        setattr(made, name, json.dumps(blocks))
    made.words_hold = True  # also where both languages say the same, such as a name
    made.save_revision(user=user)
    return made


def _raw(page: CampaignPage, name: str) -> Any:
    return json.loads(page._meta.get_field(name).value_to_string(page))


def _take_ids(blocks: list[Any], like: list[Any]) -> None:
    """Give blocks and the items of lists the ids of those that they translate."""
    for block, source in zip(blocks, like, strict=True):
        block["id"] = source["id"]
        if isinstance(block["value"], list):
            _take_ids(block["value"], source["value"])
