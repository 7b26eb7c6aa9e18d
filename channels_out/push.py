"""Push: the same message as APNs, FCM and a browser take it, whole payload within their bytes.

APNs: https://developer.apple.com/documentation/usernotifications/generating-a-remote-notification
The body of ``POST /3/device/{token}``; the app's extension loads ``image``, a tap opens ``url``.
FCM: https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages
The body of ``messages:send``; the publisher adds ``token``, ``topic`` or ``condition``.
Web: https://notifications.spec.whatwg.org/#dictdef-notificationoptions
What a service worker gives to ``showNotification(title, options)``; it opens ``data.url``.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.common_parts import BUTTON, button_part
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.visible import strings_at
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    fact_pieces,
    headline_piece,
    sentence_pieces,
)
from omnicontent.message.facts import FactKind
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import sentences
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
APNS = "https://developer.apple.com/documentation/usernotifications"
FCM = "https://firebase.google.com/docs/cloud-messaging"
RFC_8291 = "https://www.rfc-editor.org/rfc/rfc8291#section-4"
LENGTHS = "https://www.braze.com/docs/help/best_practices/image_and_text_specifications/"
MUST: frozenset[FactKind] = frozenset({"offer", "period", "promo_code", "call_to_action"})


def _advice(maximum: int, note: str = "") -> Limit:
    """Return how much is shown: no vendor's number is the platform's own, and screens differ."""
    return Limit(
        maximum=maximum,
        unit=Unit.CHARACTERS,
        source=LENGTHS,
        checked=CHECKED,
        enforced=False,
        note=note or "About what a phone shows; the rest is cut on screen.",
    )


def _part(name: str, shown: int, note: str = "", *, required: bool = True) -> Part:
    limits = (_advice(shown, note),)
    return Part(name=name, label=name, required=required, limits=limits, fit_to_advice=True)


def _payload(maximum: int, source: str, note: str = "") -> tuple[Limit, ...]:
    unit = Unit.UTF8_BYTES
    return (Limit(maximum=maximum, unit=unit, source=source, checked=CHECKED, note=note),)


def _image(*limits: Limit) -> tuple[ImageSlot, ...]:
    slot = ImageSlot(name="image", width_px=1024, height_px=512, required=False, limits=limits)
    return (slot,)


class PushChannel(PostChannel):
    """A notification on a locked screen: facts first, for the rest may be cut."""

    medium = "push"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        facts = fact_pieces(self.spec, story)
        if part.name == "title":
            return [_title(story)]
        if part.name == "subtitle":
            return facts[:1]
        title = "".join(self._said("title", story))
        headline = [] if title and story.headline.startswith(title) else [headline_piece(story)]
        words = [
            *headline,
            *sentence_pieces(story.key_message, KEY_MESSAGE),
            *sentence_pieces(story.summary, SUMMARY),
        ]
        untold = [replace(piece, lead="\n") for piece in words if piece.text != title]
        return [*facts[len(self._said("subtitle", story)) :], *untold]

    def _said(self, part: str, story: Story) -> tuple[str, ...]:
        """Return what another part says of the story: nothing where it is in own words."""
        names = {known.name for known in self.spec.parts}
        return self.worded(self.spec.part(part), story).used if part in names else ()

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"campaign": story.id}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        shown = ("title", "subtitle", "body", "url")
        return "\n".join(strings_at(json.loads(rendered.body), *shown))


class ApnsChannel(PushChannel):
    """A notification on Apple's devices."""

    spec = ChannelSpec(
        slug="push-apns",
        network="push",
        name="Push (APNs)",
        media_type="application/json",
        parts=(
            _part("title", 45),
            _part("subtitle", 45, required=False),
            _part("body", 150),
        ),
        images=_image(
            Limit(
                maximum=10_485_760,
                unit=Unit.BYTES,
                source=f"{APNS}/unnotificationattachment",
                checked=CHECKED,
            )
        ),
        must=MUST,
        alt_required=False,  # no payload takes an alt text
        payload_limits=_payload(4096, f"{APNS}/sending-notification-requests-to-apns"),
        docs=(f"{APNS}/generating-a-remote-notification", LENGTHS),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        alert = {name: text for name, text in content.parts.items() if text}
        aps = {"alert": alert, "thread-id": content.data["campaign"]}
        image = _image_url(content)
        loads = {"mutable-content": 1} if image else {}
        return {"aps": aps | loads, **image, **_link(content)}


class FcmChannel(PushChannel):
    """A notification on Android, by Firebase Cloud Messaging."""

    spec = ChannelSpec(
        slug="push-fcm",
        network="push",
        name="Push (FCM)",
        media_type="application/json",
        parts=(
            _part("title", 65),
            _part("body", 240, "Expanded; folded it shows about 45 characters, the facts."),
        ),
        images=_image(
            Limit(
                maximum=1_048_576,
                unit=Unit.BYTES,
                source=f"{FCM}/android/send-image",
                checked=CHECKED,
            )
        ),
        must=MUST,
        alt_required=False,
        payload_limits=_payload(4096, f"{FCM}/customize-messages/set-message-type"),
        docs=("https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages", LENGTHS),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        data = {"campaign": content.data["campaign"], **_link(content)}
        return {"message": {"notification": content.parts | _image_url(content), "data": data}}


class WebPushChannel(PushChannel):
    """A notification of a web page, by its service worker."""

    spec = ChannelSpec(
        slug="push-web",
        network="push",
        name="Push (web)",
        media_type="application/json",
        parts=(
            _part("title", 50),
            _part("body", 120),
            button_part(_advice(25, "About what a button shows.")),
        ),
        images=_image(),
        must=MUST,
        alt_required=False,
        payload_limits=_payload(
            3993, RFC_8291, "In plain text: encrypted it is one record of 4,096 bytes."
        ),
        docs=("https://notifications.spec.whatwg.org/", RFC_8291, LENGTHS),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        action = {"action": "open", "title": content.parts[BUTTON]}
        return {
            "title": content.parts["title"],
            "body": content.parts["body"],
            **_image_url(content),
            "lang": content.locale,
            "tag": content.data["campaign"],
            "actions": [action] if content.links and action["title"] else [],
            "data": _link(content),
        }


def _title(story: Story) -> Piece:
    """Return the headline, or what says less of it in a line: a sentence, or who speaks."""
    headline = headline_piece(story)
    others = [*headline.shorter, *sentences(story.key_message)[:1], story.brand.name]
    shorter = sorted({text for text in others if len(text) < len(headline.text)}, key=len)
    return replace(headline, must=True, shorter=tuple(reversed(shorter)))


def _link(content: Content) -> dict[str, str]:
    return {"url": content.links[0]} if content.links else {}


def _image_url(content: Content) -> dict[str, str]:
    return {"image": content.media[0].url} if content.media else {}


channels = (ApnsChannel(), FcmChannel(), WebPushChannel())
