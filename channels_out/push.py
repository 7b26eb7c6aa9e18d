"""Push: the same message as APNs, FCM and a browser take it, whole payload within their bytes.

APNs: https://developer.apple.com/documentation/usernotifications/generating-a-remote-notification
The body of ``POST /3/device/{token}``; the app's extension loads ``image``, a tap opens ``url``.
FCM: https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages
The body of ``messages:send``; the publisher adds ``token``, ``topic`` or ``condition``.
Web: https://notifications.spec.whatwg.org/#dictdef-notificationoptions
What a service worker gives to ``showNotification(title, options)``; it opens ``data.url``.
"""

from datetime import date
from typing import override

from omnicontent.channels.alerts import LENGTHS, AlertChannel, alert_parts, alert_spec, shown
from omnicontent.channels.common_parts import BUTTON, button_part
from omnicontent.channels.content import Content
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import Source
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
APNS = "https://developer.apple.com/documentation/usernotifications"
APNS_PAYLOAD = Source(f"{APNS}/sending-notification-requests-to-apns", CHECKED)
APNS_FILE = Source(f"{APNS}/unnotificationattachment", CHECKED)
FIREBASE = "https://firebase.google.com/docs"
FCM_PAYLOAD = Source(f"{FIREBASE}/cloud-messaging/customize-messages/set-message-type", CHECKED)
FCM_FILE = Source(f"{FIREBASE}/cloud-messaging/android/send-image", CHECKED)
BUTTON_SHOWN = shown(25, "About what a button shows.")
EXPANDED = shown(240, "Expanded; folded it shows about 45 characters, the facts.")
FOLDED = shown(45, "About what a phone shows before somebody expands it.")
WEB_BYTES = Source("https://www.rfc-editor.org/rfc/rfc8291#section-4", CHECKED).limit(
    3993, Unit.UTF8_BYTES, note="In plain text: encrypted it is one record of 4,096 bytes."
)


class ApnsChannel(AlertChannel):
    """A notification on Apple's devices."""

    spec = alert_spec(
        slug="push-apns",
        network="push",
        name="Push (APNs)",
        parts=alert_parts(title=shown(45), subtitle=shown(45), body=shown(150)),
        images=(picture(1024, 512, APNS_FILE.limit(10_485_760, Unit.BYTES)),),
        payload_limits=(APNS_PAYLOAD.limit(4096, Unit.UTF8_BYTES),),
        read_at_once=True,
        docs=(f"{APNS}/generating-a-remote-notification", LENGTHS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        image = self.image(content)
        aps = {"alert": filled(**content.parts), "thread-id": content.data["campaign"]}
        aps |= {"mutable-content": 1} if image else {}
        return {"aps": aps, **image, **self.target(content)}


class FcmChannel(AlertChannel):
    """A notification on Android, by Firebase Cloud Messaging."""

    spec = alert_spec(
        slug="push-fcm",
        network="push",
        name="Push (FCM)",
        parts=alert_parts(title=shown(65), body=EXPANDED, fold=FOLDED),
        images=(picture(1024, 512, FCM_FILE.limit(1_048_576, Unit.BYTES)),),
        payload_limits=(FCM_PAYLOAD.limit(4096, Unit.UTF8_BYTES),),
        read_at_once=True,
        docs=(f"{FIREBASE}/reference/fcm/rest/v1/projects.messages", LENGTHS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        data = {"campaign": content.data["campaign"], **self.target(content)}
        return {"message": {"notification": content.parts | self.image(content), "data": data}}


class WebPushChannel(AlertChannel):
    """A notification of a web page, by its service worker."""

    spec = alert_spec(
        slug="push-web",
        network="push",
        name="Push (web)",
        parts=(*alert_parts(title=shown(50), body=shown(120)), button_part(BUTTON_SHOWN)),
        images=(picture(1024, 512),),
        payload_limits=(WEB_BYTES,),
        read_at_once=True,
        docs=("https://notifications.spec.whatwg.org/", WEB_BYTES.source, LENGTHS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        action = {"action": "open", "title": content.parts[BUTTON]}
        return {
            "title": content.parts["title"],
            "body": content.parts["body"],
            **self.image(content),
            "lang": content.locale,
            "tag": content.data["campaign"],
            "actions": [action] if content.links and action["title"].strip() else [],
            "data": self.target(content),
        }


channels = (ApnsChannel(), FcmChannel(), WebPushChannel())
