"""The three groups a campaign needs, as data. Admins may change them afterwards: see services."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop

EDITORS = gettext_noop("Campaign editors")
MARKETERS = gettext_noop("Marketers")
ADMINISTRATORS = gettext_noop("Campaign administrators")

LIBRARY = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtailmedia": ("add_media", "change_media"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}
"""App label -> permissions on the root collection."""
TRANSLATE = ("submit_translation",)
"""To begin a translation; whoever may edit the page may then translate its words."""


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What a group may do. ``site``: app label -> codenames; ``*`` is all of the app's."""

    pages: tuple[str, ...]
    library: Mapping[str, tuple[str, ...]]
    site: Mapping[str, tuple[str, ...]]


PLANS: Mapping[str, GroupPlan] = {
    EDITORS: GroupPlan(
        pages=("add", "change", "publish"),
        library=LIBRARY,
        site={"wagtailadmin": ("access_admin",), "wagtail_localize": TRANSLATE},
    ),
    # To publish means here: to see drafts, to approve, to take down. Editing needs `change`.
    MARKETERS: GroupPlan(pages=("publish",), library={}, site={"wagtailadmin": ("access_admin",)}),
    ADMINISTRATORS: GroupPlan(
        pages=("add", "change", "publish", "delete", "bulk_delete", "lock", "unlock"),
        library={
            **LIBRARY,
            "wagtailcore": ("add_collection", "change_collection", "delete_collection"),
        },
        site={
            "wagtailadmin": ("access_admin",),
            "wagtail_localize": TRANSLATE,
            "auth": ("*",),
            "wagtailcore": ("*",),
            "stories": ("*",),
            "releases": ("*",),
            "delivery": ("*",),
        },
    ),
}
