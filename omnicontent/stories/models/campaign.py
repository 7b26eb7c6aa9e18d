"""The master story: one page a campaign and language."""

from decimal import Decimal
from itertools import chain
from typing import Any, override

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.search import index

from omnicontent.stories.blocks import BodyBlock, OwnWordsStreamBlock
from omnicontent.stories.choices import OFFER_TYPES, channel_choices, default_time_zone
from omnicontent.stories.fact_blocks import (
    FactsStreamBlock,
    HoursStreamBlock,
    PlacesStreamBlock,
    ProductsStreamBlock,
)
from omnicontent.stories.models.brand import BrandSettings
from omnicontent.stories.panels import campaign_tabs
from omnicontent.stories.sharing import TRANSLATABLE_FIELDS
from omnicontent.stories.translating import note_revision, take_shared
from omnicontent.stories.validators import (
    mail_address,
    phone_number,
    promo_code,
    single_line,
    web_address,
)

CENT = Decimal("0.01")


class CampaignIndexPage(Page):
    """The shelf on which campaigns stand; may be a site's home.

    Its public page lists what ``list_shown_campaigns`` hooks return for it (``headline`` and
    ``url``): Wagtail knows what was published, only a release knows what is shown.
    """

    intro = models.CharField(_("intro"), max_length=300, blank=True, validators=[single_line])

    parent_page_types = ["wagtailcore.Page", "stories.CampaignIndexPage"]
    subpage_types = ["stories.CampaignPage", "stories.CampaignIndexPage"]

    template = "stories/campaign_index_page.html"
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("campaign index")
        verbose_name_plural = _("campaign indexes")

    @override
    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        shown = [list_shown(self) for list_shown in hooks.get_hooks("list_shown_campaigns")]
        return context | {
            "brand": BrandSettings.for_request(request),
            "campaigns": list(chain.from_iterable(shown)),
        }


class CampaignPage(Page):
    """One campaign in one language: its facts, its story, its media, its channels."""

    offer_type = models.CharField(_("offer"), max_length=10, blank=True, choices=OFFER_TYPES)
    offer_value = models.DecimalField(
        _("value"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(CENT)],
    )
    offer_currency = models.CharField(_("currency"), max_length=3, blank=True)
    offer_old_price = models.DecimalField(
        _("old price"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(CENT)],
    )
    offer_item = models.CharField(
        _("what is free"), max_length=120, blank=True, validators=[single_line]
    )
    offer_get = models.PositiveSmallIntegerField(
        _("how many the customer gets"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2), MaxValueValidator(99)],
    )
    offer_pay = models.PositiveSmallIntegerField(
        _("how many are paid"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(98)],
    )
    period_start = models.DateTimeField(_("starts"), null=True, blank=True)
    period_end = models.DateTimeField(_("ends"), null=True, blank=True)
    period_time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, default=default_time_zone
    )
    promo_code = models.CharField(
        _("promo code"), max_length=32, blank=True, validators=[promo_code]
    )
    cta_verb = models.CharField(
        _("what to do"), max_length=40, blank=True, validators=[single_line]
    )
    cta_url = models.URLField(
        pgettext_lazy("link", "where"), max_length=1000, blank=True, validators=[web_address]
    )
    legal_line = models.CharField(
        _("legal line"), max_length=300, blank=True, validators=[single_line]
    )
    place_name = models.CharField(_("place"), max_length=120, blank=True, validators=[single_line])
    place_address = models.CharField(
        _("address"), max_length=200, blank=True, validators=[single_line]
    )
    place_hours = StreamField(HoursStreamBlock(), verbose_name=_("opening hours"), blank=True)
    further_places = StreamField(PlacesStreamBlock(), verbose_name=_("further places"), blank=True)
    contact_phone = models.CharField(
        _("telephone"), max_length=40, blank=True, validators=[phone_number]
    )
    contact_email = models.CharField(
        _("mail address"), max_length=254, blank=True, validators=[mail_address]
    )
    products = StreamField(ProductsStreamBlock(), verbose_name=_("products"), blank=True)
    audience = models.CharField(
        _("audience"), max_length=120, blank=True, validators=[single_line]
    )
    more_facts = StreamField(FactsStreamBlock(), verbose_name=_("further facts"), blank=True)
    """Facts of kinds that installed packages bring; kinds are chosen when a form is drawn."""

    headline = models.CharField(_("headline"), max_length=200, validators=[single_line])
    key_message = models.CharField(_("key message"), max_length=500, validators=[single_line])
    summary = models.TextField(_("summary"), max_length=1500, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    hashtags = models.CharField(
        _("hashtags"), max_length=300, blank=True, validators=[single_line]
    )

    hero_image = models.ForeignKey(
        "stories.MasterImage",
        verbose_name=_("hero image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_image_alt = models.CharField(
        _("alternative text"), max_length=300, blank=True, validators=[single_line]
    )
    hero_video = models.ForeignKey(
        "stories.MasterMedia",
        verbose_name=_("hero video"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"type": "video"},
    )

    channels = models.JSONField(_("channels"), default=list, blank=True)
    """Slugs; an empty list means every installed channel."""
    own_words = StreamField(OwnWordsStreamBlock(), verbose_name=_("own words"), blank=True)

    parent_page_types = ["stories.CampaignIndexPage"]
    subpage_types: list[str] = []
    translatable_fields = TRANSLATABLE_FIELDS
    words_hold = False
    """Set before saving: the words are right, although the source's have changed."""
    edit_handler = campaign_tabs
    search_fields = [
        *Page.search_fields,
        index.SearchField("headline"),
        index.SearchField("key_message"),
        index.SearchField("summary"),
        index.SearchField("promo_code"),
        index.SearchField("offer_item"),
        index.SearchField("place_name"),
        index.SearchField("place_address"),
        index.SearchField("further_places"),
        index.SearchField("products"),
        index.SearchField("audience"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    @override
    def preview_modes(self) -> list[tuple[str, str]]:
        """One mode a channel, so that Wagtail's own menu shows them all."""
        return channel_choices()

    @property
    @override
    def default_preview_mode(self) -> str:
        """The public page comes first."""
        return settings.CAMPAIGN_PAGE_CHANNEL

    @override
    def with_content_json(self, content: dict[str, Any]) -> "CampaignPage":
        """Return the page as a revision has it; a translation's facts are its source's."""
        page: CampaignPage = super().with_content_json(content)
        take_shared(page)
        return page

    @override
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        revision = super().save_revision(*args, **kwargs)
        note_revision(self, revision)
        return revision

    @override
    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        view = import_string(settings.CAMPAIGN_PREVIEW_VIEW)
        return view(request, self, mode_name or self.default_preview_mode)

    @override
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse: what the public sees is a release, never Wagtail's published revision.

        A ``before_serve_page`` hook answers where the campaign has a live release.

        :raises Http404: always.
        """
        raise Http404(_("This campaign has no live release."))
