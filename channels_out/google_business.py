"""Google Business Profile: an update, event or offer on the map, as a LocalPost.

https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts
The payload goes to ``POST /v4/{location}/localPosts``; Google fetches the photo itself. Offers and
events need a title and all four ends of a schedule, which says times of the place without a zone:
a period without a start, or without an end, makes a plain update. Offers take no button, so that
their link is where they are redeemed.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import override
from zoneinfo import ZoneInfo

import regex

from omnicontent.channels.content import Content, Issue
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.message.facts import Period
from omnicontent.message.saying import whole_last_day
from omnicontent.text.fitting import Fitted, Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
POSTS = "https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts"
PHOTOS = "https://support.google.com/business/answer/6103862"
SCHEDULERS = "https://www.ayrshare.com/docs/help-center/technical-support/character_limits"
REFUSALS = "https://ayrshare.com/integration/google-business-profile"
ACTIONS = {
    "BOOK": r"book|reserv|réserv",
    "ORDER": r"order|command",
    "SHOP": r"shop|buy|achet",
    "SIGN_UP": r"sign up|register|subscribe|inscri|abonn",
    "LEARN_MORE": "",
}
"""Buttons, with how the verb of a call to action begins that they stand for."""
PHONE = regex.compile(
    r"(?<![\w/.=+-])"
    r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{4})"  # a date
    r"(?:\+|\(?0|\(\d)(?:[ ./()-]{0,2}\d){7,13}(?!\w)"
)
"""A telephone number as people write it: with a plus sign, a zero or brackets at its head."""

limit = partial(Limit, source=POSTS, checked=CHECKED)
practice = partial(
    limit,
    unit=Unit.CHARACTERS,
    source=SCHEDULERS,
    note="What schedulers send at most; the reference gives no number.",
)


class GoogleBusinessChannel(PostChannel):
    """A post on a Google Business Profile."""

    spec = ChannelSpec(
        slug="google-business",
        network="google",
        name="Google Business",
        media_type="application/json",
        parts=(
            Part(
                name="title",
                label="title",
                limits=(practice(maximum=58),),
                help_text="Of an offer or an event; a plain update has none.",
            ),
            Part(name="summary", label="post", required=True, limits=(practice(maximum=1500),)),
            Part(name="action", label="button", help_text=f"One of {', '.join(ACTIONS)}."),
        ),
        images=(
            ImageSlot(
                name="photo",
                width_px=1200,
                height_px=900,
                required=False,
                limits=(limit(minimum=10_240, maximum=5_242_880, unit=Unit.BYTES, source=PHOTOS),),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no alt text
        docs=(POSTS, PHOTOS, REFUSALS),
    )
    hashtags_max = 0
    with_body = True
    with_action = False

    @override
    def fitted(self, part: Part, story: Story) -> Fitted:
        dated = bool(_schedule(story.facts.period))
        button = not (dated and story.facts.offer)
        if (part.name == "title" and not dated) or (part.name == "action" and not button):
            return Fitted("", (), ())
        return super().fitted(part, story)

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [title_piece(story)]
        if part.name == "action":
            return [Piece(_action_type(story))]
        said = super().pieces(part, story)
        title = self.worded(self.spec.part("title"), story).text
        return said[1:] if title == story.headline else said

    @override
    def data(self, story: Story) -> dict[str, object]:
        facts, link = story.facts, self.link(story)
        offer = {
            "couponCode": facts.promo_code.code if facts.promo_code else "",
            "redeemOnlineUrl": link,
            "termsConditions": facts.legal_line.text if facts.legal_line else "",
        }
        return {
            "schedule": _schedule(facts.period),
            "offer": {name: text for name, text in offer.items() if text} if facts.offer else {},
        }

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues, slug = super().validate(content, story), self.spec.slug
        action = content.parts["action"]
        if action and action not in ACTIONS:
            message = f"Google has no button {action}. Write one of {', '.join(ACTIONS)}."
            field = f"overrides.{slug}.action"
            issues.append(
                Issue(code="unknown_button", message=message, part="action", field=field)
            )
        if number := PHONE.search(content.parts["summary"]):
            issues.append(
                Issue(
                    code="phone_number",
                    message=f"Google refuses posts with a telephone number such as {number[0]}: "
                    "take it away.",
                    severity="warning",
                    part="summary",
                    field=f"overrides.{slug}.summary",
                )
            )
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        post: dict[str, object] = {
            "languageCode": content.locale,
            "summary": content.parts["summary"],
            "topicType": "STANDARD",
        }
        photos = [{"mediaFormat": "PHOTO", "sourceUrl": use.url} for use in content.media]
        post |= {"media": photos} if photos else {}
        title, schedule = content.parts["title"], content.data["schedule"]
        if title and schedule:
            post |= {"topicType": "EVENT", "event": {"title": title, "schedule": schedule}}
            if offer := content.data["offer"]:
                return post | {"topicType": "OFFER", "offer": offer}
        action = content.parts["action"] or "LEARN_MORE"
        for link in content.links:
            post["callToAction"] = {"actionType": action, "url": link}
        return post


def _action_type(story: Story) -> str:
    action = story.facts.call_to_action
    if action is None:
        return ""
    verb = action.verb.casefold()
    return next(name for name, begins in ACTIONS.items() if regex.match(begins, verb))


def _schedule(period: Period | None) -> dict[str, object]:
    """Return when a period starts and ends by the clocks of its zone, {} where an end is open."""
    if period is None or period.start is None or period.end is None:
        return {}
    zone = ZoneInfo(period.time_zone)
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    if whole_last_day(period):
        end -= timedelta(minutes=1)  # the last minute counts, too
    return {
        f"{name}{unit}": value
        for name, moment in (("start", start), ("end", end))
        for unit, value in (("Date", _day(moment)), ("Time", _time(moment)))
    }


def _day(moment: datetime) -> dict[str, int]:
    return {"year": moment.year, "month": moment.month, "day": moment.day}


def _time(moment: datetime) -> dict[str, int]:
    return {"hours": moment.hour, "minutes": moment.minute, "seconds": 0, "nanos": 0}


channel = GoogleBusinessChannel()
