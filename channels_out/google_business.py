"""Google Business Profile: an update, event or offer on the map, as a LocalPost.

https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts
The payload goes to ``POST /v4/{location}/localPosts``; Google fetches the photo itself. Offers and
events need a title and all four ends of a schedule, which says times of the place without a zone:
a period without a start, or without an end, makes a plain update. Offers take no button, so that
their link is where they are redeemed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import override

import regex

from omnicontent.channels.common_parts import NO_LINK
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.families import PostChannel
from omnicontent.channels.issues import words_issue
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.message.clocks import clock_span
from omnicontent.message.facts import Period
from omnicontent.phrases import Words
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece
from omnicontent.text.phones import find_phone_number
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
POSTS = "https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts"
PHOTOS = Source("https://support.google.com/business/answer/6103862", CHECKED)
SCHEDULERS = Source(
    "https://www.ayrshare.com/docs/help-center/technical-support/character_limits", CHECKED
)
FOLDS = Source("https://www.posthell.com/tools/google-business-character-counter", READ)
REFUSALS = "https://ayrshare.com/integration/google-business-profile"
PRACTICE = "What schedulers send at most; the reference gives no number."
TITLE = SCHEDULERS.limit(58, Unit.CHARACTERS, note=PRACTICE)
SUMMARY = SCHEDULERS.limit(1500, Unit.CHARACTERS, note=PRACTICE)
FOLD = FOLDS.advice(100, Unit.CHARACTERS, note="In a search and on a map.")
PHOTO = PHOTOS.limit(
    5_242_880, Unit.BYTES, note="Google takes 10,240 or more; none but Google checks that."
)
ACTIONS = {
    "BOOK": r"book|reserv|réserv",
    "ORDER": r"order|command",
    "SHOP": r"shop|buy|achet",
    "SIGN_UP": r"sign up|register|subscribe|inscri|abonn",
    "LEARN_MORE": "",
}
"""Buttons, with how the verb of a call to action begins that they stand for."""
NAMES = ", ".join(ACTIONS)


class GoogleBusinessChannel(PostChannel):
    """A post on a Google Business Profile."""

    spec = ChannelSpec(
        slug="google-business",
        network="google",
        name="Google Business",
        parts=(
            Part(
                name="title",
                label="title",
                limits=(TITLE,),
                help_text="Of an offer or an event; a plain update has none.",
            ),
            Part(name="summary", label="post", required=True, limits=(SUMMARY,), fold=FOLD),
            Part(name="action", label="button", help_text=f"One of {NAMES}."),
        ),
        images=(picture(1200, 900, PHOTO, name="photo"),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        never=frozenset({"contact"}),  # Google refuses posts with telephone numbers
        alt_required=False,  # the API takes no alt text
        docs=(POSTS, PHOTOS.url, REFUSALS),
    )
    hashtags_max = 0
    with_body = True
    with_action = False

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        dated = bool(_schedule(story.facts.period))
        if part.name == "title":
            return [title_piece(story)] if dated else []
        if part.name == "action":
            return [] if dated and story.facts.offer else [Piece(_action_type(story))]
        said = super().pieces(part, story)
        title = self.worded(self.spec.part("title"), story).text
        return said[1:] if title == story.headline else said

    @override
    def data(self, story: Story) -> dict[str, object]:
        facts = story.facts
        offer = filled(
            couponCode=facts.promo_code and facts.promo_code.code,
            redeemOnlineUrl=self.link(story),
            termsConditions=facts.legal_line and facts.legal_line.text,
        )
        return {"schedule": _schedule(facts.period), "offer": offer if facts.offer else {}}

    @override
    def undelivered(self, content: Content, story: Story) -> dict[str, Words]:
        why = super().undelivered(content, story)
        if not content.data["schedule"]:
            why["title"] = _("a plain update has none. Give the period a start and an end.")
        elif story.facts.offer:
            why["action"] = _("an offer has none; its link is where it is redeemed.")
        if not content.links:
            why["action"] = NO_LINK
        return why

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *self._refusals(content)]

    def _refusals(self, content: Content) -> Iterator[Issue]:
        action = content.parts["action"]
        if action and action not in ACTIONS:
            message = _(
                "Google has no button %(button)s. Write one of %(names)s.",
                button=action,
                names=NAMES,
            )
            yield words_issue(self.spec, "action", "unknown_button", message)
        if number := find_phone_number(content.parts["summary"]):
            message = _(
                "Google refuses posts with a telephone number such as %(number)s: take it away.",
                number=number,
            )
            yield words_issue(self.spec, "summary", "phone_number", message, "warning")

    @override
    def payload(self, content: Content) -> dict[str, object]:
        photos = [{"mediaFormat": "PHOTO", "sourceUrl": use.url} for use in content.media]
        post = {
            "languageCode": content.locale,
            "summary": content.parts["summary"],
            "topicType": "STANDARD",
        } | filled(media=photos)
        title, schedule = content.parts["title"], content.data["schedule"]
        if title and schedule:
            post |= {"topicType": "EVENT", "event": {"title": title, "schedule": schedule}}
            if offer := content.data["offer"]:
                return post | {"topicType": "OFFER", "offer": offer}
        action = content.parts["action"] or "LEARN_MORE"
        buttons = [{"actionType": action, "url": link} for link in content.links]
        return post | filled(callToAction=next(iter(buttons), None))


def _action_type(story: Story) -> str:
    action = story.facts.call_to_action
    if action is None:
        return ""
    verb = action.verb.casefold()
    return next(name for name, begins in ACTIONS.items() if regex.match(begins, verb))


def _schedule(period: Period | None) -> dict[str, object]:
    """Return when a period starts and ends, {} where an end is open."""
    schedule: dict[str, object] = {}
    for name, moment in zip(("start", "end"), clock_span(period) or (), strict=False):
        schedule[f"{name}Date"] = {"year": moment.year, "month": moment.month, "day": moment.day}
        time = {"hours": moment.hour, "minutes": moment.minute}
        schedule[f"{name}Time"] = time | {"seconds": 0, "nanos": 0}
    return schedule


channel = GoogleBusinessChannel()
